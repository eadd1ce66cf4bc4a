"""One running program: a second start hands its files to the first over a local socket (no network)."""

import getpass
import logging
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1500
_LONGEST_BYTES = 1 << 20
_END = b"\n"
_log = logging.getLogger(__name__)


class Wish(msgspec.Struct, frozen=True):
    """What a second start wants shown.

    Args:
        files: absolute paths.
        page: label or number as typed, empty for none.
    """

    files: tuple[str, ...]
    page: str = ""


def _name(home: Path) -> str:
    digest = blake2b(f"{getpass.getuser()}\0{home}".encode(), digest_size=8).hexdigest()
    return f"zzpreader-{digest}"


def hand_over(home: Path, files: Sequence[Path], page: str) -> bool:
    """Whether a running program with the same data folder took the files."""
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(msgspec.json.encode(Wish(tuple(str(file) for file in files), page)) + _END)
    if not socket.waitForBytesWritten(_PATIENCE_MS):
        return False
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens for later starts. Signals: rung(Wish)."""

    rung = Signal(object)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(_name(home)):
            QLocalServer.removeServer(_name(home))  # nobody answered: it was left by a crash
            self._server.listen(_name(home))
        self._server.newConnection.connect(self._welcome)

    def close(self) -> None:
        self._server.close()

    def _welcome(self) -> None:
        while socket := self._server.nextPendingConnection():
            visit = _Visit(socket, self)
            visit.said.connect(self.rung)
            visit.listen()


class _Visit(QObject):
    """One later start at the door; it says one line. Signals: said(Wish)."""

    said = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._received = bytearray()
        socket.setParent(self)
        socket.readyRead.connect(self.listen)
        socket.disconnected.connect(self.deleteLater)

    def listen(self) -> None:
        self._received += self._socket.readAll().data()
        line, end, _ = self._received.partition(_END)
        if not end and len(self._received) <= _LONGEST_BYTES:
            return
        self._socket.readyRead.disconnect(self.listen)
        try:
            wish = msgspec.json.decode(bytes(line), type=Wish)
        except msgspec.MsgspecError:
            _log.warning("a later start said something else than a wish")
        else:
            self.said.emit(wish)
        self._socket.disconnectFromServer()
