"""What the process that reads pictures is asked, and what it tells: lines of JSON."""

from msgspec import Struct

from zzpreader.model.refused import Obstacle
from zzpreader.wire import PackedPage, Reason


class Job(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    Args:
        edition: sha256 that the file must have; "" if it may be any.
        pages: these, also if they were read before; None for all that are pictures and were not.
        start: the page with which to begin.
        languages: as Tesseract calls them ("nld+eng"), "" for that of the publication.
    """

    file: str
    password: str = ""
    edition: str = ""
    pages: tuple[int, ...] | None = None
    start: int = 0
    languages: str = ""


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far it is.

    Args:
        done, total: pages.
        page: what was recognised last.
        confidence: of that page; words: how many.
        failed: pages that could not be read.
        unkept: the cache cannot be written.
        reason: why the file cannot be opened.
    """

    done: int = 0
    total: int = 0
    page: PackedPage | None = None
    words: int = 0
    confidence: int = 0
    failed: int = 0
    unkept: bool = False
    is_finished: bool = False
    obstacle: Obstacle | None = None
    reason: Reason | None = None
