"""The files inside a PDF: listed, and saved by choice. None is ever opened."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.attachments import Attachment
from zzpreader.model.pages import Labels
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.rows import apart
from zzpreader.ui.sizes import resize_grown

_FIRST_SIZE_PX = (640, 380)
_NAME, _SIZE, _WHERE, _DESCRIPTION = range(4)


class AttachmentsDialog(QDialog):
    """
    Args:
        found: not empty.
        labels: what is printed on the pages.

    Attributes:
        found: as it was given.
        is_busy: one is being saved.

    Signals:
        save_wanted(tuple[int, ...]): these of them, by their numbers.
        stop_wanted(): what is being saved is not wanted any more.
    """

    save_wanted = Signal(tuple)
    stop_wanted = Signal()

    def __init__(self, found: Sequence[Attachment], labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files in this PDF"))
        resize_grown(self, *_FIRST_SIZE_PX)
        self.found = found
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Files in this PDF"))
        self._list.setHeaderLabels([self.tr("Name"), self.tr("Size"), self.tr("Where"), self.tr("Description")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for one in found:
            self._list.addTopLevelItem(self._row(one, labels))
        head = self._list.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        for column in range(_DESCRIPTION):
            self._list.resizeColumnToContents(column)
        head.resizeSection(_NAME, min(head.sectionSize(_NAME) + 12, 300))
        self._said = QLabel(self.tr("A file inside a PDF can do harm. zzpreader saves it where you choose, unopened."))
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._save = buttons.addButton(self.tr("&Save…"), role.ActionRole)
        self._save_all = buttons.addButton(self.tr("Save &all…"), role.ActionRole)
        self._stop = buttons.addButton(self.tr("S&top"), role.ActionRole)
        close = buttons.addButton(self.tr("Close"), role.RejectRole)
        self._save.clicked.connect(doing(self._save_chosen))
        self._save_all.clicked.connect(doing(lambda: self.save_wanted.emit(tuple(range(len(found))))))
        self._stop.clicked.connect(doing(self.stop_wanted.emit))
        close.clicked.connect(doing(self.reject))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._list.itemActivated.connect(self._save_chosen)
        self._list.itemSelectionChanged.connect(self._update)
        self.is_busy = False
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.setFocus()
        self._update()

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, sentence: str, *, busy: bool = False) -> None:
        """Args: busy: nothing else can be saved meanwhile."""
        self._said.setText(sentence)
        self.is_busy = busy
        self._update()

    def _row(self, one: Attachment, labels: Labels) -> QTreeWidgetItem:
        size = QLocale().formattedDataSize(one.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat) if one.size else ""
        where = self.tr("Whole document")
        if one.page is not None:
            where = self.tr("Page %1").replace("%1", labels.shown(one.page))
        row = QTreeWidgetItem([one.name, apart(size), where, one.description])
        row.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setToolTip(_NAME, as_tooltip(one.name))
        row.setToolTip(_DESCRIPTION, as_tooltip(one.description))
        return row

    def _save_chosen(self) -> None:
        rows = [self._list.indexOfTopLevelItem(item) for item in self._list.selectedItems()]
        if rows and not self.is_busy:
            self.save_wanted.emit(tuple(sorted(rows)))

    def _update(self) -> None:
        self._save.setEnabled(bool(self._list.selectedItems()) and not self.is_busy)
        self._save.setDefault(True)
        self._save_all.setVisible(self._list.topLevelItemCount() > 1)
        self._save_all.setEnabled(not self.is_busy)
        self._stop.setVisible(self.is_busy)
