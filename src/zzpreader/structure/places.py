"""Where the titles of a contents list stand in the text: the heading's row tells the place, page numbers only choose.

For every series of page numbers (roman, arabic, "A-") the titles vote for its distance from the PDF's pages, so a
list is followed also where no page shows its number.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from zzpreader.structure.contents import Entry
from zzpreader.structure.numbering import Numbering, split_number
from zzpreader.structure.rows import Row
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold, likeness

_MOST_LINES = 4
"""Lines of a heading."""

_FARTHEST = 20
"""Pages between two entries within which one without a page number is looked for."""

_MOST_ROWS = 300
"""Rows a page on average up to which titles are compared letter by letter; one with more is made to keep us busy."""


class Found(NamedTuple):
    """
    Args:
        page: of the PDF.
        rows: numbers of the heading's rows; empty if the page is known by its number only.
    """

    entry: Entry
    page: int
    rows: tuple[int, ...]


def locate(
    text: DocumentText,
    entries: Sequence[Entry],
    page_of: Callable[[str], int | None],
    linked: Mapping[int, int],
    skip: frozenset[int],
) -> list[Found | None]:
    """For every entry its place, None where it has none.

    A page after the last that has been read is taken on trust, so that a tree can be shown early.

    Args:
        page_of: the PDF page that carries a printed label.
        linked: for rows under a link the page to which it leads.
        skip: rows that are not looked at: those of the list itself.
    """
    distances = _distances(text, entries, skip)
    found: list[Found | None] = []
    for entry in entries:
        to = next((linked[n] for n in entry.rows if n in linked), None)
        pages = _expected(entry, page_of, distances) if to is None else [to]
        rows = _best(text, entry, [p for page in pages for p in (page, page + 1, page - 1)], skip) if pages else ()
        if rows:
            found.append(Found(entry, text.rows[rows[0]].page, rows))
        elif pages and pages[0] >= 0:
            found.append(Found(entry, pages[0], ()))
        else:
            found.append(None)
    return _filled(text, found, entries, skip)


def locate_in_turn(text: DocumentText, entries: Sequence[Entry], skip: frozenset[int]) -> list[Found | None]:
    """As `locate`, for a list without page numbers: each title is looked for after the one before it."""
    found: list[Found | None] = []
    last = -1
    for entry in entries:
        number, rest = split_number(entry.title)
        rows = [n for n in text.places.get(fold(rest), ()) if n > last and n not in skip and n not in text.running]
        same = [n for n in rows if split_number(text.rows[n].text)[0] == number]
        if rows:
            last = (same or rows)[0]
            found.append(Found(entry, text.rows[last].page, (last,)))
        else:
            found.append(None)
    return found


def _distances(text: DocumentText, entries: Sequence[Entry], skip: frozenset[int]) -> dict[str, int]:
    """For every series of page numbers: how far its numbers are from the PDF's, by vote of the titles."""
    votes: dict[str, Counter[int]] = {}
    for entry in entries:
        words = fold(split_number(entry.title)[1])
        if entry.target is None or len(words) < 3:
            continue
        rows = text.places.get(words, ())
        for page in {text.rows[n].page for n in rows if n not in text.running and n not in skip}:
            votes.setdefault(entry.target.series, Counter())[page - entry.target.value] += 1
    return {series: counts.most_common(1)[0][0] for series, counts in votes.items()}


def _expected(entry: Entry, page_of: Callable[[str], int | None], distances: dict[str, int]) -> list[int]:
    if entry.target is None:
        return []
    by_label = page_of(str(entry.target))
    by_vote = distances.get(entry.target.series)
    pages = [] if by_label is None else [by_label]
    if by_vote is not None and by_vote + entry.target.value not in pages:
        pages.append(by_vote + entry.target.value)
    return pages


def _best(text: DocumentText, entry: Entry, pages: Sequence[int], skip: frozenset[int]) -> tuple[int, ...]:
    """The rows on these pages that say what the entry says; the first page is the most likely one."""
    thorough = len(text.rows) <= _MOST_ROWS * text.pages
    number, rest = split_number(entry.title)
    whole = fold(entry.title)
    words = fold(rest) or whole
    if not words:
        return ()
    best: tuple[float, tuple[int, ...]] = (0.0, ())
    for rank, page in enumerate(pages):
        for n in text.on(page):
            rows, like = _match(text, n, words, whole, thorough=thorough) if n not in skip else ((), 0.0)
            if like and like + 0.2 > best[0]:
                score = (
                    like
                    - 0.02 * rank
                    + _looks(text, text.rows[n], numbered=number is not None)
                    - 0.3 * (n in text.running)
                )
                if score > best[0]:
                    best = (score, rows)
    return _with_label(text, best[1], number)


def _with_label(text: DocumentText, rows: tuple[int, ...], number: Numbering | None) -> tuple[int, ...]:
    """The rows with the "Chapter 3" that stands on a line of its own above them."""
    if not rows or not number or rows[0] - 1 not in text.on(text.rows[rows[0]].page) or rows[0] - 1 in text.running:
        return rows
    above, rest = split_number(text.rows[rows[0] - 1].text)
    same = above is not None and above.parts == number.parts and not rest
    return (rows[0] - 1, *rows) if same else rows


def _match(text: DocumentText, n: int, words: str, whole: str, *, thorough: bool) -> tuple[tuple[int, ...], float]:
    """How well the row, with those below it that complete it, says a title: its words, or these with their number."""
    best: tuple[tuple[int, ...], float] = ((), 0.0)
    for first, wanted in ((text.folded[n], words), (fold(text.rows[n].text), whole)):
        if not first or first[0] != wanted[0]:
            continue
        said, rows = first, [n]
        while len(said) < len(wanted) and wanted.startswith(said) and len(rows) < _MOST_LINES:
            below = n + len(rows)
            more = fold(text.rows[below].text) if below in text.on(text.rows[n].page) else ""
            if not more or not wanted.startswith(said + more):
                break
            said += more
            rows.append(below)
        like = likeness(said, wanted) if thorough else float(said == wanted)
        if like > best[1]:
            best = (tuple(rows), like)
    return best


def _looks(text: DocumentText, row: Row, *, numbered: bool) -> float:
    """A little more for a row that looks like a heading, to choose it before the same words in running text."""
    larger = row.style.size > text.body.size + 0.4
    bold = row.style.bold and not text.body.bold
    number = numbered and split_number(row.text)[0] is not None
    return 0.05 * larger + 0.05 * bold + 0.05 * number + 0.03 * (row.gap > 0.5 * row.style.size) - 0.05 * row.beside


def _filled(
    text: DocumentText, found: list[Found | None], entries: Sequence[Entry], skip: frozenset[int]
) -> list[Found | None]:
    """Entries without a page number are looked for between their neighbours' places."""
    for i, entry in enumerate(entries):
        if found[i] is not None:
            continue
        before = next((one.page for one in reversed(found[:i]) if one), 0)
        after = next((one.page for one in found[i + 1 :] if one), min(before + 3, text.pages - 1))
        if 0 <= after - before <= _FARTHEST:
            rows = _best(text, entry, range(before, after + 1), skip)
            found[i] = Found(entry, text.rows[rows[0]].page, rows) if rows else None
    return found
