"""Objects that are added to a PDF, and the PDF as bytes."""

from typing import Any

from zzpreader.worker.library import mupdf


def parsed(pdf: Any, text: str) -> Any:
    """The object that PDF syntax in ASCII describes. Raises: TROUBLE."""
    data = mupdf.fz_open_buffer(mupdf.fz_new_buffer_from_copied_data(text.encode("ascii")))
    return mupdf.pdf_parse_stm_obj(pdf, data, mupdf.PdfLexbuf(mupdf.PDF_LEXBUF_SMALL))


def added(pdf: Any, text: str) -> Any:
    """A reference to it as a new object. Raises: TROUBLE."""
    return mupdf.pdf_add_object(pdf, parsed(pdf, text))


def named(one: Any) -> str:
    """A reference ("12 0 R") as PDF syntax."""
    return f"{mupdf.pdf_to_num(one)} 0 R"


def saved(pdf: Any, options: Any) -> bytes:
    """The same document gives the same bytes. Raises: TROUBLE."""
    options.dont_regenerate_id = 1
    buffer = mupdf.fz_new_buffer(0)
    output = mupdf.FzOutput(buffer)
    mupdf.pdf_write_document(pdf, output, options)
    mupdf.fz_close_output(output)
    return mupdf.fz_buffer_extract_copy(buffer)
