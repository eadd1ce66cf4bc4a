"""The notebook and its way back: rules over any sequence of changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
)
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.notebook import Change, Edit, History, Notebook, StaleEdit, scoped
from zzpreader.model.records import Standing
from zzpreader.model.sections import Section, SectionTree

WHEN = "2026-11-23T18:00:00.000Z"
TREE = SectionTree(
    [
        Section(id="a", level=1, title="A", page=0, y=100),
        Section(id="a1", level=2, title="A1", page=0, y=400),
        Section(id="b", level=1, title="B", page=2),
    ]
)


def mark(number, page=0, y=100.0, text="", scope=None):
    return Annotation(
        id=f"urn:uuid:{number}",
        motivation=Motivation.HIGHLIGHTING,
        target=Target(
            source="p",
            scope=scope,
            selector=(PdfRectsSelector(page=page, quads=(Quad.around(Rect(number, y, number + 9, y + 9)),)),),
        ),
        body=Body(value=text, highlight=Highlight.SOLID),
        created=WHEN,
        modified=WHEN,
    )


def sheet(number, scope, text="x"):
    return Annotation(
        id=f"urn:uuid:{number}",
        motivation=Motivation.COMMENTING,
        target=Target(source="p", scope=scope),
        body=Body(value=text),
        created=WHEN,
        modified=WHEN,
    )


def add(one):
    return Edit(before=None, after=one)


class AnyChangesUndone(RuleBasedStateMachine):
    """The states that undo and redo must lead to, beside the notebook that is led."""

    def __init__(self) -> None:
        super().__init__()
        self.notebook = Notebook()
        self.history = History()
        self.states = [{}]
        self.now = 0

    def state(self):
        return {one.id: one for one in self.notebook}

    def do(self, *edits, typing=None):
        edits = [edit for edit in edits if edit.before != edit.after]
        if not edits:
            return
        change = Change("step", tuple(edits), typing)
        steps = len(self.history._done)
        self.notebook.apply(change)
        self.history.record(change)
        del self.states[self.now + 1 :]
        grown = len(self.history._done) - steps
        if grown < 1:  # it became one with the step before, or took it back
            self.states.pop()
        if grown >= 0:
            self.states.append(self.state())
        self.now = len(self.states) - 1

    @rule(number=st.integers(0, 3), text=st.sampled_from(["", "x", "y"]))
    def put(self, number, text):
        self.do(Edit(before=self.notebook.get(f"urn:uuid:{number}"), after=mark(number, text=text)))

    @rule(numbers=st.sets(st.integers(0, 3), min_size=1))
    def delete(self, numbers):
        found = [self.notebook.get(f"urn:uuid:{number}") for number in sorted(numbers)]
        self.do(*[Edit(before=one, after=None) for one in found if one])

    @rule(number=st.integers(4, 5), text=st.text(max_size=2))
    def type(self, number, text):
        id_ = f"urn:uuid:{number}"
        after = sheet(number, "a", text) if text else None
        self.do(Edit(before=self.notebook.get(id_), after=after), typing=id_)

    @rule()
    def leave_the_text(self):
        self.history.seal()

    @rule()
    def undo(self):
        change = self.history.undo()
        assert (change is None) == (self.now == 0)
        if change:
            self.notebook.apply(change)
            self.now -= 1

    @rule()
    def redo(self):
        change = self.history.redo()
        assert (change is None) == (self.now == len(self.states) - 1)
        if change:
            self.notebook.apply(change)
            self.now += 1

    @invariant()
    def it_is_where_it_should_be(self):
        assert self.state() == self.states[self.now]
        assert (self.history.undo_name is None) == (self.now == 0)
        assert (self.history.redo_name is None) == (self.now == len(self.states) - 1)


TestAnyChangesUndone = AnyChangesUndone.TestCase
TestAnyChangesUndone.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)


CHANGES = st.dictionaries(st.integers(0, 4), st.none() | st.text(max_size=2), min_size=1, max_size=4)


@given(st.lists(CHANGES, max_size=8))
def test_a_change_and_its_inverse_leave_everything_as_it_was(steps):
    notebook = Notebook()
    for step in steps:
        before = list(notebook)
        edits = [
            Edit(before=notebook.get(f"urn:uuid:{n}"), after=None if text is None else mark(n, text=text))
            for n, text in step.items()
        ]
        change = Change("step", tuple(edit for edit in edits if edit.before or edit.after))
        notebook.apply(change)
        notebook.apply(change.inverse)
        assert sorted(notebook, key=str) == sorted(before, key=str)
        notebook.apply(change)


def test_a_change_from_another_state_changes_nothing():
    notebook = Notebook([mark(1)])
    stale = Change("step", (add(mark(2)), Edit(before=mark(1, text="other"), after=None)))
    with pytest.raises(StaleEdit):
        notebook.apply(stale)
    assert list(notebook) == [mark(1)]


RECORDS = st.builds(lambda id_: Standing(id=id_, section="a", created=WHEN, modified=WHEN), st.sampled_from("abcd"))
NOTES = st.integers(0, 3).map(lambda n: replace(mark(n), id="abcd"[n]))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.none() | RECORDS | NOTES), max_size=12))
def test_the_records_of_a_kind_are_those_that_are_there_whatever_was_changed(steps):
    notebook = Notebook()
    for id_, made in steps:
        after = replace(made, id=id_) if made else None
        if (before := notebook.record(id_)) or after:
            notebook.apply(Change("", (Edit(before, after),)))
        assert {one.id for one in notebook} == {one.id for one in notebook.records if isinstance(one, Annotation)}
        assert set(notebook.standings) == {one for one in notebook.records if isinstance(one, Standing)}
        assert len(notebook) == sum(isinstance(one, Annotation) for one in notebook.records)


def test_who_goes_through_the_notes_while_they_change_sees_those_that_were_there():
    notebook = Notebook([mark(0), mark(1)])
    seen = []
    for one in notebook:
        seen.append(one.id)
        notebook.apply(Change("", (Edit(None, mark(10 + len(seen))),)))
    assert seen == [mark(0).id, mark(1).id]


def test_an_edit_from_nothing_to_nothing_has_no_name():
    with pytest.raises(ValueError, match="nothing"):
        Edit(before=None, after=None).id  # noqa: B018


def test_the_sheet_of_a_section_is_found_and_that_of_the_whole():
    notebook = Notebook([mark(1, scope="a"), sheet(2, "a"), sheet(3, None)])
    assert notebook.sheet("a") == sheet(2, "a")
    assert notebook.sheet(None) == sheet(3, None)
    assert notebook.sheet("b") is None


def test_document_order_is_that_of_the_pages_with_sheets_at_the_head():
    wanted = [
        sheet(9, None),
        sheet(8, "a"),
        mark(1, 0, 150),
        mark(2, 0, 399),
        sheet(7, "a1"),
        mark(3, 0, 401),
        mark(4, 1),
    ]
    for shuffled in (wanted, wanted[::-1], sorted(wanted, key=str)):
        assert Notebook(shuffled).in_order(TREE) == wanted


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 800)), max_size=8))
def test_document_order_does_not_depend_on_the_order_of_making(places):
    marks = [mark(n, page, y) for n, (page, y) in enumerate(places)]
    assert Notebook(marks).in_order(TREE) == Notebook(marks[::-1]).in_order(TREE)


def test_a_mark_belongs_to_the_section_in_which_it_lies():
    assert scoped(mark(1, 0, 50), TREE).target.scope is None
    assert scoped(mark(1, 0, 100), TREE).target.scope == "a"
    assert scoped(mark(1, 1, 0), TREE).target.scope == "a1"


def test_a_sheet_stays_with_its_section_even_one_that_is_gone():
    assert scoped(sheet(1, "gone"), TREE) == sheet(1, "gone")


def test_an_empty_tree_moves_nothing():
    assert scoped(mark(1, scope="a"), SectionTree()) == mark(1, scope="a")


def test_what_is_undone_after_the_sections_changed_belongs_to_the_new_ones():
    notebook, history = Notebook(), History()
    for edit in (add(mark(1, 2, scope="old")), Edit(before=mark(1, 2, scope="old"), after=None)):
        change = Change("step", (edit,))
        notebook.apply(change)
        history.record(change)
    history.rewrite(lambda one: scoped(one, TREE))
    for step in (history.undo, history.undo, history.redo):
        change = step()
        assert change is not None
        notebook.apply(change)
    assert [one.target.scope for one in notebook] == ["b"]


@given(st.lists(st.text(max_size=3), min_size=1, max_size=6))
def test_however_much_is_typed_at_once_one_undo_takes_it_back(texts):
    start = sheet(1, "a", "start")
    notebook, history = Notebook([start]), History()
    for text in texts:
        before = notebook.get(start.id)
        assert before
        after = replace(before, body=Body(value=text))
        change = Change("Typing", (Edit(before=before, after=after),), start.id)
        notebook.apply(change)
        history.record(change)
    while change := history.undo():
        notebook.apply(change)
    assert list(notebook) == [start]


def test_a_mark_whose_first_page_has_no_place_is_sorted_by_its_next():
    one = mark(1, page=1)
    nowhere = PdfRectsSelector(page=0, quads=())
    odd = replace(one, id="urn:uuid:2", target=replace(one.target, selector=(nowhere, *one.target.selector)))
    assert Notebook([odd, mark(3, page=0)]).in_order(TREE)[-1] is odd
