"""The door to MuPDF.

PyMuPDF's own front door (`import pymupdf`) takes 35 ms more than the library itself, at every start of a worker, and
little that it adds is used. So the package is entered at its side: an empty `pymupdf` with the right path, and from
it the generated binding. What needs the whole package asks for it. A test holds that both stay possible.
"""

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any


def _enter_at_the_side() -> None:
    found = importlib.util.find_spec("pymupdf")
    if found is None or found.submodule_search_locations is None:
        raise ImportError("PyMuPDF is not installed")
    package = ModuleType("pymupdf")
    package.__path__ = list(found.submodule_search_locations)
    package.__spec__ = found
    sys.modules["pymupdf"] = package


if "pymupdf" not in sys.modules:
    _enter_at_the_side()

from pymupdf import mupdf as _binding  # noqa: E402 - the side door comes first

mupdf: Any = _binding


def _single_threaded() -> None:
    """Spares MuPDF its locks. The whole package would do it again, under a document that is open: once is enough."""
    mupdf.reinit_singlethreaded()
    mupdf.reinit_singlethreaded = lambda: None


if not hasattr(sys.modules["pymupdf"], "open"):
    _single_threaded()


def whole_pymupdf() -> Any:
    """PyMuPDF itself, on top of the binding that is loaded already. Cost: 40 ms the first time."""
    if not hasattr(sys.modules["pymupdf"], "open"):
        del sys.modules["pymupdf"]
    return importlib.import_module("pymupdf")


MuPdfError: type[Exception] = mupdf.FzErrorBase
VERSION: str = mupdf.FZ_VERSION

# What a broken file can make the library or its binding raise; anything else is a mistake of ours and ends the worker.
TROUBLE = (MuPdfError, MemoryError, OverflowError, RecursionError, UnicodeError, ValueError, TypeError, RuntimeError)
