"""The overview of lessons over publications that are open and those that are not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTreeView
from stand_in import make_stand_in

from zzpreader.model.records import Standing, Status
from zzpreader.model.sections import Kind
from zzpreader.store.notebooks import NotebookFile
from zzpreader.ui.matrix.model import Column
from zzpreader.ui.matrix.view import MatrixView


@pytest.fixture
def book(desk, tmp_path):
    return desk.open(make_stand_in(tmp_path / "eigen.pdf"))


def overview(desk):
    window = desk.running.window
    window.commands["matrix"].trigger()
    view = window.tabs.currentWidget()
    assert isinstance(view, MatrixView)
    desk.wait(lambda: rows(view))
    return view


def table(view) -> QTreeView:
    return view.findChild(QTreeView)


def rows(view):
    return [line[2] for line in view.table()[1:]]


def cell(view, row, column):
    return table(view).model().index(row, column)


def choose(view, row, column):
    table(view).setCurrentIndex(cell(view, row, column))
    return table(view)


def is_locked(desk, publication) -> bool:
    file = NotebookFile(desk.home.notebook(publication.id), publication)
    in_use = file.in_use
    file.close()
    return in_use


def close_book(desk, tab):
    publication = tab.session.publication
    desk.running.window.close_tab(tab)
    desk.wait(lambda: not desk.running.window.reading_tabs())
    return publication


def test_lessons_of_an_open_publication_follow_every_change(desk, book, qtbot):
    view = overview(desk)
    lessons = [one for one in book.session.sections.tree if one.kind is Kind.LESSON]
    assert rows(view) == [one.title for one in lessons]
    qtbot.keyClick(choose(view, 1, Column.TITLE), "4")
    assert book.session.standings.status(lessons[1].id) is Status.ADOPTED
    desk.wait(lambda: cell(view, 1, Column.STATUS).data() == "Adopted")
    book.session.marks.undo()
    desk.wait(lambda: cell(view, 1, Column.STATUS).data() == "Unread")
    book.session.marks.write_sheet(lessons[0].id, "Zo doen wij het")
    desk.wait(lambda: cell(view, 0, Column.NOTES).data() == "1")


def test_a_key_acts_on_the_row_that_has_the_keyboard_also_before_it_is_chosen(desk, book, qtbot):
    view = overview(desk)
    grid = choose(view, 1, Column.TITLE)
    grid.clearSelection()
    qtbot.keyClick(grid, "2")
    desk.wait(lambda: cell(view, 1, Column.STATUS).data() == "Read")


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_given_in_the_overview_is_undone_and_done_again_there(desk, book, qtbot, closed):
    view, commands = overview(desk), desk.running.window.commands
    qtbot.keyClick(choose(view, 0, Column.TITLE), "2")
    desk.wait(lambda: cell(view, 0, Column.STATUS).data() == "Read")
    if closed:
        publication = close_book(desk, book)
        desk.wait(lambda: not is_locked(desk, publication))
    grid = table(view)
    grid.selectAll()
    qtbot.keyClick(grid, "4")
    desk.wait(lambda: cell(view, 9, Column.STATUS).data() == "Adopted")
    commands["undo"].trigger()
    desk.wait(lambda: cell(view, 9, Column.STATUS).data() == "Unread" and cell(view, 0, Column.STATUS).data() == "Read")
    commands["undo"].trigger()
    desk.wait(lambda: cell(view, 0, Column.STATUS).data() == "Unread")
    assert not commands["undo"].isEnabled()
    for words in ("Read", "Adopted"):
        commands["redo"].trigger()
        desk.wait(lambda words=words: cell(view, 0, Column.STATUS).data() == words)
    assert not commands["redo"].isEnabled()


def test_another_section_is_listed_at_its_place_once_it_has_a_status(desk, book):
    view = overview(desk)
    tree = book.session.sections.tree
    before = rows(view)
    other = next(
        one for one in tree if one.kind is not Kind.LESSON and tree.order_of(one.id) < tree.order_of(tree.lessons[0].id)
    )
    book.session.standings.set_status([other.id], Status.TO_DISCUSS)
    desk.wait(lambda: rows(view) == [other.title, *before])
    assert cell(view, 0, Column.NUMBER).data() == ""
    assert cell(view, 1, Column.NUMBER).data() == "1"
    book.session.marks.undo()
    desk.wait(lambda: rows(view) == before)


def test_a_closed_publication_keeps_its_rows_and_is_written_to_its_notebook(desk, book, qtbot):
    view = overview(desk)
    publication = close_book(desk, book)
    view = overview(desk)
    qtbot.keyClick(choose(view, 2, Column.TITLE), "6")
    desk.wait(lambda: cell(view, 2, Column.STATUS).data() == "Rejected")
    kept = NotebookFile(desk.home.notebook(publication.id), publication, write=False)
    assert [one.status for one in kept.records if isinstance(one, Standing)] == [Status.REJECTED]
    wanted = rows(view)[2]
    table(view).activated.emit(cell(view, 2, Column.TITLE))
    tab = desk.running.window.current
    desk.wait(lambda: tab.is_settled and tab.session.sections.is_settled)
    here = next(one for one in tab.session.sections.tree if one.title == wanted)
    desk.wait(lambda: tab.view.eye().page == here.page)
    assert tab.session.standings.status(here.id) is Status.REJECTED


def test_a_notebook_that_another_window_writes_is_left_and_that_is_said(desk, book, qtbot):
    view = overview(desk)
    publication = close_book(desk, book)
    view = overview(desk)
    desk.wait(lambda: not is_locked(desk, publication))
    other = NotebookFile(desk.home.notebook(publication.id), publication)
    try:
        qtbot.keyClick(choose(view, 0, Column.TITLE), "2")
        desk.wait(lambda: "in use elsewhere" in view.notice.sentence)
        assert cell(view, 0, Column.STATUS).data() == "Unread"
    finally:
        other.close()


def test_owner_and_date_are_typed_in_the_grid(desk, book, qtbot):
    view = overview(desk)
    for column, typed in ((Column.OWNER, "Team  Economie"), (Column.DATE, "1-3-2027")):
        qtbot.keyClick(choose(view, 0, column), Qt.Key.Key_F2)
        editor = table(view).viewport().findChild(QLineEdit)
        editor.setText(typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not table(view).viewport().findChild(QLineEdit))
    lesson = next(one for one in book.session.sections.tree if one.kind is Kind.LESSON)
    standing = book.session.standings.of(lesson.id)
    assert (standing.owner, standing.date) == ("Team Economie", "2027-03-01")
    qtbot.keyClick(choose(view, 0, Column.DATE), Qt.Key.Key_F2)
    editor = table(view).viewport().findChild(QLineEdit)
    editor.setText("morgen")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.wait(lambda: view.notice.sentence == "“morgen” is not a date.")
    qtbot.waitUntil(lambda: not table(view).viewport().findChild(QLineEdit))
    qtbot.keyClick(choose(view, 0, Column.DATE), Qt.Key.Key_Delete)
    desk.wait(lambda: book.session.standings.of(lesson.id).date == "")


def test_what_was_chosen_of_the_table_is_there_again_after_a_restart(desk, book):
    view = overview(desk)
    view.findChild(QCheckBox).setChecked(True)
    table(view).header().moveSection(table(view).header().visualIndex(Column.STATUS), 0)
    table(view).sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    before = view.table()
    again = desk.start().window
    view = next(again.tabs.widget(n) for n in range(again.tabs.count()) if isinstance(again.tabs.widget(n), MatrixView))
    desk.wait(lambda: rows(view))
    assert view.table() == before
    assert before[0][0] == "Status"
    assert [line[before[0].index("No.")] for line in before[1:]] == [str(n) for n in range(10, 0, -1)]


def test_groups_stay_open_and_cells_chosen_when_the_table_is_sorted(desk, book):
    view = overview(desk)
    view.findChild(QCheckBox).setChecked(True)
    model = table(view).model()
    table(view).setCurrentIndex(model.index(1, Column.TITLE, model.index(0, 0)))
    table(view).header().setSortIndicator(Column.TITLE, Qt.SortOrder.DescendingOrder)
    assert table(view).isExpanded(model.index(0, 0))
    assert rows(view) == sorted(rows(view), key=lambda title: int(title.split()[1].strip(".:")), reverse=True)
    assert [index.data() for index in table(view).selectedIndexes()] == [book.session.sections.tree.lessons[1].title]


def test_the_table_is_copied_and_no_cell_is_a_formula(desk, book):
    view = overview(desk)
    lesson = next(one for one in book.session.sections.tree if one.kind is Kind.LESSON)
    book.session.standings.describe([lesson.id], owner="=SUM(A1)", date="")
    desk.wait(lambda: cell(view, 0, Column.OWNER).data() == "=SUM(A1)")
    view.copy_wanted.emit()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(rows(view)) + 1
    assert "'=SUM(A1)" in lines[1].split("\t")
