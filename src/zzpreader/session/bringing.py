"""Notes that somebody hands over, whatever their file is: a notebook of another machine, or a notes bundle."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from zzpreader.imports.source import LARGEST, Refused
from zzpreader.model.foreign import OUR_ID
from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.store.envelope import Document, Tables
from zzpreader.store.incoming import Incoming, read_notebook
from zzpreader.store.merging import PUBLICATION
from zzpreader.store.notebooks import TABLES
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
    names = {kind: name for name, kind in TABLES.items()}
    tables: Tables = {PUBLICATION: {publication.id: _plain(publication)}}
    for record in (*(entry.annotation for entry in found.entries), *found.records):
        version = cast("object", dict(found.versions.get(record.id, {})))
        tables.setdefault(names[type(record)], {})[record.id] = _plain(record) | {"version": version}
    return Incoming(path, publication, tables)


def _plain(value: Record | Publication) -> Document:
    return msgspec.json.decode(msgspec.json.encode(value), type=dict[str, object])
