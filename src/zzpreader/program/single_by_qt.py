"""The same door where the system has no sockets with a place on the disk: Windows."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from zzpreader.program.handing import door_of
from zzpreader.program.single import Doorbell, whole_line

_SOON_MS = 200


class QtDoorbell(Doorbell):
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
            visit.said.connect(self.understand)
            visit.listen()


def _is_answered(door: str) -> bool:
    """Whether a program that was started a moment earlier listens by now: it keeps the door."""
    visitor = QLocalSocket()
    visitor.connectToServer(door)
    return visitor.waitForConnected(_SOON_MS)


class _Visit(QObject):
    """One later start at the door; it says one line. Signals: said(bytes)."""

    said = Signal(bytes)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._received = bytearray()
        socket.setParent(self)
        socket.readyRead.connect(self.listen)
        socket.disconnected.connect(self.deleteLater)

    def listen(self) -> None:
        self._received += self._socket.readAll().data()
        line = whole_line(self._received)
        if line is None:
            return
        self._socket.readyRead.disconnect(self.listen)
        self.said.emit(line)
        self._socket.disconnectFromServer()
