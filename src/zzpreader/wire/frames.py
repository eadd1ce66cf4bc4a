"""Messages as bytes: a 4-byte big-endian length and a MessagePack map with the tag "type"."""

import struct

import msgspec

from zzpreader.model.decoding import learnt
from zzpreader.wire.document import (
    AttachmentRead,
    AttachmentsRead,
    DigestRead,
    FingerprintsRead,
    Open,
    Opened,
    OutlineRead,
    PagesRead,
    ReadAttachment,
    ReadAttachments,
    ReadDigest,
    ReadFingerprints,
    ReadOutline,
    ReadPages,
)
from zzpreader.wire.drawing import Draw, Drawn, DrawPng, PngDrawn
from zzpreader.wire.marks import (
    CopyWritten,
    IdsInsideRead,
    MarksRead,
    NotesSet,
    ReadIdsInside,
    ReadMarks,
    ReadSpaces,
    SetNotes,
    SpacesRead,
    WriteCopy,
)
from zzpreader.wire.message import Failed
from zzpreader.wire.structure import Gathered, GatherLines, ReadStructure, StructureRead
from zzpreader.wire.texts import (
    Find,
    FlowRead,
    Found,
    LinksRead,
    PlainRead,
    PrintedRead,
    ReadFlow,
    ReadLinks,
    ReadPlain,
    ReadPrinted,
    ReadText,
    Taken,
    TakeTexts,
    TextRead,
)

MAX_FRAME = 64 * 1024 * 1024
"""Bytes of one message; a page of text has some hundred kilobytes."""

Request = (
    Open
    | ReadPages
    | ReadOutline
    | ReadText
    | ReadFlow
    | ReadPrinted
    | ReadPlain
    | ReadLinks
    | ReadMarks
    | ReadIdsInside
    | ReadSpaces
    | GatherLines
    | ReadStructure
    | ReadFingerprints
    | ReadDigest
    | Draw
    | DrawPng
    | SetNotes
    | WriteCopy
    | ReadAttachments
    | ReadAttachment
    | TakeTexts
    | Find
)

Answer = (
    Opened
    | PagesRead
    | OutlineRead
    | TextRead
    | FlowRead
    | PrintedRead
    | PlainRead
    | LinksRead
    | MarksRead
    | IdsInsideRead
    | SpacesRead
    | Gathered
    | StructureRead
    | FingerprintsRead
    | DigestRead
    | Drawn
    | PngDrawn
    | NotesSet
    | CopyWritten
    | AttachmentsRead
    | AttachmentRead
    | Found
    | Taken
    | Failed
)


class WireError(Exception):
    """A frame that no honest partner sends."""


_LENGTH = struct.Struct(">I")
_encoder = msgspec.msgpack.Encoder()
_requests: "msgspec.msgpack.Decoder[Request]" = msgspec.msgpack.Decoder(learnt(Request))
_answers: "msgspec.msgpack.Decoder[Answer]" = msgspec.msgpack.Decoder(learnt(Answer))


def frame(message: Request | Answer) -> bytes:
    body = _encoder.encode(message)
    return _LENGTH.pack(len(body)) + body


def read_request(body: bytes) -> Request:
    """Raises: WireError."""
    try:
        return _requests.decode(body)
    except msgspec.MsgspecError as problem:
        raise WireError(str(problem)) from None


def read_answer(body: bytes) -> Answer:
    """Raises: WireError."""
    try:
        return _answers.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise WireError(str(problem)) from None


class Frames:
    """Cuts a stream of bytes into the bodies of frames. Raises: WireError for a length above `MAX_FRAME`."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> list[bytes]:
        self._buffer += piece
        bodies: list[bytes] = []
        while len(self._buffer) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._buffer)
            if length > MAX_FRAME:
                raise WireError(f"a frame of {length} bytes")
            if len(self._buffer) < _LENGTH.size + length:
                break
            bodies.append(bytes(self._buffer[_LENGTH.size : _LENGTH.size + length]))
            del self._buffer[: _LENGTH.size + length]
        return bodies
