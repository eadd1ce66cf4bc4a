"""The two answers of a dialog in which something is chosen; verbs, in our own words."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


class Choices(QDialogButtonBox):
    """Keep what was chosen, or leave everything as it was."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
