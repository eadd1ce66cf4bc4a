"""Which template an export goes through, if any: one that is shipped, or a file of the reader's."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from zzpreader.export.templates import is_here, shipped
from zzpreader.ui.dialogs.files import FileDialog

_NONE, _ASK = "", "\0ask"


class TemplateBox(QComboBox):
    """
    Signals:
        chosen(): another one; the path of a file, the name of one that is shipped, or none.
    """

    chosen = Signal()

    def __init__(self, template: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.addItem(self.tr("No template"), _NONE)
        for name in shipped() if is_here() else ():
            self.addItem(_words(name), name)
        if is_here():
            self.addItem(self.tr("A file…"), _ASK)
        else:
            self.setEnabled(False)
            self.setToolTip(self.tr("Templates need %1").replace("%1", "zzpreader[templates]"))
        self._before = _NONE
        if template and is_here():
            self._show(template)
        self.activated.connect(self._take)

    @property
    def template(self) -> str:
        return self._before

    def _take(self) -> None:
        asked = self.currentData()
        if asked == _ASK:
            last = Path(self._before).parent if self._before and self._before not in shipped() else None
            kinds = self.tr("Templates (*.j2 *.md *.html *.htm *.txt)")
            files = FileDialog(self.tr("Choose a template"), kinds, self).to_open(last)
            self._show(str(files[0]) if files else self._before)
        else:
            self._before = asked
        self.chosen.emit()

    def _show(self, template: str) -> None:
        """With an entry of its own for a file."""
        if self.findData(template) < 0:
            self.insertItem(self.count() - 1, Path(template).name, template)
        self.setCurrentIndex(self.findData(template))
        self._before = template


def _words(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "council-proposal.md": translate("Templates", "Council proposal (Markdown)"),
        "memo.html": translate("Templates", "Memo (web page)"),
    }.get(name, name)
