"""Notes written to a file from the window."""

from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest
from msgspec.structs import replace
from pdf_files import text_pdf, write
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from shiboken6 import isValid

from zzpreader.export.writing import There
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.geometry import Rect
from zzpreader.model.sections import Section, SectionTree
from zzpreader.program.exporting import _Task
from zzpreader.store.settings import SettingsFile
from zzpreader.ui.exporting.sections import SectionBoxes
from zzpreader.ui.exporting.several import SeveralButton

SENTENCE = "Harde cijfers helpen."


@pytest.fixture
def tab(desk, tmp_path: Path):
    """A publication with one mark and one note."""
    tab = desk.open(write(tmp_path, text_pdf(SENTENCE)))
    desk.wait(lambda: tab.session.marks.writable)
    tab.session.marks.write_sheet(None, "Mijn notitie over het geheel.")
    return tab


@pytest.fixture
def exporting(desk, tab):
    return desk._running.desks.exporting


def said(tab) -> str:
    return tab.notice.sentence


def test_an_odt_is_written_and_the_wish_is_kept_for_the_next_time(desk, tab, exporting, tmp_path: Path):
    out = tmp_path / "uit.odt"
    exporting.export(tab, ExportWish(), out)
    desk.wait(lambda: str(out) in said(tab))
    assert "notitie over het geheel" in ZipFile(out).read("content.xml").decode()
    desk.wait(lambda: SettingsFile(desk.home).settings().export.path == str(out))


def test_a_marked_area_is_shown_as_it_is_on_its_page(desk, tab, exporting, tmp_path: Path):
    made = tab.session.marks.add_area(0, Rect(40, 80, 240, 120), "yellow")
    tab.session.marks.describe(made, "De eerste zin")
    out = tmp_path / "uit.odt"
    exporting.export(tab, ExportWish(), out)
    desk.wait(lambda: str(out) in said(tab))
    package = ZipFile(out)
    [name] = [name for name in package.namelist() if name.startswith("Pictures/")]
    picture = pymupdf.Pixmap(package.read(name))
    assert (picture.width, picture.height) == (417, 84)
    assert picture.color_count() > 2  # the words are in it
    assert "De eerste zin" in package.read("content.xml").decode()
    page = tmp_path / "uit.html"
    exporting.export(tab, ExportWish(pictures=False, format="html"), page)
    desk.wait(lambda: str(page) in said(tab))
    assert "<img" not in page.read_text("utf-8")


def test_a_pdf_of_the_notes_is_set_by_a_worker(desk, tab, exporting, tmp_path: Path):
    out = tmp_path / "uit.pdf"
    exporting.export(tab, ExportWish(format="pdf"), out)
    desk.wait(lambda: str(out) in said(tab))
    with pymupdf.open(out) as document:
        assert "notitie over het geheel" in document[0].get_text()


def test_what_was_exported_is_opened_in_its_own_program_on_request(desk, tab, exporting, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    out = tmp_path / "uit.odt"
    exporting.export(tab, ExportWish(format="odt"), out)
    desk.wait(lambda: str(out) in said(tab))
    assert not opened
    (button,) = [one for one in tab.notice.findChildren(QPushButton) if one.text() == "Open"]
    button.click()
    assert opened == [str(out)]


def test_a_copy_of_the_pdf_is_annotated_and_the_original_is_as_it_was(desk, tab, exporting, tmp_path: Path):
    before, out = tab.file.read_bytes(), tmp_path / "met notities.pdf"
    exporting.export(tab, ExportWish(format="annotated-pdf"), out)
    desk.wait(lambda: str(out) in said(tab))
    with pymupdf.open(out) as document:
        assert {one.info["content"] for one in document[0].annots()} == {"Mijn notitie over het geheel."}
    exporting.export(tab, ExportWish(format="annotated-pdf"), tab.file)
    desk.wait(lambda: "is not replaced" in said(tab))
    assert tab.file.read_bytes() == before


def test_notes_go_through_a_template_of_the_reader(desk, tab, exporting, tmp_path: Path):
    pytest.importorskip("jinja2")
    template, out = tmp_path / "mijn.md.j2", tmp_path / "uit.md"
    template.write_text("{% for item in items %}- {{ item.comment }}{% endfor %}", "utf-8")
    exporting.export(tab, ExportWish(template=str(template)), out)
    desk.wait(lambda: str(out) in said(tab))
    assert out.read_text("utf-8") == "- Mijn notitie over het geheel."
    dialog = exporting.ask(tab)
    assert dialog.wish.template == str(template)
    assert not dialog._form._format.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("words", "told"), [("{% wrong", "is wrong"), (None, "cannot be read")])
def test_a_template_that_is_wrong_is_told_and_nothing_is_written(desk, tab, exporting, tmp_path: Path, words, told):
    pytest.importorskip("jinja2")
    template = tmp_path / "mijn.md.j2"
    if words:
        template.write_text(words, "utf-8")
    exporting.export(tab, ExportWish(template=str(template)), tmp_path / "uit.md")
    desk.wait(lambda: told in said(tab))
    assert "mijn.md.j2" in said(tab)
    assert not (tmp_path / "uit.md").exists()


def test_a_shipped_template_is_chosen_in_the_dialog(desk, tab, exporting, tmp_path: Path):
    pytest.importorskip("jinja2")
    dialog = exporting.ask(tab)
    box = dialog._form._template
    box.setCurrentIndex(box.findData("memo.html"))
    box.activated.emit(box.currentIndex())
    assert dialog.wish.template == "memo.html"
    wish = dialog.wish
    dialog.reject()
    exporting.export(tab, wish, tmp_path / "uit.html")
    desk.wait((tmp_path / "uit.html").exists)  # its name is said while it is written, too
    assert "Mijn notitie" in (tmp_path / "uit.html").read_text("utf-8")


def test_one_key_renews_the_last_export(desk, tab, exporting, tmp_path: Path):
    out = tmp_path / "uit.odt"
    exporting.export(tab, ExportWish(), out)
    desk.wait(lambda: str(out) in said(tab))
    tab.session.marks.write_sheet(None, "Anders gezegd.")
    desk._running.window.commands["export-again"].trigger()
    desk.wait(lambda: "renewed" in said(tab))
    assert "nders gezegd." in ZipFile(out).read("content.xml").decode()


def test_without_an_earlier_export_the_same_key_asks(exporting, tab, monkeypatch):
    asked = []
    monkeypatch.setattr(exporting, "ask", asked.append)
    exporting.again(tab)
    assert asked == [tab]


@pytest.mark.parametrize("replaced", [False, True])
def test_another_file_is_replaced_only_after_a_question(desk, tab, exporting, tmp_path: Path, monkeypatch, replaced):
    out = tmp_path / "uit.md"
    out.write_text("van mij")
    asked = []
    monkeypatch.setattr(exporting, "_may_replace", lambda task: asked.append(task) or replaced)
    exporting.export(tab, ExportWish(format="markdown"), out)
    desk.wait(lambda: asked)
    if replaced:
        desk.wait(lambda: str(out) in said(tab))
    assert ("van mij" in out.read_text()) is not replaced


def test_the_question_keeps_the_file_unless_told_otherwise(desk, tab, exporting, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.defaultButton().click())
    task = _Task(tab, ExportWish(), tmp_path / "a.odt")
    assert not exporting._may_replace(task)


def test_the_publication_is_never_written_over(desk, tab, exporting):
    before = tab.file.read_bytes()
    exporting.export(tab, ExportWish(), tab.file)
    desk.wait(lambda: "is a PDF" in said(tab))
    assert tab.file.read_bytes() == before


def test_a_failure_is_told_in_one_sentence_and_leaves_nothing(desk, tab, exporting, tmp_path: Path):
    exporting.export(tab, ExportWish(), tmp_path / "no folder" / "deep" / "uit.odt")
    desk.wait(lambda: "could not be written" in said(tab))
    assert not (tmp_path / "no folder").exists()


def test_the_dialog_shows_what_is_exported_as_it_is_chosen(desk, tab, exporting):
    dialog = exporting.ask(tab)
    desk.wait(lambda: "1 note" in dialog.counted)
    assert "Mijn notitie" in dialog._preview.text
    dialog._form._parts["notes"].setChecked(False)
    desk.wait(lambda: "0 notes" in dialog.counted)
    dialog.reject()


def test_the_preview_is_that_of_the_format_with_its_pictures(desk, tab, exporting):
    tab.session.marks.add_area(0, Rect(40, 80, 240, 120), "yellow")
    dialog = exporting.ask(tab)
    desk.wait(lambda: "2 notes" in dialog.counted)
    [picture] = dialog._preview._browser.pictures
    assert (picture.width(), picture.height()) == (417, 84)
    form = dialog._form
    form._format.setCurrentIndex(form._format.findData("csv"))
    desk.wait(lambda: "Quote checked" in dialog._preview.text)
    form._format.setCurrentIndex(form._format.findData("annotated-pdf"))
    desk.wait(lambda: "In the copy: 1 area, 1 note." in dialog.counted)
    dialog.reject()


def test_what_is_wrong_with_a_template_is_told_before_anything_is_written(desk, tab, exporting, tmp_path: Path):
    pytest.importorskip("jinja2")
    template = tmp_path / "fout.md"
    template.write_text("{% for %}")
    dialog = exporting.ask(tab)
    dialog._form._template._show(str(template))
    dialog._form._template.chosen.emit()
    desk.wait(lambda: "“fout.md” is wrong: 1:" in dialog.counted)
    dialog.reject()


def test_an_export_that_is_cancelled_while_it_is_written_leaves_nothing(desk, tab, exporting, tmp_path: Path):
    task = _Task(tab, ExportWish(format="markdown"), tmp_path / "uit.md")
    shares: list[str] = []
    exporting._say_long(task)
    exporting._say_share(task, 0.4)
    shares.append(said(tab))
    task.cancel.set()
    exporting._reports.make(task, lambda _material, report: exporting._write(task, report, There.NOTHING))
    desk.wait(lambda: "is cancelled" in said(tab))
    assert shares == ["Your notes are being written to “uit.md”… 40 %"]
    assert not (tmp_path / "uit.md").exists()


def test_choosing_sections_but_none_of_them_exports_nothing(desk, tab, exporting):
    dialog = exporting.ask(tab)
    dialog._form._what.setCurrentIndex(2)
    assert not dialog._export.isEnabled()
    assert dialog.counted == "Choose at least one section or lesson."
    dialog.reject()


def test_who_chooses_sections_sees_which_have_notes(qtbot):
    titles = {
        "a": (1, "Inleiding"),
        "b": (1, "Onderzoek"),
        "c": (2, "Lessen"),
        "d": (3, "Les 1"),
        "e": (1, "Slot"),
        "f": (2, "Kort"),
    }
    sections = [
        Section(id=id_, title=title, level=level, page=n) for n, (id_, (level, title)) in enumerate(titles.items())
    ]
    boxes = SectionBoxes(SectionTree(sections), [], Counter(b=2, c=2, d=2).__getitem__)
    qtbot.addWidget(boxes)
    shown = [boxes.topLevelItem(0)]
    while below := boxes.itemBelow(shown[-1]):
        shown.append(below)
    assert [(one.text(0), one.text(1)) for one in shown[:4]] == [
        ("Inleiding", ""),
        ("Onderzoek", "2"),
        ("Lessen", "2"),
        ("Les 1", "2"),
    ]


def test_the_dialog_begins_with_odt_and_asks_as_it_was_left(desk, tab, exporting):
    dialog = exporting.ask(tab)
    assert replace(dialog.wish, source="", path="") == ExportWish()
    dialog.reject()
    kept = ExportWish(format="html", colors=("green",), states=("read",), since="2026-01-02", quotes=False)
    desk._running._keeping.change_settings({"export": kept})
    dialog = exporting.ask(tab)
    assert dialog.wish == kept
    dialog.reject()


def test_an_export_that_is_ready_after_its_tab_was_closed_is_no_trouble(desk, tab, exporting, tmp_path: Path):
    task = _Task(tab, ExportWish(), tmp_path / "notities.md")
    desk._running.window.close_tab(tab)
    desk.wait(lambda: not isValid(tab))
    exporting._tell(task, None, There.NOTHING)


def test_a_button_for_several_says_which_are_checked(qtbot):
    button = SeveralButton("All")
    qtbot.addWidget(button)
    button.offer([(name, name.upper(), None) for name in "abcd"], ["b"])
    assert (button.text(), button.chosen) == ("B", ("b",))
    for action in button.menu().actions():
        action.setChecked(True)
    assert button.text() == "A, B + 2"
    for action in button.menu().actions():
        action.setChecked(False)
    assert (button.text(), button.chosen) == ("All", ())
