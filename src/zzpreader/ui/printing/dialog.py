"""What to print and on what, and beside it the sheets as they will come out."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.displayed import shortened
from zzpreader.model.print_wish import Duplex, PrintWish, Which
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.sizes import grown, resize_grown

_QUIET_MS = 150
_FORM_PX = 380
_SIZE_PX = (980, 680)
_FORM_SHARE = 0.55
"""Of the screen, at most."""

_BUTTON_PX = 24
_LONGEST_TITLE = 200
_MOST_COPIES = 999


class PrintDialog(QDialog):
    """
    Args:
        wish: filled in; its `current` and `section` are what is being read.
        page: how people are told of that page; section: title of that section, empty for none.

    Signals:
        preview_wanted(PrintWish, int): a sheet, counted from 0; answered by `show_sheet` or `say`.
        chosen(PrintWish, str, int): print it; the name of the printer, empty for a PDF, and how many copies.
    """

    preview_wanted = Signal(object, int)
    chosen = Signal(object, str, int)

    def __init__(self, wish: PrintWish, page: str, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wish, self._sheet, self._count = wish, 0, 0
        self._image = QImage()
        self._printers = QComboBox()
        self._printers.addItem(self.tr("PDF file…"), "")
        self._copies = QSpinBox()
        self._copies.setRange(1, _MOST_COPIES)
        self._duplex = QComboBox()
        for side, words in (
            (Duplex.AUTO, self.tr("As the printer is set")),
            (Duplex.NONE, self.tr("One side")),
            (Duplex.LONG, self.tr("Both sides, turned over the long edge")),
            (Duplex.SHORT, self.tr("Both sides, turned over the short edge")),
        ):
            self._duplex.addItem(words, side.value)
        self._which = QButtonGroup(self)
        self._choices: dict[Which, QRadioButton] = {}
        self._form_px = min(grown(_FORM_PX, self), round(self.screen().availableSize().width() * _FORM_SHARE))
        for which, words in (
            (Which.ALL, self.tr("&Whole publication")),
            (Which.CURRENT, self.tr("&This page (%1)").replace("%1", page)),
            (Which.SECTION, self._section_words(section)),
            (Which.TYPED, self.tr("&Pages:")),
            (Which.NONE, self.tr("&No pages, notes alone")),
        ):
            self._choices[which] = QRadioButton(words)
            self._which.addButton(self._choices[which])
        self._choices[Which.SECTION].setVisible(bool(section))
        self._choices[Which.SECTION].setToolTip(as_tooltip(section))
        self._choices[wish.which].setChecked(True)
        self._typed = QLineEdit(wish.typed)
        self._typed.setPlaceholderText(self.tr("Such as xii, 3-7, 12"))
        self._typed.setAccessibleName(self.tr("Pages, as they are numbered on paper"))
        self._halves = QCheckBox(self.tr("&Halves of spreads as pages of their own"))
        self._halves.setChecked(wish.halves)
        self._marks = QCheckBox(self.tr("&Marks on the pages"))
        self._marks.setChecked(wish.marks)
        self._notes = QCheckBox(self.tr("N&otes behind the pages, lesson by lesson"))
        self._notes.setChecked(wish.notes)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._shown = QLabel()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumSize(320, 420)
        self._shown.setAccessibleName(self.tr("Preview"))
        self._back = IconButton("chevron-left", self.tr("Previous sheet"))
        self._on = IconButton("chevron-right", self.tr("Next sheet"))
        self._buttons = QDialogButtonBox()
        self._print = self._buttons.addButton(self.tr("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._quiet = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._changed()

    def _section_words(self, title: str) -> str:
        """As much of the title as there is room for; all of it is in the tooltip."""
        words = self.tr("This &section: %1")
        room = self._form_px - self.fontMetrics().horizontalAdvance(words) - _BUTTON_PX
        shown = self.fontMetrics().elidedText(shortened(title, _LONGEST_TITLE), Qt.TextElideMode.ElideRight, room)
        return words.replace("%1", shown.replace("&", "&&"))

    @property
    def wish(self) -> PrintWish:
        which = next((which for which, button in self._choices.items() if button.isChecked()), Which.ALL)
        return replace(
            self._wish,
            which=which,
            typed=self._typed.text(),
            halves=self._halves.isChecked(),
            duplex=Duplex(self._duplex.currentData()),
            marks=self._marks.isChecked(),
            notes=self._notes.isChecked() or which is Which.NONE,
        )

    @property
    def said(self) -> str:
        """The sentence below the preview."""
        return self._said.text()

    def offer_printers(self, names: Sequence[str], usual: str) -> None:
        """The printers of this system; the usual one is chosen."""
        for name in names:
            self._printers.addItem(name, name)
        if usual in names:
            self._printers.setCurrentIndex(self._printers.findData(usual))

    def offer_halves(self, *, on: bool) -> None:
        """Args: on: whether there are spreads."""
        self._halves.setVisible(on)

    def show_sheet(self, image: QImage, number: int, count: int) -> None:
        self._image, self._sheet, self._count = image, number, count
        self._said.setText(self.tr("Sheet %1 of %2").replace("%1", str(number + 1)).replace("%2", str(count)))
        self._print.setEnabled(True)
        self._back.setEnabled(number > 0)
        self._on.setEnabled(number + 1 < count)
        self._paint()

    def say(self, sentence: str) -> None:
        """Why nothing can be printed so."""
        self._image = QImage()
        self._shown.clear()
        self._said.setText(sentence)
        for part in (self._print, self._back, self._on):
            part.setEnabled(False)

    def turn(self, step: int) -> None:
        """Show another sheet."""
        wanted = min(max(self._sheet + step, 0), max(self._count - 1, 0))
        if wanted != self._sheet:
            self.preview_wanted.emit(self.wish, wanted)

    def accept(self) -> None:
        wish, printer, copies = self.wish, str(self._printers.currentData()), self._copies.value()
        super().accept()
        self.chosen.emit(wish, printer, copies)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def _paint(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self._shown.size() * ratio
        pixels = QPixmap.fromImage(
            self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        _frame(pixels)
        pixels.setDevicePixelRatio(ratio)
        self._shown.setPixmap(pixels)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._typed.textEdited.connect(lambda: self._choices[Which.TYPED].setChecked(True))
        self._typed.textChanged.connect(self._quiet.start)
        self._which.buttonToggled.connect(self._changed)
        self._printers.currentIndexChanged.connect(self._printer_changed)
        self._printer_changed()
        self._marks.toggled.connect(self._changed)
        self._halves.toggled.connect(self._changed)
        self._notes.toggled.connect(self._changed)
        self._quiet.timeout.connect(lambda: self.preview_wanted.emit(self.wish, 0))

    def _printer_changed(self) -> None:
        for part in (self._copies, self._duplex):
            part.setEnabled(bool(self._printers.currentData()))

    def _changed(self) -> None:
        self._notes.setDisabled(self._choices[Which.NONE].isChecked())
        self._marks.setDisabled(self._choices[Which.NONE].isChecked())
        self._print.setEnabled(False)  # until its first sheet has come
        self._quiet.start()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Prin&ter:"), self._printers)
        form.addRow(self.tr("&Copies:"), self._copies)
        form.addRow(self.tr("Si&des:"), self._duplex)
        left = QWidget()
        left.setFixedWidth(self._form_px)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addSpacing(8)
        for which, button in self._choices.items():
            if which is Which.TYPED:
                row = QHBoxLayout()
                row.addWidget(button)
                row.addWidget(self._typed, 1)
                column.addLayout(row)
            else:
                column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(self._halves)
        column.addWidget(self._marks)
        column.addWidget(self._notes)
        column.addStretch(1)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._said, 1)
        turning.addWidget(self._on)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QVBoxLayout()
        right.addWidget(self._shown, 1)
        right.addLayout(turning)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(left)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(both, 1)
        whole.addWidget(self._buttons)
        resize_grown(self, *_SIZE_PX)


def _frame(pixels: QPixmap) -> None:
    """A hairline: white paper on a light window would have no edge."""
    painter = QPainter(pixels)
    painter.setPen(QColor("#8a8a8a"))
    painter.drawRect(pixels.rect().adjusted(0, 0, -1, -1))
    painter.end()
