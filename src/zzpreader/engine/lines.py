"""What programs of ours that run beside the window are told, and tell: a line of JSON each."""

import os
import sys

import msgspec
from msgspec import Struct


def line(message: Struct) -> bytes:
    return msgspec.json.encode(message) + b"\n"


def tell(message: Struct) -> None:
    """On standard output; without anybody who listens the program ends."""
    try:
        sys.stdout.buffer.write(line(message))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(0)  # the window has gone
