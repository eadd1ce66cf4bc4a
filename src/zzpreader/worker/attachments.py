"""Files attached to the PDF or pinned on its pages (ISO 32000-2, 7.11.4 and 12.5.6.15): named, and read out."""

from collections.abc import Iterator
from typing import Any

from zzpreader.model.attachments import MOST_ATTACHED, MOST_ATTACHMENTS, Attachment, safe_name
from zzpreader.model.displayed import one_line
from zzpreader.wire import COPY_PIECE, MOST_ON_PAGE, AttachmentRead, Failed, ReadAttachment, Reason
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf

_MOST_PAGES = 5000
_NAMES = ("UF", "F", "Unix", "DOS", "Mac")
_MOST_SIZE = 2**53


class Attachments:
    """A file that is asked for in several pieces is unpacked once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._unpacked: tuple[int, bytes] = (-1, b"")

    def listed(self) -> tuple[Attachment, ...]:
        return tuple(_described(specification, page) for specification, _, page in self._all())

    def read(self, asked: ReadAttachment) -> AttachmentRead | Failed:
        """Raises: TROUBLE for one that cannot be unpacked."""
        number, data = self._unpacked
        if number != asked.number:
            data = self._unpack(asked.number)
        if len(data) > MOST_ATTACHED:
            return Failed(Reason.MEMORY, f"more than {MOST_ATTACHED} bytes")
        piece = data[asked.start : asked.start + COPY_PIECE]
        self._unpacked = (-1, b"") if asked.start + len(piece) >= len(data) else (asked.number, data)
        return AttachmentRead(len(data), piece)

    def _unpack(self, number: int) -> bytes:
        for place, (_, contents, _page) in enumerate(self._all()):
            if place == number:
                limited = mupdf.fz_open_null_filter(mupdf.pdf_open_stream(contents), MOST_ATTACHED + 1, 0)
                return mupdf.fz_buffer_extract_copy(mupdf.fz_read_all(limited, 4096))
        raise ValueError(f"there is no attachment {number}")

    def _all(self) -> Iterator[tuple[Any, Any, int | None]]:
        """Specification, contents, page; one that is named twice comes once."""
        seen: set[int] = set()
        for specification, page in self._specifications():
            contents = _contents(specification)
            number = mupdf.pdf_to_num(contents) if contents is not None else 0
            if contents is None or (number and number in seen):
                continue
            seen.add(number)
            yield specification, contents, page
            if len(seen) >= MOST_ATTACHMENTS:
                return

    def _specifications(self) -> Iterator[tuple[Any, int | None]]:
        pdf = self._document.pdf
        try:
            names = mupdf.pdf_load_name_tree(pdf, mupdf.pdf_new_name("EmbeddedFiles"))
            for number in range(mupdf.pdf_dict_len(names)):
                yield mupdf.pdf_dict_get_val(names, number), None
        except TROUBLE:
            pass  # those on the pages can be had
        mupdf.pdf_set_page_tree_cache(pdf, 1)
        for page in range(min(self._document.page_count, _MOST_PAGES)):
            try:
                pinned = mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, page), "Annots")
                for place in range(min(mupdf.pdf_array_len(pinned), MOST_ON_PAGE)):
                    annotation = mupdf.pdf_array_get(pinned, place)
                    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(annotation, "Subtype")) == "FileAttachment":
                        yield mupdf.pdf_dict_gets(annotation, "FS"), page
            except TROUBLE:
                continue


def _contents(specification: Any) -> Any:
    """The stream of the file; None if it is not in this PDF: a path to elsewhere is nothing to us."""
    inside = mupdf.pdf_dict_gets(specification, "EF")
    found = (mupdf.pdf_dict_gets(inside, key) for key in _NAMES)
    return next((one for one in found if mupdf.pdf_is_stream(one)), None)


def _described(specification: Any, page: int | None) -> Attachment:
    said = (mupdf.pdf_dict_gets(specification, key) for key in _NAMES)
    name = next((text for one in said if mupdf.pdf_is_string(one) and (text := mupdf.pdf_to_text_string(one))), "")
    size = mupdf.pdf_dict_gets(mupdf.pdf_dict_gets(_contents(specification), "Params"), "Size")
    bytes_said = mupdf.pdf_to_int64(size) if mupdf.pdf_is_int(size) else -1
    description = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(specification, "Desc"))
    return Attachment(
        name=safe_name(name),
        size=bytes_said if 0 <= bytes_said < _MOST_SIZE else None,
        description=one_line(description),
        page=page,
    )
