"""Which cards are shown: of this section or of all, by words, colour, kind and tag."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.annotation import Kind
from zzpreader.model.legend import COLOURS
from zzpreader.model.wanted import Wanted
from zzpreader.ui.buttons import LEAST_PX, IconButton, as_tooltip
from zzpreader.ui.colours import colour_name, meaning
from zzpreader.ui.swatches import swatch_icon

_QUIET_MS = 150


class FilterBar(QWidget):
    """Signals: changed()."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = QTabBar()
        self._places.addTab(self.tr("This section"))
        self._places.addTab(self.tr("Whole publication"))
        for n in range(2):
            self._places.setTabToolTip(n, self._places.tabText(n))
        self._places.setExpanding(True)
        self._places.setUsesScrollButtons(False)
        self._places.setElideMode(Qt.TextElideMode.ElideRight)
        self._places.setAccessibleName(self.tr("Which notes are shown"))
        self._places.currentChanged.connect(self._tell)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Filter notes"))
        self._words.setAccessibleName(self.tr("Filter notes"))
        self._words.setClearButtonEnabled(True)
        self._more = IconButton("filter", self.tr("Filter by colour, kind and tag"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        self._colours = {legend.name: self._colour(legend.name) for legend in COLOURS}
        self._kind, self._tag = QComboBox(), QComboBox()
        self._kind.setAccessibleName(self.tr("Kind"))
        self._tag.setAccessibleName(self.tr("Tag"))
        for box in (self._kind, self._tag):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.setMinimumHeight(LEAST_PX)
        self._fill_kinds()
        self.show_tags(())
        self._lay_out()
        self.show_meanings({})
        quiet = QTimer(self)
        quiet.setSingleShot(True)
        quiet.setInterval(_QUIET_MS)
        quiet.timeout.connect(self.changed)
        self._words.textChanged.connect(quiet.start)
        self._kind.currentIndexChanged.connect(self.changed)
        self._tag.currentIndexChanged.connect(self.changed)

    @property
    def whole(self) -> bool:
        """Whether all sections are shown."""
        return self._places.currentIndex() == 1

    def show_whole(self) -> None:
        self._places.setCurrentIndex(1)

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def wanted(self) -> Wanted:
        """All but place and words."""
        return Wanted(
            colors=frozenset(name for name, button in self._colours.items() if button.isChecked()),
            kinds=_kinds_of(self._kind.currentData()),
            tag=self._tag.currentData() or "",
        )

    @property
    def asks(self) -> bool:
        """Whether anything is filtered but the place."""
        return self.wanted.asks or bool(self.words.strip())

    def clear(self) -> None:
        """Ask nothing any more but the place."""
        self._words.clear()
        self._more.setChecked(False)
        for button in self._colours.values():
            button.setChecked(False)
        self._kind.setCurrentIndex(0)
        self._tag.setCurrentIndex(0)

    def show_tags(self, tags: Sequence[str]) -> None:
        """The tags to choose from; the one that is chosen stays if it is among them."""
        if [self._tag.itemData(n) for n in range(1, self._tag.count())] == list(tags) and self._tag.count():
            return
        kept = self._tag.currentData()
        quiet = QSignalBlocker(self._tag)  # the choice is the same before and after
        self._tag.clear()
        self._tag.addItem(self.tr("All tags"), "")
        for tag in tags:
            self._tag.addItem(f"#{tag}", tag)
        self._tag.setCurrentIndex(max(self._tag.findData(kept), 0))
        quiet.unblock()
        if self._tag.currentData() != kept and kept:
            self.changed.emit()

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        for name, button in self._colours.items():
            words = f"{meaning(name, meanings)} ({colour_name(name).lower()})"
            button.setToolTip(as_tooltip(words))
            button.setAccessibleName(words)

    def _tell(self) -> None:
        self.changed.emit()

    def _colour(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIcon(swatch_icon(next(legend for legend in COLOURS if legend.name == name)))
        button.setIconSize(QSize(16, 16))
        button.setMinimumSize(LEAST_PX, LEAST_PX)
        button.setText(colour_name(name))
        button.toggled.connect(self._tell)
        return button

    def _fill_kinds(self) -> None:
        kinds: tuple[tuple[str, tuple[Kind, ...]], ...] = (
            (self.tr("All kinds"), ()),
            (self.tr("Highlights"), (Kind.HIGHLIGHT,)),
            (self.tr("Underlines"), (Kind.UNDERLINE, Kind.SQUIGGLY)),
            (self.tr("Strike-outs"), (Kind.STRIKEOUT,)),
            (self.tr("Notes"), (Kind.NOTE, Kind.SHEET)),
            (self.tr("Bookmarks"), (Kind.BOOKMARK,)),
        )
        for words, those in kinds:
            self._kind.addItem(words, [kind.value for kind in those])

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words, 1)
        words.addWidget(self._more)
        swatches = QHBoxLayout()
        swatches.setSpacing(2)
        for button in self._colours.values():
            swatches.addWidget(button)
        swatches.addStretch(1)
        boxes = QHBoxLayout()
        boxes.setSpacing(4)
        boxes.addWidget(self._kind, 1)
        boxes.addWidget(self._tag, 1)
        self._drawer = QWidget()
        inside = QVBoxLayout(self._drawer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(swatches)
        inside.addLayout(boxes)
        self._drawer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._places)
        column.addLayout(words)
        column.addWidget(self._drawer)

    def _show_more(self, on: bool) -> None:
        self._drawer.setVisible(on)
        if not on:
            for button in self._colours.values():
                button.setChecked(False)
            self._kind.setCurrentIndex(0)
            self._tag.setCurrentIndex(0)


def _kinds_of(values: list[str] | None) -> frozenset[Kind]:
    return frozenset(Kind(value) for value in values or ())
