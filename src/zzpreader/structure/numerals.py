"""Numbers as publications print them: arabic, roman, with a chapter's or appendix' prefix."""

import re
from typing import NamedTuple

_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_TENS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PREFIXED = re.compile(r"([A-Z]{1,2}|\d{1,2}|[IVX]{1,5})([-\u2010-\u2013])(\d{1,3})")


class Numeral(NamedTuple):
    """A printed page number; numerals of one `series` follow each other page by page.

    Args:
        series: "1" for arabic, "i" or "I" for roman, else the prefix with its sign: "A-", "3-".
    """

    series: str
    value: int

    def __str__(self) -> str:
        match self.series:
            case "1":
                return str(self.value)
            case "i":
                return roman(self.value)
            case "I":
                return roman(self.value).upper()
            case prefix:
                return f"{prefix}{self.value}"


def numeral(text: str) -> Numeral | None:
    """What page number the text is, if it is one. ("¹".isdigit() is true, so digits are asked for in ASCII.)"""
    if text.isascii() and text.isdecimal():
        return Numeral("1", int(text)) if len(text) <= 4 and int(text) > 0 else None
    if value := from_roman(text):
        return Numeral("I" if text.isupper() else "i", value)
    if found := _PREFIXED.fullmatch(text):
        return Numeral(found[1] + found[2], int(found[3]))
    return None


def from_roman(text: str) -> int:
    """The value of a roman number in one case; 0 if it is none."""
    if (
        not text.isascii()
        or not text
        or len(text) > 15
        or not (text.islower() or text.isupper())
        or not _ROMAN.fullmatch(text)
    ):
        return 0
    values = [_VALUES[sign] for sign in text.lower()]
    return sum(-v if any(v < w for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def roman(value: int) -> str:
    text = ""
    for worth, sign in (*_TENS, *_ONES):
        text += sign * (value // worth)
        value %= worth
    return text
