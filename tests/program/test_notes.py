"""A notes bundle is opened like a file: its publication is found or asked for, and merging is offered."""

import pymupdf
import pytest
from export_notes import WORK, report, sheet
from msgspec.structs import replace
from pdf_files import finished
from PySide6.QtWidgets import QMessageBox, QPushButton

from zzpreader.export.apparatus import Apparatus
from zzpreader.export.notes_bundle import to_notes_bundle
from zzpreader.model.publication import Edition
from zzpreader.ui.dialogs.merge import MergeDialog

COLLEAGUE = "00000000-0000-4000-8000-0000000000aa"


@pytest.fixture
def pdf(tmp_path):
    document = pymupdf.open()
    for words in ("Inleiding tot het geheel.", "Harde cijfers helpen.", "De wijk is klein."):
        document.new_page(width=400, height=600).insert_text((50, 100), words)
    path = tmp_path / "publicatie.pdf"
    path.write_bytes(finished(document))
    return path


def bundle_of(*editions: Edition) -> bytes:
    """What a colleague wrote, whose library names the publication in its own way."""
    work = replace(WORK, id=f"urn:uuid:{COLLEAGUE}")
    one = sheet(None, "Van een collega")
    one = replace(one, target=replace(one.target, source=work.id))
    return to_notes_bundle(report(one, work=work, apparatus=Apparatus(editions=editions)))


def only(desk, kind):
    desk.wait(lambda: desk.running.window.findChildren(kind))
    return desk.running.window.findChildren(kind)[0]


def texts(tab) -> list[str]:
    return [one.body.value for one in tab.session.marks.notebook]


def test_notes_on_a_known_publication_open_it_and_are_merged_as_one_step(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    notes = tmp_path / "collega.zzpnotes"
    notes.write_bytes(bundle_of(*tab.session.publication.editions))
    desk.start(notes)
    only(desk, MergeDialog).accept()
    tab = desk.running.window.current
    assert tab.file == pdf
    assert texts(tab) == ["Van een collega"]
    assert tab.session.marks.notebook.sheet(None).target.source == tab.session.publication.id
    tab.session.marks.undo()
    assert texts(tab) == []


def test_notes_dropped_on_an_open_publication_are_offered_there(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    notes = tmp_path / "collega.zzpnotes"
    notes.write_bytes(bundle_of(*tab.session.publication.editions))
    desk.running.window.files_dropped.emit([notes])
    dialog = only(desk, MergeDialog)
    assert "collega.zzpnotes" in dialog.sentence
    dialog.reject()
    assert texts(tab) == []


def test_for_notes_on_an_unknown_publication_its_pdf_is_asked(desk, pdf, tmp_path, monkeypatch):
    editions = desk.open(pdf).session.publication.editions
    desk.quit()
    pdf = pdf.rename(tmp_path / "elders.pdf")
    notes = tmp_path / "collega.zzpnotes"
    notes.write_bytes(bundle_of(*editions))
    monkeypatch.setattr("zzpreader.program.notes.FileDialog.to_open", lambda _dialog, _folder: [pdf])
    desk.start(notes)
    box = only(desk, QMessageBox)
    assert "“ZZP en de stad”" in box.text()
    box.defaultButton().click()
    only(desk, MergeDialog).accept()
    assert texts(desk.running.window.current) == ["Van een collega"]


def test_another_pdf_than_that_of_the_notes_is_refused(desk, pdf, tmp_path, monkeypatch):
    notes = tmp_path / "collega.zzpnotes"
    notes.write_bytes(bundle_of(Edition(sha256="b" * 64, pages=9)))
    monkeypatch.setattr("zzpreader.program.notes.FileDialog.to_open", lambda _dialog, _folder: [pdf])
    desk.start(notes)
    only(desk, QMessageBox).defaultButton().click()
    tab = desk.running.window.current
    desk.wait(lambda: "collega.zzpnotes" in tab.notice.sentence)
    assert texts(tab) == []


def test_a_file_that_is_no_bundle_costs_one_sentence(desk, tmp_path):
    notes = tmp_path / "stuk.zzpnotes"
    notes.write_bytes(b"PK\3\4 gebroken")
    desk.start(notes)
    box = only(desk, QMessageBox)
    assert box.text().count(".") == 2  # that of the name, and that at the end
    box.close()


def test_what_a_sync_tool_left_is_offered_at_the_start_though_nothing_is_open(desk, pdf):
    tab = desk.open(pdf)
    tab.session.marks.write_sheet(None, "Van de andere machine")
    notebook = desk.home.notebook(tab.session.publication.id)
    desk.running.window.close_tab(tab)
    desk.wait(lambda: not desk.running.window.tabs.count())  # when its notes are saved
    desk.quit()
    notebook.rename(notebook.with_name(f"{notebook.stem} (conflicted copy 2026-01-01 120000).json"))
    desk.start()
    assert desk.running.window.current is None
    notice = desk.running.desks.notice()
    desk.wait(lambda: "“publicatie”" in notice.sentence)
    next(button for button in notice.findChildren(QPushButton) if "Merge" in button.text()).click()
    dialog = only(desk, MergeDialog)
    tab = desk.running.window.current
    assert tab
    assert not tab.notice.isVisible()  # it is not offered twice
    dialog.accept()
    assert texts(tab) == ["Van de andere machine"]
    desk.wait(lambda: not list(desk.home.notebooks.glob("*conflicted*.json")))
