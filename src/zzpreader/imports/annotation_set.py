"""Our own annotation sets (`export/annotation_set.py`): every note as it was, under its own id."""

from zzpreader.export.annotation_set import NotASet, parsed
from zzpreader.imports.source import Refused, Source
from zzpreader.model.refused import Untaken


def read(data: bytes) -> Source:
    """Raises: Refused."""
    try:
        found = parsed(data)
    except NotASet as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
    return Source(
        own=tuple(entry.annotation for entry in found.entries),
        records=found.records,
        versions=found.versions,
        publication=found.work.id,
    )
