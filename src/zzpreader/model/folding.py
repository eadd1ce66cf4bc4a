"""Text made equal where a reader sees no difference: for searching, comparing and quoting.

Folded are accents, ligatures, typographic quotes and dashes, kinds of space, line ends, and, unless told otherwise,
case. A word that was broken over a line end is whole again. Every folded code point knows the one it came from.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from zzpreader.model.flow import flows
from zzpreader.model.text import PageText

_LIKE = {
    **dict.fromkeys("‘’‚‛′‵`´ʹʻʼʽˈ‹›＇", "'"),
    **dict.fromkeys("“”„‟″‶«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐ", "d"),
    "…": "...",
    "ı": "i",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
}
_DASHES = "-‐‑\u00ad"

# A hyphen that ends a line belongs to the word if a word stands on both sides of it.
_BROKEN = re.compile(rf"(?<=\w)[{_DASHES}][ \t]*\n\s*(?=\w)")
_SPOT = re.compile(rf"{_BROKEN.pattern}|\s{{2,}}|[^ -~\n]")
"""What does not become one code point for one: between these only line ends, grave accents and case change."""

_SUSPENDED = re.compile(r"(en|of|tot|and|or|und|oder|et|ou)\b", re.IGNORECASE)
_NEXT_WORD_CHARS = 5

_MOST_COUNTED = 20_000
_COUNTED = array("I", range(_MOST_COUNTED))
"""Slices of it are ten times as fast as counting."""


@dataclass(frozen=True, slots=True)
class Folded:
    """
    Args:
        text: the folded code points.
        offsets: for each of them the offset of the code point of the source from which it came.
    """

    text: str
    offsets: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points [start, end) of the source for those of the folded text; `start` < `end`."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, match_case: bool = False) -> Folded:
    """Cost: about 0.1 ms for a page of running text, and a microsecond for every code point beyond ASCII."""
    pieces: list[str] = []
    offsets = array("I")
    position, is_blank = 0, False
    for spot in _SPOT.finditer(text):
        is_blank = _fold_plain(text, position, spot.start(), match_case, is_blank, pieces, offsets)
        at, position = spot.span()
        folded = _fold_spot(text, spot, match_case)
        if folded and not (is_blank and folded == " "):
            pieces.append(folded)
            offsets.extend([at] * len(folded))
            is_blank = folded[-1] == " "
    _fold_plain(text, position, len(text), match_case, is_blank, pieces, offsets)
    return Folded("".join(pieces), offsets)


def _fold_plain(
    text: str, start: int, end: int, match_case: bool, is_blank: bool, pieces: list[str], offsets: "array[int]"
) -> bool:
    """Printable ASCII and line ends. Returns: whether what is folded so far ends with a blank, as `is_blank` before."""
    if is_blank and start < end and text[start] in " \n":
        start += 1
    if start >= end:
        return is_blank
    folded = text[start:end].replace("\n", " ").replace("`", "'")
    pieces.append(folded if match_case else folded.lower())
    offsets.extend(_COUNTED[start:end] if end <= _MOST_COUNTED else range(start, end))
    return folded[-1] == " "


def _fold_spot(text: str, spot: "re.Match[str]", match_case: bool) -> str:
    found = spot.group()
    if found[0] in _DASHES and "\n" in found:
        return _kept_hyphen(text, spot)
    return " " if found[0].isspace() else _fold_one(found, match_case)


def _kept_hyphen(text: str, broken: "re.Match[str]") -> str:
    """What stands for a hyphen at a line end: nothing in a broken word, itself in a compound or a suspended one."""
    if broken.group()[0] == "\u00ad":
        return ""
    following = text[broken.end() : broken.end() + _NEXT_WORD_CHARS]
    if _SUSPENDED.match(following):
        return "- "
    before = text[broken.start() - 1]
    return "" if following[0].islower() and before.isalpha() else "-"


@lru_cache(maxsize=4096)
def _fold_one(char: str, match_case: bool) -> str:
    """One code point beyond ASCII; "" for one that a reader does not see."""
    if char in _LIKE:
        folded = _LIKE[char]
    elif unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return ""
    else:
        parts = unicodedata.normalize("NFKD", char)
        folded = "".join(_LIKE.get(part, part) for part in parts if not unicodedata.combining(part))
        folded = folded.strip() or char  # an accent that stands alone comes apart into a blank and an accent
    return folded if match_case else folded.casefold()


def find_all(
    haystack: Folded, words: str, *, match_case: bool = False, whole_words: bool = False
) -> Iterator[tuple[int, int]]:
    """As `find_folded`, with places in the source of `haystack`."""
    for start, end in find_folded(haystack.text, words, match_case=match_case, whole_words=whole_words):
        yield haystack.span(start, end)


def find_folded(
    haystack: str, words: str, *, match_case: bool = False, whole_words: bool = False
) -> Iterator[tuple[int, int]]:
    """Where `words` stand in folded text: code points [start, end), from front to back, not overlapping.

    A hyphen in `words` is also found where it ended a line and might have been a broken word's.

    Args:
        haystack: folded with the same `match_case`.
    """
    wanted = fold(words, match_case).text.strip()
    if not wanted:
        return
    pattern = re.escape(wanted).replace(r"\-", "-?") if re.search(r"\w-\w", wanted) else re.escape(wanted)
    if whole_words:
        before = r"(?<!\w)(?<!\w')" if _is_word(wanted[0]) else ""
        after = r"(?!'?\w)" if _is_word(wanted[-1]) else ""
        pattern = f"{before}{pattern}{after}"
    for hit in re.finditer(pattern, haystack):
        if hit.start() < hit.end():
            yield hit.span()


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def cleaned(text: str) -> Folded:
    """As `clean`, with for every code point the one from which it came; blanks at the ends stay one each."""
    pieces: list[str] = []
    offsets = array("I")
    position = 0
    for broken in _BROKEN.finditer(text):
        _clean_run(text, position, broken.start(), pieces, offsets)
        for piece in _kept_hyphen(text, broken):
            pieces.append(piece)
            offsets.append(broken.start())
        position = broken.end()
    _clean_run(text, position, len(text), pieces, offsets)
    return Folded("".join(pieces), offsets)


def _clean_run(text: str, start: int, end: int, pieces: list[str], offsets: "array[int]") -> None:
    for at in range(start, end):
        char = text[at]
        if char.isspace():
            if not pieces or pieces[-1] != " ":
                pieces.append(" ")
                offsets.append(at)
        elif plain := char if char.isascii() else _plain(char):
            pieces.extend(plain)
            offsets.extend([at] * len(plain))


def clean(text: str) -> str:
    """`text` as one paragraph to quote: words joined over line ends, ligatures apart, no invisible characters."""
    joined = _BROKEN.sub(lambda broken: _kept_hyphen(text, broken), text) if "\n" in text else text
    if not joined.isascii():
        joined = "".join(map(_plain, joined))
    return " ".join(joined.split())


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return "" if unicodedata.category(char) == "Cf" else char


def quote(page: PageText, start: int, end: int) -> str:
    """Code points [start, end) of the page as clean text, every paragraph a line of its own."""
    quoted = [page.text[max(start, flow.start) : min(end, flow.end)] for flow in flows(page) if flow.end > start]
    return "\n".join(filter(None, map(clean, quoted)))
