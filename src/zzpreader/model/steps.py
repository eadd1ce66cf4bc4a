"""How far a key takes the caret through the text of one page. None means: over its edge."""

from collections.abc import Sequence

from zzpreader.model.flow import flows
from zzpreader.model.geometry import Rect
from zzpreader.model.selection import Unit, line_of, offset_in, words
from zzpreader.model.sentences import sentences
from zzpreader.model.text import PageText


def step(text: PageText, offset: int, unit: Unit, *, forward: bool) -> int | None:
    """The next gap in that direction: of a word its far end, of a sentence or paragraph its start."""
    last = len(text.text.rstrip("\n"))
    if unit is Unit.CHARACTER:
        goal = offset + (1 if forward else -1)
        return goal if 0 <= goal <= last else None
    if unit is Unit.WORD:
        found = words(text.text)
        gaps = [end for _, end in found] if forward else [start for start, _ in found]
    elif unit is Unit.PARAGRAPH:
        gaps = [flow.start for flow in flows(text)]
    else:
        gaps = [start for flow in flows(text) for start, _ in sentences(text.text, flow.start, flow.end)]
    if forward:
        # Behind the last sentence there is still its end to go to.
        ends = () if unit is Unit.WORD else (last,)
        return next((gap for gap in (*gaps, *ends) if gap > offset), None)
    return next((gap for gap in reversed(gaps) if gap < offset), None)


def line_step(text: PageText, offset: int, *, down: bool, across: float | None = None) -> int | None:
    """The gap on the next line below (or above), as the lines are seen.

    Args:
        across: how far along a line to go, in points; None for where `offset` stands. `place_across` gives it.
    """
    line = line_of(text, offset)
    if line is None:
        return None
    rows = _as_seen(text)
    here = rows.index(text.lines.index(line))
    step = 1 if down else -1
    goal = here + step
    while 0 <= goal < len(rows) and _is_beside(text, rows[here], rows[goal]):
        goal += step
    return _gap_in_row(text, rows, goal, step, place_across(text, offset) if across is None else across)


def edge_line(text: PageText, across: float, *, first: bool) -> int | None:
    """The gap on the first (or last) line of a page that is entered from the one before (or behind)."""
    rows = _as_seen(text)
    return _gap_in_row(text, rows, 0 if first else len(rows) - 1, 1 if first else -1, across)


def line_edge(text: PageText, offset: int, *, end: bool) -> int:
    """The start or end of the line on which the caret stands."""
    line = line_of(text, offset)
    if line is None:
        return offset
    content = text.text[line.start : line.end]
    return line.start + len(content.rstrip()) if end else line.start


def place_across(text: PageText, offset: int) -> float:
    """Where along its line the caret stands, in points of the page."""
    box = caret_box(text, offset)
    line = line_of(text, offset)
    if box is None or line is None:
        return 0.0
    return box.centre.y if line.turn in (90, 270) else box.centre.x


def caret_box(text: PageText, offset: int) -> Rect | None:
    """The caret as a rectangle without width, across the line on which it stands; None on a page without text."""
    line = line_of(text, offset)
    if line is None:
        return None
    at = min(max(offset, line.start), line.end - 1)
    box = text.box(at)
    is_start = offset <= at
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    match line.turn:
        case 90:
            edge = top if is_start else bottom
            return Rect(left, edge, right, edge)
        case 180:
            edge = right if is_start else left
            return Rect(edge, top, edge, bottom)
        case 270:
            edge = bottom if is_start else top
            return Rect(left, edge, right, edge)
        case _:
            edge = left if is_start else right
            return Rect(edge, top, edge, bottom)


def _as_seen(text: PageText) -> list[int]:
    """The lines in reading order, but a running head that was written last stands first, and a foot written first last.

    Many programs write these so; going down from the head would lead off the page.
    """
    boxes = text.line_boxes
    rows = list(range(len(boxes)))
    if not rows:
        return rows
    highest = min(boxes, key=lambda box: box.top)
    heads = sum(box.top < highest.bottom for box in boxes)
    if all(boxes[row].top < highest.bottom for row in rows[-heads:]):
        rows = rows[-heads:] + rows[:-heads]
    lowest = max(boxes, key=lambda box: box.bottom)
    feet = sum(box.bottom > lowest.top for box in boxes)
    if all(boxes[row].bottom > lowest.top for row in rows[:feet]):
        rows = rows[feet:] + rows[:feet]
    return rows


def _gap_in_row(text: PageText, rows: Sequence[int], at: int, step: int, across: float) -> int | None:
    """Of the lines side by side that begin with the one at `at`, the gap nearest to `across`."""
    if not 0 <= at < len(rows):
        return None
    row = [rows[at]]
    at += step
    while 0 <= at < len(rows) and _is_beside(text, row[0], rows[at]):
        row.append(rows[at])
        at += step
    best = min(row, key=lambda n: _away(text, n, across))
    return offset_in(text, text.lines[best], across)


def _away(text: PageText, index: int, across: float) -> float:
    box, sideways = text.line_boxes[index], text.lines[index].turn in (90, 270)
    near, far = (box.top, box.bottom) if sideways else (box.left, box.right)
    return max(near - across, across - far, 0.0)


def _is_beside(text: PageText, one: int, other: int) -> bool:
    """Whether two lines stand on one row, as the cells of a table do."""
    a, b = text.line_boxes[one], text.line_boxes[other]
    if text.lines[one].turn != text.lines[other].turn:
        return False
    if text.lines[one].turn in (90, 270):
        common, least = min(a.right, b.right) - max(a.left, b.left), min(a.width, b.width)
    else:
        common, least = min(a.bottom, b.bottom) - max(a.top, b.top), min(a.height, b.height)
    return common > 0.5 * least
