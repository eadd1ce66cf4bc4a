"""The window at 200 per cent text on a small screen."""

import pytest
from msgspec.structs import replace
from pdf_files import text_pdf, write
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox

from zzpreader.model.settings import Settings
from zzpreader.store.settings import SettingsFile
from zzpreader.ui.notes.drawer import FilterDrawer
from zzpreader.ui.rows import RowTable
from zzpreader.ui.window.panes import with_text

NARROWEST_SCREEN_PX = 1366


@pytest.fixture
def large_text(qapp, desk):
    font = qapp.font()
    SettingsFile(desk.home).save(replace(Settings(), text_size=200))
    yield
    desk.quit()
    qapp.setFont(font)


@pytest.mark.usefixtures("large_text")
def test_the_window_with_all_its_panes_bars_and_messages_fits(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    window = desk.running.window
    tab.open_find()
    tab.notice.say(
        "Deze pagina is een afbeelding: de tekst kan niet worden geselecteerd of gevonden.",
        ("Deze pagina herkennen", lambda: None),
        ("Alle zulke pagina’s herkennen", lambda: None),
    )
    assert tab.notes.isVisible()
    assert tab.left.isVisible()
    assert window.minimumSizeHint().width() <= NARROWEST_SCREEN_PX
    assert tab.notes.width() >= 20 * tab.notes.fontMetrics().averageCharWidth()
    window.commands["matrix"].trigger()
    assert window.minimumSizeHint().width() <= NARROWEST_SCREEN_PX


@pytest.mark.usefixtures("large_text")
def test_no_name_of_a_list_beside_the_page_is_pushed_out_of_sight(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    desk.running.window.resize(NARROWEST_SCREEN_PX, 768)
    tab.open_find()
    tab.session.search.start("bladzijde")
    bar = tab.left.tabBar()
    desk.wait(lambda: tab.left.isTabVisible(2) and tab.left.currentIndex() == 2)
    tab.left.resize(300, 600)
    desk.wait(lambda: bar.tabRect(2).right() <= tab.left.width())
    assert bar.tabRect(0).left() >= 0
    assert [bar.tabToolTip(n) for n in range(3)] == ["Contents", "Lessons", "Results"]


@pytest.mark.usefixtures("large_text")
def test_a_menu_that_is_higher_than_the_screen_scrolls_in_one_column(desk):
    desk.start()
    window = desk.running.window
    menus = [action.menu() for action in window.menuBar().actions()]
    screen = window.screen().availableGeometry()
    highest = 0
    for menu in menus:
        menu.popup(QPoint(0, 0))
        rows = [menu.actionGeometry(action) for action in menu.actions()]
        assert len({row.x() for row in rows}) == 1
        assert menu.height() <= screen.height()
        highest = max(highest, sum(row.height() for row in rows))
        menu.hide()
    assert highest > screen.height(), "or this has shown nothing"


def test_panes_grow_with_the_text_and_leave_half_the_window_to_the_page():
    assert with_text((290, 800, 350), 2.0, 1920) == (480, 800, 480)
    assert with_text((290, 800, 350), 2.0, 1366) == (341, 800, 350)
    assert with_text((480, 800, 480), 0.5, 1920) == (290, 800, 350)
    assert with_text((0, 800, 200), 0.5, 1920) == (0, 800, 200)


@pytest.mark.usefixtures("large_text")
def test_larger_text_gives_wider_panes_at_once(desk, tmp_path):
    SettingsFile(desk.home).save(Settings())
    tab = desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    window = desk.running.window
    window.window().resize(1920, 1000)
    window.commands["contents"].trigger()
    window.commands["contents"].trigger()
    desk.wait(lambda: 280 <= tab.left.width() <= 320)
    window.settings_changed.emit({"text_size": 200})
    desk.wait(lambda: tab.left.width() >= 470)


@pytest.mark.usefixtures("large_text")
def test_titles_can_be_read_in_the_table_of_a_narrow_window(desk, tmp_path):
    desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    window = desk.running.window
    window.window().resize(NARROWEST_SCREEN_PX, 768)
    window.commands["library"].trigger()
    table = window.tabs.currentWidget().findChild(RowTable)
    least = 15 * table.fontMetrics().averageCharWidth()
    desk.wait(lambda: table.isVisible() and table.columnWidth(table.wide) >= least)
    window.window().resize(2600, 768)
    desk.wait(lambda: table.header().length() == table.viewport().width())
    window.window().resize(NARROWEST_SCREEN_PX, 768)
    desk.wait(lambda: table.viewport().width() < NARROWEST_SCREEN_PX)
    assert table.columnWidth(table.wide) >= least


@pytest.mark.usefixtures("large_text")
def test_what_a_filter_of_the_notes_says_is_not_cut(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    drawer = tab.notes.findChild(FilterDrawer)
    drawer.show()
    for width in (1366, 2600):
        tab.window().resize(width, 768)
        for box in drawer.findChildren(QComboBox):
            desk.wait(lambda box=box: box.width() >= box.fontMetrics().horizontalAdvance(box.currentText()) + 24)
