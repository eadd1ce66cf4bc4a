"""The filters by colour, kind, tag and section, which are out of sight until they are asked for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zzpreader.model.annotation import Kind
from zzpreader.model.legend import COLOURS, Colour
from zzpreader.model.sections import SectionTree
from zzpreader.model.wanted import Wanted
from zzpreader.ui.buttons import LEAST_PX, as_tooltip, name_box
from zzpreader.ui.colours import colour_name, meaning
from zzpreader.ui.swatches import swatch_icon

_INDENT = "    "
_ARROW_PX = 40
"""Of a box that is folded, with what is around its words."""


class FilterDrawer(QWidget):
    """Signals: changed()."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meanings: Mapping[str, str] = {}
        self._colours = {legend.name: self._colour(legend) for legend in COLOURS}
        self._kind, self._tag, self._section = QComboBox(), QComboBox(), QComboBox()
        name_box(self._kind, self.tr("Kind"))
        name_box(self._tag, self.tr("Tag"))
        name_box(self._section, self.tr("Section"))
        for box in (self._kind, self._tag, self._section):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.setMinimumHeight(LEAST_PX)
        self._fill_kinds()
        self.show_tags(())
        self.show_sections(SectionTree())
        self._lay_out()
        self.show_meanings({})
        for box in (self._kind, self._tag, self._section):
            box.currentIndexChanged.connect(self._tell)

    @property
    def wanted(self) -> Wanted:
        """All but place and words."""
        return Wanted(
            colors=frozenset(name for name, button in self._colours.items() if button.isChecked()),
            kinds=frozenset(Kind(value) for value in self._kind.currentData() or ()),
            tag=self._tag.currentData() or "",
        )

    @property
    def section_id(self) -> str:
        """The section that is chosen here; "" for none."""
        return self._section.currentData() or ""

    @property
    def words(self) -> str:
        """What is asked here, as people say it."""
        colours = [meaning(name, self._meanings) for name, button in self._colours.items() if button.isChecked()]
        boxes = [box.currentText().strip() for box in (self._kind, self._tag, self._section) if box.currentIndex() > 0]
        return ", ".join([self.tr(" or ").join(colours)] * bool(colours) + boxes)

    def clear(self) -> None:
        for button in self._colours.values():
            button.setChecked(False)
        for box in (self._kind, self._tag, self._section):
            box.setCurrentIndex(0)

    def show_tags(self, tags: Sequence[str]) -> None:
        """The tags to choose from; the one that is chosen stays if it is among them."""
        self._show(self._tag, self.tr("All tags"), [(f"#{tag}", tag) for tag in tags])

    def show_sections(self, tree: SectionTree) -> None:
        """The sections to choose from; the one that is chosen stays if it is among them."""
        entries = [(_INDENT * (one.level - 1) + " ".join(one.title.split()), one.id) for one in tree]
        self._show(self._section, self.tr("All sections"), entries)

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        self._meanings = meanings
        for name, button in self._colours.items():
            words = f"{meaning(name, meanings)} ({colour_name(name).lower()})"
            button.setToolTip(as_tooltip(words))
            button.setAccessibleName(words)

    def _show(self, box: QComboBox, every: str, entries: Sequence[tuple[str, str]]) -> None:
        shown = [(box.itemText(n), box.itemData(n)) for n in range(1, box.count())]
        if box.count() and shown == list(entries):
            return
        kept = box.currentData()
        quiet = QSignalBlocker(box)  # the choice is the same before and after
        box.clear()
        box.addItem(every, "")
        for words, value in entries:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(kept), 0))
        quiet.unblock()
        if box.currentData() != kept and kept:
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _colour(self, legend: Colour) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIcon(swatch_icon(legend))
        button.setIconSize(QSize(16, 16))
        button.setMinimumSize(LEAST_PX, LEAST_PX)
        button.setText(colour_name(legend.name))
        button.toggled.connect(self._tell)
        return button

    def _place_boxes(self) -> None:
        """Kind and tag side by side, if what they say now has room there."""
        words = max(self.fontMetrics().horizontalAdvance(box.currentText()) for box in (self._kind, self._tag))
        is_wide = 2 * (words + _ARROW_PX) <= self.width()
        for box in (self._kind, self._tag, self._section):
            self._boxes.removeWidget(box)
        self._boxes.addWidget(self._kind, 0, 0, 1, 1 if is_wide else 2)
        self._boxes.addWidget(self._tag, *((0, 1) if is_wide else (1, 0, 1, 2)))
        self._boxes.addWidget(self._section, 2, 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_boxes()

    def _fill_kinds(self) -> None:
        kinds: tuple[tuple[str, tuple[Kind, ...]], ...] = (
            (self.tr("All kinds"), ()),
            (self.tr("Highlights"), (Kind.HIGHLIGHT,)),
            (self.tr("Underlines"), (Kind.UNDERLINE, Kind.SQUIGGLY)),
            (self.tr("Strike-outs"), (Kind.STRIKEOUT,)),
            (self.tr("Areas"), (Kind.AREA,)),
            (self.tr("Notes"), (Kind.NOTE, Kind.SHEET)),
            (self.tr("Bookmarks"), (Kind.BOOKMARK,)),
        )
        for words, those in kinds:
            self._kind.addItem(words, [kind.value for kind in those])

    def _lay_out(self) -> None:
        swatches = QHBoxLayout()
        swatches.setSpacing(2)
        for button in self._colours.values():
            swatches.addWidget(button)
        swatches.addStretch(1)
        self._boxes = boxes = QGridLayout()
        boxes.setSpacing(4)
        self._place_boxes()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(swatches)
        column.addLayout(boxes)
