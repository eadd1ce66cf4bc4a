"""What the window's process says to the nursery of workers, and hears of it.

With the standard library alone: both say it before anything else is imported.
"""

import struct


class OrderKind:
    """What a nursery of workers is told: a message with one of these and the number that the window gave the worker."""

    START = b"s"  # with descriptors: document, memory for texts, block, both ends of the wire, log, pipe for its status
    END = b"e"


GLANCE = 0xFFFFFFFF
"""The number of the process of the first glance: the last that a worker would get."""

ORDER = struct.Struct("=cI")
ORDER_DESCRIPTORS = 7
STATUS = struct.Struct("=i")
"""In a status pipe: first the number of the process, then its exit status, negative for a signal."""
