"""MuPDF by its bare functions.

PyMuPDF's binding is 3.7 MB of byte code. To read and run it takes twice as long as to load MuPDF itself, it stays in
the memory of every process, and a worker calls some hundred and fifty functions. All of them are in the binding's
module in C; what Python adds is classes, and SWIG's rule for names (`new_FzRect`, `FzRect_x0_get`) gives as much of
those as is used here. `tests/worker/test_bare.py` holds both together.
"""

import codecs
import importlib
import importlib.util
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from typing import Any

from zzpreader.unread import entered_at_its_side

KINDS = (
    *("FzArchive", "FzBuffer", "FzColorParams", "FzColorspace", "FzCookie", "FzDevice", "FzDisplayList"),
    *("FzDocument", "FzDocumentWriter", "FzFont", "FzImage", "FzIrect", "FzLink", "FzMatrix", "FzOutline"),
    *("FzOutput", "FzPage", "FzPixmap", "FzPoint", "FzRect", "FzSeparations", "FzStextBlock"),
    *("FzStextBlockIterator", "FzStextLine", "FzStextPage", "FzStextPageIterator", "FzStory", "FzStream"),
    *("FzText", "PdfAnnot", "PdfDocument", "PdfLexbuf", "PdfObj", "PdfPage", "StoryPositionsCallback"),
    *("fz_font", "fz_link", "fz_location", "fz_outline", "fz_point", "fz_quad", "fz_rect", "fz_stext_block"),
    *("fz_stext_char", "fz_stext_line", "fz_stext_page", "fz_story_element_position"),
    "ll_fz_resolve_link_outparams",
)
"""Of everything that is made here, handed on or looked into. What is of another kind has neither fields nor an end."""

KINDS_WRITTEN = ("FzStextOptions", "PdfWriteOptions")
"""Of those the fields are set as well."""

_KINDS_OF_ERRORS = (
    *("None", "Generic", "System", "Library", "Argument", "Limit", "Unsupported", "Format", "Syntax", "Trylater"),
    *("Abort", "Repaired"),
)
"""MuPDF's kinds of errors by their codes, from 0."""


class FzErrorBase(Exception):
    """Whatever MuPDF complains of."""

    code = -1

    def __str__(self) -> str:
        return f"code={self.code}: {super().__str__()}"


class Bare:
    """Reads as `pymupdf.mupdf` does, as far as it goes.

    Args:
        functions: the binding's module in C.
        binding: `pymupdf.mupdf` where somebody has imported that before. Then MuPDF's values are of its classes.
    """

    def __init__(self, functions: Any, binding: Any = None) -> None:
        self.functions = functions
        if binding:
            self.FzErrorBase: type[Exception] = binding.FzErrorBase
            for name in (*KINDS, *KINDS_WRITTEN):
                setattr(self, name, getattr(binding, name))
            return
        self.FzErrorBase = FzErrorBase
        codecs.register_error("surrogateescape_mupdf", _decode_zero)
        self._errors = [*_kinds_of_errors(), FzErrorBase]  # the binding does not hold them itself
        functions.internal_set_error_classes(self._errors)
        functions.reinit_singlethreaded()  # spares MuPDF its locks
        for name in KINDS:
            setattr(self, name, _kind(functions, name, _Value))
        for name in KINDS_WRITTEN:
            setattr(self, name, _kind(functions, name, _Written))
        self.FzRect: Any
        self.FzRect.Fixed_INFINITE = functions.FzRect_Fixed_INFINITE
        self.FzRect.Fixed_EMPTY = functions.FzRect_Fixed_EMPTY

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.functions, name)
        setattr(self, name, found)
        return found

    # What the binding has in Python, because it hands out more than one value or takes one of Python's own.

    def fz_get_pixmap_from_image(self, image: Any, area: Any, matrix: Any) -> Any:
        return self.functions.fz_get_pixmap_from_image(image, area, matrix, None, None)

    def fz_resolve_link(self, document: Any, uri: str) -> tuple[Any, float, float]:
        at = self.ll_fz_resolve_link_outparams()
        where = self.functions.ll_fz_resolve_link_outparams_fn(document.m_internal, uri, at)
        return where, at.xp, at.yp

    def fz_buffer_extract_copy(self, buffer: Any) -> bytes:
        return self.functions.ll_fz_buffer_to_bytes_internal(buffer.m_internal, 0)

    def fz_new_buffer_from_copied_data(self, data: bytes) -> Any:
        return self.functions.fz_new_buffer_from_copied_data(self.functions.python_buffer_data(data), len(data))

    def fz_fill_text(self, device: Any, text: Any, matrix: Any, space: Any, grey: float, options: Any) -> None:
        """In one shade of grey, not to be seen through."""
        parts = (device.m_internal, text.m_internal, matrix.internal(), space.m_internal)
        self.functions.ll_fz_fill_text2(*parts, grey, 0, 0, 0, 1, options.internal())

    def fz_pixmap_samples_memoryview(self, pixmap: Any) -> memoryview:
        functions = self.functions
        size = functions.fz_pixmap_stride(pixmap) * functions.fz_pixmap_height(pixmap)
        return functions.python_memoryview_from_memory(functions.fz_pixmap_samples(pixmap), size, 1)


def in_c(name: str) -> Any:
    """One of PyMuPDF's modules in C, without what the package does itself. Raises: ImportError."""
    if "pymupdf" in sys.modules:
        return importlib.import_module(f"pymupdf.{name}")
    with entered_at_its_side(found_pymupdf()):
        return importlib.import_module(f"pymupdf.{name}")


def found_pymupdf() -> ModuleSpec:
    """Raises: ImportError."""
    found = importlib.util.find_spec("pymupdf")
    if found is None or found.submodule_search_locations is None:
        raise ImportError("PyMuPDF is not installed")
    return found


def _decode_zero(trouble: UnicodeError) -> tuple[str | bytes, int]:
    """How the binding's texts are read: MuPDF writes a zero byte in two bytes; others that are not UTF-8 are kept."""
    if isinstance(trouble, UnicodeDecodeError) and trouble.object[trouble.start : trouble.start + 2] == b"\xc0\x80":
        return "\0", trouble.start + 2
    return codecs.lookup_error("surrogateescape")(trouble)


def _kinds_of_errors() -> Iterator[type[FzErrorBase]]:
    for code, name in enumerate(_KINDS_OF_ERRORS):
        yield type(f"FzError{name}", (FzErrorBase,), {"code": code})


def _kind(functions: Any, name: str, base: type) -> type:
    """A class as SWIG wants it."""
    members = {
        "__slots__": (),
        "functions": functions,
        "__swig_destroy__": getattr(functions, f"delete_{name}"),
        "new": getattr(functions, f"new_{name}", None),
    }
    if is_there := getattr(functions, f"{name}___nonzero__", None):
        members["__bool__"] = _method(is_there)
    kind = type(name, (base,), members)
    getattr(functions, f"{name}_swigregister")(kind)
    return kind


class _Value:
    __slots__ = ("this",)
    this: Any
    functions: Any
    new: Any

    @classmethod
    def named(cls, name: str) -> Any:
        """The function in C for something of this class. Raises: AttributeError."""
        return getattr(cls.functions, f"{cls.__name__}_{name}")

    def __init__(self, *given: Any) -> None:
        self.this = self.new(*given)

    def __getattr__(self, name: str) -> Any:
        """The first time that a field or a function of this class is asked for; from then on the class has it."""
        kind = type(self)
        try:
            found = property(kind.named(f"{name}_get"))
        except AttributeError:
            found = _method(kind.named(name))
        setattr(kind, name, found)
        return getattr(self, name)

    def __iter__(self) -> Iterator[Any]:
        """Between the beginning and the end of a container in C++."""
        at, end = self.begin(), self.end()
        are_equal, item, go_on = map(at.named, ("__eq__", "__ref__", "__increment__"))
        while not are_equal(at, end):
            yield item(at)
            go_on(at)


class _Written(_Value):
    __slots__ = ()

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "this":
            object.__setattr__(self, name, value)
        else:
            self.named(f"{name}_set")(self, value)


def _method(function: Any) -> Any:
    """Python binds no function in C to what it is asked of."""

    def called(self: Any, *given: Any) -> Any:
        return function(self, *given)

    return called
