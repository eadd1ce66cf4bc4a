"""What an importer's reader gives, and how it refuses."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.annotation import Annotation
from zzpreader.model.foreign import MOST_MARKS, ForeignMark
from zzpreader.model.records import Record
from zzpreader.model.refused import Untaken

LARGEST = 256 * 2**20
"""Bytes of a file that is read at all."""


class Refused(Exception):
    """Nothing of it was taken."""

    def __init__(self, why: Untaken) -> None:
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


def taken(marks: Iterable[ForeignMark | None]) -> Source:
    """Args: marks: None for one that says nothing that could be kept. Raises: Refused."""
    found: list[ForeignMark] = []
    skipped = 0
    for mark in marks:
        if mark is None:
            skipped += 1
        elif len(found) == MOST_MARKS:
            raise Refused(Untaken.LARGE)
        else:
            found.append(mark)
    return Source(marks=tuple(found), skipped=skipped)


def inside(marks: Iterable[ForeignMark], skipped: int) -> Source:
    """Marks inside a PDF. One of ours that runs on over pages, of which a copy has one for each, is one again."""
    firsts: dict[str, ForeignMark] = {}
    for mark in marks:
        first = firsts.get(mark.ours) if mark.key.startswith(f"{mark.ours}#") else None
        if first and first.places[-1].page < mark.places[0].page:
            said = "\n\n".join(dict.fromkeys(filter(None, (first.comment, mark.comment))))
            firsts[mark.ours] = replace(first, places=(*first.places, *mark.places), comment=said)
        else:
            firsts[mark.ours if mark.ours and mark.ours not in firsts else f"{len(firsts)}"] = mark
    return Source(marks=tuple(firsts.values()), skipped=skipped)
