"""Dialogs give back what was chosen, and keep what must be kept for themselves."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget

from zzpreader.model.legend import COLOURS
from zzpreader.model.settings import Settings
from zzpreader.model.tags import STARTER_TAGS
from zzpreader.model.theme import Theme
from zzpreader.ui.dialogs.legend import LegendDialog
from zzpreader.ui.dialogs.outside import OutsideQuestion
from zzpreader.ui.dialogs.password import PasswordDialog
from zzpreader.ui.settings.dialog import SettingsDialog


def test_a_password_is_hidden_and_an_empty_one_cannot_be_tried(qtbot) -> None:
    dialog = PasswordDialog("geheim.pdf", 3, again=False)
    qtbot.addWidget(dialog)
    line = dialog.findChild(QLineEdit)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Open")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert not button.isEnabled()
    line.setText("s3cret")
    assert button.isEnabled()
    assert dialog.password == "s3cret"


def test_settings_come_back_as_they_were_when_nothing_is_touched(qtbot) -> None:
    before = Settings(language="nl", theme=Theme.DARK, paper="sepia", author="N. de Vries", single_keys=False)
    dialog = SettingsDialog(before, "/some/folder")
    qtbot.addWidget(dialog)
    assert dialog.settings == before


def test_only_the_readers_own_words_for_colours_are_kept(qtbot) -> None:
    dialog = LegendDialog({"green": "Overnemen"})
    qtbot.addWidget(dialog)
    lines = dialog.findChildren(QLineEdit)
    assert len(lines) == len(COLOURS)
    lines[0].setText("Besluit")
    lines[2].setText("   ")
    assert dialog.meanings == {"yellow": "Besluit", "green": "Overnemen"}


def _answer(role: QMessageBox.ButtonRole, seen: list[str]) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    seen.append(box.text() + " " + box.informativeText())
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


def test_an_outside_link_is_opened_only_after_the_whole_address_was_shown(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[str] = []
    QTimer.singleShot(0, lambda: _answer(QMessageBox.ButtonRole.AcceptRole, seen))
    assert OutsideQuestion("https://www.example.org/a?b=<i>", parent).asks_to_go()
    QTimer.singleShot(0, lambda: _answer(QMessageBox.ButtonRole.RejectRole, seen))
    assert not OutsideQuestion("mailto:someone@example.org", parent).asks_to_go()
    assert "www.example.org" in seen[0]
    assert "https://www.example.org/a?b=<i>" in seen[0]


def test_tags_to_start_with_are_one_on_a_line_and_each_once(qtbot):
    dialog = SettingsDialog(Settings(), "/folder")
    qtbot.addWidget(dialog)
    assert dialog.settings.tags == STARTER_TAGS
    dialog._tags.setPlainText("wijk\n\n Wijk\ncijfers, bron")
    assert dialog.settings.tags == ("wijk", "cijfers", "bron")
