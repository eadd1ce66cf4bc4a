"""Text that was recognised in the picture of a page (OCR): as it is kept, and as the text of that page."""

import statistics
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.arranging import arrange
from zzpreader.model.decoding import learnt
from zzpreader.model.geometry import Rect, Rotation, Size, bounds, rotate_rect, turned
from zzpreader.model.text import EMPTY, Line, PageText

_MOST_WORDS = 20_000
_LONGEST_WORD = 200
_LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes of one page, unpacked; a newspaper's has a tenth of it."""

_UNITS = 10
"""A point has so many; whole numbers take a third of the room."""

_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’|()[]1"), frozenset("mwMW—@%")
_MUCH_HIGHER = 2.0


class Word(Struct, frozen=True, array_like=True, gc=False):
    """Edges in page space, in tenths of a point."""

    text: str
    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def at(cls, text: str, box: Rect) -> "Word":
        left, top, right, bottom = (round(edge * _UNITS) for edge in (box.left, box.top, box.right, box.bottom))
        return cls(text[:_LONGEST_WORD], left, top, right, bottom)

    @property
    def box(self) -> Rect:
        return Rect(self.left / _UNITS, self.top / _UNITS, self.right / _UNITS, self.bottom / _UNITS)


class WordLine(Struct, frozen=True, array_like=True):
    """
    Args:
        words: in reading order; not empty.
        block: number of the paragraph, rising.
        turn: as `Line` of a text has it.
    """

    words: tuple[Word, ...]
    block: int
    turn: Rotation = 0


class Recognised(Struct, frozen=True, array_like=True):
    """
    Args:
        lines: none for a page on which there are no words.
        confidence: of the program that read it, on average over the words; 0 to 100.
    """

    lines: tuple[WordLine, ...] = ()
    confidence: int = 0

    @property
    def words(self) -> int:
        return sum(len(line.words) for line in self.lines)


class Seen(Struct, frozen=True):
    """A word on a picture, in pixels from its top left.

    Args:
        paragraph, line: which of the page's, in any numbers.
    """

    text: str
    box: Rect
    confidence: float
    paragraph: tuple[int, ...]
    line: int


def recognised(seen: Sequence[Seen], size: Size, rotation: Rotation, scale: float) -> Recognised:
    """
    Args:
        size, rotation: of the page; the picture shows it turned.
        scale: pixels a point.
    """
    kept = [one for one in seen[:_MOST_WORDS] if one.text]
    lines = [list(words) for words in _lines(kept)]
    ways = [_way(words) for words in lines]
    usual = Counter(way for way in ways if way is not None).most_common(1)
    shown = size.turned(rotation)
    found: list[WordLine] = []
    block, paragraph = -1, None
    for words, way in zip(lines, ways, strict=True):
        if words[0].paragraph != paragraph:
            block, paragraph = block + 1, words[0].paragraph
        turn = way if way is not None else (usual[0][0] if usual else 0)
        placed = tuple(
            Word.at(one.text, rotate_rect(_in_points(one.box, scale, shown), shown, turned(360 - rotation)))
            for one in words
        )
        found.append(WordLine(placed, block, turned(turn - rotation)))
    sure = sum(one.confidence for one in kept) / len(kept) if kept else 0.0
    return Recognised(tuple(found), round(min(max(sure, 0.0), 100.0)))


def _lines(seen: Sequence[Seen]) -> Iterator[list[Seen]]:
    line: list[Seen] = []
    for one in seen:
        if line and (one.paragraph, one.line) != (line[0].paragraph, line[0].line):
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def _way(words: Sequence[Seen]) -> Rotation | None:
    """In which direction the words follow each other; None for one word alone."""
    if len(words) == 1:
        return None
    first, last = words[0].box.centre, words[-1].box.centre
    across, down = last.x - first.x, last.y - first.y
    if abs(down) > abs(across):
        return 90 if down > 0 else 270
    return 0 if across >= 0 else 180


def _in_points(box: Rect, scale: float, shown: Size) -> Rect:
    """Whatever the other program says, within the page."""
    left, right = (min(max(edge / scale, 0.0), shown.width) for edge in sorted((box.left, box.right)))
    top, bottom = (min(max(edge / scale, 0.0), shown.height) for edge in sorted((box.top, box.bottom)))
    return Rect(left, top, right, bottom)


def pack(page: Recognised) -> bytes:
    """Some 4 kB for a page of running text."""
    return zlib.compress(msgspec.msgpack.encode(page), 6)


def unpack(packed: bytes) -> Recognised | None:
    """None for what nobody has packed."""
    try:
        whole = zlib.decompressobj().decompress(packed, _LARGEST_PAGE)
        return msgspec.msgpack.decode(whole, type=learnt(Recognised))
    except (zlib.error, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def text_of(page: Recognised, size: Size) -> PageText:
    """The words as a page's text: each character has its share of the word's box, and each line one height.

    Args:
        size: of the unrotated page.
    """
    text: list[str] = []
    boxes = array("f")
    lines: list[Line] = []
    start = 0
    for line in page.lines:
        said = " ".join(word.text for word in line.words)
        if not said.strip():
            continue
        characters = list(_characters(line))
        for box in (*characters, _edge(characters[-1], line.turn)):
            boxes.extend((box.left, box.top, box.right, box.bottom))
        text += (said, "\n")
        end = start + len(said)
        lines.append(Line(start, end, line.block, line.turn))
        start = end + 1
    return arrange(PageText("".join(text), boxes.tobytes(), tuple(lines)), size) if lines else EMPTY


def _characters(line: WordLine) -> Iterator[Rect]:
    """A box for every character, and for the blanks between words."""
    upright = line.turn in (0, 180)
    boxes = [_of_one_height(line, word.box) for word in line.words]
    for n, (word, box) in enumerate(zip(line.words, boxes, strict=True)):
        if n:
            before = boxes[n - 1]
            if upright:
                edges = sorted((before.right, box.left) if line.turn == 0 else (box.right, before.left))
                yield Rect(edges[0], box.top, edges[1], box.bottom)
            else:
                edges = sorted((before.bottom, box.top) if line.turn == 90 else (box.bottom, before.top))
                yield Rect(box.left, edges[0], box.right, edges[1])
        yield from _shares(word.text, box, line.turn)


def _of_one_height(line: WordLine, box: Rect) -> Rect:
    """As high as the line, unless something in it is much higher than the rest, such as a large initial."""
    around = bounds([word.box for word in line.words])
    if line.turn in (0, 180):
        usual = statistics.median(word.box.height for word in line.words)
        return Rect(box.left, around.top, box.right, around.bottom) if around.height < _MUCH_HIGHER * usual else box
    usual = statistics.median(word.box.width for word in line.words)
    return Rect(around.left, box.top, around.right, box.bottom) if around.width < _MUCH_HIGHER * usual else box


def _shares(word: str, box: Rect, turn: Rotation) -> Iterator[Rect]:
    widths = [0.5 if letter in _NARROW else 1.5 if letter in _WIDE else 1.0 for letter in word]
    whole, passed = sum(widths), 0.0
    for width in widths:
        first, last = passed / whole, (passed + width) / whole
        passed += width
        if turn in (180, 270):
            first, last = 1 - last, 1 - first
        if turn in (0, 180):
            yield Rect(box.left + first * box.width, box.top, box.left + last * box.width, box.bottom)
        else:
            yield Rect(box.left, box.top + first * box.height, box.right, box.top + last * box.height)


def _edge(last: Rect, turn: Rotation) -> Rect:
    """The line's end: at the edge of its last character, without width."""
    match turn:
        case 0:
            return replace(last, left=last.right)
        case 180:
            return replace(last, right=last.left)
        case 90:
            return replace(last, top=last.bottom)
        case 270:
            return replace(last, bottom=last.top)
