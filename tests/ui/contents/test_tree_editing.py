"""The reader changes the tree by key, by menu and by dragging; what is chosen stays chosen and in view."""

import pytest
from contents_rows import index, rows, spoken, tree
from panes import AskedEngine
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from zzpreader.model.publication import Publication
from zzpreader.model.records import Status
from zzpreader.model.reshaping import Drop
from zzpreader.session.editing import TreeEditing
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.contents.deeds import TreeDeeds
from zzpreader.ui.contents.model import Role
from zzpreader.ui.contents.pane import ContentsPane

OUTLINE = [(1, "A", 0, 0.0), (2, "B", 1, 50.0), (3, "C", 2, 0.0), (1, "D", 3, 0.0), (1, "E", 4, 0.0)]
SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path, qtbot):
    engine, thread = AskedEngine(), StoreThread()
    sections = Sections(engine, Pages(engine))
    engine.open(5, OUTLINE)
    marks = Marks(thread, Home(tmp_path / "home"))
    marks.edited.connect(lambda: sections.use_records(marks.notebook.section_records))
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    with qtbot.waitSignal(marks.loaded):
        marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    qtbot.addWidget(pane)
    pane.resize(300, 500)
    pane.show()
    tree(pane).setFocus()
    qtbot.waitUntil(tree(pane).hasFocus)
    yield pane, marks
    marks.close()
    assert thread.close()


def choose(pane, *titles):
    tree(pane).setCurrentIndex(index(pane, titles[0]))
    for title in titles[1:]:
        tree(pane).selectionModel().select(index(pane, title), tree(pane).selectionModel().SelectionFlag.Select)


def levels(pane):
    found = []
    for title in rows(pane):
        depth, at = 0, index(pane, title).parent()
        while at.isValid():
            depth, at = depth + 1, at.parent()
        found.append("." * depth + title)
    return found


def test_a_title_is_typed_in_its_row(desk, qtbot):
    pane, marks = desk
    choose(pane, "B")
    qtbot.keyClick(tree(pane), Qt.Key.Key_F2)
    line = tree(pane).viewport().findChild(QLineEdit)
    line.setText("  Bee ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(pane)[1] == "Bee")
    assert tree(pane).currentIndex().data() == "Bee"
    marks.undo()
    assert rows(pane)[1] == "B"


def test_what_is_typed_survives_a_tree_that_grows(desk, qtbot):
    pane, marks = desk
    choose(pane, "B")
    qtbot.keyClick(tree(pane), Qt.Key.Key_F2)
    line = tree(pane).viewport().findChild(QLineEdit)
    line.setText("Bee")
    TreeEditing(marks, pane._sections).remove([pane._sections.tree.sections[3].id])
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(pane) == ["A", "Bee", "C", "E"])


def test_levels_and_places_change_by_key_and_the_row_stays_chosen(desk, qtbot):
    pane, marks = desk
    choose(pane, "D")
    qtbot.keyClick(tree(pane), Qt.Key.Key_Right, SHIFTED)
    assert levels(pane) == ["A", ".B", "..C", ".D", "E"]
    qtbot.keyClick(tree(pane), Qt.Key.Key_Up, SHIFTED)
    assert levels(pane) == ["A", ".D", ".B", "..C", "E"]
    assert tree(pane).currentIndex().data() == "D"
    qtbot.keyClick(tree(pane), Qt.Key.Key_Left, SHIFTED)
    assert levels(pane) == ["A", "D", ".B", "..C", "E"]
    for _ in range(3):
        marks.undo()
    assert levels(pane) == ["A", ".B", "..C", "D", "E"]
    assert tree(pane).currentIndex().data() == "D"


def test_several_are_deleted_and_the_keyboard_goes_to_the_next(desk, qtbot):
    pane, marks = desk
    choose(pane, "B", "D")
    qtbot.keyClick(tree(pane), Qt.Key.Key_Delete)
    assert levels(pane) == ["A", ".C", "E"]
    assert tree(pane).currentIndex().data() == "C"
    marks.undo()
    assert levels(pane) == ["A", ".B", "..C", "D", "E"]


def test_a_kind_is_chosen_in_the_menu(desk, qtbot):
    pane, _ = desk
    choose(pane, "D")
    menu = pane._deeds.menu()
    kinds = next(action.menu() for action in menu.actions() if action.text() == "&Kind")
    assert [action.text() for action in kinds.actions() if action.isChecked()] == ["Chapter"]
    next(action for action in kinds.actions() if action.text() == "Lesson").trigger()
    tip = index(pane, "D").data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert tip == "Lesson. From the bookmarks of the PDF."


def test_the_tree_goes_back_to_what_was_found(desk, qtbot):
    pane, _ = desk
    entry = "Restore the contents as &found"
    assert not next(action for action in pane._deeds.menu().actions() if action.text() == entry).isEnabled()
    choose(pane, "D", "E")
    qtbot.keyClick(tree(pane), Qt.Key.Key_Delete)
    next(action for action in pane._deeds.menu().actions() if action.text() == entry).trigger()
    assert levels(pane) == ["A", ".B", "..C", "D", "E"]


@pytest.mark.parametrize(
    ("on", "drop", "unfolded", "wanted"),
    [
        ("A", Drop.BEFORE, True, ["D", "A", ".B", "..C", "E"]),
        ("A", Drop.BEHIND, True, ["A", ".D", ".B", "..C", "E"]),
        ("A", Drop.BEHIND, False, ["A", ".B", "..C", "D", "E"]),
        ("B", Drop.INTO, True, ["A", ".B", "..C", "..D", "E"]),
        ("E", Drop.BEHIND, True, ["A", ".B", "..C", "E", "D"]),
        (None, Drop.INTO, False, ["A", ".B", "..C", "E", "D"]),
    ],
)
def test_a_row_is_dropped_before_into_and_behind_others(desk, on, drop, unfolded, wanted):
    pane, _ = desk
    choose(pane, "D")
    section = pane._model.section(index(pane, on)) if on else None
    tree(pane).dropped.emit(section, drop, unfolded)
    assert levels(pane) == wanted
    assert tree(pane).currentIndex().data() == "D"


def test_rows_are_not_dragged_among_filtered_ones(desk):
    pane, _ = desk
    at = index(pane, "D")
    assert at.flags() & Qt.ItemFlag.ItemIsDragEnabled
    pane.findChild(QLineEdit).setText("d")
    at = index(pane, "D")
    assert not at.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert at.flags() & Qt.ItemFlag.ItemIsEditable


def test_what_comes_from_elsewhere_is_not_dropped_here(desk):
    pane, _ = desk
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, QMimeData(), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
    )  # fmt: skip
    tree(pane).dropEvent(event)
    assert levels(pane) == ["A", ".B", "..C", "D", "E"]


def test_a_notebook_that_cannot_be_written_changes_nothing_and_says_so(desk, qtbot):
    pane, marks = desk
    marks._keeper.writable = False
    marks.loaded.emit()
    choose(pane, "D")
    with qtbot.waitSignal(marks.read_only):
        qtbot.keyClick(tree(pane), Qt.Key.Key_Delete)
    assert rows(pane) == ["A", "B", "C", "D", "E"]
    assert not index(pane, "D").flags() & Qt.ItemFlag.ItemIsEditable
    offered = [action.text() for action in pane._deeds.menu().actions() if action.isEnabled() and action.text()]
    assert "&Go there" in offered
    assert not {"&Rename", "&Delete", "&Kind", "Level d&eeper", "Move &up"} & set(offered)
    assert spoken(pane, "D") == "D, page 4"


def test_a_status_is_chosen_in_the_menu_shown_in_the_row_and_undone(desk):
    pane, marks = desk
    choose(pane, "B")
    assert index(pane, "B").data(Role.STATUS) is None
    deeds = pane.findChild(TreeDeeds)
    statuses = next(one.menu() for one in deeds.menu().actions() if one.text() == "S&tatus")
    next(one for one in statuses.actions() if one.text() == "Adopted").trigger()
    assert index(pane, "B").data(Role.STATUS) == Status.ADOPTED
    assert "Adopted" in spoken(pane, "B")
    assert "Adopted" in index(pane, "B").data(Qt.ItemDataRole.ToolTipRole)
    marks.undo()
    assert index(pane, "B").data(Role.STATUS) is None
    assert "Adopted" not in spoken(pane, "B")
