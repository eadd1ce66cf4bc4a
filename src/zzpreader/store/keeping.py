"""Nothing is thrown away at once: versions that let notebooks merge, a trash, and the earlier texts of notes.

All of it lies in the tables of the notebook. A document's `version` counts, for every writer that ever changed it, how
often: of two copies the one whose counts are nowhere smaller is the later one, and if neither is, both changed it.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

import msgspec
from msgspec import Struct

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.records import Record
from zzpreader.store.envelope import Document, Tables

TRASH_DAYS = 30
"""So long what was deleted can be had back; then only the fact that it was deleted stays."""

_BETWEEN = timedelta(minutes=10)
"""Of a text that is being written an earlier state is kept so often, and whenever much of it goes."""

_MUCH = 40


class Trashed(Struct, frozen=True):
    record: Record
    deleted: str


class Earlier(Struct, frozen=True, kw_only=True):
    """
    Args:
        of: id of the annotation.
        modified: when it had been written.
        kept: when it was replaced.
    """

    id: str
    of: str
    value: str
    modified: str = ""
    kept: str = ""


def put(tables: Tables, table: str, document: Document, writer: str) -> None:
    """Put a document, with the next version and its earlier text kept; out of the trash if it was there."""
    id_ = str(document["id"])
    rows = tables.setdefault(table, {})
    before = rows.get(id_)
    grave = tables.get("trash", {}).pop(id_, None)
    if before:
        _keep_text(tables, before, document)
    rows[id_] = document | {"version": _next(_version(before or grave), writer)}


def put_away(tables: Tables, names: Sequence[str], id_: str, writer: str) -> None:
    """Move a document into the trash; nothing if it is nowhere. What lay there too long goes."""
    for name in names:
        if document := tables.get(name, {}).pop(id_, None):
            version = _next(_version(document), writer)
            kept = {key: value for key, value in document.items() if key != "version"}
            grave: Document = {"id": id_, "deleted": timestamp(), "table": name, "record": kept, "version": version}
            tables.setdefault("trash", {})[id_] = grave
    _empty_old(tables)


def trashed(tables: Tables, kinds: Mapping[str, type[Record]]) -> list[Trashed]:
    """What can be had back, the last deleted first."""
    found: list[Trashed] = []
    for grave in tables.get("trash", {}).values():
        kind = kinds.get(str(grave.get("table")))
        if kind and "record" in grave:
            try:
                found.append(Trashed(msgspec.convert(grave["record"], kind), str(grave.get("deleted", ""))))
            except msgspec.ValidationError:
                continue
    return sorted(found, key=lambda one: one.deleted, reverse=True)


def earlier_texts(tables: Tables, annotation_id: str) -> list[Earlier]:
    found: list[Earlier] = []
    for document in tables.get("history", {}).values():
        if document.get("of") == annotation_id:
            try:
                found.append(msgspec.convert(document, Earlier))
            except msgspec.ValidationError:
                continue
    return sorted(found, key=lambda one: one.kept, reverse=True)


def _version(document: Document | None) -> dict[str, int]:
    version = document.get("version") if document else None
    return dict(cast("dict[str, int]", version)) if isinstance(version, dict) else {}


def _next(version: dict[str, int], writer: str) -> dict[str, int]:
    return version | {writer: version.get(writer, 0) + 1}


def _keep_text(tables: Tables, before: Document, after: Document) -> None:
    old, new = _text(before), _text(after)
    if not old.strip() or old == new:
        return
    history = tables.setdefault("history", {})
    kept_before = [str(one.get("kept")) for one in history.values() if one.get("of") == before["id"]]
    last, now = max([str(before.get("created", "")), *kept_before]), timestamp()
    if len(old) - len(new) > _MUCH or _moment(now) - _moment(last) >= _BETWEEN:
        kept = Earlier(id=new_id(), of=str(before["id"]), value=old, modified=str(before.get("modified", "")), kept=now)
        history[kept.id] = cast("Document", msgspec.to_builtins(kept))


def _text(document: Document) -> str:
    body = document.get("body")
    return str(cast("Document", body).get("value", "")) if isinstance(body, dict) else ""


def _empty_old(tables: Tables) -> None:
    oldest = datetime.now(UTC) - timedelta(days=TRASH_DAYS)
    for grave in tables.get("trash", {}).values():
        if "record" in grave and _moment(str(grave.get("deleted", ""))) < oldest:
            del grave["record"]


def _moment(stamp: str) -> datetime:
    """The moment; for what is none the first of all."""
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
