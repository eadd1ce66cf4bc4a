"""Modules that are not read before something of them is wanted: those that others import at their beginning and hardly
ever use, and the beginning of a package itself.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

SELDOM_USED = (
    *("base64", "bz2", "lzma", "pickle", "secrets", "tokenize", "zipfile"),  # for others, which want little of them
    *("difflib", "html", "statistics"),
)
"""What the window's modules import at their beginning and most readers never need in a day: 2 MB, and a tenth of the
time that the window takes behind its first page. Whoever of ours imports one imports the module and not its names."""


@contextmanager
def left_unread(*names: str) -> Generator[None]:
    """Whoever imports one of these meanwhile gets a stand-in for it; those that are there already stay as they are."""
    standing_in = {name: _Unread(name) for name in names if name not in sys.modules}
    sys.modules.update(standing_in)
    try:
        yield
    finally:
        for module in standing_in.values():
            module.step_aside()


@contextmanager
def entered_at_its_side(package: ModuleSpec) -> Generator[None]:
    """Modules in the package can be imported meanwhile without what it does itself when it is imported."""
    standing_in = ModuleType(package.name)
    standing_in.__path__ = list(package.submodule_search_locations or ())
    sys.modules[package.name] = standing_in
    try:
        yield
    finally:
        del sys.modules[package.name]


class _Unread(ModuleType):
    def step_aside(self) -> None:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:
        self.step_aside()
        return getattr(import_module(self.__name__), name)
