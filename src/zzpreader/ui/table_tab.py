"""A tab of the window with one table: filters above it, and one sentence in its place where they keep nothing."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QLineEdit,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton, name_box
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.notice import Notice
from zzpreader.ui.roles import give_role
from zzpreader.ui.rows import RowTable, lead_down
from zzpreader.ui.sizes import grown

_NARROW_PX = 120
"""Columns up to this grow with the text: a number or a date is of no use when it is cut."""

Key = TypeVar("Key", bound=Hashable)
"""What names a row, or a cell, whatever order the rows have."""

State = TypeVar("State")
"""How the reader has set it: what it needs to come back like that."""


class TableTab(QWidget, Generic[Key, State]):
    """What is chosen stays chosen however the rows are laid out anew.

    `notice` stands below the table: nothing moves when it comes.

    Args:
        model: sorts itself.
        name: of the table.
        looking_for: what the field for words says while it is empty.

    Signals:
        shown(): it has come in front of the reader.
    """

    shown = Signal()

    def __init__(
        self, model: QAbstractItemModel, name: str, looking_for: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self._words = QLineEdit(words)
        self._words.setPlaceholderText(looking_for)
        self._words.setAccessibleName(looking_for)
        self._words.setClearButtonEnabled(True)
        self._filters = QHBoxLayout()
        self._filters.addWidget(self._words, 2)
        self._table = RowTable()
        self._table.setModel(model)
        self._table.setAccessibleName(name)
        self._table.setFrameShape(QTreeView.Shape.NoFrame)
        self._table.setUniformRowHeights(True)
        self._table.setAlternatingRowColors(True)
        self._table.setRootIsDecorated(False)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._open_menu)
        lead_down(self._words, self._table)
        give_role(EmptyState, QAccessible.Role.StaticText)
        self._empty = EmptyState()
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it has the keyboard for as long as there is no table
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self._empty)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    # what each of them says for itself

    @property
    def state(self) -> State:
        raise NotImplementedError

    def _chosen_keys(self) -> list[Key]:
        raise NotImplementedError

    def _index_of(self, key: Key) -> QModelIndex:
        raise NotImplementedError

    def _keep(self) -> None:
        """Lay out anew what the filters keep."""
        raise NotImplementedError

    def _open_menu(self, at: QPoint) -> None:
        raise NotImplementedError

    # what they are made of

    def _filter_box(self, words: str, choose: Callable[[], object]) -> QComboBox:
        box = QComboBox()
        name_box(box, words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(doing(choose))
        self._filters.addWidget(box, 1)
        return box

    def _filter_button(self, picture: str, words: str, act: Callable[[], object]) -> IconButton:
        button = IconButton(picture, words)
        button.clicked.connect(doing(act))
        self._filters.addWidget(button)
        return button

    def _lay_out(self, *parts: QWidget | QLayout, below: Iterable[QWidget] = ()) -> None:
        """
        Args:
            parts: between the filters and the table.
            below: the table and the message.
        """
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(6)
        for part in (self._filters, *parts):
            column.addLayout(part) if isinstance(part, QLayout) else column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        for part in below:
            column.addWidget(part)

    def _add_key(self, key: str, act: Callable[[], object]) -> None:
        """That counts while the table has the focus."""
        action = QAction(self._table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(doing(act))
        self._table.addAction(action)

    # columns

    @property
    def _header(self) -> str:
        """How the reader has laid out columns and sorting, base64."""
        return bytes(self._table.header().saveState().toBase64().data()).decode()

    def _set_columns(
        self, widths_px: Iterable[tuple[int, int]], wide: int, by: int, order: Qt.SortOrder, kept: str
    ) -> None:
        """
        Args:
            wide: the column that takes what room is left.
            by, order: how it is sorted as long as the reader has not said anything.
            kept: what `_header` was the last time.
        """
        header = self._table.header()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        for column, width in widths_px:
            wanted = grown(width, self._table) if width <= _NARROW_PX else width
            header.resizeSection(column, max(wanted, header.sectionSizeHint(column)))
        self._table.wide = wide
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(by, order)
        if kept:
            header.restoreState(QByteArray.fromBase64(kept.encode(errors="replace")))
        header.setSortIndicatorShown(True)
        # Not the view's own sorting: it forgets what is chosen and which groups are open.
        header.sortIndicatorChanged.connect(self._sort)
        self._sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        kept = self._chosen_keys()
        self._table.model().sort(column, order)
        self._settle(kept)

    # rows

    def _settle(self, kept: Iterable[Key]) -> None:
        """After the rows are laid out anew."""
        for key in kept:
            index = self._index_of(key)
            if index.isValid():
                self._choose(index)
        page = self._table if self._table.model().rowCount() else self._empty
        # Also while the window waits for its turn on the screen: nothing has the keyboard then.
        has_keyboard = self.window().focusWidget() in (self._table, self._empty)
        self.setFocusProxy(page)
        self._stack.setCurrentWidget(page)
        if has_keyboard:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: QModelIndex) -> None:
        mode, chosen = QItemSelectionModel.SelectionFlag, self._table.selectionModel()
        chosen.select(index, mode.Select | self._selects)
        chosen.setCurrentIndex(index, mode.NoUpdate)

    @property
    def _selects(self) -> QItemSelectionModel.SelectionFlag:
        """Rows, or the cells that were pointed at."""
        is_rows = self._table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        return QItemSelectionModel.SelectionFlag.Rows if is_rows else QItemSelectionModel.SelectionFlag.NoUpdate


def offer(
    box: QComboBox, everything: str, values: Sequence[tuple[str, str]], chosen: str | None, unknown: str = ""
) -> None:
    """All, or one of these; a choice that is not among them now stays, and can be seen.

    Args:
        values: each with the words that say it.
        unknown: the words of such a choice.
    """
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for value, words in values:
            box.addItem(words, value)
        if chosen is not None and box.findData(chosen) < 0:
            box.addItem(unknown, chosen)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen is not None else 0)
