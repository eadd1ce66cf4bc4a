"""Where a link on a page leads. Decided from scheme and path, never from what the document calls it."""

from msgspec import Struct

from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place

MOST_LINKS = 5_000
"""On one page."""

LONGEST_ADDRESS = 2_000


class Inside(Struct, frozen=True, tag=True):
    """Somewhere in the same publication.

    Args:
        x: points from the left of that page, which tell the half of a spread; 0 where the link does not say.
    """

    place: Place
    x: float = 0.0


class Outside(Struct, frozen=True, tag=True):
    """An http, https or mailto address; opened only after a question."""

    uri: str


class Refused(Struct, frozen=True, tag=True):
    """Anything else (file, launch, javascript, other documents …): never followed, its address can be shown."""

    address: str


class Link(Struct, frozen=True):
    box: Rect
    target: Inside | Outside | Refused
