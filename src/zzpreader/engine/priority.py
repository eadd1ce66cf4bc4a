"""Who goes first where there are more processes than processors, and what waits for a pause of the reader's."""

import os
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from time import monotonic

_BEHIND = 10
"""Ten times less of a processor than whoever wants it too, and never starved."""


_LONGEST_LINE = 4096


def give_way(process: int) -> None:
    """To all others from now on; there is no way back. Not on Windows.

    Args:
        process: one of ours that nobody has seen off yet, so that the number is still its own.
    """
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it is gone; that is heard elsewhere
            os.setpriority(os.PRIO_PROCESS, process, _BEHIND)


def processor_seconds(process: int) -> float | None:
    """What it has had of the processors; None where that is not known (only Linux tells)."""
    try:
        user, system = _told_of(process, "stat").rpartition(b")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError):
        return None


def waiting_seconds(process: int) -> float | None:
    """How long it would have gone on, had there been a processor for it; None where that is not known (only Linux
    tells). Cost: 10 µs."""
    try:
        return int(_told_of(process, "schedstat").split()[1]) / 1e9
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def _told_of(process: int, name: str) -> bytes:
    """What Linux says of it in one line. Raises: OSError; AttributeError on Windows."""
    descriptor = os.open(f"/proc/{process}/{name}", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(descriptor, _LONGEST_LINE)
    finally:
        os.close(descriptor)


_QUIET_S = 2.0
"""Since something was last wanted for the screen."""

_AT_LAST_S = 30.0
"""After the opening, so that who turns pages without end gets contents and lessons too."""

_SOON_S = 0.5
"""Until the window stands: where somebody waits."""

_LIGHT_S = 0.1
"""The same as `_QUIET_S` for what is light: it goes on between two pages that are turned at a human pace."""


class Pause:
    """A publication is read as a whole while nobody turns its pages, since whoever does wants the processors.

    Args:
        now: a clock, in seconds.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._quiet_s, self._at_last_s = _QUIET_S, _AT_LAST_S
        self.begin()

    def begin(self) -> None:
        """The publication is open."""
        self._begun = self._looked = self._now()

    def disturb(self) -> None:
        """Something is wanted for the screen."""
        self._looked = self._now()

    def cut_short(self) -> None:
        """Somebody waits for what is read in it."""
        self._quiet_s = self._at_last_s = _SOON_S

    def wait_ms(self, *, is_light: bool = False) -> int:
        """How long it is until then, as far as is known; 0 as long as it lasts.

        Args:
            is_light: for what takes little at a time, and need only leave the screen alone.
        """
        if is_light:
            due = max(self._looked + _LIGHT_S, self._begun + _SOON_S)
        else:
            due = min(self._looked + self._quiet_s, self._begun + self._at_last_s)
        return max(0, ceil(1000 * (due - self._now())))
