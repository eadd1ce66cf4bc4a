"""The publications that were read last, each with its cover, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from zzpreader.model.library import PublicationRow, Sort
from zzpreader.ui.library.model import LibraryModel
from zzpreader.ui.library.painting import ROW_PX, CoverShelf, PublicationDelegate


class RecentList(QListView):
    """As high as what it shows. Signals: chosen(PublicationRow)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covers = CoverShelf()
        self._rows = LibraryModel(self)
        self._rows.sort(Sort.OPENED, Qt.SortOrder.DescendingOrder)
        self.setModel(self._rows)
        self.setItemDelegate(PublicationDelegate(self._rows, self._covers, self._rows.progress_words))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Recently read"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self._last = ""

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        self._rows.show_rows(rows)
        self.updateGeometry()

    def show_cover(self, edition: str, image: QImage) -> None:
        self._covers.put(edition, image, self.devicePixelRatioF())
        self._rows.cover_changed(edition)

    def sizeHint(self) -> QSize:
        return QSize(400, max(ROW_PX, self.fontMetrics().height() * 3) * len(self._rows.rows) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _choose(self, index: QModelIndex) -> None:
        if row := self._rows.row(index):
            self.chosen.emit(row)
