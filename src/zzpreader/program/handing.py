"""A second start gives its files to the program that is open, over a local socket (no network). Without Qt where the
system has such sockets: nothing is loaded for a window that will not come.
"""

import json
import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

PATIENCE_S = 1.5
END = b"\n"


def door_of(home: Path) -> str:
    """The name at which the program with this data folder listens."""
    user = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")
    return f"zzpreader-{user}-{zlib.crc32(os.fsencode(home)):08x}"


def hand_over(home: Path, files: Sequence[Path], page: str) -> bool:
    """Whether a running program with the same data folder took the files."""
    wish = json.dumps({"files": [str(file) for file in files], "page": page}).encode() + END
    return _through_qt(door_of(home), wish) if sys.platform == "win32" else _through_socket(door_of(home), wish)


def _through_socket(door: str, wish: bytes) -> bool:
    # Where Qt puts a local socket that has a name alone.
    path = Path(os.environ.get("TMPDIR") or "/tmp", door)  # noqa: S108
    if not path.exists():
        return False
    from socket import AF_UNIX, SOCK_STREAM, socket

    with socket(AF_UNIX, SOCK_STREAM) as other:
        other.settimeout(PATIENCE_S)
        try:
            other.connect(str(path))
            other.sendall(wish)
        except OSError:
            return False  # it was left by a crash, or does not listen
    return True


def _through_qt(door: str, wish: bytes) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(door)
    if not socket.waitForConnected(int(PATIENCE_S * 1000)):
        return False
    socket.write(wish)
    if not socket.waitForBytesWritten(int(PATIENCE_S * 1000)):
        return False
    socket.disconnectFromServer()
    return True
