"""The process of the first glance: it draws what is seen first, while the window and the other workers are being made.

It is locked in as they are, but has imported only what it needs for that; it answers no requests.
"""

import mmap
import os
import select
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache, partial
from typing import Any

from zzpreader.glance import (
    BLOCK_BYTES,
    COUNT,
    EXPECTED,
    FIRST_PAGE,
    GAP_PX,
    SHARED_BYTES,
    Piece,
    are_drawable,
    piece_bytes,
    unpack,
)
from zzpreader.worker.confine import confine
from zzpreader.worker.handed import address_of, map_block, map_document
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.pixels import decode_pictures, draw_piece, pictures_on, read_contents
from zzpreader.worker.source import has_header, make_ready, pdf_in, set_tags_aside, shown_box


def glance(descriptors: Sequence[int]) -> int:
    """
    Args:
        descriptors: the document, the block, both ends of the wire.
    """
    source, block, incoming, outgoing = descriptors
    data, shared = map_document(f"fd:{source}"), map_block(f"fd:{block}", SHARED_BYTES)
    said = os.read(incoming, EXPECTED.size)
    expected_px = EXPECTED.unpack(said)[0] if len(said) == EXPECTED.size else 0
    is_asked = bool(select.select([incoming], [], [], 0)[0])  # later it can only be read
    confine(len(data) if data else 0, address_of(shared) + BLOCK_BYTES)
    if data and has_header(data):
        with suppress(BrokenPipeError, *TROUBLE):  # it is only a glance: another worker says what is wrong
            _look(pdf_in(data), shared, incoming, outgoing, 0 if is_asked else expected_px)
    return 0


def _look(pdf: Any, shared: mmap.mmap, incoming: int, outgoing: int, expected_px: int) -> None:
    """
    Args:
        expected_px: so wide the view will probably be; 0 if it is known already what is asked for.
    """
    make_ready(pdf)
    document = pdf.super()
    if mupdf.fz_needs_password(document):
        return
    set_tags_aside(pdf)
    width, height, rotation = shown_box(mupdf.pdf_lookup_page_obj(pdf, 0))
    across, down = (height, width) if rotation % 180 else (width, height)
    os.write(outgoing, FIRST_PAGE.pack(mupdf.fz_count_pages(document), rotation, across, down))

    @lru_cache
    def read(number: int) -> tuple[Any, Any]:
        page = mupdf.fz_load_page(document, number)
        return page, read_contents(page)

    # What is asked comes later where it is not known yet how large the view is; what takes long is done meanwhile.
    if expected_px:
        page, contents = read(0)
        decode_pictures(contents, (expected_px - 2 * GAP_PX) / width)
    room, start = memoryview(shared), 0
    for number, piece in enumerate(_asked(incoming)):
        page, contents = read(piece.page)
        *_, own = shown_box(mupdf.pdf_lookup_page_obj(pdf, piece.page))
        draw_piece(page, contents, piece, own, room[start : start + piece.bytes], partial(pictures_on, page, contents))
        start += piece.bytes
        os.write(outgoing, COUNT.pack(number))


def _asked(incoming: int) -> list[Piece]:
    """Nothing if the other side is gone."""
    said = os.read(incoming, COUNT.size)
    if len(said) < COUNT.size:
        return []
    pieces = unpack(os.read(incoming, piece_bytes(COUNT.unpack(said)[0])))
    return pieces if are_drawable(pieces) else []
