"""What stands before every use of msgspec that makes values of ours: no two threads may teach it a kind at once."""

from threading import RLock
from typing import TypeVar

import msgspec

_Kind = TypeVar("_Kind")

_learning = RLock()
_whole: set[object] = set()


def learnt(kind: _Kind) -> _Kind:
    """The same kind, of which msgspec knows all that it needs: `msgspec.convert(table, learnt(Bundle))`.

    It looks at the fields of a class when it first makes a value of it, and keeps what it finds at the class from the
    beginning on. Another thread that comes meanwhile takes that for whole, and the process ends (seen with 0.22).
    """
    if kind not in _whole:
        with _learning:
            msgspec.msgpack.Decoder(kind)
            _whole.add(kind)
    return kind
