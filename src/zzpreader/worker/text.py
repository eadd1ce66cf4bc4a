"""The text of a page as code points with boxes. Cost: some 1.5 ms for a page of running text, a third of it MuPDF's."""

import math
import re
import sys
from array import array
from typing import Any

from zzpreader.model.arranging import arrange
from zzpreader.model.geometry import Rect
from zzpreader.model.recognised import text_of as recognised_text
from zzpreader.model.recognised import unpack
from zzpreader.model.text import Line, PageText
from zzpreader.worker.document import Document
from zzpreader.worker.found_lines import FoundLine, found_lines
from zzpreader.worker.glyphs import (
    CODE,
    LOWER_LEFT,
    LOWER_RIGHT,
    SIZE,
    UPPER_LEFT,
    UPPER_RIGHT,
    WORDS,
    glyphs,
    line_end,
)
from zzpreader.worker.library import mupdf
from zzpreader.worker.spaces import PageSpace

MOST_CHARS = 1_000_000
"""More is no page that a person reads, and would not fit into one frame."""

_LEAST_PICTURE = 0.05
"""Share of the page: less is an ornament."""

_UNSENDABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACING = "\t\x03\x07\x08"
"""Signs of setting programs that only move what follows: tabs, "indent to here", ends of nested styles."""

_REPLACEMENT = 0xFFFD
_LINE_END = ord("\n")
_BLANK = ord(" ")
_UTF_32 = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
_UPRIGHT = 0.999
"""Cosine of the direction of a line whose characters' boxes are their upper left and lower right corners."""


def read_text(document: Document, page: int) -> PageText:
    """The page's own text, else what was recognised in its picture.

    Raises: TROUBLE for a page that cannot be read.
    """
    own = text_of(structured_text(document, page), document.space(page))
    if page not in document.recognised or own.text.strip():
        return own
    kept = unpack(document.recognised[page])
    return recognised_text(kept, document.space(page).size) if kept else own


def structured_text(document: Document, page: int) -> Any:
    """Raises: TROUBLE for a page that cannot be read."""
    options = mupdf.FzStextOptions()
    options.flags = mupdf.FZ_STEXT_PRESERVE_LIGATURES | mupdf.FZ_STEXT_CLIP
    return mupdf.FzStextPage(document.load(page), options)


def is_picture(document: Document, page: int) -> bool:
    """Whether a page without text shows something in which there may be words.

    Raises: TROUBLE for a page that cannot be read.
    """
    if page in document.recognised:
        return False
    loaded, drawn = document.load(page), mupdf.FzRect(mupdf.FzRect.Fixed_EMPTY)
    device = mupdf.fz_new_bbox_device(drawn)
    mupdf.fz_run_page_contents(loaded, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    seen, whole = mupdf.fz_intersect_rect(drawn, mupdf.fz_bound_page(loaded)), mupdf.fz_bound_page(loaded)
    area = max(0.0, seen.x1 - seen.x0) * max(0.0, seen.y1 - seen.y0)
    return area > _LEAST_PICTURE * (whole.x1 - whole.x0) * (whole.y1 - whole.y0)


def text_of(structured: Any, space: PageSpace) -> PageText:
    """All lines of `structured`, as they are read."""
    pieces: list[bytes] = []
    lines: list[Line] = []
    hulls: list[Rect] = []
    start, is_upright = 0, True
    found = found_lines(structured)
    for one, data in zip(found, glyphs(structured, found), strict=True):
        if data:
            end = start + len(data) // SIZE
            lines.append(Line(start, end, one.block, turn_of(one, space)))
            hulls.append(hull_of(one, space))
            is_upright = is_upright and one.across > _UPRIGHT
            pieces += (data, line_end(data))
            start = end + 1
        if start > MOST_CHARS:
            break
    data = b"".join(pieces)
    codes, boxes = array("i", data)[CODE::WORDS], _boxes(array("f", data), is_upright=is_upright)
    _mend_line_ends(codes, lines)
    text = PageText(_string(codes), _in_page_space(_finite(boxes), space).tobytes(), tuple(lines))
    return arrange(text, space.size, hulls)


def hull_of(line: FoundLine, space: PageSpace) -> Rect:
    """Around its characters, in page space."""
    box = line.box if math.isfinite(sum(line.box)) else (0.0, 0.0, 0.0, 0.0)
    return Rect(*box) if space.rotation == 0 else space.rect(*box)


def _boxes(places: "array[float]", *, is_upright: bool) -> "array[float]":
    """Column by column: a loop over characters would take as long as MuPDF took to find them."""
    upper_left, lower_right = ([places[n::WORDS] for n in corner] for corner in (UPPER_LEFT, LOWER_RIGHT))
    if is_upright:
        edges = (*upper_left, *lower_right)
    else:
        others = ([places[n::WORDS] for n in corner] for corner in (UPPER_RIGHT, LOWER_LEFT))
        across, down = zip(upper_left, lower_right, *others, strict=True)
        edges = tuple(array("f", map(pick, *sides)) for pick in (min, max) for sides in (across, down))
    boxes = array("f", bytes(4 * len(edges[0]) * places.itemsize))
    for n, edge in enumerate(edges):
        boxes[n::4] = edge
    return boxes


def _mend_line_ends(codes: "array[int]", lines: list[Line]) -> None:
    """A font can call a character a line end; only ours are."""
    if codes.count(_LINE_END) == len(lines):
        return
    ends = {line.end for line in lines}
    for offset, code in enumerate(codes):
        if code == _LINE_END and offset not in ends:
            codes[offset] = _BLANK


def _string(codes: "array[int]") -> str:
    try:
        text = codes.tobytes().decode(_UTF_32)
    except UnicodeDecodeError:
        text = "".join(chr(code if 0 <= code <= sys.maxunicode else _REPLACEMENT) for code in codes)
    return sendable(text)


def sendable(text: str) -> str:
    """With one code point for every one of `text`."""
    return _UNSENDABLE.sub(_sent_for, text) if _UNSENDABLE.search(text) else text


def _sent_for(sign: re.Match[str]) -> str:
    return " " if sign[0] in _SPACING else chr(_REPLACEMENT)


def _finite(boxes: "array[float]") -> "array[float]":
    """A page can put a character at no place at all."""
    if math.isfinite(sum(boxes)):
        return boxes
    return array("f", (number if math.isfinite(number) else 0.0 for number in boxes))


def turn_of(line: FoundLine, space: PageSpace) -> int:
    shown = 0 if line.across > _UPRIGHT else round(math.atan2(line.down, line.across) / (math.pi / 2)) * 90
    return (shown - space.rotation) % 360


def _in_page_space(boxes: "array[float]", space: PageSpace) -> "array[float]":
    if space.rotation == 0:
        return boxes
    a, b, c, d, e, f = space.unrotating()
    turned = array("f", bytes(len(boxes) * boxes.itemsize))
    left, top, right, bottom = (boxes[n::4] for n in range(4))
    xs = array("f", [a * x + c * y + e for x, y in zip(left, top, strict=True)])
    ys = array("f", [b * x + d * y + f for x, y in zip(left, top, strict=True)])
    other_xs = array("f", [a * x + c * y + e for x, y in zip(right, bottom, strict=True)])
    other_ys = array("f", [b * x + d * y + f for x, y in zip(right, bottom, strict=True)])
    turned[0::4] = array("f", map(min, xs, other_xs))
    turned[1::4] = array("f", map(min, ys, other_ys))
    turned[2::4] = array("f", map(max, xs, other_xs))
    turned[3::4] = array("f", map(max, ys, other_ys))
    return turned
