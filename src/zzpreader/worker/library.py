"""The door to MuPDF.

PyMuPDF's own front door (`import pymupdf`) takes 35 ms more than the library itself, at every start of a worker, and
little that it adds is used. So the package is entered at its side: through an empty `pymupdf` with the right path that
is taken away again. What needs the whole package can still import it, on top of the same library.

A process that only draws has entered `bare` before, and gets that.
"""

import importlib
import sys
from typing import Any

from zzpreader.unread import entered_at_its_side, left_unread
from zzpreader.worker import bare
from zzpreader.worker.bare import found_pymupdf


def _binding() -> tuple[Any, Any]:
    """MuPDF, and the helpers in C++ with which PyMuPDF reads what would take Python ten times as long."""
    if "pymupdf" in sys.modules:
        return importlib.import_module("pymupdf.mupdf"), importlib.import_module("pymupdf.extra")
    with entered_at_its_side(found_pymupdf()):
        with left_unread("inspect"):
            binding: Any = importlib.import_module("pymupdf.mupdf")
        helpers: Any = importlib.import_module("pymupdf.extra")
    # Spares MuPDF its locks. The whole package would do it again, under a document that is open: once is enough.
    binding.reinit_singlethreaded()
    binding.reinit_singlethreaded = lambda: None
    return binding, helpers


def _bound() -> tuple[Any, Any]:
    if entered := bare.entered():
        return entered, None
    binding, helpers = _binding()
    # From Python 3.13 on a comprehension asks an iterator for its iterator; the binding's own do not answer.
    binding.IteratorWrap.__iter__ = lambda self: self
    return binding, helpers


mupdf, extra = _bound()

MuPdfError: type[Exception] = mupdf.FzErrorBase
VERSION: str = mupdf.FZ_VERSION

# What a broken file can make the library or its binding raise; anything else is a mistake of ours and ends the worker.
TROUBLE = (MuPdfError, MemoryError, OverflowError, RecursionError, ValueError, TypeError, RuntimeError)
