"""The reader's own copy beside the map of its bundle, and bundles that cannot be used."""

from zipfile import ZipFile

import msgspec
import pymupdf
from PySide6.QtWidgets import QMessageBox, QPushButton
from shiboken6 import isValid
from stand_in import make_stand_in

from zzpreader.model.about import About
from zzpreader.store.library import Library
from zzpreader.ui.bundle.share import ShareDialog
from zzpreader.ui.bundle.view import BundleView
from zzpreader.ui.notice import Notice


def attached(desk, file):
    program = desk.start()
    program.window.tabs.widget(0).attach.emit(file)
    tab = program.window.current
    desk.wait(lambda: tab.is_settled and tab.session.sections.is_settled)
    return tab


def test_lessons_that_the_bundle_does_not_name_stand_between_those_that_it_names(desk, tmp_path):
    tab = attached(desk, make_stand_in(tmp_path / "eigen.pdf"))
    tree = tab.session.sections.tree
    lessons = tree.within(tree.get("tien-lessen"))[1:]
    assert [one.label for one in lessons] == ["38"] * 4 + ["39"] * 3 + ["40"] * 3
    assert not tab.notice.sentence


def test_what_the_bundle_names_and_the_copy_has_not_is_said(desk, tmp_path):
    other = tmp_path / "ander.pdf"
    with pymupdf.open() as document:
        document.new_page()
        other.write_bytes(document.tobytes())
    tab = attached(desk, other)
    assert tab.notice.sentence.startswith("The bundle’s sections are not in this copy")


def test_a_bundle_that_cannot_be_used_is_named(desk, qtbot):
    (desk.home.bundles / "kapot").mkdir(parents=True)
    notice = desk.start().window.tabs.currentWidget().notice
    assert isinstance(notice, Notice)
    qtbot.waitUntil(lambda: bool(notice.sentence))
    assert notice.sentence == "The bundle in the folder “kapot” cannot be used: The folder kapot has no bundle.toml."


def test_a_section_map_is_shared_and_offered_for_a_copy_that_was_saved_again(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    desk.wait(lambda: tab.session.publication and tab.session.sections.is_settled)
    lessons = [one.id for one in tab.session.sections.tree.lessons]
    file = tmp_path / "kaart.zzpbundle"
    about = About(title="Kaart", publisher="Stad", issued="2012-04-19")
    desk.running.desks.sharing.write(tab, file, about, "nl", "Een kaart.")
    desk.wait(lambda: "kaart.zzpbundle" in tab.notice.sentence)
    assert "Een kaart." in text_of(file)
    program = desk.running
    program.open_files([file])
    desk.wait(lambda: isinstance(program.window.tabs.currentWidget(), BundleView))
    assert program.window.tabs.currentWidget().bundle.title == "Kaart"
    with pymupdf.open(tmp_path / "eigen.pdf") as document:
        document.save(tmp_path / "anders.pdf", garbage=4, deflate=True)
    program.open_file(tmp_path / "anders.pdf")
    copy = program.window.current
    desk.wait(lambda: "has a map of the sections" in copy.notice.sentence)
    next(one for one in copy.notice.findChildren(QPushButton) if one.text() == "Use its map").click()
    desk.wait(lambda: program.window.current is not copy and program.window.current.session.sections.is_settled)
    desk.wait(lambda: [one.id for one in program.window.current.session.sections.tree.lessons] == lessons)


def test_a_bundle_that_is_opened_is_offered_to_its_publication_and_taken_where_that_is_open_already(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    desk.wait(lambda: tab.session.publication and tab.session.sections.is_settled)
    program, file = desk.running, tmp_path / "kaart.zzpbundle"
    program.desks.sharing.write(
        tab, file, About(title="Kaart", publisher="Stad", issued="2012-04-19"), "nl", "Een kaart."
    )
    desk.wait(lambda: "kaart.zzpbundle" in tab.notice.sentence)
    program.open_files([file])
    desk.wait(lambda: "has a map of the sections" in tab.notice.sentence)
    program.tabs.open(tab.file, bundle=program.window.tabs.currentWidget().bundle)
    desk.wait(lambda: program.window.current and program.window.current is not tab)
    assert [one.file for one in program.window.reading_tabs()] == [tmp_path / "eigen.pdf"]
    assert program.window.current.session.bundle.title == "Kaart"
    again = program.window.current
    program.tabs.open(again.file, bundle=again.session.bundle)
    assert program.window.current is again


def test_a_publication_may_be_closed_while_its_map_is_written_and_one_is_looked_for(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    desk.wait(lambda: tab.session.publication)
    file, sharing, publication = tmp_path / "kaart.zzpbundle", desk.running.desks.sharing, tab.session.publication
    about = About(title="Kaart", publisher="Stad", issued="2012-04-19")
    sharing.write(tab, file, about, "nl", "Een kaart.")
    sharing.open(file)
    desk.wait(lambda: "has a map of the sections" in tab.notice.sentence)
    with desk.slow_disk():
        sharing.recognise(tab, publication)
        sharing.write(tab, file, about, "nl", "Een andere kaart.")
        desk.running.window.close_tab(tab)
        desk.wait(lambda: not isValid(tab))
    assert "Een andere kaart." in text_of(file)


def test_what_the_reader_corrected_is_what_a_shared_map_proposes(desk, tmp_path, monkeypatch):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    desk.wait(lambda: tab.session.publication and tab.session.sections.is_settled)
    Library(desk.home).describe(
        [tab.session.publication.id],
        lambda entry: msgspec.structs.replace(entry, about=About(title="Wonen", publisher="Stad", issued="2012-04-19")),
    )
    tab.session.read_about()
    desk.wait(lambda: tab.session.about.title == "Wonen")
    proposed = []
    monkeypatch.setattr(ShareDialog, "exec", lambda dialog: proposed.append(dialog.about))
    desk.running.desks.sharing.share(tab)
    assert proposed == [About(title="Wonen", publisher="Stad", issued="2012-04-19")]


def text_of(file):
    with ZipFile(file) as archive:
        assert archive.namelist() == ["mimetype", "bundle.toml"]
        return archive.read("bundle.toml").decode()


def test_a_zip_that_is_no_bundle_is_refused_with_one_sentence(desk, tmp_path):
    program = desk.start()
    (tmp_path / "los.zip").write_bytes(b"PK geen zip")
    program.open_files([tmp_path / "los.zip"])
    desk.wait(lambda: program.window.findChild(QMessageBox))
    box = program.window.findChild(QMessageBox)
    assert box.text() == "“los.zip” is no bundle that can be used."
    box.close()


def test_a_bundle_with_something_wrong_in_it_is_refused_by_name_before_it_is_said_what(desk, tmp_path):
    program = desk.start()
    with ZipFile(tmp_path / "fout.zip", "w") as archive:
        archive.writestr("bundle.toml", "schema = 1\n")
    program.open_files([tmp_path / "fout.zip"])
    desk.wait(lambda: program.window.findChild(QMessageBox))
    box = program.window.findChild(QMessageBox)
    refused, wrong = box.text().split("\n", 1)
    assert refused == "“fout.zip” is no bundle that can be used."
    assert wrong
    box.close()
