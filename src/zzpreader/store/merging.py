"""Two notebooks of one publication become one: record by record, and no text of either is lost.

`merge` is commutative, and merging either of the two again changes nothing. Of one record the state whose version has
seen the other is the later one and stays. Where neither has (both were changed since they parted, and nothing is known
of what they were before) they are joined:

- what one does not have comes from the other; else the later `modified` decides, of equal ones the greater JSON;
- tags are united, and so are the places in other editions;
- of two texts the later stays where it is; the other becomes a note of its own, whose id follows from the record's id
  and that text (so that it is one note, wherever the two are merged) and whose `conflict` names the record;
- what one has changed and the other deleted stays.

A section has one sheet, one standing and one correction: of two the one with the lesser id takes in the other. A text
that is neither the record's nor such a note's afterwards is among its earlier texts.

Three notebooks that are merged in another order keep the same texts, but not always in the same places.
"""

from collections.abc import Iterable, Mapping
from typing import cast
from uuid import NAMESPACE_URL, uuid5

import msgspec

from zzpreader.store.envelope import Document, Tables

TRASH, HISTORY, PUBLICATION = "trash", "history", "publication"
_NO_RECORDS = (TRASH, HISTORY, PUBLICATION)
_MERGER = "merge"
"""The writer of what follows from a merge alone: the same in every program that merges the same two."""

_TEXTS = ("value", "description")
_json = msgspec.json.Encoder(order="deterministic").encode

Cells = dict[str, Document]
"""Every record that is or was, by id: its table, the record and its version; a grave is as it lies in the trash."""


def merge(one: Tables, other: Tables) -> Tables:
    """The tables of both; neither is changed."""
    mine, yours = _cells(one), _cells(other)
    beside: Cells = {}
    cells = {id_: _joined(id_, mine.get(id_), yours.get(id_), beside) for id_ in sorted(mine.keys() | yours.keys())}
    _unite_alike(cells, beside)
    _put_beside(cells, beside)
    merged = _tables(cells, _united(one, other, HISTORY))
    merged[PUBLICATION] = _united(one, other, PUBLICATION)
    for id_ in sorted(mine.keys() | yours.keys()):
        _keep_lost_texts(merged, id_, [cell for cell in (mine.get(id_), yours.get(id_)) if cell])
    return {name: dict(sorted(table.items())) for name, table in sorted(merged.items()) if table}


def other_text_id(id_: str, text: str) -> str:
    """The id of the note that keeps a text of a record in which another one stays."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, id_ + chr(10) + text)}"


def version_of(document: Mapping[str, object] | None) -> dict[str, int]:
    version = document.get("version") if document else None
    return dict(cast("dict[str, int]", version)) if isinstance(version, dict) else {}


def texts_of(document: Mapping[str, object]) -> list[str]:
    """What a reader wrote in it, blanks left out."""
    body = _part(document, "body")
    return [text for name in _TEXTS if (text := str(body.get(name, ""))).strip()]


# cells


def _cells(tables: Tables) -> Cells:
    cells: Cells = {id_: dict(grave) for id_, grave in tables.get(TRASH, {}).items()}
    for name in sorted(tables.keys() - set(_NO_RECORDS)):
        for id_, document in tables[name].items():
            cells[id_] = {"table": name, "record": _bare(document), "version": version_of(document)}
    return cells


def _tables(cells: Cells, history: dict[str, Document]) -> Tables:
    tables: Tables = {HISTORY: history, TRASH: {}}
    for id_, cell in cells.items():
        if _is_grave(cell):
            tables[TRASH][id_] = cell
        else:
            table = tables.setdefault(str(cell["table"]), {})
            table[id_] = _part(cell, "record") | {"version": version_of(cell)}
    return tables


def _is_grave(cell: Document) -> bool:
    return "deleted" in cell


def _joined(id_: str, mine: Document | None, yours: Document | None, beside: Cells) -> Document:
    if mine is None or yours is None:
        return cast("Document", mine or yours)
    seen, known = version_of(mine), version_of(yours)
    version = _max_version(seen, known)
    if seen != known and version in (seen, known):
        return mine if version == seen else yours
    if _is_grave(mine) != _is_grave(yours):
        return (yours if _is_grave(mine) else mine) | {"version": version}
    if _is_grave(mine):
        return max(mine, yours, key=_grave_order) | {"version": version}
    return _both(id_, mine, yours, beside) | {"version": version}


def _grave_order(grave: Document) -> tuple[bool, bool, str, bytes]:
    return "into" in grave, "record" in grave, str(grave.get("deleted", "")), _json(_bare(grave))


def _both(id_: str, mine: Document, yours: Document, beside: Cells) -> Document:
    """Two living records as one."""
    if mine["table"] != yours["table"]:
        return max(mine, yours, key=_json)
    record = _join(id_, _part(mine, "record"), _part(yours, "record"), beside)
    return {"table": mine["table"], "record": record}


# records


def _join(id_: str, one: Document, other: Document, beside: Cells) -> Document:
    if one == other:
        return one
    lesser, later = sorted((one, other), key=lambda record: (str(record.get("modified", "")), _json(record)))
    tie = lesser.get("modified") == later.get("modified")
    joined = _fields(lesser, later, fill=True, tie=tie)
    if "target" in later and "target" in lesser:
        joined["target"] = _join_targets(_part(lesser, "target"), _part(later, "target"), tie=tie)
    if "motivation" in later:  # an annotation
        body = _fields(_part(lesser, "body"), _part(later, "body"), fill=False, tie=tie)
        if tags := _join_tags(_part(lesser, "body"), _part(later, "body"), tie=tie):
            body["tags"] = tags
        for name in _TEXTS:
            if text := _join_texts(id_, lesser, later, name, beside):
                body[name] = text
        joined["body"] = body
    return joined | {"id": id_}


def _fields(lesser: Document, later: Document, *, fill: bool, tie: bool) -> Document:
    """Args: fill: what only the one has that was changed earlier stays too; with a tie it always does."""
    fields = (lesser | later) if fill or tie else dict(later)
    if tie:
        fields |= {name: max(lesser[name], later[name], key=_json) for name in lesser.keys() & later.keys()}
    return fields


def _join_targets(lesser: Document, later: Document, *, tie: bool) -> Document:
    def bare(target: Document) -> Document:
        return {name: value for name, value in target.items() if name != "elsewhere"}

    target = max(bare(lesser), bare(later), key=_json) if tie else bare(later)
    places: dict[str, object] = {}
    for found in sorted((lesser, later), key=lambda one: (bare(one) == target, _json(one))):
        for anchor in cast("list[Document]", found.get("elsewhere", [])):
            known = places.get(str(anchor.get("edition")))
            places[str(anchor.get("edition"))] = max(known, anchor, key=_json) if tie and known else anchor
    places.pop(str(target.get("edition", "")), None)
    return target | ({"elsewhere": [places[edition] for edition in sorted(places)]} if places else {})


def _join_tags(lesser: Document, later: Document, *, tie: bool) -> list[str]:
    first, second = (cast("list[str]", body.get("tags", [])) for body in (later, lesser))
    if tie and second > first:
        first, second = second, first
    have = {tag.casefold() for tag in first}
    return [*first, *(tag for tag in second if tag.casefold() not in have)]


def _join_texts(id_: str, lesser: Document, later: Document, name: str, beside: Cells) -> str:
    """The text that stays; the other one, if it is one, is put beside it."""
    texts = [(str(_part(record, "body").get(name, "")), record) for record in (lesser, later)]
    (lost, source), (kept, _) = sorted(
        texts, key=lambda one: (bool(one[0].strip()), str(one[1].get("modified", "")), one[0])
    )
    if lost.strip() and lost != kept:
        note: Document = {
            "id": other_text_id(id_, lost),
            "motivation": "commenting",
            "target": source.get("target", {}),
            "body": {"value": lost, "conflict": id_},
            **{key: source[key] for key in ("created", "modified", "creator") if key in source},
        }
        _put_beside(beside, {str(note["id"]): {"table": "annotations", "record": note, "version": {_MERGER: 1}}})
    return kept


def _put_beside(cells: Cells, beside: Cells) -> None:
    for id_, cell in sorted(beside.items()):
        cells[id_] = _joined(id_, cells.get(id_), cell, {})


# one of each for a section


def _unite_alike(cells: Cells, beside: Cells) -> None:
    alike: dict[tuple[str, str], list[str]] = {}
    for id_, cell in sorted(cells.items()):
        if not _is_grave(cell) and (key := _only_one(str(cell["table"]), _part(cell, "record"))):
            alike.setdefault(key, []).append(id_)
    for first, *others in alike.values():
        for id_ in others:
            mine, yours = cells[first], cells[id_]
            version = _max_version(version_of(mine), version_of(yours))
            cells[first] = _both(first, mine, yours, beside) | {"version": version}
            cells[id_] = {
                "id": id_,
                "table": yours["table"],
                "into": first,
                "deleted": max(str(_part(cell, "record").get("modified", "")) for cell in (mine, yours)),
                "version": _next(version_of(yours)),
            }


def _only_one(table: str, record: Document) -> tuple[str, str] | None:
    """Two records for which this is the same are one; None for what there can be many of."""
    match table:
        case "standings":
            return table, str(record.get("section"))
        case "sections":
            return table, str(_part(record, "section").get("id"))
        case "annotations":
            body, target = _part(record, "body"), _part(record, "target")
            more = body.get("highlight") or body.get("conflict") or target.get("selector")
            return (
                None
                if record.get("motivation") != "commenting" or more
                else (table, _json(target.get("scope")).decode())
            )
        case _:
            return None


# what is not a record


def _united(one: Tables, other: Tables, name: str) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for id_, document in (*one.get(name, {}).items(), *other.get(name, {}).items()):
        found[id_] = _more(found[id_], document) if id_ in found else document
    return found


def _more(one: Document, other: Document) -> Document:
    joined = _fields(one, other, fill=True, tie=True)
    if "editions" in one and "editions" in other:
        editions = [*cast("list[Document]", one["editions"]), *cast("list[Document]", other["editions"])]
        by_hash: dict[str, Document] = {}
        for edition in editions:
            key = str(edition.get("sha256"))
            by_hash[key] = max(by_hash.get(key, edition), edition, key=_how_known)
        joined["editions"] = [by_hash[key] for key in sorted(by_hash)]
    return joined


def _how_known(edition: Document) -> tuple[bool, bool, bytes]:
    """One whose texts have been read says more."""
    return bool(edition.get("fingerprints")), bool(edition.get("glimpsed")), _json(edition)


def _keep_lost_texts(merged: Tables, id_: str, cells: Iterable[Document]) -> None:
    found = list(cells)
    replaced = max(str(_part(cell, "record").get("modified", "")) for cell in found)
    for cell in found:
        record = _part(cell, "record")
        for text in texts_of(record):
            if not _has_text(merged, id_, text):
                key = other_text_id(f"{id_}/earlier", text)
                modified = str(record.get("modified", ""))
                kept: Document = {"id": key, "of": id_, "value": text, "modified": modified, "kept": replaced}
                merged[HISTORY][key] = kept


def _has_text(tables: Tables, id_: str, text: str) -> bool:
    """Whether the record, the one that took it in, or a note beside it has this text, or had it."""
    ids = [id_]
    while (into := str(tables[TRASH].get(ids[-1], {}).get("into", ""))) and into not in ids:
        ids.append(into)
    ids += [other_text_id(one, text) for one in ids]
    notes = tables.get("annotations", {})
    for one in ids:
        record = notes.get(one) or _part(tables[TRASH].get(one, {}), "record")
        if text in texts_of(record):
            return True
    return any(old.get("of") in ids and old.get("value") == text for old in tables[HISTORY].values())


# parts


def _part(document: Mapping[str, object], name: str) -> Document:
    found = document.get(name)
    return cast("Document", found) if isinstance(found, dict) else {}


def _bare(document: Document) -> Document:
    return {name: value for name, value in document.items() if name != "version"}


def _max_version(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {writer: max(one.get(writer, 0), other.get(writer, 0)) for writer in sorted(one.keys() | other.keys())}


def _next(version: dict[str, int]) -> dict[str, int]:
    return version | {_MERGER: version.get(_MERGER, 0) + 1}
