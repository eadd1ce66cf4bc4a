"""Printed labels from the entry /PageLabels (ISO 32000-2, 12.4.2)."""

from bisect import bisect_right
from typing import Any

from msgspec import Struct

from zzpreader.model.displayed import one_line
from zzpreader.model.pages import LONGEST_LABEL
from zzpreader.worker.library import mupdf

_MOST_RANGES = 100_000


class LabelRange(Struct, frozen=True):
    """The labels from page `first` on.

    Args:
        first: 0-based.
        style: D, R, r, A or a as in the PDF; "" for labels that are a prefix alone.
        start: number of the first page.
    """

    first: int
    style: str = ""
    prefix: str = ""
    start: int = 1


class PageLabels:
    """Answers for one page in O(log ranges)."""

    def __init__(self, ranges: list[LabelRange]) -> None:
        self._ranges = sorted(ranges, key=lambda one: one.first)
        self._firsts = [one.first for one in self._ranges]

    def label(self, page: int) -> str | None:
        found = bisect_right(self._firsts, page) - 1
        if found < 0:
            return None
        where = self._ranges[found]
        number = where.start + page - where.first
        return one_line(where.prefix + numeral(number, where.style), LONGEST_LABEL) or None


def numeral(number: int, style: str) -> str:
    match style:
        case "D":
            return str(number)
        case "R":
            return _roman(number)
        case "r":
            return _roman(number).lower()
        case "A":
            return _letters(number)
        case "a":
            return _letters(number).lower()
        case _:
            return ""


def _roman(number: int) -> str:
    if not 0 < number < 5000:
        return str(number)
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    numerals = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    digits: list[str] = []
    for value, name in zip(values, numerals, strict=True):
        times, number = divmod(number, value)
        digits.append(name * times)
    return "".join(digits)


def _letters(number: int) -> str:
    """A to Z, then AA to ZZ, then AAA … as the standard has it."""
    if not 0 < number <= 26 * LONGEST_LABEL:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)


def read_page_labels(pdf: Any) -> PageLabels:
    """Empty if the document has none. Raises: MuPdfError."""
    root = mupdf.pdf_dict_gets(mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root"), "PageLabels")
    ranges: list[LabelRange] = []
    waiting, seen = [root], set[int]()
    while waiting and len(ranges) < _MOST_RANGES:
        node = waiting.pop()
        number = mupdf.pdf_to_num(node)
        if not mupdf.pdf_is_dict(node) or (number and number in seen):
            continue
        seen.add(number)
        numbers = mupdf.pdf_dict_gets(node, "Nums")
        for n in range(0, mupdf.pdf_array_len(numbers) - 1, 2):
            first, entry = mupdf.pdf_array_get(numbers, n), mupdf.pdf_array_get(numbers, n + 1)
            ranges.append(_range(mupdf.pdf_to_int(first), entry))
        kids = mupdf.pdf_dict_gets(node, "Kids")
        waiting.extend(mupdf.pdf_array_get(kids, n) for n in reversed(range(mupdf.pdf_array_len(kids))))
    return PageLabels(ranges)


def _range(first: int, entry: Any) -> LabelRange:
    start = mupdf.pdf_dict_gets(entry, "St")
    return LabelRange(
        first=first,
        style=mupdf.pdf_to_name(mupdf.pdf_dict_gets(entry, "S")),
        prefix=mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(entry, "P"))[:LONGEST_LABEL],
        start=mupdf.pdf_to_int(start) if mupdf.pdf_is_int(start) else 1,
    )
