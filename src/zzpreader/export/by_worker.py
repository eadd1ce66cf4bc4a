"""Formats that a worker has a part in: what it is asked, and what is made of its answers."""

from collections.abc import Callable, Generator

from zzpreader.model.refused import Unmade
from zzpreader.wire import Answer, Request

Asking = Generator[Request, Answer | None, bytes]
"""Yields requests one by one, is sent the answer to each (None if there is none), and returns the file.

Raises: NotMade.
"""


class NotMade(Exception):
    """A worker could not do its part; nothing was written."""

    def __init__(self, why: Unmade) -> None:
        super().__init__(why)
        self.why = why


def asked(asking: Asking, ask: Callable[[Request], Answer]) -> bytes:
    """For callers that wait. Raises: NotMade."""
    answer: Answer | None = None
    while True:
        try:
            answer = ask(asking.send(answer))
        except StopIteration as end:
            return end.value
