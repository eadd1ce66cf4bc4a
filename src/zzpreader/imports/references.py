"""What reference managers say of works: BibTeX and CSL-JSON, read without trust."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import cast

from zzpreader.imports.source import Refused
from zzpreader.model.about import About, tidy
from zzpreader.model.refused import Untaken

LARGEST_BYTES = 20 * 2**20
MOST_WORKS = 20_000

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*[{(]")
_NAME = re.compile(r"\s*([A-Za-z][\w:.+-]*)\s*=\s*")
_BARE = re.compile(r"[\w.:+-]+")
_ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
_ACCENT = re.compile(r"\\(['`\"^~]|[cv](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")
_SIGNS = {r"\ss": "ß", r"\o": "ø", r"\O": "Ø", r"\ae": "æ", r"\AE": "Æ", r"\oe": "œ", r"\aa": "å", r"\l": "ł"}
_PUBLISHERS = ("publisher", "institution", "school", "organization")
_NOT_WORKS = ("comment", "preamble", "string")
Fields = Mapping[str, str]


def read_references(data: bytes) -> list[About]:
    """The works with a title that the file names.

    Raises:
        Refused: too large, or of neither format.
    """
    if len(data) > LARGEST_BYTES:
        raise Refused(Untaken.LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    works = _csl(text) if text.lstrip().startswith(("[", "{")) else [_from_bibtex(one) for one in _bibtex(text)]
    found = [about for about in map(tidy, works) if about.title]
    if not found:
        raise Refused(Untaken.UNKNOWN)
    return found[:MOST_WORKS]


def _csl(text: str) -> list[About]:
    try:
        loaded = cast("object", json.loads(text))
    except (ValueError, RecursionError):
        raise Refused(Untaken.DAMAGED) from None
    if isinstance(loaded, dict):
        one = cast("dict[str, object]", loaded)
        loaded = one.get("items", [one])
    items = cast("list[object]", loaded) if isinstance(loaded, list) else []
    return [_from_csl(cast("dict[str, object]", item)) for item in items if isinstance(item, dict)]


def _from_csl(item: dict[str, object]) -> About:
    people = item.get("author") or item.get("editor")
    names = cast("list[object]", people) if isinstance(people, list) else []
    authors = [_csl_name(cast("dict[str, object]", one)) for one in names if isinstance(one, dict)]
    return About(
        title=_said(item, "title"),
        author="; ".join(filter(None, authors)),
        issued=_csl_date(item.get("issued")),
        publisher=_said(item, "publisher"),
        doi=_said(item, "DOI"),
    )


def _csl_name(one: dict[str, object]) -> str:
    given = " ".join(filter(None, (_said(one, "given"), _said(one, "non-dropping-particle"))))
    return _said(one, "literal") or " ".join(filter(None, (given, _said(one, "family"))))


def _csl_date(issued: object) -> str:
    date = cast("dict[str, object]", issued) if isinstance(issued, dict) else {}
    parts = date.get("date-parts")
    first = cast("list[object]", parts)[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list):
        return "-".join(str(part) for part in cast("list[object]", first)[:3])
    return _said(date, "raw") or _said(date, "literal")


def _said(item: dict[str, object], name: str) -> str:
    value = item.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _from_bibtex(fields: Fields) -> About:
    people = fields.get("author") or fields.get("editor") or ""
    month = fields.get("month", "")[:3].casefold()
    year = fields.get("date") or fields.get("year", "")
    if "-" not in year and month in _MONTHS:
        year = f"{year}-{_MONTHS.index(month) + 1:02}"
    elif "-" not in year and month.isdecimal():
        year = f"{year}-{month}"
    publisher = next((fields[name] for name in _PUBLISHERS if name in fields), "")
    return About(
        title=_plain(": ".join(part for part in (fields.get("title", ""), fields.get("subtitle", "")) if part)),
        author="; ".join(_bibtex_name(name) for name in re.split(r"\s+and\s+", people.strip()) if name),
        issued=year.strip("{} "),
        publisher=_plain(publisher),
        doi=_plain(fields.get("doi", "")),
    )


def _bibtex_name(name: str) -> str:
    """Family name first becomes family name last; what stands in braces is one name."""
    if name.startswith("{") and name.endswith("}"):
        return _plain(name)
    family, comma, given = name.partition(",")
    return _plain(f"{given.strip()} {family.strip()}" if comma else name)


def _bibtex(text: str) -> Iterator[Fields]:
    at = 0
    while found := _ENTRY.search(text, at):
        at = found.end()
        if found[1].casefold() in _NOT_WORKS:
            continue
        comma = text.find(",", at)
        if comma < 0:
            return
        at = comma + 1
        fields: dict[str, str] = {}
        while name := _NAME.match(text, at):
            value, at = _value(text, name.end())
            fields.setdefault(name[1].casefold(), value)
            while at < len(text) and text[at] in ", \t\r\n":
                at += 1
        yield fields


def _value(text: str, at: int) -> tuple[str, int]:
    """A value and where it ends; parts joined with # are one."""
    parts: list[str] = []
    while at < len(text):
        if text[at] == "{":
            part, at = _braced(text, at)
        elif text[at] == '"':
            end = at + 1
            depth = 0
            while end < len(text) and (text[end] != '"' or depth):
                depth += (text[end] == "{") - (text[end] == "}")
                end += 1
            part, at = text[at + 1 : end], end + 1
        elif bare := _BARE.match(text, at):
            part, at = bare.group(), bare.end()
        else:
            break
        parts.append(part)
        rest = re.compile(r"\s*#\s*").match(text, at)
        if rest is None:
            break
        at = rest.end()
    return "".join(parts), max(at, 1)


def _braced(text: str, at: int) -> tuple[str, int]:
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "{") - (text[end] == "}")
        if depth == 0:
            return text[at + 1 : end], end + 1
    return text[at + 1 :], len(text)


def _plain(value: str) -> str:
    """TeX as people read it, as far as titles and names use it."""
    value = _ACCENT.sub(lambda found: found[2] + _ACCENTS[found[1]], value)
    for command, sign in _SIGNS.items():
        value = re.sub(rf"{re.escape(command)}(?![A-Za-z])\s?(\{{\}})?", sign, value)
    value = re.sub(r"\\(?=[&%$#_{}])", "", value)
    value = re.sub(r"\\[A-Za-z]+\s*", "", value)
    return unicodedata.normalize("NFC", value.replace("{", "").replace("}", "").replace("~", " "))
