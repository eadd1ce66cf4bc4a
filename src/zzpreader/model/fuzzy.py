"""How well a title answers to a few letters of it, for finding things by typing. Pure.

Words count in any order. The best are words of the title or their beginnings, then parts of words, then letters that
stand apart, where those that follow each other or begin a word count for more. A word whose letters are not all there
in their order answers not at all; letters that stand apart must begin with a word, and go on near by or with another.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zzpreader.model.folding import Folded

_LETTER = 16
_AT_WORD = 24
_AT_START = 12
_WHOLE = 6
_STEP = 8
"""A letter that does not follow the one before, but begins a word."""
_LEAP = 1
"""One that does neither, at most so many letters on:"""
_FARTHEST = 6
_LONGEST = 300
"""Letters of a title that are looked at."""


class Fit(NamedTuple):
    """
    Args:
        score: more is better; comparable between titles for the same words.
        letters: offsets in the title (not folded) of what was typed.
    """

    score: float
    letters: frozenset[int]


def fit(words: Sequence[str], title: Folded) -> Fit | None:
    """None if the title does not answer. Cost: some microseconds for a title that does not.

    Args:
        words: folded; none: everything fits equally well.
    """
    text = title.text[:_LONGEST]
    score = 0.0
    letters: set[int] = set()
    for word in words:
        found = _as_part(word, text) or _as_letters(word, text)
        if found is None:
            return None
        score += found.score
        letters |= found.letters
    if words:
        score -= len(text) / _LONGEST  # of equals the shorter one
    return Fit(score, frozenset(title.offsets[at] for at in letters))


def _as_part(word: str, text: str) -> Fit | None:
    best: Fit | None = None
    at = text.find(word)
    while at >= 0:
        score = float(_LETTER * len(word))
        if _begins(text, at):
            end = at + len(word)
            score += _AT_WORD + (_AT_START if at == 0 else 0) + (_WHOLE if _ends(text, end) else 0)
        if best is None or score > best.score:
            best = Fit(score, frozenset(range(at, at + len(word))))
        at = text.find(word, at + 1)
    return best


def _as_letters(word: str, text: str) -> Fit | None:
    """The best way to find the letters one after another; always less than for the same letters together."""
    if len(word) < 2 or not _has_in_order(word, text):
        return None
    row = {at: Fit(_STEP, frozenset((at,))) for at in _places(word[0], text) if _begins(text, at)}
    for letter in word[1:]:
        row = dict(_continued(row, letter, text))
    return max(row.values(), key=lambda one: one.score, default=None)


def _continued(row: dict[int, Fit], letter: str, text: str) -> Iterable[tuple[int, Fit]]:
    for at in _places(letter, text):
        if _begins(text, at):
            before = [one for place, one in row.items() if place < at]
        else:
            before = [row[place] for place in range(at - _FARTHEST, at) if place in row]
        if before:
            best = max(before, key=lambda one: one.score)
            near = row.get(at - 1)
            far = best.score + (_STEP if _begins(text, at) else _LEAP)
            if near and near.score + _STEP > far:
                yield at, Fit(near.score + _STEP, near.letters | {at})
            else:
                yield at, Fit(far, best.letters | {at})


def _has_in_order(word: str, text: str) -> bool:
    at = 0
    for letter in word:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _places(letter: str, text: str) -> Iterable[int]:
    at = text.find(letter)
    while at >= 0:
        yield at
        at = text.find(letter, at + 1)


def _begins(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not text[end].isalnum()
