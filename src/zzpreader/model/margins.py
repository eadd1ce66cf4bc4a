"""Where the content of pages lies, and what of the margins can go without a jump from page to page."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from zzpreader.model.geometry import Rect, bounds
from zzpreader.model.pages import Half, Page, Trim, TrimKey, trim_key

Halves = tuple[Rect | None, Rect | None]
"""What is printed on the left and on the right half of a page, in page space; None where nothing is."""

_OUTLIERS = 0.1
"""So many pages of a kind may reach further on each side; they are shown whole."""

_NEAR_POINTS = 24.0
"""What reaches so little further is taken in: no page is shown whole for that."""

_MOST_WHOLE = 0.3
_ROOM_POINTS = 8.0
_SLACK_POINTS = 1.5
_LEAST_GAIN = 0.04
"""Of the width; where less can go nothing does."""


def trim_of(pages: Sequence[Page], printed: Sequence[Halves], is_spread: Callable[[int], bool]) -> Trim:
    """One box for all pages of a size, odd and even apart, and each half of spreads apart; what exceeds it stays whole.

    Args:
        printed: for as many pages as have been looked at; the others stay whole.
    """
    found: dict[TrimKey, list[tuple[int, Rect]]] = defaultdict(list)
    for page, halves in enumerate(printed):
        if is_spread(page):
            sides = [(half, box) for half, box in zip(Half, halves, strict=True) if box]
        else:
            boxes = [box for box in halves if box]
            sides = [(None, bounds(boxes))] if boxes else []
        for half, box in sides:
            found[trim_key(pages[page], page, half)].append((page, box))
    shown: dict[TrimKey, Rect] = {}
    whole = set(range(len(printed), len(pages)))
    for key, there in found.items():
        common = _common([box for _, box in there])
        beyond = {page for page, box in there if not _holds(common, box)}
        if len(beyond) > _MOST_WHOLE * len(there):
            common, beyond = bounds(box for _, box in there), set[int]()
        room = _with_room(common, key)
        if room:
            shown[key] = room
            whole |= beyond
    return Trim(tuple(shown.items()), frozenset(whole))


def _common(boxes: Sequence[Rect]) -> Rect:
    few = int(_OUTLIERS * len(boxes))
    lefts, tops = sorted(box.left for box in boxes), sorted(box.top for box in boxes)
    rights, bottoms = sorted(box.right for box in boxes), sorted(box.bottom for box in boxes)
    left, top, right, bottom = lefts[few], tops[few], rights[-1 - few], bottoms[-1 - few]
    return Rect(
        min(edge for edge in lefts if edge > left - _NEAR_POINTS),
        min(edge for edge in tops if edge > top - _NEAR_POINTS),
        max(edge for edge in rights if edge < right + _NEAR_POINTS),
        max(edge for edge in bottoms if edge < bottom + _NEAR_POINTS),
    )


def _holds(common: Rect, box: Rect) -> bool:
    slack = _SLACK_POINTS
    return (
        box.left >= common.left - slack
        and box.top >= common.top - slack
        and box.right <= common.right + slack
        and box.bottom <= common.bottom + slack
    )


def _with_room(box: Rect, key: TrimKey) -> Rect | None:
    """A little wider, within the page or its half; None where it is hardly less than that."""
    paper = key.half.box(key.size) if key.half else Rect(0.0, 0.0, key.size.width, key.size.height)
    room = Rect(
        max(box.left - _ROOM_POINTS, paper.left),
        max(box.top - _ROOM_POINTS, paper.top),
        min(box.right + _ROOM_POINTS, paper.right),
        min(box.bottom + _ROOM_POINTS, paper.bottom),
    )
    is_less = (
        paper.width - room.width > _LEAST_GAIN * paper.width or paper.height - room.height > _LEAST_GAIN * paper.height
    )
    return room if is_less and room.width > 0 and room.height > 0 else None
