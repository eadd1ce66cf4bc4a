"""A page's lines with their typography, read from MuPDF.

Cost: 1 to 4 ms for a page of running text, most of it MuPDF's own. (Its flag to collect styles would find a few
underlined words and takes four times as long.)
"""

import re
from functools import lru_cache
from typing import Any

from zzpreader.model.geometry import Rect
from zzpreader.model.lines import PageLines, Span, StyledLine
from zzpreader.worker.bare import in_c
from zzpreader.worker.document import Document
from zzpreader.worker.library import mupdf

_extra = in_c("_extra")
"""PyMuPDF's own functions in C++, with which lines are read in a tenth of the time that it takes in Python."""

_MOST_LINES = 5_000
_MOST_CHARS = 2_000
"""A page or a span with more is no page of a publication; both bound what one answer can weigh."""

_FLAGS = mupdf.FZ_STEXT_CLIP  # without the others: ligatures come apart, blanks are plain, no pictures
_ITALIC, _BOLD, _OF_FONT = 2, 16, 18  # in "flags"
_FAKE_BOLD, _FILLED_AND_STROKED, _DRAWN = 8, 48, 56  # in "char_flags": how a word processor fakes a bold that it lacks
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibd|(^|[a-z])bx\d|CMSSBX|[-,]bd|[-,]b[io]?$", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|slant|[-,]b?it?$|^(cm|sf|ec|lm)(ss)?(bx)?(ti|sl|i)\d", re.IGNORECASE)


_Style = tuple[float, str, bool, bool, int]
"""Size, font, bold, italic, colour."""

_Box = tuple[float, float, float, float]


def read_lines(document: Document, number: int) -> PageLines:
    """Every line of text on the page, as MuPDF cuts them, in its order of blocks.

    Raises: TROUBLE for a page that cannot be read.
    """
    space = document.space(number)
    page = document.load(number)
    structured = mupdf.FzStextPage(mupdf.FzRect(0, 0, space.size.width, space.size.height))
    device = mupdf.fz_new_stext_device(structured, mupdf.FzStextOptions(_FLAGS))
    mupdf.fz_run_page(page, device, mupdf.FzMatrix(*space.unrotating()), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    found: dict[str, Any] = {}
    _extra.JM_make_textpage_dict(structured.m_internal, found, False)  # noqa: FBT003 - not character by character
    lines: list[StyledLine] = []
    for n, block in enumerate(found["blocks"]):
        cut = ((_spans(line["spans"]), line["dir"]) for line in block.get("lines", ()))
        lines.extend(StyledLine(spans, n, _turn(way)) for spans, way in cut if spans)
        if len(lines) >= _MOST_LINES:
            break
    return PageLines(space.size, tuple(lines[:_MOST_LINES]))


def _spans(found: list[dict[str, Any]]) -> tuple[Span, ...]:
    """The spans of one line. MuPDF ends one at every blank that it deduced; here a span ends where the style does."""
    runs: list[tuple[_Style, list[str], list[_Box]]] = []
    for span in found:
        text: str = span["text"]
        if text.isspace():
            if runs:
                runs[-1][1].append(" ")
            continue
        style = _style(span["size"], span["font"], span["flags"] & _OF_FONT, span["char_flags"] & _DRAWN, span["color"])
        if runs and runs[-1][0] == style:
            runs[-1][1].append(text)
            runs[-1][2].append(span["bbox"])
        else:
            runs.append((style, [text], [span["bbox"]]))
    return tuple([_span(style, texts, boxes) for style, texts, boxes in runs])


def _span(style: _Style, texts: list[str], boxes: list[_Box]) -> Span:
    left, top, right, bottom = boxes[0]
    for box in boxes[1:]:
        left, top, right, bottom = min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3])
    box = Rect(round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
    return Span("".join(texts)[:_MOST_CHARS], box, *style)


@lru_cache(maxsize=1024)
def _style(size: float, font: str, flags: int, drawn: int, colour: int) -> _Style:
    """As `Span` has it."""
    name = _SUBSET.sub("", font)
    bold = flags & _BOLD or drawn & _FAKE_BOLD or drawn & _FILLED_AND_STROKED == _FILLED_AND_STROKED
    italic = flags & _ITALIC
    return (
        round(size, 2),
        name,
        bool(bold or _BOLD_NAME.search(name)),
        bool(italic or _ITALIC_NAME.search(name)),
        colour & 0xFFFFFF,
    )


def _turn(direction: tuple[float, float]) -> int:
    """Quarter turns of the writing, on the page as it is before /Rotate."""
    x, y = direction
    return (0 if x >= 0 else 180) if abs(x) >= abs(y) else (90 if y > 0 else 270)
