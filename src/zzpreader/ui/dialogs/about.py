"""What this program is, and on whose shoulders it stands."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from zzpreader.ui.icons import icon
from zzpreader.ui.sizes import grown

_PARTS = ("PySide6-Essentials", "pymupdf", "tinydb", "msgspec")

_WIDTH_PX = 460


class AboutDialog(QDialog):
    def __init__(self, folder: str, walls: str = "", parent: QWidget | None = None) -> None:
        """
        Args:
            walls: a sentence on how documents are kept from harm here; "" as long as that is not known.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About zzpreader"))
        picture = QLabel()
        picture.setPixmap(icon("zzpreader").pixmap(64, 64))
        name = QLabel(f"zzpreader {_version('zzpreader')}")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        name.setFont(font)
        words = [
            self.tr("Read publications offline, section by section, and take your notes along."),
            self.tr("Free software under the GNU Affero General Public License, version 3 or later."),
            self.tr("Made with %1.").replace("%1", ", ".join(f"{part} {_version(part)}" for part in _PARTS)),
            self.tr("Your notes are in %1").replace("%1", folder),
        ]
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(picture)
        column.addWidget(name)
        for sentence in filter(None, [*words, walls]):
            label = QLabel(sentence)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        width = grown(_WIDTH_PX, self)
        self.setMinimumWidth(width)
        self.resize(width, column.heightForWidth(width))  # no paragraph loses a line


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
