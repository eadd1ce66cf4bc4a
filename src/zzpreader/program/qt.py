"""The door to Qt.

PySide reads its own descriptions of Qt's functions whenever it is imported: three thousand lines of Python, compiled
anew at each start, to be able to say what a call should have looked like. That takes as long as loading Qt. From then
on it also reads the source of every module that is imported, to find out whether it wants other names for Qt's
functions. Here the first is done when somebody asks, and the second not at all.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from zzpreader.unread import entered_at_its_side, left_unread

_MAPPING = "shibokensupport.signature.mapping"


def enter() -> None:
    """Import PySide6. A version of it that works in another way is imported as it wants to be."""
    # On Windows, PySide6 says where the libraries are before it imports this.
    found = find_spec("shiboken6") if sys.platform != "win32" else None
    if "PySide6" in sys.modules or found is None or found.submodule_search_locations is None:
        return
    _Descriptions()
    # Its front door imports what only the descriptions need, in case that nobody else does.
    with entered_at_its_side(found), left_unread("zipfile", "base64", "traceback"):
        import_module("PySide6.QtCore")


class _Descriptions(ModuleType):
    """The module in which Shiboken runs its own program, to call `bootstrap` of it at once: here that waits."""

    def __init__(self) -> None:
        super().__init__("signature_bootstrap")
        sys.modules[self.__name__] = self
        # Shiboken looks into the names of this module without asking whether it is there.
        self._mapping = ModuleType(_MAPPING)
        vars(self._mapping)["update_mapping"] = self._update_mapping
        sys.modules[_MAPPING] = self._mapping
        self._loader: ModuleType | None = None

    @property
    def bootstrap(self) -> Callable[[], "_Loader"]:
        return lambda: _Loader(self.whole)

    def whole(self) -> ModuleType:
        """The module with the functions themselves."""
        loader = self._loader or vars(self)["bootstrap"]()
        self._loader = loader
        return loader

    def _update_mapping(self) -> None:
        self.whole()
        names: Mapping[str, Any] = vars(sys.modules[_MAPPING])
        names["update_mapping"]()
        vars(self._mapping).update({**names, "update_mapping": self._update_mapping})


class _Loader:
    """Has the functions that Shiboken wants; what they do is found when one is called."""

    def __init__(self, whole: Callable[[], ModuleType]) -> None:
        self._whole = whole

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            return getattr(self._whole(), name)(*args, **named)

        return call

    def finish_import(self, module: ModuleType) -> None:
        """Functions of earlier versions, for who still calls them."""

    def post_init(self) -> None:
        """The eye on every import."""
