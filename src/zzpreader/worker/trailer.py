"""The file's identifier in the trailer."""

import re
from typing import Any

from zzpreader.worker.library import TROUBLE, mupdf

_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LONGEST = 64


def trailer_id(pdf: Any) -> str:
    """The first string of /ID in hexadecimal, "" if there is none."""
    try:
        first = mupdf.pdf_array_get(mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "ID"), 0)
        if not mupdf.pdf_is_string(first):
            return ""
        # The binding hands out strings that end at the first zero byte, so it is read as it would be written.
        buffer = mupdf.fz_new_buffer(256)
        output = mupdf.FzOutput(buffer)
        mupdf.pdf_print_obj(output, first, 1, 1)
        mupdf.fz_close_output(output)
        return string_bytes(mupdf.fz_buffer_extract_copy(buffer))[:_LONGEST].hex()
    except TROUBLE:
        return ""


def string_bytes(written: bytes) -> bytes:
    """The bytes that a PDF string, (literal) or <hexadecimal>, stands for."""
    inner = written.strip()[1:-1]
    if written.strip().startswith(b"<"):
        return bytes.fromhex(inner.decode("ascii"))
    return _ESCAPE.sub(_unescaped, inner)


def _unescaped(found: "re.Match[bytes]") -> bytes:
    code = found.group(1)
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return _PLAIN.get(code, code)
