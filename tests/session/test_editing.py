"""Editing the section tree: every step is in the notebook and can be undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from panes import AskedEngine

from zzpreader.model.corrections import corrected
from zzpreader.model.notebook import Change, Notebook
from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.model.records import Move
from zzpreader.model.reshaping import can_shift, levelled, moved, removed, shifted, step_aside
from zzpreader.model.sections import Kind, Section, SectionTree
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
    "deeper": (lambda s, e: e.shift([id_of(s, "D")], 1), ["A", ".B", "..C", ".D"]),
    "out": (lambda s, e: e.shift([id_of(s, "B")], -1), ["A", "B", ".C", "D"]),
    "move": (lambda s, e: e.move([id_of(s, "B")], Move(under=id_of(s, "D"))), ["A", "D", ".B", "..C"]),
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
    editing.shift([id_of(sections, "A")], -1)
    editing.shift([id_of(sections, "A")], 1)
    editing.shift([id_of(sections, "C")], 1)
    editing.move([id_of(sections, "A")], Move(under=id_of(sections, "C")))
    editing.move([id_of(sections, "B")], Move(under=id_of(sections, "A")))
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
    editing.shift([id_of(sections, "B")], -1)
    editing.set_kind([id_of(sections, "Cee")], Kind.LESSON)
    assert shown(sections) == ["A", "B", ".Cee", "D"]


def test_several_sections_are_one_step(desk):
    sections, marks, editing = desk
    editing.move([id_of(sections, title) for title in "DC"], Move(under=id_of(sections, "A")))
    assert shown(sections) == ["A", ".C", ".D", ".B"]
    editing.shift([id_of(sections, title) for title in "CD"], -1)
    assert shown(sections) == ["A", "C", "D", ".B"]
    marks.undo()
    marks.undo()
    assert shown(sections) == ["A", ".B", "..C", "D"]


def test_sections_beside_each_other_change_places(desk):
    sections, _, editing = desk
    editing.step_aside([id_of(sections, "D")], -1)
    assert shown(sections) == ["D", "A", ".B", "..C"]
    editing.step_aside([id_of(sections, "D")], -1)
    editing.step_aside([id_of(sections, "B")], 1)
    assert shown(sections) == ["D", "A", ".B", "..C"]
    editing.step_aside([id_of(sections, "D")], 1)
    assert shown(sections) == ["A", ".B", "..C", "D"]


def test_what_was_moved_beside_a_section_stays_when_that_goes(desk):
    sections, _, editing = desk
    editing.move([id_of(sections, "B")], Move(after=id_of(sections, "D")))
    editing.move([id_of(sections, "D")], Move())
    assert shown(sections) == ["D", "A", "B", ".C"]
    editing.remove([id_of(sections, "A")])
    assert shown(sections) == ["D", "B", ".C"]
    editing.remove([id_of(sections, "D")])
    assert shown(sections) == ["B", ".C"]


def test_a_new_section_is_as_deep_as_one_that_is_numbered_alike(tmp_path, qtbot):
    engine = AskedEngine()
    sections = Sections(engine, Pages(engine))
    marks = Marks(StoreThread(), Home(tmp_path / "home"))
    editing = TreeEditing(marks, sections)
    assert editing.level_at(Place(0), "x") == 1
    engine.open(9, [(1, "1 Een", 0, 0.0), (2, "1.1 Een een", 1, 0.0), (3, "Kader", 2, 0.0)])
    assert editing.level_at(Place(3), "2 Twee") == 1
    assert editing.level_at(Place(3), "1.2 Een twee") == 2
    assert editing.level_at(Place(3), "Nog iets") == 3


STEP = st.tuples(st.sampled_from(["deeper", "out", "up", "down", "move", "remove"]), st.integers(0, 9), st.data())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.lists(st.integers(1, 4), min_size=1, max_size=8), steps=st.lists(STEP, max_size=7))
def test_every_step_gives_what_is_seen_and_nothing_comes_undone(levels, steps):
    """Whatever was done before: the tree after a step is the tree before it with this step done to it."""
    found = SectionTree(
        levelled([Section(id=str(n), level=level, title=str(n), page=n) for n, level in enumerate(levels)])
    )
    sections, marks = Standing(found), Kept()
    editing = TreeEditing(marks, sections)
    marks.changed = lambda: sections.take(marks.notebook.section_records)
    for name, which, data in steps:
        now = sections.tree.sections
        if not now:
            break
        one = now[which % len(now)]
        wanted = list(now)
        match name:
            case "deeper" | "out":
                by = 1 if name == "deeper" else -1
                editing.shift([one.id], by)
                if can_shift(SectionTree(now), [one.id], by):
                    wanted = shifted(wanted, one.id, by)
            case "up" | "down":
                goal = step_aside(SectionTree(now), [one.id], 1 if name == "down" else -1)
                editing.step_aside([one.id], 1 if name == "down" else -1)
                wanted = moved(wanted, one.id, goal) if goal else wanted
            case "move":
                above = data.draw(st.sampled_from([None, *(other.id for other in now)]))
                editing.move([one.id], Move(under=above))
                wanted = moved(wanted, one.id, Move(under=above))
            case _:
                editing.remove([one.id])
                wanted = removed(wanted, one.id)
        assert outline(sections.tree) == outline(levelled(wanted))
    for change in reversed(marks.done):
        marks.notebook.apply(change.inverse)
    assert corrected(found, marks.notebook.section_records).sections == found.sections


def outline(sections):
    return [(one.id, one.level) for one in sections]


class Standing:
    """The session's tree, without anything that asks a worker."""

    def __init__(self, found):
        self.found = self.tree = found

    def take(self, records):
        self.tree = corrected(self.found, records)


class Kept:
    """A notebook that is always writable, without a disk."""

    def __init__(self):
        self.notebook, self.done, self.changed = Notebook(), [], lambda: None

    def do(self, name, edits):
        real = tuple(edit for edit in edits if edit.before != edit.after)
        if real:
            self.done.append(Change(name, real))
            self.notebook.apply(self.done[-1])
            self.changed()
