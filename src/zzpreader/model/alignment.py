"""Where words stand in a text that is only like the one from which they come, and how like."""

from typing import NamedTuple

_UNRELATED = 0.3
"""The share of letters that sentences have in common which have nothing to do with each other."""

_SAME_END = 4


class Located(NamedTuple):
    """Where the words are: letters [start, end) of the text, and the edits that make it them and their surroundings."""

    start: int
    end: int
    edits_before: int
    edits: int
    edits_after: int


def likeness(edits: int, length: int) -> float:
    """1 for the same letters, 0 for what is as like as any two sentences are."""
    if not length:
        return 1.0 if edits == 0 else 0.0
    return max(0.0, (1 - edits / length - _UNRELATED) / (1 - _UNRELATED))


def locate(before: str, words: str, after: str, text: str) -> Located:
    """The place of `words` in `text` when they, with what was before and after them, are put there with fewest edits.

    What was inserted at either end of the words is counted to them only if that end was changed itself.

    Bit-parallel as in G. Myers, "A fast bit-vector algorithm for approximate string matching" (J. ACM 46, 1999), with
    the vectors kept for the way back as in H. Hyyrö, "A note on bit-parallel alignment computation" (2004).
    Cost: about 1 µs for every letter of `text`, more from some hundred letters of `words` on.
    """
    pattern = before + words + after
    rises, falls, end = _columns(pattern, text)
    first, last = len(before), len(before) + len(words)
    reached: dict[int, tuple[int, int]] = {}
    left: dict[int, tuple[int, int]] = {}
    row, column, edits = len(pattern), end, 0
    while True:
        reached.setdefault(row, (column, edits))
        left[row] = (column, edits)
        if not row:
            break
        bit = 1 << (row - 1)
        if rises[column] & bit:
            row, edits = row - 1, edits + 1
            continue
        column -= 1
        if falls[column] & bit:
            edits += 1
            continue
        row -= 1
        edits += pattern[row] != text[column]
    start_at, edits_at_start = reached[first]
    if words[:_SAME_END] != text[start_at : start_at + _SAME_END]:
        start_at, edits_at_start = left[first]
    end_at, edits_at_end = left[last]
    if words[-_SAME_END:] != text[max(0, end_at - _SAME_END) : end_at]:
        end_at, edits_at_end = reached[last]
    return Located(
        start=min(start_at, end_at),
        end=end_at,
        edits_before=edits - left[first][1],
        edits=max(0, edits_at_start - edits_at_end),
        edits_after=reached[last][1],
    )


def _columns(pattern: str, text: str) -> tuple[list[int], list[int], int]:
    """For every column of the table of distances in which rows it rises and falls by one, and the best column."""
    where: dict[str, int] = {}
    for n, letter in enumerate(pattern):
        where[letter] = where.get(letter, 0) | 1 << n
    mask = (1 << len(pattern)) - 1
    highest = 1 << (len(pattern) - 1) if pattern else 0
    rise, fall = mask, 0
    rises, falls = [rise], [fall]
    distance = best = len(pattern)
    end = 0
    for n, letter in enumerate(text, 1):
        equal = where.get(letter, 0)
        diagonal = equal | fall
        across = (((equal & rise) + rise) ^ rise) | equal
        up = fall | (mask & ~(across | rise))
        down = rise & across
        if up & highest:
            distance += 1
        elif down & highest:
            distance -= 1
        up <<= 1
        rise = mask & ((down << 1) | ~(diagonal | up))
        fall = mask & up & diagonal
        rises.append(rise)
        falls.append(fall)
        if distance < best:
            best, end = distance, n
    return rises, falls, end
