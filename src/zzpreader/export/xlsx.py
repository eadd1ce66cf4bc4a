"""The notes as a workbook for Excel, through XlsxWriter (the extra "xlsx"); every cell is text, none a formula."""

from datetime import datetime
from importlib import import_module
from io import BytesIO
from typing import Protocol, cast

from zzpreader.export.report import Report
from zzpreader.export.rows import rows

_LONGEST_CELL = 32_767
"""What Excel can hold."""

_WIDTHS = (28, 28, 9, 14, 60, 60, 9, 16, 20, 16, 12, 12, 16, 14, 14)
"""Of the columns, in characters."""

_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


class _Sheet(Protocol):
    def write_string(self, _row: int, _column: int, _text: str, _format: object, /) -> int: ...
    def set_column(self, _first: int, _last: int, _width: float, /) -> int: ...
    def freeze_panes(self, _row: int, _column: int, /) -> None: ...
    def autofilter(self, _top: int, _left: int, _bottom: int, _right: int, /) -> object: ...


class _Book(Protocol):
    """What we use of XlsxWriter, which comes without types."""

    def set_properties(self, properties: dict[str, object]) -> None: ...
    def add_worksheet(self) -> _Sheet: ...
    def add_format(self, properties: dict[str, object]) -> object: ...
    def close(self) -> None: ...


def to_xlsx(report: Report) -> bytes:
    """Raises: ImportError without XlsxWriter."""
    file = BytesIO()
    book = cast(_Book, import_module("xlsxwriter").Workbook(file, _TEXTS))  # optional, and slow to import
    meta = report.meta
    created = datetime.fromisoformat(meta.date).replace(tzinfo=None)
    book.set_properties({"title": meta.title, "author": meta.author, "created": created})
    sheet = book.add_worksheet()
    strong, wrapped = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    last = 0
    for last, row in enumerate(rows(report)):
        for column, cell in enumerate(row):
            sheet.write_string(last, column, cell[:_LONGEST_CELL], wrapped if last else strong)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(_WIDTHS) - 1)
    book.close()
    return file.getvalue()
