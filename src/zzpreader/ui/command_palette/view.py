"""The command palette: type a few letters of anything, and go there or do it with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from zzpreader.ui.command_palette.entries import Beyond, Source
from zzpreader.ui.command_palette.finding import Finding, Found
from zzpreader.ui.command_palette.painting import FOUND_ROLE, EntryDelegate

_FIRST_S = 0.004
_SLICE_S = 0.006
_MOST_REMEMBERED = 50
_SIZE = QSize(640, 430)
_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Index = QModelIndex | QPersistentModelIndex


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Sequence[Found] = ()

    def show(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self.found)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.found[index.row()].entry.enabled else flags & ~Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                entry = found.entry
                return ", ".join(part for part in (entry.title, entry.more, entry.kind, entry.hint) if part)
            case _:
                return found if role == FOUND_ROLE else None


class CommandPalette(QFrame):
    """Lies over the window; nothing of it waits, whatever there is to look through.

    Args:
        sources: what is offered, kind by kind; asked anew each time it opens.
        beyond: what else has the words that are typed.
    """

    def __init__(self, sources: Sequence[Source], beyond: Beyond, window: QWidget) -> None:
        super().__init__(window)
        self._sources, self._beyond, self._window = sources, beyond, window
        beyond.came.connect(self._look_beyond)
        self._used: list[str] = []
        self._finding = Finding(())
        self._before: QWidget | None = None
        self._is_entered = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(self.tr("Type a command, section, lesson, note, publication or setting"))
        self._typed.setAccessibleName(self._typed.placeholderText())
        self._typed.setClearButtonEnabled(True)
        self._typed.installEventFilter(self)
        self._typed.textChanged.connect(self._look_for)
        self._entries = _Entries(self)
        self._list = self._make_list()
        self._nothing = QLabel(self.tr("Nothing has these letters in its name."))
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._typed)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._go_on)
        window.installEventFilter(self)
        self.hide()

    @property
    def titles(self) -> list[str]:
        """What is offered now, the best first."""
        return [found.entry.title for found in self._entries.found]

    @property
    def is_complete(self) -> bool:
        return self._finding.is_complete and self._beyond.is_read

    def open(self) -> None:
        if self.isVisible():
            self._dismiss()
            return
        self._before = QApplication.focusWidget()
        self._finding = Finding(self._sources, self._used, self._beyond)
        if self._typed.text():
            self._typed.clear()
        else:
            self._look_for()
        self._place()
        self.show()
        self.raise_()
        self._typed.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose(self, index: QModelIndex) -> None:
        """Do what that line says."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        entry = self._entries.found[index.row()].entry
        self._used = [entry.name, *(name for name in self._used if name != entry.name)][:_MOST_REMEMBERED]
        self._dismiss()
        entry.act()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and not self._list.underMouse():
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._slices.stop()
        self._is_entered = False
        self._finding = Finding(())  # what it held may go

    # inside

    def _dismiss(self) -> None:
        """The keyboard goes back to where it was, before Qt gives it to a field and selects what stands there."""
        if self._before and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self._entries)
        view.setItemDelegate(EntryDelegate(view))
        view.setUniformItemSizes(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one types all the time
        view.setAccessibleName(self.tr("What answers to it"))
        view.clicked.connect(self.choose)
        return view

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _PASSED_ON:
            self._list.keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            return False
        return True

    def _enter(self) -> None:
        """What answers best is known when all has been looked through; a line that the reader has gone to, at once."""
        chosen = self._list.currentIndex()
        self._is_entered = chosen.row() <= 0 and not self._is_judged
        if not self._is_entered:
            self.choose(chosen)

    @property
    def _is_judged(self) -> bool:
        """What is read later, of closed publications, is waited for if nothing else answers."""
        return self._finding.is_complete and (bool(self._entries.found) or self._beyond.is_read)

    def _place(self) -> None:
        window = self._window
        self.resize(_SIZE.boundedTo(window.size() - QSize(40, 90)))
        self.move((window.width() - self.width()) // 2, min(64, max(window.height() - self.height(), 0)))

    def _look_for(self) -> None:
        self._is_entered = False
        self._finding.look_for(self._typed.text())
        self._finding.go_on(_FIRST_S)
        self._show()
        if not self._finding.is_complete:
            self._slices.start()

    def _look_beyond(self) -> None:
        if self.isVisible():
            self._finding.look_beyond()
            self._slices.start()

    def _go_on(self) -> None:
        self._finding.go_on(_SLICE_S)
        if self._finding.is_complete:
            self._slices.stop()
        self._show()
        if self._is_entered:
            self._enter()

    def _show(self) -> None:
        """The reader's own choice of a line stays, as long as the line does."""
        row = self._list.currentIndex().row()
        chosen = self._entries.found[row].entry.name if row > 0 else ""
        best = self._finding.best()
        if best != self._entries.found:
            self._entries.show(best)
        names = [found.entry.name for found in best] if chosen else []
        self._list.setCurrentIndex(self._entries.index(names.index(chosen) if chosen in names else 0))
        is_empty = not best and self.is_complete
        self._list.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
