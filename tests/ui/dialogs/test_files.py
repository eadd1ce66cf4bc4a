"""What is written gets an ending that is true."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from zzpreader.resources import resource_path
from zzpreader.ui.dialogs.files import FileDialog


class Reader:
    """Types the names one after another; with none left, takes what is proposed."""

    def __init__(self) -> None:
        self.types: list[str] = []
        self.was_proposed: list[str] = []

    def answer(self, dialog: FileDialog) -> bool:
        self.was_proposed.append(Path(dialog.selectedFiles()[0]).name)
        if self.types:
            dialog.selectFile(self.types.pop(0))
        return True


@pytest.fixture
def reader(monkeypatch) -> Reader:
    reader = Reader()

    def run(dialog: FileDialog) -> bool:
        return reader.answer(dialog)

    monkeypatch.setattr(FileDialog, "exec", run)
    return reader


def dialog_for(qtbot, kinds: str) -> FileDialog:
    dialog = FileDialog("Save", kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(
    ("proposal", "typed", "written"),
    [
        ("notes.json", "mine.zzpnotes", "mine.zzpnotes.json"),
        ("notes.json", "report.PDF", "report.PDF.json"),
        ("notes.json", "mine.txt", "mine.txt"),
        ("notes.json", "mine", "mine.json"),
        ("notes.zzpnotes", "mine.zzpnotes", "mine.zzpnotes"),
        ("map.zzpbundle", "map.zip", "map.zip"),
        ("map.zzpbundle", "map.zzpnotes", "map.zzpnotes.zzpbundle"),
        ("sheets.pdf", "sheets.pdf", "sheets.pdf"),
    ],
)
def test_an_ending_of_another_kind_is_not_given(qtbot, tmp_path, reader, proposal, typed, written):
    reader.types.append(typed)
    dialog = dialog_for(qtbot, f"Kind (*{Path(proposal).suffix})")
    assert dialog.to_save(tmp_path / proposal) == tmp_path / written


def test_a_file_that_has_the_true_name_is_replaced_only_when_that_name_was_seen(qtbot, tmp_path, reader):
    (tmp_path / "mine.zzpnotes.json").write_text("{}")
    reader.types.append("mine.zzpnotes")
    dialog = dialog_for(qtbot, "Kind (*.json)")
    assert dialog.to_save(tmp_path / "notes.json") == tmp_path / "mine.zzpnotes.json"
    assert reader.was_proposed == ["notes.json", "mine.zzpnotes.json"]


def test_a_dialog_begins_among_documents_where_the_file_in_view_came_with_the_program(qtbot, tmp_path, monkeypatch):
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(documents))
    monkeypatch.setattr(FileDialog, "exec", lambda _dialog: False)
    shipped = resource_path("bundles", "zzp-en-de-stad")
    for folder, shown in ((None, documents), (shipped, documents), (tmp_path, tmp_path)):
        dialog = dialog_for(qtbot, "PDF files (*.pdf)")
        dialog.to_open(folder)
        assert Path(dialog.directory().path()) == shown
        dialog.to_save((folder or shipped) / "Notes.pdf")
        assert Path(dialog.directory().path()) == shown
