"""What all messages have in common, and the answer to any request that came to nothing."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

MOST_ON_PAGE = 10_000
"""Annotations of a page that are looked at."""

PageIndex = Annotated[int, Meta(ge=0, lt=10_000_000)]
PlaceOnPage = Annotated[int, Meta(ge=0, lt=MOST_ON_PAGE)]
Without = Annotated[tuple[PlaceOnPage, ...], Meta(max_length=MOST_ON_PAGE)]


class Message(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class Reason(StrEnum):
    """Why something could not be had."""

    NOT_FOUND = "not found"
    UNREADABLE = "unreadable"  # the system does not let us read the file
    NOT_PDF = "not a pdf"
    NO_PAGES = "no pages"
    DAMAGED = "damaged"
    PROTECTED = "protected"  # encrypted in a way that no password opens here
    PASSWORD = "password"  # noqa: S105 - the name of a reason
    FORBIDDEN = "forbidden"  # by who made the document
    PAGE = "page"
    CRASHED = "crashed"
    TIMEOUT = "timeout"
    MEMORY = "memory"


class Failed(Message, frozen=True):
    """
    Args:
        detail: the library's own words, for the log and for "Copy details"; never shown as the sentence itself.
    """

    reason: Reason
    detail: str = ""
