"""Words in the whole library, from the window: found, filtered, opened where they stand."""

import struct
from contextlib import closing

import msgspec
import pytest
from pdf_files import text_pdf
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from zzpreader.fulltext.index import Index, index_path
from zzpreader.model.pages import Place
from zzpreader.model.publication import Edition
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.synonyms import all_synonyms, keep_synonyms, own_synonyms, shipped_synonyms
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.dialogs.synonyms import SynonymsDialog
from zzpreader.ui.everywhere.model import FOUND
from zzpreader.ui.everywhere.view import LibrarySearchView
from zzpreader.ui.rows import RowTree
from zzpreader.wire import PlainPage

PAGES = ("Niets.", "Een zzp-er in de wijk.", "Nog een wijk.")


def index(home, publication, file, *pages):
    """As if the library had been read."""
    found = file.stat()
    with closing(Index(index_path(home))) as base, base.change():
        n = base.begin(publication.id, publication.title, str(file), found.st_size, found.st_mtime_ns)
        base.describe(n, len(pages), ())
        base.add_pages(n, 0, [PlainPage(text, struct.pack("=iff", 0, 50.0, 90.0)) for text in pages])


@pytest.fixture
def book(desk, tmp_path):
    file = tmp_path / "wijk.pdf"
    file.write_bytes(text_pdf(*PAGES, title="De wijk"))
    tab = desk.open(file)
    desk.wait(lambda: tab.session.publication)
    return tab


@pytest.fixture
def indexed_book(desk, book):
    index(desk.home, book.session.publication, book.file, *PAGES)
    return book


def everywhere(desk) -> LibrarySearchView:
    window = desk.running.window
    window.commands["find-everywhere"].trigger()
    view = window.tabs.currentWidget()
    assert isinstance(view, LibrarySearchView)
    return view


def line(view) -> QLineEdit:
    return view.findChildren(QLineEdit)[0]


def found(view) -> list:
    model = view.findChild(RowTree).model()
    todo, hits = [model.index(row, 0) for row in range(model.rowCount())], []
    while todo:
        index = todo.pop(0)
        if index.data(FOUND):
            hits.append(index)
        todo = [model.index(row, 0, index) for row in range(model.rowCount(index))] + todo
    return hits


def chosen(tab) -> str:
    """The note that is chosen in the list of notes."""
    current = tab.notes.current_annotation()
    return current.id if current else ""


def words(view) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


def test_what_is_found_opens_where_it_stands(desk, indexed_book):
    view = everywhere(desk)
    line(view).setText("zzp'ers")
    desk.wait(lambda: found(view))
    (index,) = found(view)
    assert index.data() == "Een zzp-er in de wijk."
    view.findChild(RowTree).activated.emit(index)
    assert desk.running.window.current is indexed_book
    desk.wait(lambda: indexed_book.session.search.current)
    current = indexed_book.session.search.current
    assert (current.page, current.match) == (1, "zzp-er")
    assert indexed_book.view.current_page == 1


def test_a_publication_that_is_closed_is_opened_for_its_hit(desk, indexed_book):
    view = everywhere(desk)
    line(view).setText("nog wijk")
    desk.wait(lambda: found(view))
    desk.running.window.close_tab(indexed_book)
    view.findChild(RowTree).activated.emit(found(view)[0])
    desk.wait(lambda: desk.running.window.current and desk.running.window.current.session.search.current)
    assert desk.running.window.current.session.search.current.page == 2


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_note_that_is_found_opens_among_the_notes(desk, indexed_book, is_closed):
    desk.wait(lambda: indexed_book.session.marks.writable)
    marks = indexed_book.session.marks
    note = marks.add_note(Place(2), text="Vraag dit de wethouder")
    desk.wait(lambda: marks.is_saved)
    view = everywhere(desk)
    line(view).setText("wethouder")
    desk.wait(lambda: found(view))
    (index,) = found(view)
    if is_closed:
        desk.running.window.close_tab(indexed_book)
    view.findChild(RowTree).activated.emit(index)
    desk.wait(lambda: desk.running.window.current and chosen(desk.running.window.current) == note)
    assert desk.running.window.current.view.current_page == 2


def test_the_passages_of_a_publication_further_down_are_found_when_it_is_unfolded(desk, tmp_path):
    file = tmp_path / "deel.pdf"
    file.write_bytes(text_pdf("De wijk."))
    for n in range(45):
        edition = Edition(sha256=f"{n:064x}", trailer_id=f"{n:032x}", pages=6)
        index(desk.home, Library(desk.home).opened(edition, file, title=f"Deel {n}"), file, *["De wijk."] * 6)
    desk.start()
    view = everywhere(desk)
    desk.wait(lambda: "All your publications can be searched." in words(view))
    line(view).setText("wijk")
    tree = view.findChild(RowTree)
    desk.wait(lambda: tree.model().rowCount() == 45)
    desk.wait(lambda: len(found(view)) >= 200)
    last = tree.model().index(44, 0)
    assert not tree.isExpanded(last)
    shown = len(found(view))
    tree.expand(last)
    desk.wait(lambda: len(found(view)) == shown + 6)


def test_reading_the_library_can_be_paused_and_says_when_it_is_done(desk, book):
    view = everywhere(desk)
    pause = next(button for button in view.findChildren(QPushButton) if button.text() in ("Pause", "Go on"))
    pause.click()
    assert pause.text() == "Go on"
    pause.click()
    desk.wait(lambda: "All your publications can be searched." in words(view))
    assert not pause.isVisible()


def test_what_is_shown_stays_in_its_place_and_folded_while_the_library_is_read(desk, indexed_book, tmp_path):
    view = everywhere(desk)
    desk.wait(lambda: "can be searched" in words(view))
    line(view).setText("wijk")
    desk.wait(lambda: len(found(view)) == 2)
    tree = view.findChild(RowTree)
    tree.collapse(tree.model().index(0, 0))
    file = tmp_path / "veel.pdf"
    file.write_bytes(text_pdf("Wijk, wijk en wijk."))
    edition = Edition(sha256="1" * 64, pages=1, size=file.stat().st_size)
    Library(desk.home).opened(edition, file, title="Wijken")
    desk.running.desks.holdings.read()
    desk.wait(lambda: view._search.progress.done == 1)  # read; then it is asked again
    desk.wait(lambda: tree.model().rowCount() == 2)
    assert [tree.model().index(row, 0).data() for row in range(2)] == ["De wijk", "Wijken"]
    assert not tree.isExpanded(tree.model().index(0, 0))
    assert tree.isExpanded(tree.model().index(1, 0))


def test_collections_come_and_stay_chosen_as_the_library_has_them(desk, indexed_book):
    view = everywhere(desk)
    box = next(box for box in view.findChildren(QComboBox) if box.accessibleName() == "Collection")
    assert not box.isVisible()
    line(view).setText("wijk")
    desk.wait(lambda: len(found(view)) == 2)
    for name in ("Beleid", "Anders"):
        Library(desk.home).describe([indexed_book.session.publication.id], in_collections(name))
        desk.running.desks.holdings.read()
        desk.wait(lambda name=name: box.itemText(box.count() - 1) == name)
        box.setCurrentIndex(1 if name == "Beleid" else 0)
        desk.wait(lambda: len(found(view)) == 2)
    desk.wait(lambda: box.currentText() == "All publications")


def in_collections(*names):
    return lambda entry: msgspec.structs.replace(entry, collections=names)


def test_words_that_are_nowhere_are_said_to_be_nowhere(desk, indexed_book):
    view = everywhere(desk)
    line(view).setText("dorpskern")
    desk.wait(lambda: "do not occur" in words(view))


def test_all_notes_of_a_colour_are_listed_without_words(desk, indexed_book):
    desk.wait(lambda: indexed_book.session.marks.writable)
    marks = indexed_book.session.marks
    note = marks.add_note(Place(2), text="Vraag dit na", color="green")
    desk.wait(lambda: marks.is_saved)
    view = everywhere(desk)
    colour = next(box for box in view.findChildren(QComboBox) if box.accessibleName() == "Colour of notes")
    colour.setCurrentIndex(colour.findData("green"))
    desk.wait(lambda: [index.data(FOUND)[1].note for index in found(view)] == [note])
    colour.setCurrentIndex(0)
    desk.wait(lambda: not view.findChild(RowTree).model().rowCount())


def test_words_that_a_filter_keeps_away_are_not_said_to_be_nowhere(desk, indexed_book):
    view = everywhere(desk)
    line(view).setText("wijk")
    desk.wait(lambda: found(view))
    colour = next(box for box in view.findChildren(QComboBox) if box.accessibleName() == "Colour of notes")
    colour.setCurrentIndex(1)
    desk.wait(lambda: "answers to these words and filters" in words(view))
    (all_again,) = [one for one in view.findChildren(IconButton) if one.text() == "Take all filters off"]
    assert all_again.isVisible()
    all_again.click()
    desk.wait(lambda: found(view))
    assert colour.currentIndex() == 0
    assert not all_again.isVisible()


def test_the_search_is_not_among_what_is_opened_again(desk, book):
    everywhere(desk)
    desk.start()
    tabs = desk.running.window.tabs
    assert [type(tabs.widget(n)).__name__ for n in range(tabs.count())] == ["ReadingTab"]


def test_words_that_mean_the_same_are_edited_and_found_from_then_on(desk, indexed_book, qtbot):
    desk.running.window.commands["synonyms"].trigger()
    desk.wait(lambda: desk.running.window.findChild(SynonymsDialog))
    dialog = desk.running.window.findChild(SynonymsDialog)
    field = dialog.findChild(QPlainTextEdit)
    assert "zzp'er, zzp, zelfstandige" in field.toPlainText()
    field.appendPlainText("buurt, wijk")
    with qtbot.waitSignal(indexed_book.session.synonyms_read):
        dialog.accept()
    indexed_book.session.search.start("buurten")
    desk.wait(lambda: indexed_book.session.search.hits)
    assert desk.home.synonyms.read_text("utf-8") == "buurt, wijk\n"


def test_a_list_from_which_something_was_taken_out_stands_in_the_place_of_the_shipped_one(zzpreader_home):
    home, shipped = Home(zzpreader_home), shipped_synonyms()
    first, rest = shipped.split("\n", 1)
    keep_synonyms(home, rest)
    assert all_synonyms(home) == rest
    assert first not in all_synonyms(home)
    keep_synonyms(home, shipped)
    assert all_synonyms(home) == shipped
    assert own_synonyms(home) == ""
