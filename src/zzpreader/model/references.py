"""What a text refers to without a link: "figuur 2.1", "tabel 3", "paragraaf 4.2", "pagina 12", and notes."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from zzpreader.model.geometry import Rect
from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.model.text import PageText

_WORDS = {
    "figure": r"figuur|figuren|fig\.?|afbeelding|afb\.?|grafiek|kaart|figures?|chart|diagram",
    "table": r"tabel|tabellen|tab\.|tables?",
    "section": r"paragraaf|paragrafen|par\.|hoofdstuk|hoofdstukken|hfst\.?|bijlage|§+|sections?|chapters?|appendix",
    "lesson": r"les|lessen|lessons?",
    "page": r"pagina|pagina[’']s|blz\.?|bladzijde|pag\.|p\.|pp\.|pages?",
}
_FI = "(?:fi|ﬁ)"
"""Many fonts have one sign for the two letters, and the text of a page keeps it."""

_NUMBER = r"[A-Z]?\d{1,4}(?:[.\-–]\d{1,3}){0,3}|[A-Z]\b|[ivxlc]{1,6}\b"
_REFERENCE = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(f"(?P<{kind}>{words.replace('fi', _FI)})" for kind, words in _WORDS.items())
    + rf")\s?(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_TITLE_NUMBER = re.compile(
    r"\s*(?:[^\W\d]+\s+)?(?P<number>[A-Z]?\d{1,4}(?:\.\d{1,3}){0,4}|[A-Z])(?=[.:)\s]|$)", re.IGNORECASE
)
_NOTE_LINE = re.compile(r"\s*(?P<number>\d{1,3})(?!\d)")
_MOST = 200
"""Of one page."""

_RAISED = 0.82
"""Height of the number of a note, of that of its line, at most."""


class ReferenceKind(StrEnum):
    FIGURE = "figure"
    TABLE = "table"
    SECTION = "section"
    LESSON = "lesson"
    PAGE = "page"
    NOTE = "note"


class Reference(Struct, frozen=True):
    """
    Args:
        start, end: code points of the page's text.
        words: as they stand there, as one line.
    """

    kind: ReferenceKind
    number: str
    start: int
    end: int
    words: str


def references(text: PageText) -> list[Reference]:
    """All of a page, in the order of the text; not what a line starts with, for that is the caption itself."""
    starts = {line.start for line in text.lines}
    found = [
        Reference(
            ReferenceKind(_kind(match)), match["number"].rstrip(".-–"), match.start(), match.end(), _one(match[0])
        )
        for match in _REFERENCE.finditer(text.text)
        if match.start() not in starts or match["page"] or match["section"] or match["lesson"]
    ]
    found = [one for one in found if one.kind is not ReferenceKind.PAGE or not _is_page_number(text, one)]
    return sorted([*found, *_notes(text)], key=lambda one: one.start)[:_MOST]


def reference_at(text: PageText, offset: int) -> Reference | None:
    return next((one for one in references(text) if one.start <= offset < one.end), None)


def section_for(tree: SectionTree, reference: Reference) -> Section | None:
    """The section or lesson that bears the number."""
    wanted = reference.number.casefold()
    lessons = [one for one in tree if one.kind is Kind.LESSON]
    for one in lessons if reference.kind is ReferenceKind.LESSON else tree:
        match = _TITLE_NUMBER.match(one.title)
        if match and match["number"].casefold() == wanted:
            return one
    if reference.kind is ReferenceKind.LESSON and wanted.isdecimal() and 0 < int(wanted) <= len(lessons):
        return lessons[int(wanted) - 1]
    return None


def note_box(text: PageText, reference: Reference) -> Rect | None:
    """Where the note stands on the page of its number: the lowest line that starts with it."""
    for line, box in reversed(list(zip(text.lines, text.line_boxes, strict=True))):
        match = _NOTE_LINE.match(text.text, line.start, line.end)
        if match and match["number"] == reference.number and not line.start <= reference.start < line.end:
            return box
    return None


def _notes(text: PageText) -> Iterator[Reference]:
    for line, box in zip(text.lines, text.line_boxes, strict=True):
        for match in re.finditer(r"\d{1,3}", text.text[line.start : line.end]):
            start, end = line.start + match.start(), line.start + match.end()
            is_small = all(text.box(n).height < _RAISED * box.height for n in range(start, end))
            is_high = text.box(start).centre.y < box.centre.y
            if match.start() and is_small and is_high and not line.turn:
                reference = Reference(ReferenceKind.NOTE, match[0], start, end, match[0])
                if note_box(text, reference):
                    yield reference


def _is_page_number(text: PageText, reference: Reference) -> bool:
    """Whether the line says nothing else: then it is the number of the page itself."""
    line = next(line for line in text.lines if line.start <= reference.start <= line.end)
    return _one(text.text[line.start : line.end]).rstrip(". ") == reference.words


def _kind(match: "re.Match[str]") -> str:
    return next(kind for kind in _WORDS if match[kind])


def _one(words: str) -> str:
    return " ".join(words.split())
