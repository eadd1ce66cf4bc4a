"""Pages, the halves of two-page spreads, and the labels printed on them."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from zzpreader.model.geometry import Rect, Rotation, Size

LONGEST_LABEL = 40
"""Code points of a printed label that are kept."""


class Half(StrEnum):
    """The left or the right printed page of a PDF page that shows two."""

    LEFT = "left"
    RIGHT = "right"

    @classmethod
    def at(cls, x: float, width: float) -> "Half":
        """The one on which `x` lies on an unrotated page of that width; the gutter is the right one's."""
        return cls.RIGHT if x >= width / 2 else cls.LEFT

    def box(self, size: Size) -> Rect:
        """What it is of an unrotated page of that size, in page space."""
        middle = size.width / 2
        left, right = (0.0, middle) if self is Half.LEFT else (middle, size.width)
        return Rect(left, 0.0, right, size.height)


class Page(Struct, frozen=True):
    """What is known of a PDF page before it is drawn.

    Args:
        size: the crop box in points, unrotated.
        rotation: the entry /Rotate.
        label: the label from /PageLabels, None where the PDF has none.
    """

    size: Size
    rotation: Rotation = 0
    label: str | None = None


class Place(Struct, frozen=True):
    """A place in a publication: what history, bookmarks and links lead to.

    Args:
        page: 0-based index of the PDF page.
        y: points from the top of the unrotated page; 0 is its top.
        half: which printed page of a spread, None where the page is not a spread.
    """

    page: int
    y: float = 0.0
    half: Half | None = None


class TrimKey(Struct, frozen=True):
    """Pages that are trimmed alike.

    Args:
        odd: counted from 1; halves of spreads are told by their side instead.
    """

    size: Size
    half: Half | None = None
    odd: bool = False


def trim_key(page: Page, number: int, half: Half | None) -> TrimKey:
    return TrimKey(page.size, half, odd=half is None and number % 2 == 0)


class Trim(Struct, frozen=True):
    """What is shown of pages whose margins are left out.

    Args:
        boxes: in page space, by kind of page; a kind that is not there is shown whole.
        whole: pages that are shown whole all the same: they have something in the margin.
    """

    boxes: tuple[tuple[TrimKey, Rect], ...] = ()
    whole: frozenset[int] = frozenset()

    def box(self, page: Page, number: int, half: Half | None = None) -> Rect | None:
        """None for all of it."""
        if number in self.whole:
            return None
        key = trim_key(page, number, half)
        return next((box for known, box in self.boxes if known == key), None)


class Labels:
    """The printed labels of all pages: one a page, or two on a spread, or none.

    Args:
        labels: for every PDF page its printed labels from left to right: (), ("12",) or ("12", "13").
    """

    def __init__(self, labels: Sequence[tuple[str, ...]]) -> None:
        self._labels = tuple(labels)
        self._places: dict[str, Place] = {}
        for page, names in enumerate(self._labels):
            halves = (Half.LEFT, Half.RIGHT) if len(names) == 2 else (None,)
            for name, half in zip(names, halves, strict=False):
                self._places.setdefault(name.casefold(), Place(page, half=half))

    @classmethod
    def of(cls, pages: Sequence[Page]) -> "Labels":
        """The labels that the PDF itself carries."""
        return cls([(page.label,) if page.label else () for page in pages])

    def __len__(self) -> int:
        return len(self._labels)

    @property
    def names(self) -> Sequence[tuple[str, ...]]:
        """For every PDF page its printed labels from left to right."""
        return self._labels

    @property
    def has_spreads(self) -> bool:
        return any(len(names) == 2 for names in self._labels)

    def is_spread(self, page: int) -> bool:
        """Whether the PDF page shows two printed pages."""
        return 0 <= page < len(self._labels) and len(self._labels[page]) == 2

    def printed(self, page: int, half: Half | None = None) -> str | None:
        """What is printed on the page ("12"), on one half of it, or on both ("12–13"); None if nothing is known."""
        names = self._labels[page] if 0 <= page < len(self._labels) else ()
        if len(names) == 2 and half:
            return names[0 if half is Half.LEFT else 1]
        return "–".join(name for name in names if name) or None

    def shown(self, page: int, half: Half | None = None) -> str:
        """How people are told of the page: its printed label, else its number counted from 1."""
        return self.printed(page, half) or str(page + 1)

    def place_of(self, label: str) -> Place | None:
        """The first page or half on which `label` is printed; None if it is nowhere."""
        return self._places.get(label.casefold())

    def find(self, typed: str) -> Place | None:
        """The page that a person means by `typed`: a printed label first, else a number from 1; None if neither."""
        wanted = typed.strip().casefold()
        if place := self.place_of(wanted):
            return place
        is_number = wanted.isascii() and wanted.isdecimal() and len(wanted) <= LONGEST_LABEL  # int() refuses thousands
        if is_number and 1 <= int(wanted) <= len(self._labels):
            return Place(int(wanted) - 1)
        return None
