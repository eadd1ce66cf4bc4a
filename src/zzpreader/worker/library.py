"""The door to MuPDF: its functions in C, and nothing of PyMuPDF's own Python (see `bare.py`)."""

import sys

from zzpreader.worker.bare import Bare, in_c

mupdf = Bare(in_c("_mupdf"), sys.modules.get("pymupdf.mupdf"))

MuPdfError: type[Exception] = mupdf.FzErrorBase
VERSION: str = mupdf.FZ_VERSION

# What a broken file can make the library or its binding raise; anything else is a mistake of ours and ends the worker.
TROUBLE = (MuPdfError, MemoryError, OverflowError, RecursionError, ValueError, TypeError, RuntimeError)
