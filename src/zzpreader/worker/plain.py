"""The text of a page without the places of its characters, for searching: a third of what `text.py` takes.

MuPDF itself writes the text down. What does not fit together is read as `text.py` reads it, so both have the same text.
"""

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from zzpreader.model.arranging import line_order
from zzpreader.model.geometry import Rect
from zzpreader.worker.document import Document
from zzpreader.worker.found_lines import FoundLine, found_lines
from zzpreader.worker.library import mupdf
from zzpreader.worker.text import MOST_CHARS, hull_of, read_text, sendable, structured_text, turn_of

_ROOM_BYTES = 4096
"""For the text of most pages; it grows."""


class Plain(NamedTuple):
    """
    Args:
        text: as `PageText` has it.
        starts: the first code point of every line.
        boxes: around the characters of every line.
    """

    text: str
    starts: Sequence[int]
    boxes: Sequence[Rect]


def read_plain(document: Document, page: int) -> Plain:
    """Raises: TROUBLE for a page that cannot be read."""
    structured, space = structured_text(document, page), document.space(page)
    lines = found_lines(structured)
    texts = _written(structured, lines)
    if texts is None or (page in document.recognised and not any(map(str.strip, texts))):
        whole = read_text(document, page)
        return Plain(whole.text, [line.start for line in whole.lines], whole.line_boxes)
    filled = [
        (text, hull_of(line, space), turn_of(line, space)) for text, line in zip(texts, lines, strict=True) if text
    ]
    order = line_order([hull for _, hull, _ in filled], [turn for _, _, turn in filled], space.size)
    read = [filled[n] for n in order]
    starts = list(accumulate((len(text) + 1 for text, _, _ in read), initial=0))[:-1]
    return Plain("".join(f"{text}\n" for text, _, _ in read), starts, [hull for _, hull, _ in read])


def _written(structured: Any, lines: Sequence[FoundLine]) -> list[str] | None:
    """The text of every line, as MuPDF writes it: a line end behind each, and one more behind each block.

    Returns: None if that is not how it is: a character that is no letter, or is a line end by itself.
    """
    buffer = mupdf.fz_new_buffer(_ROOM_BYTES)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_text(output, structured)
    mupdf.fz_close_output(output)
    try:
        written = mupdf.fz_buffer_extract_copy(buffer).decode()
    except UnicodeDecodeError:
        return None
    pieces = sendable(written).split("\n")
    texts: list[str] = []
    at = 0
    for _, block in groupby(lines, key=lambda line: line.block):
        count = len(list(block))
        texts += pieces[at : at + count]
        at += count
        if pieces[at : at + 1] != [""]:
            return None
        at += 1
    return texts if pieces[at:] == [""] and len(written) <= MOST_CHARS else None
