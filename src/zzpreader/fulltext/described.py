"""The rows that answer to a query as hits that can be shown, publication by publication."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby

from zzpreader.fulltext.index import NOTE, PUBLICATION, Index, Indexed, Row, searched_text
from zzpreader.fulltext.messages import Answer, Ask, LibraryHit, PublicationHits
from zzpreader.model.annotation import Annotation, TextPositionSelector
from zzpreader.model.displayed import shortened
from zzpreader.model.excerpt import excerpt
from zzpreader.model.folding import fold
from zzpreader.model.pages import Half, Place
from zzpreader.model.passages import Passages
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.selectors import Paper
from zzpreader.wire import PlainPage

_MOST_A_PAGE = 3
_FEWEST_A_PUBLICATION = 5
_LISTED = 160
"""Letters of a note that is not found by a word in it."""

_FEW_PAGES = 20
"""Counted to those of every publication, or a leaflet with one hit would come before every book."""

PaperOf = Callable[[Indexed], Paper | None]
TreeOf = Callable[[Indexed], tuple[SectionTree, dict[str, str]]]


class Described:
    """
    Args:
        passages: of the question.
        known: publications by number.
    """

    def __init__(
        self, index: Index, passages: Passages, tree: TreeOf, paper: PaperOf, known: dict[int, Indexed], ask: Ask
    ) -> None:
        self._index, self._passages, self._known, self._ask = index, passages, known, ask
        self._tree, self._paper = tree, paper
        asked = ask.within.publications
        self._allowed = {n for n, one in known.items() if asked is None or one.id in asked}
        self._rows: list[int] = []
        self._added: set[int] = set()
        self._looked_at = 0
        self._totals: Counter[int] = Counter()
        self._hits: dict[int, list[LibraryHit]] = {}
        self._count = 0

    def add(self, rows: Sequence[int], *, is_ranked: bool = True) -> None:
        """Behind those that are there already.

        Args:
            is_ranked: else the publications with the largest share of such pages come first, and in each of them the
                notes before the pages.
        """
        new = [row for row in rows if row // PUBLICATION in self._allowed and row not in self._added]
        if self._ask.within.only_notes:  # their filters are asked at once, so that what is counted is true
            new = [row for row in new if row & NOTE and self._kept(Row.of(row))]
        if not is_ranked:
            new = list(chain.from_iterable(sorted(_by_publication(new), key=self._share, reverse=True)))
        self._rows += new
        self._added.update(new)
        self._totals.update(row // PUBLICATION for row in new)

    def _share(self, rows: list[int]) -> float:
        return len(rows) / (self._known[rows[0] // PUBLICATION].pages + _FEW_PAGES)

    def describe(self, most: int) -> int:
        """Find the passages of the next rows, until there are so many. Returns: how many there are now."""
        share = max(_FEWEST_A_PUBLICATION, self._ask.most // max(1, len(self._totals)))
        while self._count < most and self._looked_at < len(self._rows):
            row = Row.of(self._rows[self._looked_at])
            self._looked_at += 1
            hits = self._hits.setdefault(row.publication, [])
            if len(hits) < share:
                found = self._of_note(row) if row.is_note else self._of_page(row)
                self._totals[row.publication] -= not found
                hits += found
                self._count += len(found)
        return self._count

    def answer(self, *, is_complete: bool, indexed: int) -> Answer:
        order = dict.fromkeys(row // PUBLICATION for row in self._rows)
        told = [self._told(n) for n in order if self._hits.get(n) or (self._is_certain and self._totals[n] > 0)]
        return Answer(number=self._ask.number, publications=tuple(told), is_complete=is_complete, indexed=indexed)

    @property
    def _is_certain(self) -> bool:
        """Whether every row is a hit, also one whose passages have not been looked for."""
        within = self._ask.within
        return not self._ask.query.literal and (within.status is None or within.only_notes)

    def _kept(self, row: Row) -> bool:
        """Whether a note answers to the filters."""
        note, within = self._index.note(row), self._ask.within
        if note is None or (within.color is not None and note.body.color != within.color):
            return False
        if within.tag is not None and within.tag.casefold() not in (tag.casefold() for tag in note.body.tags):
            return False
        tree, standings = self._tree(self._known[row.publication])
        return _has_status(within.status, tree, tree.get(note.target.scope), standings)

    def _told(self, n: int) -> PublicationHits:
        one, hits = self._known[n], self._hits.get(n, [])
        return PublicationHits(
            id=one.id,
            title=one.title,
            file=one.file,
            total=max(self._totals[n], len({hit.page for hit in hits})),
            hits=tuple(sorted(hits, key=lambda hit: (-1 if hit.page is None else hit.page, hit.y, hit.start))),
        )

    def _of_page(self, row: Row) -> list[LibraryHit]:
        page = self._index.page(row)
        if page is None:
            return []
        folded = fold(page.text, self._ask.query.match_case)
        found: list[LibraryHit] = []
        for start, end in self._passages.spans(page.text, folded):
            hit = self._hit(row, page, start, end)
            if hit:
                found.append(hit)
            if len(found) == _MOST_A_PAGE:
                break
        return found

    def _hit(self, row: Row, page: PlainPage, start: int, end: int) -> LibraryHit | None:
        left, top = page.place(start)
        tree, standings = self._tree(self._known[row.publication])
        paper = self._paper(self._known[row.publication])
        half = paper.half_of(row.number, left) if paper else None
        section = tree.at(Place(row.number, top, half))
        if not _has_status(self._ask.within.status, tree, section, standings):
            return None
        before, match, after = excerpt(page.text, start, end)
        return LibraryHit(
            page=row.number,
            start=start,
            x=left,
            y=top,
            label=_printed(paper, row.number, half),
            section=section.id if section else None,
            section_title=section.title if section else "",
            before=before,
            match=match,
            after=after,
        )

    def _of_note(self, row: Row) -> list[LibraryHit]:
        note = self._index.note(row)
        tree, standings = self._tree(self._known[row.publication])
        section = tree.get(note.target.scope) if note else None
        if note is None or not _has_status(self._ask.within.status, tree, section, standings):
            return []
        text, query = searched_text(note), self._ask.query
        span = next(self._passages.spans(text, fold(text, query.match_case)), None) if query.asks else None
        if query.asks and span is None:
            return []
        before, match, after = excerpt(text, *span) if span else ("", "", shortened(text, _LISTED))
        place = note.place or (section.place if section else None)
        paper = self._paper(self._known[row.publication])
        return [
            LibraryHit(
                page=place.page if place else None,
                start=_start_of(note),
                y=place.y if place else 0.0,
                label=_printed(paper, place.page, place.half) if place else "",
                section=section.id if section else None,
                section_title=section.title if section else "",
                before=before,
                match=match,
                after=after,
                note=note.id,
                kind=note.kind.value,
                color=note.body.color,
                tags=note.body.tags,
            )
        ]


def _printed(paper: Paper | None, page: int, half: Half | None) -> str:
    return (paper and paper.labels.printed(page, half)) or ""


def _has_status(status: str | None, tree: SectionTree, section: Section | None, standings: dict[str, str]) -> bool:
    """A lesson without one is unread; any other section has one only if the reader has given it one."""
    if status is None:
        return True
    if lesson := tree.lesson_around(section):
        return standings.get(lesson.id, "unread") == status
    return section is not None and standings.get(section.id) == status


def _start_of(note: Annotation) -> int:
    return next((one.start for one in note.target.selector if isinstance(one, TextPositionSelector)), 0)


def _by_publication(rows: Sequence[int]) -> Iterator[list[int]]:
    """Rows in rising order, apart; in each publication the notes first."""
    for n, group in groupby(rows, key=lambda row: row // PUBLICATION):
        every = list(group)
        notes = bisect_left(every, n * PUBLICATION + NOTE)
        yield every[notes:] + every[:notes]
