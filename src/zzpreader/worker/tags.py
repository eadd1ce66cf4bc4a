"""The headings that a PDF's tags name (ISO 32000-2, 14.7 and 14.8).

Read object by object: MuPDF's own reader of tags is kept from them (see `Document`). A tree of tags can be large, deep
or run in circles, so all is bounded; what cannot be read is passed over. Cost: 5 µs a tag, 1 ms a page with headings.
"""

import re
import time
from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from zzpreader.model.displayed import one_line
from zzpreader.model.geometry import Point
from zzpreader.model.outline import TaggedHeading
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.marked_content import Content, Matrix, Spots, find_spots

_MOST_TAGS = 200_000
_MOST_HEADINGS = 10_000
_MOST_PIECES = 64
_DEEPEST = 64
_SECONDS_A_PAGE = 0.003
_LEAST_SECONDS = 0.3
_MOST_BYTES = 2_000_000
_ROLES_DEEP = 8

_HEADING = re.compile(r"H([1-9]?)\Z")
_SECTIONS = frozenset({"Sect", "Part", "Art"})
_WITHOUT_HEADINGS = frozenset(
    {"P", "Span", "Link", "Table", "Figure", "Formula", "Form", "Caption", "TOC", "TOCI", "Index", "Note"}
    | {"Reference", "Annot", "Lbl", "Code", "Artifact"}
)
"""Not looked into: headings in a table's cells or a contents list head no section."""


class _Tagged(NamedTuple):
    """A heading as the tags have it: `pieces` are numbers of page objects with the /MCID there."""

    level: int
    title: str
    pieces: list[tuple[int, int]]


class _Waiting(NamedTuple):
    tag: Any
    page: int
    depth: int
    sections: int
    heading: _Tagged | None


class TaggedHeadings:
    """The headings of one document; its tree of tags is read at once, a page's content when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spots: dict[int, Spots] = {}
        self._headings: list[_Tagged] = []
        self._pages: dict[int, int] = {}
        self._wanted: dict[int, set[int]] = defaultdict(set)
        try:
            self._headings = _Walk(document).headings()
            if self._headings:
                self._pages = _page_numbers(document)
        except TROUBLE:
            return
        for heading in self._headings:
            for page, mcid in heading.pieces:
                if page in self._pages:
                    self._wanted[self._pages[page]].add(mcid)

    def read(self, pages: Collection[int]) -> list[TaggedHeading]:
        """The headings that begin on one of `pages`, in the order of the tags."""
        found: list[TaggedHeading] = []
        for level, title, pieces in self._headings:
            places = [(self._pages[page], mcid) for page, mcid in pieces if page in self._pages]
            if not places or places[0][0] not in pages:
                continue
            page = places[0][0]
            on_page = self._spots_of(page)
            spots = [spot for where, mcid in places if where == page for spot in on_page.get(mcid, ())]
            found.append(TaggedHeading(level, title, page, tuple(Point(x, y) for x, y in spots)))
        return found

    def _spots_of(self, page: int) -> Spots:
        if page not in self._spots:
            try:
                self._spots[page] = _spots_on(self._document, page, self._wanted[page])
            except TROUBLE:
                self._spots[page] = {}
        return self._spots[page]


class _Walk:
    """Through the tree of tags in its order, without recursion."""

    def __init__(self, document: Document) -> None:
        self._root = document.tags
        self._roles = mupdf.pdf_dict_gets(self._root, "RoleMap") if self._root else None
        self._kinds: dict[str, str] = {}
        self._ends = time.process_time() + max(_LEAST_SECONDS, _SECONDS_A_PAGE * document.page_count)
        self._headings: list[_Tagged] = []

    def headings(self) -> list[_Tagged]:
        """None at all if there are too many tags, or they take too long: half a tree would mislead."""
        if not self._root or not mupdf.pdf_is_dict(self._root):
            return []
        waiting = [_Waiting(self._root, 0, 0, 0, None)]
        seen = set[int]()
        for count in range(_MOST_TAGS):
            if not waiting:
                return [one for one in self._headings if one.pieces]
            if (count % 256 == 0 and time.process_time() > self._ends) or len(self._headings) > _MOST_HEADINGS:
                return []
            here = waiting.pop()
            number = mupdf.pdf_to_num(here.tag)
            if number and number in seen:
                continue
            seen.add(number)
            try:
                kids = self._kids(here)
            except TROUBLE:
                continue
            if len(waiting) + len(kids) > _MOST_TAGS:
                return []
            waiting += reversed(kids)
        return []

    def _kids(self, here: _Waiting) -> list[_Waiting]:
        """What is below a tag, numbers of content only below headings."""
        tag, page, depth, sections, heading = here
        if not mupdf.pdf_is_dict(tag):
            if heading and mupdf.pdf_is_int(tag) and len(heading.pieces) < _MOST_PIECES:
                heading.pieces.append((page, mupdf.pdf_to_int(tag)))
            return []
        page = mupdf.pdf_to_num(mupdf.pdf_dict_gets(tag, "Pg")) or page
        kind = self._kind(mupdf.pdf_to_name(mupdf.pdf_dict_gets(tag, "S")))
        if not kind and depth:
            mcid = mupdf.pdf_dict_gets(tag, "MCID")  # a reference to marked content, not to an annotation
            in_page = not mupdf.pdf_dict_gets(tag, "Stm").m_internal
            return [here._replace(tag=mcid, page=page, depth=depth + 1)] if in_page and heading else []
        if depth >= _DEEPEST or (not heading and kind in _WITHOUT_HEADINGS):
            return []
        if not heading and (named := _HEADING.match(kind)):
            level = int(named[1]) if named[1] else max(sections, 1)
            heading = _Tagged(level, one_line(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(tag, "ActualText"))), [])
            self._headings.append(heading)
        sections += kind in _SECTIONS
        below = mupdf.pdf_dict_gets(tag, "K")
        if not mupdf.pdf_is_array(below):
            return [_Waiting(below, page, depth + 1, sections, heading)]
        kids = (mupdf.pdf_array_get(below, n) for n in range(min(mupdf.pdf_array_len(below), _MOST_TAGS)))
        return [_Waiting(kid, page, depth + 1, sections, heading) for kid in kids if heading or mupdf.pdf_is_dict(kid)]

    def _kind(self, name: str) -> str:
        """The standard name of a tag whose own name the document's /RoleMap explains."""
        if name not in self._kinds:
            kind, steps = name, 0
            while (role := mupdf.pdf_to_name(mupdf.pdf_dict_gets(self._roles, kind))) and steps < _ROLES_DEEP:
                kind, steps = role, steps + 1
            self._kinds[name] = kind
        return self._kinds[name]


def _page_numbers(document: Document) -> dict[int, int]:
    """The page that a page object is."""
    mupdf.pdf_set_page_tree_cache(document.pdf, 1)
    pages: dict[int, int] = {}
    for number in range(document.page_count):
        try:
            pages.setdefault(mupdf.pdf_to_num(mupdf.pdf_lookup_page_obj(document.pdf, number)), number)
        except TROUBLE:
            continue
    pages.pop(0, None)
    return pages


def _spots_on(document: Document, number: int, wanted: set[int]) -> Spots:
    """In page space."""
    page = mupdf.pdf_lookup_page_obj(document.pdf, number)
    box, shown = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page, box, shown)
    space = document.space(number)
    stream = mupdf.pdf_open_contents_stream(document.pdf, mupdf.pdf_dict_gets(page, "Contents"))
    resources = mupdf.pdf_dict_gets_inheritable(page, "Resources")
    reader = _ContentReader()
    spots = find_spots(reader.content(stream, resources), wanted)

    def placed(x: float, y: float) -> tuple[float, float]:
        at = mupdf.fz_transform_point(mupdf.fz_make_point(x, y), shown)
        turned = space.point(at.x, at.y)
        return turned.x, turned.y

    return {mcid: [placed(x, y) for x, y in found] for mcid, found in spots.items()}


class _ContentReader:
    """Reads at most 2 MB of a page and its forms together."""

    def __init__(self) -> None:
        self._room = _MOST_BYTES

    def content(self, stream: Any, resources: Any) -> Content:
        data = _bytes(stream, self._room)
        self._room -= len(data)
        properties = mupdf.pdf_dict_gets(resources, "Properties")
        forms = mupdf.pdf_dict_gets(resources, "XObject")

        def mcid_of(name: bytes) -> int | None:
            found = mupdf.pdf_dict_gets(mupdf.pdf_dict_gets(properties, name.decode("latin-1")), "MCID")
            return mupdf.pdf_to_int(found) if mupdf.pdf_is_int(found) else None

        def form(name: bytes) -> tuple[Content, Matrix] | None:
            return self._form(mupdf.pdf_dict_gets(forms, name.decode("latin-1")), resources)

        return Content(data, mcid_of, form)

    def _form(self, found: Any, resources: Any) -> tuple[Content, Matrix] | None:
        if self._room <= 0 or mupdf.pdf_to_name(mupdf.pdf_dict_gets(found, "Subtype")) != "Form":
            return None
        own = mupdf.pdf_dict_gets(found, "Resources")
        at = mupdf.pdf_to_matrix(mupdf.pdf_dict_gets(found, "Matrix"))
        stream = mupdf.pdf_open_stream(found)
        content = self.content(stream, own if mupdf.pdf_is_dict(own) else resources)
        return content, (at.a, at.b, at.c, at.d, at.e, at.f)


def _bytes(stream: Any, most: int) -> bytes:
    limited = mupdf.fz_open_null_filter(stream, most, 0)
    return mupdf.fz_buffer_extract_copy(mupdf.fz_read_all(limited, 4096))
