"""The text of a file of the store: JSON that a person can read and compare, one document a line, behind a checksum."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias
from uuid import uuid4
from zlib import crc32

import msgspec
from msgspec import Struct

from zzpreader.model.annotation import timestamp
from zzpreader.model.decoding import learnt

Document: TypeAlias = dict[str, object]
Tables: TypeAlias = dict[str, dict[str, Document]]

FRAME = 2
"""How files and journals lie around the tables. Frame 1 knew no journals."""

_FIRST_LINE = re.compile(rb'\{"crc32":"([0-9a-f]{8})",\n')


class Damaged(Exception):
    """Not what this program wrote."""


class Newer(Exception):
    """Of a schema or a frame that this version does not know."""

    def __init__(self, found: int) -> None:
        super().__init__(f"schema {found}")
        self.found = found


class Format(Struct, frozen=True):
    """One kind of file and its history.

    Args:
        name: stands in the file, so that one kind is not taken for another.
        schema: the version that is written now.
        steps: from each older version the function that makes tables of the next one.
    """

    name: str
    schema: int
    steps: Mapping[int, Callable[[Tables], Tables]] = {}


class Content(Struct, frozen=True):
    """
    Args:
        schema: of the tables.
        saved: when, xsd:dateTime in UTC.
        generation: the name of this very state; "" in files of frame 1, which had none.
        sequence: the number of the last save that is in it.
        frame: of the file.
    """

    tables: Tables
    schema: int
    saved: str
    generation: str = ""
    sequence: int = 0
    frame: int = 1


class _Head(Struct):
    format: str
    schema: int
    frame: int = 1


class _Whole(Struct):
    saved: str
    tables: Tables
    generation: str = ""
    sequence: int = 0


def new_generation() -> str:
    return uuid4().hex[:16]


def document(value: Struct) -> Document:
    """A dictionary of the plain kinds that JSON has: what is read back is then equal to what was put."""
    return msgspec.json.decode(msgspec.json.encode(value), type=learnt(dict[str, object]))


def sealed(tables: Tables, form: Format, *, generation: str = "", sequence: int = 0) -> bytes:
    """The bytes of a file.

    Cost: about 30 ms for 10,000 annotations.

    Args:
        generation: a new one if it is not given.
    """
    encode = msgspec.json.Encoder().encode
    blocks: list[bytes] = []
    for name, table in tables.items():
        lines = b",\n".join([encode(key) + b":" + encode(one) for key, one in table.items()])
        blocks.append(b"%b:{\n%b\n}" % (encode(name), lines))
    head = b'"format":%b,"schema":%d,"frame":%d,"generation":%b,"sequence":%d,"saved":%b,"tables":{\n' % (
        encode(form.name),
        form.schema,
        FRAME,
        encode(generation or new_generation()),
        sequence,
        encode(timestamp()),
    )
    rest = head + b",\n".join(blocks) + b"\n}}\n"
    return b'{"crc32":"%08x",\n%b' % (crc32(rest), rest)


def opened(data: bytes, form: Format) -> Content:
    """What `sealed` put in, in the schema in which it lies there.

    Raises:
        Damaged: a byte is not as it was written.
        Newer: whole, and of a newer schema or frame.
    """
    first = _FIRST_LINE.match(data)
    if not first:
        raise Damaged("no checksum")
    if int(first[1], 16) != crc32(memoryview(data)[first.end() :]):
        raise Damaged("wrong checksum")
    try:
        head = msgspec.json.decode(data, type=learnt(_Head))
        if head.format != form.name:
            raise Damaged(f"it is a {head.format}")
        if head.frame > FRAME or head.schema > form.schema:
            raise Newer(head.schema)
        whole = msgspec.json.decode(data, type=learnt(_Whole))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise Damaged(str(problem)) from None
    for schema in range(head.schema, form.schema):
        if schema not in form.steps:
            raise Damaged(f"schema {schema} never was")
    return Content(whole.tables, head.schema, whole.saved, whole.generation, whole.sequence, head.frame)


def upgraded(tables: Tables, schema: int, form: Format, to: int) -> Tables:
    for step in range(schema, to):
        tables = form.steps[step](tables)
    return tables
