"""Icons take the colour of the text."""

from PySide6.QtGui import QColor, QIcon

from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.icons import icon, pixmap
from zzpreader.ui.palette import dark_palette, light_palette


def inks(picture) -> set[str]:
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_is_drawn_in_the_colour_of_the_text(qapp):
    assert inks(icon("bookmark", light_palette()).pixmap(64, 64)) == {"#1d2126"}
    assert inks(icon("bookmark", dark_palette()).pixmap(64, 64)) == {"#e7e6e2"}


def test_a_disabled_icon_is_paler(qapp):
    drawn = icon("bookmark", light_palette()).pixmap(64, 64, QIcon.Mode.Disabled)
    assert inks(drawn) == {"#8d9198"}


def test_a_painted_icon_is_sharp_on_a_dense_screen(qapp):
    drawn = pixmap("bookmark", QColor("#b0125b").rgb(), 16, 2.0)
    assert drawn.width() == 32
    assert drawn.deviceIndependentSize().width() == 16
    assert inks(drawn) == {"#b0125b"}


def test_a_button_with_an_icon_has_a_name_and_a_target_of_at_least_24_pixels(qtbot):
    button = IconButton("x", "Close", "Esc")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close"
    assert button.toolTip() == "Close (Esc)"
    assert min(button.minimumWidth(), button.minimumHeight()) >= 24


def test_a_button_changes_its_icon_with_the_palette(qtbot):
    button = IconButton("x", "Close")
    qtbot.addWidget(button)
    button.setPalette(dark_palette())
    assert inks(button.icon().pixmap(64, 64)) == {"#e7e6e2"}


def test_a_tooltip_shows_markup_as_it_stands():
    assert as_tooltip("<img src=x> & more") == "<qt>&lt;img src=x&gt; &amp; more</qt>"
