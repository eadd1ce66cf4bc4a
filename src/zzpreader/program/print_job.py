"""One print under way: sheet after sheet on a printer, or into a PDF that comes to its place when it is whole."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter

from zzpreader.files import sync_folder, write_new
from zzpreader.model.pages import Place
from zzpreader.model.print_wish import Duplex, PrintWish
from zzpreader.ui.view.marked import MarkedPages
from zzpreader.ui.window.tab import ReadingTab

DPI = 300.0

_DUPLEX = {
    Duplex.AUTO: QPrinter.DuplexMode.DuplexAuto,
    Duplex.NONE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}


class PrintedPaper(NamedTuple):
    """All that is on the sheets: pages, then notes."""

    pages: tuple[Place, ...]
    notes: Sequence[QPicture]

    @property
    def sheets(self) -> int:
        return len(self.pages) + len(self.notes)


class PrintJob:
    """One print that is under way. Its printer belongs to the store's thread."""

    def __init__(
        self, tab: ReadingTab, wish: PrintWish, paper: PrintedPaper, printer: str, copies: int, path: Path | None
    ) -> None:
        self.tab, self.paper, self.path = tab, paper, path
        self.title = tab.session.title
        self.marked = marked_of(tab) if wish.marks else None
        self.cancel = Event()
        self._printer_name, self._copies, self._duplex = printer, copies, wish.duplex
        self._printer: QPrinter | None = None
        self._painter = QPainter()

    def put(self, size: QSizeF, paint: Callable[[QPainter, QRectF], None]) -> None:
        """One more sheet, in a PDF so large (in points). Raises: OSError."""
        is_first = self._printer is None
        printer = self._printer = self._printer or self._begun()
        if self.path:
            printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        else:
            is_wide = size.width() > size.height()
            kind = QPageLayout.Orientation
            printer.setPageOrientation(kind.Landscape if is_wide else kind.Portrait)
        done = self._painter.begin(printer) if is_first else printer.newPage()
        if not done:
            raise OSError(self.path or self._printer_name)
        paint(self._painter, QRectF(self._painter.viewport()))

    def end(self, *, is_whole: bool) -> None:
        """Raises: OSError: a PDF is not in its place; what was there before still is."""
        printer, self._printer = self._printer, None
        if printer is None:
            return  # it never began, or could not
        if self._painter.isActive():
            if not is_whole:
                printer.abort()
            self._painter.end()
        if self.path and is_whole:
            self.scratch.replace(self.path)
            sync_folder(self.path.parent)
        elif self.path:
            self.scratch.unlink(missing_ok=True)

    def give_up(self) -> None:
        """On the store's thread."""
        self.end(is_whole=False)

    @property
    def scratch(self) -> Path:
        assert self.path
        return self.path.with_name(f"{self.path.name}.new")

    def _begun(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.title)
        printer.setCreator("zzpreader")
        if self.path:
            write_new(self.scratch, b"")  # Qt would only say that it cannot
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setResolution(int(DPI))
            printer.setOutputFileName(str(self.scratch))
            printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        else:
            printer.setPrinterName(self._printer_name)
            printer.setCopyCount(self._copies)
            printer.setDuplex(_DUPLEX[self._duplex])
        return printer


def marked_of(tab: ReadingTab) -> MarkedPages:
    marks = tab.session.marks
    return MarkedPages(tuple(one for one in marks.notebook if not marks.is_elsewhere(one)))
