"""A worker's answers without its process."""

import mmap
from collections.abc import Callable
from typing import Any

import pytest

from zzpreader.wire import BLOCK_BYTES, Open, Request
from zzpreader.worker.answers import Answers

Ask = Callable[[Request], Any]


@pytest.fixture
def block():
    return mmap.mmap(-1, BLOCK_BYTES)


@pytest.fixture
def opened(block):
    """`opened(pdf)` gives a function that answers requests about it; the document is open already."""

    def open_document(data: bytes, password: str = "") -> Ask:
        ask = unopened(data, block)
        ask(Open(password))
        return ask

    return open_document


def unopened(data: bytes, block: mmap.mmap) -> Ask:
    held = mmap.mmap(-1, len(data)) if data else None
    if held is not None:
        held.write(data)
    return Answers(held, block).answer
