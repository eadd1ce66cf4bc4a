"""The notes as a table, one annotation a row; for CSV and for `xlsx.py`."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from zzpreader.export.report import Item, Report, Status

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """The header, then every annotation in the order of the report; under two headings it has two rows."""
    yield report.words.columns
    for group in report.groups:
        for item in group.items:
            yield _row(item, group.title, group.status, report)


def to_csv(report: Report, delimiter: str = ";") -> bytes:
    """See `csv_of`."""
    return csv_of(rows(report), delimiter)


def csv_of(lines: Iterable[Sequence[str]], delimiter: str = ";") -> bytes:
    """UTF-8 with a byte order mark, as Excel expects it; no cell is a formula for it."""
    file = StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([map(harmless, line) for line in lines])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def harmless(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_STARTS_FORMULA) else cell


def _row(item: Item, group: str, status: Status | None, report: Report) -> tuple[str, ...]:
    one, words = item.annotation, report.words
    return (
        item.path[0].title if item.path else group,
        item.section_title,
        item.page,
        words.kinds[one.kind],
        item.quote,
        item.comment,
        words.colours.get(one.body.color or "", one.body.color or ""),
        item.meaning,
        ", ".join(one.body.tags),
        one.creator,
        one.created,
        one.modified,
        words.states[status.state] if status else "",
        words.guarded[item.verdict.state] if item.verdict else "",
        one.id,
    )
