"""TinyDB's tables over a `DurableStorage`, through TinyDB's own hooks."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document as TableDocument
from tinydb.table import Table

from zzpreader.store.envelope import Document, Tables
from zzpreader.store.storage import DurableStorage


class DocumentTable(Table):
    """A table whose documents carry ids of their own, such as `urn:uuid:…`."""

    document_id_class = cast("type[int]", str)  # TinyDB's own hook; its annotation knows only numbers

    def change(self, puts: Mapping[str, Document], removed: Iterable[str] = ()) -> None:
        """Put documents in the place of those with the same ids and remove others, all with one save.

        Raises: NotSaved: nothing has changed.
        """

        def update(tables: Tables) -> None:
            table = tables.setdefault(self.name, {})
            table.update({document_id: dict(document) for document_id, document in puts.items()})
            for document_id in removed:
                table.pop(document_id, None)

        self._durable.change(update)
        self.clear_cache()

    def by_id(self) -> dict[str, Document]:
        """All documents by id, without TinyDB's wrapping."""
        return {str(document.doc_id): dict(document) for document in self}

    def search(self, cond: QueryLike) -> list[TableDocument]:
        if self._loads != self._durable.loads:
            self.clear_cache()  # it remembers what was found in tables that are no more
        found = super().search(cond)
        self._loads = self._durable.loads
        return found

    _loads = 0

    @property
    def _durable(self) -> DurableStorage:
        return cast("DurableStorage", self._storage)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        def update(tables: Tables) -> None:
            updater(cast("dict[int, Mapping[str, Any]]", tables.setdefault(self.name, {})))

        self._durable.change(update, lends=True)
        self.clear_cache()


class Database(TinyDB):
    """The tables in one `DurableStorage`."""

    table_class = DocumentTable

    def __init__(self, storage: DurableStorage) -> None:
        super().__init__(storage=lambda: storage)  # pyright: ignore[reportUnknownMemberType] - TinyDB names no types here

    def documents(self, name: str) -> DocumentTable:
        return cast("DocumentTable", self.table(name))  # pyright: ignore[reportUnknownMemberType] - as above
