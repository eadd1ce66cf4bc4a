"""XFDF (ISO 19444-1): the marks of a PDF as XML, written by Acrobat, Foxit, PDF-XChange and many more.

A document type is refused: it is of no use here, and entities are how small files grow large or reach for others.
"""

from collections.abc import Sequence
from io import BytesIO
from xml.parsers import expat

from msgspec.structs import replace

from zzpreader.imports.source import LARGEST, Refused, Source
from zzpreader.imports.values import text
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import LONGEST, MOST_BOXES, MOST_MARKS, ForeignMark, OnPage, Space
from zzpreader.model.geometry import Rect
from zzpreader.model.moments import of_pdf
from zzpreader.model.refused import Untaken
from zzpreader.model.typed import sound

_KINDS = {
    "highlight": Kind.HIGHLIGHT,
    "underline": Kind.UNDERLINE,
    "strikeout": Kind.STRIKEOUT,
    "squiggly": Kind.SQUIGGLY,
    "square": Kind.AREA,
    "text": Kind.NOTE,
    "freetext": Kind.NOTE,
}
_OTHERS = frozenset({"caret", "circle", "fileattachment", "ink", "line", "polygon", "polyline", "sound", "stamp"})
_CONTENTS = ("contents", "contents-richtext")
_DEEPEST = 64


class _Found:
    def __init__(self, kind: str, attributes: dict[str, str]) -> None:
        self.kind, self.attributes = kind, attributes
        self.words = {name: list[str]() for name in _CONTENTS}

    def comment(self) -> str:
        plain, rich = ("".join(self.words[name]).strip() for name in _CONTENTS)
        return sound((plain or rich)[:LONGEST])


class _Reading:
    """The few elements that say something; all others are passed over."""

    def __init__(self) -> None:
        self.found: list[_Found] = []
        self._path: list[str] = []
        self._is_open = False
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        plain = name.rpartition(" ")[2].lower()
        if len(self._path) >= _DEEPEST:
            raise Refused(Untaken.HOSTILE)
        if not self._path and plain != "xfdf":
            raise Refused(Untaken.UNKNOWN)
        if self._path[1:] == ["annots"] and (plain in _KINDS or plain in _OTHERS):
            if len(self.found) >= MOST_MARKS:
                raise Refused(Untaken.LARGE)
            self.found.append(_Found(plain, attributes))
            self._is_open = True
        elif self._is_open and len(self._path) == 3 and plain in _CONTENTS:
            self._inside = plain
        elif self._inside and plain in ("p", "br") and (words := self.found[-1].words[self._inside]):
            words.append("\n")
        self._path.append(plain)

    def end(self, _name: str) -> None:
        self._path.pop()
        self._is_open = self._is_open and len(self._path) > 2
        self._inside = self._inside if len(self._path) > 3 else ""

    def characters(self, words: str) -> None:
        if self._inside:
            self.found[-1].words[self._inside].append(words)


def read(data: bytes) -> Source:
    """Raises: Refused."""
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    try:
        parser.ParseFile(BytesIO(data))
    except (expat.ExpatError, ValueError) as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
    return _source(reading.found)


def _refuse(*_: object) -> None:
    raise Refused(Untaken.HOSTILE)


def _source(found: Sequence[_Found]) -> Source:
    marks: dict[str, ForeignMark] = {}
    told: dict[str, list[tuple[str, str]]] = {}
    answers: dict[str, str] = {}
    skipped = 0
    for n, one in enumerate(found):
        attributes = one.attributes
        name = text(attributes.get("name", "")) or f"{n}"
        parent, is_group = attributes.get("inreplyto", ""), attributes.get("replyType", "").lower() == "group"
        mark = _mark(one, name)
        if parent and not is_group:
            answers[name] = parent
            if mark and mark.comment and not attributes.get("state"):
                words = f"{mark.author}: {mark.comment}" if mark.author else mark.comment
                told.setdefault(_top(parent, answers), []).append((mark.created or mark.modified, words))
        elif mark:
            marks[name if name not in marks else f"{name} {n}"] = mark
        else:
            skipped += 1
    lost = [mark for name in told.keys() - marks.keys() for mark in _alone(name, told[name])]
    joined = [_with_replies(mark, told.get(name, [])) for name, mark in marks.items()]
    return Source(marks=(*joined, *lost), skipped=skipped)


def _top(name: str, answers: dict[str, str]) -> str:
    seen: set[str] = set()
    while name in answers and name not in seen:
        seen.add(name)
        name = answers[name]
    return name


def _alone(name: str, told: Sequence[tuple[str, str]]) -> list[ForeignMark]:
    """Answers to what is not in the file."""
    return [ForeignMark(key=f"{name} {n}", kind=Kind.NOTE, comment=words) for n, (_, words) in enumerate(told)]


def _with_replies(mark: ForeignMark, told: Sequence[tuple[str, str]]) -> ForeignMark:
    words = [words for _, words in sorted(told)]
    return replace(mark, comment="\n\n".join(filter(None, (mark.comment, *words)))) if words else mark


def _mark(one: _Found, name: str) -> ForeignMark | None:
    kind, attributes, comment = _KINDS.get(one.kind, Kind.NOTE), one.attributes, one.comment()
    page = attributes.get("page", "")
    is_page = page.isascii() and page.isdecimal() and len(page) < 8
    boxes = _boxes(attributes, kind)
    if (one.kind in _OTHERS or not boxes or not is_page) and not comment:
        return None
    return ForeignMark(
        key=name,
        kind=kind,
        places=(OnPage(int(page), boxes),) if is_page else (),
        space=Space.USER,
        comment=comment,
        color=text(attributes.get("color", "")),
        author=text(attributes.get("title", "")),
        created=of_pdf(attributes.get("creationdate", "")),
        modified=of_pdf(attributes.get("date", "")),
    )


def _boxes(attributes: dict[str, str], kind: Kind) -> tuple[Rect, ...]:
    coords = _numbers(attributes.get("coords", ""), 8 * MOST_BOXES)
    if coords and kind not in (Kind.NOTE, Kind.AREA):
        quads = [coords[n : n + 8] for n in range(0, len(coords) - 7, 8)]
        return tuple(Rect(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads)
    rect = _numbers(attributes.get("rect", ""), 4)
    if len(rect) < 4:
        return ()
    left, right, bottom, top = *sorted(rect[::2]), *sorted(rect[1::2])
    return (Rect(left, top, left, top),) if kind is Kind.NOTE else (Rect(left, bottom, right, top),)


def _numbers(written: str, most: int) -> list[float]:
    """[] if one of them is none."""
    try:
        found = [float(part) for part in written.split(",", most)[:most] if part.strip()]
    except ValueError:
        return []
    return found if all(abs(one) < 1e9 for one in found) else []
