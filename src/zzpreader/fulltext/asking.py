"""From a query to the hits of the whole library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod

from zzpreader.fulltext.index import Index, Indexed, Row, searched_text
from zzpreader.fulltext.messages import Answer, Ask, LibraryHit, PublicationHits, Within
from zzpreader.fulltext.vocabulary import Vocabulary
from zzpreader.model.annotation import Annotation, TextPositionSelector
from zzpreader.model.excerpt import excerpt
from zzpreader.model.folding import fold
from zzpreader.model.pages import Place
from zzpreader.model.passages import Passages, Word, passages_of
from zzpreader.model.passages import Row as WordRow
from zzpreader.model.query import Query, tokens_of
from zzpreader.model.sections import Section, SectionTree
from zzpreader.wire import PlainPage

FIRST_HITS = 20
"""Described before all the others are."""

_MOST_RANKED = 40
"""Words of a text, those nearest to what was asked, by which hits are ranked: with thousands that takes seconds."""

_MOST_ANSWERING = 4_000
_MOST_PHRASES = 400
_MOST_A_PAGE = 3
_FEWEST_A_PUBLICATION = 5


class Asking:
    """Answers over one open index. Keeps the list of its words."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._vocabulary = Vocabulary()
        self._trees: dict[tuple[int, str], tuple[SectionTree, dict[str, str]]] = {}

    def warm_up(self) -> None:
        self._vocabulary.add(self.index.terms_after(self._vocabulary.last))

    def answers(self, ask: Ask) -> Iterator[Answer]:
        """The first hits, then all. Raises: Damaged."""
        self.warm_up()
        known = {one.n: one for one in self.index.publications().values()}
        expression = self._expression(ask.query)
        rows = self._rows(expression, ask, known) if expression else []
        passages = passages_of(ask.query)
        found = _Found(self.index, passages, self._tree, known, ask)
        done = sum(1 for one in known.values() if one.is_read)
        if len(rows) > FIRST_HITS:
            found.describe(rows, FIRST_HITS)
            yield found.answer(is_complete=False, indexed=done)
        found.describe(rows, ask.most)
        yield found.answer(is_complete=True, indexed=done)

    def _rows(self, expressions: tuple[str, str], ask: Ask, known: dict[int, Indexed]) -> list[Row]:
        """The best first; those that have only words that are further away last."""
        near, all_ = expressions
        is_wanted = self._filter(ask.within, known)
        ranked = [row for row in self.index.rows(near, ranked=True) if is_wanted(row)]
        if all_ == near:
            return ranked
        seen = set(ranked)
        return ranked + [row for row in self.index.rows(all_, ranked=False) if row not in seen and is_wanted(row)]

    def _filter(self, within: Within, known: dict[int, Indexed]) -> "_Filter":
        asked = within.publications
        allowed = None if asked is None else {n for n, one in known.items() if one.id in set(asked)}
        return _Filter(allowed, set(known), within.only_notes)

    def _tree(self, one: Indexed) -> tuple[SectionTree, dict[str, str]]:
        key = one.n, f"{one.left_as} {one.mtime_ns} {one.pages}"
        if key not in self._trees:
            sections, standings = self.index.sections(one.n)
            self._trees[key] = SectionTree(sections), standings
        return self._trees[key]

    # the expression

    def _expression(self, query: Query) -> tuple[str, str] | None:
        """For FTS5: with the nearest words, and with all; None for what nothing can answer to."""
        if not query.any_of:
            words = tokens_of(query.literal)
            if not words or query.is_regex:
                return None
            row = WordRow(Word(word, as_written=True) for word in words)
            found = self._row(row, _MOST_RANKED)
            return (found, found) if found else None
        near = [self._clause(rows, _MOST_RANKED) for rows in passages_of(query).clauses]
        every = [self._clause(rows, _MOST_ANSWERING) for rows in passages_of(query).clauses]
        if not any(every):
            return None
        return " OR ".join(f"({one})" for one in near if one), " OR ".join(f"({one})" for one in every if one)

    def _clause(self, rows: tuple[list[list[WordRow]], list[list[WordRow]]], most: int) -> str:
        wanted = [self._term(each, most) for each in rows[0]]
        if not all(wanted):
            return ""
        unwanted = [one for each in rows[1] if (one := self._term(each, _MOST_ANSWERING))]
        return " AND ".join(wanted) + "".join(f" NOT {one}" for one in unwanted)

    def _term(self, rows: Iterable[WordRow], most: int) -> str:
        found = [one for row in rows if (one := self._row(row, most))]
        return f"({' OR '.join(found)})" if found else ""

    def _row(self, row: WordRow, most: int) -> str:
        answering = [self._vocabulary.answering(word)[:most] for word in row.words]
        if not all(answering):
            return ""
        if len(answering) == 1:
            return " OR ".join(map(_quoted, answering[0]))
        if prod(map(len, answering)) <= _MOST_PHRASES:
            return " OR ".join(_quoted(" ".join(words)) for words in product(*answering))
        return "(" + " AND ".join(f"({' OR '.join(map(_quoted, words))})" for words in answering) + ")"


class _Filter:
    def __init__(self, allowed: set[int] | None, known: set[int], only_notes: bool) -> None:
        self._allowed = known if allowed is None else allowed
        self._only_notes = only_notes

    def __call__(self, row: Row) -> bool:
        return row.publication in self._allowed and (row.is_note or not self._only_notes)


_TreeOf = Callable[[Indexed], tuple[SectionTree, dict[str, str]]]


class _Found:
    """Hits as they are described, by publication."""

    def __init__(
        self,
        index: Index,
        passages: Passages,
        tree: "_TreeOf",
        known: dict[int, Indexed],
        ask: Ask,
    ) -> None:
        self.index, self._passages, self._tree, self._known, self._ask = index, passages, tree, known, ask
        self._hits: dict[int, list[LibraryHit]] = {}
        self._totals: dict[int, int] = {}
        self._described: set[Row] = set()
        self._count = 0

    def describe(self, rows: Sequence[Row], most: int) -> None:
        """The passages of the first rows, until there are enough of them."""
        self._totals = {}
        share = max(_FEWEST_A_PUBLICATION, self._ask.most // max(1, len({row.publication for row in rows})))
        for row in rows:
            self._totals[row.publication] = self._totals.get(row.publication, 0) + 1
            if self._count >= most or row in self._described or row.publication not in self._known:
                continue
            hits = self._hits.setdefault(row.publication, [])
            if len(hits) >= share:
                continue
            self._described.add(row)
            found = self._of_note(row) if row.is_note else self._of_page(row)
            if not found:
                self._totals[row.publication] -= 1
            hits += found
            self._count += len(found)

    def answer(self, *, is_complete: bool, indexed: int) -> Answer:
        publications = [
            PublicationHits(
                id=self._known[n].id,
                title=self._known[n].title,
                file=self._known[n].file,
                total=max(self._totals.get(n, 0), len({hit.page for hit in hits})),
                hits=tuple(sorted(hits, key=lambda hit: (-1 if hit.page is None else hit.page, hit.y, hit.start))),
            )
            for n, hits in self._hits.items()
            if hits
        ]
        return Answer(
            number=self._ask.number, publications=tuple(publications), is_complete=is_complete, indexed=indexed
        )

    def _of_page(self, row: Row) -> list[LibraryHit]:
        page = self.index.page(row)
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
        section = tree.at(Place(row.number, top))
        if not _has_status(self._ask.within.status, tree, section, standings):
            return None
        before, match, after = excerpt(page.text, start, end)
        return LibraryHit(
            page=row.number,
            start=start,
            x=left,
            y=top,
            section=section.id if section else None,
            section_title=section.title if section else "",
            before=before,
            match=match,
            after=after,
        )

    def _of_note(self, row: Row) -> list[LibraryHit]:
        note = self.index.note(row)
        within = self._ask.within
        if note is None or (within.color is not None and note.body.color != within.color):
            return []
        if within.tag is not None and within.tag.casefold() not in (tag.casefold() for tag in note.body.tags):
            return []
        tree, standings = self._tree(self._known[row.publication])
        section = tree.get(note.target.scope)
        if not _has_status(within.status, tree, section, standings):
            return []
        text = searched_text(note)
        span = next(self._passages.spans(text, fold(text, self._ask.query.match_case)), None)
        if span is None:
            return []
        before, match, after = excerpt(text, *span)
        place = note.place or (section.place if section else None)
        return [
            LibraryHit(
                page=place.page if place else None,
                start=_start_of(note),
                y=place.y if place else 0.0,
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


def _has_status(status: str | None, tree: SectionTree, section: Section | None, standings: dict[str, str]) -> bool:
    if status is None:
        return True
    lesson = tree.lesson_around(section)
    return bool(lesson) and standings.get(lesson.id, "unread") == status


def _start_of(note: Annotation) -> int:
    return next((one.start for one in note.target.selector if isinstance(one, TextPositionSelector)), 0)


def _quoted(token: str) -> str:
    return f'"{token}"'
