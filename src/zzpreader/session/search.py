"""Find in one publication: pages asked from where one reads outwards, hits kept in document order."""

from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.pages import Place
from zzpreader.model.query import MOST_LETTERS, NONE_LIKE, BadPattern, Query, Synonyms, read_query
from zzpreader.model.sections import Section
from zzpreader.model.typed import sound
from zzpreader.session.hits import Batch, Hits, Outwards
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.wire import Answer, Find, Found, Hit, Request

__all__ = ["MOST_HITS", "Group", "Hit", "Search"]  # widgets take Hit from here: they do not know the wire

MOST_HITS = 20_000
"""A search that finds more stops: nobody reads them, and a letter alone finds a million."""

_WITHIN_MS = 20
"""So long a worker searches before it answers: whoever turns a page meanwhile waits no longer than that."""

_WITHIN_MS_NEAR = 10
"""The same for the pages that lie nearest: their hits are awaited."""

_NOTHING = Query()

_AT_ONCE = 3
"""Requests: two for two workers, and one that waits so that neither does."""


class Group(Struct, frozen=True):
    """Hits of one section, in document order.

    Args:
        section: None for what comes before the first.
    """

    section: Section | None
    hits: tuple[Hit, ...]

    @property
    def key(self) -> str:
        return self.section.id if self.section else ""


class Search(QObject):
    """
    Signals:
        begun(): texts are wanted, of words or before there are any.
        found(): hits came or went.
        finished(): all pages are done.
        current_changed()
    """

    begun = Signal()
    found = Signal()
    finished = Signal()
    current_changed = Signal()

    def __init__(self, engine: Engine, pages: Pages, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._pages, self._sections = engine, pages, sections
        self._waiting: dict[Request, Batch] = {}
        self._course = Outwards(0, 0)
        self._query = _NOTHING
        self._hits = Hits()
        self._from_page = self._from_start = 0
        self.words = ""
        self.current: Hit | None = None
        self.unread_pages = 0
        self.has_more = False
        self.is_bad_pattern = False
        self._synonyms = NONE_LIKE
        engine.answered.connect(self._take)

    @property
    def hits(self) -> list[Hit]:
        """In document order; do not change it."""
        return self._hits.all

    @property
    def is_running(self) -> bool:
        return bool(self._waiting) and self._query.asks

    @property
    def progress(self) -> float:
        """Share of the pages that has been searched, 0 to 1."""
        return self._course.searched / self._pages.count if self.is_running else 1.0

    @property
    def number(self) -> int:
        """The current hit's number, from 1; 0 without one."""
        return self._hits.position(self.current) + 1 if self.current else 0

    def hits_on(self, page: int) -> tuple[Hit, ...]:
        return self._hits.on(page)

    def place(self, hit: Hit) -> Place:
        return Place(hit.page, hit.y, self._pages.paper.half_of(hit.page, hit.x))

    def page_shown(self, hit: Hit) -> str:
        """How people are told of the page."""
        place = self.place(hit)
        return self._pages.labels.shown(place.page, place.half)

    def groups(self) -> list[Group]:
        """Hits by section. Cost: O(hits); ask at leisure, not at every `found`."""
        located = ((self._sections.at(self.place(hit)), hit) for hit in self._hits)
        runs = groupby(located, key=lambda pair: pair[0])
        return [Group(section, tuple(hit for _, hit in run)) for section, run in runs]

    def use_synonyms(self, synonyms: Synonyms) -> None:
        """From the next search on."""
        self._synonyms = synonyms

    def prepare(self, page: int) -> None:
        """Somebody is about to search: the texts are read from this page outwards until there are words."""
        if not self.words and not self._waiting:
            self._query, self._course = _NOTHING, Outwards(page, self._pages.count)
            self.begun.emit()
            self._ask_on()

    def start(
        self,
        words: str,
        *,
        whole_words: bool = False,
        match_case: bool = False,
        exact: bool = False,
        regex: bool = False,
        together: bool = True,
        from_page: int = 0,
        from_start: int = 0,
    ) -> None:
        """Search anew; words that are only space clear. The hit nearest after a place becomes the current one.

        Args:
            together: words that are typed one after the other stand so in the text.
            from_page, from_start: the place: a page, and a code point of its text.
        """
        self.clear()
        typed = sound(words)
        self.words = " ".join(typed.split())[:MOST_LETTERS]
        try:
            query = read_query(
                typed,
                self._synonyms,
                together=together,
                typing=True,
                whole_words=whole_words,
                match_case=match_case,
                exact=exact,
                regex=regex,
            )
        except BadPattern:
            self.is_bad_pattern = True
            self.finished.emit()
            return
        if not query.asks:
            return
        self._query, self._from_page, self._from_start = query, from_page, from_start
        self._course = Outwards(from_page, self._pages.count)
        self.begun.emit()
        self._ask_on()
        if not self._waiting:
            self.finished.emit()

    def clear(self) -> None:
        had_hits, had_current = bool(len(self._hits)), self.current is not None
        if self._waiting:
            self._engine.want(Lane.SEARCH, [])
        self._waiting, self._hits = {}, Hits()
        self.words, self.current, self.unread_pages, self.has_more = "", None, 0, False
        self.is_bad_pattern = False
        if had_hits:
            self.found.emit()
        if had_current:
            self.current_changed.emit()

    def go(self, step: int) -> None:
        """So many hits further, or back; past the last comes the first."""
        every = self._hits.all
        if not every:
            return
        if self.current is None:
            self.choose(every[0 if step > 0 else -1])
        else:
            self.choose(every[(self._hits.position(self.current) + step) % len(every)])

    def choose(self, hit: Hit) -> None:
        self.current = hit
        self.current_changed.emit()

    def _ask_on(self) -> None:
        # Where a page takes longer than it may, a worker is left for the screen.
        most = _AT_ONCE if self._course.is_swift else 1
        while (self._course.has_rest or len(self._waiting) < most) and (batch := self._course.cut()):
            within_ms = _WITHIN_MS_NEAR if self._course.is_near(batch) else _WITHIN_MS
            self._waiting[Find(batch.first, batch.count, self._query, within_ms=within_ms)] = batch
        # What there was no time for lies nearer than what was asked for before that, and the next hit waits for it.
        nearest = sorted(self._waiting, key=lambda request: self._course.distance(self._waiting[request]))
        self._engine.want(Lane.SEARCH, nearest[:most])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        batch = self._waiting.pop(request, None)
        if batch is None:
            return
        if isinstance(answer, Found):
            self._hits.add(self._course.take(batch, answer.left), answer.hits)
        else:
            self.unread_pages += self._course.lose(batch)
        if not self._query.asks:
            self._ask_on()
            return
        if len(self._hits) > MOST_HITS:
            self.has_more = bool(self._waiting) or self._course.cut() is not None
            self._waiting = {}
            self._engine.want(Lane.SEARCH, [])
        else:
            self._ask_on()
        self.found.emit()
        if self.current is None:
            self._choose_nearest()
        if not self._waiting:
            self.finished.emit()

    def _choose_nearest(self) -> None:
        nearest = self._hits.first_within(self._from_page, self._course.reached)
        if nearest and nearest.page == self._from_page:
            nearest = next((hit for hit in self.hits_on(nearest.page) if hit.start >= self._from_start), nearest)
        if nearest is None and not self._waiting and len(self._hits):
            nearest = self._hits.all[0]
        if nearest:
            self.choose(nearest)
