"""The window around open publications, also where one cannot be read or its file means harm."""

from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabBar, QTreeView

from zzpreader.model.annotation import Highlight
from zzpreader.ui.contents.tree import ContentsTree
from zzpreader.ui.dialogs.password import PasswordDialog
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.window.main_window import MainWindow


@pytest.fixture
def broken(desk, tmp_path: Path) -> MainWindow:
    """With a file in front that cannot be read."""
    window = desk.start(tmp_path / "weg.pdf").window
    desk.wait(window.current.failure.isVisible)
    return window


def test_a_title_is_shown_letter_by_letter_whatever_markup_it_holds(desk, tmp_path):
    title = '<img src="file:///etc/hostname"> & <b>vet</b>'
    window = desk.open(write(tmp_path, text_pdf("Tekst.", title=title))).window()
    assert window.windowTitle().startswith(title)
    assert "<img" not in window.findChild(QTabBar).tabToolTip(0)
    desk.wait(window._recent.actions)
    assert window._recent.actions()[0].text() == title.replace("&", "&&")


def test_a_long_title_does_not_widen_the_menu_of_recent_files(desk, tmp_path):
    window = desk.open(write(tmp_path, text_pdf("Tekst.", title="Lang " * 100))).window()
    desk.wait(window._recent.actions)
    assert len(window._recent.actions()[0].text()) <= 100


@pytest.mark.parametrize("name", ["fit-page", "fit-width", "actual-size", "facing", "rotate-right", "zoom-in", "back"])
def test_commands_for_a_page_do_no_harm_where_there_is_none(broken, name):
    broken.commands[name].trigger()
    assert broken.current.failure.isVisible()


def test_the_keyboard_goes_round_where_only_a_sentence_is_shown(broken):
    for name in ("contents", "notes"):
        broken.commands[name].trigger()
    for _ in range(3):
        broken.commands["next-pane"].trigger()
    assert broken.current.failure.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("left", [0, 1])
def test_the_keyboard_goes_round_all_panes_also_where_lists_are_empty(desk, tmp_path, left):
    tab = desk.open(write(tmp_path, text_pdf("Tekst.", "Meer.")))
    desk.wait(lambda: tab.is_settled)
    tab.left.setCurrentIndex(left)
    tab.view.setFocus()
    for pane in (tab.notes, tab.left, tab.view, tab.notes):
        tab.window().commands["next-pane"].trigger()
        focus = QApplication.focusWidget()
        assert focus.isVisible()
        assert pane is focus or pane.isAncestorOf(focus)


@pytest.mark.parametrize("zoom", ["fit-page", "fit-width", 0.3])
@pytest.mark.parametrize("pages", [1, 3])
def test_a_message_that_comes_and_goes_does_not_move_the_page(desk, tmp_path, zoom, pages):
    tab = desk.open(write(tmp_path, text_pdf(*["Tekst."] * pages)))
    tab.window().resize(1100, 800)
    if isinstance(zoom, str):
        tab.view.set_zoom_mode(zoom)
    else:
        tab.view.set_zoom(zoom)
    desk.wait(lambda: tab.is_settled)
    before, height = tab.view.leaf_seen(0), tab.view.height()
    tab.notice.say("Er is iets, en dat staat hier in een zin.", stays=True)
    desk.wait(lambda: tab.view.height() < height)
    now = tab.view.leaf_seen(0)
    assert (now.left, now.top, now.width, now.height) == (before.left, before.top, before.width, before.height)
    bar = tab.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = tab.view.leaf_seen(pages - 1)
    assert last.top + last.height <= tab.view.viewport().height()
    bar.setValue(0)
    tab.notice.hide()
    desk.wait(lambda: tab.view.height() == height)
    assert tab.view.leaf_seen(0) == before


def test_the_keyboard_comes_to_what_a_message_offers(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Tekst.", "Meer.")))
    desk.wait(lambda: tab.is_settled)
    tab.notice.say("Zeven bladen.", ("Stoppen", lambda: None), ("Wachten", lambda: None))
    tab.view.setFocus()
    tab.window().commands["next-pane"].trigger()
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Stoppen"
    button.click()
    tab.view.setFocus()
    tab.window().commands["next-pane"].trigger()
    assert tab.notes.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_stands_on_a_row_of_the_contents_also_before_the_first_section(desk, tmp_path):
    document = pymupdf.open(stream=text_pdf("Voorblad.", "Een.", "Twee."))
    document.set_toc([[1, "Een", 2], [1, "Twee", 3]])
    tab = desk.open(write(tmp_path, finished(document)))
    desk.wait(lambda: tab.is_settled)
    tab.view.setFocus()
    tab.window().commands["previous-pane"].trigger()
    tree = QApplication.focusWidget()
    assert isinstance(tree, ContentsTree)
    assert tree.currentIndex().data() == "Een"
    assert tab.view.current_page == 0


def test_the_list_of_lessons_comes_with_its_pane(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Tekst.")))
    commands = tab.window().commands
    commands["contents"].trigger()
    assert not tab.left.isVisible()
    commands["lessons"].trigger()
    assert tab.left.isVisible()
    assert commands["contents"].isChecked()
    assert tab.left.isAncestorOf(QApplication.focusWidget())


def test_a_view_that_was_left_in_no_possible_way_opens_at_the_first_page(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Tekst.", "Meer.")))
    state = tab.view.view_state()
    for odd in ({"page": float("inf")}, {"down": float("nan")}, {"zoom": "groot"}, {"rotation": None}, {"mode": []}):
        tab.restore({"view": state | odd, "contents": {"open": [None, 3], "filter": 7}, "notes": {"sizes": [10**12]}})
    assert tab.view.current_page == 0


def test_a_tab_can_be_closed_while_its_password_is_asked(desk, tmp_path):
    document = pymupdf.open()
    document.new_page()
    window = desk.start(write(tmp_path, document.tobytes(encryption=5, user_pw="goed", owner_pw="eigenaar"))).window
    tab = window.current
    desk.wait(lambda: tab.findChild(PasswordDialog))
    window.close_tab(tab)
    desk.wait(lambda: not window.findChildren(PasswordDialog))
    assert window.current is None


def test_where_a_file_cannot_be_opened_the_lists_beside_it_say_why_they_are_empty(broken):
    tab = broken.current
    for pane, words in (
        (tab.contents, "Sections are shown here once the publication is open."),
        (tab.lessons, "Lessons are shown here once the publication is open."),
    ):
        tab.left.setCurrentWidget(pane)
        empty = pane.findChild(EmptyState)
        assert empty.isVisible()
        assert empty.sentence == words
    for name in ("previous-page", "next-page"):
        assert not broken.commands[name].isEnabled()


def test_what_went_wrong_is_said_in_the_middle(broken):
    broken.resize(1600, 900)
    card = broken.current.failure
    said = next(one for one in card.findChildren(QLabel) if one.text())
    assert abs(said.geometry().center().x() - card.rect().center().x()) <= 2


class EmacsLine(QLineEdit):
    """As Qt makes boxes on X11: it takes Ctrl+E and Ctrl+U for itself."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_U])
def test_a_command_of_the_window_wins_over_a_key_of_emacs_in_a_box(desk, tmp_path, qtbot, key):
    tab = desk.open(write(tmp_path, text_pdf("Harde cijfers helpen.")))
    desk.wait(lambda: tab.session.marks.writable and tab.session.texts.get(0))
    window = tab.window()
    asked = []
    window.export_wanted.disconnect()
    window.export_wanted.connect(lambda _: asked.append(Qt.Key.Key_E))
    window.commands["underline"].triggered.connect(lambda: asked.append(Qt.Key.Key_U))
    tab.view.select(0, 0, 5)
    line = EmacsLine("zoek", tab)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == [key]
    assert line.text() == "zoek"


def test_escape_brings_the_keyboard_back_to_the_page_from_everywhere(desk, tmp_path, qtbot):
    document = pymupdf.open(stream=text_pdf("Een.", "Twee."))
    document.set_toc([[1, "Een", 1], [1, "Twee", 2]])
    tab = desk.open(write(tmp_path, finished(document)))
    desk.wait(lambda: tab.is_settled and tab.session.marks.writable)
    window = tab.window()
    tab.view.select(0, 0, 3)
    tab.noting.mark(Highlight.SOLID, "yellow")
    desk.wait(lambda: any(tab.session.marks.notebook))  # as soon as the page has been read
    for name in ("go-to-page", "previous-pane", "lessons", "find", "section-note"):
        window.commands[name].trigger()
        qtbot.waitUntil(lambda: not tab.view.hasFocus())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        qtbot.waitUntil(tab.view.hasFocus)
    window.commands["next-pane"].trigger()
    cards = QApplication.focusWidget()
    assert isinstance(cards, CardList)
    qtbot.keyClick(cards, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(cards.hasFocus)
    qtbot.keyClick(cards, Qt.Key.Key_Escape)
    qtbot.waitUntil(tab.view.hasFocus)


def test_the_arrow_goes_from_a_filter_into_its_list(desk, tmp_path, qtbot):
    document = pymupdf.open(stream=text_pdf("Een.", "Twee."))
    document.set_toc([[1, "Een", 1], [1, "Twee", 2]])
    tab = desk.open(write(tmp_path, finished(document)))
    desk.wait(lambda: tab.is_settled)
    line = tab.contents.findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), ContentsTree)


def test_the_keyboard_chooses_the_row_to_which_it_comes_in_the_library(desk, tmp_path, qtbot):
    desk.open(write(tmp_path, text_pdf("Een.")))
    window = desk.running.window
    window.commands["library"].trigger()
    table = window.tabs.currentWidget().findChild(QTreeView)
    desk.wait(lambda: table.model().rowCount() and table.isVisible())
    line = window.tabs.currentWidget().findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert table.selectionModel().isSelected(table.currentIndex())


def test_the_keyboard_is_in_the_tab_in_front_after_a_start_and_after_each_turn_of_tabs(desk, tmp_path, qtbot):
    desk.open(write(tmp_path, text_pdf("Een.")))
    desk.running.window.commands["library"].trigger()
    window = desk.start().window
    library = window.tabs.currentWidget()
    table = library.findChild(QTreeView)
    desk.wait(lambda: table.isVisible() and table.model().rowCount())
    assert library.isAncestorOf(QApplication.focusWidget())
    for _ in range(3):
        window.bar.zoom_box.setFocus()
        window.commands["next-tab"].trigger()
        assert window.tabs.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_goes_to_the_page_when_the_tab_in_front_of_it_is_closed(desk, tmp_path, qtbot):
    tab = desk.open(write(tmp_path, text_pdf("Een.")))
    window = desk.running.window
    for name in ("matrix", "library"):
        window.commands[name].trigger()
        qtbot.waitUntil(lambda: window.current is None)
        window.commands["close"].trigger()
        assert window.current is tab
        assert tab.view.hasFocus()
