"""One running program: it listens for later starts (`handing.py`)."""

import logging
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from zzpreader.program.handing import END, door_of

_LONGEST_BYTES = 1 << 20
_SOON_MS = 200
_log = logging.getLogger(__name__)


class Wish(msgspec.Struct, frozen=True):
    """What a second start wants shown.

    Args:
        files: absolute paths.
        page: label or number as typed, empty for none.
    """

    files: tuple[str, ...]
    page: str = ""


class Doorbell(QObject):
    """Listens for later starts. Signals: rung(Wish)."""

    rung = Signal(object)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        door = door_of(home)
        if not _is_answered(door):  # Qt would put its own door in the place of whatever is there
            QLocalServer.removeServer(door)  # it was left by a crash
            self._server.listen(door)
        self._server.newConnection.connect(self._welcome)

    def close(self) -> None:
        self._server.close()

    def _welcome(self) -> None:
        while socket := self._server.nextPendingConnection():
            visit = _Visit(socket, self)
            visit.said.connect(self.rung)
            visit.listen()


def _is_answered(door: str) -> bool:
    """Whether a program that was started a moment earlier listens by now: it keeps the door."""
    visitor = QLocalSocket()
    visitor.connectToServer(door)
    return visitor.waitForConnected(_SOON_MS)


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
        line, end, _ = self._received.partition(END)
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
