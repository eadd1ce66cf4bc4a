"""How far one has read: told, kept, forgotten, and not kept at all where one does not wish it."""

import pymupdf
import pytest
from PySide6.QtCore import Qt

from zzpreader.ui.contents.model import Role


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lessen.pdf"
    with pymupdf.open() as document:
        for number in range(1, 5):
            page = document.new_page(width=595, height=842)
            page.insert_textbox((72, 60, 520, 700), f"Deel {number} " + "woord " * 230, fontsize=11)
        document.set_toc([[1, "Eerste deel", 1], [1, "Tweede deel", 3]])
        document.save(path)
    return path


def read_front(desk, tab, monkeypatch):
    progress = tab.following.progress
    monkeypatch.setattr(type(tab.view.window()), "isActiveWindow", lambda _self: True)
    tab.view.set_zoom_mode("fit-page")
    desk.wait(lambda: progress.pass_time(30) or 0 in progress._read)


def test_a_page_in_view_long_enough_counts_and_is_kept_until_it_is_forgotten(desk, file, monkeypatch):
    tab = desk.open(file)
    desk.wait(lambda: tab.following.progress)
    assert "0 % read" in tab.following.progress.told
    read_front(desk, tab, monkeypatch)
    assert "Eerste deel" in tab.following.progress.told
    assert "0 % read" not in tab.following.progress.told.replace("50 % read", "")
    assert desk.running.window._progress.text() == tab.following.progress.told
    tab.following.progress._read = {0}
    tab.following.progress._read_on()
    first, second = (tab.contents._model.index(row, 0) for row in range(2))
    assert 0.3 < first.data(Role.READ) < 0.7
    assert second.data(Role.READ) == 0.0
    assert "% read, about 1 minute left" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "% read" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert "read" not in second.data(Qt.ItemDataRole.AccessibleTextRole)
    tab.contents.grab()
    desk.quit()
    again = desk.open(file)
    desk.wait(lambda: again.following.progress and 0 in again.following.progress._read)
    desk.running.window.commands["forget-progress"].trigger()
    assert not again.following.progress.state
    assert again.contents._model.index(0, 0).data(Role.READ) == 0.0


def test_where_it_is_switched_off_nothing_is_told_and_nothing_kept(desk, file, monkeypatch):
    tab = desk.open(file)
    desk.wait(lambda: tab.following.progress)
    read_front(desk, tab, monkeypatch)
    desk.running.window.settings_changed.emit({"progress": False})
    assert tab.following.progress is None
    assert desk.running.window._progress.text() == ""
    assert "read" not in tab.state()


def test_nothing_ticks_while_all_that_is_in_view_has_been_read(desk, file, monkeypatch):
    tab = desk.open(file)
    desk.wait(lambda: tab.following.progress)
    progress = tab.following.progress
    assert progress._tick.isActive()
    read_front(desk, tab, monkeypatch)
    desk.wait(lambda: progress.pass_time(30) or not progress._tick.isActive())
    assert progress._read == {leaf.page for leaf in tab.view.leaves_seen()}
    tab.view.turn_page(1)
    assert progress._tick.isActive()


def test_how_long_the_rest_takes_is_the_same_after_a_start(desk, tmp_path, monkeypatch):
    path = tmp_path / "kort.pdf"
    with pymupdf.open() as document:
        for _ in range(20):
            document.new_page(width=595, height=842).insert_textbox((72, 60, 520, 700), "woord " * 40, fontsize=11)
        document.set_toc([[1, "Kort", 1]])
        document.save(path)
    tab = desk.open(path)
    desk.wait(lambda: tab.following.progress)
    read_front(desk, tab, monkeypatch)
    tab.following.progress._read = {0}
    tab.following.progress._read_on()
    desk.wait(lambda: tab.following.progress.told == "Kort: 5 % read, about 3 minutes left")
    desk.quit()
    again = desk.open(path)
    desk.wait(lambda: again.following.progress and again.following.progress.told)
    assert again.following.progress.told == "Kort: 5 % read, about 3 minutes left"
