"""Notes that somebody hands over, whatever their file is: a notebook of another machine, or a notes bundle."""

from pathlib import Path
from typing import TYPE_CHECKING

from zzpreader.imports.source import LARGEST, Refused
from zzpreader.model.foreign import OUR_ID
from zzpreader.model.publication import Publication
from zzpreader.store.incoming import Incoming, read_notebook, tables_of
from zzpreader.store.problems import NotReadable

if TYPE_CHECKING:
    from zzpreader.export.annotation_set import AnnotationSet

_ZIP = b"PK"


def read_notes(path: Path) -> Incoming:
    """Raises: NewerSchema; NotReadable for what holds no notes too."""
    try:
        with path.open("rb") as file:
            is_zip = file.read(len(_ZIP)) == _ZIP
            data = _ZIP + file.read(LARGEST) if is_zip else b""
        return _incoming(path, _set_in(data)) if is_zip else read_notebook(path)
    except (OSError, Refused) as problem:
        raise NotReadable(path) from problem


def _set_in(data: bytes) -> "AnnotationSet":
    from zzpreader.imports.notes_bundle import read  # noqa: PLC0415 - the formats of exports, which no start waits for

    return read(data)


def _incoming(path: Path, found: "AnnotationSet") -> Incoming:
    work = found.work
    if not OUR_ID.fullmatch(work.id):
        raise NotReadable(path)
    publication = Publication(id=work.id, title=work.title, editions=found.editions)
    records = (*(entry.annotation for entry in found.entries), *found.records)
    versions = {record.id: found.versions.get(record.id, {}) for record in records}
    return Incoming(path, publication, tables_of(publication, records, versions))
