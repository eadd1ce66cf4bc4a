"""Small buttons with an icon."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from zzpreader.model.theme import Theme
from zzpreader.ui.buttons import IconButton
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
