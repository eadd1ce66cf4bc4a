"""The open document: opening, its pages, and what it says of itself."""

import mmap
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

from zzpreader.model.displayed import one_line
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Page
from zzpreader.wire import Failed, Opened, Reason
from zzpreader.worker.labels import PageLabels, read_page_labels
from zzpreader.worker.library import TROUBLE, VERSION, mupdf
from zzpreader.worker.picture import as_pdf, kind_of_picture
from zzpreader.worker.spaces import PageSpace, page_size_and_rotation
from zzpreader.worker.trailer import trailer_id

_HEADER_WITHIN = 1024 * 1024
_PAGES_KEPT = 8
_SPACES_KEPT = 4096
_MOST_PAGES = 1_000_000

BLANK = Page(Size(595.0, 842.0))
"""Stands in for a page that cannot be read, so that the others keep their numbers."""


class Unopened(Exception):
    """The document cannot be had; `failed` is the answer."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.failed = Failed(reason, one_line(detail))


class Document:
    """
    Raises: Unopened, from the constructor and from `open`.
    """

    def __init__(self, data: mmap.mmap | None) -> None:
        self.data = data
        if data is None:
            raise Unopened(Reason.NOT_PDF, "empty file")
        try:
            self.pdf = _pdf_in(data)
        except TROUBLE as trouble:
            raise Unopened(_why_not(data, trouble), str(trouble)) from None
        self.fz = self.pdf.super()
        if mupdf.pdf_js_supported(self.pdf):
            raise SystemExit("this build of MuPDF would run a document's scripts")
        # Finding one page would otherwise walk the whole tree of pages first: 120 ms in a manual of 1,300 pages.
        mupdf.pdf_set_page_tree_cache(self.pdf, 0)
        # Asked once: MuPDF answers by trying the empty password, and forgets the right one over it.
        self._is_locked = bool(mupdf.fz_needs_password(self.fz))
        self.page_count = 0
        self.password = ""
        self.tags: Any = None
        self.recognised: dict[int, bytes] = {}
        """What was recognised in the pictures of pages, packed."""

    def open(self, password: str) -> Opened:
        try:
            if not self._is_unlocked(password):
                raise Unopened(Reason.PASSWORD)
            self.page_count = mupdf.fz_count_pages(self.fz)
            self._set_tags_aside()
            return self._opened()
        except TROUBLE as trouble:
            raise Unopened(_why_damaged(trouble), str(trouble)) from None

    def _is_unlocked(self, password: str) -> bool:
        if not self._is_locked:
            return True
        self.password = password
        return bool(mupdf.fz_authenticate_password(self.fz, password))

    def _set_tags_aside(self) -> None:
        """In memory only: MuPDF needs quadratic time for the tags of some pages (its issue 5125). `tags` is the root of
        their tree, for who reads it with care; None without one."""
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(self.pdf), "Root")
        if mupdf.pdf_is_dict(root):
            tags = mupdf.pdf_dict_gets(root, "StructTreeRoot")
            self.tags = tags if mupdf.pdf_is_dict(tags) else None
            mupdf.pdf_dict_dels(root, "StructTreeRoot")

    def _opened(self) -> Opened:
        if self.page_count < 1:
            named = _has_header(self.data)
            raise Unopened(Reason.NO_PAGES if named else Reason.NOT_PDF, "no pages")
        if self.page_count > _MOST_PAGES:
            raise Unopened(Reason.DAMAGED, f"{self.page_count} pages")
        return Opened(
            pages=self.page_count,
            title=self._said("info:Title"),
            author=self._said("info:Author"),
            language=self._language(),
            trailer_id=trailer_id(self.pdf),
            extractor=f"MuPDF {VERSION}",
            repaired=bool(mupdf.pdf_was_repaired(self.pdf)),
            locked=self._is_locked,
            first=self._page(0),
        )

    def _said(self, key: str) -> str:
        try:
            return one_line(mupdf.fz_lookup_metadata2(self.fz, key))
        except TROUBLE:
            return ""  # MuPDF raises for what is not there

    def _language(self) -> str:
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(self.pdf), "Root")
        return one_line(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(root, "Lang")), 35)

    def again(self) -> Any:
        """MuPDF's document anew, with its tags, as it is in the file: to be changed. Raises: TROUBLE."""
        return self._unlocked(_pdf_in(self.data)) if self.data is not None else self.pdf

    def opened_again(self, data: bytes) -> Any:
        """The same of a copy, which has the same password. Raises: TROUBLE."""
        return self._unlocked(mupdf.pdf_open_document_with_stream(_memory(data)))

    def _unlocked(self, pdf: Any) -> Any:
        mupdf.fz_authenticate_password(pdf.super(), self.password)
        return pdf

    def pages(self, first: int, count: int) -> tuple[Page, ...]:
        mupdf.pdf_set_page_tree_cache(self.pdf, 1)
        return tuple(self._page(n) or BLANK for n in range(first, min(first + count, self.page_count)))

    def _page(self, number: int) -> Page | None:
        try:
            size, rotation = page_size_and_rotation(mupdf.pdf_lookup_page_obj(self.pdf, number))
            return Page(size, rotation, self._labels.label(number))
        except TROUBLE:
            return None

    @cached_property
    def _labels(self) -> PageLabels:
        try:
            return read_page_labels(self.pdf)
        except TROUBLE:
            return PageLabels([])

    def load(self, number: int) -> Any:
        """MuPDF's page. Raises: TROUBLE for a page that cannot be read."""
        if number >= self.page_count:
            raise ValueError(f"there are {self.page_count} pages")
        return self._load(number)

    def forget(self) -> None:
        """Gives back pages that are only kept for the next request."""
        self._load.cache_clear()

    @cached_property
    def _load(self) -> Any:
        return lru_cache(_PAGES_KEPT)(lambda number: mupdf.fz_load_page(self.fz, number))

    def space(self, number: int) -> PageSpace:
        """Raises: TROUBLE for a page that cannot be read."""
        return self._space(number)

    @cached_property
    def _space(self) -> Callable[[int], PageSpace]:
        def of(number: int) -> PageSpace:
            return PageSpace(*page_size_and_rotation(mupdf.pdf_lookup_page_obj(self.pdf, number)))

        return lru_cache(_SPACES_KEPT)(of)  # every link to a page asks for it


def _pdf_in(data: mmap.mmap) -> Any:
    """Raises: TROUBLE."""
    picture = kind_of_picture(data[:16])
    if picture and not _has_header(data):
        return as_pdf(data, picture)
    # Not the opener that finds out what a file is: it would take web pages and e-books as well.
    return mupdf.pdf_open_document_with_stream(_memory(data))


def _memory(data: mmap.mmap | bytes) -> Any:
    """A stream of bytes that somebody else holds."""
    return mupdf.fz_open_memory(mupdf.python_buffer_data(data), len(data))


def _has_header(data: mmap.mmap | None) -> bool:
    return data is not None and data.find(b"%PDF-", 0, _HEADER_WITHIN) >= 0


def _why_not(data: mmap.mmap, trouble: Exception) -> Reason:
    if not _has_header(data):
        return Reason.NOT_PDF
    return _why_damaged(trouble)


def _why_damaged(trouble: Exception) -> Reason:
    said = str(trouble)
    if isinstance(trouble, MemoryError) or "malloc" in said or "calloc" in said:
        return Reason.MEMORY
    if "encryption" in said or "crypt" in said:
        return Reason.PROTECTED
    return Reason.DAMAGED
