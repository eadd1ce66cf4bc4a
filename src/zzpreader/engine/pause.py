"""When a publication is read as a whole: in a pause, since whoever turns pages wants the processors."""

from collections.abc import Callable
from math import ceil
from time import monotonic

_QUIET_S = 2.0
"""Since something was last wanted for the screen."""

_AT_LAST_S = 30.0
"""After the opening, so that who turns pages without end gets contents and lessons too."""

_SOON_S = 0.5
"""Where somebody waits: until the window stands."""


class Pause:
    """
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

    def wait_ms(self) -> int:
        """How long it is until then, as far as is known; 0 as long as it lasts."""
        due = min(self._looked + self._quiet_s, self._begun + self._at_last_s)
        return max(0, ceil(1000 * (due - self._now())))
