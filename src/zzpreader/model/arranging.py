"""A page's text as it is read: lines in reading order, and paragraphs in place of the extractor's blocks."""

import statistics
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from zzpreader.model.geometry import Rect, Size, rotate_rect, turned
from zzpreader.model.paragraphs import SetLine, paragraphs
from zzpreader.model.reading_order import reading_order
from zzpreader.model.text import Line, PageText

_SAMPLE = 7
"""Characters of a line that are asked for their height."""


def arrange(page: PageText, size: Size, hulls: Sequence[Rect] | None = None) -> PageText:
    """
    Args:
        size: of the unrotated page.
        hulls: around the characters of the lines, if they are known already.
    """
    if not page.lines:
        return page
    turns = [line.turn for line in page.lines]
    upright = _upright(page.line_boxes if hulls is None else hulls, turns, size)
    order = _order(turns, upright, size)
    set_lines = [_set_line(page, page.lines[n], upright[n]) for n in order]
    blocks = paragraphs(set_lines)
    if order == sorted(order):
        lines = tuple(replace(line, block=block) for line, block in zip(page.lines, blocks, strict=True))
        return page if lines == page.lines else PageText(page.text, page.boxes, lines)
    return _moved(page, [page.lines[n] for n in order], blocks)


def line_order(hulls: Sequence[Rect], turns: Sequence[int], size: Size) -> list[int]:
    """Indices of the lines as `arrange` has them, which needs no characters.

    Args:
        turns: directions of the writing, as in `Line`.
    """
    return _order(turns, _upright(hulls, turns, size), size) if turns else []


def _upright(hulls: Sequence[Rect], turns: Sequence[int], size: Size) -> list[Rect]:
    return [
        hull if turn == 0 else rotate_rect(hull, size, turned(360 - turn))
        for hull, turn in zip(hulls, turns, strict=True)
    ]


def _order(turns: Sequence[int], upright: Sequence[Rect], size: Size) -> list[int]:
    """Only the lines that run as most do are moved; what stands aside (in a margin) comes last then."""
    usual = Counter(turns).most_common(1)[0][0]
    mine = [n for n, turn in enumerate(turns) if turn == usual]
    order = reading_order([upright[n] for n in mine], size.turned(turned(usual)))
    if order == sorted(order):
        return list(range(len(turns)))
    return [mine[n] for n in order] + [n for n, turn in enumerate(turns) if turn != usual]


def _set_line(page: PageText, line: Line, upright: Rect) -> SetLine:
    stride = (line.end - line.start) // _SAMPLE + 1
    boxes = [page.box(offset) for offset in range(line.start, line.end, stride)]
    height = statistics.median(box.width if line.turn in (90, 270) else box.height for box in boxes)
    return SetLine(page.text[line.start : line.end], line.block, upright, height, line.turn)


def _moved(page: PageText, lines: Sequence[Line], blocks: Sequence[int]) -> PageText:
    text: list[str] = []
    boxes: list[bytes] = []
    moved: list[Line] = []
    start = 0
    for line, block in zip(lines, blocks, strict=True):
        end = line.end + 1  # with its line end
        text.append(page.text[line.start : end])
        boxes.append(page.boxes[16 * line.start : 16 * end])
        moved.append(Line(start, start + line.end - line.start, block, line.turn))
        start += end - line.start
    return PageText("".join(text), b"".join(boxes), tuple(moved))
