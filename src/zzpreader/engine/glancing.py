"""The window's side of the first glance. Without Qt and without messages: it is there before either."""

import contextlib
import mmap
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from zzpreader.glance import (
    COUNT,
    EXPECTED,
    FIRST_PAGE,
    SHARED_BYTES,
    FirstPage,
    Piece,
    are_drawable,
    pack,
)

if TYPE_CHECKING:
    from pathlib import Path

_MOST_SAID = 1 << 16
_LONGEST_PT = 1e6


class Drawn(NamedTuple):
    """Pixels as QImage.Format_RGB32, each row following the other; in the block, so only until the glance is closed."""

    piece: Piece
    pixels: memoryview


class Glance:
    """A process that draws what is asked of the first page; it is not believed more than any other worker.

    Attributes:
        page: what the document says of its first page; None as long as it has said nothing.
        is_over: nothing more will come.
    """

    def __init__(self, file: "str | Path") -> None:
        """Linux alone. Raises: OSError."""
        self._name = file
        self.page: FirstPage | None = None
        self.is_over = False
        self._asked: Sequence[Piece] = ()
        self._is_expecting = False
        self._drawn: list[int] = []
        self._said = b""
        with contextlib.ExitStack() as undo:
            document = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
            undo.callback(os.close, document)
            block = os.memfd_create("zzpreader-glance", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
            undo.callback(os.close, block)
            os.ftruncate(block, SHARED_BYTES)
            _seal(block)
            self._block = mmap.mmap(block, SHARED_BYTES)
            undo.callback(self._block.close)
            log = os.open(os.devnull, os.O_WRONLY)
            its_input, self._input = os.pipe()
            self.descriptor, its_output = os.pipe()
            undo.pop_all()
        os.set_blocking(self.descriptor, False)
        self.handed = (document, block, its_input, its_output, log)

    @cached_property
    def file(self) -> "Path":
        from pathlib import Path  # noqa: PLC0415 - the process that draws does not wait for it

        return Path(self._name).absolute()

    def hand_on(self) -> None:
        """After the fork: its ends are no longer ours."""
        for descriptor in self.handed:
            os.close(descriptor)
        self.handed = ()

    def expect(self, width_px: int) -> None:
        """Once, as early as can be: it waits for it. So wide the view will be; what takes long can be done before it is
        asked for."""
        self._is_expecting = True
        self._say(EXPECTED.pack(width_px))

    def ask(self, pieces: Sequence[Piece]) -> None:
        """Once; what cannot be asked for ends it."""
        if self._asked or self.is_over:
            return
        if not are_drawable(pieces):
            self.is_over = True
            return
        self._asked = tuple(pieces)
        self._say((b"" if self._is_expecting else EXPECTED.pack(0)) + pack(pieces))

    def _say(self, said: bytes) -> None:
        try:
            os.write(self._input, said)
        except OSError:
            self.is_over = True

    @property
    def asked(self) -> Sequence[Piece]:
        return self._asked

    @property
    def waiting(self) -> list[Piece]:
        """What is still to come."""
        return [] if self.is_over else [piece for n, piece in enumerate(self._asked) if n not in self._drawn]

    def listen(self) -> None:
        """Takes in what it has said; never waits."""
        while not self.is_over:
            try:
                said = os.read(self.descriptor, _MOST_SAID)
            except BlockingIOError:
                break
            self.is_over = not said or len(self._said) > _MOST_SAID
            self._said += said
        self._understand()

    def _understand(self) -> None:
        if self.page is None and len(self._said) >= FIRST_PAGE.size:
            page = FirstPage._make(FIRST_PAGE.unpack_from(self._said))
            self._said = self._said[FIRST_PAGE.size :]
            self.page = page
            self.is_over |= not _is_sound(page)
        while self.page and len(self._said) >= COUNT.size:
            (number,) = COUNT.unpack_from(self._said)
            self._said = self._said[COUNT.size :]
            if number != len(self._drawn) or number >= len(self._asked):
                self.is_over = True
                return
            self._drawn.append(number)
        if len(self._drawn) == len(self._asked) > 0:
            self.is_over = True

    def drawn(self) -> Iterator[Drawn]:
        """What is there."""
        start = 0
        for number, piece in enumerate(self._asked):
            if number in self._drawn:
                yield Drawn(piece, memoryview(self._block)[start : start + piece.bytes])
            start += piece.bytes

    def close(self) -> None:
        """It ends when it notices; the nursery ends it with itself at the latest."""
        self.is_over = True
        if self.handed:
            self.hand_on()
        if self._input >= 0:
            for descriptor in (self._input, self.descriptor):
                os.close(descriptor)
            self._input = self.descriptor = -1
            with contextlib.suppress(BufferError):  # somebody still looks at it: then it goes with this object
                self._block.close()


def _is_sound(page: FirstPage) -> bool:
    sides = page.width, page.height
    return page.pages > 0 and page.rotation in (0, 90, 180, 270) and all(1 <= side <= _LONGEST_PT for side in sides)


def _seal(descriptor: int) -> None:
    """Who made the block shorter would end whoever reads behind its end: the window."""
    import fcntl  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(OSError):
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
