"""What is kept of a view when a publication is closed, as plain JSON, and what can be understood of it. Pure."""

from math import isfinite
from typing import NamedTuple, cast

from msgspec import convert, to_builtins
from msgspec.structs import replace

from zzpreader.model.decoding import learnt
from zzpreader.model.geometry import Point, turned
from zzpreader.model.pages import Half, Place, Trim
from zzpreader.ui.view.anchor import READING_PX, Anchor
from zzpreader.ui.view.layout import View
from zzpreader.ui.view.rows import Facing
from zzpreader.ui.view.zoom import Fit, Zoom


class Kept(NamedTuple):
    shape: View
    anchor: Anchor


def to_state(shape: View, anchor: Anchor, zoom: float) -> dict[str, object]:
    """
    Args:
        zoom: of the page in front, also where a fit gives each its own.
    """
    return {
        "page": anchor.page,
        "half": anchor.half.value if anchor.half else None,
        "across": anchor.across,
        "down": anchor.down,
        "goal": anchor.goal.y if anchor.goal else None,
        "mode": shape.zoom.fit.value,
        "zoom": zoom,
        "rotation": shape.rotation,
        "facing": shape.facing.value,
        "halves": shape.halves,
        "trim": to_builtins(shape.trim) if shape.trim else None,
    }


def from_state(state: dict[str, object], shape: View, page_count: int) -> Kept | None:
    """The view with what was kept, and what to bring to the line where one reads; None if it makes no sense."""
    try:
        across, down = (float(cast("float", state[name])) for name in ("across", "down"))
        if not (isfinite(across) and isfinite(down)):
            return None
        half = Half(state["half"]) if state.get("half") else None
        page = min(max(int(cast("int", state["page"])), 0), page_count - 1)
        goal = state.get("goal")  # its height, in points
        anchor = Anchor(
            page=page,
            across=across,
            down=down,
            at=Point(shape.width / 2, READING_PX),
            goal=Place(page, goal, half) if isinstance(goal, int | float) and isfinite(goal) else None,
            half=half,
        )
        shape = replace(
            shape,
            zoom=Zoom(Fit(state["mode"]), Zoom.free(float(cast("float", state["zoom"]))).factor),
            rotation=turned(int(cast("int", state["rotation"]))),
            facing=Facing(state["facing"]),
            halves=state.get("halves") is True,
            trim=_trim(state.get("trim")),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return Kept(shape, anchor)


def _trim(kept: object) -> Trim | None:
    """Raises: ValueError."""
    found = convert(kept, learnt(Trim | None))
    for key, box in found.boxes if found else ():
        edges = (box.left, box.top, key.size.width - box.right, key.size.height - box.bottom, box.width, box.height)
        is_box = all(isfinite(edge) and edge >= 0 for edge in edges) and box.width > 1 and box.height > 1
        if not is_box or (key.odd and key.half):
            return None
    return found
