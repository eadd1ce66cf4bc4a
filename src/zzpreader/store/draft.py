"""A change of tables while it is being made: what it touches lies beside them, and becomes one delta.

So a change that fails half-way has changed nothing, and one document is saved without a look at all the others.
"""

from collections.abc import Iterator, MutableMapping
from copy import deepcopy
from itertools import takewhile
from typing import cast

import msgspec
from msgspec import Struct

from zzpreader.model.decoding import learnt
from zzpreader.store.envelope import Document, Tables


class Delta(Struct, frozen=True):
    """What one save changes, in this order.

    Args:
        drop: tables that go.
        remove: ids of documents that go, by table.
        put: documents that take the place of those with their ids, or come behind all others; a table that is not
            there is made.
    """

    drop: tuple[str, ...] = ()
    remove: dict[str, list[str]] = {}
    put: dict[str, dict[str, Document]] = {}

    def __bool__(self) -> bool:
        return bool(self.drop or self.remove or self.put)

    def apply(self, tables: Tables) -> None:
        """Change tables in place. What is not there is passed over, so that any delta fits any tables."""
        for name in self.drop:
            tables.pop(name, None)
        for name, ids in self.remove.items():
            table = tables.get(name, {})
            for id_ in ids:
                table.pop(id_, None)
        for name, documents in self.put.items():
            tables.setdefault(name, {}).update(documents)


class TableDraft(MutableMapping[str, Document]):
    """One table as it would be. A document is a value here: another one is put in its place, it is never changed.

    Args:
        lends: hands out copies that may be changed, as TinyDB's updaters do; whoever changes one changes the table.
    """

    def __init__(self, before: dict[str, Document], *, lends: bool = False) -> None:
        self._before = before
        self._put: dict[str, Document] = {}
        self._gone: dict[str, None] = {}
        self._lends = lends

    def __getitem__(self, id_: str) -> Document:
        if id_ in self._put:
            return self._put[id_]
        if id_ in self._gone:
            raise KeyError(id_)
        document = self._before[id_]
        if self._lends:
            document = self._put[id_] = deepcopy(document)
        return document

    def __setitem__(self, id_: str, document: Document) -> None:
        self._put[str(id_)] = document

    def __delitem__(self, id_: str) -> None:
        if id_ not in self:
            raise KeyError(id_)
        self._put.pop(id_, None)
        if id_ in self._before:
            self._gone[id_] = None

    def __contains__(self, id_: object) -> bool:
        return id_ in self._put or (id_ in self._before and id_ not in self._gone)

    def __iter__(self) -> Iterator[str]:
        yield from (id_ for id_ in self._before if id_ not in self._gone)
        yield from (id_ for id_ in list(self._put) if self._is_behind(id_))

    def __len__(self) -> int:
        return len(self._before) - len(self._gone) + sum(map(self._is_behind, self._put))

    def clear(self) -> None:
        self._put.clear()
        self._gone = dict.fromkeys(self._before)

    def changes(self) -> tuple[list[str], dict[str, Document]]:
        """What was removed and what was put, in the order in which it comes behind the others."""
        put = {
            id_: one for id_, one in self._put.items() if self._is_behind(id_) or not _is_same(self._before[id_], one)
        }
        return list(self._gone), put

    def _is_behind(self, id_: str) -> bool:
        return id_ in self._gone or id_ not in self._before


class Draft(MutableMapping[str, MutableMapping[str, Document]]):
    """All tables as they would be. A dictionary that is put here is a whole table."""

    def __init__(self, before: Tables, *, lends: bool = False) -> None:
        self._before = before
        self._lends = lends
        self._now: dict[str, MutableMapping[str, Document]] = {}
        self._gone: set[str] = set()

    def __getitem__(self, name: str) -> MutableMapping[str, Document]:
        if name in self._gone:
            raise KeyError(name)
        if name not in self._now:
            self._now[name] = TableDraft(self._before[name], lends=self._lends)
        return self._now[name]

    def __setitem__(self, name: str, table: MutableMapping[str, Document]) -> None:
        self._gone.discard(name)
        self._now[name] = table

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self._now.pop(name, None)
        self._gone.add(name)

    def __contains__(self, name: object) -> bool:
        return name not in self._gone and (name in self._now or name in self._before)

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys((*self._before, *self._now))
        return iter([name for name in names if name not in self._gone])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def delta(self) -> Delta:
        """Raises: ValueError: something in it is not plain JSON."""
        remove: dict[str, list[str]] = {}
        put: dict[str, dict[str, Document]] = {}
        for name, table in self._now.items():
            before = self._before.get(name)
            draft = table if isinstance(table, TableDraft) else _drafted(before or {}, table)
            gone, came = draft.changes()
            if gone:
                remove[name] = gone
            if came or before is None:
                put[name] = {id_: _plain(one) for id_, one in came.items()}
        return Delta(tuple(sorted(self._gone & self._before.keys())), remove, put)


def difference(before: Tables, after: Tables) -> Delta:
    """What makes the second of the first. Tables that are the same object are taken for equal."""
    draft = Draft(before)
    for name in before.keys() - after.keys():
        del draft[name]
    draft.update({name: table for name, table in after.items() if before.get(name) is not table})
    return draft.delta()


def _drafted(before: dict[str, Document], after: MutableMapping[str, Document]) -> TableDraft:
    """A whole table as changes; what stands elsewhere than before goes and comes behind the others."""
    draft = TableDraft(before)
    for id_ in before.keys() - after.keys():
        del draft[id_]
    staying = iter([id_ for id_ in before if id_ in after])
    is_behind = False
    for id_, one in after.items():
        if not is_behind and id_ in draft:
            for moved in takewhile(lambda staying_id, here=id_: staying_id != here, staying):
                del draft[moved]
        elif id_ in draft:
            del draft[id_]
        is_behind = is_behind or id_ not in draft
        draft[id_] = one
    return draft


def _plain(document: Document) -> Document:
    """As it will be read back."""
    try:
        back = msgspec.json.decode(msgspec.json.encode(document), type=learnt(dict[str, object]))
    except (TypeError, UnicodeEncodeError, RecursionError, msgspec.MsgspecError) as problem:
        raise ValueError(f"not plain JSON: {problem}") from None
    if back != document:
        raise ValueError("not plain JSON: it would not come back as it is")
    return back


def _is_same(one: Document, other: Document) -> bool:
    # Python takes 1, 1.0 and True for equal; on the disk they are not.
    return one is other or (one == other and cast("object", msgspec.json.encode(one)) == msgspec.json.encode(other))
