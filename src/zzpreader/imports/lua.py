"""A table of Lua as KOReader writes it (`return { ["key"] = value, … }`): only the notation, nothing is run."""

import re

from zzpreader.imports.source import LARGEST, Refused
from zzpreader.model.refused import Untaken

_TOKEN = re.compile(
    r"""(?:\s+|--\[\[.*?\]\]|--[^\n]*)*(?:
        (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
        |(?P<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
        |(?P<word>[A-Za-z_]\w*)
        |(?P<sign>[{}\[\]=,;])
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(\d{1,3}|.)", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": "", "v": ""}
_WORDS: dict[str, object] = {"true": True, "false": False, "nil": None}
_DEEPEST = 32
_MOST = 2_000_000


def table_in(data: bytes) -> object:
    """Tables as dicts; numbered keys are "1", "2" … Raises: Refused."""
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    try:
        return _Reading(data.decode("utf-8")).whole()
    except UnicodeDecodeError as wrong:
        raise Refused(Untaken.DAMAGED) from wrong


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._left = _MOST

    def whole(self) -> object:
        kind, piece = self._next()
        if (kind, piece) != ("word", "return"):
            raise Refused(Untaken.UNKNOWN)
        return self._value(*self._next(), depth=0)

    def _next(self) -> tuple[str, str]:
        found = _TOKEN.match(self._text, self._at)
        self._left -= 1
        if not found or not found.lastgroup or self._left < 0:
            raise Refused(Untaken.DAMAGED)
        self._at = found.end()
        return found.lastgroup, found[found.lastgroup]

    def _value(self, kind: str, piece: str, depth: int) -> object:
        if depth > _DEEPEST:
            raise Refused(Untaken.HOSTILE)
        match kind:
            case "string":
                return _ESCAPE.sub(_unescaped, piece[1:-1])
            case "number":
                return float(piece)
            case "word" if piece in _WORDS:
                return _WORDS[piece]
            case "sign" if piece == "{":
                return self._table(depth)
            case _:
                raise Refused(Untaken.DAMAGED)

    def _table(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        count = 1
        while True:
            kind, piece = self._next()
            if piece == "}" and kind == "sign":
                return found
            if piece in (",", ";") and kind == "sign":
                continue
            if piece == "[" and kind == "sign":
                key = self._value(*self._next(), depth=depth + 1)
                self._expect("]")
                self._expect("=")
                name = f"{key:.0f}" if isinstance(key, float) else str(key)
                found[name] = self._value(*self._next(), depth=depth + 1)
            elif kind == "word" and piece not in _WORDS:
                self._expect("=")
                found[piece] = self._value(*self._next(), depth=depth + 1)
            else:
                found[f"{count}"] = self._value(kind, piece, depth + 1)
                count += 1

    def _expect(self, sign: str) -> None:
        if self._next() != ("sign", sign):
            raise Refused(Untaken.DAMAGED)


def _unescaped(found: "re.Match[str]") -> str:
    code = found[1]
    if code.isdecimal():
        return chr(int(code) & 0xFF)
    return _PLAIN.get(code, code)
