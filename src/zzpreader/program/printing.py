"""Printing: workers draw the pages, the store's thread puts them on paper, the window only asks and tells."""

import math
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinterInfo
from shiboken6 import isValid

from zzpreader.export.gather import Material
from zzpreader.export.html import to_html
from zzpreader.export.lessons import file_name
from zzpreader.export.report import Report
from zzpreader.model.annotation import Annotation
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.pages import Page, Place
from zzpreader.model.print_wish import NoSuchPages, PrintWish, Which, sheets_wanted
from zzpreader.program.outside import open_outside
from zzpreader.program.print_job import DPI, PrintedPaper, PrintJob, marked_of
from zzpreader.program.reports import Reports, Wanted
from zzpreader.sentences import filled
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.printing.dialog import PrintDialog
from zzpreader.ui.printing.sheets import is_drawn, page_picture, paint_notes, paint_picture, set_notes, sheet_size
from zzpreader.ui.view.marked import MarkedPages
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Answer, DrawPng, PngDrawn, Request

_PREVIEW_DPI = 96.0
_MOST_PIXELS = 20_000_000
"""Of one page: more than A3 at 300 dots an inch."""

_A4_PX, _MARGIN_PX = QSizeF(794, 1123), 75.0
"""Notes are set on A4 at 96 dots an inch, as Qt measures letters."""


_NOTES_SIZE = QSizeF(595, 842)


class Printing(QObject):
    """Args: reports: makes the report of which the notes are set."""

    _done = Signal(object)
    """A function to be called on the window's thread."""

    def __init__(self, thread: StoreThread, reports: Reports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _ask_here_alone()
        self._thread, self._reports = thread, reports
        self._jobs: list[PrintJob] = []
        self._previews = 0
        self._done.connect(self._call)

    def ask(self, tab: ReadingTab) -> PrintDialog:
        session, view = tab.session, tab.view
        section = session.sections.tree.at(view.place())
        wish = PrintWish(
            current=view.current_page,
            current_half=view.current_half,
            section=section.id if section else None,
            halves=view.halves,
        )
        page = session.pages.labels.shown(view.current_page, view.current_half)
        dialog = PrintDialog(wish, page, section.title if section else "", tab)
        dialog.offer_halves(on=session.pages.labels.has_spreads)
        dialog.preview_wanted.connect(partial(self._preview, dialog, tab))
        dialog.chosen.connect(partial(self._choose_file, tab))

        def look() -> None:  # a print server may take its time
            names, usual = QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()
            self._done.emit(lambda: isValid(dialog) and dialog.offer_printers(names, usual))

        self._thread.submit(look)
        dialog.open()
        return dialog

    def print(self, tab: ReadingTab, wish: PrintWish, *, printer: str = "", copies: int = 1, path: Path | None) -> None:
        """Args: path: of a PDF; None: on paper, by the printer of that name."""
        self._lay(tab, wish, lambda paper: self._start(PrintJob(tab, wish, paper, printer, copies, path)))

    def cancel_all(self) -> None:
        """The program is ending."""
        for job in list(self._jobs):
            job.cancel.set()
            self._thread.submit(job.give_up)

    # what is on the sheets

    def _lay(self, tab: ReadingTab, wish: PrintWish, then: Callable[[PrintedPaper], None]) -> None:
        """Calls `then` on the window's thread. Raises: NoSuchPages."""
        tree = tab.session.sections.tree
        pages = sheets_wanted(wish, tab.session.pages.labels, tree)
        if not wish.notes:
            then(PrintedPaper(pages, ()))
            return
        section = wish.section if wish.which is Which.SECTION else None

        def set_them(_material: Material, report: Report) -> None:
            notes = set_notes(to_html(report).decode(), _A4_PX, _MARGIN_PX) if report.items else []
            self._done.emit(lambda: isValid(tab) and then(PrintedPaper(pages, notes)))

        wish_of_notes = ExportWish(sections=(section,) if section else ())
        self._reports.make(Wanted(tab, wish_of_notes, versions=False), set_them)

    # preview

    def _preview(self, dialog: PrintDialog, tab: ReadingTab, wish: PrintWish, number: int) -> None:
        self._previews = this = self._previews + 1

        def show(image: QImage, count: int) -> None:
            if isValid(dialog) and this == self._previews:
                dialog.show_sheet(image, number, count)

        def lay(paper: PrintedPaper) -> None:
            if not isValid(dialog) or this != self._previews:
                return
            if number >= paper.sheets:
                dialog.say(self.tr("There are no notes to print.") if wish.notes else self.tr("There are no pages."))
            elif number < len(paper.pages):
                marked = marked_of(tab) if wish.marks else None
                self._draw(tab, paper.pages[number], _PREVIEW_DPI, marked, lambda image: show(image, paper.sheets))
            else:
                show(_notes_image(paper.notes[number - len(paper.pages)]), paper.sheets)

        try:
            self._lay(tab, wish, lay)
        except NoSuchPages as wrong:
            words = self.tr("“%1” names no page of this publication.") if wrong.typed else self.tr("Type the pages.")
            dialog.say(filled(words, wrong.typed))

    def _draw(
        self, tab: ReadingTab, place: Place, dpi: float, marked: MarkedPages | None, then: Callable[[QImage], None]
    ) -> None:
        page = place.page
        known, marks = tab.session.pages.page(page), marked.on(page) if marked else []

        def drawn(answers: dict[Request, Answer]) -> None:
            answer = next(iter(answers.values()), None)
            png = answer.png if isinstance(answer, PngDrawn) else b""

            def decode() -> None:
                image = page_picture(png, page, known, marks, place.half)
                self._done.emit(lambda: then(image))

            self._thread.submit(decode)

        without = tab.session.pictures.left_out(page) if marked else ()
        tab.session.errands.run([DrawPng(page, _dpi(known, dpi), place.half, without=without)], drawn)

    # where to

    def _choose_file(self, tab: ReadingTab, wish: PrintWish, printer: str, copies: int) -> None:
        if printer:
            self.print(tab, wish, printer=printer, copies=copies, path=None)
            return
        name = file_name(filled(self.tr("Print of %1"), tab.session.title))
        dialog = FileDialog(self.tr("Print to a PDF file"), self.tr("PDF files (*.pdf)"), tab)
        path = dialog.to_save(tab.file.parent / f"{name}.pdf")
        if path and path.resolve() == tab.file.resolve():
            tab.notice.say(self.tr("The publication itself is never written over. Choose another name."), warning=True)
        elif path:
            self.print(tab, wish, path=path)

    # sheet by sheet

    def _start(self, job: PrintJob) -> None:
        self._jobs.append(job)
        job.tab.session.destroyed.connect(partial(self._tab_gone, job))
        self._go_on(job, 0, 0)

    def _tab_gone(self, job: PrintJob, *_: object) -> None:
        if job in self._jobs:
            job.cancel.set()
            self._jobs.remove(job)
            self._thread.submit(job.give_up)

    def _go_on(self, job: PrintJob, number: int, failed: int) -> None:
        """The sheet of that number next; each waits for the one before, so that few pictures are in memory."""
        if job not in self._jobs or not isValid(job.tab):
            return
        if job.cancel.is_set() or number == job.paper.sheets:
            self._thread.submit(partial(self._finish, job, failed))
            return
        words = self.tr("Printing: sheet %1 of %2…")
        said = filled(words, str(number + 1), str(job.paper.sheets))
        job.tab.notice.say(said, (self.tr("Cancel"), job.cancel.set))
        if number < len(job.paper.pages):
            place = job.paper.pages[number]
            page = place.page
            known = job.tab.session.pages.page(page)
            marks = job.marked.on(page) if job.marked else []
            without = job.tab.session.pictures.left_out(page) if job.marked else ()
            request = DrawPng(page, _dpi(known, DPI), place.half, without=without)

            def drawn(answers: dict[Request, Answer]) -> None:
                self._thread.submit(partial(self._put_page, job, number, failed, answers.get(request), known, marks))

            job.tab.session.errands.run([request], drawn, job.cancel.is_set)
        else:
            self._thread.submit(partial(self._put_notes, job, number, failed))

    def _put_page(
        self, job: PrintJob, number: int, failed: int, answer: Answer | None, page: Page, marks: Sequence[Annotation]
    ) -> None:
        png = answer.png if isinstance(answer, PngDrawn) else b""
        place = job.paper.pages[number]
        image = page_picture(png, place.page, page, marks, place.half)

        def paint(painter: QPainter, paper: QRectF) -> None:
            if image.isNull():
                painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, self.tr("This page cannot be drawn."))
            else:
                paint_picture(painter, image, paper, as_it_is=is_drawn(png, image))

        self._put(job, number, failed + image.isNull(), sheet_size(page, place.half), paint)

    def _put_notes(self, job: PrintJob, number: int, failed: int) -> None:
        picture = job.paper.notes[number - len(job.paper.pages)]

        def paint(painter: QPainter, paper: QRectF) -> None:
            paint_notes(painter, picture, paper, _A4_PX)

        self._put(job, number, failed, _NOTES_SIZE, paint)

    def _put(
        self, job: PrintJob, number: int, failed: int, size: QSizeF, paint: Callable[[QPainter, QRectF], None]
    ) -> None:
        if job.cancel.is_set():
            self._done.emit(partial(self._go_on, job, number, failed))
            return
        try:
            job.put(size, paint)
        except OSError:
            self._give_up_on(job)
        else:
            self._done.emit(partial(self._go_on, job, number + 1, failed))

    def _give_up_on(self, job: PrintJob) -> None:
        job.give_up()
        said = self.tr("It could not be printed. Nothing was changed; choose another printer or folder.")
        self._done.emit(partial(self._tell, job, said, warning=True))

    def _finish(self, job: PrintJob, failed: int) -> None:
        try:
            job.end(is_whole=not job.cancel.is_set())
        except OSError:
            self._give_up_on(job)
            return
        if job.cancel.is_set():
            said = self.tr("Printing is cancelled.")
        elif job.path:
            said = filled(self.tr("The print is in %1."), str(job.path))
        else:
            said = self.tr("The sheets are with the printer.")
        if failed and not job.cancel.is_set():
            said += " " + self.tr("%n page(s) could not be drawn.", "", failed)
        offers = [(self.tr("Open"), partial(open_outside, job.path))] if job.path and not job.cancel.is_set() else []
        self._done.emit(partial(self._tell, job, said, *offers, warning=failed > 0))

    def _call(self, act: Callable[[], object]) -> None:
        act()

    def _tell(
        self, job: PrintJob, sentence: str, *offers: tuple[str, Callable[[], object]], warning: bool = False
    ) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if isValid(job.tab):
            job.tab.notice.say(sentence, *offers, warning=warning)


def _notes_image(picture: QPicture) -> QImage:
    image = QImage(_A4_PX.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawPicture(0, 0, picture)
    painter.end()
    return image


def _dpi(page: Page, wanted: float) -> float:
    return min(wanted, 72 * math.sqrt(_MOST_PIXELS / (page.size.width * page.size.height)))


def _ask_here_alone() -> None:
    """Of printers the service of this machine knows, by its local socket; without it CUPS would try the network.

    What the surroundings name is left alone: who sets it has chosen a server.
    """
    if sys.platform == "linux":
        os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")
