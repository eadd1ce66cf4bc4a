"""What to export, and beside it what comes of it, before a file is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zzpreader.export.preview import Preview
from zzpreader.model.export_wish import ExportWish
from zzpreader.ui.exporting.form import ExportForm
from zzpreader.ui.exporting.previewing import PreviewPane
from zzpreader.ui.sizes import grown, resize_grown

_QUIET_MS = 150
_FORM_PX = 430
_SIZE_PX = (1120, 660)
_FORM_SHARE = 0.62
"""Of the screen, at most."""


class ExportDialog(QDialog):
    """
    Signals:
        preview_wanted(ExportWish): answered by `show_preview`; the newest is the only one that counts.
        chosen(ExportWish): write it; the dialog has closed.
    """

    preview_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, form: ExportForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export notes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = form
        self._preview = PreviewPane()
        self._buttons = QDialogButtonBox()
        self._export = self._buttons.addButton(self.tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._quiet = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(lambda: self.preview_wanted.emit(self._form.wish))
        form.changed.connect(self._changed)
        self._lay_out()
        self._changed()

    @property
    def wish(self) -> ExportWish:
        return self._form.wish

    @property
    def counted(self) -> str:
        """The sentence above the preview."""
        return self._preview.sentence

    def accept(self) -> None:
        wish = self._form.wish
        super().accept()
        self.chosen.emit(wish)

    def show_preview(self, preview: Preview, pictures: Sequence[QImage] = ()) -> None:
        if self._form.is_complete:  # it may have been asked for before the last box was unchecked
            self._preview.show_preview(preview, pictures, self._form.wish)

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        whole = self._form.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        most = round(self.screen().availableSize().width() * _FORM_SHARE)
        scroll.setFixedWidth(min(max(grown(_FORM_PX, self), whole), most))
        scroll.setWidget(self._form)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scroll)
        row.addWidget(self._preview, 1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._buttons)
        resize_grown(self, *_SIZE_PX)

    def _changed(self) -> None:
        self._export.setEnabled(self._form.is_complete)
        if self._form.is_complete:
            self._quiet.start()
        else:
            self._quiet.stop()
            self._preview.say(self.tr("Choose at least one section or lesson."))
