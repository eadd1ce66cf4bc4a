"""MuPDF by its bare functions, for the process of the first glance.

PyMuPDF's binding is 3.7 MB of byte code. To read and run it takes twice as long as to load MuPDF itself, and the first
glance calls some sixty functions. All of them are in the binding's module in C; what Python adds is classes, and SWIG's
rule for names (`new_FzRect`, `FzRect_x0_get`) gives as much of those as is used here.
"""

import importlib
import importlib.util
from collections.abc import Iterator
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from zzpreader.unread import entered_at_its_side

_KINDS = (
    *("FzColorspace", "FzCookie", "FzDevice", "FzDisplayList", "FzDocument", "FzImage", "FzIrect", "FzMatrix"),
    *("FzPage", "FzPixmap", "FzRect", "FzSeparations", "FzStextBlock", "FzStextOptions", "FzStextPage"),
    *("FzStextPageIterator", "FzStream", "PdfDocument", "PdfObj", "fz_stext_block"),
)
"""Of everything that is made here, handed on or looked into. What is of another kind has neither fields nor an end."""

_KINDS_OF_ERRORS = 13
"""That MuPDF has, with the one that stands for all."""


class FzErrorBase(Exception):
    """Whatever MuPDF complains of."""


class Bare(ModuleType):
    """Reads as `pymupdf.mupdf` does, as far as it goes.

    Args:
        functions: the binding's module in C.
    """

    def __init__(self, functions: Any) -> None:
        super().__init__("mupdf")
        self.functions = functions
        self.FzErrorBase = FzErrorBase
        functions.internal_set_error_classes([FzErrorBase] * _KINDS_OF_ERRORS)
        functions.reinit_singlethreaded()  # spares MuPDF its locks
        for name in _KINDS:
            setattr(self, name, _kind(functions, name))
        self.FzRect: Any
        self.FzRect.Fixed_INFINITE = functions.FzRect_Fixed_INFINITE

    def __getattr__(self, name: str) -> Any:
        return getattr(self.functions, name)

    def fz_get_pixmap_from_image(self, image: Any, area: Any, matrix: Any) -> Any:
        return self.functions.fz_get_pixmap_from_image(image, area, matrix, None, None)


_entered: list[Bare] = []


def enter() -> None:
    """From now on `library` gives this process no more than that. Raises: ImportError."""
    with entered_at_its_side(found_pymupdf()):
        _entered.append(Bare(importlib.import_module("pymupdf._mupdf")))


def entered() -> Bare | None:
    return _entered[0] if _entered else None


def found_pymupdf() -> ModuleSpec:
    """Raises: ImportError."""
    found = importlib.util.find_spec("pymupdf")
    if found is None or found.submodule_search_locations is None:
        raise ImportError("PyMuPDF is not installed")
    return found


def _kind(functions: Any, name: str) -> type:
    """A class as SWIG wants it."""
    kind = type(name, (_Value,), {"functions": functions, "__swig_destroy__": getattr(functions, f"delete_{name}")})
    getattr(functions, f"{name}_swigregister")(kind)
    return kind


class _Value:
    this: Any
    functions: Any

    @classmethod
    def named(cls, name: str) -> Any:
        """The function in C for something of this class. Raises: AttributeError."""
        return getattr(cls.functions, f"{cls.__name__}_{name}")

    def __init__(self, *given: Any) -> None:
        self.named("swiginit")(self, getattr(self.functions, f"new_{type(self).__name__}")(*given))

    def __getattr__(self, name: str) -> Any:
        try:
            read = self.named(f"{name}_get")
        except AttributeError:
            return partial(self.named(name), self)
        return read(self)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "this":
            object.__setattr__(self, name, value)
        else:
            self.named(f"{name}_set")(self, value)

    def __iter__(self) -> Iterator[Any]:
        """Between the beginning and the end of a container in C++."""
        at, end = self.begin(), self.end()
        while not at.named("__eq__")(at, end):
            yield at.named("__ref__")(at)
            at.named("__increment__")(at)
