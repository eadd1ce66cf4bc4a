"""Text broken into lines. Counting them for ten thousand cards has to be cheap, and painting has to agree with it."""

from collections.abc import Callable, Iterator
from itertools import islice


def wrapped(text: str, width: int, most: int, advance: Callable[[str], int]) -> tuple[list[str], bool]:
    """At most `most` lines no wider than `width`, and whether that is all of the text; if not, the last ends in "…".

    Args:
        advance: width of a piece of text.
    """
    lines = list(islice(_lines(text, max(width, 1), advance), most + 1))
    if len(lines) <= most:
        return lines, True
    last = lines[most - 1]
    while last and advance(f"{last}…") > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last}…"], False


def _lines(text: str, width: int, advance: Callable[[str], int]) -> Iterator[str]:
    blank = advance(" ")
    for paragraph in text.splitlines():
        if advance(paragraph) <= width:
            yield paragraph
            continue
        line, used = "", 0
        for word in paragraph.split():
            length = advance(word)
            if line and used + blank + length > width:
                yield line
                line, used = "", 0
            if not line and length > width:
                *pieces, word = _pieces(word, width, advance)  # noqa: PLW2901 - what is left of it
                yield from pieces
                length = advance(word)
            line, used = (f"{line} {word}", used + blank + length) if line else (word, length)
        yield line


def _pieces(word: str, width: int, advance: Callable[[str], int]) -> Iterator[str]:
    """A word that is wider than a line, cut where a line is full; at least one letter on each."""
    start = 0
    while start < len(word):
        end = start + 1
        while end < len(word) and advance(word[start : end + 1]) <= width:
            end += 1
        yield word[start:end]
        start = end
