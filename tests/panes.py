"""Stand-ins for a worker, and the session's real parts around them, for tests of search and of the panes."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.queue import Lane
from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
    TextQuoteSelector,
)
from zzpreader.model.geometry import Quad, Rect, Size
from zzpreader.model.lines import PageLines
from zzpreader.model.outline import Bookmark
from zzpreader.model.pages import Page
from zzpreader.structure.sections import derive
from zzpreader.wire import (
    Answer,
    Find,
    Found,
    Gathered,
    GatherLines,
    Hit,
    Opened,
    OutlineItem,
    OutlineRead,
    PagesRead,
    ReadOutline,
    StructureRead,
)


class AskedEngine(QObject):
    """Remembers what is wanted; answers when the test says so."""

    opened = Signal(object)
    failed = Signal(object)
    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted: dict[Lane, list] = {}
        self.tried_again: list[tuple[int, bool]] = []
        self.is_hurried = False
        self.trace = None
        self.workers: list = []

    def want(self, lane: Lane, requests: Sequence) -> None:
        self.wanted[lane] = list(requests)

    def hurry(self) -> None:
        self.is_hurried = True

    def try_again(self, page: int, *, longer: bool = False) -> None:
        self.tried_again.append((page, longer))

    def answer(self, lane: Lane, answer: Callable[..., Answer], *, count: int = 1_000_000) -> None:
        """The first `count` requests of a lane, in order, with those that are wanted meanwhile."""
        while count and self.wanted.get(lane):
            request = self.wanted[lane].pop(0)
            self.answered.emit(request, answer(request))
            count -= 1

    def open(
        self,
        pages: int,
        outline: Sequence[tuple[int, str, int, float]] = (),
        labels: Sequence[str] = (),
        *,
        read: Collection[Lane] = (Lane.STRUCTURE, Lane.WHOLE),
    ) -> None:
        """A document of that many pages; a level, title, page and height for each bookmark.

        Args:
            read: what of its structure is answered at once.
        """
        every = [Page(Size(600, 800), 0, labels[n] if labels else None) for n in range(pages)]
        self.opened.emit(Opened(pages=pages, first=every[0]))
        self.answer(Lane.PAGES, lambda asked: PagesRead(tuple(every[asked.first : asked.first + asked.count])))
        for lane in (Lane.STRUCTURE, Lane.WHOLE):
            if lane in read:
                self.answer(lane, lambda asked: _structure(asked, every, outline))

    def study(self, pages: int, outline: Sequence[tuple[int, str, int, float]] = ()) -> None:
        """What was not answered at once."""
        every = [Page(Size(600, 800), 0, None) for _ in range(pages)]
        self.answer(Lane.WHOLE, lambda asked: _structure(asked, every, outline))


def _structure(asked, pages: Sequence[Page], outline: Sequence[tuple[int, str, int, float]]) -> Answer:
    """What a worker would say of a publication whose pages are empty."""
    if isinstance(asked, ReadOutline):
        return OutlineRead(tuple(OutlineItem(*one) for one in outline))
    if isinstance(asked, GatherLines):
        return Gathered()
    found = derive(
        [PageLines(page.size) for page in pages[: asked.count]],
        outline=[Bookmark(*one) for one in outline],
        page_labels=[page.label for page in pages[: asked.count]],
    )
    return StructureRead(found.labels, found.sections)


def found_on(pages: dict[int, int]) -> Callable[[Find], Found]:
    """So many hits on each of these pages, 100 points apart."""

    def answer(asked: Find) -> Found:
        hits = [
            Hit(page, 10 * n, 10 * n + 5, "before ", "match", f" after {page}.{n}", 50.0, 100.0 * n)
            for page in range(asked.first, asked.first + asked.count)
            for n in range(pages.get(page, 0))
        ]
        return Found(tuple(hits))

    return answer


def mark(
    number: int,
    page: int,
    y: float = 100.0,
    *,
    scope: str | None = None,
    color: str | None = "yellow",
    quote: str = "",
    comment: str = "",
    tags: tuple[str, ...] = (),
    highlight: Highlight | None = Highlight.SOLID,
    motivation: Motivation = Motivation.HIGHLIGHTING,
) -> Annotation:
    box = PdfRectsSelector(page=page, quads=(Quad.around(Rect(50, y, 200, y + 12)),))
    words = (TextQuoteSelector(exact=quote or f"Quote {number}"),) if highlight else ()
    return Annotation(
        id=f"urn:uuid:{number}",
        motivation=motivation,
        target=Target(source="urn:uuid:p", scope=scope, selector=(*words, box)),
        body=Body(value=comment, color=color, highlight=highlight, tags=tags),
        created=f"2026-01-01T00:00:{number % 60:02}.000Z",
        modified="2026-01-01T00:00:00.000Z",
    )
