"""The library: what was opened or added, found again when it was moved, and what the reader says of it."""

import pytest
from pdf_files import text_pdf
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton, QTreeView
from stand_in import make_stand_in

from zzpreader.model.about import About
from zzpreader.model.library import PublicationRow, Shown, Sort
from zzpreader.model.pages import Place
from zzpreader.model.records import Status
from zzpreader.store.library import Library
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.library.details import DetailsDialog
from zzpreader.ui.library.model import ROW_ROLE
from zzpreader.ui.library.view import LibraryView


@pytest.fixture
def folder(tmp_path):
    """Two publications in a folder and one below it, and what is none."""
    folder = tmp_path / "map"
    (folder / "onder").mkdir(parents=True)
    (folder / "een.pdf").write_bytes(text_pdf("Eerste tekst over wonen", "Nog een bladzijde"))
    (folder / "twee.pdf").write_bytes(text_pdf("Tweede tekst over werken"))
    (folder / "onder" / "drie.PDF").write_bytes(text_pdf("Derde tekst over vervoer"))
    (folder / "leeg.pdf").write_bytes(b"%PDF-1.7 dit is niets")
    return folder


def library_of(desk):
    desk.running.window.commands["library"].trigger()
    view = desk.running.window.tabs.currentWidget()
    assert isinstance(view, LibraryView)
    return view


def table(view):
    return view.findChild(QTreeView)


def rows(view):
    model = table(view).model()
    return [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]


def titles(view):
    return sorted(row.about.title for row in rows(view))


def added(desk, folder):
    desk.start()
    view = library_of(desk)
    desk.running.desks.library.add_folder(folder)
    desk.wait(lambda: "added" in view.notice.sentence)
    desk.wait(lambda: len(rows(view)) >= 3 and all(row.counts for row in rows(view)))
    return view


def choose(view, title):
    found = next(n for n, row in enumerate(rows(view)) if row.about.title == title)
    table(view).setCurrentIndex(table(view).model().index(found, 0))


def test_a_folder_is_added_with_covers_and_what_cannot_be_read_is_counted(desk, folder):
    view = added(desk, folder)
    assert {"een", "twee", "drie"} <= set(titles(view))
    assert "3 publications added." in view.notice.sentence
    assert "1 file could not be read" in view.notice.sentence
    covers = list((desk.home.cache / "covers").glob("*.png"))
    assert len(covers) >= 3
    desk.running.desks.library.add_folder(folder)
    desk.wait(lambda: "3 files were known already" in view.notice.sentence)
    assert "0 publications added." in view.notice.sentence


def test_files_are_looked_at_by_workers_from_where_the_program_has_them(desk, folder):
    desks = desk.start().desks
    start, files = desks._start, []
    desks._start = lambda source: files.append(source) or start(source)
    view = library_of(desk)
    desks.library.add_folder(folder)
    desk.wait(lambda: "added" in view.notice.sentence)
    assert len(files) >= 4


def test_adding_a_folder_can_be_cancelled_while_its_files_are_looked_for(desk, folder):
    desk.start()
    view = library_of(desk)
    desk.wait(lambda: rows(view))
    before = len(rows(view))
    with desk.slow_disk():
        desk.running.desks.library.add_folder(folder)
        view.progress.cancelled.emit()
    desk.wait(lambda: view.notice.sentence == "0 publications added.")
    assert len(rows(view)) == before


def test_lessons_notes_and_the_reading_are_shown_and_enter_opens(desk, tmp_path, qtbot):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    lessons = tab.session.sections.tree.lessons
    tab.session.marks.write_sheet(lessons[0].id, "Zo doen wij het")
    tab.session.standings.set_status([lessons[0].id], Status.READ)
    desk.wait(lambda: tab.session.marks.is_saved)
    title = tab.session.title
    desk.running.window.close_tab(tab)
    view = library_of(desk)
    desk.wait(lambda: any(row.counts and row.counts.lessons for row in rows(view)))
    (row,) = [row for row in rows(view) if row.about.title == title]
    assert (row.counts.lessons, row.counts.read, row.counts.notes) == (len(lessons), 1, 1)
    choose(view, title)
    qtbot.keyClick(table(view), Qt.Key.Key_Return)
    desk.wait(lambda: desk.running.window.current and desk.running.window.current.is_settled)


def test_details_are_corrected_and_kept(desk, folder):
    view = added(desk, folder)
    choose(view, "een")
    view.edit_details()
    dialog = view.findChild(DetailsDialog)
    fields = dialog.findChildren(QLineEdit)
    for field, text in zip(fields, ("Wonen", "Stad", "2012-4", "", "", "Beleid, Zorg", "nu"), strict=True):
        field.setText(text)
    dialog.accept()
    desk.wait(lambda: "Wonen" in titles(view))
    row = next(row for row in rows(view) if row.about.title == "Wonen")
    assert (row.about.author, row.about.issued, row.collections, row.tags) == (
        "Stad",
        "2012-04",
        ("Beleid", "Zorg"),
        ("nu",),
    )
    assert row.corrected == About(title="Wonen", author="Stad", issued="2012-04")
    desk.start()
    view = library_of(desk)
    desk.wait(lambda: "Wonen" in titles(view))


def test_a_corrected_title_is_that_of_copied_quotes_and_exports(desk, tmp_path):
    file = tmp_path / "een.pdf"
    file.write_bytes(text_pdf("Een les over wonen."))
    tab = desk.open(file)
    desk.wait(lambda: tab.session.publication and tab.session.texts.get(0))
    view = library_of(desk)
    desk.wait(lambda: rows(view))
    view.described.emit(rows(view)[0], About(title="Wonen", author="Jansen; De Vries", issued="2012-04"), (), ())
    desk.wait(lambda: tab.session.about.title == "Wonen")
    tab.view.select(0, 0, 3)
    tab.copying.copy_with_source()
    copied = QGuiApplication.clipboard().text()
    assert "Jansen, De Vries" in copied
    assert "2012" in copied
    assert tab.session.about.authors == ("Jansen", "De Vries")
    tab = desk.open(file)
    desk.wait(lambda: tab.session.about.title == "Wonen")


def test_what_is_taken_out_of_the_library_comes_back_by_undo(desk, folder):
    view = added(desk, folder)
    choose(view, "een")
    at = table(view).currentIndex().row()
    view.remove_chosen()
    desk.wait(lambda: "een" not in titles(view))
    assert table(view).currentIndex().row() == min(at, len(rows(view)) - 1)  # the keyboard goes on from there
    desk.wait(lambda: any(button.text() == "Undo" for button in view.notice.findChildren(QPushButton)))
    next(button for button in view.notice.findChildren(QPushButton) if button.text() == "Undo").click()
    desk.wait(lambda: "een" in titles(view))


def test_it_is_said_how_many_notes_stay_of_what_is_taken_out(desk, folder):
    tab = desk.open(folder / "een.pdf")
    desk.wait(lambda: tab.session.marks.writable)
    tab.session.marks.add_note(Place(0), text="Vraag dit de wethouder")
    desk.wait(lambda: tab.session.marks.is_saved)
    view = library_of(desk)
    desk.wait(lambda: rows(view) and all(row.counts and row.counts.notes for row in rows(view)))
    choose(view, "een")
    view.remove_chosen()
    desk.wait(lambda: "1 note is kept and comes back when the file is opened again" in view.notice.sentence)
    desk.wait(lambda: not rows(view))


def test_collections_and_tags_filter_together_and_a_change_can_be_undone(desk, folder):
    view = added(desk, folder)
    two = [row for row in rows(view) if row.about.title in ("een", "twee")]
    view.collected.emit(two, "Beleid", True)
    view.tagged.emit(two[:1], "nu", True)
    desk.wait(lambda: view.collections_in_use() == ["Beleid"] and view.tags_in_use() == ["nu"])
    view.tagged.emit(two, "later", True)
    desk.wait(lambda: "later" in view.tags_in_use())
    desk.wait(lambda: any(button.text() == "Undo" for button in view.notice.findChildren(QPushButton)))
    next(button for button in view.notice.findChildren(QPushButton) if button.text() == "Undo").click()
    desk.wait(lambda: view.tags_in_use() == ["nu"])


def test_the_keys_undo_and_redo_step_by_step_what_was_said_in_the_library(desk, folder):
    view = added(desk, folder)
    undo, redo = (desk.running.window.commands[name] for name in ("undo", "redo"))
    assert not undo.isEnabled()
    one = [row for row in rows(view) if row.about.title == "een"]
    view.tagged.emit(one, "nu", True)
    desk.wait(lambda: view.tags_in_use() == ["nu"])
    choose(view, "een")
    view.remove_chosen()
    desk.wait(lambda: "een" not in titles(view))
    desk.wait(lambda: "taken out of the library" in view.notice.sentence)
    undo.trigger()
    desk.wait(lambda: "een" in titles(view) and view.notice.isHidden())
    undo.trigger()
    desk.wait(lambda: view.tags_in_use() == [])
    assert not undo.isEnabled()
    redo.trigger()
    desk.wait(lambda: view.tags_in_use() == ["nu"])
    redo.trigger()
    desk.wait(lambda: "een" not in titles(view))
    assert not redo.isEnabled()


def test_a_file_that_was_moved_is_marked_and_found_again_by_its_contents(desk, folder, tmp_path):
    view = added(desk, folder)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (folder / "twee.pdf").rename(elsewhere / "hernoemd.pdf")
    (folder / "een.pdf").rename(folder / "anders.pdf")
    desk.start()
    view = library_of(desk)
    desk.wait(lambda: [row.about.title for row in rows(view) if row.is_missing] == ["twee"])
    (renamed,) = [row for row in rows(view) if row.about.title == "een"]
    assert renamed.file == str(folder / "anders.pdf")
    desk.running.desks.library.look_in(elsewhere)
    desk.wait(lambda: view.notice.sentence == "1 missing file found again.")
    desk.wait(lambda: not any(row.is_missing for row in rows(view)))
    assert str(elsewhere / "hernoemd.pdf") in {entry.paths[0] for entry in Library(desk.home).entries()}


def test_details_come_from_bibtex_where_titles_agree(desk, folder, tmp_path):
    view = added(desk, folder)
    references = tmp_path / "lijst.bib"
    references.write_text("@book{a, title={Twee}, author={Jansen, Els}, year=2011}\n@book{b, title={Onbekend}}")
    desk.running.desks.library.import_references(references)
    desk.wait(lambda: "Details of 1 publication imported" in view.notice.sentence)
    assert "1 other work in the file has no publication" in view.notice.sentence
    desk.wait(lambda: any(row.about.author == "Els Jansen" for row in rows(view)))
    references.write_text("geen lijst")
    desk.running.desks.library.import_references(references)
    desk.wait(lambda: "holds no references" in view.notice.sentence)


CSL = """[{"title": "Twee", "author": [{"given": "Els", "non-dropping-particle": "van der", "family": "Meer"}],
  "issued": {"date-parts": [["2011", 4]]}, "publisher": "Stad"},
  {"title": "Drie", "author": [{"literal": "Gemeente"}]}]"""


@pytest.mark.parametrize(
    ("chosen", "authors"),
    [(("een",), {"Els van der Meer", "Gemeente", ""}), (("een", "twee"), {"Els van der Meer", ""})],
)
def test_details_from_csl_are_for_several_chosen_publications_or_for_all(desk, folder, tmp_path, chosen, authors):
    view = added(desk, folder)
    references = tmp_path / "lijst.json"
    references.write_text(CSL)
    ids = [row.id for row in rows(view) if row.about.title in chosen]
    desk.running.desks.library.import_references(references, ids)
    desk.wait(lambda: "imported" in view.notice.sentence)

    def three() -> list[PublicationRow]:
        return [row for row in rows(view) if row.about.title.casefold() in ("een", "twee", "drie")]

    desk.wait(lambda: {row.about.author for row in three()} == authors)
    assert {row.about.issued for row in three()} == {"2011-04", ""}


def test_a_list_of_one_work_is_for_the_one_publication_that_is_chosen(desk, folder, tmp_path):
    view = added(desk, folder)
    references = tmp_path / "lijst.json"
    references.write_text('{"title": "Heel iets anders", "author": [{"family": "Jansen"}]}')
    (een,) = [row.id for row in rows(view) if row.about.title == "een"]
    desk.running.desks.library.import_references(references, [een])
    desk.wait(lambda: any(row.about.title == "Heel iets anders" and row.id == een for row in rows(view)))


def test_the_keyboard_is_in_the_library_when_the_program_begins_with_it(desk, folder):
    added(desk, folder)
    window = desk.start().window
    view = window.tabs.currentWidget()
    assert isinstance(view, LibraryView)
    desk.wait(lambda: rows(view))
    assert window.focusWidget() is table(view)


def test_what_is_chosen_stays_chosen_when_the_table_is_sorted_and_covers_come_to_what_is_now_in_sight(desk, folder):
    view = added(desk, folder)
    choose(view, "drie")
    wanted = []
    view.covers_wanted.connect(wanted.append)
    table(view).header().setSortIndicator(Sort.TITLE, Qt.SortOrder.DescendingOrder)
    assert [row.about.title for row in rows(view)] == sorted(titles(view), key=str.casefold, reverse=True)
    assert [row.about.title for row in view.chosen] == ["drie"]
    desk.wait(lambda: wanted)


def test_sorting_and_filters_are_as_they_were_after_a_restart(desk, folder):
    view = added(desk, folder)
    table(view).header().setSortIndicator(Sort.TITLE, Qt.SortOrder.DescendingOrder)
    view.collected.emit([row for row in rows(view) if row.about.title in ("een", "drie")], "Beleid", True)
    desk.wait(lambda: view.collections_in_use() == ["Beleid"])
    box = next(one for one in view.findChildren(QComboBox) if one.findData("Beleid") >= 0)
    box.setCurrentIndex(box.findData("Beleid"))
    box.activated.emit(box.currentIndex())
    assert [row.about.title for row in rows(view)] == ["een", "drie"]
    view = desk.start().window.tabs.currentWidget()
    desk.wait(lambda: [row.about.title for row in rows(view)] == ["een", "drie"])


def test_what_is_opened_comes_into_a_library_that_is_open(desk, folder, tmp_path):
    view = added(desk, folder)
    other = tmp_path / "vier.pdf"
    other.write_bytes(text_pdf("Vierde tekst over water"))
    desk.running.open_file(other)
    desk.wait(lambda: "vier" in titles(view))


def test_the_keyboard_is_in_the_library_that_comes_for_the_start_page(desk, folder):
    added(desk, folder)
    window = desk.running.window
    while window.tabs.count():
        window.close_tab(window.tabs.currentWidget())
    view = library_of(desk)
    desk.wait(lambda: rows(view))
    assert window.focusWidget() is table(view)
    view.findChildren(QLineEdit)[0].setText("nergens")
    while window.tabs.count():
        window.close_tab(window.tabs.currentWidget())
    empty = library_of(desk).findChild(EmptyState)
    assert window.focusWidget() is empty


def test_all_filters_are_taken_off_at_once(desk, folder):
    view = added(desk, folder)
    before = titles(view)
    button = next(one for one in view.findChildren(QToolButton) if one.accessibleName() == "Take all filters off")
    assert button.isHidden()
    readings = next(one for one in view.findChildren(QComboBox) if one.findData("missing") >= 0)
    readings.setCurrentIndex(readings.findData("missing"))
    readings.activated.emit(readings.currentIndex())
    view.findChildren(QLineEdit)[0].setText("nergens")
    assert not rows(view)
    button.click()
    assert titles(view) == before
    assert (view.state.words, view.state.shown, readings.currentData()) == ("", Shown(), None)
    assert button.isHidden()
    assert desk.running.window.focusWidget() is table(view)


def test_a_filter_that_was_kept_and_leaves_nothing_is_named_as_the_cause(desk, folder):
    view = added(desk, folder)
    view.findChildren(QLineEdit)[0].setText("nergens")
    window = desk.start().window
    empty = window.tabs.currentWidget().findChild(EmptyState)
    desk.wait(lambda: "No publication answers" in empty.sentence)
    assert window.focusWidget() is empty
