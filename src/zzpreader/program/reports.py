"""From the notes of a tab to the report of an export: gathered in the window, made on the store's thread."""

import sys
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from zzpreader.export import areas
from zzpreader.export.apparatus import Apparatus
from zzpreader.export.gather import Material, statuses_of
from zzpreader.export.guard import check_all
from zzpreader.export.report import Original, Report, Work
from zzpreader.export.watched import Cancelled, Watch
from zzpreader.export.wished import report_of
from zzpreader.export.words import words_in
from zzpreader.model.annotation import Annotation
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.text import PageText
from zzpreader.program.keeping import Keeping
from zzpreader.store.thread import StoreThread
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Answer, Request

_TURN_S = 0.00005
"""How long Python's lock may be held here while the window waits for it."""


class Wanted:
    """One report that somebody waits for.

    Args:
        versions: with those of the notes in their file, which other zzpreaders merge by.
        is_cancelled: nobody waits for it any more.

    Attributes:
        given_up: called on the store's thread where that was found in the middle of making it.
    """

    given_up: Callable[[], object] = staticmethod(lambda: None)

    def __init__(
        self, tab: ReadingTab, wish: ExportWish, *, versions: bool, is_cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        self.tab, self.wish, self.versions, self.is_cancelled = tab, wish, versions, is_cancelled


class Reports(QObject):
    """All callbacks are called on the store's thread, and none once nobody waits any more.

    Args:
        language: of the interface, "nl" or "en".
    """

    _done = Signal(object)
    """A function to be called on the window's thread."""

    def __init__(self, thread: StoreThread, keeping: Keeping, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._keeping, self._language = thread, keeping, language
        self._done.connect(_call)

    def make(self, wanted: Wanted, then: Callable[[Material, Report], object]) -> None:
        """With what it is made of; pictures of areas are not in it yet."""
        session = wanted.tab.session
        material = self._material(wanted.tab)
        keeper = session.marks.keeper
        keeper.flush()  # the versions in its file are then those of these notes

        def work(texts: dict[int, str]) -> None:
            versions = keeper.versions() if wanted.versions else {}
            annotations = Watch(wanted.is_cancelled).over(material.annotations)
            verdicts = check_all(annotations, texts) if wanted.wish.checked else {}
            whole = replace(material, verdicts=verdicts, apparatus=replace(material.apparatus, versions=versions))
            then(whole, self.of(whole, wanted.wish))

        def collected(pages: list[int], texts: list[PageText]) -> None:
            found = {page: text.text for page, text in zip(pages, texts, strict=True)}
            self._submit(wanted, lambda: work(found))

        quoted = (one for one in material.annotations if wanted.wish.checked and one.quote)
        pages = sorted({rects.page for one in quoted for rects in one.rects if rects.page < material.work.pages})
        session.texts.collect(pages, partial(collected, pages))

    def of(self, material: Material, wish: ExportWish) -> Report:
        return report_of(material, wish, self._keeping.settings.author, self._language)

    def illustrate(self, wanted: Wanted, material: Material, report: Report, then: Callable[[Report], object]) -> None:
        """With pictures of the areas in it, if the wish asks for them. To be called on the store's thread."""
        asked = areas.requests(report) if wanted.wish.pictures else {}

        def drawn(answers: dict[Request, Answer]) -> None:
            pictures = areas.pictures(report, asked, answers)
            then(self.of(replace(material, pictures=pictures), wanted.wish))

        if asked:
            self.ask(wanted, list(asked.values()), drawn)
        else:
            then(report)

    def ask(self, wanted: Wanted, requests: list[Request], then: Callable[[dict[Request, Answer]], object]) -> None:
        """Ask these of the workers. If it is cancelled meanwhile, `then` gets what there is."""

        def send() -> None:
            if isValid(wanted.tab):
                errands = wanted.tab.session.errands
                errands.run(requests, lambda found: self._submit(wanted, lambda: then(found)), wanted.is_cancelled)

        self._done.emit(send)

    def _submit(self, wanted: Wanted, job: Callable[[], object]) -> None:
        def work() -> None:
            try:
                job()
            except Cancelled:
                wanted.given_up()

        self._thread.submit(yielding(work))

    def _material(self, tab: ReadingTab) -> Material:
        session, settings = tab.session, self._keeping.settings
        details, notebook, about = session.details, session.marks.notebook, session.about
        return Material(
            work=Work(
                title=about.title,
                id=source_of(tab),
                authors=about.authors,
                publisher=about.publisher,
                issued=about.issued,
                language=details.language if details else "",
                pages=details.pages if details else 0,
            ),
            tree=session.sections.tree,
            labels=session.pages.labels,
            annotations=tuple(notebook),
            words=words_in(self._language),
            meanings=settings.meanings,
            statuses=statuses_of(notebook.standings),
            apparatus=Apparatus(
                records=tuple(one for one in notebook.records if not isinstance(one, Annotation)),
                editions=session.publication.editions if session.publication else (),
            ),
            original=Original(file=session.file, edition=session.marks.edition, pages=tuple(session.pages.all)),
        )


def yielding(job: Callable[[], object]) -> Callable[[], None]:
    """The same, so that the window is held up as little as can be.

    Whoever paints gives Python's lock away for every call of Qt, and waits a turn for it each time.
    """

    def work() -> None:
        turn_s = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_S)
        try:
            job()
        finally:
            sys.setswitchinterval(turn_s)

    return work


def source_of(tab: ReadingTab) -> str:
    """The id of its publication; "" if it is not known."""
    return tab.session.publication.id if tab.session.publication else ""


def _call(act: Callable[[], object]) -> None:
    act()
