"""The reader's choices on one page."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.settings import Settings, Theme
from zzpreader.model.typed import tidy_tags
from zzpreader.ui.dialogs.choices import Choices

_TAG_LINES = 6


class SettingsDialog(QDialog):
    """
    Args:
        settings: as they are now.
        folder: where notes are kept, shown as text.
    """

    def __init__(self, settings: Settings, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._before = settings
        self._language = _choice(
            [("", self.tr("As the system")), ("nl", "Nederlands"), ("en", "English")], settings.language
        )
        self._theme = _choice(
            [(Theme.SYSTEM, self.tr("As the system")), (Theme.LIGHT, self.tr("Light")), (Theme.DARK, self.tr("Dark"))],
            settings.theme,
        )
        self._paper = _choice(
            [("light", self.tr("White")), ("sepia", self.tr("Sepia")), ("dark", self.tr("Dark"))], settings.paper
        )
        self._author = QLineEdit(settings.author)
        self._author.setMaxLength(100)
        self._author.setPlaceholderText(self.tr("Nobody"))
        self._single_keys = QCheckBox(self.tr("Letters and digits alone are shortcuts on the page (H, N, 1 to 6)"))
        self._single_keys.setChecked(settings.single_keys)
        self._tags = QPlainTextEdit("\n".join(settings.tags))
        self._tags.setTabChangesFocus(True)
        self._tags.setPlaceholderText(self.tr("One tag on each line"))
        self._tags.setToolTip(self.tr("Proposed while you type tags; one on each line"))
        self._tags.setFixedHeight(_TAG_LINES * self._tags.fontMetrics().lineSpacing() + 14)
        where = QLabel(folder)
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Language:"), self._language)
        form.addRow(self.tr("&Appearance:"), self._theme)
        form.addRow(self.tr("&Paper:"), self._paper)
        form.addRow(self.tr("&Name with your notes:"), self._author)
        form.addRow(self.tr("Keys:"), self._single_keys)
        form.addRow(self.tr("&Tags to start with:"), self._tags)
        form.addRow(self.tr("Your notes are in:"), where)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(Choices(self))
        self.setMinimumWidth(520)

    @property
    def settings(self) -> Settings:
        return msgspec.structs.replace(
            self._before,
            language=self._language.currentData(),
            theme=Theme(self._theme.currentData()),
            paper=self._paper.currentData(),
            author=self._author.text().strip(),
            single_keys=self._single_keys.isChecked(),
            tags=tidy_tags(self._tags.toPlainText().replace(",", "\n").splitlines()),
        )


def _choice(entries: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, words in entries:
        box.addItem(words, str(value))
    box.setCurrentIndex(max(box.findData(str(chosen)), 0))
    return box
