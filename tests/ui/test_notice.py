"""The bar that says one sentence."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zzpreader.ui.notice import Notice


def test_the_newest_sentence_is_the_one_that_is_read(qtbot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("One.")
    notice.say("Two.")
    assert notice.isVisibleTo(None) or not notice.isHidden()
    assert notice.sentence == "Two."
    assert notice.accessibleName() == "Two."


def test_an_offer_is_done_once_and_closes_the_bar(qtbot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    done = []
    notice.say("Old.", ("Old offer", lambda: done.append("old")))
    notice.say("New.", ("Do it", lambda: done.append("new")))
    buttons = [button for button in notice.findChildren(QPushButton) if button.text() == "Do it"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["new"]
    assert notice.isHidden()


def test_a_sentence_with_tags_is_shown_as_it_is_written(qtbot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("<img src=file:///etc/hostname> <b>bold</b>")
    labels = [label for label in notice.findChildren(QLabel) if label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_what_only_informs_goes_by_itself_and_what_warns_or_asks_stays(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("Copied.")
    (timer,) = notice.findChildren(QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert not notice.isVisible()
    notice.say("Not saved.", warning=True)
    assert not timer.isActive()
    notice.say("Merged.", ("Undo", lambda: None))
    assert not timer.isActive()
    notice.say("The notes can only be read.", stays=True)
    assert not timer.isActive()


class Told(QObject):
    changed = Signal()


def test_an_offer_to_undo_goes_when_something_else_has_been_done_or_undone(qtbot):
    notice, told = Notice(), Told()
    qtbot.addWidget(notice)
    notice.say("Three notes have come.", ("Undo", lambda: None), until=told.changed)
    told.changed.emit()
    assert notice.isHidden()
    notice.say("Four notes have come.", ("Undo", lambda: None), until=told.changed)
    notice.say("The disk is full.", warning=True)
    told.changed.emit()
    assert not notice.isHidden()
    assert notice.sentence == "The disk is full."


def test_the_keyboard_goes_back_to_what_the_message_is_about(qtbot):
    tab = QWidget()
    qtbot.addWidget(tab)
    before, list_, notice = QLineEdit(tab), QLineEdit(tab), Notice()
    tab.setFocusProxy(list_)
    column = QVBoxLayout(tab)
    for widget in (before, notice, list_):
        column.addWidget(widget)
    tab.show()
    notice.say("Merged.", ("Undo", lambda: None))
    (button,) = notice.findChildren(QPushButton)
    button.setFocus()
    button.click()
    assert tab.focusWidget() is list_
    before.setFocus()
    notice.say("Copied.")
    notice.hide()
    assert tab.focusWidget() is before
