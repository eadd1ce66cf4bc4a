"""Closing never loses a note without being told to."""

from pathlib import Path

import pytest
from pdf_files import text_pdf, write
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved


@pytest.fixture
def tab(desk, tmp_path: Path):
    tab = desk.open(write(tmp_path, text_pdf("Harde cijfers helpen.")))
    desk.wait(lambda: tab.session.marks.writable)
    return tab


@pytest.fixture
def full_disk(monkeypatch):
    """The disk is full until `mend` is called."""
    save = NotebookFile.save

    def refuse(self, *_args: object, **_kwargs: object) -> None:
        raise NotSaved(self._path, Cause.FULL)

    monkeypatch.setattr(NotebookFile, "save", refuse)

    def mend():
        monkeypatch.setattr(NotebookFile, "save", save)

    return mend


def answer(role: QMessageBox.ButtonRole, asked: list[str]) -> None:
    """Choose that button of the next question."""

    def choose() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, choose)
            return
        asked.append(box.text())
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()

    QTimer.singleShot(0, choose)


def test_a_window_with_words_just_typed_saves_them_before_it_closes(desk, tab):
    tab.session.marks.write_sheet(None, "Net getypt.")
    window = tab.window()
    window.close()
    desk.wait(lambda: not window.isVisible())
    desk.quit()
    again = desk.open(tab.file)
    desk.wait(lambda: again.session.marks.notebook.sheet(None))


def test_a_full_disk_keeps_the_window_open_when_the_reader_stays(desk, tab, full_disk):
    asked: list[str] = []
    window = tab.window()
    tab.session.marks.write_sheet(None, "Niet kwijtraken.")
    answer(QMessageBox.ButtonRole.RejectRole, asked)
    window.close()
    desk.wait(lambda: asked)
    assert window.isVisible()
    assert tab.notice.sentence
    full_disk()
    desk.wait(lambda: tab.session.marks.is_saved)
    window.close()
    desk.wait(lambda: not window.isVisible())


def test_a_reader_who_says_so_can_close_without_the_last_notes(desk, tab, full_disk):
    asked: list[str] = []
    window = tab.window()
    tab.session.marks.write_sheet(None, "Mag weg.")
    answer(QMessageBox.ButtonRole.DestructiveRole, asked)
    window.close()
    desk.wait(lambda: not window.isVisible())
    assert len(asked) == 1


def test_a_tab_with_unsaved_notes_asks_as_well(desk, tab, full_disk):
    asked: list[str] = []
    window = tab.window()
    tab.session.marks.write_sheet(None, "Niet kwijtraken.")
    answer(QMessageBox.ButtonRole.RejectRole, asked)
    window.commands["close"].trigger()
    desk.wait(lambda: asked)
    assert window.current is tab
    full_disk()
    desk.wait(lambda: tab.session.marks.is_saved)


def test_with_several_tabs_unsaved_one_question_is_asked_at_a_time(desk, tab, full_disk, tmp_path):
    window = tab.window()
    desk._running.open_file(write(tmp_path, text_pdf("Een tweede."), "tweede.pdf"))
    other = window.current
    desk.wait(lambda: other.session.marks.writable)
    for one in (tab, other):
        one.session.marks.write_sheet(None, "Niet kwijtraken.")
        one.session.marks.finish_typing()
        desk.wait(lambda one=one: one.session.marks.trouble)
    asked: list[str] = []
    answer(QMessageBox.ButtonRole.RejectRole, asked)
    window.close()
    assert len(asked) == 1
    assert window.isVisible()
    full_disk()
    desk.wait(lambda: tab.session.marks.is_saved and other.session.marks.is_saved)


def test_who_closes_a_tab_and_then_the_window_gets_both_closed(desk, tab):
    window = tab.window()
    tab.session.marks.write_sheet(None, "Net getypt.")
    window.close_tab(tab)
    window.close()
    desk.wait(lambda: not window.isVisible())
