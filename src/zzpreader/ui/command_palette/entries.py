"""What can be gone to or done by typing a few letters of its name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import SignalInstance


class Entry(Struct, frozen=True):
    """
    Args:
        kind: what it is, for people; typing that word finds it too.
        title: on one line.
        act: what choosing it does.
        hint: its key or its page.
        more: quieter words behind the title that count as well, such as the publication.
        enabled: False for what makes no sense now; shown, so that it is known to exist.
    """

    kind: str
    title: str
    act: Callable[[], object]
    picture: str
    hint: str = ""
    more: str = ""
    enabled: bool = True

    @property
    def name(self) -> str:
        """By which it is known again when the list is made anew."""
        return f"{self.kind}\n{self.title}\n{self.more}"


Source = Callable[[], Iterable[Entry]]
"""Entries of one kind, in the order in which they are offered. It is read lazily: a generator is never felt."""


class Beyond(Protocol):
    """Entries of which there may be tens of thousands: only those are made that have what was typed."""

    @property
    def came(self) -> SignalInstance:
        """More of them can be found, or all."""
        ...

    @property
    def is_read(self) -> bool: ...

    def with_words(self, words: Sequence[str]) -> Iterable[Entry]:
        """Of what is known by now.

        Args:
            words: folded, one or more.
        """
        ...
