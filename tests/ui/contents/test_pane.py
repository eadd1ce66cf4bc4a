"""The section tree as the reader sees it."""

from time import thread_time
from typing import Any

import pytest
from contents_rows import index, rows, spoken, tree
from panes import AskedEngine, mark
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTreeView

from zzpreader.engine.queue import Lane
from zzpreader.model.notebook import Change, Edit, Notebook
from zzpreader.model.pages import Labels, Place
from zzpreader.model.sections import Section, SectionTree, Source, section_ids
from zzpreader.session.editing import TreeEditing
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.store.home import Home
from zzpreader.ui.contents.model import Role
from zzpreader.ui.contents.origin import origin
from zzpreader.ui.contents.pane import ContentsPane
from zzpreader.ui.empty import EmptyState
from zzpreader.wire import Opened

OUTLINE = [
    (1, "Hoofdstuk 1", 0, 0.0),
    (2, "Café’s en zzp’ers", 1, 10.0),
    (3, "Diep", 2, 0.0),
    (1, "Hoofdstuk 2", 3, 0.0),
]


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def parts(engine, thread, tmp_path):
    pages = Pages(engine)
    return engine, Sections(engine, pages), Marks(thread, Home(tmp_path / "home")), pages


@pytest.fixture
def pane(parts, qtbot):
    engine, sections, marks, _ = parts
    engine.open(9, OUTLINE, labels=[str(n + 11) for n in range(9)])
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    pane.resize(300, 500)
    pane.show()
    return pane


def says(pane) -> str:
    return pane.findChild(EmptyState).sentence


def section(parts, title: str):
    return next(one for one in parts[1].tree if one.title == title)


def test_the_first_two_levels_of_a_small_tree_are_open(pane):
    assert rows(pane) == ["Hoofdstuk 1", "Café’s en zzp’ers", "Diep", "Hoofdstuk 2"]


def test_a_click_goes_to_the_section(pane, qtbot):
    where = tree(pane).visualRect(index(pane, "Café’s en zzp’ers")).center()
    with qtbot.waitSignal(pane.go_to) as went:
        qtbot.mouseClick(tree(pane).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert went.args == [Place(1, 10.0)]


def test_enter_goes_to_the_section_where_the_keyboard_is(pane, qtbot):
    tree(pane).setCurrentIndex(index(pane, "Hoofdstuk 2"))
    with qtbot.waitSignal(pane.go_to) as went:
        qtbot.keyClick(tree(pane), Qt.Key.Key_Return)
    assert went.args == [Place(3, 0.0)]


def test_a_row_says_title_page_and_notes(pane, parts):
    marks = parts[2]
    made = [mark(n, 1, scope=section(parts, "Café’s en zzp’ers").id) for n in range(3)]
    marks.edited.emit(Change("", tuple(Edit(None, one) for one in made)))
    assert spoken(pane, "Hoofdstuk 1") == "Hoofdstuk 1, page 11, 3 notes"
    assert spoken(pane, "Café’s en zzp’ers") == "Café’s en zzp’ers, page 12, 3 notes"
    assert spoken(pane, "Hoofdstuk 2") == "Hoofdstuk 2, page 14"
    marks.edited.emit(Change("", (Edit(made[0], None),)))
    assert spoken(pane, "Hoofdstuk 1") == "Hoofdstuk 1, page 11, 2 notes"


def test_notes_that_are_loaded_later_are_counted(pane, parts):
    marks = parts[2]
    marks.notebook = Notebook([mark(1, 3, scope=section(parts, "Hoofdstuk 2").id)])
    marks.loaded.emit()
    assert spoken(pane, "Hoofdstuk 2") == "Hoofdstuk 2, page 14, 1 note"


def test_reading_is_followed_without_unfolding_anything_or_taking_the_focus(pane, parts, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    tree(pane).collapse(index(pane, "Hoofdstuk 1"))
    tree(pane).clearFocus()
    pane.show_section(section(parts, "Diep"))
    assert rows(pane) == ["Hoofdstuk 1", "Hoofdstuk 2"]
    assert tree(pane).currentIndex().data() == "Hoofdstuk 1"
    assert spoken(pane, "Diep").endswith("being read")
    assert not tree(pane).hasFocus()


def test_the_keyboard_stays_where_it_is_while_reading_goes_on(pane, parts, qtbot):
    tree(pane).setFocus()
    qtbot.waitUntil(tree(pane).hasFocus)
    tree(pane).setCurrentIndex(index(pane, "Hoofdstuk 2"))
    pane.show_section(section(parts, "Diep"))
    assert tree(pane).currentIndex().data() == "Hoofdstuk 2"


def says_more(pane) -> bool:
    return any(one.isVisible() and one.text().startswith("More sections") for one in pane.findChildren(QLabel))


def test_what_is_still_looked_for_is_hurried_and_told_when_the_reader_goes_to_the_contents(parts, qtbot):
    """Where bookmarks stand in for the sections of a long publication, these are read in a pause."""
    engine, sections, marks, _ = parts
    engine.open(30, OUTLINE, read={Lane.STRUCTURE})
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    pane.show()
    assert rows(pane)[0] == "Hoofdstuk 1"
    assert not engine.is_hurried
    assert not says_more(pane)
    pane.wait_for_all()
    assert engine.is_hurried
    assert says_more(pane)
    engine.study(30, OUTLINE)
    assert sections.is_settled
    assert not says_more(pane)


@pytest.mark.parametrize("part", [QTreeView, QLineEdit])
def test_going_to_the_contents_with_the_keyboard_or_the_mouse_asks_for_all_of_them(parts, qtbot, part):
    engine, sections, marks, _ = parts
    engine.open(30, OUTLINE, read={Lane.STRUCTURE})
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    pane.show()
    QApplication.sendEvent(pane.findChild(part), QFocusEvent(QEvent.Type.FocusIn))
    assert engine.is_hurried


def test_the_filter_sees_past_case_accents_and_apostrophes_and_keeps_parents(pane):
    line = pane.findChild(QLineEdit)
    line.setText("CAFE zzp'ers")
    assert rows(pane) == ["Hoofdstuk 1", "Café’s en zzp’ers"]
    line.setText("nothing like it")
    assert rows(pane) == []
    assert says(pane) == "No section has these words in its title."
    line.clear()
    assert len(rows(pane)) == 4


def test_what_was_folded_is_folded_again_after_filtering(pane):
    tree(pane).collapse(index(pane, "Hoofdstuk 1"))
    line = pane.findChild(QLineEdit)
    line.setText("diep")
    assert rows(pane) == ["Hoofdstuk 1", "Café’s en zzp’ers", "Diep"]
    line.clear()
    assert rows(pane) == ["Hoofdstuk 1", "Hoofdstuk 2"]


def test_the_tree_comes_back_as_it_was_left(pane, parts, qtbot):
    tree(pane).collapse(index(pane, "Hoofdstuk 1"))
    state = pane.state()
    again = ContentsPane(parts[1], parts[2], TreeEditing(parts[2], parts[1]), Standings(parts[2], parts[1]))
    qtbot.addWidget(again)
    again.restore(state)
    assert rows(again) == ["Hoofdstuk 1", "Hoofdstuk 2"]


def test_the_tree_comes_back_at_its_height_also_if_it_comes_later(parts, engine, qtbot):
    _, sections, marks, _ = parts
    outline = [(1, f"Section {n}", n, 0.0) for n in range(100)]
    before = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(before)
    before.resize(300, 300)
    before.show()
    engine.open(100, outline)
    tree(before).scrollTo(index(before, "Section 60"), QTreeView.ScrollHint.PositionAtTop)
    state = before.state()
    other: Any = AskedEngine()
    later = Sections(other, Pages(other))
    after = ContentsPane(later, marks, TreeEditing(marks, later), Standings(marks, later))
    qtbot.addWidget(after)
    after.resize(300, 300)
    after.show()
    after.restore(state)
    other.open(100, outline)
    assert after.state()["top"] == state["top"] == later.tree.sections[60].id


def test_a_state_of_another_version_does_no_harm(pane):
    pane.restore({"open": ["gone", 7], "filter": None, "top": 3})
    assert "Hoofdstuk 1" in rows(pane)


def test_a_publication_without_sections_says_so(parts, qtbot):
    engine, sections, marks, _ = parts
    engine.open(3)
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    assert says(pane) == "No sections were found in this publication."


def test_markup_in_a_title_is_not_obeyed_in_the_tooltip(parts, qtbot):
    engine, sections, marks, _ = parts
    engine.open(3, [(1, "<b>x</b>", 0, 0.0)])
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    assert (
        index(pane, "<b>x</b>").data(Qt.ItemDataRole.ToolTipRole)
        == "<qt>&lt;b&gt;x&lt;/b&gt;<br>From the bookmarks of the PDF.</qt>"
    )


def test_rows_are_targets_of_at_least_24_pixels(pane):
    assert tree(pane).visualRect(index(pane, "Hoofdstuk 1")).height() >= 24


def test_two_thousand_sections_are_followed_in_a_moment(parts, qtbot):
    engine, sections, marks, _ = parts
    engine.open(2500, [(1 + n % 4, f"Section {n}", n, 0.0) for n in range(2500)])
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    pane.show()
    every = sections.tree.sections
    began = thread_time()
    for one in every[::25]:
        pane.show_section(one)
    assert thread_time() - began < 1.0  # a hundred times; 10 ms each would be felt while scrolling


def test_other_labels_fold_nothing_and_move_nothing(pane, parts):
    tree(pane).collapse(index(pane, "Hoofdstuk 1"))
    tree(pane).setCurrentIndex(index(pane, "Hoofdstuk 2"))
    resets = []
    tree(pane).model().modelReset.connect(lambda: resets.append(1))
    parts[3].use_labels(Labels([(str(n + 50),) for n in range(9)]))
    assert rows(pane) == ["Hoofdstuk 1", "Hoofdstuk 2"]
    assert tree(pane).currentIndex().data() == "Hoofdstuk 2"
    assert "page 53" in spoken(pane, "Hoofdstuk 2")
    assert not resets


def found(*titles_and_confidences: tuple[str, float]) -> SectionTree:
    ids = section_ids([(1, title) for title, _ in titles_and_confidences])
    return SectionTree(
        [
            Section(id=id_, level=1, title=title, page=page, source=Source.HEADINGS, confidence=confidence)
            for page, (id_, (title, confidence)) in enumerate(zip(ids, titles_and_confidences, strict=True))
        ]
    )


def test_the_keyboard_stays_on_its_section_when_more_are_found(pane, parts):
    sections = parts[1]
    for titles in (("Een", "Twee"), ("Voorwoord", "Een", "Half", "Twee")):
        sections.tree = found(*((title, 1.0) for title in titles))
        sections.changed.emit()
        if len(titles) == 2:
            tree(pane).setCurrentIndex(index(pane, "Twee"))
    assert tree(pane).currentIndex().data() == "Twee"
    assert rows(pane) == ["Voorwoord", "Een", "Half", "Twee"]


def test_what_is_not_sure_says_so_to_eyes_and_ears(pane, parts):
    sections = parts[1]
    sections.tree = found(("Vast", 0.9), ("Misschien", 0.5))
    sections.changed.emit()
    assert spoken(pane, "Vast") == "Vast, page 1"
    assert spoken(pane, "Misschien") == "Misschien, page 2, uncertain"
    tip = index(pane, "Misschien").data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>Misschien<br>Found by the look of its heading. This is uncertain.</qt>"
    sure, unsure = (index(pane, title).data(Role.UNSURE) for title in ("Vast", "Misschien"))
    assert (sure, unsure) == (False, True)


@pytest.mark.parametrize("source", Source)
def test_every_source_is_told_in_words_of_its_own(source):
    told = [origin(Section(id="x", level=1, title="x", page=0, source=one)) for one in Source]
    assert len(set(told)) == len(told)
    assert told[list(Source).index(source)].endswith(".")


def test_as_long_as_sections_are_looked_for_nothing_is_said_to_be_missing(parts, qtbot):
    engine, sections, marks, _ = parts
    engine.opened.emit(Opened(pages=3))
    pane = ContentsPane(sections, marks, TreeEditing(marks, sections), Standings(marks, sections))
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.findChild(EmptyState).isVisible()
    engine.open(3)
    assert pane.findChild(EmptyState).isVisible()
