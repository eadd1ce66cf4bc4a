"""The letters and digits of a whole publication in a row: what stays when it is set anew.

Case, accents, blanks, hyphens, line ends and page breaks are left out, for they change with the layout. Running heads
and page numbers stand behind everything else, so that a sentence that runs on over a page is in one piece.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from zzpreader.model.folding import fold
from zzpreader.model.pages import Half, Place
from zzpreader.model.text import Line, PageText

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[^\w\n]*")
_MOST_SIGNS = 8
_NUMBER = re.compile(r"\d+")
_JOINING = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")

_EDGE_LINES = 4
"""A running head or foot is among so many lines from the top or the bottom of its page."""

_LONGEST_RUNNING = 120
_LEADER = re.compile(r"(?:[.·…_]\s*){3}")
"""What leads to the number at the end of a line of a contents list; such lines have one height on page after page."""

_RUNNING_FROM_PAGES = 3
_AROUND = 4
_SAME_HEIGHT = 4.0
"""Points."""

_ABOVE = 3.0
"""Points by which a heading can be said to start below the top of its own line."""


def letters_of(text: str) -> str:
    return "".join(_WORD.findall(fold(text).text))


def same_words(one: str, other: str) -> bool:
    """Whether a reader sees the same words and signs; case counts, blanks and hyphens inside words do not."""
    return _words_and_signs(one) == _words_and_signs(other)


def _words_and_signs(text: str) -> str:
    found = list(_WORD.finditer(text))
    inner = text[found[0].start() : found[-1].end()] if found else text
    return _JOINING.sub("", fold(inner, match_case=True).text.replace(" ", ""))


class Stretch(NamedTuple):
    """Code points [start, end) of the text of one page."""

    page: int
    start: int
    end: int


class _Piece(NamedTuple):
    """What one page gives: for its letters from `first` on, their offsets in the page's text, rising."""

    first: int
    page: int
    offsets: "array[int]"


class Letters:
    """
    Args:
        texts: of all pages.
        pieces: of the pages' own text, then of their running lines.
        word_starts: one byte a letter, 1 where a word starts.
    """

    def __init__(self, texts: Sequence[PageText], text: str, pieces: Sequence[_Piece], word_starts: bytes) -> None:
        self.text = text
        self._texts = texts
        self._pieces = pieces
        self._word_starts = word_starts
        self._firsts = [piece.first for piece in pieces]
        self._of_page: dict[int, list[_Piece]] = {}
        for piece in pieces:
            self._of_page.setdefault(piece.page, []).append(piece)

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Where letters [start, end) stand, page by page."""
        found: list[Stretch] = []
        for piece in self._pieces[max(0, bisect_right(self._firsts, start) - 1) :]:
            if piece.first >= end:
                break
            first, last = max(start - piece.first, 0), min(end - piece.first, len(piece.offsets))
            if first < last:
                found.append(Stretch(piece.page, piece.offsets[first], piece.offsets[last - 1] + 1))
        return [self._joined(stretch, n > 0, n < len(found) - 1) for n, stretch in enumerate(found)]

    def _joined(self, stretch: Stretch, follows: bool, goes_on: bool) -> Stretch:
        """With the signs that stand where it runs on over a page."""
        text, start, end = self._texts[stretch.page].text, stretch.start, stretch.end
        before = _SIGNS.match(text[:start][::-1][:_MOST_SIGNS]) if follows else None
        after = _SIGNS.match(text, end, end + _MOST_SIGNS) if goes_on else None
        return Stretch(stretch.page, start - len(before.group()) if before else start, after.end() if after else end)

    def words(self, start: int, end: int) -> str:
        """Letters [start, end) as they stand in the pages' texts, with all that is between them."""
        return "\n".join(self._texts[s.page].text[s.start : s.end] for s in self.stretches(start, end))

    def span(self, stretches: Sequence[Stretch]) -> tuple[int, int] | None:
        """The letters in these code points, without running lines unless there is nothing else; None for no letters."""
        spans = [span for stretch in stretches for span in self._spans(stretch)]
        if not spans:
            return None
        own = [span for span in spans if span[0] < self._running_from] or spans
        return own[0][0], max(own[0][1], own[-1][1])

    def _spans(self, stretch: Stretch) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for piece in self._of_page.get(stretch.page, ()):
            first, last = (bisect_left(piece.offsets, offset) for offset in (stretch.start, stretch.end))
            if first < last:
                spans.append((piece.first + first, piece.first + last))
        return spans

    @cached_property
    def _running_from(self) -> int:
        """The first letter of the running lines."""
        turn = next((n for n in range(1, len(self._pieces)) if self._pieces[n].page <= self._pieces[n - 1].page), None)
        return len(self.text) if turn is None else self._pieces[turn].first

    def at(self, place: Place, middle: float) -> int:
        """The first letter at or below the place.

        Args:
            middle: the `x` that parts the halves of a spread.
        """
        for page in range(place.page, len(self._texts)):
            for line in self._texts[page].lines if page in self._of_page else ():
                box = self._texts[page].box(line.start)
                if page == place.page and (
                    box.top < place.y - _ABOVE or (place.half is Half.RIGHT and box.left < middle)
                ):
                    continue
                piece = self._of_page[page][0]
                if piece.first < self._running_from:
                    return piece.first + bisect_left(piece.offsets, line.start)
        return self._running_from

    def to_words(self, start: int, end: int) -> tuple[int, int]:
        """Letters [start, end) with their ends moved to the nearest end of a word."""
        return self._to_word(start), self._to_word(end)

    def _to_word(self, at: int) -> int:
        for distance in range(len(self.text)):
            for moved in (at - distance, at + distance):
                if moved in (0, len(self.text)) or (0 < moved < len(self.text) and self._word_starts[moved]):
                    return moved
        return at

    def are_words(self, start: int, end: int) -> bool:
        """Whether [start, end) are whole words."""
        return bool(self._word_starts[start]) and (end == len(self.text) or bool(self._word_starts[end]))


def gather(texts: Sequence[PageText]) -> Generator[float, None, Letters]:
    """Yields: the share that is done, after every page. Cost: about 1 ms for a page of running text."""
    edges: list[dict[Line, tuple[str, int]]] = []
    for page, text in enumerate(texts):
        edges.append(_edge_lines(text))
        yield page / (2 * len(texts))
    running: list[list[Line]] = []
    for lines in _running_lines(edges):
        running.append(lines)
        yield 0.5
    pieces: list[_Piece] = []
    letters: list[str] = []
    word_starts = bytearray()

    def add(page: int, words: Sequence[str], offsets: "array[int]") -> None:
        pieces.append(_Piece(len(word_starts), page, offsets))
        letters.append("".join(words))
        for word in words:
            word_starts.extend(b"\1" + bytes(len(word) - 1))

    behind: list[tuple[int, list[str], array[int]]] = []
    for page, text in enumerate(texts):
        own, own_offsets, others, other_offsets = _words_on(text, running[page])
        add(page, own, own_offsets)
        if others:
            behind.append((page, others, other_offsets))
        yield 0.5 + page / (2 * len(texts))
    for page, others, offsets in behind:
        add(page, others, offsets)
        yield 1.0
    return Letters(texts, "".join(letters), pieces, bytes(word_starts))


def _words_on(text: PageText, running: Sequence[Line]) -> "tuple[list[str], array[int], list[str], array[int]]":
    folded = fold(text.text)
    own: list[str] = []
    others: list[str] = []
    own_offsets, other_offsets = array("I"), array("I")
    for word in _WORD.finditer(folded.text):
        first, last = word.span()
        at = folded.offsets[first]
        is_running = any(line.start <= at < line.end for line in running)
        (others if is_running else own).append(word.group())
        (other_offsets if is_running else own_offsets).extend(folded.offsets[first:last])
    return own, own_offsets, others, other_offsets


def _running_lines(edges: Sequence[dict[Line, tuple[str, int]]]) -> Iterator[list[Line]]:
    """For every page its lines that, but for numbers, stand at the same height on several pages around it too."""
    for page, lines in enumerate(edges):
        around = Counter(
            key for near in edges[max(0, page - _AROUND) : page + _AROUND + 1] for key in set(near.values())
        )
        yield [line for line, key in lines.items() if around[key] >= _RUNNING_FROM_PAGES]


def _edge_lines(text: PageText) -> dict[Line, tuple[str, int]]:
    """What could be running heads and feet, with their words and how high they stand."""
    by_height = sorted((text.box(line.start).top, line.start, line) for line in text.lines if _can_run(line, text))
    edge = {line: round(top / _SAME_HEIGHT) for top, _, line in (*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:])}
    words = {line: _NUMBER.sub("0", letters_of(text.text[line.start : line.end])) for line in edge}
    return {line: (words[line], height) for line, height in edge.items() if words[line]}


def _can_run(line: Line, text: PageText) -> bool:
    return line.end - line.start <= _LONGEST_RUNNING and not _LEADER.search(text.text, line.start, line.end)
