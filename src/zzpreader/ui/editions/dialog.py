"""Marks of another edition: where they are in this one, side by side, before anything is taken over."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.anchoring import Found, Status
from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.session.editions import Editions
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.ui.editions.model import ID, FoundModel
from zzpreader.ui.rows import BoxDelegate
from zzpreader.ui.sizes import resize_grown


class EditionsDialog(QDialog):
    """Not modal: the reader can look at the page meanwhile.

    Signals: go_to(Found): show it in this edition.
    """

    go_to = Signal(object)

    def __init__(self, editions: Editions, marks: Marks, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Notes from another edition"))
        self._editions, self._marks, self._pages = editions, marks, pages
        self._waiting: set[str] = set()
        self._model = FoundModel(self)
        self._explained = QLabel()
        self._explained.setWordWrap(True)
        self._explained.setTextFormat(Qt.TextFormat.PlainText)
        self._tree = self._make_tree()
        self._old, self._new = self._make_text(self.tr("In the other edition")), self._make_text(self.tr("In this one"))
        self._where = QLabel()
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._show = QPushButton(self.tr("Show on the page"))
        self._show.clicked.connect(self._go)
        self._take = QPushButton(self.tr("Take over"))
        self._take.setDefault(True)
        self._take.clicked.connect(self._take_over)
        self._back = QPushButton(self.tr("Back to the earlier edition"))
        self._back.clicked.connect(self._give_back)
        self._lay_out()
        editions.done.connect(self._fill)
        editions.taken.connect(self._fill)
        marks.edited.connect(self._fill_anew)
        self._fill()

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._model)
        tree.setItemDelegate(BoxDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setAccessibleName(self.tr("Notes"))
        tree.setUniformRowHeights(True)
        tree.selectionModel().currentChanged.connect(self._show_found)
        tree.activated.connect(self._go)
        return tree

    def _make_text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName(name)
        text.setTabChangesFocus(True)
        return text

    def _lay_out(self) -> None:
        beside = QWidget()
        grid = QGridLayout(beside)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, text in ((0, self._old), (2, self._new)):
            label = QLabel(text.accessibleName())
            label.setBuddy(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(text, row + 1, 0)
        grid.addWidget(self._where, 4, 0)
        grid.addWidget(self._show, 5, 0, Qt.AlignmentFlag.AlignLeft)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._tree)
        parts.addWidget(beside)
        parts.setSizes([460, 400])
        buttons = QDialogButtonBox()
        buttons.addButton(self._back, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._explained)
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        resize_grown(self, 900, 560)

    def _fill_anew(self) -> None:
        """After an undo; typing elsewhere must not take away what was checked."""
        if {one.id for one in self._editions.elsewhere()} != self._waiting:
            self._fill()

    def _fill(self) -> None:
        waiting = {one.id: one for one in self._editions.elsewhere()}
        self._waiting = set(waiting)
        found = [one for one in self._editions.found if one.id in waiting]
        self._model.show(found, waiting)
        self._tree.expandAll()
        self._explained.setText(self._explanation(len(waiting)))
        self._take.setEnabled(bool(found) and self._marks.writable)
        self._back.setEnabled(self._editions.can_give_back and self._marks.writable)
        first = self._model.index(0, 0, self._model.index(0, 0))
        self._tree.setCurrentIndex(first)
        self._show_found(first)

    def _explanation(self, waiting: int) -> str:
        if self._editions.is_running:
            return self.tr("Your notes are being looked for in this edition…")
        if waiting:
            return self.tr(
                "%n note(s) of yours belong to another edition of this publication. Those with a mark are put where "
                "they were found; nothing is lost, and you can go back at any time.",
                "",
                waiting,
            )
        return self.tr("All your notes are in their places in this edition.")

    def _found_at(self, index: QModelIndex) -> Found | None:
        wanted = index.data(ID)
        return next((one for one in self._editions.found if one.id == wanted), None)

    def _show_found(self, index: QModelIndex) -> None:
        found = self._found_at(index)
        self._old.setPlainText(found.old_words if found else "")
        self._new.setPlainText(found.new_words if found and found.status is not Status.GONE else "")
        self._show.setEnabled(bool(found and found.selector))
        self._where.setText(self._place_words(found) if found else "")

    def _place_words(self, found: Found) -> str:
        annotation = self._marks.notebook.get(found.id)
        before = next(iter(annotation.rects), None) if annotation else None
        now = next((one for one in found.selector if isinstance(one, PdfRectsSelector)), None)
        was = before.page_shown if before else "–"
        if now is None:
            return self.tr("Was on page %1. It stays in your notes with its words.").replace("%1", was)
        here = self._pages.labels.shown(now.page, now.half)
        return self.tr("Was on page %1, is now on page %2.").replace("%1", was).replace("%2", here)

    def _go(self, *_: object) -> None:
        found = self._found_at(self._tree.currentIndex())
        if found and found.selector:
            self.go_to.emit(found)

    def _take_over(self) -> None:
        self._editions.take(self._model.chosen())

    def _give_back(self) -> None:
        self._editions.give_back()
