"""The worker's end of the wire: standard input and what was standard output."""

import os

from zzpreader.model.displayed import one_line
from zzpreader.wire import MAX_FRAME, Answer, Failed, Frames, Reason, Request, frame, read_request

_PIECE_BYTES = 65536


class Channel:
    """Blocking; one request, one answer."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._frames = Frames()
        self._waiting: list[bytes] = []

    def receive(self) -> Request | None:
        """The next request; None when the other side is gone. Raises: WireError."""
        while not self._waiting:
            piece = os.read(self._incoming, _PIECE_BYTES)
            if not piece:
                return None
            self._waiting = self._frames.feed(piece)
        return read_request(self._waiting.pop(0))

    def send(self, answer: Answer) -> None:
        """Raises: BrokenPipeError when the other side is gone."""
        rest = memoryview(_sendable(answer))
        while rest:
            rest = rest[os.write(self._outgoing, rest) :]


def _sendable(answer: Answer) -> bytes:
    """The frame of the answer, or of why it cannot be one: it is too long, or has half a character in it."""
    try:
        whole = frame(answer)
    except UnicodeEncodeError as trouble:
        return frame(Failed(Reason.PAGE, one_line(str(trouble))))
    if len(whole) > MAX_FRAME:
        return frame(Failed(Reason.MEMORY, f"an answer of {len(whole)} bytes"))
    return whole


def standard_channel() -> Channel:
    """Takes standard input and output for the wire and leaves harmless ones in their places."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)  # whatever a C library prints must not land between two messages
    return Channel(incoming, outgoing)
