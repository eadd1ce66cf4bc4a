"""Pictures that bear the name of a PDF, as scanners and mail programs sometimes send them."""

from typing import Any

from zzpreader.worker.library import mupdf

_BEGINNINGS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n": "image/png"}


def kind_of_picture(beginning: bytes) -> str | None:
    """Its media type; None for what is no picture."""
    return next((kind for magic, kind in _BEGINNINGS.items() if beginning.startswith(magic)), None)


def as_pdf(data: Any, kind: str) -> Any:
    """MuPDF's document of one page that shows the picture, made in memory. Raises: TROUBLE."""
    picture = mupdf.fz_open_document_with_stream(kind, mupdf.fz_open_memory(mupdf.python_buffer_data(data), len(data)))
    page = mupdf.fz_load_page(picture, 0)
    buffer = mupdf.fz_new_buffer(len(data))
    writer = mupdf.FzDocumentWriter(buffer, "pdf", "")
    device = mupdf.fz_begin_page(writer, mupdf.fz_bound_page(page))
    mupdf.fz_run_page(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_end_page(writer)
    mupdf.fz_close_document_writer(writer)
    return mupdf.pdf_open_document_with_stream(mupdf.fz_open_buffer(buffer))
