"""The overview of lessons in the window: open publications live, the others as they were left."""

import logging
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from zzpreader.export.files import write_beside
from zzpreader.export.rows import csv_of, harmless
from zzpreader.model.matrix import LessonRow, rows_of
from zzpreader.model.publication import Publication
from zzpreader.model.records import Status
from zzpreader.model.sections import Section
from zzpreader.model.settings import MatrixState
from zzpreader.model.standing import restanding, with_date, with_owner, with_status
from zzpreader.program.given import Given
from zzpreader.program.keeping import Keeping
from zzpreader.program.table_desk import TableDesk
from zzpreader.session.lessons import LiveLessons
from zzpreader.store.home import Home
from zzpreader.store.lessons import Closed, closed_publications, restand
from zzpreader.store.problems import InUse, StoreError
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.matrix.view import MatrixView
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

OpenFile = Callable[[Path, str | None], object]
_log = logging.getLogger(__name__)


class MatrixDesk(TableDesk[MatrixView, MatrixState]):
    """
    Args:
        open_file: shows a PDF in a tab of its own; with the id of the bundle to which it belongs.
    """

    _read = Signal(int, object)
    _written = Signal(object, object)
    _saved = Signal(object, object)

    def __init__(
        self, home: Home, thread: StoreThread, window: MainWindow, keeping: Keeping, open_file: OpenFile
    ) -> None:
        self._given = Given(self._give)
        super().__init__(home, thread, window, keeping.window.matrix, self._given)
        self._keeping, self._open_file = keeping, open_file
        self._live: dict[ReadingTab, LiveLessons] = {}
        self._closed: dict[str, Closed] = {}
        self._reads = 0
        self._read.connect(self._take)
        self._written.connect(self._tell)
        self._saved.connect(self._tell_saved)

    def opened(self, tab: ReadingTab) -> None:
        """A publication's tab has come."""
        live = LiveLessons(tab.session, self)
        live.changed.connect(self._show)
        self._live[tab] = live

    def ended(self, tab: QWidget) -> None:
        """This tab is going; its notes are on their way to the disk."""
        super().ended(tab)
        if isinstance(tab, ReadingTab) and tab in self._live:
            live = self._live.pop(tab)
            if live.is_live and (publication := tab.session.publication):
                session = tab.session  # until the disk has said the same
                self._closed[publication.id] = Closed(
                    publication,
                    session.title,
                    tab.file,
                    session.sections.found,
                    session.sections.tree,
                    session.marks.notebook,
                )
            live.deleteLater()
            self._read_closed()

    # what is shown

    def _make_view(self) -> MatrixView:
        view = MatrixView(self._left)
        view.shown.connect(self._read_closed)
        view.go_to.connect(self._go)
        view.status_wanted.connect(self._give_status)
        view.owner_wanted.connect(self._give_owner)
        view.date_wanted.connect(self._give_date)
        view.described.connect(self._describe)
        view.copy_wanted.connect(self._copy)
        view.save_wanted.connect(self._save)
        self._window.add_tab(view, self.tr("Overview of lessons"), show=False)
        self._show()
        self._read_closed()
        return view

    def _read_closed(self) -> None:
        if self._view is None:
            return

        self._reads += 1
        number = self._reads

        def job() -> None:
            try:
                self._read.emit(number, {one.publication.id: one for one in closed_publications(self._home)})
            except StoreError as problem:
                _log.warning("lessons not read: %s", problem)

        self._thread.submit(job)

    def _take(self, number: int, closed: dict[str, Closed]) -> None:
        if number == self._reads:  # an earlier one may know less than what has been closed since
            self._closed = closed
            self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        live = {one.publication_id: one.rows() for one in reversed(self._live.values()) if one.is_live}
        for id_, one in self._closed.items():
            if id_ not in live:
                live[id_] = rows_of(id_, one.title, one.tree, one.notebook)
        self._view.show_rows([row for rows in live.values() for row in rows])

    # what the reader does

    def _tab_of(self, publication: str) -> ReadingTab | None:
        return next((tab for tab, live in self._live.items() if live.publication_id == publication), None)

    def _go(self, row: LessonRow) -> None:
        if tab := self._tab_of(row.publication):
            self._window.tabs.setCurrentWidget(tab)
            _lead(tab, row.section)
            tab.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        closed = self._closed.get(row.publication)
        if closed is None or closed.file is None:
            self._say(self.tr("The file of “%1” is no longer where it was. Open it once from its new place."), row.work)
            return
        self._open_file(closed.file, closed.publication.bundle)
        tab = self._window.current
        if tab and tab.file == closed.file:
            section = row.section
            tab.ready.connect(lambda: tab.view.go_to(section.place), Qt.ConnectionType.SingleShotConnection)
            tab.session.sections.settled.connect(lambda: _lead(tab, section), Qt.ConnectionType.SingleShotConnection)

    def _give_status(self, rows: Sequence[LessonRow], status: Status) -> None:
        self._do(rows, with_status(Status(status)))

    def _give_owner(self, rows: Sequence[LessonRow], owner: str) -> None:
        self._do(rows, with_owner(owner))

    def _give_date(self, rows: Sequence[LessonRow], date: str) -> None:
        self._do(rows, with_date(date))

    def _describe(self, rows: Sequence[LessonRow], owner: str, date: str) -> None:
        self._do(rows, with_owner(owner) | with_date(date))

    def _do(self, rows: Sequence[LessonRow], fields: dict[str, object]) -> None:
        self._given.do(rows, fields)
        self._offer_undo()

    def _give(self, rows: Sequence[LessonRow], fields: dict[str, object]) -> None:
        wanted: dict[str, list[str]] = {}
        for row in rows:
            wanted.setdefault(row.publication, []).append(row.section.id)
        for publication, section_ids in wanted.items():
            tab = self._tab_of(publication)
            if tab and self._live[tab].is_live and tab.session.marks.writable:
                tab.session.standings.give(section_ids, fields)
            elif tab:
                self._tell(tab.session.title, InUse(self._home.notebook(publication)))
            elif closed := self._closed.get(publication):
                self._write(closed.publication, closed.title, section_ids, fields)

    def _write(
        self, publication: Publication, title: str, section_ids: Sequence[str], fields: dict[str, object]
    ) -> None:
        creator = self._keeping.settings.author

        def job() -> None:
            problem: StoreError | None = None
            try:
                restand(
                    self._home,
                    publication,
                    lambda notebook, tree, found: restanding(
                        notebook, tree, found, section_ids, fields, creator=creator
                    ),
                )
            except StoreError as refused:
                problem = refused
            self._written.emit(title, problem)

        self._thread.submit(job)
        self._read_closed()

    def _tell(self, title: str, problem: StoreError | None) -> None:
        if isinstance(problem, InUse):
            self._say(self.tr("The notes of “%1” are in use elsewhere. Nothing was changed."), title)
        elif problem:
            self._say(self.tr("The notes of “%1” could not be written. Nothing was changed."), title)

    def _say(self, words: str, name: str) -> None:
        if self._view:
            self._view.notice.say(words.replace("%1", name), warning=True)

    # the table elsewhere

    def _copy(self) -> None:
        """For spreadsheets as text, for documents as a table."""
        if self._view is None:
            return
        lines = self._view.table()
        cells = [[harmless(" ".join(cell.split())) for cell in line] for line in lines]
        rows = ["".join(f"<td>{escape(cell)}</td>" for cell in line) for line in lines]
        data = QMimeData()
        data.setText("\n".join("\t".join(line) for line in cells))
        data.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        QGuiApplication.clipboard().setMimeData(data)
        self._view.notice.say(self.tr("%n lesson(s) copied as a table.", "", len(lines) - 1))

    def _save(self) -> None:
        if self._view is None:
            return
        lines = self._view.table()
        proposal = Path.home() / self.tr("Overview of lessons.csv")
        kinds = self.tr("Table (*.csv)")
        path = FileDialog(self.tr("Save table"), kinds, self._view).to_save(proposal)
        if path is None:
            return

        def job() -> None:
            problem: OSError | None = None
            try:
                write_beside(path, csv_of(lines), force=True)
            except OSError as refused:
                problem = refused
            self._saved.emit(path, problem)

        self._thread.submit(job)

    def _tell_saved(self, path: Path, problem: OSError | None) -> None:
        if problem:
            self._say(self.tr("The table could not be written to %1. Choose another folder."), path.name)
        elif self._view:
            self._view.notice.say(self.tr("The table is in %1.").replace("%1", path.name))


def _lead(tab: ReadingTab, section: Section) -> None:
    """To where the section is now."""
    if isValid(tab):
        now = tab.session.sections.tree.get(section.id) or section
        tab.view.go_to(now.place)
