"""Some words around a passage, for a list of results."""

from typing import NamedTuple

from zzpreader.model.folding import clean

_AROUND = 40


class Excerpt(NamedTuple):
    """Clean text, about 40 code points on either side."""

    before: str
    match: str
    after: str


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Of code points [start, end)."""
    before = clean(text[max(0, start - 2 * _AROUND) : start] + "|")[:-1]
    after = clean("|" + text[end : end + 2 * _AROUND])[1:]
    return Excerpt(_last_words(before), clean(text[start:end]), _first_words(after))


def _first_words(text: str) -> str:
    """About `_AROUND` code points, cut at a blank."""
    if len(text) <= _AROUND:
        return text
    return text[: text.find(" ", _AROUND) if " " in text[_AROUND:] else _AROUND]


def _last_words(text: str) -> str:
    return _first_words(text[::-1])[::-1]
