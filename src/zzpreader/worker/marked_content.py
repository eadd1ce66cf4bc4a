"""Where the marked content of a page stands, from its content stream (ISO 32000-2, 14.6).

MuPDF could tell as well, but looks every piece of marked content up among the document's tags, which costs it quadratic
time and more; so this reads the few operators that move text, and nothing else. Any bytes at all are a content stream:
what is malformed is passed over. Pure. Cost: about 1 ms for a page of running text.
"""

import math
import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
Spots = dict[int, list[tuple[float, float]]]

_MOST_OPERATORS = 200_000
_MOST_OPERANDS = 2_000
_MOST_SPOTS = 32
_MOST_SAVED = 256
_DEEPEST_FORM = 4
_MOST_FORMS = 64

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TOKEN = re.compile(rb"[(\[\]{}]|<<|>>|%[^\r\n]*|<[^<>]*>|/?[^\s\0()<>\[\]{}/%]+|/")
_PAREN = re.compile(rb"[()\\]")
_IMAGE_END = re.compile(rb"[\s\0]EI(?=[\s\0]|$)")
_NUMBER = re.compile(rb"[+-]?(\d{1,18}\.?\d*|\.\d+)\Z")
_OPERAND_STARTS = b"/<>[]{}+-.0123456789"
_MARKING = frozenset({b"BDC", b"BMC"})
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})


class Content(NamedTuple):
    """
    Args:
        mcid_of: the /MCID of an entry of the resources' /Properties.
        form: a form of the resources' /XObject with its matrix; None if there is none.
    """

    data: bytes
    mcid_of: Callable[[bytes], int | None]
    form: "Callable[[bytes], tuple[Content, Matrix] | None]"


def find_spots(content: Content, wanted: Collection[int]) -> Spots:
    """For each wanted /MCID the starts of its pieces of text, in user space and in their order; at most 32."""
    scan = _Scan(set(wanted))
    scan.read(content, _IDENTITY, None, 0)
    return {mcid: spots for mcid, spots in scan.spots.items() if spots}


class _Scan:
    def __init__(self, wanted: set[int]) -> None:
        self._wanted = wanted
        self._operators = _MOST_OPERATORS
        self._forms = _MOST_FORMS
        self.spots: Spots = {mcid: [] for mcid in wanted}

    def read(self, content: Content, at: Matrix, inside: int | None, depth: int) -> None:
        """
        Args:
            inside: of which marked content the whole of `content` is part; numbers in a form are its own.
        """
        page = _Page(at)
        marks: list[int | None] = [inside]
        for operator, operands in _operations(content.data):
            self._operators -= 1
            if self._operators < 0:
                return
            mcid = marks[-1]
            if operator in _SHOWING:
                page.next_line_if_it_says_so(operator)
                self._put(mcid, page.spot())
            elif operator in _MARKING:
                if not depth and operator == b"BDC" and (own := _mcid(operands, content.mcid_of)) is not None:
                    mcid = own if own in self._wanted else None
                marks.append(mcid)
            elif operator == b"EMC":
                if len(marks) > 1:
                    marks.pop()
            elif operator != b"Do":
                page.move(operator, operands)
            elif mcid is not None and operands and depth < _DEEPEST_FORM and self._forms:
                self._forms -= 1
                self._read_form(content.form(operands[-1][1:]), page.at, mcid, depth)

    def _read_form(self, form: tuple[Content, Matrix] | None, at: Matrix, inside: int, depth: int) -> None:
        if form:
            self.read(form[0], _times(form[1], at), inside, depth + 1)

    def _put(self, mcid: int | None, spot: tuple[float, float]) -> None:
        if mcid is None:
            return
        spots = self.spots[mcid]
        if len(spots) < _MOST_SPOTS and all(map(math.isfinite, spot)) and (not spots or spots[-1] != spot):
            spots.append(spot)


class _Page:
    """The part of the graphics state that says where text stands."""

    def __init__(self, at: Matrix) -> None:
        self.at = at
        self._text = _IDENTITY
        self._leading = 0.0
        self._saved: list[tuple[Matrix, float]] = []

    def spot(self) -> tuple[float, float]:
        a, b, c, d, e, f = self.at
        x, y = self._text[4:]
        return a * x + c * y + e, b * x + d * y + f

    def next_line_if_it_says_so(self, operator: bytes) -> None:
        if operator in (b"'", b'"'):
            self._step(0.0, -self._leading)

    def move(self, operator: bytes, operands: list[bytes]) -> None:
        match operator:
            case b"q":
                if len(self._saved) < _MOST_SAVED:
                    self._saved.append((self.at, self._leading))
            case b"Q":
                if self._saved:
                    self.at, self._leading = self._saved.pop()
            case b"cm":
                self.at = _times(_matrix(operands), self.at)
            case b"BT":
                self._text = _IDENTITY
            case b"Tm":
                self._text = _matrix(operands)
            case b"TL":
                self._leading = _numbers(operands, 1)[0]
            case b"T*":
                self._step(0.0, -self._leading)
            case _:
                self._move_line(operator, operands)

    def _move_line(self, operator: bytes, operands: list[bytes]) -> None:
        if operator in (b"Td", b"TD"):
            x, y = _numbers(operands, 2)
            self._leading = -y if operator == b"TD" else self._leading
            self._step(x, y)

    def _step(self, x: float, y: float) -> None:
        self._text = _times((1.0, 0.0, 0.0, 1.0, x, y), self._text)


def _operations(data: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """The operators with their operands; a string counts as one empty operand."""
    at, operands = 0, list[bytes]()
    while found := _TOKEN.search(data, at):
        token, at = found[0], found.end()
        first = token[:1]
        if first == b"(":
            token, at = b"()", _after_string(data, at)
        elif first == b"%":
            continue
        elif token == b"BI":
            image_end = _IMAGE_END.search(data, at)
            at, operands = image_end.end() if image_end else len(data), []
            continue
        elif first not in _OPERAND_STARTS:
            yield token, operands
            operands = []
            continue
        if len(operands) < _MOST_OPERANDS:
            operands.append(token)


def _after_string(data: bytes, at: int) -> int:
    depth = 1
    while depth:
        found = _PAREN.search(data, at)
        if not found:
            return len(data)
        at = found.end()
        if found[0] == b"\\":
            at += 1
        else:
            depth += 1 if found[0] == b"(" else -1
    return at


def _mcid(operands: list[bytes], mcid_of: Callable[[bytes], int | None]) -> int | None:
    if b"/MCID" in operands:
        after = operands[operands.index(b"/MCID") + 1 :][:1]
        return int(after[0]) if after and after[0].isdigit() and len(after[0]) < 10 else None
    return mcid_of(operands[-1][1:]) if len(operands) > 1 and operands[-1][:1] == b"/" else None


def _numbers(operands: list[bytes], count: int) -> list[float]:
    numbers = [float(one) if _NUMBER.match(one) else 0.0 for one in operands[-count:]]
    return [0.0] * (count - len(numbers)) + numbers


def _matrix(operands: list[bytes]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
