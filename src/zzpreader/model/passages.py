"""Where in a text a query is answered."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zzpreader.model.folding import Folded, find_folded
from zzpreader.model.query import TOKEN, Query, Term, letters_in
from zzpreader.model.stemming import spellings, stem
from zzpreader.model.wholes import wholes_with

Span = tuple[int, int]

_NEXT = re.compile(rf"[^\w]{{1,8}}({TOKEN.pattern})")
_ENDINGS = frozenset({"", "s", "n", "en", "e", "es"})
_FEWEST_BESIDE = 3
"""Letters that another part of a compound has."""

_FEWEST_IN_PARTS = 3
"""Letters of a word that is found behind a hyphen while it is typed or beside others: one of fewer is in thousands."""

_LONG = 5
"""Letters of a word that is found anywhere in a compound; a shorter one is in too many words by chance."""

_PREFIXES = ("ver", "ont")
_VOWEL = re.compile("[aeiouy]")
_ANOTHER = re.compile(r"[^aeiou].{3}|(?:aan|uit|onder|over|adm|adv|af[dsvwz]|in[hk]o|om[gz]|op[bdghlnsvwz]).")
"""What can follow on a word of three letters: kas is in kasstroom and kasadministratie, wet is not in wetenschap."""
_MOST_KNOWN = 200_000


class Word:
    """One word of a query, and which words of a text answer to it.

    Attributes:
        roots: pattern that is found in every word that can answer.
        beginning: every word that begins with it answers; "" where a word must be whole.
        is_as_written: nothing else answers but words with hyphens and apostrophes in them, or of which it is a part.
        is_in_parts: what stands behind a hyphen answers: "a" in "e-a".
    """

    def __init__(
        self,
        text: str,
        *,
        as_written: bool = False,
        is_kin: bool = False,
        is_open: bool = False,
        is_alone: bool = True,
    ) -> None:
        """
        Args:
            is_kin: of a synonym: no compounds, and only its plural.
            is_alone: no other word has to stand beside it.
        """
        self._letters = letters_in(text)
        self.is_as_written, self._is_kin = as_written, is_kin
        self.beginning = self._letters if is_open else ""
        self.is_in_parts = len(self._letters) >= _FEWEST_IN_PARTS or (is_alone and not is_open)
        self._stem = stem(self._letters)
        roots = {self._letters}
        if not as_written and not is_kin:
            roots |= spellings(self._letters)
        self._beginnings = roots
        self._is_abbreviation = not _VOWEL.search(self._letters)
        self._wholes = () if as_written or is_kin else wholes_with(roots, self._stem)
        self.plain_roots = tuple(
            sorted(root for root in roots if not any(root != one and one in root for one in roots))
        )
        self.roots = "|".join("[-']?".join(map(re.escape, root)) for root in self.plain_roots)
        self._known: dict[str, Span | None] = {}

    def span_in(self, token: str) -> Span | None:
        """Which letters of the token answer: all of them, or a part of a compound."""
        if token not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[token] = self._look(token)
        return self._known[token]

    def _look(self, token: str) -> Span | None:
        letters = letters_in(token)
        if found := self._in(letters):
            places = [at for at, sign in enumerate(token) if sign not in "-'"]
            return places[found[0]], places[found[1] - 1] + 1
        if len(letters) == len(token):
            return None
        for at, piece in self._pieces(token):
            if found := self._in(piece):
                return at + found[0], at + found[1]
        return None

    def _pieces(self, token: str) -> Iterator[tuple[int, str]]:
        """Its parts that can answer, each with where it begins."""
        at = 0
        for part in token.split("-") if self.is_in_parts else token.split("-", 1)[:1]:
            for n, piece in enumerate(part.split("'")):
                is_tail = n > 0
                counts = self.is_in_parts and len(piece) >= _LONG
                if piece and (counts if is_tail else not (self.is_as_written and "'" in part)):
                    yield at, piece
                at += len(piece) + 1

    def _in(self, letters: str) -> Span | None:
        own = self._letters
        if letters == own:
            return 0, len(letters)
        if self.beginning and letters.startswith(own):
            return 0, len(own)
        if self.is_as_written:
            return None
        if self._is_kin:
            return (0, len(letters)) if letters.startswith(own) and letters[len(own) :] in _ENDINGS else None
        base = stem(letters)
        if base == self._stem:
            return 0, len(letters)
        found = self._part(letters, base)
        return None if found and self._is_by_chance(letters, *found) else found

    def _is_by_chance(self, letters: str, start: int, end: int) -> bool:
        """Whether what was found as a part stands in a longer word that is no compound."""
        least = min(end, start + len(self._stem))
        for whole in self._wholes:
            at = letters.rfind(whole, 0, start + len(whole))
            if 0 <= at <= start and least <= at + len(whole) and not (at == start and at + len(whole) <= end):
                return True
        return False

    def _part(self, letters: str, base: str) -> Span | None:
        """The word as the first, last or a middle part of a compound."""
        own = self._stem
        if len(own) < _FEWEST_BESIDE or not own.isalpha():
            return None
        for root in self._beginnings:
            rest = letters[len(root) :]
            if letters.startswith(root) and (
                len(own) > _FEWEST_BESIDE or self._is_abbreviation or _ANOTHER.match(rest)
            ):
                return 0, len(root)
        before = base[: -len(own)]
        fewest = _FEWEST_BESIDE if len(own) > _FEWEST_BESIDE else _FEWEST_BESIDE + 1
        if base.endswith(own) and len(before) >= fewest and not (len(own) < _LONG and before in _PREFIXES):
            return len(before), len(letters)
        return self._middle(letters) if len(own) > _FEWEST_BESIDE else None

    def _middle(self, letters: str) -> Span | None:
        for root in self._beginnings:
            at = letters.find(root, _FEWEST_BESIDE)
            after = len(letters) - at - len(root)
            if at > 0 and (len(self._stem) >= _LONG or after > _FEWEST_BESIDE):
                return at, at + len(root)
        return None


class Row:
    """Words that stand one after the other."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(words)
        self._first = re.compile(self.words[0].roots)

    def spans(self, text: str) -> Iterator[Span]:
        done = 0
        for root in self._first.finditer(text):
            if root.start() < done:
                continue
            begin = text.rfind(" ", 0, root.start()) + 1
            end = text.find(" ", root.end())
            done = len(text) if end < 0 else end
            for token in TOKEN.finditer(text, begin, done):
                if (found := self.words[0].span_in(token.group())) and (last := self._end(text, token, found)):
                    yield token.start() + found[0], last

    def _end(self, text: str, first: "re.Match[str]", found: Span) -> int | None:
        if len(self.words) == 1:
            return first.start() + found[1]
        at, last = first.end(), None
        for word in self.words[1:]:
            following = _NEXT.match(text, at)
            span = word.span_in(following[1]) if following else None
            if following is None or span is None:
                return None
            at, last = following.end(), following.start(1) + span[1]
        return last


class Passages:
    """All places of a query. Cost: some 10 us for a page without them."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self.clauses = [(_rows(clause.all_of), _rows(clause.none_of)) for clause in query.any_of]
        flags = re.IGNORECASE if not query.match_case else 0
        self._pattern = re.compile(query.literal, flags) if query.is_regex else None
        if query.is_exact and not query.is_regex:
            literal = r"\s+".join(map(re.escape, query.literal.split()))
            self._pattern = re.compile(rf"(?<!\w){literal}(?!\w)" if query.whole_words else literal)

    def spans(self, source: str, folded: Folded) -> Iterator[Span]:
        """Code points [start, end) of the source, from front to back, not overlapping.

        Args:
            folded: the source, with the query's `match_case`.
        """
        if self._query.is_exact:
            yield from self._spans(source)
        else:
            yield from (folded.span(*span) for span in self._spans(folded.text))

    def _spans(self, text: str) -> Iterable[Span]:
        """Code points of `text` itself."""
        if self._pattern:
            return (found.span() for found in self._pattern.finditer(text) if found[0])
        if self.clauses:
            return self.folded_spans(text)
        query = self._query
        return find_folded(text, query.literal, match_case=query.match_case, whole_words=query.whole_words)

    def folded_spans(self, text: str) -> list[Span]:
        """For a query of words: code points of folded text."""
        found: list[Span] = []
        for wanted, unwanted in self.clauses:
            every = [[span for row in rows for span in row.spans(text)] for rows in wanted]
            if all(every) and not any(next(row.spans(text), None) for rows in unwanted for row in rows):
                found += (span for spans in every for span in spans)
        return list(_apart(found))

    def is_in(self, text: str) -> bool:
        """Whether folded text answers to the query."""
        if not self.clauses:
            return next(iter(self._spans(text)), None) is not None
        for wanted, unwanted in self.clauses:
            if all(any(next(row.spans(text), None) for row in rows) for rows in wanted) and not any(
                next(row.spans(text), None) for rows in unwanted for row in rows
            ):
                return True
        return False


@lru_cache(maxsize=8)
def passages_of(query: Query) -> Passages:
    return Passages(query)


def _rows(terms: Iterable[Term]) -> list[list[Row]]:
    return [[_row(term), *(Row(Word(word, is_kin=True) for word in words) for words in term.like)] for term in terms]


def _row(term: Term) -> Row:
    last = len(term.words) - 1
    return Row(
        Word(word, as_written=term.as_written, is_open=term.is_open and n == last, is_alone=not last)
        for n, word in enumerate(term.words)
    )


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    done = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done:
            yield start, end
            done = end
