"""The library: all publications in one table, with their covers."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.displayed import one_line
from zzpreader.model.library import PublicationRow, Reading, Shown, Sort, used
from zzpreader.model.settings import LibraryState
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton, name_box
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.library.details import DetailsDialog
from zzpreader.ui.library.menu import LibraryMenu
from zzpreader.ui.library.model import LibraryModel
from zzpreader.ui.library.painting import CoverShelf, PublicationDelegate
from zzpreader.ui.notice import Notice
from zzpreader.ui.progress import ProgressStrip
from zzpreader.ui.sizes import grown

_NARROW_PX = 120
"""Columns up to this grow with the text: a number or a date is of no use when it is cut."""

_WIDTHS_PX = {
    Sort.AUTHOR: 170,
    Sort.ISSUED: 90,
    Sort.LESSONS: 80,
    Sort.NOTES: 70,
    Sort.OPENED: 120,
    Sort.COLLECTIONS: 130,
    Sort.TAGS: 130,
}
_LOOK_MS = 60
"""After scrolling, before covers are asked for."""


class LibraryView(QWidget):
    """
    `notice` and `progress` stand above and below the table.

    Signals:
        shown(): it has come in front of the reader.
        opened(PublicationRow), search_wanted(PublicationRow): its file is missing.
        covers_wanted(list[PublicationRow]): those in sight, and these alone.
        described(PublicationRow, About, tuple collections, tuple tags).
        collected(list[PublicationRow], str, bool), tagged(list[PublicationRow], str, bool): put in, or taken out.
        removed(list[PublicationRow]).
        import_wanted(), references_wanted(list[PublicationRow]), look_wanted().
    """

    shown = Signal()
    opened = Signal(object)
    search_wanted = Signal(object)
    covers_wanted = Signal(object)
    described = Signal(object, object, object, object)
    collected = Signal(object, str, bool)
    tagged = Signal(object, str, bool)
    removed = Signal(object)
    import_wanted = Signal()
    references_wanted = Signal(object)
    look_wanted = Signal()

    def __init__(self, state: LibraryState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[PublicationRow] = ()
        self._kept = state.shown
        self._covers = CoverShelf()
        self._model = LibraryModel(self)
        self.notice, self.progress = Notice(), ProgressStrip()
        self._words = QLineEdit(state.words)
        self._words.setPlaceholderText(self.tr("Filter publications"))
        self._words.setAccessibleName(self._words.placeholderText())
        self._words.setClearButtonEnabled(True)
        self._collections, self._tags, self._readings = QComboBox(), QComboBox(), QComboBox()
        name_box(self._collections, self.tr("Show publications of collection"))
        name_box(self._tags, self.tr("Show publications with tag"))
        name_box(self._readings, self.tr("Show publications by reading"))
        self._count = QLabel()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._want_covers)
        self._table = self._make_table()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._restore_header(state.header)
        self._words.textChanged.connect(self._keep)
        for box in (self._collections, self._tags, self._readings):
            box.activated.connect(self._choose)
        self.show_rows(())

    @property
    def state(self) -> LibraryState:
        header = bytes(self._table.header().saveState().toBase64().data()).decode()
        return LibraryState(header=header, words=self._words.text(), shown=self._kept)

    @property
    def chosen(self) -> list[PublicationRow]:
        found = self._table.selectionModel().selectedRows()
        return [row for index in found if (row := self._model.row(index))]

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """All publications; what is chosen stays chosen."""
        self._all = rows
        self._offer()
        kept, top = [row.id for row in self.chosen], self._table.verticalScrollBar().value()
        at = self._table.currentIndex().row()
        if self._model.show_rows(rows):
            self._settle(kept)
            if not self._table.currentIndex().isValid():  # what is in the place of what was taken out
                index = self._model.index(min(at, len(self._model.rows) - 1), 0)
                self._table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._table.verticalScrollBar().setValue(top)
        self._say_count()
        self._look.start()

    def show_cover(self, edition: str, image: QImage) -> None:
        self._covers.put(edition, image, self.devicePixelRatioF())
        self._model.cover_changed(edition)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def edit_details(self) -> None:
        """Of the one that is chosen."""
        if len(self.chosen) == 1:
            row = self.chosen[0]
            dialog = DetailsDialog(row, self.collections_in_use(), self.tags_in_use(), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.described.emit(row, dialog.about, dialog.collections, dialog.tags))
            dialog.open()

    def open_chosen(self) -> None:
        for row in self.chosen:
            self._open(row)

    def collections_in_use(self) -> list[str]:
        return used(row.collections for row in self._all)

    def tags_in_use(self) -> list[str]:
        return used(row.tags for row in self._all)

    # inside

    def _make_table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(self._model)
        table.setItemDelegate(PublicationDelegate(self._model, self._covers))
        table.setAccessibleName(self.tr("Library"))
        table.setFrameShape(QTreeView.Shape.NoFrame)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        table.setRootIsDecorated(False)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        table.activated.connect(self._activated)
        table.verticalScrollBar().valueChanged.connect(self._look.start)
        self._add_key(table, "F2", self.edit_details)
        self._add_key(table, "Del", self.remove_chosen)
        header = table.header()
        header.setSectionsMovable(True)
        header.setStretchLastSection(False)
        for column, width in _WIDTHS_PX.items():
            wanted = grown(width, table) if width <= _NARROW_PX else width
            header.resizeSection(column, max(wanted, header.sectionSizeHint(column)))
        header.setSectionResizeMode(Sort.TITLE, QHeaderView.ResizeMode.Stretch)
        return table

    def remove_chosen(self) -> None:
        if rows := self.chosen:
            self.removed.emit(rows)

    def _add_key(self, table: QTreeView, key: str, act: Callable[[], object]) -> None:
        action = QAction(table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(doing(act))
        table.addAction(action)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self._words, 2)
        for box in (self._collections, self._tags, self._readings):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            filters.addWidget(box, 1)
        filters.addWidget(self._count)
        for picture, words, act in (
            ("pencil", self.tr("Details of the publication (F2)"), self.edit_details),
            ("folder-open", self.tr("Add a folder of publications…"), self.import_wanted.emit),
            ("download", self.tr("Import details (BibTeX, CSL)…"), lambda: self.references_wanted.emit(self.chosen)),
            ("search", self.tr("Look for missing files in a folder…"), self.look_wanted.emit),
        ):
            button = IconButton(picture, words)
            button.clicked.connect(doing(act))
            filters.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addLayout(filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)
        self.setFocusProxy(self._table)

    def _restore_header(self, kept: str) -> None:
        header = self._table.header()
        header.setSortIndicator(Sort.OPENED, Qt.SortOrder.DescendingOrder)
        if kept:
            header.restoreState(QByteArray.fromBase64(kept.encode(errors="replace")))
        self._table.setSortingEnabled(True)
        self._keep()

    def _keep(self) -> None:
        kept = [row.id for row in self.chosen]
        self._model.keep(self._kept, filter_for(self._words.text()))
        self._settle(kept)
        self._say_count()
        self._look.start()

    def _choose(self) -> None:
        reading = self._readings.currentData()
        self._kept = Shown(
            collection=self._collections.currentData(),
            tag=self._tags.currentData(),
            reading=Reading(reading) if reading else None,
        )
        self._keep()

    def _offer(self) -> None:
        _fill(self._collections, self.tr("All collections"), _pairs(self.collections_in_use()), self._kept.collection)
        _fill(self._tags, self.tr("All tags"), _pairs(self.tags_in_use()), self._kept.tag)
        readings = {
            Reading.NEVER: self.tr("Never opened"),
            Reading.BEGUN: self.tr("Begun, lessons left"),
            Reading.DONE: self.tr("All lessons read"),
            Reading.NOTED: self.tr("With notes"),
            Reading.MISSING: self.tr("File missing"),
        }
        pairs = [(reading.value, words) for reading, words in readings.items()]
        _fill(self._readings, self.tr("Read or not"), pairs, self._kept.reading)

    def _settle(self, kept: Iterable[str]) -> None:
        """After the rows are laid out anew."""
        mode = QItemSelectionModel.SelectionFlag
        for publication in kept:
            index = self._model.index_of(publication)
            if index.isValid():
                self._table.selectionModel().select(index, mode.Select | mode.Rows)
                self._table.selectionModel().setCurrentIndex(index, mode.NoUpdate)
        if self._all:
            self._empty.say(self.tr("No publication answers to these filters."), "search")
        else:
            self._empty.say(
                self.tr("Publications come here when you open them, or when you add a folder of them."), "library"
            )
        self._stack.setCurrentWidget(self._table if self._model.rows else self._empty)

    def _say_count(self) -> None:
        shown, total = len(self._model.rows), len(self._all)
        words = self.tr("%n publication(s)", "", total)
        self._count.setText(words if shown == total else f"{shown} / {words}")

    def _want_covers(self) -> None:
        """Of what is in sight and has none yet."""
        if not self.isVisible() or not self._model.rows:
            return
        first = self._table.indexAt(QPoint(0, 0)).row()
        last = self._table.indexAt(self._table.viewport().rect().bottomLeft()).row()
        rows = self._model.rows[max(first, 0) : last + 1 if last >= 0 else None]
        self.covers_wanted.emit([row for row in rows if self._covers.get(row.edition) is None])

    def _activated(self, index: QModelIndex) -> None:
        if row := self._model.row(index):
            self._open(row)

    def _open(self, row: PublicationRow) -> None:
        if row.is_missing:
            self.search_wanted.emit(row)
        else:
            self.opened.emit(row)

    def _open_menu(self, at: QPoint) -> None:
        rows = self.chosen
        if not rows:
            return
        menu = LibraryMenu(rows, self.collections_in_use(), self.tags_in_use(), self)
        menu.open_wanted.connect(self.open_chosen)
        menu.details_wanted.connect(self.edit_details)
        menu.search_wanted.connect(lambda: self.search_wanted.emit(rows[0]))
        menu.references_wanted.connect(lambda: self.references_wanted.emit(rows))
        menu.removal_wanted.connect(self.remove_chosen)
        menu.collected.connect(partial(self.collected.emit, rows))
        menu.tagged.connect(partial(self.tagged.emit, rows))
        menu.popup(self._table.viewport().mapToGlobal(at))


def _pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, one_line(name, 60)) for name in names]


def _fill(box: QComboBox, everything: str, values: Sequence[tuple[str, str]], chosen: str | None) -> None:
    """All, or one of these; a choice that is not among them now stays, and can be seen."""
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for value, words in values:
            box.addItem(words, value)
        if chosen is not None and box.findData(chosen) < 0:
            box.addItem(one_line(chosen, 60), chosen)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen is not None else 0)
