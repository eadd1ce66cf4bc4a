"""What differs between two texts, word by word."""

import re
from collections import Counter
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import NamedTuple

_WORDS = re.compile(r"\w+[^\w\n]*|[^\w\n]+|\n")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_PAIRS = 20_000
"""Of equal words, or else lines, that are weighed against each other; what more costs would be felt."""


class Side(Enum):
    BOTH = "both"
    ONE = "one"
    OTHER = "other"


class Piece(NamedTuple):
    side: Side
    text: str


def differences(one: str, other: str) -> list[Piece]:
    """The pieces of both in their order: all but those of OTHER are the one text, all but those of ONE the other.

    Long texts are compared by lines, and very long ones only by what they begin and end with.
    """
    for parts in (_WORDS, _LINES):
        mine, yours = parts.findall(one), parts.findall(other)
        start = _alike(mine, yours)
        end = _alike(mine[start:][::-1], yours[start:][::-1])
        left, right = mine[start : len(mine) - end], yours[start : len(yours) - end]
        there = Counter(right)
        if sum(there[part] for part in left) <= _MOST_PAIRS:
            middle = _compared(left, right)
            break
    else:
        middle = [Piece(Side.ONE, "".join(left)), Piece(Side.OTHER, "".join(right))]
    return _joined(
        [Piece(Side.BOTH, "".join(mine[:start])), *middle, Piece(Side.BOTH, "".join(mine[len(mine) - end :]))]
    )


def _compared(left: list[str], right: list[str]) -> list[Piece]:
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Side.BOTH, "".join(left[a:b])))
        else:
            found += [Piece(Side.ONE, "".join(left[a:b])), Piece(Side.OTHER, "".join(right[c:d]))]
    return found


def _alike(one: list[str], other: list[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _joined(pieces: list[Piece]) -> list[Piece]:
    runs = groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.side)
    return [Piece(side, "".join(piece.text for piece in run)) for side, run in runs]
