"""The numbers of headings: 1, 2.3, A.1, IV., Chapter 3, Bijlage B, 6a; in Dutch, English, German and French."""

import re
from typing import NamedTuple

from zzpreader.structure.numerals import from_roman

_PART = "part|deel|teil|partie|book|boek|livre|tome"
_CHAPTER = "chapter|hoofdstuk|kapitel|chapitre"
_APPENDIX = "appendix|appendices|annex|annexe|bijlage|anhang|anlage|annexes"
_SECTION = (
    "section|sectie|paragraaf|abschnitt|sect\\.?|lecture|lesson|module|article|artikel|afdeling|titel|titre|title"
)
_COUNTED = {
    w: n
    for n, names in enumerate(
        (
            "one een eins un",
            "two twee zwei deux",
            "three drie drei trois",
            "four vier vier quatre",
            "five vijf fünf cinq",
        ),
        1,
    )
    for w in names.split()
}
_WORD = re.compile(
    rf"^(?P<word>{_PART}|{_CHAPTER}|{_APPENDIX}|{_SECTION})\s+"
    r"(?P<number>\d{1,3}(?:[.\-]\d{1,3})*|[IVXLC]{1,6}|[A-Z](?:[.\-]\d{1,3})*|"
    rf"{'|'.join(_COUNTED)})(?=$|[\s.:,)–—-])[\s.:,)–—-]*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?P<word>[^\W\d_]{4,20})\s+(?P<number>\d{1,2}(?:\.\d{1,2})*[a-z]?)(?=$|[\s.:,)–—-])(?P<end>[.:)]?)[\s–—-]*"
)
_DOTTED = re.compile(
    r"^§*\s?(?P<number>(?:\d{1,3}|[A-Z])(?:[.\-–]\d{1,3})+[a-z]?)(?P<end>[.:)]?)(?=\s|$|[^\W\d_])\s*(?:[-–—]\s+)?"
)
_SINGLE = re.compile(
    r"^(?:§+\s?)?(?P<number>\d{1,3}[a-z]?|[A-Z]|[IVXL]{1,6})(?:(?P<end>[.:]|)(?=\s)|(?<=\d)\.(?=[^\W\d_]))\s*(?:[-–—]\s+)?"
)
_GLUED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)(?=[^\W\d_]{4})")
_BARE = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXL]{1,6})[.:]?$")


_ABSOLUTE = frozenset({"part", "chapter", "appendix", "section", "number", "letter", "roman"})


class Numbering(NamedTuple):
    """The number of a heading.

    Args:
        kind: "part", "chapter", "appendix", "section" when a word says so, the word itself when it is another
            ("principe"), else "number", "letter" or "roman".
        parts: (2, 3) for 2.3; letters count from 1; (6, 1) is 6.1 and "6a" has its letter in `suffix`.
        end: the sign after it, "." for "2."; a list counts in one way and the headings in another.
    """

    kind: str
    parts: tuple[int, ...]
    suffix: str = ""
    end: str = ""

    @property
    def is_absolute(self) -> bool:
        """Whether its depth says how deep the heading is; "Criterion 1.4" can stand at any."""
        return self.kind in _ABSOLUTE

    @property
    def is_doubtful(self) -> bool:
        """Whether it could be a word as well: a lone letter without a sign after it."""
        return self.kind in ("letter", "roman") and self.depth == 1 and not self.end

    @property
    def depth(self) -> int:
        return len(self.parts)


def split_number(text: str) -> tuple[Numbering | None, str]:
    """The number with which a title begins, and the rest of the title."""
    if found := _WORD.match(text):
        word = found["word"].casefold()
        kind = next(
            name
            for name, words in (("part", _PART), ("chapter", _CHAPTER), ("appendix", _APPENDIX), ("section", _SECTION))
            if re.fullmatch(words, word, re.IGNORECASE)
        )
        return Numbering(kind, _parts(found["number"])), text[found.end() :]
    if found := _DOTTED.match(text):
        number = found["number"]
        suffix = number[-1] if number[-1].islower() else ""
        kind = "letter" if number[0].isalpha() else "number"
        return Numbering(kind, _parts(number.rstrip(suffix)), suffix, found["end"]), text[found.end() :]
    if found := _SINGLE.match(text):
        return _single(found["number"], found["end"] or ""), text[found.end() :]
    if (found := _NAMED.match(text)) and found["word"][0].isupper():
        parts = _parts(found["number"].rstrip("abcdefghijklmnopqrstuvwxyz"))
        if found["end"] or len(parts) > 1 or found.end() == len(text):
            return Numbering(found["word"].casefold(), parts, "", found["end"]), text[found.end() :]
    if found := _GLUED.match(text):
        return Numbering("number", _parts(found["number"])), text[found.end() :]
    if found := _BARE.match(text):
        return _single(found["number"], ""), ""
    return None, text


def _single(number: str, end: str) -> Numbering:
    if "." in number:
        return Numbering("number", _parts(number), "", end)
    if number[0].isdecimal():
        suffix = number[-1] if number[-1].isalpha() else ""
        return Numbering("number", (int(number.rstrip(suffix)),), suffix, end)
    if len(number) > 1 or number in "IVX":
        return Numbering("roman", (from_roman(number),), "", end)
    return Numbering("letter", _parts(number), "", end)


def _parts(number: str) -> tuple[int, ...]:
    return tuple(_value(part) for part in re.split(r"[.\-–]", number))


def _value(part: str) -> int:
    if part.isdecimal():
        return int(part)
    if part.casefold() in _COUNTED:
        return _COUNTED[part.casefold()]
    if len(part) == 1 and part.upper() not in "IVX":
        return ord(part.upper()) - ord("A") + 1
    return from_roman(part) or ord(part[0].upper()) - ord("A") + 1
