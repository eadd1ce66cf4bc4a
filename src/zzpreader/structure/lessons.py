"""Lessons: the numbered takeaways of a publication.

A lesson begins at a line that says so ("Les 3:", "Recommendation 4", "PRINCIPE 1"), or is one of the numbered
statements below a heading that announces them ("10 lessen voor gemeenten"). They come in *runs* of rising numbers.
Reports say a run again in the summary and in an appendix; the one with the most text between its lessons is shown.
Cells of tables and items of checklists look the same and are known by what stands beside them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zzpreader.structure.numbering import split_number
from zzpreader.structure.numerals import from_roman, numeral
from zzpreader.structure.rows import Row
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold, tidy
from zzpreader.structure.trees import Node
from zzpreader.structure.words import COUNTS, LESSONS

_ANCHOR = re.compile(
    rf"^(?P<kind>{'|'.join(LESSONS)}) (?:nr\.? |no\.? )?(?P<number>\d{{1,2}}|[IVX]{{1,5}})"
    r"(?P<sign>\s?[:.\-–—]|\b)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    rf"\b(?:(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})\s+(?:\w+\s+){{0,2}})?(?P<kind>{'|'.join(LESSONS.values())})\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"^(?P<number>\d{1,2})[.):]?\s+(?P<rest>\S.{3,})$")
_LEAD = re.compile(r"(?!.*\b(en|and|und|et|van|of|der|des)\b)(\S+\s+){0,2}", re.IGNORECASE)
"""What may stand before "lessons" in a heading that announces them without saying how many."""
_CHECKLIST = re.compile(
    r"check-?list|self-?assessment|zelf(evaluatie|scan|toets)|vragenlijst|controlelijst|questionnaire|prüfliste|"
    r"fragebogen|liste de contrôle",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[.·…]{4,}|( \.){3,}")
_BETWEEN = 0.5
"""White above a lesson that is set like the text around it, in heights of its type."""
_LONGEST = 200
_LONGEST_HEADING = 90
_MOST_LINES = 4
_SHORT = 3
"""Rows of each lesson, on average, up to which a run is a bare list of them."""


class Anchor(NamedTuple):
    """The line with which a lesson begins.

    Args:
        row: its number.
        announced: it is one only because the heading above it says so.
    """

    kind: str
    number: int
    row: int
    announced: bool


def find_runs(text: DocumentText, nodes: Sequence[Node]) -> list[list[Anchor]]:
    """The runs of lessons, each once.

    Args:
        nodes: the sections, in order.
    """
    starts = sorted(node.order for node in nodes)
    lists = [range(node.order, end) for node, end in _extents(text, nodes) if _CHECKLIST.search(node.title)]
    runs = [*_named_runs(text, nodes), *_announced_runs(text, nodes)]
    return _chosen(text, [run for run in runs if not any(run[0].row in rows for rows in lists)], starts)


def says_lesson(title: str, anchor: Anchor) -> bool:
    """Whether a title begins as the lesson does: "Les 3"."""
    found = _ANCHOR.match(title)
    return bool(found) and (found["kind"].casefold(), _number(found)) == (anchor.kind, anchor.number)


def _number(found: re.Match[str]) -> int:
    return int(found["number"]) if found["number"].isdecimal() else from_roman(found["number"].upper())


def _named_runs(text: DocumentText, nodes: Sequence[Node]) -> Iterator[list[Anchor]]:
    """Runs of lines that call themselves a lesson."""
    listed = {node.order for node in nodes}
    by_kind: dict[str, list[Anchor]] = defaultdict(list)
    for n, row in enumerate(text.rows):
        found = _ANCHOR.match(row.text)
        if found and not row.beside and n not in text.running and _begins(text, n, found, listed=n in listed):
            kind = found["kind"].casefold()
            by_kind[kind].append(Anchor(kind, _number(found), n, announced=False))
    for anchors in by_kind.values():
        yield from _runs(anchors)


def _begins(text: DocumentText, n: int, found: re.Match[str], *, listed: bool) -> bool:
    """Whether a line that could be a lesson is one, and not a sentence about it: "Les 3 uur duurde" and "les 3"."""
    row, body = text.rows[n], text.body
    listed_page = len(row.pieces) > 1 and numeral(row.pieces[-1].text)
    if not found["kind"][0].isupper() or _LEADERS.search(row.text) or listed_page:
        return False
    signed = bool(found["sign"].strip()) or not found["rest"]
    apart = row.style.size > body.size + 0.4 or (row.style.bold and not body.bold) or found["kind"].isupper()
    spaced = row.gap > _BETWEEN * row.style.size
    return listed or (apart and (signed or found["rest"][0].isupper())) or (signed and spaced)


def _announced_runs(text: DocumentText, nodes: Sequence[Node]) -> Iterator[list[Anchor]]:
    """Runs of numbered statements below a heading that announces lessons: as many as it says, or bold ones."""
    for node, end in _extents(text, nodes):
        found = _announced(node.title) if node.page < text.pages else None
        if not found:
            continue
        count = _count(found["count"])
        anchors: list[Anchor] = []
        for n in range(node.order + 1, end):
            row, said = text.rows[n], _STATEMENT.match(text.rows[n].text)
            fits = said and not row.beside and n not in text.running and int(said["number"]) == len(anchors) + 1
            if fits and (row.pieces[0].style.bold or count):
                anchors.append(Anchor(fold(found["kind"]), len(anchors) + 1, n, announced=True))
        if len(anchors) == count or (count is None and len(anchors) >= 3):
            yield anchors


def announces(text: DocumentText, n: int) -> bool:
    """Whether a row is set as a heading and announces lessons."""
    row = text.rows[n]
    apart = row.style.size > text.body.size + 0.4 or (row.style.bold and not text.body.bold)
    fits = apart and not row.beside and len(row.text) < _LONGEST_HEADING and row.gap > _BETWEEN * row.style.size
    return fits and _announced(row.text) is not None and not _ANCHOR.match(row.text)


def _announced(title: str) -> re.Match[str] | None:
    found = _ANNOUNCED.search(split_number(title)[1])
    return found if found and (found["count"] or _LEAD.fullmatch(found.string[: found.start()])) else None


def _extents(text: DocumentText, nodes: Sequence[Node]) -> Iterator[tuple[Node, int]]:
    """Every section with the number of the row after its last."""
    for place, node in enumerate(nodes):
        end = next((after.order for after in nodes[place + 1 :] if after.level <= node.level), len(text.rows))
        yield node, min(end, len(text.rows))


def _count(said: str | None) -> int | None:
    """The number in "10 lessen" or "tien lessen"."""
    if said is None:
        return None
    return int(said) if said.isdecimal() else COUNTS[said.casefold()]


def _runs(anchors: Sequence[Anchor]) -> Iterator[list[Anchor]]:
    """Anchors of one kind cut where the numbers begin again; a run begins with 1 or 2 and has two lessons or more."""
    run: list[Anchor] = []
    for anchor in anchors:
        if run and not run[-1].number < anchor.number <= run[-1].number + 2:
            yield from [run] if _is_run(run) else []
            run = []
        run.append(anchor)
    yield from [run] if _is_run(run) else []


def _is_run(run: Sequence[Anchor]) -> bool:
    return len(run) >= 2 and run[0].number <= 2


def _chosen(text: DocumentText, runs: Sequence[list[Anchor]], starts: Sequence[int]) -> list[list[Anchor]]:
    """Of the runs that are the same lessons said again the one with the most text."""
    chosen: list[list[Anchor]] = []
    for run in sorted(runs, key=lambda run: _extent(text, run, starts), reverse=True):
        short = _extent(text, run, starts) <= _SHORT * len(run)
        if not any(_is_again(text, run, other, short=short) for other in chosen):
            chosen.append(run)
    return sorted(chosen, key=lambda run: run[0].row)


def _is_again(text: DocumentText, run: Sequence[Anchor], other: Sequence[Anchor], *, short: bool) -> bool:
    """Whether a run says the lessons of another again: most of them in like words, or all of them in a bare list."""
    words = {anchor.number: _words(text, anchor) for anchor in other}
    shared = [anchor for anchor in run if anchor.number in words] if run[0].kind == other[0].kind else []
    alike = sum(_overlap(_words(text, anchor), words[anchor.number]) for anchor in shared)
    if not shared or alike >= 0.5 * len(run):
        return bool(shared)
    return short and [anchor.number for anchor in run] == [anchor.number for anchor in other]


def _words(text: DocumentText, anchor: Anchor) -> frozenset[str]:
    said = _ANCHOR.match(title := title_of(text, anchor.row))
    return frozenset(fold(word) for word in (said["rest"] if said else title).split() if len(word) > 3)


def _overlap(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) >= 0.5 * min(len(words), len(others))


def _extent(text: DocumentText, run: Sequence[Anchor], starts: Sequence[int]) -> int:
    """Rows of text that belong to a run's lessons: up to the next lesson or section."""
    total = 0
    for anchor, after in pairwise([*run, None]):
        if anchor:
            end = after.row if after else len(text.rows)
            total += min(min((s for s in starts if anchor.row < s), default=end), end) - anchor.row
    return total


def title_of(text: DocumentText, first: int) -> str:
    """The lesson's words: its lines as far as they are set alike, to the end of its first sentence at most."""
    said = text.rows[first].text
    for n in range(first + 1, min(first + _MOST_LINES, len(text.rows))):
        row = text.rows[n]
        if not _goes_on(text.rows[n - 1], row) or re.search(r"[.?!]$", said) or len(said) > _LONGEST:
            break
        said = said[:-1] + row.text if said.endswith("-") and row.text[:1].islower() else f"{said} {row.text}"
    sentence = re.match(r"^.{25,}?[.?!](?=\s+[^\W\d_a-z])", said)
    return tidy(sentence[0] if sentence else said)[: _LONGEST + 50]


def _goes_on(above: Row, row: Row) -> bool:
    same = above.style == row.style and above.page == row.page and above.column == row.column
    return (
        same and row.gap < _BETWEEN * row.style.size and not _ANCHOR.match(row.text) and not _STATEMENT.match(row.text)
    )
