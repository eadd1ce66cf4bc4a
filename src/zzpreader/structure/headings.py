"""Rows that look like headings: set apart by their type, with white above, and shaped as a title is.

A *look* is a way of typesetting. Headings share few looks, and a look of headings is used for little else, so looks are
judged as a whole (`looks.py`); a row alone proves nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zzpreader.structure.numbering import Numbering, split_number
from zzpreader.structure.rows import Row, Style
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold, tidy
from zzpreader.structure.words import NO_TITLES

_LONGEST = 250
_MOST_LINES = 4
_BULLET = re.compile(r"^([•·▪■□●○◦‣➢➤✓✔\-–—*>]\s|\([a-z\d]{1,4}\)\s|[a-z]\)\s)")
_CAPTION = re.compile(
    r"^(figure|figuur|fig\.?|table|tabel|tabelle|tableau|abbildung|abb\.?|tab\.?|listing|grafiek|kader|box|kaart|foto|schema|"
    r"bron|source|quelle|note|noot)\s?[\dIVX]+([.\-]\d+)*\s*([.:|–—-]|\s|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(https?:|www\.|\S+@\S+$)", re.IGNORECASE)
_CONTACT = re.compile(
    r"^(\d{4} ?[A-Z]{2} +[A-Z]|\S+@\S+$|www\.|(\w+: ?)?@\w|"
    r"(e-?mail|telefoon|telephone|tel|phone|fax|postbus|postfach)\b)",
    re.IGNORECASE,
)
_SENTENCE = 20
"""Letters from which a row is more than a label."""
_ASIDE = re.compile(r"^\(.*\)$")
_SENTENCE_END = re.compile(r"[.;,]$")
_WORDY = re.compile(r"[^\W\d_]{2}")


class Look(NamedTuple):
    """How a row is set; the larger, the more it outranks others.

    Args:
        numbered: headings with numbers like 2.3.1, in type hardly larger than the text: notes and terms are set so too,
            and only the number tells them apart.
    """

    size: float
    capitals: bool
    bold: bool
    upright: bool
    font: str
    colour: int
    numbered: bool = False


class Heading(NamedTuple):
    """
    Args:
        rows: numbers of its rows, one after the other.
        gap: white above, in heights of its type.
    """

    rows: tuple[int, ...]
    text: str
    number: Numbering | None
    rest: str
    look: Look
    gap: float
    page: int


def look_of(row: Row) -> Look:
    """A chapter's large number counts for its look as much as the words beside it."""
    style = row.style
    size = max([style.size, *(piece.style.size for piece in row.parts)])
    capitals = row.text.isupper() and len(row.text) > 3
    return Look(round(size * 2) / 2, capitals, style.bold, not style.italic, style.font, style.colour)


def find_headings(text: DocumentText, skip: frozenset[int]) -> list[Heading]:
    """Every row or run of rows that could be a heading. Cost: 0.1 ms a page."""
    found: list[Heading] = []
    n = 0
    while n < len(text.rows):
        rows = _lines(text, n, skip) if _is_shaped(text, n, skip) else ()
        if rows and (heading := _heading(text, rows)):
            found.append(heading)
        n += max(1, len(rows))
    return _counted(text, _of_one_case(list(_with_their_labels(text, found))))


def _is_shaped(text: DocumentText, n: int, skip: frozenset[int]) -> bool:
    row = text.rows[n]
    if n in skip or n in text.running or row.beside or len(row.text) > _LONGEST or not _WORDY.search(row.text):
        return False
    if _ADDRESS.match(row.text) or fold(row.text) in NO_TITLES or _is_cell(text, n) or _heads_address(text, n):
        return False
    return _stands_out(row, text.body) and not _BULLET.match(row.text) and not _CAPTION.match(row.text)


def _is_cell(text: DocumentText, n: int) -> bool:
    """Whether lines of text stand beside a row, a little lower or higher: it labels a picture or part of a table."""
    row = text.rows[n]
    if split_number(row.text)[0]:
        return False  # two columns that were not told apart have such headings as well
    return any(
        other.column == row.column
        and len(other.text) > _SENTENCE
        and other.style.size < row.style.size
        and other.box.left > row.box.right
        and min(other.box.bottom, row.box.bottom) - max(other.box.top, row.box.top) > 0.3 * row.box.height
        for other in (text.rows[m] for m in (n - 1, n + 1) if m in text.on(row.page))
    )


def _heads_address(text: DocumentText, n: int) -> bool:
    """Whether an address, hardly smaller than the row, stands below it: "Visiting address", a sender's name."""
    row = text.rows[n]
    below = [text.rows[m] for m in (n + 1, n + 2) if m in text.on(row.page)]
    return any(
        _CONTACT.search(other.text) and len(other.text) < 2 * _SENTENCE and row.style.size < 1.15 * other.style.size
        for other in below
    )


def _stands_out(row: Row, body: Style) -> bool:
    style = row.style
    if style.size < (0.88 if style.bold else 0.97) * body.size or row.pure < 0.55:
        return False
    if style.size >= body.size + 0.5 or (style.bold and not body.bold):
        return True
    if len(row.text) > 3 and row.text.isupper():
        return True
    other = style.font != body.font or style.colour != body.colour
    return other and row.gap > 0.5 * style.size and len(row.text) < 90


def _lines(text: DocumentText, first: int, skip: frozenset[int]) -> tuple[int, ...]:
    """The row and those right below it in the same type: what is not parted by white is one title."""
    rows = [first]
    top = text.rows[first]
    for n in range(first + 1, min(first + _MOST_LINES, len(text.rows))):
        row = text.rows[n]
        if row.page != top.page or row.column != top.column or n in skip or n in text.running or row.beside:
            break
        alike = look_of(row)[:4:2] == look_of(top)[:4:2] and row.style.font == top.style.font
        if not alike or row.gap > 0.75 * row.style.size or split_number(row.text)[0] or _BULLET.match(row.text):
            break
        if text.rows[n - 1].text.endswith((".", "?", "!", ":")):
            break
        rows.append(n)
    return tuple(rows)


def _heading(text: DocumentText, rows: tuple[int, ...]) -> Heading | None:
    first = text.rows[rows[0]]
    said = tidy(unbroken(text.rows[n].text for n in rows))
    number, rest = split_number(said)
    if number and number.is_doubtful and first.pieces[0].text not in (said[0], said.split(" ")[0]):
        number, rest = None, said  # "A day in the life", "I think"
    if said.endswith(":") and not number and first.style.size < text.body.size + 1:
        return None  # a label before what it names
    if len(said) > _LONGEST or (_SENTENCE_END.search(said) and len(said) > 45):
        return None
    after = rows[-1] + 1
    if after < len(text.rows) and _goes_on(text.rows[rows[-1]], text.rows[after]):
        return None
    return Heading(rows, said, number, rest, look_of(first), first.gap / first.style.size, first.page)


def unbroken(lines: Iterator[str]) -> str:
    """Lines as one text; a word broken over two is whole again."""
    said = ""
    for line in lines:
        said = said[:-1] + line if said.endswith("-") and line[:1].islower() else f"{said} {line}"
    return said.strip()


def _goes_on(row: Row, below: Row) -> bool:
    """Whether the row below continues a paragraph that this one begins: same type, no white between."""
    same = row.style == below.style and row.page == below.page and row.column == below.column
    return same and below.gap < 0.75 * row.style.size and not split_number(below.text)[0]


def _of_one_case(headings: Sequence[Heading]) -> list[Heading]:
    """The headings with capitals as a look of their own only where they are more than a few acronyms among others."""
    cases: dict[Look, Counter[bool]] = defaultdict(Counter)
    for heading in headings:
        cases[heading.look._replace(capitals=False)][heading.look.capitals] += 1
    looks = {
        plain._replace(capitals=capital): plain._replace(
            capitals=capital if times > 0.25 * counts.total() else not capital
        )
        for plain, counts in cases.items()
        for capital, times in counts.items()
    }
    return [heading._replace(look=looks[heading.look]) for heading in headings]


def _counted(text: DocumentText, headings: Sequence[Heading]) -> list[Heading]:
    """The headings, small ones with numbers like 2.3.1 told from others of their type."""
    small = text.body.size + 0.6
    counted = [bool(h.number and h.number.is_absolute and h.number.depth > 1 and h.look.size < small) for h in headings]
    uses = Counter(heading.look for heading, dotted in zip(headings, counted, strict=True) if dotted)
    return [
        heading._replace(look=heading.look._replace(numbered=True)) if dotted and uses[heading.look] >= 3 else heading
        for heading, dotted in zip(headings, counted, strict=True)
    ]


def _with_their_labels(text: DocumentText, headings: Sequence[Heading]) -> Iterator[Heading]:
    """Headings with the "Chapter 3" or "Bijlage B" above them made part of them; labels alone are left out."""
    for heading in headings:
        top = text.rows[heading.rows[0]]
        label = text.rows[heading.rows[0] - 1] if heading.rows[0] else top
        number, rest = split_number(label.text)
        is_label = number and number.kind != "roman" and not _ASIDE.sub("", rest) and label.page == heading.page
        is_label = is_label and heading.rows[0] - 1 not in text.running
        near = -5 * label.style.size < top.box.top - label.box.bottom < 5 * top.style.size
        if is_label and near and not heading.number:
            yield heading._replace(text=f"{label.text} {heading.text}", number=number)
        elif _WORDY.search(heading.rest):
            yield heading
