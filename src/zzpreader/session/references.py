"""Where what the text refers to stands: captions are looked for in the pages around, and remembered."""

from collections.abc import Callable
from itertools import islice

from msgspec import Struct
from PySide6.QtCore import QObject

from zzpreader.model.folding import fold
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.model.query import read_query
from zzpreader.model.references import Reference, ReferenceKind, note_box, section_for
from zzpreader.model.text import PageText
from zzpreader.session.errands import Errands
from zzpreader.session.hits import FEW_PAGES, Outwards
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.texts import Texts
from zzpreader.wire import Answer, Find, Found, Request

_MOST_PAGES = 600
"""Around the reference, on which its caption is looked for."""

_MOST_CANDIDATES = 24
_AROUND = {ReferenceKind.FIGURE: (300.0, 50.0), ReferenceKind.TABLE: (30.0, 280.0)}
"""Points above and below the caption: a figure stands above it, a table below."""


class Target(Struct, frozen=True):
    """A place to look at, and how many points around it are of interest."""

    place: Place
    above: float = 14.0
    below: float = 230.0


class References(QObject):
    def __init__(
        self, errands: Errands, pages: Pages, sections: Sections, texts: Texts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._errands, self._pages, self._sections, self._texts = errands, pages, sections, texts
        self._known: dict[tuple[ReferenceKind, str], Target | None] = {}

    def resolve(
        self,
        reference: Reference,
        page: int,
        done: Callable[[Target | None], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        """Call `done` with where it leads, None for nowhere; at once where nothing has to be read. Not if cancelled."""
        match reference.kind:
            case ReferenceKind.PAGE:
                place = self._pages.labels.find(reference.number)
                done(Target(place, 0.0, 400.0) if place else None)
            case ReferenceKind.SECTION | ReferenceKind.LESSON:
                section = section_for(self._sections.tree, reference)
                done(Target(section.place) if section else None)
            case ReferenceKind.NOTE:
                text = self._texts.get(page)
                box = note_box(text, reference) if text else None
                done(Target(self._place(page, box), 8.0, 80.0) if box else None)
            case _:
                self._find_caption(reference, page, done, is_cancelled)

    def _find_caption(
        self, reference: Reference, page: int, done: Callable[[Target | None], None], is_cancelled: Callable[[], bool]
    ) -> None:
        key = (reference.kind, fold(reference.words).text)
        if key in self._known:
            done(self._known[key])
            return
        count = self._pages.count
        query = read_query(f'"{reference.words}"', whole_words=True)
        batches = islice(iter(Outwards(page, count).cut, None), _MOST_PAGES // FEW_PAGES)
        asked: list[Request] = [Find(one.first, one.count, query) for one in batches]

        def take(answers: dict[Request, Answer]) -> None:
            if is_cancelled():
                return
            hits = [hit for one in asked if isinstance(found := answers.get(one), Found) for hit in found.hits]
            near = list(dict.fromkeys(hit.page for hit in hits))[:_MOST_CANDIDATES]
            self._texts.collect(near, lambda texts: tell(dict(zip(near, texts, strict=True))))

        def tell(texts: dict[int, PageText]) -> None:
            if not is_cancelled():
                self._known[key] = self._caption(reference, texts)
                done(self._known[key])

        self._errands.run(asked, take, is_cancelled)

    def _caption(self, reference: Reference, texts: dict[int, PageText]) -> Target | None:
        """The line that starts with the words; of several one that is no entry of a list of figures."""
        wanted = fold(reference.words).text
        found: list[tuple[bool, int, Rect]] = []
        for page, text in texts.items():
            for line, box in zip(text.lines, text.line_boxes, strict=True):
                words = fold(text.text[line.start : line.end]).text.strip()
                if words.startswith(wanted) and not words[len(wanted) : len(wanted) + 1].isalnum():
                    found.append(((words[-1:].isdigit() and "  " in words) or "...." in words, page, box))
        if not found:
            return None
        _, page, box = min(found, key=lambda one: one[0])
        return Target(self._place(page, box), *_AROUND[reference.kind])

    def _place(self, page: int, box: Rect) -> Place:
        return Place(page, max(box.top, 0.0), self._pages.paper.half_of(page, box.centre.x))
