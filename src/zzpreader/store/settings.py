"""What the reader chose, and how the window was left."""

from contextlib import suppress
from typing import TypeVar

import msgspec
from filelock import Timeout
from msgspec import Struct

from zzpreader.model.decoding import learnt
from zzpreader.model.settings import Settings, WindowState
from zzpreader.store.envelope import Format, document
from zzpreader.store.home import Home, lock_beside
from zzpreader.store.problems import Cause, NotSaved, StoreError
from zzpreader.store.schemas import as_it_was
from zzpreader.store.storage import DurableStorage, Recovery
from zzpreader.store.tables import Database

SETTINGS = Format("zzpreader settings", schema=2, steps={1: as_it_was})
"""Table `settings` with the documents `settings` and `window`; docs/storage.md describes them."""

_WAIT_S = 5.0
_Value = TypeVar("_Value", bound=Struct)


class SettingsFile:
    """Shared with other processes: the last to write a document has it. What cannot be read is as if never set."""

    def __init__(self, home: Home) -> None:
        self._path = home.settings
        self._storage = DurableStorage(home.settings, SETTINGS, writable=False)
        self._table = Database(self._storage).documents("settings")

    @property
    def recovery(self) -> Recovery | None:
        return self._storage.recovery

    def settings(self) -> Settings:
        return self._read("settings", Settings)

    def window(self) -> WindowState:
        return self._read("window", WindowState)

    def save(self, value: Settings | WindowState) -> None:
        """Raises: NewerSchema, NotReadable, NotSaved."""
        name = "settings" if isinstance(value, Settings) else "window"
        try:
            with lock_beside(self._path, wait_s=_WAIT_S):
                self._storage.writable = True
                self._table.change({name: document(value)})
                self._storage.tidy()
        except (Timeout, OSError) as problem:
            raise NotSaved(self._path, Cause.REFUSED) from problem
        finally:
            self._storage.writable = False

    def _read(self, name: str, kind: type[_Value]) -> _Value:
        with suppress(StoreError, msgspec.ValidationError, KeyError):
            return msgspec.convert(self._table.by_id()[name], learnt(kind))
        return kind()
