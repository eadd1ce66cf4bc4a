"""For what the program does step by step, in one go."""

from collections.abc import Generator
from typing import TypeVar

_T = TypeVar("_T")


def outcome(steps: Generator[object, None, _T]) -> _T:
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value
