"""The window tells whether the notes are on the disk, and a way out when they are not."""

from pathlib import Path

import pytest
from pdf_files import text_pdf, write
from PySide6.QtWidgets import QPushButton

from zzpreader.store.incoming import read_notebook
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved


@pytest.fixture
def tab(desk, tmp_path: Path):
    tab = desk.open(write(tmp_path, text_pdf("Harde cijfers helpen.")))
    desk.wait(lambda: tab.session.marks.writable)
    return tab


@pytest.fixture
def full_disk(desk, monkeypatch):
    """The disk is full until it is mended, at the latest when the window closes."""
    save = NotebookFile.save

    def refuse(self, *_args: object, **_kwargs: object) -> None:
        raise NotSaved(self._path, Cause.FULL)

    def mend() -> None:
        monkeypatch.setattr(NotebookFile, "save", save)

    monkeypatch.setattr(NotebookFile, "save", refuse)
    yield mend
    mend()


def offers(tab):
    return [button.text() for button in tab.notice.findChildren(QPushButton) if not button.isHidden()]


def test_what_is_saved_is_said_to_be(desk, tab):
    tab.session.marks.write_sheet(None, "Bewaard.")
    tab.session.marks.finish_typing()
    desk.wait(lambda: tab.saving.state == "All notes are saved")
    assert not tab.notice.isVisible()


def test_what_is_not_saved_is_said_with_its_reason_until_it_is(desk, tab, full_disk):
    tab.session.marks.write_sheet(None, "Nog niet bewaard.")
    tab.session.marks.finish_typing()
    desk.wait(lambda: tab.saving.state == "Not saved")
    assert "The disk is full." in tab.notice.sentence
    desk.wait(lambda: offers(tab) == ["Save a copy elsewhere…"])
    full_disk()
    desk.wait(lambda: tab.saving.state == "All notes are saved" and not tab.notice.isVisible())


def test_a_copy_elsewhere_holds_what_could_not_be_saved_and_can_be_merged(desk, tab, full_disk, tmp_path):
    tab.session.marks.write_sheet(None, "Nog niet bewaard.")
    tab.session.marks.finish_typing()
    desk.wait(lambda: tab.saving.state == "Not saved")
    copy = tmp_path / "elsewhere" / "copy.json"
    tab.saving.write_copy(copy)
    desk.wait(lambda: "could not be written" in tab.notice.sentence)
    desk.wait(lambda: offers(tab) == ["Save a copy elsewhere…"])
    copy.parent.mkdir()
    tab.saving.write_copy(copy)
    desk.wait(lambda: "copy.json" in tab.notice.sentence)
    (sheet,) = read_notebook(copy).tables["annotations"].values()
    assert sheet["body"] == {"value": "Nog niet bewaard."}
    assert tab.saving.state == "Not saved", "a copy is not the notebook"
    full_disk()
    desk.wait(lambda: tab.session.marks.is_saved)


def test_a_copy_can_be_asked_for_at_any_time(desk, tab, tmp_path, monkeypatch):
    copy = tmp_path / "copy.json"
    monkeypatch.setattr("zzpreader.ui.dialogs.files.FileDialog.to_save", lambda *_: copy)
    tab.session.marks.write_sheet(None, "Bewaard.")
    tab.window().commands["save-copy"].trigger()
    desk.wait(copy.exists)
    assert read_notebook(copy).publication.id == tab.session.publication.id
