"""Notes of other programs, and marks inside the PDF: read, found in this publication, shown, then taken as one step."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from zzpreader.imports import places
from zzpreader.imports.anchoring import Ground, anchor, at_home
from zzpreader.imports.source import LARGEST, Refused, Source, inside
from zzpreader.imports.taking import Proposal, again, weigh
from zzpreader.model.annotation import Kind
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.publication import Publication
from zzpreader.model.refused import Untaken
from zzpreader.model.text import PageText
from zzpreader.sentences import filled, untaken_sentence
from zzpreader.session.deliver import deliver
from zzpreader.session.errands import Errands
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.slices import Slices
from zzpreader.session.texts import Texts
from zzpreader.store.incoming import tables_of
from zzpreader.store.thread import StoreThread
from zzpreader.wire import Answer, MarksRead, ReadMarks, ReadSpaces, Request, SpacesRead

_PAGES_AT_ONCE = 500

_Steps = Generator[float, None, Proposal]


class Offer(Struct, frozen=True):
    """
    Args:
        name: of the file, or of the publication for marks inside it.
    """

    name: str
    proposal: Proposal


class _Unread(Struct, frozen=True):
    why: Untaken | None = None


class Importing(QObject):
    """One at a time; asking for another gives up the one before.

    Signals:
        begun(str): notes from there are being read and looked for.
        progress(float): the share of them that has been looked for.
        offered(Offer): nothing has changed yet.
        refused(str): why nothing can be taken, as a sentence.
        taken(int): so many are in the notebook; one step of undo takes them out again.
    """

    begun = Signal(str)
    progress = Signal(float)
    offered = Signal(object)
    refused = Signal(str)
    taken = Signal(int)
    _file_read = Signal(int, str, object)

    def __init__(
        self,
        marks: Marks,
        pages: Pages,
        texts: Texts,
        sections: Sections,
        errands: Errands,
        thread: StoreThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks, self._pages, self._texts, self._sections = marks, pages, texts, sections
        self._errands, self._thread = errands, thread
        self._publication: Publication | None = None
        self._number = 0
        self._name = ""
        self._source = Source()
        self._spaces: tuple[places.Matrix, ...] = ()
        self._searching = Slices(self)
        self._searching.paused.connect(self.progress.emit)
        self._file_read.connect(self._take_file)

    def use(self, publication: Publication) -> None:
        """To which publication the notes belong."""
        self._publication = publication

    @property
    def is_running(self) -> bool:
        return self._name != ""

    def read_file(self, path: Path) -> None:
        """Answers by `offered` or `refused`."""
        number = self._begin(path.name)

        def job() -> None:
            found = _read(path)
            deliver(self, "_file_read", number, path.name, found)

        self._thread.submit(job)

    def read_inside(self, name: str) -> None:
        """The marks that the PDF carries itself; answers by `offered`."""
        number = self._begin(name)
        asked: list[Request] = [ReadMarks(page) for page in range(self._pages.count)]

        def take(answers: Mapping[Request, Answer]) -> None:
            read_ = [answers.get(request) for request in asked]
            known = [answer for answer in read_ if isinstance(answer, MarksRead)]
            marks = (mark for answer in known for mark in answer.marks)
            found = inside(marks, sum(answer.skipped for answer in known))
            self._look_for(number, found)

        self._errands.run(asked, take, self._is_given_up(number))

    def take(self, offer: Offer) -> None:
        """As one step; what has come by another way meanwhile does not come twice."""
        if self._marks.refuses():
            return
        self._marks.finish_typing()
        now = again(offer.proposal, self._marks.notebook)
        sheets = {one.annotation.target.scope for one in now.new if one.annotation.kind is Kind.SHEET}
        remembered: dict[str, Edit] = {}
        for scope in sheets:
            remembered |= {edit.id: edit for edit in self._marks.remembering(scope)}
        if now.versions and (publication := self._publication):
            self._marks.keeper.merge(tables_of(publication, [edit.after for edit in now.edits], now.versions))
        self._marks.do(self.tr("Import notes"), [*now.edits, *remembered.values()])
        self.taken.emit(len(now.edits))

    def give_up(self) -> None:
        self._number += 1
        self._name = ""
        self._searching.stop()

    # inside

    def _begin(self, name: str) -> int:
        self.give_up()
        self._name = name
        self.begun.emit(name)
        return self._number

    def _is_given_up(self, number: int) -> Callable[[], bool]:
        return lambda: number != self._number

    def _take_file(self, number: int, name: str, found: Source | _Unread) -> None:
        if number != self._number:
            return
        if isinstance(found, _Unread):
            self.give_up()
            unread = filled(self.tr("“%1” cannot be read."), name)
            self.refused.emit(untaken_sentence(found.why, name) if found.why else unread)
        else:
            self._look_for(number, found)

    def _look_for(self, number: int, source: Source) -> None:
        """Where the pages lie in the coordinates of PDF, then what stands on them, then the marks."""
        if number != self._number:
            return
        self._source = source
        count = self._pages.count
        asked: list[Request] = [ReadSpaces(first, _PAGES_AT_ONCE) for first in range(0, count, _PAGES_AT_ONCE)]

        def take(answers: Mapping[Request, Answer]) -> None:
            read_ = [answers.get(request) for request in asked]
            self._spaces = tuple(one for answer in read_ if isinstance(answer, SpacesRead) for one in answer.spaces)
            if number == self._number:
                self._texts.collect(range(count), lambda found: self._search(number, found))

        self._errands.run(asked, take, self._is_given_up(number))

    def _search(self, number: int, found: Sequence[PageText]) -> None:
        if number != self._number:
            return
        ground = Ground(
            source=self._publication.id if self._publication else "",
            edition=self._marks.edition,
            tree=self._sections.tree,
            texts=found,
            pages=places.Pages(self._pages.paper, self._pages.all, self._spaces),
        )
        steps = _looked_for(self._source, ground, Notebook(self._marks.notebook.records))
        self._searching.start(self._found(steps))

    def _found(self, steps: _Steps) -> Iterator[float]:
        proposal = yield from steps
        name = self._name
        self.give_up()
        self._source = Source()
        self.offered.emit(Offer(name, proposal))


def _looked_for(source: Source, ground: Ground, notebook: Notebook) -> _Steps:
    found = yield from anchor(source, ground)
    steps = weigh(found, notebook, at_home(source, ground.source))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
        yield 1.0


def _read(path: Path) -> Source | _Unread:
    # Most sessions import nothing and need not load the formats.
    from zzpreader.imports.formats import read  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            return read(file.read(LARGEST + 1))
    except Refused as refused:
        return _Unread(refused.why)
    except OSError:
        return _Unread()
