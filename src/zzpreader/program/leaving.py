"""No window and no tab closes over notes that are not on the disk, unless the reader says so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from zzpreader.session.marks import Marks
from zzpreader.ui.window.tab import ReadingTab


class Leaving(QObject):
    """
    Args:
        export: lets the reader write the notes of a tab somewhere else.
    """

    def __init__(self, export: Callable[[ReadingTab], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._export = export
        self._given_up: set[Marks] = set()
        self._waiting: dict[Marks, Callable[[], object]] = {}

    def may_leave(self, tabs: Sequence[ReadingTab], leave: Callable[[], object]) -> bool:
        """Whether all notes are saved. If not, `leave` is called as soon as it is worth trying again."""
        for tab in tabs:
            tab.finish_editing()
        unsaved = next((tab for tab in tabs if not self._is_safe(tab.session.marks)), None)
        if unsaved:
            self._wait(unsaved, leave)  # trying again comes to the next one
        return unsaved is None

    def _is_safe(self, marks: Marks) -> bool:
        return marks.is_saved or marks in self._given_up

    def _wait(self, tab: ReadingTab, leave: Callable[[], object]) -> None:
        marks = tab.session.marks
        if marks.trouble:
            self._ask(tab, leave)
            return
        if marks not in self._waiting:
            once = Qt.ConnectionType.SingleShotConnection
            marks.saved.connect(lambda: self._go_on(marks), once)
            marks.unsaved.connect(lambda: self._go_on(marks), once)
        self._waiting[marks] = leave  # who closes a tab and then the window wants both closed

    def _go_on(self, marks: Marks) -> None:
        if leave := self._waiting.pop(marks, None):
            leave()

    def _ask(self, tab: ReadingTab, leave: Callable[[], object]) -> None:
        marks = tab.session.marks
        box = QMessageBox(tab)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Notes not saved"))
        box.setText(self.tr("Your last notes on “%1” are not saved.").replace("%1", tab.session.title))
        box.setInformativeText(marks.trouble)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        copy = box.addButton(self.tr("Save a copy elsewhere…"), QMessageBox.ButtonRole.ActionRole)
        export = box.addButton(self.tr("Export notes…"), QMessageBox.ButtonRole.ActionRole)
        lose = box.addButton(self.tr("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is copy:
            tab.saving.save_copy()
        elif box.clickedButton() is export:
            self._export(tab)
        elif box.clickedButton() is lose:
            self._given_up.add(marks)
            QTimer.singleShot(0, self, leave)  # Qt does not close a window that is just refusing to
