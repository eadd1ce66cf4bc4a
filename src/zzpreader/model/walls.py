"""The walls around a worker. By themselves: they stand before there are messages."""

from enum import StrEnum


class Wall(StrEnum):
    """What a worker has taken from itself before it looks at the document."""

    MEMORY = "memory"  # more than a limit
    FILES = "files"  # opening any
    NETWORK = "network"
    PROCESSES = "processes"  # starting others, or touching those of others
    CALLS = "calls"  # system calls that it does not need
