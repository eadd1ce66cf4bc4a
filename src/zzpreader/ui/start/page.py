"""What one sees while nothing is open: go on reading, the last publications, the bundles, and where to drop a PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zzpreader.model.displayed import one_line
from zzpreader.model.library import PublicationRow
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import PictureButton
from zzpreader.ui.library.model import LibraryModel
from zzpreader.ui.library.painting import paint_cover
from zzpreader.ui.notice import Notice
from zzpreader.ui.sizes import grown
from zzpreader.ui.start.recent import RecentList
from zzpreader.ui.zone import paint_zone

MOST_RECENT = 7
_LEFT = "text-align: left; padding-left: 10px;"
_WIDEST_PX = 1080
_NARROW_PX = 460
"""Of what stands in the middle where nothing has been read yet."""
_COVER = QSize(124, 168)


class _Cover(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._cover: QPixmap | None = None
        self.setFixedSize(_COVER)

    def show_image(self, image: QImage | None) -> None:
        self._cover = None
        if image:
            ratio = self.devicePixelRatioF()
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._cover = QPixmap.fromImage(image.scaled(_COVER * ratio, keep, smooth))
            self._cover.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        paint_cover(painter, QRect(0, 0, self.width(), self.height()), self._cover, quiet)


class _Zone(QWidget):
    """Stands for the whole window, on any place of which files can be dropped."""

    _is_over = False

    def show_held_over(self, files: Sequence[Path]) -> None:
        self._is_over = bool(files)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_zone(self, is_over=self._is_over, is_empty=True)


class _Entry(PictureButton):
    """One of several below each other, which begin at the left."""

    def __init__(self, picture: str, words: str) -> None:
        super().__init__(picture, words.replace("&", "&&"))
        self.setMinimumHeight(34)
        self.begin_left()

    def begin_left(self) -> None:
        """Once more when the palette has changed: a widget with a style sheet keeps the one that it had."""
        self.setStyleSheet("")
        self.setStyleSheet(_LEFT)


class StartPage(QScrollArea):
    """
    Signals:
        opened(PublicationRow): go on reading it.
        file_wanted(), folder_wanted(), library_wanted(), guide_wanted().
        bundle_wanted(str id).
    """

    opened = Signal(object)
    file_wanted = Signal()
    folder_wanted = Signal()
    library_wanted = Signal()
    guide_wanted = Signal()
    bundle_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: PublicationRow | None = None
        self._words = LibraryModel(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("Start"))
        self.notice = Notice()
        self._cover = _Cover()
        self._title, self._about, self._progress = _label(scale=1.4, bold=True), _label(quiet=True), _label(quiet=True)
        self._go_on = PictureButton("book-open", self.tr("Go on reading"))
        self._recent = RecentList()
        self._recent.chosen.connect(self.opened)
        self._go_on.clicked.connect(lambda: self._current and self.opened.emit(self._current))
        self.zone = _Zone()
        self._open = _Entry("folder-open", self.tr("Open publication…"))
        self._open.clicked.connect(doing(self.file_wanted.emit))
        self._shelf = QVBoxLayout()
        self._read, self._inner = QWidget(), QWidget()
        self._reading = self._make_reading()
        self._others = self._make_others()
        self._lay_out()
        self.show_rows(())

    @property
    def current(self) -> PublicationRow | None:
        """The one that was read last."""
        return self._current

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """The publications that were opened, the last first; more than can be shown are left out."""
        opened = sorted((row for row in rows if row.opened), key=lambda row: row.opened, reverse=True)
        before, self._current = self._current, next(iter(opened), None)
        others = opened[1:MOST_RECENT]
        self._read.setVisible(self._current is not None)
        self._inner.setMaximumWidth(grown(_WIDEST_PX if self._current else _NARROW_PX, self))
        self.setFocusProxy(self._go_on if self._current else self._open)
        if before is None and self._open.hasFocus():  # what was read came when the page was shown already
            self.take_keyboard()
        self._others.setVisible(bool(others))
        self._recent.show_rows(others)
        if row := self._current:
            self._title.setText(one_line(row.about.title, 200))
            self._about.setText(" · ".join(part for part in (row.about.author, row.about.year) if part))
            self._about.setVisible(bool(self._about.text()))
            self._progress.setText(self._words.state_words(row) or self._words.progress_words(row))
            if before is None or before.edition != row.edition:
                self._cover.show_image(None)

    def show_cover(self, edition: str, image: QImage) -> None:
        if self._current and self._current.edition == edition:
            self._cover.show_image(image)
        self._recent.show_cover(edition, image)

    def show_bundles(self, bundles: Sequence[tuple[str, str]]) -> None:
        """Args: bundles: id and name."""
        while item := self._shelf.takeAt(0):
            if button := item.widget():
                button.deleteLater()
        for id_, name in bundles:
            button = _Entry("library", one_line(name, 60))
            button.clicked.connect(lambda _checked=False, id_=id_: self.bundle_wanted.emit(id_))
            self._shelf.addWidget(button)

    def take_keyboard(self) -> None:
        (self._go_on if self._current else self._open).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(_Entry):
                button.begin_left()

    # inside

    def _make_reading(self) -> QWidget:
        self._go_on.setDefault(True)
        self._go_on.setMinimumHeight(36)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._about, self._progress):
            words.addWidget(part)
        words.addSpacing(6)
        words.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return whole

    def _make_others(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(_heading(self.tr("Recently read")))
        column.addWidget(self._recent)
        return whole

    def _make_zone(self) -> QWidget:
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        words = _label()
        words.setText(self.tr("Drop a PDF here, or on any place of the window. It stays where it is."))
        column.addWidget(words)
        add = _Entry("folder", self.tr("Add a folder of publications…"))
        add.clicked.connect(doing(self.folder_wanted.emit))
        for button in (self._open, add):
            column.addWidget(button)
        return self.zone

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(self._read), QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._reading)
        left.addWidget(self._others)
        left.addStretch(1)
        right.setSpacing(10)
        right.addWidget(self._make_zone())
        right.addSpacing(8)
        right.addWidget(_heading(self.tr("Knowledge bundles")))
        right.addLayout(self._shelf)
        right.addSpacing(8)
        right.addWidget(_heading(self.tr("More")))
        for text, picture, wanted in (
            (self.tr("Library"), "book-open-text", self.library_wanted),
            (self.tr("User guide"), "circle-help", self.guide_wanted),
        ):
            button = _Entry(picture, text)
            button.clicked.connect(doing(wanted.emit))
            right.addWidget(button)
        right.addStretch(1)
        columns = QHBoxLayout(self._inner)
        columns.setContentsMargins(0, 36, 0, 36)
        columns.setSpacing(48)
        columns.addWidget(self._read, 3)
        columns.addLayout(right, 2)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.notice)
        across = QHBoxLayout()
        whole.addLayout(across, 1)
        across.setContentsMargins(28, 0, 28, 0)
        across.addStretch(1)
        across.addWidget(self._inner, 1000)
        across.addStretch(1)
        self.setWidget(page)


def _label(*, scale: float = 1.0, bold: bool = False, quiet: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    label.setFont(font)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _heading(words: str) -> QLabel:
    label = _label(bold=True)
    label.setText(words)
    return label
