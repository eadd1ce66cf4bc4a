"""Who goes first where there are more processes than processors."""

import os
from contextlib import suppress

_BEHIND = 10
"""Ten times less of a processor than whoever wants it too, and never starved."""


def give_way(process: int) -> None:
    """To all others from now on; there is no way back. Not on Windows.

    Args:
        process: one of ours that nobody has seen off yet, so that the number is still its own.
    """
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it is gone; that is heard elsewhere
            os.setpriority(os.PRIO_PROCESS, process, _BEHIND)
