"""The printed contents list: which pages carry it, and what its entries say.

A list is known by the word above it and by lines that end in page numbers which do not fall; leader dots are
not needed. Lists of figures and tables that follow it, and indexes (whose numbers jump), are left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zzpreader.structure.numbering import split_number
from zzpreader.structure.numerals import Numeral, numeral
from zzpreader.structure.rows import Piece, Style
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold, tidy
from zzpreader.structure.words import CONTENTS_WORDS, OTHER_LISTS

_END = re.compile(
    r"(?P<dots>(?:\s?[.·•…_‥∙]){2,}\s*|\s+)(?:p\.\s?|blz\.\s?|s\.\s?)?(?P<page>\d{1,4}|[ivxlcIVXLC]{1,8}|[A-Z\d]{1,3}[-‐–]\d{1,3})$"
)
_CAPTION = re.compile(
    r"^(figure|figuur|fig\.?|table|tabel|tabelle|tableau|abbildung|abb\.?|tab\.?|listing)\s+[\dA-Z]", re.IGNORECASE
)
_MOST_ENTRIES = 4_000
_FEWEST_BARE = 4
_LONGEST_ENTRY = 4
"""Lines of one entry, or of headings without a page number between two that have one."""


class Entry(NamedTuple):
    """A line of a contents list, or two that belong together.

    Args:
        page: PDF page on which the list stands.
        left: its indentation in points, counted from the right edge of the list, where the page numbers stand: left
            and right pages may have other margins, and a page need not have an entry of the first level.
        target: the printed page number; None for a line without.
        rows: numbers of the rows that it takes.
    """

    title: str
    page: int
    left: float
    style: Style
    target: Numeral | None
    rows: tuple[int, ...]


class _Line(NamedTuple):
    text: str
    left: float
    right: float
    top: float
    bottom: float
    style: Style
    target: Numeral | None
    dotted: bool
    rows: tuple[int, ...]


class ContentsList(NamedTuple):
    """
    Args:
        rows: numbers of the rows of which it consists, its heading included.
    """

    pages: tuple[int, ...]
    entries: tuple[Entry, ...]
    rows: frozenset[int]


def find_contents(text: DocumentText) -> list[ContentsList]:
    """Every contents list with page numbers, in order. Cost: 0.1 ms a page that is not one."""
    lists: list[ContentsList] = []
    for page in range(text.pages):
        before = lists[-1] if lists and lists[-1].pages[-1] == page - 1 else None
        found = _list_on(text, page, before)
        if found and before:
            lists[-1] = ContentsList(
                before.pages + found.pages, before.entries + found.entries, before.rows | found.rows
            )
        elif found:
            lists.append(found)
    return lists


def _list_on(text: DocumentText, page: int, before: ContentsList | None) -> ContentsList | None:
    numbers = [n for n in text.on(page) if n not in text.running]
    if sum(bool(_END.search(text.rows[n].text) or numeral(text.rows[n].text)) for n in numbers) < 3:
        return None
    lines = _lines(text, numbers)
    headed = next((n for n, line in enumerate(lines) if fold(line.text) in CONTENTS_WORDS and not line.target), None)
    kept = _unbroken(
        list(_in_main_list(lines[0 if headed is None else headed + 1 :])), begun=headed is not None or bool(before)
    )
    targets = [line.target for line in kept if line.target]
    dotted = sum(line.dotted for line in kept)
    if headed is not None or before:
        enough = len(targets) >= (3 if headed is not None else 1)
    else:
        enough = dotted >= 5 and len(targets) >= 0.5 * len(kept)
    if not enough or not _rises(
        ([before.entries[-1].target] if before and before.entries[-1].target else []) + targets
    ):
        return None
    edge = max(line.right for line in kept if line.target)
    entries = tuple(entry._replace(left=entry.left - edge) for entry in _without_bylines(_entries(page, kept)))
    rows = frozenset(n for line in kept for n in line.rows) | frozenset(
        lines[headed].rows if headed is not None else ()
    )
    return ContentsList((page,), entries[:_MOST_ENTRIES], rows)


def _unbroken(lines: Sequence[_Line], *, begun: bool) -> list[_Line]:
    """The lines up to where the list ends and text begins: four lines on end without a page number.

    Args:
        begun: the list is under way, so that it must go on at once.
    """
    targets = [n for n, line in enumerate(lines) if line.target]
    runs: list[tuple[int, int]] = []
    for n in targets:
        if runs and n - runs[-1][1] <= _LONGEST_ENTRY:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((max(n - _LONGEST_ENTRY + 1, runs[-1][1] + 1 if runs else 0), n))
    if not runs or (begun and targets[0] > _LONGEST_ENTRY + 2):
        return []
    first, last = runs[0] if begun else max(runs, key=lambda run: run[1] - run[0])
    return list(lines[first : last + 1])


def find_bare_list(text: DocumentText) -> ContentsList | None:
    """A contents list without page numbers, as web pages have: lines below its heading that come back as rows later."""
    start = next((n for n, row in enumerate(text.rows) if fold(row.text) in CONTENTS_WORDS), None)
    if start is None or text.rows[start].page > text.pages // 2:
        return None
    entries: list[Entry] = []
    rows: set[int] = {start}
    missed = 0
    page = text.rows[start].page
    while page < text.pages and missed < _LONGEST_ENTRY:
        numbers = [n for n in text.on(page) if n > start and n not in text.running]
        for line in (one for one in _lines(text, numbers) if not _CAPTION.match(one.text)):
            words = fold(split_number(line.text)[1])
            if len(words) < 2 or all(n in line.rows for n in text.places.get(words, ())):
                missed += 1
            elif any(n in rows for n in line.rows) or _is_back(line, entries):
                missed = _LONGEST_ENTRY
            else:
                missed = 0
                entries.append(Entry(line.text, page, line.left, line.style, None, line.rows))
                rows.update(line.rows)
            if missed >= _LONGEST_ENTRY:
                break
        page += 1
    edge = min((entry.left for entry in entries), default=0.0)
    kept = tuple(entry._replace(left=entry.left - edge) for entry in entries)
    pages = tuple(sorted({entry.page for entry in kept}))
    return ContentsList(pages, kept, frozenset(rows)) if len(kept) >= _FEWEST_BARE else None


def _is_back(line: _Line, entries: Sequence[Entry]) -> bool:
    """Whether the first entry is met again: there the text begins."""
    return bool(entries) and len(entries) >= _FEWEST_BARE and fold(line.text) == fold(entries[0].title)


def _rises(targets: Sequence[Numeral]) -> bool:
    """Whether page numbers go on as those of a contents list do: an index' jump to and fro."""
    steps = [(a, b) for a, b in pairwise(targets) if a.series == b.series]
    falls = sum(b.value < a.value for a, b in steps)
    return falls <= 0.15 * len(steps) + 0.5


def _in_main_list(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines without those of lists of figures and the like, which begin at their own heading."""
    other = False
    for line in lines:
        words = fold(split_number(line.text)[1])
        if line.target is None and words in OTHER_LISTS:
            other = True
        elif words in CONTENTS_WORDS:
            other = line.target is not None and other
        if not other and not _CAPTION.match(line.text) and words not in CONTENTS_WORDS:
            yield line


def _lines(text: DocumentText, numbers: Sequence[int]) -> list[_Line]:
    """Rows with all that stands at their height in their column: title left, page number far right."""
    bands: list[list[int]] = []
    for n in sorted(numbers, key=lambda n: (text.rows[n].column, text.rows[n].box.bottom, text.rows[n].box.left)):
        row, last = text.rows[n], text.rows[bands[-1][0]] if bands else None
        if last and last.column == row.column and abs(row.box.bottom - last.box.bottom) < 0.35 * row.style.size:
            bands[-1].append(n)
        else:
            bands.append([n])
    for band in bands:
        band.sort(key=lambda n: text.rows[n].box.left)
    return [_line([piece for n in band for piece in text.rows[n].pieces], tuple(band)) for band in bands]


def _line(pieces: list[Piece], rows: tuple[int, ...]) -> _Line:
    raw = " ".join(piece.text for piece in pieces)
    found = _END.search(raw)
    target = numeral(found["page"]) if found else None
    dotted = bool(found and found["dots"].strip())
    if found and target and not dotted and not _stands_apart(pieces, found["page"]):
        target = None
    title = tidy(raw[: found.start()] if found and target else raw)
    if not any(c.isalpha() for c in title):
        target = None
    return _Line(
        text=title,
        left=pieces[0].box.left,
        right=max(p.box.right for p in pieces),
        top=min(p.box.top for p in pieces),
        bottom=pieces[0].box.bottom,
        style=max(pieces, key=lambda p: len(p.text)).style,
        target=target,
        dotted=dotted,
        rows=rows,
    )


def _stands_apart(pieces: Sequence[Piece], page: str) -> bool:
    """Whether the page number has white before it, as in a list without leader dots."""
    if len(pieces) < 2 or pieces[-1].text != page:
        return False
    return pieces[-1].box.left - pieces[-2].box.right > 0.8 * pieces[-1].style.size


def _entries(page: int, lines: Sequence[_Line]) -> Iterator[Entry]:
    """Entries, those of two or three lines put together: the page number stands on the last."""
    pending: list[_Line] = []
    for line in lines:
        if pending and not _continues(pending, line):
            yield from (_entry(page, [one]) for one in pending)
            pending = []
        pending.append(line)
        if line.target:
            yield _entry(page, pending)
            pending = []
    yield from (_entry(page, [one]) for one in pending if fold(one.text))


def _without_bylines(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without the authors and subtitles that stand below them, set lighter and without a page number.

    A part without a page number of its own is set at least as heavy as what follows it.
    """
    above: Entry | None = None
    for entry in entries:
        if entry.target is None and above and split_number(entry.title)[0] is None:
            lighter = entry.style.size < above.style.size or (above.style.bold and not entry.style.bold)
            if lighter or entry.left > above.left + 3 or entry.style.italic > above.style.italic:
                continue
        if entry.target:
            above = entry
        yield entry


def _continues(before: Sequence[_Line], line: _Line) -> bool:
    last = before[-1]
    near = -1.5 * line.style.size < line.top - last.bottom < 0.8 * line.style.size
    own_number = split_number(line.text)[0] is not None
    hangs = line.left > before[0].left + 2 or split_number(before[0].text)[0] is None
    wide = last.right > before[0].left + 0.5 * (line.right - before[0].left)
    return len(before) < 4 and near and not own_number and hangs and wide and last.style.size == line.style.size


def _entry(page: int, lines: Sequence[_Line]) -> Entry:
    title = " ".join(line.text for line in lines)
    rows = tuple(n for line in lines for n in line.rows)
    return Entry(title, page, lines[0].left, lines[0].style, lines[-1].target, rows)
