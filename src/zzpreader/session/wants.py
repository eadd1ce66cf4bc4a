"""What several views of one publication want at once."""

from collections.abc import Sequence
from itertools import chain
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")


class Wants(Generic[Wanted]):
    """A lane of the engine holds one list; here the lists of all who ask become that one."""

    def __init__(self) -> None:
        self._lists: dict[object, tuple[Wanted, ...]] = {}

    def put(self, by: object, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
        """Put `wanted` in the place of what `by` wanted before; the wants of all, those of the last asker first."""
        self._lists.pop(by, None)
        if wanted:
            self._lists[by] = tuple(wanted)
        return self.all

    @property
    def all(self) -> tuple[Wanted, ...]:
        return tuple(dict.fromkeys(chain.from_iterable(reversed(self._lists.values()))))
