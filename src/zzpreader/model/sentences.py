"""Where sentences end, in Dutch and English: not behind an abbreviation, an initial or the number of an item."""

import re

_END = re.compile(r"[.!?…]+[\"'”’)\]»]*\s+(?=[\"'“‘(\[«]*[A-ZÀ-ÖØ-Þ0-9])")
_LAST_TOKEN = re.compile(r"\S+$")
_NUMBER = re.compile(r"\(?\d{1,3}$")

_ABBREVIATIONS = frozenset(
    [
        "a.d.h.v",
        "a.u.b",
        "afb",
        "afd",
        "alg",
        "art",
        "bijl",
        "bijv",
        "blz",
        "bv",
        "ca",
        "cf",
        "dd",
        "dhr",
        "dr",
        "drs",
        "dwz",
        "e.a",
        "e.d",
        "e.e.a",
        "e.g",
        "e.v",
        "ed",
        "eds",
        "etc",
        "evt",
        "excl",
        "fig",
        "gem",
        "hfst",
        "i.c",
        "i.e",
        "i.h.b",
        "i.o.v",
        "i.p.v",
        "i.v.m",
        "incl",
        "ing",
        "inz",
        "ir",
        "jhr",
        "jl",
        "jr",
        "kol",
        "m.a.w",
        "m.b.t",
        "m.b.v",
        "m.i",
        "m.i.v",
        "m.m.v",
        "m.n",
        "m.u.v",
        "mevr",
        "mr",
        "mrs",
        "ms",
        "mw",
        "n.a.v",
        "n.b",
        "no",
        "nr",
        "nrs",
        "o.a",
        "o.b.v",
        "o.i.d",
        "o.l.v",
        "op.cit",
        "p",
        "par",
        "pag",
        "plv",
        "pp",
        "prof",
        "red",
        "resp",
        "sr",
        "st",
        "stb",
        "stcrt",
        "t.a.v",
        "t.b.v",
        "t.g.v",
        "t.h.v",
        "t.n.v",
        "t.o.v",
        "t/m",
        "tab",
        "vgl",
        "vnl",
        "vol",
        "vs",
        "z.g",
        "zgn",
    ]
)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph, `text` from `start` up to `end`, without the blanks between them."""
    found: list[tuple[int, int]] = []
    first = start
    for gap in _END.finditer(text, start, end):
        if _is_end(text, first, gap):
            found.append((first, gap.start() + len(gap.group().rstrip())))
            first = gap.end()
    if first < end:
        found.append((first, end))
    return found


def _is_end(text: str, first: int, gap: "re.Match[str]") -> bool:
    if gap.group().rstrip() != ".":
        return True
    found = _LAST_TOKEN.search(text, first, gap.start())
    if not found:
        return True
    token = found.group().lstrip("(['‘“\"")
    if token.lower() in _ABBREVIATIONS or _is_initial(token):
        return False
    return not (found.start() == first and _NUMBER.match(token))


def _is_initial(token: str) -> bool:
    """Letters with a dot behind each, as in A, J.P and d.w.z."""
    parts = token.split(".")
    return all(len(part) == 1 and part.isalpha() for part in parts)
