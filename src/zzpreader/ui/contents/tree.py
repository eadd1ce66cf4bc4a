"""The view of the section tree: rows are renamed in place, dragged, and keep what is chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from zzpreader.model.reshaping import Drop
from zzpreader.model.sections import Section
from zzpreader.ui.contents.model import Role, SectionModel
from zzpreader.ui.rows import RowTree

_UNFOLDS_AFTER_MS = 700

_Where = QAbstractItemView.DropIndicatorPosition
_DROPS = {_Where.AboveItem: Drop.BEFORE, _Where.OnItem: Drop.INTO, _Where.BelowItem: Drop.BEHIND}


class ContentsTree(RowTree):
    """Signals: dropped(Section | None, Drop, bool): what is chosen was let go there, on an unfolded row or not."""

    dropped = Signal(object, object, bool)

    def __init__(self, model: SectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = model
        self._clicked: str | None = None
        self.setModel(model)
        self.setIndentation(18)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAutoExpandDelay(_UNFOLDS_AFTER_MS)

    @property
    def is_renaming(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def chosen(self) -> list[str]:
        """Ids of the chosen sections, in no order."""
        found = (self._sections.section(index) for index in self.selectedIndexes())
        return [section.id for section in found if section]

    def current(self) -> Section | None:
        return self._sections.section(self.currentIndex())

    # Qt

    def edit(  # type: ignore[override] - two methods of Qt bear this name, and one answers
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: QEvent | None = None,
    ) -> bool:
        if trigger is None:
            super().edit(index)
            return True
        # A click goes to the section; only where one has just been, and is still, a second one is for its name.
        if trigger == QAbstractItemView.EditTrigger.SelectedClicked:
            section = self._sections.section(index)
            if not (section and section.id == self._clicked and index.data(Role.READING_WITHIN)):
                return False
        return super().edit(index, trigger, event)  # type: ignore[arg-type] - Qt takes None for the event

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self._sections.section(self.indexAt(event.position().toPoint()))
        self._clicked = section.id if section else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._clicked = None

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        on = self.indexAt(event.position().toPoint())
        chosen = set(self.chosen())
        while on.isValid():  # not into itself
            section = self._sections.section(on)
            if section and section.id in chosen:
                event.ignore()
                return
            on = on.parent()

    def dropEvent(self, event: QDropEvent) -> None:
        on = self.indexAt(event.position().toPoint())
        where = _DROPS.get(self.dropIndicatorPosition())
        section = self._sections.section(on) if where else None
        unfolded = self.isExpanded(on)
        self.setState(QAbstractItemView.State.NoState)
        self.stopAutoScroll()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the model is told by its sections, not by Qt
        event.accept()
        self.viewport().update()
        if event.source() is self:
            self.dropped.emit(section, where or Drop.INTO, unfolded)
