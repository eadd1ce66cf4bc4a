"""What an importer's reader gives, and how it refuses."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from zzpreader.model.annotation import Annotation
from zzpreader.model.foreign import ForeignMark
from zzpreader.model.records import Record

LARGEST = 256 * 2**20
"""Bytes of a file that is read at all."""


class Why(StrEnum):
    LARGE = "too large"
    DAMAGED = "damaged"
    UNKNOWN = "of no known format"
    HOSTILE = "built to do harm"


class Refused(Exception):
    """Nothing of it was taken."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Source(Struct, frozen=True, kw_only=True):
    """
    Args:
        marks: of other programs.
        own: of ours, as they were.
        records: what is ours and no annotation: states of lessons, links, corrections.
        versions: of ours, by id: how often each writer changed it (docs/storage.md).
        publication: to which ours belong, as the other library named it.
        skipped: so many more say nothing that could be kept.
    """

    marks: tuple[ForeignMark, ...] = ()
    own: tuple[Annotation, ...] = ()
    records: tuple[Record, ...] = ()
    versions: Mapping[str, Mapping[str, int]] = {}
    publication: str = ""
    skipped: int = 0
