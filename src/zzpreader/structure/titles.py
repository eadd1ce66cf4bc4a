"""Titles compared: the same words in capitals, with other blanks, or accents typeset apart."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_LEADERS = re.compile(r"(\s?[.·•…_‥∙]){3,}\s*|(\s\.){2,}\s*|(…\s*)+$")
_SPACED_OUT = re.compile(r"(?:\b[^\W\d_] ){3,}[^\W\d_]\b")
_APART = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
_ACCENT = re.compile(r"([´ˆ¨˜¸]|(?<=[^\W\d_])`|\B`(?=[aA]\b))\s?([A-Za-zı])")

ENOUGH = 0.85
"""Similarity from which two titles are the same; misprints and a lost ligature stay above it."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The letters and digits alone, without case and accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(filter(str.isalnum, text.casefold()))


def tidy(text: str) -> str:
    """A title as people write it: no leader dots, no letter-spacing, accents on their letters."""
    text = _LEADERS.sub(" ", text)
    text = _SPACED_OUT.sub(lambda found: found[0].replace(" ", ""), text)
    text = _ACCENT.sub(lambda found: unicodedata.normalize("NFC", found[2].replace("ı", "i") + _APART[found[1]]), text)
    return " ".join(text.replace("\ufffd", "").split()).strip(" \t·•")


def likeness(a: str, b: str) -> float:
    """How like two folded titles are, 0 to 1.

    A long title and its beginning are alike: outlines and contents lists shorten, headings break over lines.
    """
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) >= 12 and long.startswith(short) and len(short) >= 0.55 * len(long):
        return 0.9
    if len(short) < 0.7 * len(long):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < ENOUGH or matcher.quick_ratio() < ENOUGH:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ENOUGH else 0.0
