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


def place_of(home: Path) -> Path:
    """Where that name stands on the disk, which is where Qt looks for it."""
    return Path(os.environ.get("TMPDIR") or "/tmp", door_of(home))  # noqa: S108


def hand_over(home: Path, files: Sequence[Path], page: str) -> bool:
    """Whether a running program with the same data folder took the files."""
    wish = json.dumps({"files": [str(file) for file in files], "page": page}).encode() + END
    return _through_qt(door_of(home), wish) if sys.platform == "win32" else say_at(place_of(home), wish)


def say_at(place: Path, said: bytes) -> bool:
    """Whether somebody listens there; empty: only to know that."""
    if not place.exists():
        return False
    from socket import AF_UNIX, SOCK_STREAM, socket

    with socket(AF_UNIX, SOCK_STREAM) as other:
        other.settimeout(PATIENCE_S)
        try:
            other.connect(str(place))
            other.sendall(said)
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
