"""A notebook that comes from elsewhere: read without trust, recognised, and what merging it would change."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

import msgspec
from msgspec import Struct

from zzpreader.files import read_whole
from zzpreader.model.annotation import Annotation
from zzpreader.model.decoding import learnt
from zzpreader.model.identity import recognise
from zzpreader.model.notebook import Edit
from zzpreader.model.past import Brought, Earlier
from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.store.envelope import Document, Newer, Tables, document, upgraded
from zzpreader.store.journal import parsed
from zzpreader.store.loading import load
from zzpreader.store.merging import HISTORY, PUBLICATION, TRASH, merge
from zzpreader.store.notebooks import NOTEBOOK, TABLES
from zzpreader.store.problems import NewerSchema, NotReadable

_MOST_BYTES = 256 * 1024 * 1024
_URN = "urn:uuid:"


class Incoming(Struct, frozen=True):
    """
    Args:
        publication: as the file knows it.
        tables: of documents that are records of ours; what is none stays in its file.
    """

    path: Path
    publication: Publication
    tables: Tables

    def of(self, ours: Publication) -> bool:
        """Whether it belongs to this publication, perhaps under the id of another library."""
        if self.publication.id == ours.id:
            return True
        return any(recognise(edition, [ours]) for edition in self.publication.editions)

    def adopted(self, ours: Publication) -> Tables:
        """Its tables as if they had been made with our publication's id."""
        if self.publication.id == ours.id:
            return self.tables
        tables = _readdressed(self.tables, self.publication.id, ours.id)
        tables[PUBLICATION] = {ours.id: next(iter(tables[PUBLICATION].values())) | {"id": ours.id}}
        return tables


def read_notebook(path: Path) -> Incoming:
    """A notebook with what its journal adds, or a journal alone: what was saved in it, of a notebook that is elsewhere.

    Raises: NewerSchema; NotReadable for what is no notebook too.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise NotReadable(path)
        if path.suffix == ".journal":
            return _read_journal(path)
    except Newer as newer:
        raise NewerSchema(path, newer.found, NOTEBOOK.schema) from None
    except OSError as problem:
        raise NotReadable(path) from problem
    found = load(path, NOTEBOOK)
    if not found.is_whole:
        raise NotReadable(path)
    sound = _sound(found.tables)
    if not sound[PUBLICATION]:
        raise NotReadable(path)
    first = next(iter(sound[PUBLICATION].values()))
    return Incoming(path, msgspec.convert(first, learnt(Publication)), sound)


def _read_journal(path: Path) -> Incoming:
    journal = parsed(read_whole(path))
    header = journal.header
    if not header or header.content != NOTEBOOK.name:
        raise NotReadable(path)
    if header.schema > NOTEBOOK.schema:
        raise Newer(header.schema)
    tables: Tables = {}
    for record in journal.records:
        record.delta.apply(tables)
    sound = _sound(upgraded(tables, header.schema, NOTEBOOK, NOTEBOOK.schema))
    publication = Publication(id=f"{_URN}{header.of.removesuffix('.json')}")
    for row in sound[PUBLICATION].values():
        publication = msgspec.convert(row, learnt(Publication))
    return Incoming(path, publication, sound | {PUBLICATION: {publication.id: document(publication)}})


def _sound(tables: Tables) -> Tables:
    """What is made of documents that are records of ours."""
    sound: Tables = {}
    for name, kind in (*TABLES.items(), (TRASH, _Grave), (HISTORY, Earlier), (PUBLICATION, Publication)):
        rows = tables.get(name, {})
        sound[name] = {id_: row for id_, row in rows.items() if row.get("id") == id_ and _is(row, kind)}
    for grave in sound[TRASH].values():
        kind = TABLES[str(grave["table"])]
        if "record" in grave and not _is(cast("Document", grave["record"]), kind):
            del grave["record"]
    return sound


def tables_of(
    publication: Publication, records: Iterable[Record | None], versions: Mapping[str, Mapping[str, int]]
) -> Tables:
    """Records that were changed elsewhere, with the versions that they had there; those without one are left out."""
    names = {kind: name for name, kind in TABLES.items()}
    tables: Tables = {PUBLICATION: {publication.id: document(publication)}}
    for record in records:
        if record and record.id in versions:
            version = cast("object", dict(versions[record.id]))
            tables.setdefault(names[type(record)], {})[record.id] = document(record) | {"version": version}
    return tables


def brought(before: Tables, incoming: Tables) -> Brought:
    """What merging changes in the tables of a notebook."""
    merged = merge(before, incoming)
    old, new = _records(before), _records(merged)
    taken_in = {
        id_: str(grave["into"]) for id_, grave in merged.get(TRASH, {}).items() if "into" in grave and id_ in old
    }
    edits = [Edit(before=old.get(id_), after=new.get(id_)) for id_ in sorted(old.keys() | new.keys())]
    edits = [edit for edit in edits if edit.before != edit.after]
    beside = [edit for edit in edits if edit.after and not edit.before and _is_beside(edit.after)]
    # What was taken in by a record with a lesser id is that one now: it has changed, and nothing is deleted.
    come = [edit for edit in edits if not edit.before and edit not in beside and edit.id not in taken_in.values()]
    gone = [edit for edit in edits if not edit.after]
    deleted = [edit for edit in gone if edit.id not in taken_in]
    changed = len(edits) - len(beside) - len(come) - len(gone)
    notes = sum(isinstance(edit.after, Annotation) for edit in come)
    return Brought(
        tuple(edits),
        new=notes,
        others=len(come) - notes,
        changed=changed,
        deleted=len(deleted),
        both=len(beside),
    )


class _Grave(Struct):
    id: str
    table: str
    deleted: str
    version: dict[str, int] = {}
    record: dict[str, object] = {}
    into: str = ""


class _Versioned(Struct):
    version: dict[str, int] = {}


def _is(row: Document, kind: type[Struct] | type[Record]) -> bool:
    try:
        msgspec.convert(row, learnt(_Versioned))
        found = msgspec.convert(row, learnt(kind))
    except msgspec.ValidationError:
        return False
    return not isinstance(found, _Grave) or found.table in TABLES


def _records(tables: Tables) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for name, kind in TABLES.items():
        for id_, row in tables.get(name, {}).items():
            try:
                found[id_] = msgspec.convert(row, learnt(kind))
            except msgspec.ValidationError:
                continue
    return found


def _is_beside(record: Record) -> bool:
    body = getattr(record, "body", None)
    return bool(body and body.conflict)


def _readdressed(tables: Tables, before: str, after: str) -> Tables:
    """With the publication's id another one, where it is named and in all `zzp:` addresses."""
    address = re.compile(rf"\bzzp:{re.escape(before.removeprefix(_URN))}", re.IGNORECASE)
    to = f"zzp:{after.removeprefix(_URN)}"

    def renewed(value: object) -> object:
        match value:
            case str():
                return after if value == before else address.sub(to, value)
            case dict():
                return {key: renewed(inside) for key, inside in cast("dict[str, object]", value).items()}
            case list():
                return [renewed(inside) for inside in cast("list[object]", value)]
            case _:
                return value

    return cast("Tables", renewed(cast("Mapping[str, object]", tables)))
