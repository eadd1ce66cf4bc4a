"""Contrast of both palettes, and the choice between them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.legend import COLOURS
from zzpreader.model.theme import Theme
from zzpreader.ui.icons import icon
from zzpreader.ui.palette import (
    Appearance,
    contrast_palette,
    dark_palette,
    for_menus,
    hover_colour,
    is_dark,
    light_palette,
    soft_selection,
)
from zzpreader.ui.rows import BoxDelegate
from zzpreader.ui.tabs import TabBar


def contrast(one: QColor, other: QColor) -> float:
    """Ratio of WCAG 2.2, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


ROLE = QPalette.ColorRole


class BoxTree(QTreeWidget):
    """One row with a box that is not checked, and no words."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemDelegate(BoxDelegate(self))
        QTreeWidgetItem(self, [""]).setCheckState(0, Qt.CheckState.Unchecked)


BOTH = pytest.mark.parametrize("make", [light_palette, dark_palette, contrast_palette])


def test_black_on_white_has_the_greatest_contrast():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == pytest.approx(1)


@BOTH
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (ROLE.WindowText, ROLE.Window),
        (ROLE.Text, ROLE.Base),
        (ROLE.Text, ROLE.AlternateBase),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.PlaceholderText, ROLE.Base),
        (ROLE.PlaceholderText, ROLE.Window),
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.Link, ROLE.Base),
        (ROLE.Link, ROLE.Window),
        (ROLE.LinkVisited, ROLE.Base),
        (ROLE.BrightText, ROLE.Window),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
    ],
)
def test_text_can_be_read_on_its_ground(qapp, make, text, ground):
    palette = make()
    assert contrast(palette.color(text), palette.color(ground)) >= 4.5


@BOTH
def test_text_can_be_read_where_the_pointer_is_and_where_something_is_chosen(qapp, make):
    palette = make()
    for ground in (hover_colour(palette), soft_selection(palette)):
        assert contrast(palette.color(ROLE.Text), ground) >= 4.5
        assert contrast(palette.color(ROLE.PlaceholderText), ground) >= 4.5


@BOTH
def test_words_and_icons_can_be_seen_on_the_line_of_a_menu_that_is_chosen(qapp, make):
    palette = make()
    menus = for_menus(palette)
    chosen = menus.color(ROLE.Highlight)
    assert contrast(chosen, menus.color(ROLE.Base)) >= (2.9 if is_dark(palette) else 3)
    assert contrast(menus.color(ROLE.HighlightedText), chosen) >= 4.5
    assert contrast(palette.color(ROLE.WindowText), chosen) >= 4.5  # the icon's


@BOTH
def test_the_accent_stands_out_against_every_ground(qapp, make):
    palette = make()
    for ground in (ROLE.Base, ROLE.Window):
        assert contrast(palette.color(ROLE.Accent), palette.color(ground)) >= 3


def test_the_bars_of_the_legend_stand_out_on_cards(qapp):
    for colour in COLOURS:
        assert contrast(QColor(colour.edge), light_palette().color(ROLE.Base)) >= 3
        assert contrast(QColor(colour.fill), dark_palette().color(ROLE.Base)) >= 3


@pytest.fixture
def appearance(qapp):
    before, style = qapp.palette(), qapp.style().name()
    font = qapp.font()
    yield Appearance(qapp, Theme.LIGHT)
    qapp.setPalette(before)
    qapp.setFont(font)
    qapp.setStyle(style)


def test_the_reader_chooses_light_or_dark(appearance, qtbot):
    with qtbot.waitSignal(appearance.changed):
        appearance.choose(Theme.DARK)
    assert is_dark(QApplication.palette())
    appearance.choose(Theme.LIGHT)
    assert not is_dark(QApplication.palette())


def test_in_high_contrast_text_and_what_is_chosen_stand_out_by_seven(appearance):
    appearance.choose(Theme.CONTRAST)
    palette = QApplication.palette()
    pairs = ((ROLE.Text, ROLE.Base), (ROLE.WindowText, ROLE.Window), (ROLE.HighlightedText, ROLE.Highlight))
    for text, ground in (
        *pairs,
        (ROLE.Link, ROLE.Base),
        (ROLE.PlaceholderText, ROLE.Base),
        (ROLE.Highlight, ROLE.Base),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= 7
    assert appearance.worn is Theme.CONTRAST


def test_the_text_of_the_interface_is_as_large_as_one_chooses(appearance, qtbot):
    label = QCheckBox("Words")
    qtbot.addWidget(label)
    label.show()
    points, width = QApplication.font().pointSizeF(), label.sizeHint().width()
    appearance.choose(Theme.LIGHT, 200)
    assert QApplication.font().pointSizeF() == pytest.approx(2 * points)
    qtbot.waitUntil(lambda: label.sizeHint().width() > 1.5 * width)
    appearance.choose(Theme.LIGHT, 4000)
    assert QApplication.font().pointSizeF() == pytest.approx(2 * points)
    appearance.choose(Theme.LIGHT)
    assert QApplication.font().pointSizeF() == pytest.approx(points)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, QLineEdit, BoxTree])
def test_the_outline_of_what_can_be_set_is_seen(qapp, qtbot, theme, make):
    appearance = Appearance(qapp, theme)
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(60, 30)
    image = widget.grab().toImage()
    ground = widget.palette().color(ROLE.Base)
    seen = {QColor(image.pixel(x, y)).name() for x in range(30) for y in range(30)}
    assert max(contrast(QColor(name), ground) for name in seen) >= 3
    appearance.choose(Theme.SYSTEM)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
@pytest.mark.parametrize("picture", ["", "sun"])
def test_it_is_seen_which_entry_of_a_menu_is_checked(qapp, qtbot, theme, picture):
    appearance = Appearance(qapp, theme)
    menu = QMenu()
    qtbot.addWidget(menu)
    entry = menu.addAction("White paper")
    entry.setCheckable(True)
    if picture:
        entry.setIcon(icon(picture))
    without = colours_of(menu)
    entry.setChecked(True)
    ground = menu.palette().color(ROLE.Base)
    new = colours_of(menu) - without if picture else colours_of(menu)  # a box has its outline before
    assert max(contrast(QColor(name), ground) for name in new) >= 3
    appearance.choose(Theme.SYSTEM)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
@pytest.mark.parametrize("make", [QLineEdit, QPushButton, QToolButton, QCheckBox, QComboBox])
def test_what_has_the_keyboard_has_a_ring_that_is_seen(qapp, qtbot, theme, make):
    appearance = Appearance(qapp, theme)
    widget = make()
    window, before = behind_a_field(qtbot, widget)
    without = colours_of(widget)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(widget.hasFocus)
    ground = window.palette().color(ROLE.Window)
    assert max(contrast(QColor(name), ground) for name in colours_of(widget) - without) >= 3
    appearance.choose(Theme.SYSTEM)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_the_tab_that_is_chosen_is_seen_and_so_is_that_the_tabs_have_the_keyboard(qapp, qtbot, theme):
    appearance = Appearance(qapp, theme)
    bar = TabBar()
    for words in ("One", "Two"):
        bar.addTab(words)
    window, before = behind_a_field(qtbot, bar)
    ground = window.palette().color(ROLE.Window)
    mark, ring = on_row(bar, 0), on_row(bar, bar.tabRect(0).center().y())
    assert max(contrast(QColor(name), ground) for name in mark[0] - mark[1]) >= 3
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(bar.hasFocus)
    assert max(contrast(QColor(name), ground) for name in on_row(bar, bar.tabRect(0).center().y())[0] - ring[0]) >= 3
    appearance.choose(Theme.SYSTEM)


def behind_a_field(qtbot, widget: QWidget) -> tuple[QWidget, QLineEdit]:
    """A window in which the key Tab leads from a field, which has the keyboard, to the widget."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before = QLineEdit()
    for one in (before, widget):
        column.addWidget(one)
    with qtbot.waitExposed(window):
        window.show()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    return window, before


def on_row(bar: TabBar, y: int) -> list[set[str]]:
    """The colours of that row of pixels in each tab."""
    image = bar.grab().toImage()
    rects = [bar.tabRect(n) for n in range(bar.count())]
    return [{QColor(image.pixel(x, y)).name() for x in range(rect.left(), rect.right())} for rect in rects]


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}
