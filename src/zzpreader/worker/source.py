"""A document's bytes as MuPDF's document, made harmless. In plain terms: the first glance knows no messages."""

import mmap
from typing import Any

from zzpreader.worker.library import mupdf
from zzpreader.worker.picture import as_pdf, kind_of_picture

_HEADER_WITHIN = 1024 * 1024


def pdf_in(data: mmap.mmap) -> Any:
    """Raises: TROUBLE."""
    picture = kind_of_picture(data[:16])
    if picture and not has_header(data):
        return as_pdf(data, picture)
    # Not the opener that finds out what a file is: it would take web pages and e-books as well.
    return mupdf.pdf_open_document_with_stream(in_memory(data))


def in_memory(data: mmap.mmap | bytes) -> Any:
    """A stream of bytes that somebody else holds."""
    return mupdf.fz_open_memory(mupdf.python_buffer_data(data), len(data))


def has_header(data: mmap.mmap | None) -> bool:
    return data is not None and data.find(b"%PDF-", 0, _HEADER_WITHIN) >= 0


def make_ready(pdf: Any) -> None:
    """To be asked for single pages, at once."""
    if mupdf.pdf_js_supported(pdf):
        raise SystemExit("this build of MuPDF would run a document's scripts")
    # Finding one page would otherwise walk the whole tree of pages first: 120 ms in a manual of 1,300 pages.
    mupdf.pdf_set_page_tree_cache(pdf, 0)


def set_tags_aside(pdf: Any) -> tuple[Any, Any]:
    """In memory only: MuPDF needs quadratic time for the tags of some pages (its issue 5125).

    Returns: the root of their tree, for who reads it with care, None without one; and the catalogue without it, which
        has to be held: MuPDF would read it anew after it has let go of it.
    """
    root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
    if not mupdf.pdf_is_dict(root):
        return None, None
    tags = mupdf.pdf_dict_gets(root, "StructTreeRoot")
    found = tags if mupdf.pdf_is_dict(tags) else None
    if tags.m_internal:  # whatever is changed costs a second table of all objects, 3 MB in a manual of 1,300 pages
        mupdf.pdf_dict_dels(root, "StructTreeRoot")
    return found, mupdf.pdf_resolve_indirect(root)


def shown_box(page_object: Any) -> tuple[float, float, int]:
    """Width and height of the crop box of a page dictionary as it is turned, and /Rotate, in (0, 90, 180, 270).

    The page is not loaded. What a box must not be it can be here: not finite, or empty.
    """
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page_object, box, matrix)
    shown = mupdf.fz_transform_rect(box, matrix)
    rotation = mupdf.pdf_to_int(mupdf.pdf_dict_gets_inheritable(page_object, "Rotate"))
    return shown.x1 - shown.x0, shown.y1 - shown.y0, (rotation // 90) % 4 * 90
