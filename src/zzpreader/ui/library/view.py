"""The library: all publications in one table, with their covers."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QWidget

from zzpreader.model.displayed import one_line
from zzpreader.model.library import PublicationRow, Reading, Shown, Sort, used
from zzpreader.model.settings import LibraryState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.library.details import DetailsDialog
from zzpreader.ui.library.menu import LibraryMenu
from zzpreader.ui.library.model import LibraryModel
from zzpreader.ui.library.painting import CoverShelf, PublicationDelegate
from zzpreader.ui.progress import ProgressStrip
from zzpreader.ui.table_tab import TableTab, offer

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


class LibraryView(TableTab[str, LibraryState]):
    """`progress` stands below the table.

    Signals:
        opened(PublicationRow), search_wanted(PublicationRow): its file is missing.
        covers_wanted(list[PublicationRow]): those in sight, and these alone.
        described(PublicationRow, About, tuple collections, tuple tags).
        collected(list[PublicationRow], str, bool), tagged(list[PublicationRow], str, bool): put in, or taken out.
        removed(list[PublicationRow]).
        import_wanted(), references_wanted(list[PublicationRow]), look_wanted().
    """

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
        self._model = LibraryModel()
        super().__init__(self._model, self.tr("Library"), self.tr("Filter publications"), state.words, parent)
        self._model.setParent(self)
        self._all: Sequence[PublicationRow] = ()
        self._kept = state.shown
        self._covers = CoverShelf()
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._want_covers)
        self.progress = ProgressStrip()
        self._count = QLabel()
        self._make_table()
        self._collections = self._filter_box(self.tr("Show publications of collection"), self._filter)
        self._tags = self._filter_box(self.tr("Show publications with tag"), self._filter)
        self._readings = self._filter_box(self.tr("Show publications by reading"), self._filter)
        self._filters.addWidget(self._count)
        self._all_again = self._filter_button("x", self.tr("Take all filters off"), self.show_all)
        for picture, words, act in (
            ("pencil", self.tr("Details of the publication (F2)"), self.edit_details),
            ("folder-open", self.tr("Add a folder of publications…"), self.import_wanted.emit),
            ("download", self.tr("Import details (BibTeX, CSL)…"), lambda: self.references_wanted.emit(self.chosen)),
            ("search", self.tr("Look for missing files in a folder…"), self.look_wanted.emit),
        ):
            self._filter_button(picture, words, act)
        self._lay_out(below=[self.progress])
        self._set_columns(_WIDTHS_PX.items(), Sort.TITLE, Sort.OPENED, Qt.SortOrder.DescendingOrder, state.header)
        self._words.textChanged.connect(self._keep)
        self._keep()
        self.show_rows(())

    @property
    def state(self) -> LibraryState:
        return LibraryState(header=self._header, words=self._words.text(), shown=self._kept)

    @property
    def chosen(self) -> list[PublicationRow]:
        found = self._table.selectionModel().selectedRows()
        return [row for index in found if (row := self._model.row(index))]

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """All publications; what is chosen stays chosen."""
        self._all = rows
        self._offer()
        kept, top = self._chosen_keys(), self._table.verticalScrollBar().value()
        at = self._table.currentIndex().row()
        if self._model.show_rows(rows):
            self._settle(kept)
            if not self._table.currentIndex().isValid():  # what is in the place of what was taken out
                index = self._model.index(min(at, len(self._model.rows) - 1), 0)
                self._table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._table.verticalScrollBar().setValue(top)
        self._say_empty()
        self._say_count()
        self._look.start()

    def show_all(self) -> None:
        """Whatever the filters were."""
        self._kept = Shown()
        self._words.clear()
        self._offer()
        self._keep()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)  # the button is going

    def show_cover(self, edition: str, image: QImage) -> None:
        self._covers.put(edition, image, self.devicePixelRatioF())
        self._model.cover_changed(edition)

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

    def _make_table(self) -> None:
        table = self._table
        table.setItemDelegate(PublicationDelegate(self._model, self._covers))
        table.setAllColumnsShowFocus(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.activated.connect(self._activated)
        table.verticalScrollBar().valueChanged.connect(self._look.start)
        self._add_key("F2", self.edit_details)
        self._add_key("Del", self.remove_chosen)

    def remove_chosen(self) -> None:
        if rows := self.chosen:
            self.removed.emit(rows)

    def _keep(self) -> None:
        kept = self._chosen_keys()
        self._model.keep(self._kept, filter_for(self._words.text()))
        self._settle(kept)
        self._say_count()
        self._all_again.setVisible(self._kept != Shown() or bool(self._words.text()))

    def _filter(self) -> None:
        reading = self._readings.currentData()
        self._kept = Shown(
            collection=self._collections.currentData(),
            tag=self._tags.currentData(),
            reading=Reading(reading) if reading else None,
        )
        self._keep()

    def _offer(self) -> None:
        readings = {
            Reading.NEVER: self.tr("Never opened"),
            Reading.BEGUN: self.tr("Begun, lessons left"),
            Reading.DONE: self.tr("All lessons read"),
            Reading.NOTED: self.tr("With notes"),
            Reading.MISSING: self.tr("File missing"),
        }
        _offer_names(self._collections, self.tr("All collections"), self.collections_in_use(), self._kept.collection)
        _offer_names(self._tags, self.tr("All tags"), self.tags_in_use(), self._kept.tag)
        pairs = [(reading.value, words) for reading, words in readings.items()]
        offer(self._readings, self.tr("Read or not"), pairs, self._kept.reading)

    def _chosen_keys(self) -> list[str]:
        return [row.id for row in self.chosen]

    def _index_of(self, key: str) -> QModelIndex:
        return self._model.index_of(key)

    def _settle(self, kept: Iterable[str]) -> None:
        super()._settle(kept)
        self._look.start()

    def _say_empty(self) -> None:
        if self._all:
            self._empty.say(self.tr("No publication answers to these filters."), "search")
        else:
            self._empty.say(
                self.tr("Publications come here when you open them, or when you add a folder of them."), "library"
            )

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


def _offer_names(box: QComboBox, everything: str, names: Sequence[str], chosen: str | None) -> None:
    pairs = [(name, one_line(name, 60)) for name in names]
    offer(box, everything, pairs, chosen, unknown=one_line(chosen or "", 60))
