"""Marks of the reader as annotations of a PDF (ISO 32000-2, 12.5.6), written out as PDF syntax.

What other programs know stands in the entries of the standard. What makes an annotation ours again when it is read
back (`marks_inside.py`) stands in entries of our own, which others keep and pass over.
"""

import msgspec

from zzpreader.model.annotation import Kind
from zzpreader.model.geometry import Point, Rect
from zzpreader.model.inscribed import Inscribed
from zzpreader.worker.appearance import ICON, Look, Way, parts_of
from zzpreader.worker.syntax import date, entry, number, text_string

ID = "ZZPReaderId"
"""The id that the annotation has in the notebook."""

KIND = "ZZPReaderKind"
SECTION = "ZZPReaderSection"
DESCRIPTION = "ZZPReaderDescription"

TAGS = "Zotero:Tags"
"""As Zotero writes and reads them: JSON, a list of texts."""

_SUBTYPES = {
    Kind.HIGHLIGHT: "Highlight",
    Kind.UNDERLINE: "Underline",
    Kind.STRIKEOUT: "StrikeOut",
    Kind.SQUIGGLY: "Squiggly",
    Kind.AREA: "Square",
}
_ICONS = {Kind.NOTE: "Comment", Kind.SHEET: "Note", Kind.BOOKMARK: "Star"}
_PRINTED, _NO_ZOOM, _NO_ROTATE = 4, 8, 16
_ICON = _PRINTED | _NO_ZOOM | _NO_ROTATE
_POPUP_WIDTH, _POPUP_HEIGHT = 200, 120


def annotation_of(mark: Inscribed, look: Look, page: str, appearance: str, to_user: Way) -> str:
    """
    Args:
        page, appearance: references ("12 0 R").
    """
    text = mark.comment or (mark.description if mark.kind is Kind.AREA else "")
    name = mark.id if not mark.part else f"{mark.id}#{mark.part + 1}"
    flags = _PRINTED if mark.kind in _SUBTYPES else _ICON
    entries = [
        f"/Type/Annot/Subtype/{_SUBTYPES.get(mark.kind, 'Text')}/P {page}/F {flags}",
        f"/Rect[{_rect(look.box, to_user)}]/AP<</N {appearance}>>",
        f"/NM{text_string(name)}/{ID}{text_string(mark.id)}",
        entry("T", mark.author),
        entry("Subj", mark.title),
        entry("Contents", text),
        entry("CreationDate", date(mark.created)),
        entry("M", date(mark.modified)),
        entry(SECTION, mark.section),
        entry(DESCRIPTION, mark.description),
    ]
    if mark.color:
        entries.append(f"/C[{' '.join(number(part) for part in parts_of(mark.color))}]")
    if mark.tags:
        entries.append(f"/{TAGS}{text_string(msgspec.json.encode(mark.tags).decode())}")
    if mark.kind is Kind.AREA:
        entries.append("/BS<</W 1.5/S/S>>")
    elif mark.kind in _SUBTYPES:
        entries.append(f"/QuadPoints[{_quads(mark, to_user)}]")
    else:
        entries.append(f"/Name/{_ICONS[mark.kind]}/{KIND}{text_string(mark.kind)}")
    return f"<<{''.join(entries)}>>"


def popup_of(mark: Inscribed, page: str, parent: str, width: float, to_user: Way) -> str:
    """The window of its text, closed: at the right edge of the page, beside the mark."""
    top = mark.quads[0].bounds.top
    right = max(width, _POPUP_WIDTH)
    box = Rect(right - _POPUP_WIDTH, top, right, top + _POPUP_HEIGHT)
    return f"<</Type/Annot/Subtype/Popup/P {page}/Parent {parent}/Rect[{_rect(box, to_user)}]/Open false/F {_ICON}>>"


def form_entries(look: Look, to_user: Way) -> str:
    """The dictionary of the stream that is its appearance."""
    blending = "/ExtGState<</Marker<</Type/ExtGState/BM/Multiply>>>>" if look.blends else ""
    box = f"0 0 {number(ICON)} {number(ICON)}" if look.is_icon else _rect(look.box, to_user)
    return f"<</Type/XObject/Subtype/Form/BBox[{box}]/Resources<<{blending}>>>>"


def _rect(box: Rect, to_user: Way) -> str:
    corners = to_user(Point(box.left, box.top)), to_user(Point(box.right, box.bottom))
    across, down = sorted(one.x for one in corners), sorted(one.y for one in corners)
    return " ".join(map(number, (across[0], down[0], across[1], down[1])))


def _quads(mark: Inscribed, to_user: Way) -> str:
    corners = [
        to_user(corner)
        for quad in mark.quads
        for corner in (quad.upper_left, quad.upper_right, quad.lower_left, quad.lower_right)
    ]
    return " ".join(f"{number(corner.x)} {number(corner.y)}" for corner in corners)
