"""What leads through a PDF that was set here: its outline and its links. All pages are of one height and not turned."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from zzpreader.worker.library import mupdf
from zzpreader.worker.making import added, named
from zzpreader.worker.syntax import address, number, text_string


class Place(NamedTuple):
    """
    Args:
        page: 0-based.
        x, y: points from the upper left corner.
    """

    page: int
    x: float
    y: float


class Heading(NamedTuple):
    """Args: level: 1 for the first, and never more than one below that of the heading before it."""

    level: int
    title: str
    at: Place


class Linked(NamedTuple):
    """An element on a page.

    Args:
        id: its name, "" without one.
        href: where it leads, "#id" in the same PDF; "" for nowhere.
        box: left, top, right, bottom.
    """

    id: str
    href: str
    page: int
    box: tuple[float, float, float, float]


class Signposts:
    """
    Args:
        height: of every page.
    """

    def __init__(self, pdf: Any, height: float) -> None:
        self._pdf = pdf
        self._height = height
        self._pages = [mupdf.pdf_lookup_page_obj(pdf, page) for page in range(mupdf.pdf_count_pages(pdf))]

    def put_outline(self, headings: Iterable[Heading]) -> None:
        """The first level is seen, what is below it closed. Raises: TROUBLE."""
        root = added(self._pdf, "<</Type/Outlines>>")
        path, counted = [root], [(root, list[Any]())]
        below = {0: counted[0][1]}
        for level, title, at in headings:
            one = added(self._pdf, f"<</Title{text_string(title)}/A{self._way_to(at)}>>")
            del path[level:]
            parent, siblings = path[-1], below[len(path) - 1]
            mupdf.pdf_dict_puts(one, "Parent", parent)
            if siblings:
                mupdf.pdf_dict_puts(siblings[-1], "Next", one)
                mupdf.pdf_dict_puts(one, "Prev", siblings[-1])
            siblings.append(one)
            path.append(one)
            below[len(path) - 1] = []
            counted.append((one, below[len(path) - 1]))
        for parent, children in counted:
            if children:
                count = len(children) if parent is root else -len(children)
                mupdf.pdf_dict_puts(parent, "First", children[0])
                mupdf.pdf_dict_puts(parent, "Last", children[-1])
                mupdf.pdf_dict_puts(parent, "Count", mupdf.pdf_new_int(count))
        mupdf.pdf_dict_puts(self._catalogue, "Outlines", root)

    @property
    def _catalogue(self) -> Any:
        return mupdf.pdf_dict_gets(mupdf.pdf_trailer(self._pdf), "Root")

    def put_links(self, elements: Iterable[Linked]) -> None:
        """One that leads to a name that nothing has is none. Raises: TROUBLE."""
        elements = list(elements)
        targets = {one.id: Place(one.page, *one.box[:2]) for one in reversed(elements) if one.id}
        for one in elements:
            if way := self._way(one.href, targets):
                left, top, right, bottom = one.box
                box = " ".join(map(number, (left, self._height - bottom, right, self._height - top)))
                link = added(self._pdf, f"<</Type/Annot/Subtype/Link/Rect[{box}]/BS<</W 0>>/A{way}>>")
                mupdf.pdf_array_push(self._annotations(one.page), link)

    def _annotations(self, page: int) -> Any:
        found = mupdf.pdf_dict_gets(self._pages[page], "Annots")
        if not mupdf.pdf_is_array(found):
            found = mupdf.pdf_new_array(self._pdf, 8)
            mupdf.pdf_dict_puts(self._pages[page], "Annots", found)
        return found

    def _way(self, href: str, targets: dict[str, Place]) -> str:
        if not href.startswith("#"):
            return f"<</S/URI/URI{address(href)}>>" if href else ""
        return self._way_to(targets[href[1:]]) if href[1:] in targets else ""

    def _way_to(self, at: Place) -> str:
        where = f"{number(at.x)} {number(self._height - at.y)}"
        return f"<</S/GoTo/D[{named(self._pages[at.page])}/XYZ {where} 0]>>"
