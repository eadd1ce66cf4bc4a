"""One running program: it listens for later starts (`handing.py`)."""

import logging
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from zzpreader.model.decoding import learnt
from zzpreader.program.handing import END

_LONGEST_BYTES = 1 << 20
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

    def close(self) -> None:
        """Nobody is heard any more."""

    def understand(self, line: bytes) -> None:
        """What a later start has said."""
        try:
            wish = msgspec.json.decode(line, type=learnt(Wish))
        except msgspec.MsgspecError:
            _log.warning("a later start said something else than a wish")
        else:
            self.rung.emit(wish)


def new_doorbell(home: Path, parent: QObject | None = None) -> Doorbell:
    """For the program with this data folder. Whoever listens already keeps the door."""
    if sys.platform == "win32":
        from zzpreader.program.single_by_qt import QtDoorbell

        return QtDoorbell(home, parent)
    from zzpreader.program.single_by_socket import SocketDoorbell

    return SocketDoorbell(home, parent)


def whole_line(received: bytearray) -> bytes | None:
    """What was said, once it is whole or longer than anybody would say; None until then."""
    line, end, _ = received.partition(END)
    return bytes(line) if end or len(received) > _LONGEST_BYTES else None
