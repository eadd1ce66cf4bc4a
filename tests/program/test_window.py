"""The window around open publications, also where one cannot be read or its file means harm."""

from pathlib import Path

import pymupdf
import pytest
from pdf_files import text_pdf, write
from PySide6.QtWidgets import QApplication, QTabBar

from zzpreader.ui.dialogs.password import PasswordDialog
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
