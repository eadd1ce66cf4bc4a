"""The text of a journal: what was saved since a snapshot, one save a line, each behind its own checksum."""

import re
from enum import Enum
from zlib import crc32

import msgspec
from msgspec import Struct

from zzpreader.model.annotation import timestamp
from zzpreader.model.decoding import learnt
from zzpreader.store.draft import Delta
from zzpreader.store.envelope import FRAME, Document, Newer

JOURNAL = "zzpreader journal"

_START = re.compile(rb"([0-9a-f]{8}) (\d{1,10}) ")


class Header(Struct, frozen=True, kw_only=True):
    """The first line.

    Args:
        of: name of the file to which the journal belongs.
        content, schema: of that file.
        after: generation of the state on which the first save builds.
        generation: the name of the state in which all saves of this journal are.
        sequence: the number of the last save before the first one here.
    """

    format: str = JOURNAL
    frame: int = FRAME
    of: str
    content: str
    schema: int
    after: str
    generation: str
    sequence: int


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One save; see `Delta` for what it changes.

    Args:
        generation: of its journal.
        sequence: its number; every save of a file has the next one, though numbers may be left out.
        saved: when, xsd:dateTime in UTC.
    """

    generation: str
    sequence: int
    saved: str
    drop: tuple[str, ...] = ()
    remove: dict[str, list[str]] = {}
    put: dict[str, dict[str, Document]] = {}

    @property
    def delta(self) -> Delta:
        return Delta(self.drop, self.remove, self.put)


class Flaw(Enum):
    """What is wrong with a journal: nothing, its end (as after a power cut), or something before a whole save."""

    NONE = 0
    END = 1
    INSIDE = 2


class Journal(Struct, frozen=True):
    """What can be read of one; the saves are in the order of their numbers."""

    header: Header | None
    records: tuple[Record, ...]
    flaw: Flaw

    @property
    def generation(self) -> str:
        """ "" if nothing of it can be read."""
        return self.header.generation if self.header else self.records[0].generation if self.records else ""

    @property
    def start(self) -> int | None:
        """The number of the last save before it, as far as that can be known."""
        return self.header.sequence if self.header else self.records[0].sequence - 1 if self.records else None


def line(value: Header | Record) -> bytes:
    payload = msgspec.json.encode(value)
    return b"%08x %d %b\n" % (crc32(payload), len(payload), payload)


def record(generation: str, sequence: int, delta: Delta) -> Record:
    return Record(
        generation=generation,
        sequence=sequence,
        saved=timestamp(),
        drop=delta.drop,
        remove=delta.remove,
        put=delta.put,
    )


def parsed(data: bytes) -> Journal:
    """All that is whole. After what is damaged, reading goes on at the next line that is whole.

    Raises: Newer.
    """
    header: Header | None = None
    records: list[Record] = []
    flaw, is_flawed, position = Flaw.NONE, not data, 0
    while position < len(data):
        found, end = _line_at(data, position)
        if found is None or not _belongs(found, header, records):
            is_flawed = True
            line_feed = data.find(b"\n", position)
            position = line_feed + 1 if line_feed >= 0 else len(data)
            continue
        if is_flawed:
            flaw = Flaw.INSIDE
        if isinstance(found, Header):
            header = found
        else:
            records.append(found)
        is_flawed = data[end : end + 1] != b"\n"
        position = end + 1
    if is_flawed and flaw is Flaw.NONE:
        flaw = Flaw.END
    if records and (header is None or records[-1].sequence != header.sequence + len(records)):
        flaw = Flaw.INSIDE
    return Journal(header, tuple(records), flaw)


def _line_at(data: bytes, position: int) -> tuple[Header | Record | None, int]:
    """What is whole there, and where its line feed should stand."""
    start = _START.match(data, position)
    if not start:
        return None, position
    end = start.end() + int(start[2])
    payload = data[start.end() : end]
    is_whole = end <= len(data) and crc32(payload) == int(start[1], 16)
    return (_found(payload) if is_whole else None), end


class _Kind(Struct):
    format: str = ""
    frame: int = FRAME


def _found(payload: bytes) -> Header | Record | None:
    try:
        kind = msgspec.json.decode(payload, type=learnt(_Kind))
        if kind.format == JOURNAL and kind.frame > FRAME:
            raise Newer(kind.frame)
        return msgspec.json.decode(payload, type=learnt(Header if kind.format else Record))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _belongs(found: Header | Record, header: Header | None, records: list[Record]) -> bool:
    """Not from another journal whose place on the disk this one took; not twice, not back."""
    if isinstance(found, Header):
        return header is None and not records and found.format == JOURNAL
    if header and (found.generation != header.generation or found.sequence <= header.sequence):
        return False
    return not records or (found.generation == records[0].generation and found.sequence > records[-1].sequence)
