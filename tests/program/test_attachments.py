"""Files inside a PDF, from the menu to the disk."""

import stat
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write

from zzpreader.ui.dialogs.attachments import AttachmentsDialog


@pytest.fixture
def tab(desk, tmp_path: Path):
    document = pymupdf.open()
    document.new_page()
    document.embfile_add("a", b"een", ufilename="../../bijlage.txt")
    document.embfile_add("b", b"twee", ufilename="C:\\elders\\bijlage.txt")
    folder = tmp_path / "map"
    folder.mkdir()
    return desk.open(write(folder, finished(document), "boek.pdf"))


def open_dialog(desk, qtbot) -> AttachmentsDialog:
    with qtbot.waitSignal(desk.running.desks.attachments.shown) as shown:
        desk.running.window.commands["attachments"].trigger()
    return shown.args[0]


def save(desk, tab, dialog: AttachmentsDialog, numbers: tuple[int, ...], place: Path) -> None:
    desk.running.desks.attachments.save(tab, dialog, dialog.found, numbers, place)
    desk.wait(lambda: not dialog.is_busy)


def test_all_are_saved_beside_what_is_there_and_for_the_reader_alone(desk, tab, tmp_path, qtbot):
    out = tmp_path / "uit"
    out.mkdir()
    (out / "bijlage.txt").write_text("van mij")
    dialog = open_dialog(desk, qtbot)
    save(desk, tab, dialog, (0, 1), out)
    assert {path.name: path.read_text() for path in out.iterdir()} == {
        "bijlage.txt": "van mij",
        "bijlage (2).txt": "een",
        "bijlage (3).txt": "twee",
    }
    assert stat.S_IMODE((out / "bijlage (2).txt").stat().st_mode) == 0o600
    assert "2 files" in dialog.said
    dialog.close()


def test_one_is_saved_under_the_name_that_was_chosen_and_no_link_is_followed(desk, tab, tmp_path, qtbot):
    other = tmp_path / "ander"
    other.write_text("blijft")
    chosen = tmp_path / "gekozen.txt"
    chosen.symlink_to(other)
    dialog = open_dialog(desk, qtbot)
    save(desk, tab, dialog, (1,), chosen)
    assert (chosen.read_text(), other.read_text()) == ("twee", "blijft")
    dialog.close()


def test_a_folder_that_takes_nothing_is_told_and_keeps_nothing(desk, tab, tmp_path, qtbot):
    dialog = open_dialog(desk, qtbot)
    save(desk, tab, dialog, (0, 1), tmp_path / "is er niet")
    assert "could not be written" in dialog.said
    assert not (tmp_path / "is er niet").exists()
    dialog.close()


def test_a_pdf_without_files_says_so(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("een")))
    desk.running.window.commands["attachments"].trigger()
    desk.wait(lambda: tab.notice.sentence == "There are no files in this PDF.")
