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
from zzpreader.worker.source import has_header, in_memory, make_ready, pdf_in, set_tags_aside
from zzpreader.worker.spaces import PageSpace, page_size_and_rotation
from zzpreader.worker.trailer import trailer_id

_PAGES_KEPT = 8
_SPACES_KEPT = 4096
_MOST_PAGES = 1_000_000

_ONE_BY_ONE = 2000
"""So many pages are found from the root of their tree each, which takes 80 ms more for all of them where it is flat.
Walking the whole tree at once, as for more, takes 130 ms in a manual of 1,300, in which nobody gets an answer."""

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
            self.pdf = pdf_in(data)
        except TROUBLE as trouble:
            raise Unopened(_why_not(data, trouble), str(trouble)) from None
        self.fz = self.pdf.super()
        make_ready(self.pdf)
        # Asked once: MuPDF answers by trying the empty password, and forgets the right one over it.
        self._is_locked = bool(mupdf.fz_needs_password(self.fz))
        self.page_count = 0
        self.password = ""
        self.tags: Any = None
        self._catalogue: Any = None
        self.recognised: dict[int, bytes] = {}
        """What was recognised in the pictures of pages, packed."""

    def open(self, password: str) -> Opened:
        try:
            if not self._is_unlocked(password):
                raise Unopened(Reason.PASSWORD)
            self.page_count = mupdf.fz_count_pages(self.fz)
            if self._catalogue is None:  # else it is opened once more, and has no tags to be seen
                self.tags, self._catalogue = set_tags_aside(self.pdf)
            return self._opened()
        except TROUBLE as trouble:
            raise Unopened(_why_damaged(trouble), str(trouble)) from None

    def _is_unlocked(self, password: str) -> bool:
        if not self._is_locked:
            return True
        self.password = password
        return bool(mupdf.fz_authenticate_password(self.fz, password))

    def _opened(self) -> Opened:
        if self.page_count < 1:
            raise Unopened(self._why_no_pages(), "no pages")
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

    def _why_no_pages(self) -> Reason:
        if not has_header(self.data):
            return Reason.NOT_PDF
        # Of a file that broke off in the middle MuPDF finds what it can, and that may be no page.
        return Reason.DAMAGED if mupdf.pdf_was_repaired(self.pdf) else Reason.NO_PAGES

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
        return self._unlocked(pdf_in(self.data)) if self.data is not None else self.pdf

    def opened_again(self, data: bytes) -> Any:
        """The same of a copy, which has the same password. Raises: TROUBLE."""
        return self._unlocked(mupdf.pdf_open_document_with_stream(in_memory(data)))

    def _unlocked(self, pdf: Any) -> Any:
        mupdf.fz_authenticate_password(pdf.super(), self.password)
        return pdf

    def pages(self, first: int, count: int) -> tuple[Page, ...]:
        end = min(first + count, self.page_count)
        if end > _ONE_BY_ONE:
            mupdf.pdf_set_page_tree_cache(self.pdf, 1)
        return tuple(self._page(n) or BLANK for n in range(first, end))

    def labels(self, count: int) -> list[str | None]:
        """Of the first pages, of which none is looked at for it."""
        return [self._labels.label(number) for number in range(count)]

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

    def let_go(self) -> None:
        """Objects that were only looked at, such as the whole tree of pages, are read again when they are needed.

        Cost: 50 ms in a manual of 1,300 pages, in which it frees 50 MB.
        """
        if self._catalogue and has_header(self.data):  # what was made in memory cannot be read again
            mupdf.pdf_clear_xref(self.pdf)
        if self.data is not None and hasattr(mmap, "MADV_DONTNEED"):
            self.data.madvise(mmap.MADV_DONTNEED)  # the system has the file still

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


def _why_not(data: mmap.mmap, trouble: Exception) -> Reason:
    if not has_header(data):
        return Reason.NOT_PDF
    return _why_damaged(trouble)


def _why_damaged(trouble: Exception) -> Reason:
    said = str(trouble)
    if isinstance(trouble, MemoryError) or "malloc" in said or "calloc" in said:
        return Reason.MEMORY
    if "encryption" in said or "crypt" in said:
        return Reason.PROTECTED
    return Reason.DAMAGED
