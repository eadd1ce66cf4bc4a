"""The reader's choices on one page, of which a word leaves what it is about."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.citation import Style
from zzpreader.model.settings import ReadingFont, Settings
from zzpreader.model.shortcuts import Keys
from zzpreader.model.theme import Theme
from zzpreader.model.typed import tidy_tags
from zzpreader.ui.dialogs.choices import Choices
from zzpreader.ui.dialogs.legend import LegendLines
from zzpreader.ui.settings.groups import Group, Groups
from zzpreader.ui.settings.keys import KeyedCommand, KeysEditor
from zzpreader.ui.settings.storage import StorageBox
from zzpreader.ui.sizes import resize_grown

_TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
_TAG_LINES = 6
_SIZE_PX = (700, 700)


class SettingsDialog(QDialog):
    """
    Args:
        settings: as they are now.
        folder: where notes are kept, shown as text; is_portable: beside a portable program.
        commands: all that can have a key; original: the keys that are given.

    Signals: wanted(Deed): something with all that is kept.
    """

    wanted = Signal(object)

    def __init__(
        self,
        settings: Settings,
        folder: str,
        *,
        is_portable: bool = False,
        commands: Sequence[KeyedCommand] = (),
        original: Keys | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._before = settings
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a setting"))
        self._search.setAccessibleName(self.tr("Find a setting"))
        self._search.setClearButtonEnabled(True)
        self._keys = KeysEditor(commands, original or {}, settings.keys)
        self._legend = LegendLines(settings.meanings)
        self.storage = StorageBox(folder, is_portable=is_portable)
        self.storage.wanted.connect(self.wanted)
        self._make_fields(settings)
        groups = Groups(self._groups())
        self._search.textChanged.connect(groups.show_found)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keyboard, and is scrolled to
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(groups)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(scroll, 1)
        column.addWidget(Choices(self))
        resize_grown(self, *_SIZE_PX)
        self._search.setFocus()

    def look_for(self, words: str) -> None:
        """Show what speaks of it."""
        self._search.setText(words)

    @property
    def settings(self) -> Settings:
        return msgspec.structs.replace(
            self._before,
            language=self._language.currentData(),
            theme=Theme(self._theme.currentData()),
            text_size=int(self._text_size.currentData()),
            paper=self._paper.currentData(),
            reading_font=ReadingFont(self._reading_font.currentData()),
            reading_size=self._reading_size.value(),
            reading_width=self._reading_width.value(),
            author=self._author.text().strip(),
            progress=self._progress.isChecked(),
            single_keys=self._single_keys.isChecked(),
            citation=Style(self._citation.currentData()),
            scans=self._scans.currentData(),
            meanings=self._legend.meanings,
            keys=self._keys.own,
            tags=tidy_tags(self._tags.toPlainText().replace(",", "\n").splitlines()),
        )

    def _make_fields(self, settings: Settings) -> None:
        system = self.tr("As the system")
        self._language = _choice([("", system), ("nl", "Nederlands"), ("en", "English")], settings.language)
        themes = [
            (Theme.SYSTEM, system),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.CONTRAST, self.tr("High contrast")),
        ]
        self._theme = _choice(themes, settings.theme)
        sizes = sorted({*_TEXT_SIZES, settings.text_size})
        self._text_size = _choice([(str(size), f"{size} %") for size in sizes], str(settings.text_size))
        self._paper = _choice(
            [("light", self.tr("White")), ("sepia", self.tr("Sepia")), ("dark", self.tr("Dark"))], settings.paper
        )
        fonts = [
            (ReadingFont.SERIF, self.tr("Serif")),
            (ReadingFont.SANS, self.tr("Sans serif")),
            (ReadingFont.LEGIBLE, self.tr("Easy to tell apart (also with dyslexia)")),
        ]
        self._reading_font = _choice(fonts, settings.reading_font)
        self._reading_size = _number(8, 48, settings.reading_size, self.tr(" pt"))
        self._reading_width = _number(30, 160, settings.reading_width, self.tr(" letters"))
        styles = [(Style.APA, "APA"), (Style.LEGAL, self.tr("Leidraad (law)")), (Style.PLAIN, self.tr("Plain"))]
        self._citation = _choice(styles, settings.citation)
        languages = [("", self.tr("That of the publication")), ("nld", "Nederlands"), ("eng", "English")]
        languages.append(("nld+eng", "Nederlands + English"))
        self._scans = _choice(languages, settings.scans)
        self._author = QLineEdit(settings.author)
        self._author.setMaxLength(100)
        self._author.setPlaceholderText(self.tr("Nobody"))
        self._single_keys = QCheckBox(self.tr("Letters and digits alone are shortcuts on the page (H, N, T, 1 to 6)"))
        self._single_keys.setChecked(settings.single_keys)
        self._progress = QCheckBox(self.tr("Show how far I have read; it is kept on this computer alone"))
        self._progress.setChecked(settings.progress)
        self._tags = QPlainTextEdit("\n".join(settings.tags))
        self._tags.setTabChangesFocus(True)
        self._tags.setPlaceholderText(self.tr("One tag on each line"))
        self._tags.setToolTip(self.tr("Proposed while you type tags; one on each line"))
        self._tags.setFixedHeight(_TAG_LINES * self._tags.fontMetrics().lineSpacing() + 14)

    def _groups(self) -> list[Group]:
        appearance, reading = Group(self.tr("Appearance")), Group(self.tr("Reading"))
        keys, notes = Group(self.tr("Keys")), Group(self.tr("Notes"))
        colours, storage = Group(self.tr("Meaning of the colours")), Group(self.tr("Storage"))
        appearance.add(self.tr("&Language:"), self._language, "Nederlands English")
        appearance.add(self.tr("&Appearance:"), self._theme, self.tr("light dark theme high contrast"))
        appearance.add(self.tr("Te&xt size:"), self._text_size, self.tr("font letters large interface"))
        reading.add(self.tr("&Paper:"), self._paper, self.tr("white sepia dark"))
        mode = self.tr("reading mode")
        reading.add(self.tr("&Font of reading mode:"), self._reading_font, self.tr("serif sans dyslexia letters"))
        reading.add(self.tr("Si&ze of its text:"), self._reading_size, mode)
        reading.add(self.tr("Le&ngth of its lines:"), self._reading_width, mode)
        also = self.tr("progress time left")  # not within the words of another: who collects them would miss it
        reading.add("", self._progress, f"{self._progress.text()} {also}")
        reading.add(self.tr("&Source with a copied quote:"), self._citation, "APA")
        reading.add(self.tr("&Language of words in pictures:"), self._scans, self.tr("scans OCR Tesseract language"))
        keys.add("", self._single_keys, self._single_keys.text())
        keys.add("", self._keys, self.tr("shortcuts commands"))
        notes.add(self.tr("&Name with your notes:"), self._author, self.tr("author"))
        notes.add(self.tr("&Tags to start with:"), self._tags)
        colours.add("", self._legend, self.tr("legend"))
        storage.add("", self.storage, self.tr("folder size backup restore export import settings delete everything"))
        return [appearance, reading, keys, notes, colours, storage]


def _choice(entries: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, words in entries:
        box.addItem(words, str(value))
    box.setCurrentIndex(max(box.findData(str(chosen)), 0))
    return box


def _number(least: int, most: int, value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSuffix(unit)
    return box
