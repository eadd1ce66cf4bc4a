"""Which lines of a page are one paragraph: told from where they stand, for a PDF does not say.

Extractors take every line for a block of its own where the leading is wide, and a heading with its text for one where
it is not. What counts here: paragraphs are set evenly; a line that leaves room for the next word was ended on purpose;
and an indent, a bullet or another size begins something new.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from zzpreader.model.geometry import Rect

BULLET = re.compile(r"\s*[•▪▫◦‣⁃●○■□►▶▸➢➤✓✔☐☑\uf0b7\uf0a7]|\s*[-–—*·o]\s")
NUMBER = re.compile(r"\s*\(?(\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
_ENDS = (".", "!", "?", ":", ";", "…", "”", "’", '"', "»", ")")
_WORD = re.compile(r"\S+")

_SAME_SIZE = 0.07
_SAME_PITCH = 0.15
_WIDEST_PITCH = 2.6
"""From line to line, in heights of the line; double spacing is about 2.3."""

_INDENT, _MOST_INDENT = 0.6, 5.0
"""In heights of the line."""


class SetLine(Struct, frozen=True):
    """A line as it was set.

    Args:
        block: which the extractor took it to belong to.
        box: around its characters, turned so that the line runs from left to right.
        height: of most of its characters, in points.
    """

    text: str
    block: int
    box: Rect
    height: float
    turn: int = 0


def paragraphs(lines: Sequence[SetLine]) -> list[int]:
    """For every line, in reading order, the number of its paragraph; rising from 0."""
    if not lines:
        return []
    usual = _usual_pitch(lines)
    numbers = [0]
    start = 0
    for n in range(1, len(lines)):
        if not _goes_on(lines, start, n, usual):
            start = n
        numbers.append(numbers[-1] + (start == n))
    return numbers


def _goes_on(lines: Sequence[SetLine], start: int, n: int, usual: float) -> bool:
    """Whether line `n` belongs to the paragraph whose first line is `start`."""
    above, line = lines[n - 1], lines[n]
    if above.turn == line.turn and _is_beside(above, line):
        return above.block == line.block
    if not _is_set_alike(lines, start, n, usual) or BULLET.match(line.text):
        return False
    was_ended = _has_room(above, line, _right_of_column(lines, start, n))
    is_sentence = above.text.rstrip().endswith(_ENDS)
    if was_ended and not line.text.lstrip()[:1].islower():
        return False
    if NUMBER.match(line.text) and (was_ended or is_sentence):
        return False
    return not _is_indented(lines, start, n, ended=is_sentence or was_ended)


def _is_set_alike(lines: Sequence[SetLine], start: int, n: int, usual: float) -> bool:
    """Whether line `n` follows in the size and at the distance in which the paragraph is set."""
    above, line = lines[n - 1], lines[n]
    if above.turn != line.turn or not _is_below(above, line) or not _alike(above.height, line.height, _SAME_SIZE):
        return False
    pitch = line.box.bottom - above.box.bottom
    known = _pitch_of(lines, start, n)
    if known is None:
        return pitch <= max(usual * (1 + _SAME_PITCH), 1.35 * line.height)
    return _alike(pitch, known, _SAME_PITCH)


def _is_indented(lines: Sequence[SetLine], start: int, n: int, *, ended: bool) -> bool:
    """Whether line `n` stands further in, or out, than the lines of a paragraph do."""
    above, line = lines[n - 1], lines[n]
    shift = (line.box.left - above.box.left) / line.height
    if abs(shift) < _INDENT:
        return False
    first = lines[start]
    hangs = BULLET.match(first.text) or NUMBER.match(first.text)
    if shift > 0:
        # The second line of an item hangs under its words; else an indent after an ended sentence begins something.
        return shift > _MOST_INDENT or (ended and not (n - 1 == start and hangs))
    # Back from the indent of the first line.
    return n - 1 != start or -shift > _MOST_INDENT


def _right_of_column(lines: Sequence[SetLine], start: int, n: int) -> float:
    """How far the lines around line `n` reach that could be set in its column: those before it and some that follow."""
    line = lines[n]
    left, right = line.box.left, line.box.right
    furthest_left = left - _MOST_INDENT * line.height
    for one in lines[max(start - 12, 0) : n + 12]:
        box = one.box
        if (
            box.right > right
            and furthest_left < box.left < line.box.right
            and one.turn == line.turn
            and _alike(one.height, line.height, _SAME_SIZE)
        ):
            right = box.right
    return right


def _has_room(above: SetLine, line: SetLine, right: float) -> bool:
    """Whether the first word of the line would have fitted on the one above."""
    found = _WORD.search(line.text)
    if not found or not line.text:
        return False
    a_letter = line.box.width / len(line.text)
    return right - above.box.right > (len(found.group()) + 1.5) * a_letter + 0.3 * line.height


def _is_beside(above: SetLine, line: SetLine) -> bool:
    common = min(above.box.bottom, line.box.bottom) - max(above.box.top, line.box.top)
    return common > 0.5 * min(above.box.height, line.box.height)


def _is_below(above: SetLine, line: SetLine) -> bool:
    pitch = line.box.bottom - above.box.bottom
    common = min(above.box.right, line.box.right) - max(above.box.left, line.box.left)
    narrow = min(above.box.width, line.box.width)
    return 0 < pitch <= _WIDEST_PITCH * max(above.height, line.height, 1.0) and common > 0.3 * narrow


def _pitch_of(lines: Sequence[SetLine], start: int, n: int) -> float | None:
    """From line to line, as far as the paragraph has shown it."""
    pitches = [
        below.box.bottom - above.box.bottom
        for above, below in pairwise(lines[start:n])
        if not _is_beside(above, below) and above.box.bottom < below.box.bottom
    ]
    return min(pitches) if pitches else None


def _usual_pitch(lines: Sequence[SetLine]) -> float:
    """That of most lines of the page; 0 where there is none."""
    found = Counter(
        round(2 * (line.box.bottom - above.box.bottom)) / 2
        for above, line in pairwise(lines)
        if _is_below(above, line) and not _is_beside(above, line) and _alike(above.height, line.height, _SAME_SIZE)
    )
    return max(found, key=lambda pitch: (found[pitch], -pitch), default=0.0)


def _alike(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(one, other) + 0.3
