"""The printed page numbers, put right by the reader: a rule for a range of PDF pages, and what comes of it."""

from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.pages import LONGEST_LABEL, Labels
from zzpreader.model.records import LabelRule
from zzpreader.model.typed import sound
from zzpreader.session.numbering import Numbering
from zzpreader.ui.acting import doing
from zzpreader.ui.dialogs.choices import Choices

_PREVIEWED = 6
"""Pages of which is shown what they would be called."""


class LabelsDialog(QDialog):
    """
    Args:
        page: 0-based; a new rule begins there.
    """

    def __init__(self, numbering: Numbering, page: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Page numbers"))
        self._numbering, self._page = numbering, page
        self._rules = list(numbering.rules)
        self._is_filling = False
        explained = QLabel(
            self.tr("Where zzpreader does not name the pages as they are printed, say here what is on the paper.")
        )
        explained.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Your rules"))
        self._list.setMaximumHeight(120)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = QPushButton(self.tr("&Add"))
        self._remove = QPushButton(self.tr("&Remove"))
        self._first, self._last = self._page_box(), self._page_box()
        self._last.setMinimum(0)
        self._last.setSpecialValueText(self.tr("the end"))
        self._printed = QLineEdit()
        self._printed.setMaxLength(LONGEST_LABEL)
        self._none = QCheckBox(self.tr("&No number is printed on them"))
        self._per_page = QComboBox()
        self._per_page.addItem(self.tr("one page"), 1)
        self._per_page.addItem(self.tr("two pages side by side"), 2)
        self._preview = QLabel()
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setAccessibleName(self.tr("What the pages are called then"))
        self._form = QWidget()
        self._lay_out(explained)
        self._connect()
        if not self._rules:
            self._rules.append(numbering.proposed(page))
        self._show_rules(len(self._rules) - 1)
        self.setMinimumWidth(560)

    @property
    def rules(self) -> list[LabelRule]:
        return self._rules

    def accept(self) -> None:
        self._numbering.set_rules(self._rules)
        super().accept()

    def _lay_out(self, explained: QLabel) -> None:
        buttons = QVBoxLayout()
        for button in (self._add, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        above = QHBoxLayout()
        above.addWidget(self._list, 1)
        above.addLayout(buttons)
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&From PDF page:"), self._first)
        form.addRow(self.tr("Up to and &including:"), self._last)
        form.addRow(self.tr("A PDF page &shows:"), self._per_page)
        form.addRow(self.tr("&Printed on the first:"), self._printed)
        form.addRow("", self._none)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(explained)
        column.addLayout(above)
        column.addWidget(self._form)
        column.addWidget(self._preview)
        column.addWidget(Choices(self))

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._fill)
        self._add.clicked.connect(doing(self._add_rule))
        self._remove.clicked.connect(doing(self._remove_rule))
        self._first.valueChanged.connect(self._changed)
        self._last.valueChanged.connect(self._changed)
        self._printed.textChanged.connect(self._changed)
        self._none.toggled.connect(self._changed)
        self._per_page.currentIndexChanged.connect(self._changed)

    def _page_box(self) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1, max(self._numbering.page_count, 1))
        box.setMinimumWidth(100)
        return box

    def _add_rule(self) -> None:
        self._rules.append(self._numbering.proposed(self._page))
        self._show_rules(len(self._rules) - 1)
        self._first.setFocus()

    def _remove_rule(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            del self._rules[row]
            self._show_rules(min(row, len(self._rules) - 1))

    def _show_rules(self, row: int) -> None:
        self._is_filling = True
        self._list.clear()
        self._list.addItems([self._words(rule) for rule in self._rules])
        self._is_filling = False
        self._list.setCurrentRow(row)
        self._fill(row)

    def _fill(self, row: int) -> None:
        """The fields as the rule of that row says."""
        if self._is_filling:
            return
        is_rule = 0 <= row < len(self._rules)
        self._form.setEnabled(is_rule)
        self._remove.setEnabled(is_rule)
        if is_rule:
            rule = self._rules[row]
            self._is_filling = True
            self._first.setValue(rule.first + 1)
            self._last.setValue(0 if rule.last is None else rule.last + 1)
            self._per_page.setCurrentIndex(rule.per_page - 1)
            self._none.setChecked(rule.printed is None)
            self._printed.setText(rule.printed or "")
            self._is_filling = False
            self._printed.setEnabled(rule.printed is not None)
        self._show_preview(row)

    def _changed(self, *_: object) -> None:
        row = self._list.currentRow()
        if self._is_filling or not 0 <= row < len(self._rules):
            return
        per_page: Literal[1, 2] = 2 if self._per_page.currentData() == 2 else 1
        first, last = self._first.value() - 1, self._last.value()
        self._printed.setEnabled(not self._none.isChecked())
        printed = sound(self._printed.text()).strip()
        self._rules[row] = replace(
            self._rules[row],
            first=first,
            last=max(last - 1, first) if last else None,
            per_page=per_page,
            printed=None if self._none.isChecked() or not printed else printed,
        )
        self._list.item(row).setText(self._words(self._rules[row]))
        self._show_preview(row)

    def _show_preview(self, row: int) -> None:
        if not 0 <= row < len(self._rules):
            self._preview.setText(self.tr("The pages are called as zzpreader finds them."))
            return
        rule = self._rules[row]
        labels = self._numbering.labels_by(self._rules)
        end = min(rule.first + _PREVIEWED, self._numbering.page_count if rule.last is None else rule.last + 1)
        named = [self._named(labels, page) for page in range(rule.first, end)]
        goes_on = end < (self._numbering.page_count if rule.last is None else rule.last + 1)
        self._preview.setText(self.tr("PDF page %1").replace("%1", ", ".join(named) + ("\u00a0…" if goes_on else "")))

    def _named(self, labels: Labels, page: int) -> str:
        printed = labels.printed(page) or self.tr("without a number")
        return f"{page + 1} = {printed}"

    def _words(self, rule: LabelRule) -> str:
        last = self.tr("the end") if rule.last is None else str(rule.last + 1)
        printed = self.tr("no number")
        if rule.printed is not None:
            printed = (self.tr("from %1, two on each") if rule.per_page > 1 else self.tr("from %1")).replace(
                "%1", rule.printed
            )
        return self.tr("PDF page %1 to %2: %3").replace("%1", str(rule.first + 1)).replace("%2", last).replace(
            "%3", printed
        )  # fmt: skip
