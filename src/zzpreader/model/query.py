"""What is looked for, read from what was typed: one value for the publication, the library and the notes.

`a b` asks for both, `a OR b` (also OF) for one of them, `-a` for places without it, and `"a b"` for these words as they
are written, one after the other.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain, groupby

from msgspec import Struct

from zzpreader.model.folding import fold
from zzpreader.model.stemming import stem

MOST_LETTERS = 1000
"""Of what is typed."""

TOKEN = re.compile(r"\w+(?:[-']\w+)*")
"""A word of folded text, with the hyphens and apostrophes inside it."""

_PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_OR = frozenset({"OR", "OF", "|"})
_MOST_LIKE = 20

Words = tuple[str, ...]
"""Folded words that stand one after the other."""


_Piece = tuple[str, str | None, str]
"""A minus or nothing, what stands in quotes, and what stands in none."""


class _Kind(Enum):
    PLAIN = auto()
    PHRASE = auto()
    UNWANTED = auto()


class BadPattern(ValueError):
    """What was typed is no regular expression."""


class Term(Struct, frozen=True, array_like=True):
    """
    Args:
        like: what means the same.
        as_written: no other forms of the words, and no compounds.
        is_open: the last word goes on: somebody is still typing it.
    """

    words: Words
    like: tuple[Words, ...] = ()
    as_written: bool = False
    is_open: bool = False


class Clause(Struct, frozen=True, array_like=True):
    all_of: tuple[Term, ...]
    none_of: tuple[Term, ...] = ()


class Query(Struct, frozen=True):
    """
    Args:
        any_of: empty if `literal` is looked for, letter by letter.
        is_regex: `literal` is a regular expression.
        is_exact: nothing is folded but, without `match_case`, case.
    """

    any_of: tuple[Clause, ...] = ()
    literal: str = ""
    is_regex: bool = False
    is_exact: bool = False
    match_case: bool = False
    whole_words: bool = False

    @property
    def asks(self) -> bool:
        return bool(self.any_of or self.literal)


class Synonyms:
    """Groups of words that mean the same.

    Args:
        texts: of lists: a group a line, commas between its words, and what follows a # is for people.
    """

    def __init__(self, *texts: str) -> None:
        self._groups: dict[Words, list[Words]] = {}
        for line in (line for text in texts for line in text.splitlines()):
            group = [words for one in line.split("#")[0].split(",") if (words := tokens_of(one))]
            for words in group:
                kept = self._groups.setdefault(_stems(words), [])
                kept += [other for other in group if other != words and other not in kept]

    @property
    def longest(self) -> int:
        """Words of the longest member."""
        return max(map(len, self._groups), default=0)

    def of(self, words: Words) -> tuple[Words, ...]:
        return tuple(self._groups.get(_stems(words), ())[:_MOST_LIKE])


NONE_LIKE = Synonyms()


def read_query(
    typed: str,
    synonyms: Synonyms = NONE_LIKE,
    *,
    together: bool = False,
    typing: bool = False,
    whole_words: bool = False,
    match_case: bool = False,
    exact: bool = False,
    regex: bool = False,
) -> Query:
    """
    Args:
        together: words that are typed one after the other stand so in the text.
        typing: the last word may not be whole yet, unless a blank follows it.
        exact: every letter and sign is looked for as it was typed.

    Raises: BadPattern.
    """
    line = " ".join(typed.split())[:MOST_LETTERS]
    if regex and line:
        return Query(literal=_checked(line, exact), is_regex=True, is_exact=exact, match_case=match_case)
    is_open = typing and not typed[-1:].isspace()
    clauses = () if exact or match_case else tuple(_clauses(line, synonyms, together, whole_words, is_open))
    if clauses:
        return Query(any_of=clauses, whole_words=whole_words)
    return Query(literal=line, is_exact=exact, match_case=match_case or exact, whole_words=whole_words)


def tokens_of(text: str) -> Words:
    return tuple(TOKEN.findall(fold(text).text))


def letters_in(word: str) -> str:
    """A word without hyphens and apostrophes: zzp-beleid is zzpbeleid."""
    return word.replace("-", "").replace("'", "")


def _stems(words: Words) -> Words:
    return tuple(stem(letters_in(word)) for word in words)


def _clauses(line: str, synonyms: Synonyms, together: bool, whole_words: bool, typing: bool) -> Iterator[Clause]:
    pieces = [(found[1] or "", found[2], found[3]) for found in _PIECE.finditer(line)]
    choices: list[list[_Piece]] = [[]]
    for n, piece in enumerate(pieces):
        if piece[2] in _OR and choices[-1] and n < len(pieces) - 1:
            choices.append([])
        else:
            choices[-1].append(piece)
    goes_on = typing and not whole_words
    for n, choice in enumerate(choices):
        clause = _clause(choice, synonyms, together, whole_words, goes_on and n == len(choices) - 1)
        if clause.all_of:
            yield clause


def _clause(pieces: Sequence[_Piece], synonyms: Synonyms, together: bool, whole_words: bool, is_open: bool) -> Clause:
    wanted: list[Term] = []
    unwanted: list[Term] = []
    groups = [(kind, list(group)) for kind, group in groupby(pieces, _kind)]
    for n, (kind, group) in enumerate(groups):
        if kind is _Kind.PLAIN:
            words = tuple(chain.from_iterable(tokens_of(plain) for _, _, plain in group))
            wanted.extend(_terms(words, synonyms, together, whole_words, is_open and n == len(groups) - 1))
        elif kind is _Kind.UNWANTED:
            unwanted.extend(Term(tokens_of(plain[1:]), as_written=whole_words) for _, _, plain in group)
        else:
            for minus, phrase, _ in group:
                if words := tokens_of(phrase or ""):
                    (unwanted if minus else wanted).append(Term(words, as_written=True))
    return Clause(tuple(wanted), tuple(unwanted))


def _kind(piece: _Piece) -> _Kind:
    _, phrase, plain = piece
    if phrase is not None:
        return _Kind.PHRASE
    return _Kind.UNWANTED if plain[0] == "-" and plain[1:2].isalnum() else _Kind.PLAIN


def _terms(words: Words, synonyms: Synonyms, together: bool, whole_words: bool, is_open: bool) -> Iterator[Term]:
    if not words:
        return
    if whole_words:
        yield from [Term(words, as_written=True)] if together else [Term((one,), as_written=True) for one in words]
    elif together:
        yield Term(words, synonyms.of(words), is_open=is_open)
    else:
        at = 0
        while at < len(words):
            length = next((n for n in range(synonyms.longest, 1, -1) if synonyms.of(words[at : at + n])), 1)
            some = words[at : at + length]
            at += len(some)
            yield Term(some, synonyms.of(some), is_open=is_open and at == len(words))


def _checked(pattern: str, exact: bool) -> str:
    if not exact:
        parts = unicodedata.normalize("NFKD", pattern)
        pattern = "".join(part for part in parts if not unicodedata.combining(part))
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as problem:
        raise BadPattern(str(problem)) from None
    return pattern
