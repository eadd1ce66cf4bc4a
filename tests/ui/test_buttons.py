"""Buttons with an icon, and those that are better without."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QMenu

from zzpreader.model.theme import Theme
from zzpreader.ui.buttons import IconButton, PictureButton
from zzpreader.ui.dialogs.line import use_words_alone
from zzpreader.ui.palette import Appearance


def lightest(button: IconButton) -> int:
    image = button.grab().toImage()
    return max(QColor(image.pixel(x, y)).lightness() for x in range(image.width()) for y in range(image.height()))


def test_a_button_with_a_menu_follows_the_theme_and_shows_its_picture_alone(qapp, qtbot):
    appearance = Appearance(qapp, Theme.LIGHT)
    plain, with_menu = IconButton("arrow-up-down", "Sort"), IconButton("arrow-up-down", "Sort")
    for button in (plain, with_menu):
        qtbot.addWidget(button)
    with_menu.setMenu(QMenu(with_menu))
    assert plain.grab().toImage() == with_menu.grab().toImage()
    appearance.choose(Theme.DARK)
    assert lightest(with_menu) > 200
    assert plain.grab().toImage() == with_menu.grab().toImage()
    appearance.choose(Theme.SYSTEM)


def test_the_picture_of_a_button_grows_with_its_words_and_follows_the_theme(qapp, qtbot):
    appearance = Appearance(qapp, Theme.LIGHT)
    button = PictureButton("folder-open", "Open")
    qtbot.addWidget(button)
    small, dark = button.iconSize().width(), button.icon().pixmap(16, 16).toImage()
    appearance.choose(Theme.DARK, 200)
    qtbot.waitUntil(lambda: button.iconSize().width() > 1.3 * small)
    assert button.icon().pixmap(16, 16).toImage() != dark
    appearance.choose(Theme.SYSTEM)


def test_a_dialog_of_qt_has_words_alone_on_its_buttons(qtbot):
    dialog = QInputDialog()
    qtbot.addWidget(dialog)
    dialog.setOkButtonText("Keep")
    use_words_alone(dialog)
    dialog.show()
    (box,) = dialog.findChildren(QDialogButtonBox)
    assert len(box.buttons()) == 2
    assert all(button.icon().isNull() for button in box.buttons())
