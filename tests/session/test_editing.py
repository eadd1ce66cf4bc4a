"""Editing the section tree: every step is in the notebook and can be undone."""

import pytest
from panes import AskedEngine

from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.model.sections import Kind
from zzpreader.session.editing import TreeEditing
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread

OUTLINE = [(1, "A", 0, 0.0), (2, "B", 1, 50.0), (3, "C", 2, 0.0), (1, "D", 3, 0.0)]


@pytest.fixture
def desk(tmp_path, qtbot):
    engine, thread = AskedEngine(), StoreThread()
    sections = Sections(engine, Pages(engine))
    engine.open(5, OUTLINE)
    home = Home(tmp_path / "home")
    marks = Marks(thread, home)
    marks.edited.connect(lambda: sections.use_records(marks.notebook.section_records))
    with qtbot.waitSignal(marks.loaded):
        marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    yield sections, marks, TreeEditing(marks, sections)
    marks.close()
    assert thread.close()


def shown(sections):
    return [f"{'.' * (one.level - 1)}{one.title}" for one in sections.tree]


def id_of(sections, title):
    return next(one.id for one in sections.tree if one.title == title)


STEPS = {
    "rename": (lambda s, e: e.rename(id_of(s, "B"), "  Bee \n"), ["A", ".Bee", "..C", "D"]),
    "deeper": (lambda s, e: e.shift(id_of(s, "D"), 1), ["A", ".B", "..C", ".D"]),
    "out": (lambda s, e: e.shift(id_of(s, "B"), -1), ["A", "B", ".C", "D"]),
    "move": (lambda s, e: e.move(id_of(s, "B"), id_of(s, "D"), None), ["A", "D", ".B", "..C"]),
    "remove": (lambda s, e: e.remove([id_of(s, "B"), id_of(s, "D")]), ["A", ".C"]),
    "add": (lambda s, e: e.add("Nieuw", Place(2, 90.0), level=2), ["A", ".B", "..C", ".Nieuw", "D"]),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_shown_undone_and_redone(desk, step):
    sections, marks, editing = desk
    before, (do, wanted) = shown(sections), STEPS[step]
    do(sections, editing)
    assert shown(sections) == wanted
    assert editing.has_changes
    marks.undo()
    assert shown(sections) == before
    assert not editing.has_changes
    marks.redo()
    assert shown(sections) == wanted
    editing.forget()
    assert shown(sections) == before
    marks.undo()
    assert shown(sections) == wanted


def test_what_cannot_be_is_not_done(desk):
    sections, marks, editing = desk
    editing.shift(id_of(sections, "A"), -1)
    editing.shift(id_of(sections, "A"), 1)
    editing.shift(id_of(sections, "C"), 1)
    editing.move(id_of(sections, "A"), id_of(sections, "C"), None)
    editing.rename(id_of(sections, "A"), "  ")
    editing.rename("nothing", "X")
    assert editing.add(" ", Place(0), level=1) == ""
    assert marks.undo_name is None


def test_marks_belong_to_the_section_that_the_reader_made(desk):
    sections, marks, editing = desk
    marks.use_tree(sections.tree)
    sections.changed.connect(lambda: marks.use_tree(sections.tree))
    note = marks.add_note(Place(2, 95.0))
    made = editing.add("Les 4", Place(2, 90.0), level=3, kind=Kind.LESSON)
    assert marks.notebook.get(note).target.scope == made
    marks.undo()
    assert marks.notebook.get(note).target.scope == id_of(sections, "C")


def test_a_title_stays_when_the_level_is_changed_after_it(desk):
    sections, _, editing = desk
    editing.rename(id_of(sections, "C"), "Cee")
    editing.shift(id_of(sections, "B"), -1)
    editing.set_kind([id_of(sections, "Cee")], Kind.LESSON)
    assert shown(sections) == ["A", "B", ".Cee", "D"]
