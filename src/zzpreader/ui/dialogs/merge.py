"""What notes from elsewhere would change, before they are merged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from zzpreader.model.past import Brought


class MergeDialog(QDialog):
    """
    Args:
        names: of the files from which they come.
    """

    def __init__(self, names: Sequence[str], brought: Brought, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge notes"))
        self._sentence = QLabel(self._told(names, brought))
        after = QLabel(self.tr("You can undo this as one step. The files that the notes come from are not changed."))
        buttons = QDialogButtonBox()
        for label in (self._sentence, after):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        if brought.edits:
            merge = buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
            merge.setDefault(True)
            buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            after.hide()
            buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (self._sentence, after, buttons):
            column.addWidget(part)
        self.setMinimumWidth(460)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def _told(self, names: Sequence[str], brought: Brought) -> str:
        files = ", ".join(f"“{name}”" for name in names)
        if not brought.edits:
            return self.tr("%1 has nothing that is not here already.", "", len(names)).replace("%1", files)
        lines = [
            self.tr("%n new note(s) or mark(s)", "", brought.new) if brought.new else "",
            self.tr("%n new status(es), link(s) or correction(s) of sections", "", brought.others)
            if brought.others
            else "",
            self.tr("%n changed", "", brought.changed) if brought.changed else "",
            self.tr("%n deleted; they rest in the trash", "", brought.deleted) if brought.deleted else "",
            self.tr("%n written on both sides; both texts stay, side by side", "", brought.both)
            if brought.both
            else "",
        ]
        head = self.tr("Merging %1 with your notes brings:").replace("%1", files)
        return "\n".join([head, *(f"•  {line}" for line in lines if line)])
