"""The list of lessons beside the page."""

import pytest
from panes import AskedEngine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QListView

from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.model.records import Standing, Status
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.lessons.model import Role
from zzpreader.ui.lessons.owner import OwnerDialog
from zzpreader.ui.lessons.pane import LessonsPane
from zzpreader.ui.lessons.words import standing_words

OUTLINE = [
    (1, "Lessen", 0, 0.0),
    (2, "Les 1 Begin klein", 1, 50.0),
    (2, "Les 2 Zoek zelfstandigen op", 2, 0.0),
    (2, "Les 3 Meet wat het oplevert", 3, 0.0),
    (1, "Bronnen", 4, 0.0),
]


@pytest.fixture
def desk(tmp_path, qtbot):
    engine, thread = AskedEngine(), StoreThread()
    sections = Sections(engine, Pages(engine))
    marks = Marks(thread, Home(tmp_path / "home"))
    standings = Standings(marks, sections)
    with qtbot.waitSignal(marks.loaded):
        marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    pane = LessonsPane(sections, marks, standings)
    qtbot.addWidget(pane)
    pane.resize(300, 500)
    pane.show()
    engine.open(6, OUTLINE)
    marks.use_tree(sections.tree)
    yield pane, marks, standings, sections
    marks.close()
    assert thread.close()


def list_of(pane):
    return next(view for view in pane.findChildren(QListView) if view.accessibleName() == "Lessons")


def rows(pane):
    model = list_of(pane).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(pane, *wanted):
    view = list_of(pane)
    view.clearSelection()
    for row in wanted:
        view.selectionModel().select(view.model().index(row, 0), view.selectionModel().SelectionFlag.Select)
    view.setFocus()
    return view


def statuses(pane, standings, sections):
    return [standings.status(one.id) for one in sections.tree if one.title.startswith("Les ")]


def test_the_lessons_stand_in_order_and_a_click_goes_there(desk, qtbot):
    pane, *_ = desk
    assert rows(pane) == ["Les 1 Begin klein", "Les 2 Zoek zelfstandigen op", "Les 3 Meet wat het oplevert"]
    view = list_of(pane)
    with qtbot.waitSignal(pane.go_to) as went:
        at = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went.args == [Place(2, 0.0)]


def test_a_digit_gives_all_chosen_lessons_a_status_as_one_step(desk, qtbot):
    pane, marks, standings, sections = desk
    view = choose(pane, 0, 2)
    qtbot.keyClick(view, "4")
    assert statuses(pane, standings, sections) == [Status.ADOPTED, Status.UNREAD, Status.ADOPTED]
    assert any(label.text() == "2 of 3 lessons read" for label in pane.findChildren(QLabel))
    marks.undo()
    assert statuses(pane, standings, sections) == [Status.UNREAD] * 3


def test_the_space_bar_makes_a_lesson_read_and_unread_again(desk, qtbot):
    pane, _, standings, sections = desk
    view = choose(pane, 1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert statuses(pane, standings, sections)[1] is Status.READ
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert statuses(pane, standings, sections)[1] is Status.UNREAD


def test_the_list_is_kept_to_a_status_and_to_words(desk):
    pane, _, standings, sections = desk
    standings.set_status([sections.tree.sections[2].id], Status.TO_DISCUSS)
    box = pane.findChild(QComboBox)
    box.setCurrentIndex(box.findData(Status.TO_DISCUSS))
    assert rows(pane) == ["Les 2 Zoek zelfstandigen op"]
    box.setCurrentIndex(0)
    pane.findChild(QLineEdit).setText("oplevert")
    assert rows(pane) == ["Les 3 Meet wat het oplevert"]


def test_notes_below_a_lesson_are_counted_and_told(desk):
    pane, marks, _, _ = desk
    marks.add_note(Place(2, 30.0), text="Zo doen wij het")
    index = list_of(pane).model().index(1, 0)
    assert index.data(Role.NOTES) == 1
    assert "1 note" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_lesson_being_read_is_the_one_around_the_section(desk):
    pane, _, _, sections = desk
    pane.show_section(sections.tree.sections[2])
    assert [list_of(pane).model().index(row, 0).data(Role.READING) for row in range(3)] == [
        False,
        True,
        False,
    ]
    pane.show_section(sections.tree.sections[4])
    assert not any(list_of(pane).model().index(row, 0).data(Role.READING) for row in range(3))


def test_owner_and_date_start_with_what_is_known_and_are_kept(desk, qtbot):
    _, _, standings, sections = desk
    lesson = sections.tree.sections[1].id
    standings.describe([lesson], owner="  Team  Economie ", date="2027-03-01")
    dialog = OwnerDialog([standings.of(lesson)])
    qtbot.addWidget(dialog)
    assert (dialog.owner, dialog.date) == ("Team Economie", "2027-03-01")
    dialog.findChild(QDateEdit).setEnabled(False)
    assert standing_words(standings.of(lesson)).startswith("Unread · Team Economie · ")


def test_a_standing_outlives_the_titles_of_the_sections_above(desk):
    _, marks, standings, sections = desk
    standings.set_status([sections.tree.sections[1].id], Status.READ)
    remembered = marks.notebook.section_record(sections.tree.sections[1].id)
    assert remembered.section.title == "Les 1 Begin klein"
    assert remembered.above == ("Lessen",)


def test_what_is_typed_for_a_date_never_breaks_the_words():
    odd = Standing(id="x", section="y", owner="", date="soon", created="", modified="")
    assert standing_words(odd) == "Unread"
