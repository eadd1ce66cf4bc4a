"""Marks that were made in another edition of the publication: found again in this one, shown, and then taken over."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.model.anchoring import Found, Status, reanchor
from zzpreader.model.annotation import Anchor, Annotation, timestamp
from zzpreader.model.matching import map_pages
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.publication import Edition, Publication
from zzpreader.model.sections import SectionTree
from zzpreader.model.seeking import After, Before
from zzpreader.model.text import PageText
from zzpreader.session.deliver import deliver
from zzpreader.session.marks import Marks
from zzpreader.session.other_edition import OtherEdition
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.slices import Slices
from zzpreader.session.texts import Texts
from zzpreader.store.files_of import file_of
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.page_texts import kept_texts
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread
from zzpreader.store.trees import kept_tree


class _Known(NamedTuple):
    """What the disk knows of the other edition."""

    tree: SectionTree | None
    texts: Sequence[PageText]
    file: Path | None


class Editions(QObject):
    """Begins by itself when notebook, labels and sections are there.

    Attributes:
        found: what has become of the marks of other editions; () as long as nothing was looked for.

    Signals:
        begun(int): so many marks belong to another edition, and are being looked for.
        progress(float): share of the search that is done.
        done(): `found` is complete for one edition; the next one begins by itself.
        taken(): the reader has taken it over, or went back.
    """

    begun = Signal(int)
    progress = Signal(float)
    done = Signal()
    taken = Signal()
    _disk_asked = Signal(object)

    def __init__(
        self,
        marks: Marks,
        pages: Pages,
        texts: Texts,
        sections: Sections,
        thread: StoreThread,
        home: Home,
        parent: QObject | None = None,
        *,
        start: Callable[[Source], Spawned] = spawn,
    ) -> None:
        """Args: start: where the worker comes from that reads the other edition."""
        super().__init__(parent)
        self._start = start
        self.found: tuple[Found, ...] = ()
        self._marks, self._pages, self._texts, self._sections = marks, pages, texts, sections
        self._thread, self._home = thread, home
        self._publication: Publication | None = None
        self._from = ""
        self._tree = SectionTree()
        self._other: OtherEdition | None = None
        self._has_begun = False
        self._searching = Slices(self)
        self._searching.paused.connect(self.progress.emit)
        self._disk_asked.connect(self._read_other)
        marks.loaded.connect(self._begin)
        sections.settled.connect(self._begin)

    def use(self, publication: Publication) -> None:
        """To which publication the open file belongs, with all its editions."""
        self._publication = publication

    @property
    def is_running(self) -> bool:
        return self._has_begun

    def elsewhere(self) -> tuple[Annotation, ...]:
        """Marks that lie in another edition and have no place in this one."""
        return tuple(one for one in self._marks.notebook if self._marks.is_elsewhere(one))

    def take(self, ids: Iterable[str]) -> None:
        """Put these where they were found; what was found gone stays listed with its words. One step for undo."""
        by_id = {found.id: found for found in self.found}
        edits: list[Edit] = []
        for id_ in dict.fromkeys(ids):
            before, found = self._marks.notebook.get(id_), by_id.get(id_)
            if before and found and self._marks.is_elsewhere(before):
                edits.append(Edit(before=before, after=_anchored(before, found, self._marks.edition)))
        self._marks.do(self.tr("Take notes over to this edition"), edits)
        self.taken.emit()

    def give_back(self) -> None:
        """All marks that were taken over to this edition as they were before; one step for undo."""
        here = [one for one in self._marks.notebook if self._is_taken(one)]
        edits = [Edit(before=one, after=_returned(one)) for one in here]
        self._marks.do(self.tr("Back to the earlier edition"), edits)
        self.taken.emit()

    @property
    def can_give_back(self) -> bool:
        return any(self._is_taken(one) for one in self._marks.notebook)

    def close(self) -> None:
        self._searching.stop()
        if self._other:
            self._other.close()

    # inside

    def _begin(self) -> None:
        if self._has_begun or not self._marks.edition or not len(self._marks.notebook):
            return
        if not self._sections.is_settled:
            if self.elsewhere():
                self._sections.hurry()
            return
        self._swap_known()
        known = {found.id for found in self.found}
        waiting = [one for one in self.elsewhere() if one.id not in known and not self._is_settled(one)]
        if not waiting:
            return
        self._has_begun = True
        self._from = Counter(one.target.edition for one in waiting).most_common(1)[0][0]
        self.begun.emit(len(waiting))
        self._ask_disk()

    def _swap_known(self) -> None:
        """Marks whose place in this edition is known from before: that is no step of the reader's."""
        edition = self._marks.edition
        known: list[Annotation] = []
        for one in self._marks.notebook:
            here = next((anchor for anchor in one.target.elsewhere if anchor.edition == edition), None)
            if one.target.edition != edition and here and here.selector:
                known.append(_swapped(one, here))
        self._marks.renew(known)

    def _is_taken(self, annotation: Annotation) -> bool:
        """Whether it came from another edition; one that only went on from here has nowhere to go back to."""
        return annotation.target.edition == self._marks.edition and _came_from(annotation) is not None

    def _is_settled(self, annotation: Annotation) -> bool:
        """Whether it is known to be gone from this edition."""
        return any(anchor.edition == self._marks.edition for anchor in annotation.target.elsewhere)

    def _ask_disk(self) -> None:
        home, publication, wanted = self._home, self._publication, self._from
        edition = _edition(publication, wanted)

        def job() -> None:
            file, texts = None, kept_texts(home, wanted)
            with suppress(StoreError):
                entry = Library(home).entry(publication.id) if publication and not texts else None
                file = file_of(edition, entry.paths) if entry and edition else None
            known = _Known(kept_tree(home, wanted), texts, file)
            deliver(self, "_disk_asked", known)

        self._thread.submit(job)

    def _read_other(self, known: _Known) -> None:
        self._tree = known.tree or _remembered(self._marks.notebook)
        if known.file:
            self._other = OtherEdition(known.file, self, start=self._start)
            self._other.read.connect(self._read_this)
        else:
            self._read_this(known.texts)

    def _read_this(self, old: Sequence[PageText]) -> None:
        self._texts.collect(range(self._pages.count), lambda new: self._search(old, new))

    def _search(self, old: Sequence[PageText], new: Sequence[PageText]) -> None:
        one, other = (_edition(self._publication, sha) for sha in (self._from, self._marks.edition))
        pages = map_pages(one.fingerprints, other.fingerprints) if one and other else {}
        waiting = [one for one in self.elsewhere() if one.target.edition == self._from]
        after = After(self._sections.tree, new, self._pages.paper)
        self._searching.start(self._found(reanchor(waiting, Before(self._tree, old), after, pages)))

    def _found(self, steps: Generator[float, None, tuple[Found, ...]]) -> Iterator[float]:
        found = yield from steps
        self._has_begun = False
        anew = {one.id for one in found}
        self.found = (*(one for one in self.found if one.id not in anew), *found)
        self.done.emit()
        self._begin()  # with the marks of yet another edition


def _anchored(annotation: Annotation, found: Found, edition: str) -> Annotation:
    target = annotation.target
    if found.status is Status.GONE or not found.selector:
        gone = Anchor(edition=edition)
        return replace(annotation, target=replace(target, elsewhere=(*_others(annotation, edition), gone)))
    before = Anchor(edition=target.edition, selector=target.selector)
    moved = replace(
        target,
        selector=found.selector,
        scope=found.scope or target.scope,
        edition=edition,
        elsewhere=(*(a for a in _others(annotation, edition) if a.edition != target.edition), before),
    )
    return replace(annotation, target=moved, modified=timestamp())


def _came_from(annotation: Annotation) -> Anchor | None:
    """Where it lay last in another edition."""
    others = reversed(annotation.target.elsewhere)
    return next((anchor for anchor in others if anchor.selector and not anchor.later), None)


def _returned(annotation: Annotation) -> Annotation:
    """In the edition from which it came last, and not known in the one in which it is."""
    target, last = annotation.target, _came_from(annotation)
    assert last
    others = tuple(anchor for anchor in target.elsewhere if anchor != last)
    moved = replace(target, selector=last.selector, edition=last.edition, elsewhere=others)
    return replace(annotation, target=moved, modified=timestamp())


def _swapped(annotation: Annotation, here: Anchor) -> Annotation:
    """At `here`, one of the places on its way from edition to edition; the way itself stays as it was."""
    target = annotation.target
    earlier = [anchor for anchor in target.elsewhere if not anchor.later]
    later = [anchor for anchor in target.elsewhere if anchor.later]
    way = [*earlier, Anchor(edition=target.edition, selector=target.selector), *later]
    at = way.index(here)
    elsewhere = (*(replace(one, later=False) for one in way[:at]), *(replace(one, later=True) for one in way[at + 1 :]))
    return replace(
        annotation, target=replace(target, selector=here.selector, edition=here.edition, elsewhere=elsewhere)
    )


def _others(annotation: Annotation, edition: str) -> tuple[Anchor, ...]:
    return tuple(anchor for anchor in annotation.target.elsewhere if anchor.edition != edition)


def _edition(publication: Publication | None, sha256: str) -> Edition | None:
    return next((one for one in publication.editions if one.sha256 == sha256), None) if publication else None


def _remembered(notebook: Notebook) -> SectionTree:
    """Of the other edition's sections those to which something was attached."""
    return SectionTree([replace(record.section, level=1) for record in notebook.section_records])
