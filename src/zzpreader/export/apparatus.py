"""What goes along with annotations where a whole notebook is taken elsewhere: for merging, not for reading."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.publication import Edition
from zzpreader.model.records import LabelRule, Link, SectionRecord, Standing

Beside = SectionRecord | LabelRule | Standing | Link
"""A record that is no annotation."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Apparatus(Struct, frozen=True, kw_only=True):
    """
    Args:
        records: all of the notebook but its annotations.
        versions: of records and annotations, by id: how often each writer changed it (docs/storage.md).
        editions: the files of the publication, by which another library knows it.
    """

    records: tuple[Beside, ...] = ()
    versions: Mapping[str, Mapping[str, int]] = {}
    editions: tuple[Edition, ...] = ()


def narrowed(whole: Apparatus, sections: frozenset[str | None], left_out: frozenset[str]) -> Apparatus:
    """What goes along with a choice: nothing says anything of what was not chosen.

    Args:
        sections: of which the standing may be told.
        left_out: ids of annotations.
    """
    gone = {id_.removeprefix("urn:uuid:") for id_ in left_out}
    kept: list[Beside] = []
    for record in whole.records:
        match record:
            case Standing(section=section) if section not in sections:
                continue
            case Link(start=start, end=end) if gone & {*_UUID.findall(start), *_UUID.findall(end)}:
                continue
            case _:
                kept.append(record)
    versions = {id_: version for id_, version in whole.versions.items() if id_ not in left_out}
    dropped = {record.id for record in whole.records} - {record.id for record in kept}
    versions = {id_: version for id_, version in versions.items() if id_ not in dropped}
    return replace(whole, records=tuple(kept), versions=versions)
