"""Where in the library words are looked for: a collection, notes of a colour or with a tag, lessons with a status."""

from collections.abc import Sequence
from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from zzpreader.model.legend import COLOURS
from zzpreader.model.records import Status
from zzpreader.session.library_search import Within
from zzpreader.ui.buttons import IconButton, as_tooltip, name_box
from zzpreader.ui.colours import colour_name
from zzpreader.ui.lessons.words import status_words

_QUIET_MS = 150
_TAG_PX = 170


class Filters(QWidget):
    """Signals: changed(): `within` is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.changed)
        self._collection = self._choice(self.tr("Collection"))
        self._colour = self._choice(self.tr("Colour of notes"))
        self._status = self._choice(self.tr("Status of the lesson"))
        self._tag = QLineEdit()
        self._tag.setPlaceholderText(self.tr("Tag of notes"))
        self._tag.setMinimumWidth(_TAG_PX)
        self._tag.setAccessibleName(self.tr("Tag of notes"))
        self._tag.setClearButtonEnabled(True)
        self._tag.textChanged.connect(self._typed)
        with QSignalBlocker(self._colour), QSignalBlocker(self._status):
            self._colour.addItem(self.tr("Texts and notes"), None)
            for one in COLOURS:
                self._colour.addItem(colour_name(one.name), one.name)
            self._status.addItem(self.tr("Any status"), None)
            for status in Status:
                self._status.addItem(status_words(status), status.value)
        self._all_again = IconButton("x", self.tr("Take all filters off"))
        self._all_again.clicked.connect(self._take_off)
        self.changed.connect(self._offer_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._collection, self._colour, self._tag, self._status, self._all_again):
            row.addWidget(widget)
        row.addStretch(1)
        self.use_collections(())
        self._offer_all()

    @property
    def within(self) -> Within:
        return Within(
            publications=self._collection.currentData(),
            color=self._colour.currentData(),
            tag=self._tag.text().strip().removeprefix("#") or None,
            status=self._status.currentData(),
        )

    def use_collections(self, collections: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Names, and the ids of the publications in each. What was chosen stays chosen."""
        chosen, before = self._collection.currentText(), self._collection.currentData()
        with QSignalBlocker(self._collection):
            self._collection.clear()
            self._collection.addItem(self.tr("All publications"), None)
            for name, ids in collections:
                self._collection.addItem(name, ids)
            self._collection.setCurrentIndex(max(0, self._collection.findText(chosen)))
        self._collection.setVisible(bool(collections))
        if self._collection.currentData() != before:
            self.changed.emit()

    def _take_off(self) -> None:
        boxes = self._collection, self._colour, self._status
        with ExitStack() as quiet:
            for widget in (*boxes, self._tag):
                quiet.enter_context(QSignalBlocker(widget))
            for box in boxes:
                box.setCurrentIndex(0)
            self._tag.clear()
        self._quiet.stop()
        self._colour.setFocus(Qt.FocusReason.OtherFocusReason)  # the button is going
        self.changed.emit()

    def _offer_all(self) -> None:
        self._all_again.setVisible(self.within != Within())

    def _typed(self) -> None:
        self._quiet.start()

    def _choice(self, words: str) -> QComboBox:
        box = QComboBox()
        name_box(box, words)
        box.setToolTip(as_tooltip(words))
        box.currentIndexChanged.connect(self.changed)
        return box
