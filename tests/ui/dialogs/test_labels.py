"""The dialog in which printed page numbers are put right."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox

from zzpreader.model.pages import Labels
from zzpreader.model.records import LabelRule
from zzpreader.structure.label_rules import apply_rules
from zzpreader.ui.dialogs.labels import LabelsDialog


class Kept:
    """The reader's rules over nine pages without numbers."""

    page_count = 9

    def __init__(self):
        self.rules = ()

    def labels_by(self, rules):
        return Labels(apply_rules([()] * 9, rules))

    def proposed(self, page):
        return LabelRule(first=page, printed=str(page + 1))

    def set_rules(self, rules):
        self.rules = tuple(rules)


@pytest.fixture
def dialog(qtbot):
    dialog = LabelsDialog(Kept(), 2)
    qtbot.addWidget(dialog)
    return dialog


def preview(dialog):
    return next(
        label.text()
        for label in dialog.findChildren(QLabel)
        if label.accessibleName() == "What the pages are called then"
    )


def button(dialog, words):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_what_the_pages_are_called_is_shown_while_typing(dialog):
    dialog.findChild(QComboBox).setCurrentIndex(1)
    line = next(one for one in dialog.findChildren(QLineEdit) if one.text() == "3" and one.maxLength() == 40)
    line.setText("2")
    assert preview(dialog) == "PDF page 3 = 2–3, 4 = 4–5, 5 = 6–7, 6 = 8–9, 7 = 10–11, 8 = 12–13\u00a0…"
    dialog.accept()
    assert dialog._numbering.rules == (LabelRule(first=2, printed="2", per_page=2),)


def test_rules_are_added_and_removed(dialog):
    dialog.findChildren(QSpinBox)[1].setValue(4)
    button(dialog, "&Add").click()
    dialog.findChild(QCheckBox).setChecked(True)
    words = [dialog.findChild(QListWidget).item(row).text() for row in range(2)]
    assert words == ["PDF page 3 to 4: from 3", "PDF page 3 to the end: no number"]
    assert preview(dialog).startswith("PDF page 3 = without a number, 4 = without a number")
    button(dialog, "&Remove").click()
    button(dialog, "&Remove").click()
    assert preview(dialog) == "The pages are called as zzpreader finds them."
    dialog.accept()
    assert dialog._numbering.rules == ()


def test_leaving_the_dialog_changes_nothing(dialog):
    dialog.reject()
    assert dialog._numbering.rules == ()
