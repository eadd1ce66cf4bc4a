"""A publication as the reader knows it, and the files in which it came."""

from msgspec import Struct


class Edition(Struct, frozen=True, kw_only=True):
    """One concrete PDF file.

    Args:
        sha256: of the whole file, hexadecimal.
        trailer_id: the first string of the trailer's /ID, hexadecimal; empty if there is none.
        pages: number of PDF pages.
        size: bytes.
        fingerprints: one short hash of the folded text of every page, "" for a page without text; empty until read.
        glimpsed: the same of some pages, as long as the others are not read; a file closed meanwhile is known by them.
        extractor: name and version of what read the text; another one may give other fingerprints.
    """

    sha256: str
    trailer_id: str = ""
    pages: int = 0
    size: int = 0
    fingerprints: tuple[str, ...] = ()
    glimpsed: tuple[str, ...] = ()
    extractor: str = ""

    @property
    def is_only_glimpsed(self) -> bool:
        """Whether it is known by some of its pages alone."""
        return bool(self.glimpsed and not self.fingerprints)


class Publication(Struct, frozen=True, kw_only=True):
    """
    Args:
        id: `urn:uuid:…`; the source of all annotations' targets.
        bundle: id of the bundle to which it belongs, None if to none.
    """

    id: str
    title: str = ""
    editions: tuple[Edition, ...] = ()
    bundle: str | None = None
