"""The same door where the system has sockets with a place on the disk.

Qt's network would weigh 3 MB in memory, for a line that seldom comes.
"""

from contextlib import suppress
from pathlib import Path
from socket import AF_UNIX, SOCK_STREAM, socket
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from zzpreader.program.handing import place_of, say_at
from zzpreader.program.single import Doorbell, whole_line

_AT_ONCE_BYTES = 1 << 16


class SocketDoorbell(Doorbell):
    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place_of(home)
        self._socket: socket | None = None
        if not say_at(self._place, b""):  # else a program that was started a moment earlier listens by now
            with suppress(OSError):  # then a later start opens a window of its own
                self._listen()

    def _listen(self) -> None:
        self._socket = door = socket(AF_UNIX, SOCK_STREAM)
        door.settimeout(0)
        # Made where nobody else can reach it, and put in its place, or in that of what a crash left there, at once.
        with TemporaryDirectory(prefix="zzpreader-", dir=self._place.parent) as folder:
            made = Path(folder, "door")
            door.bind(str(made))
            made.chmod(0o600)
            door.listen()
            made.replace(self._place)
        self._heard = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._welcome)

    def close(self) -> None:
        if self._socket:
            with suppress(OSError):
                self._place.unlink()
            self._heard.setEnabled(False)
            self._socket.close()
            self._socket = None

    def _welcome(self) -> None:
        if self._socket:
            with suppress(OSError):
                visit = _Visit(self._socket.accept()[0], self)
                visit.said.connect(self.understand)


class _Visit(QObject):
    """One later start at the door; it says one line and goes. Signals: said(bytes)."""

    said = Signal(bytes)

    def __init__(self, visitor: socket, parent: QObject) -> None:
        super().__init__(parent)
        self._visitor = visitor
        self._received = bytearray()
        visitor.settimeout(0)
        self._heard = QSocketNotifier(visitor.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._listen)

    def _listen(self) -> None:
        try:
            said = self._visitor.recv(_AT_ONCE_BYTES)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        self._received += said
        line = whole_line(self._received)
        if line is not None:
            self.said.emit(line)
        if line is not None or not said:
            self._heard.setEnabled(False)
            self._visitor.close()
            self.deleteLater()
