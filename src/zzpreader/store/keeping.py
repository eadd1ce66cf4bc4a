"""Nothing is thrown away at once: versions that let notebooks merge, a trash, and the earlier texts of notes.

All of it lies in the tables of the notebook. A document's `version` counts, for every writer that ever changed it, how
often: of two copies the one whose counts are nowhere smaller is the later one, and if neither is, both changed it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

import msgspec

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.decoding import learnt
from zzpreader.model.past import TRASH_DAYS, Earlier, Trashed
from zzpreader.model.records import Record
from zzpreader.store.envelope import Document, Tables
from zzpreader.store.merging import version_of

_BETWEEN = timedelta(minutes=10)
"""Of a text that is being written an earlier state is kept so often, and whenever much of it goes."""

_MUCH = 40


class Texts:
    """What a writer wrote over since it opened the file: the fullest text of each annotation that is not kept yet."""

    def __init__(self, fullest: Mapping[str, str] | None = None, foreign: Iterable[str] = ()) -> None:
        self._fullest = dict(fullest or {})
        self._foreign = set(foreign)

    def copy(self) -> "Texts":
        return Texts(self._fullest, self._foreign)

    def came(self, ids: Iterable[str]) -> None:
        """What stands in these now was written elsewhere: it is kept whenever it goes."""
        self._foreign.update(ids)

    def replaced(self, tables: Tables, before: Document, new: str, *, gone: bool = False) -> None:
        """Keep an earlier text if it is long since one was kept, or if much of it has gone.

        Args:
            before: the document as it is in the file.
            gone: the annotation goes with its last text.
        """
        id_, old = str(before["id"]), _text(before)
        if old == new and not gone:
            return
        fullest = self._fullest.get(id_, old)
        lost = _lost(fullest, new)
        if id_ in self._foreign:
            self._foreign.remove(id_)
            _keep(tables, before, old)
            self._fullest[id_] = new
        elif gone:
            if lost:
                _keep(tables, before, fullest)
            self._fullest.pop(id_, None)
        elif lost > _MUCH:
            _keep(tables, before, fullest)
            self._fullest[id_] = new
        elif _is_long_ago(tables, before):
            _keep(tables, before, old)
            self._fullest[id_] = new
        elif len(new) >= len(fullest):
            self._fullest[id_] = new
        else:
            self._fullest[id_] = fullest


def put(tables: Tables, table: str, document: Document, writer: str, texts: Texts) -> None:
    """Put a document, with the next version and its earlier text kept; out of the trash if it was there."""
    id_ = str(document["id"])
    rows = tables.setdefault(table, {})
    before = rows.get(id_)
    grave = tables.get("trash", {}).pop(id_, None)
    if before:
        texts.replaced(tables, before, _text(document))
    rows[id_] = document | {"version": _next(version_of(before or grave), writer)}


def put_away(
    tables: Tables, names: Sequence[str], id_: str, writer: str, texts: Texts, *, is_undone: bool = False
) -> None:
    """Move a document into the trash; nothing if it is nowhere. What lay there too long goes.

    Args:
        is_undone: see `Trashed`.
    """
    for name in names:
        if document := tables.get(name, {}).pop(id_, None):
            texts.replaced(tables, document, _text(document), gone=True)
            version = _next(version_of(document), writer)
            kept = {key: value for key, value in document.items() if key != "version"}
            grave: Document = {"id": id_, "deleted": timestamp(), "table": name, "record": kept, "version": version}
            tables.setdefault("trash", {})[id_] = grave | ({"undone": True} if is_undone else {})
    _empty_old(tables)


def trashed(tables: Tables, kinds: Mapping[str, type[Record]]) -> list[Trashed]:
    """What can be had back, the last deleted first."""
    found: list[Trashed] = []
    for grave in tables.get("trash", {}).values():
        kind = kinds.get(str(grave.get("table")))
        if kind and "record" in grave:
            try:
                record = msgspec.convert(grave["record"], learnt(kind))
                found.append(Trashed(record, str(grave.get("deleted", "")), grave.get("undone") is True))
            except msgspec.ValidationError:
                continue
    return sorted(found, key=lambda one: one.deleted, reverse=True)


def earlier_texts(tables: Tables, annotation_id: str) -> list[Earlier]:
    """The last first; with those of annotations that it took in."""
    ids = {annotation_id}
    ids |= {id_ for id_, grave in tables.get("trash", {}).items() if grave.get("into") == annotation_id}
    found: list[Earlier] = []
    for document in tables.get("history", {}).values():
        if document.get("of") in ids:
            try:
                found.append(msgspec.convert(document, learnt(Earlier)))
            except msgspec.ValidationError:
                continue
    return sorted(found, key=lambda one: one.kept, reverse=True)


def _next(version: dict[str, int], writer: str) -> dict[str, int]:
    return version | {writer: version.get(writer, 0) + 1}


def _keep(tables: Tables, before: Document, text: str) -> None:
    if text.strip():
        modified = str(before.get("modified", ""))
        kept = Earlier(id=new_id(), of=str(before["id"]), value=text, modified=modified, kept=timestamp())
        tables.setdefault("history", {})[kept.id] = cast("Document", msgspec.to_builtins(kept))


def _is_long_ago(tables: Tables, before: Document) -> bool:
    """Whether the text that was kept last, or the first one, is."""
    kept = [str(one.get("kept")) for one in tables.get("history", {}).values() if one.get("of") == before["id"]]
    last = max([str(before.get("created", "")), *kept])
    return datetime.now(UTC) - _moment(last) >= _BETWEEN


def _lost(old: str, new: str) -> int:
    """How many letters of the old text's words are not in the new one, wherever they stand."""
    gone = Counter(old.split())
    gone.subtract(new.split())
    return sum(count * len(word) for word, count in gone.items() if count > 0)


def _text(document: Document) -> str:
    body = document.get("body")
    return str(cast("Document", body).get("value", "")) if isinstance(body, dict) else ""


def _empty_old(tables: Tables) -> None:
    oldest = datetime.now(UTC) - timedelta(days=TRASH_DAYS)
    trash = tables.get("trash", {})
    for id_, grave in list(trash.items()):
        if "record" in grave and _moment(str(grave.get("deleted", ""))) < oldest:
            trash[id_] = {key: value for key, value in grave.items() if key != "record"}


def _moment(stamp: str) -> datetime:
    """The moment, in UTC if it does not say where; for what is none the first of all."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
