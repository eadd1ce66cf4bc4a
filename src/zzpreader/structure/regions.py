"""Where on a page something is drawn that is no running text: figures, and tables with rules or without."""

from collections.abc import Sequence
from itertools import pairwise

from zzpreader.model.geometry import Rect, Size, bounds
from zzpreader.model.text import PageText
from zzpreader.structure.charts import bar_charts

_CELLS = 120
"""The page is looked at through a grid with so many cells along its longer side."""

_MOST_DRAWN = 3_000
_MOST_REGIONS = 60
_GROUND = 0.75
"""What covers more of the page is its ground, not a figure."""

_LEAST_POINTS = 24.0
_RUNNING_WIDTH, _RUNNING_SHARE, _RUNNING_LETTERS = 0.55, 0.5, 80
"""Lines that fill so much of a region, with so many of its letters, are running text on a ground of its own."""

_ICON = 0.1
"""An image that covers less of a region is an ornament of its words."""

_LEAST_ROWS = 3
_CELL_WIDTH = 0.3
_CELL_LETTERS = 28


def drawn_regions(size: Size, pictures: Sequence[Rect], drawn: Sequence[Rect], text: PageText) -> list[Rect]:
    """Figures and ruled tables, with the words in them; not boxes of running text.

    Args:
        pictures: boxes of images.
        drawn: boxes of lines and shapes.
    """
    area = size.width * size.height
    whole = [box for box in pictures if _area(box) >= _GROUND * area]
    marks = [box for box in [*pictures, *drawn][:_MOST_DRAWN] if _area(box) < _GROUND * area]
    charts = bar_charts(drawn[:_MOST_DRAWN], text)
    found = [region for region in charts if _is_large(region) and not _is_running(region, text)]
    found += [region for region in _clusters(size, marks) if _is_figure(region, pictures, text)]
    if whole and not text.lines:
        return [bounds(whole)]  # a scan
    return sorted(found, key=_area, reverse=True)[:_MOST_REGIONS]


def unruled_tables(size: Size, text: PageText) -> list[Rect]:
    """Rows of short cells side by side, at least three of them one below the other."""
    bands = _bands(text)
    found: list[Rect] = []
    run: list[list[int]] = []
    for band in [*bands, []]:
        is_row = len(band) > 1 and _are_cells(band, text, size)
        if is_row and (not run or _is_near(run[-1], band, text)):
            run.append(band)
            continue
        if len(run) >= _LEAST_ROWS and not _is_contents(run, text):
            found.append(bounds(text.line_boxes[n] for row in run for n in row))
        run = [band] if is_row else []
    return found[:_MOST_REGIONS]


def _clusters(size: Size, boxes: Sequence[Rect]) -> list[Rect]:
    """Rectangles around what touches, or nearly does. Cost: bounded by the grid, whatever the page draws."""
    cell = max(size.width, size.height, 1.0) / _CELLS
    rows = [0] * (_CELLS + 2)
    for box in boxes:
        left, right = _cell(box.left, cell), _cell(box.right, cell)
        mask = (1 << (right + 1)) - (1 << left)
        for row in range(_cell(box.top, cell), _cell(box.bottom, cell) + 1):
            rows[row] |= mask
    found: list[Rect] = []
    for start in range(len(rows)):
        while rows[start]:
            found.append(_taken(rows, start, cell))
    return found


def _cell(points: float, cell: float) -> int:
    return min(max(int(points / cell), 0), _CELLS)


def _taken(rows: list[int], start: int, cell: float) -> Rect:
    """The rectangle around one connected group of cells, which is taken out of the grid."""
    waiting = {start: rows[start] & -rows[start]}
    taken = [0] * len(rows)
    while waiting:
        row, seed = waiting.popitem()
        free = rows[row]
        grown = seed & free
        while (more := (grown | grown << 1 | grown >> 1) & free) != grown:
            grown = more
        if not grown:
            continue
        rows[row] &= ~grown
        taken[row] |= grown
        reach = grown | grown << 1 | grown >> 1
        for near in (row - 1, row + 1):
            if 0 <= near < len(rows) and (hit := reach & rows[near]):
                waiting[near] = waiting.get(near, 0) | hit
    used = [n for n, mask in enumerate(taken) if mask]
    every = 0
    for mask in taken:
        every |= mask
    left, right = (every & -every).bit_length() - 1, every.bit_length()
    return Rect(left * cell, used[0] * cell, right * cell, (used[-1] + 1) * cell)


def _is_figure(region: Rect, pictures: Sequence[Rect], text: PageText) -> bool:
    if not _is_large(region) or _is_running(region, text):
        return False
    inside = _lines_in(region, text)
    if not inside:
        return True
    if any(region.contains(box.centre) and _area(box) > _ICON * _area(region) for box in pictures):
        return True
    return not _is_box_of_text(region, [text.line_boxes[n] for n in inside])


def _is_large(region: Rect) -> bool:
    return region.width >= _LEAST_POINTS and region.height >= _LEAST_POINTS


def _is_running(region: Rect, text: PageText) -> bool:
    inside = _lines_in(region, text)
    letters = [text.lines[n].end - text.lines[n].start for n in inside]
    wide = [
        count
        for n, count in zip(inside, letters, strict=True)
        if text.line_boxes[n].width >= _RUNNING_WIDTH * region.width
    ]
    return sum(wide) >= max(_RUNNING_SHARE * sum(letters), _RUNNING_LETTERS)


def _lines_in(region: Rect, text: PageText) -> list[int]:
    return [n for n, box in enumerate(text.line_boxes) if region.contains(box.centre)]


def _area(box: Rect) -> float:
    return box.width * box.height


def _is_box_of_text(region: Rect, lines: Sequence[Rect]) -> bool:
    """Lines one below the other that fill it: a ground of their own, a rule beside them."""
    downwards = sorted(lines, key=lambda box: box.top)
    is_one_column = all(after.top > before.centre.y for before, after in pairwise(downwards))
    return is_one_column and region.height <= 5 * sum(box.height for box in lines)


def _bands(text: PageText) -> list[list[int]]:
    """Lines that stand side by side, as far as they follow each other in the text."""
    bands: list[list[int]] = []
    for n, box in enumerate(text.line_boxes):
        if text.lines[n].turn:
            bands.append([])
            continue
        last = text.line_boxes[bands[-1][-1]] if bands and bands[-1] else None
        if last and min(last.bottom, box.bottom) - max(last.top, box.top) > 0.6 * min(last.height, box.height):
            bands[-1].append(n)
        else:
            bands.append([n])
    return bands


def _are_cells(band: Sequence[int], text: PageText, size: Size) -> bool:
    boxes = [text.line_boxes[n] for n in band]
    letters = sum(text.lines[n].end - text.lines[n].start for n in band) / len(band)
    is_apart = all(after.left - before.right > 0.8 * after.height for before, after in pairwise(boxes))
    narrow = sum(box.width for box in boxes) / len(boxes) <= _CELL_WIDTH * size.width
    return is_apart and narrow and letters <= _CELL_LETTERS


def _is_near(above: Sequence[int], band: Sequence[int], text: PageText) -> bool:
    one, other = text.line_boxes[above[0]], text.line_boxes[band[0]]
    return 0 < other.top - one.top <= 3.5 * max(one.height, other.height)


def _is_contents(run: Sequence[Sequence[int]], text: PageText) -> bool:
    """Titles with their page numbers, or numbers with what they number."""
    ends = [text.text[text.lines[row[-1]].start : text.lines[row[-1]].end].strip() for row in run if len(row) == 2]
    firsts = [text.text[text.lines[row[0]].start : text.lines[row[0]].end].strip() for row in run if len(row) == 2]
    return sum(map(str.isdecimal, ends)) > 0.6 * len(run) or sum(len(one) <= 4 for one in firsts) > 0.6 * len(run)
