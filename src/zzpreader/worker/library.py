"""The door to MuPDF: its functions in C, and nothing of PyMuPDF's own Python (see `bare.py`)."""

import sys

from zzpreader.worker.bare import Bare, in_c

_whole = sys.modules.get("pymupdf.mupdf")
if _whole:
    # From Python 3.13.1 on a comprehension asks an iterator for its iterator; the whole binding's own do not answer.
    _whole.IteratorWrap.__iter__ = lambda self: self

mupdf = Bare(in_c("_mupdf"), _whole)

MuPdfError: type[Exception] = mupdf.FzErrorBase
VERSION: str = mupdf.FZ_VERSION

# What a broken file can make the library or its binding raise; anything else is a mistake of ours and ends the worker.
TROUBLE = (MuPdfError, MemoryError, OverflowError, RecursionError, ValueError, TypeError, RuntimeError)
