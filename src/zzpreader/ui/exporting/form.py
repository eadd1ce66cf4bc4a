"""What is exported and how: the fields from which a wish is read."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from zzpreader.export.choice import Grouping
from zzpreader.export.formats import FORMATS
from zzpreader.export.wished import PER_LESSON, format_of
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.legend import COLOURS
from zzpreader.model.records import Status
from zzpreader.model.sections import SectionTree
from zzpreader.ui.buttons import LEAST_PX
from zzpreader.ui.colours import meaning
from zzpreader.ui.exporting.sections import SectionBoxes
from zzpreader.ui.exporting.several import SeveralButton
from zzpreader.ui.exporting.template import TemplateBox
from zzpreader.ui.exporting.words import format_words, grouping_words
from zzpreader.ui.lessons.words import status_words
from zzpreader.ui.sizes import grown
from zzpreader.ui.swatches import swatch_icon

_WHOLE, _LESSONS, _SOME = "whole", "lessons", "some"
_ISO = Qt.DateFormat.ISODate
_TREE_PX = 176


class ExportForm(QWidget):
    """Signals: changed(): the wish is another one.

    Args:
        notes: how many a section holds with all below it, by its id.
    """

    changed = Signal()

    def __init__(
        self,
        wish: ExportWish,
        tree: SectionTree,
        tags: Sequence[str],
        meanings: Mapping[str, str],
        notes: Callable[[str], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before = wish
        self._format = self._make_formats(wish)
        self._template = TemplateBox(wish.template)
        self._said = QLabel(
            self.tr("For a tagged PDF, which screen readers follow, export ODT and let your office program make it.")
        )
        self._said.setWordWrap(True)
        self._what = _combo(
            (_WHOLE, self.tr("The whole publication")),
            (_LESSONS, self.tr("Lessons only")),
            (_SOME, self.tr("Sections and lessons that I choose")),
        )
        self._what.setCurrentIndex(2 if wish.sections else int(wish.lessons))
        self._sections = SectionBoxes(tree, wish.sections, notes)
        self._sections.setFixedHeight(grown(_TREE_PX, self))
        self._grouping = _combo(*((str(one), grouping_words(one)) for one in Grouping))
        self._grouping.setCurrentIndex(max(self._grouping.findData(wish.grouping), 0))
        self._parts = {
            name: _box(words, on=getattr(wish, name))
            for name, words in (
                ("quotes", self.tr("Quotes")),
                ("comments", self.tr("Comments")),
                ("notes", self.tr("Notes and bookmarks")),
                ("pictures", self.tr("Marked areas")),
            )
        }
        self._colors = SeveralButton(self.tr("All colours"))
        self._colors.offer([(c.name, meaning(c.name, meanings), swatch_icon(c)) for c in COLOURS], wish.colors)
        self._tags = SeveralButton(self.tr("All, also without tags"))
        self._tags.offer([(tag, f"#{tag}", None) for tag in tags], wish.tags)
        self._states = SeveralButton(self.tr("All statuses"))
        self._states.offer([(str(one), status_words(one), None) for one in Status], wish.states)
        self._since, self._until = _Day(self.tr("From"), wish.since), _Day(self.tr("Until"), wish.until)
        self._checked = _box(self.tr("Compare &quotes with the publication"), on=wish.checked)
        self._per_lesson = _box(self.tr("One &file for every lesson"), on=wish.per_lesson)
        self._lay_out()
        self._connect()
        self._follow()

    @property
    def wish(self) -> ExportWish:
        what = self._what.currentData()
        return replace(
            self._before,
            template=self._template.template,
            format=self._format.currentData(),
            sections=self._sections.chosen if what == _SOME else (),
            lessons=what == _LESSONS,
            colors=self._colors.chosen,
            tags=self._tags.chosen,
            states=self._states.chosen,
            since=self._since.iso,
            until=self._until.iso,
            grouping=self._grouping.currentData(),
            checked=self._checked.isChecked(),
            per_lesson=self._per_lesson.isEnabled() and self._per_lesson.isChecked(),
            **{name: box.isChecked() for name, box in self._parts.items()},
        )

    @property
    def is_complete(self) -> bool:
        """Whether there is something to export: who chooses sections has to check one."""
        return self._what.currentData() != _SOME or bool(self._sections.chosen)

    def _make_formats(self, wish: ExportWish) -> QComboBox:
        box = _combo(*((one.name, self._named(one.name)) for one in FORMATS.values()))
        model = box.model()
        assert isinstance(model, QStandardItemModel)
        for row, one in enumerate(FORMATS.values()):
            model.item(row).setEnabled(one.is_here)
        box.setCurrentIndex(box.findData(format_of(wish).name))
        return box

    def _named(self, name: str) -> str:
        one = FORMATS[name]
        if one.is_here:
            return format_words(name)
        return self.tr("%1 – needs %2").replace("%1", format_words(name)).replace("%2", f"zzpreader[{one.needs[1]}]")

    def _lay_out(self) -> None:
        parts = QGridLayout()
        for n, box in enumerate(self._parts.values()):
            parts.addWidget(box, n // 2, n % 2)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Format:"), self._format)
        form.addRow(self._said)
        form.addRow(self.tr("Te&mplate:"), self._template)
        form.addRow(self.tr("&What:"), self._what)
        form.addRow(self._sections)
        form.addRow(self.tr("&Group by:"), self._grouping)
        form.addRow(self.tr("With:"), parts)
        form.addRow(self.tr("&Colours:"), self._colors)
        form.addRow(self.tr("&Tags:"), self._tags)
        form.addRow(self.tr("&Statuses:"), self._states)
        form.addRow(self.tr("Changed:"), self._since)
        form.addRow("", self._until)
        form.addRow(self._checked)
        form.addRow(self._per_lesson)

    def _connect(self) -> None:
        for combo in (self._format, self._what, self._grouping):
            combo.currentIndexChanged.connect(self._follow)
        for box in (*self._parts.values(), self._checked, self._per_lesson):
            box.toggled.connect(self._follow)
        self._template.chosen.connect(self._follow)
        for field in (self._sections, self._colors, self._tags, self._states, self._since, self._until):
            field.changed.connect(self._follow)

    def _follow(self, *_: object) -> None:
        is_free = not self._template.template
        self._format.setEnabled(is_free)
        self._said.setVisible(is_free and self._format.currentData() == "pdf")
        self._sections.setVisible(self._what.currentData() == _SOME)
        grouped_by_section = self._grouping.currentData() == str(Grouping.SECTION)
        self._per_lesson.setEnabled(is_free and self._format.currentData() in PER_LESSON and grouped_by_section)
        self.changed.emit()


class _Day(QWidget):
    """A day, if it is asked for. Signals: changed()."""

    changed = Signal()

    def __init__(self, words: str, iso: str) -> None:
        super().__init__()
        self._box = QCheckBox(words)
        day = QDate.fromString(iso, _ISO)
        self._box.setChecked(day.isValid())
        self._day = QDateEdit(day if day.isValid() else QDate.currentDate())
        self._day.setAccessibleName(words)
        self._day.setCalendarPopup(True)
        self._day.setEnabled(day.isValid())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._box)
        row.addWidget(self._day, 1)
        self._box.toggled.connect(self._day.setEnabled)
        self._box.toggled.connect(self.changed)
        self._day.dateChanged.connect(self.changed)

    @property
    def iso(self) -> str:
        return self._day.date().toString(_ISO) if self._box.isChecked() else ""


def _combo(*entries: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    for value, words in entries:
        box.addItem(words, value)
    return box


def _box(words: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    box.setMinimumHeight(LEAST_PX)
    return box
