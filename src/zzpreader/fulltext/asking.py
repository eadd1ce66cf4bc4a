"""From a query to the hits of the whole library."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from zzpreader.fulltext.described import Described, PaperOf
from zzpreader.fulltext.in_order import InOrder
from zzpreader.fulltext.index import Index, Indexed
from zzpreader.fulltext.messages import Answer, Ask
from zzpreader.fulltext.vocabulary import Vocabulary
from zzpreader.model.passages import Row as WordRow
from zzpreader.model.passages import Word, passages_of
from zzpreader.model.query import Query, tokens_of
from zzpreader.model.sections import SectionTree

FIRST_HITS = 20
"""Described before all the others are."""

_MOST_RANKED = 40
"""Words of a text, those nearest to what was asked, by which hits are ranked: with thousands that takes seconds."""

_MOST_ROWS_RANKED = 5_000
"""What stands on more pages says little about any of them."""

_MOST_ANSWERING = 4_000
_MOST_PHRASES = 400
"""Ways to say words that stand one after the other. Are there more, FTS5 is asked for the pages that have all of these
words, and each page is looked at."""

_MOST_NEAR_PHRASES = 100
"""Of so many ways the nearest come first."""

_MOST_LOOKED_AT = 5_000
"""Such pages; where there are more, the nearest words must do."""


class Asking:
    """Answers over one open index. Keeps the list of its words.

    Args:
        paper: what is known of a publication's pages.
    """

    def __init__(self, index: Index, paper: PaperOf) -> None:
        self.index = index
        self._paper = paper
        self._vocabulary = Vocabulary()
        self._answering: dict[Word, list[str]] = {}
        self._is_loose = False
        self._trees: dict[tuple[int, str], tuple[SectionTree, dict[str, str]]] = {}

    def warm_up(self) -> None:
        self._vocabulary.add(self.index.terms_after(self._vocabulary.last))

    def answers(self, ask: Ask) -> Iterator[Answer]:
        """The first hits, then all. Without words: all notes that answer to the filters for notes. Raises: Damaged."""
        self.warm_up()
        known = {one.n: one for one in self.index.publications().values()}
        found = Described(self.index, passages_of(ask.query), self._tree, self._paper, known, ask)
        done = sum(1 for one in known.values() if one.is_read)
        if not ask.query.asks:
            found.add(self.index.note_rows() if ask.within.only_notes else [])
            found.describe(ask.most)
        elif expression := self._expression(ask.query):
            near, every = expression
            rows, is_ranked = self.index.rows(near, most_ranked=_MOST_ROWS_RANKED)
            found.add(self._in_order(rows, ask.query), is_ranked=is_ranked)
            if found.describe(FIRST_HITS) >= FIRST_HITS:
                yield found.answer(is_complete=False, indexed=done)
            if every != near:
                seen = set(rows)
                others = [row for row in self.index.rows(every)[0] if row not in seen]
                if not self._is_loose or len(others) <= _MOST_LOOKED_AT:
                    found.add(self._in_order(others, ask.query))
            found.describe(ask.most)
        yield found.answer(is_complete=True, indexed=done)

    def _in_order(self, rows: Sequence[int], query: Query) -> Sequence[int]:
        """Those in which the words stand as they are asked for, if FTS5 could not be asked for that."""
        if not self._is_loose or len(rows) > _MOST_LOOKED_AT:
            return rows
        order = InOrder(passages_of(query).clauses, self._words)
        tokens = self.index.tokens(rows)
        return [row for row in rows if order.holds(tokens[row])]

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
        self._answering.clear()
        self._is_loose = False
        clauses = passages_of(query).clauses
        near, every = ([self._clause(rows, most) for rows in clauses] for most in (_MOST_RANKED, _MOST_ANSWERING))
        if not any(every):
            return None
        return " OR ".join(f"({one})" for one in near if one), " OR ".join(f"({one})" for one in every if one)

    def _clause(self, rows: tuple[list[list[WordRow]], list[list[WordRow]]], most: int) -> str:
        wanted = [self._term(each, most, loosely=True) for each in rows[0]]
        if not all(wanted):
            return ""
        unwanted = [one for each in rows[1] if (one := self._term(each, _MOST_ANSWERING, loosely=False))]
        return " AND ".join(wanted) + "".join(f" NOT {one}" for one in unwanted)

    def _term(self, rows: Iterable[WordRow], most: int, *, loosely: bool) -> str:
        found = [one for row in rows if (one := self._row(row, most, loosely=loosely))]
        return f"({' OR '.join(found)})" if found else ""

    def _row(self, row: WordRow, most: int, *, loosely: bool = False) -> str:
        """
        Args:
            loosely: pages may be found on which the words stand otherwise.
        """
        last = row.words[-1]
        answering = [self._words(word)[:most] for word in row.words[:-1]]
        answering.append(self._with_beginning(last) if most == _MOST_ANSWERING else self._words(last)[:most])
        if not all(answering):
            return ""
        if len(answering) == 1:
            return " OR ".join(map(_quoted, answering[0]))
        if prod(map(len, answering)) > _MOST_PHRASES:
            self._is_loose = True
            if loosely and most == _MOST_ANSWERING:
                return "(" + " AND ".join(f"({' OR '.join(map(_quoted, words))})" for words in answering) + ")"
            while prod(map(len, answering)) > _MOST_NEAR_PHRASES:
                longest = max(answering, key=len)
                del longest[len(longest) // 2 :]
        return " OR ".join(_quoted(" ".join(words)) for words in product(*answering))

    def _with_beginning(self, word: Word) -> list[str]:
        """Thousands of words that begin alike, while one is being typed, as one: FTS5 finds them five times as fast."""
        found = self._words(word)
        if not word.beginning or len(found) <= _MOST_RANKED:
            return found[:_MOST_ANSWERING]
        others = [term for term in found if not term.startswith(word.beginning)]
        return [f"{word.beginning}*", *others[: _MOST_ANSWERING - 1]]

    def _words(self, word: Word) -> list[str]:
        """Asked for twice in every question."""
        if word not in self._answering:
            self._answering[word] = self._vocabulary.answering(word)
        return self._answering[word]


def _quoted(tokens: str) -> str:
    """For FTS5, whose sign for a beginning stands behind the quotes."""
    return f'"{tokens[:-1]}"*' if tokens.endswith("*") else f'"{tokens}"'
