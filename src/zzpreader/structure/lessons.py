"""Lessons: the numbered takeaways of a publication, as nodes below the section in which they stand.

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

from zzpreader.model.sections import Kind, Source
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
_LEADERS = re.compile(r"[.·…]{4,}|( \.){3,}")
_BETWEEN = 0.5
"""White above a lesson that is set like the text around it, in heights of its type."""
_LONGEST = 200
_MOST_LINES = 4


class _Anchor(NamedTuple):
    kind: str
    number: int
    row: int
    announced: bool


def with_lessons(text: DocumentText, nodes: Sequence[Node]) -> list[Node]:
    """The tree with its lessons: new nodes below their sections, or sections known to be lessons."""
    starts = sorted(node.order for node in nodes)
    lessons: dict[int, _Anchor] = {}
    for run in _chosen(text, [*_named_runs(text, nodes), *_announced_runs(text, nodes)], starts):
        lessons.update((anchor.row, anchor) for anchor in run)
    made: list[Node] = []
    for node in nodes:
        anchor = lessons.pop(node.order, None) if node.page < text.pages else None
        made.append(node._replace(kind=Kind.LESSON) if anchor else node)
    made += [_node(text, anchor, nodes) for anchor in lessons.values()]
    return sorted(made, key=lambda node: node.order)


def _named_runs(text: DocumentText, nodes: Sequence[Node]) -> Iterator[list[_Anchor]]:
    """Runs of lines that call themselves a lesson."""
    listed = {node.order for node in nodes}
    by_kind: dict[str, list[_Anchor]] = defaultdict(list)
    for n, row in enumerate(text.rows):
        found = _ANCHOR.match(row.text)
        if found and not row.beside and n not in text.running and _begins(text, n, found, listed=n in listed):
            number = int(found["number"]) if found["number"].isdecimal() else from_roman(found["number"])
            by_kind[found["kind"].casefold()].append(_Anchor(found["kind"].casefold(), number, n, announced=False))
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


def _announced_runs(text: DocumentText, nodes: Sequence[Node]) -> Iterator[list[_Anchor]]:
    """Runs of numbered statements below a heading that announces lessons: as many as it says, or bold ones."""
    for place, node in enumerate(nodes):
        found = _ANNOUNCED.search(split_number(node.title)[1]) if node.page < text.pages else None
        if not found:
            continue
        end = next((after.order for after in nodes[place + 1 :] if after.level <= node.level), len(text.rows))
        count = _count(found["count"])
        anchors: list[_Anchor] = []
        for n in range(node.order + 1, min(end, len(text.rows))):
            row, said = text.rows[n], _STATEMENT.match(text.rows[n].text)
            fits = said and not row.beside and n not in text.running and int(said["number"]) == len(anchors) + 1
            if fits and (row.pieces[0].style.bold or count):
                anchors.append(_Anchor(fold(found["kind"]), len(anchors) + 1, n, announced=True))
        if len(anchors) == count or (count is None and len(anchors) >= 3):
            yield anchors


def _count(said: str | None) -> int | None:
    """The number in "10 lessen" or "tien lessen"."""
    if said is None:
        return None
    return int(said) if said.isdecimal() else COUNTS[said.casefold()]


def _runs(anchors: Sequence[_Anchor]) -> Iterator[list[_Anchor]]:
    """Anchors of one kind cut where the numbers begin again; a run begins with 1 or 2 and has two lessons or more."""
    run: list[_Anchor] = []
    for anchor in anchors:
        if run and not run[-1].number < anchor.number <= run[-1].number + 2:
            yield from [run] if _is_run(run) else []
            run = []
        run.append(anchor)
    yield from [run] if _is_run(run) else []


def _is_run(run: Sequence[_Anchor]) -> bool:
    return len(run) >= 2 and run[0].number <= 2


def _chosen(text: DocumentText, runs: Sequence[list[_Anchor]], starts: Sequence[int]) -> list[list[_Anchor]]:
    """Of the runs that are the same lessons said again the one with the most text."""
    same: dict[tuple[str, int], list[list[_Anchor]]] = defaultdict(list)
    for run in runs:
        same[run[0].kind, run[-1].number].append(run)
    return [max(alike, key=lambda run: _extent(text, run, starts)) for alike in same.values()]


def _extent(text: DocumentText, run: Sequence[_Anchor], starts: Sequence[int]) -> int:
    """Rows of text that belong to a run's lessons: up to the next lesson or section."""
    total = 0
    for anchor, after in pairwise([*run, None]):
        if anchor:
            end = after.row if after else len(text.rows)
            total += min(min((s for s in starts if anchor.row < s), default=end), end) - anchor.row
    return total


def _node(text: DocumentText, anchor: _Anchor, nodes: Sequence[Node]) -> Node:
    row = text.rows[anchor.row]
    above = [node for node in nodes if node.order < anchor.row]
    level = above[-1].level + 1 if above else 1
    return Node(
        level=level,
        title=_title(text, anchor.row),
        page=row.page,
        y=row.y,
        order=anchor.row,
        column=row.column,
        source=Source.LIST,
        confidence=0.7 if anchor.announced else 0.8,
        kind=Kind.LESSON,
    )


def _title(text: DocumentText, first: int) -> str:
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
