"""The text of a page as code points with boxes. Cost: about 1 ms for a page of running text, half of it MuPDF's."""

import math
import re
from array import array
from typing import Any

from zzpreader.model.text import Line, PageText
from zzpreader.worker.document import Document
from zzpreader.worker.glyphs import glyphs
from zzpreader.worker.library import mupdf
from zzpreader.worker.spaces import PageSpace

_MOST_CHARS = 1_000_000
"""More is no page that a person reads, and would not fit into one frame."""

_UNSENDABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_REPLACEMENT = 0xFFFD


def read_text(document: Document, page: int) -> PageText:
    """Raises: TROUBLE for a page that cannot be read."""
    options = mupdf.FzStextOptions()
    options.flags = mupdf.FZ_STEXT_PRESERVE_LIGATURES | mupdf.FZ_STEXT_CLIP
    return text_of(mupdf.FzStextPage(document.load(page), options), document.space(page))


def text_of(structured: Any, space: PageSpace) -> PageText:
    """All lines of `structured`, in its order: that of the page's content, block by block."""
    codes: list[int] = []
    boxes = array("f")
    lines: list[Line] = []
    number = -1
    for block in structured:
        if block.m_internal.type != mupdf.FZ_STEXT_BLOCK_TEXT:
            continue
        number += 1
        for line in block:
            start = len(codes)
            _append_line(line.m_internal, codes, boxes)
            if len(codes) > start:
                lines.append(Line(start, len(codes), number, _turn(line.m_internal.dir, space)))
                codes.append(ord("\n"))
                boxes.extend((boxes[-2], boxes[-3], boxes[-2], boxes[-1]))
        if len(codes) > _MOST_CHARS:
            break
    return PageText(_string(codes), _in_page_space(boxes, space).tobytes(), tuple(lines))


def _append_line(line: Any, codes: list[int], boxes: "array[float]") -> None:
    upright = line.dir.x > 0.999
    append, extend = codes.append, boxes.extend
    for glyph in glyphs(line):
        append(glyph[0])
        if upright:
            extend((glyph[6], glyph[7], glyph[12], glyph[13]))
        else:
            across, down = glyph[6:14:2], glyph[7:14:2]
            extend((min(across), min(down), max(across), max(down)))


def _string(codes: list[int]) -> str:
    try:
        text = "".join(map(chr, codes))
    except (ValueError, OverflowError):
        text = "".join(chr(code if 0 <= code <= 0x10FFFF else _REPLACEMENT) for code in codes)
    return _UNSENDABLE.sub(lambda found: "\n" if found.group() == "\n" else chr(_REPLACEMENT), text)


def _turn(direction: Any, space: PageSpace) -> int:
    shown = round(math.atan2(direction.y, direction.x) / (math.pi / 2)) * 90
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
