from array import array

import pytest
from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, Highlight, Kind
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.publication import Edition
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.selectors import Segment
from zzpreader.model.text import Line, PageText
from zzpreader.session.marks import Marks
from zzpreader.session.past import Past
from zzpreader.store.home import Home
from zzpreader.store.library import Library

TREE = SectionTree(
    [
        Section(id="section-one", level=1, title="One", page=0, y=0),
        Section(id="section-two", level=1, title="Two", page=0, y=500),
    ]
)


def page_text(words: str, top: float = 100.0) -> PageText:
    boxes = array("f")
    for n in range(len(words) + 1):
        boxes.extend((10.0 * n, top, 10.0 * n + 10, top + 12))
    return PageText(text=words + "\n", boxes=boxes.tobytes(), lines=(Line(0, len(words), 0),))


HELLO = page_text("Harde cijfers helpen echt.")
CIJFERS = Segment(0, 6, 13, HELLO)


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture
def publication(home, tmp_path):
    return Library(home).opened(Edition(sha256="a" * 64, pages=2), tmp_path / "a.pdf")


@pytest.fixture
def open_marks(home, thread, publication, qtbot):
    opened = []

    def open_() -> Marks:
        marks = Marks(thread, home)
        marks.use_tree(TREE)
        with qtbot.waitSignal(marks.loaded):
            marks.open(publication, "1f" * 32)
        opened.append(marks)
        return marks

    yield open_
    for marks in opened:
        marks.close()


@pytest.fixture
def marks(open_marks):
    return open_marks()


def only(marks: Marks) -> Annotation:
    (one,) = marks.notebook
    return one


def test_a_mark_holds_its_words_its_place_and_its_section(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS], comment="Ja", tags=["beleid", " Beleid "])
    one = only(marks)
    assert one.id == made
    assert one.quote == "cijfers"
    assert one.kind is Kind.HIGHLIGHT
    assert one.place == Place(0, 100.0)
    assert one.target.scope == "section-one"
    assert one.body.tags == ("beleid",)
    assert one.created.endswith("Z")


def test_a_mark_on_nothing_visible_is_none(marks):
    assert marks.add_mark(Highlight.SOLID, "yellow", [Segment(0, 5, 6, HELLO)]) == ""
    assert len(marks.notebook) == 0


def test_a_mark_on_the_right_half_of_a_spread_carries_that_printed_page(marks):
    marks.use_paper(Labels([("38", "39")]), lambda page: 100.0)
    marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    assert only(marks).rects[0].half is Half.RIGHT
    assert only(marks).rects[0].label == "39"


def test_marks_follow_what_is_printed_on_their_pages_and_that_is_no_step(marks, qtbot):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.use_paper(Labels([("7",)]), lambda page: 100.0, is_settled=False)
    assert only(marks).rects[0].label is None
    marks.use_paper(Labels([("38", "39")]), lambda page: 100.0)
    assert (only(marks).rects[0].label, only(marks).rects[0].half) == ("39", Half.RIGHT)
    qtbot.waitUntil(lambda: marks.is_saved)
    marks.use_paper(Labels([("7",)]), lambda page: 100.0)
    assert (only(marks).rects[0].label, only(marks).rects[0].half) == ("7", None)
    assert not marks.is_saved
    assert marks.undo_name == "Highlight"
    marks.undo()
    marks.redo()
    assert marks.notebook.get(made).rects[0].label == "7"


def test_a_section_with_a_sheet_is_remembered_in_the_same_step(marks):
    marks.write_sheet("section-two", "L")
    marks.write_sheet("section-two", "Les")
    (record,) = marks.notebook.section_records
    assert record.section == TREE.get("section-two")
    marks.write_sheet(None, "Alles")
    marks.write_sheet("gone", "Blijft")
    assert len(marks.notebook.section_records) == 1
    marks.undo()
    marks.undo()
    marks.undo()
    assert marks.notebook.section_records == ()


def test_what_was_made_is_there_again_after_closing(marks, open_marks, qtbot):
    marks.add_mark(Highlight.UNDERLINE, "green", [CIJFERS])
    marks.add_bookmark(Place(0, 600), "Hier")
    marks.write_sheet("section-two", "# Les")
    before = list(marks.notebook)
    marks.close()
    again = open_marks()
    assert sorted(again.notebook, key=str) == sorted(before, key=str)


def stop(*timers):
    """They do not go off while a test waits."""
    for timer in timers:
        timer.setInterval(3_600_000)


def test_a_finished_edit_is_saved_at_once(marks, qtbot):
    stop(marks.keeper._quiet, marks.keeper._longest)
    with qtbot.waitSignal(marks.saved):
        marks.add_note(Place(0, 10), text="Kort")
    assert marks.is_saved


def test_typing_is_saved_when_the_keys_rest(marks, qtbot):
    stop(marks.keeper._longest)
    with qtbot.waitSignal(marks.saved):
        marks.write_sheet(None, "a")
        marks.write_sheet(None, "ab")


def test_typing_that_never_rests_is_saved_all_the_same(marks, qtbot):
    stop(marks.keeper._quiet)
    marks.keeper._longest.setInterval(50)
    with qtbot.waitSignal(marks.saved):
        marks.write_sheet(None, "a")


def test_leaving_a_text_saves_it_at_once(marks, qtbot):
    stop(marks.keeper._quiet, marks.keeper._longest)
    with qtbot.waitSignal(marks.saved):
        marks.write_sheet(None, "a")
        marks.finish_typing()


def test_a_text_that_is_typed_is_undone_as_one_step(marks):
    made = marks.add_note(Place(0, 10))
    for text in ("a", "ab", "abc"):
        marks.write_comment(made, text)
    marks.undo()
    assert only(marks).body.value == ""
    marks.redo()
    assert only(marks).body.value == "abc"


def test_typing_after_leaving_the_text_is_another_step(marks):
    marks.write_sheet(None, "a")
    marks.finish_typing()
    marks.write_sheet(None, "ab")
    marks.undo()
    assert only(marks).body.value == "a"


def test_a_sheet_that_is_emptied_is_no_more_and_typed_again_is_the_same(marks):
    marks.write_sheet("section-one", "a")
    id_ = only(marks).id
    marks.finish_typing()
    marks.write_sheet("section-one", "")
    assert len(marks.notebook) == 0
    marks.write_sheet("section-one", "b")
    assert only(marks).id == id_
    marks.undo()
    assert only(marks).body.value == "a"


def test_a_sheet_typed_and_emptied_again_leaves_no_step(marks):
    marks.write_sheet("section-one", "a")
    marks.write_sheet("section-one", "")
    assert marks.undo_name is None


def test_deleting_several_is_one_step(marks):
    ids = [marks.add_note(Place(0, y)) for y in (1, 2, 3)]
    marks.delete(ids)
    assert len(marks.notebook) == 0
    marks.undo()
    assert {one.id for one in marks.notebook} == set(ids)


def test_every_change_of_a_mark_can_be_undone_and_redone(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.recolour([made], "blue")
    marks.restyle([made], Highlight.STRIKETHROUGH)
    marks.set_tags([made], ["x"])
    marks.write_comment(made, "Waarom?")
    marks.rename(made, "Naam")
    after = list(marks.notebook)
    names = []
    while name := marks.undo_name:
        names.append(name)
        marks.undo()
    assert len(marks.notebook) == 0
    assert names == ["Rename bookmark", "Typing", "Change tags", "Change style", "Change colour", "Highlight"]
    while marks.redo_name:
        marks.redo()
    assert list(marks.notebook) == after


def test_a_change_that_changes_nothing_is_no_step(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.recolour([made], "yellow")
    assert marks.undo_name == "Highlight"


def test_another_tree_moves_marks_to_its_sections_and_undo_still_works(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.recolour([made], "blue")
    marks.write_sheet("section-one", "Blijft")
    marks.use_tree(SectionTree([Section(id="section-new", level=1, title="New", page=0)]))
    assert marks.notebook.get(made).target.scope == "section-new"
    assert marks.notebook.sheet("section-one") is not None
    assert marks.undo_name == "Typing"
    for _ in range(3):
        marks.undo()
    assert len(marks.notebook) == 0


def test_what_is_deleted_comes_back_in_the_section_and_with_the_label_of_today(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.delete([made])
    marks.use_tree(SectionTree([Section(id="section-new", level=1, title="New", page=0)]))
    marks.use_paper(Labels([("38", "39")]), lambda page: 100.0)
    marks.undo()
    assert only(marks).target.scope == "section-new"
    assert (only(marks).rects[0].label, only(marks).rects[0].half) == ("39", Half.RIGHT)


def test_what_a_listener_changes_is_told_to_all_after_the_change_it_heard_of(marks):
    other = SectionTree([Section(id="section-new", level=1, title="New", page=0)])
    late = Notebook()
    marks.edited.connect(lambda change: marks.use_tree(other))
    marks.edited.connect(late.apply)
    marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    assert list(late) == [only(marks)]
    assert only(marks).target.scope == "section-new"


def test_moves_are_saved_once_and_only_to_a_tree_that_stays(marks, qtbot):
    with qtbot.waitSignal(marks.saved):  # on the disk is not yet told: that it is being saved would be heard below
        made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    saves = []
    marks.saving.connect(lambda: saves.append("save"))
    other = SectionTree([Section(id="section-new", level=1, title="New", page=0)])
    marks.use_tree(other, is_settled=False)
    assert marks.notebook.get(made).target.scope == "section-new"
    marks.use_tree(TREE)
    assert marks.is_saved
    marks.use_tree(other, is_settled=False)
    marks.use_tree(other)
    assert not marks.is_saved
    qtbot.waitUntil(lambda: marks.is_saved and bool(saves))
    assert saves == ["save"]


def test_an_empty_tree_takes_no_mark_from_its_section(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.use_tree(SectionTree())
    assert marks.notebook.get(made).target.scope == "section-one"


def test_who_opens_a_publication_second_can_read_it_and_is_told(marks, open_marks, qtbot):
    marks.add_note(Place(0, 10))
    qtbot.waitUntil(lambda: marks.is_saved)
    said = []
    second = Marks(marks._keeper._thread, marks._keeper._home)
    second.read_only.connect(said.append)
    with qtbot.waitSignal(second.loaded):
        second.open(marks._keeper._saver._file.publication, "1f" * 32)
    assert len(second.notebook) == 1
    assert not second.writable
    assert len(said) == 1
    second.add_note(Place(0, 20))
    assert len(second.notebook) == 1
    assert said[1] == said[0]
    second.close()


def test_a_full_disk_is_told_and_the_note_is_saved_when_there_is_room(marks, qtbot, monkeypatch):
    import errno
    import os

    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with qtbot.waitSignal(marks.unsaved) as told:
            marks.add_note(Place(0, 10))
        assert "The disk is full." in told.args[0]
        assert not marks.is_saved
        assert marks.trouble == told.args[0]
    qtbot.waitSignal(marks.saved).wait()
    assert marks.is_saved
    assert marks.trouble == ""


def test_half_a_surrogate_pair_does_not_stop_saving(marks, qtbot):
    with qtbot.waitSignal(marks.saved):
        marks.add_note(Place(0, 10), text="\ud83d kapot")
    assert only(marks).body.value == "\ufffd kapot"


def test_every_edit_is_told_with_before_and_after(marks):
    told = []
    marks.edited.connect(told.append)
    made = marks.add_note(Place(0, 10))
    marks.delete([made])
    marks.undo()
    assert [(edit.before is None, edit.after is None) for change in told for edit in change.edits] == [
        (True, False),
        (False, True),
        (True, False),
    ]


def test_what_is_not_on_the_disk_yet_is_known(marks, qtbot):
    assert marks.is_saved
    marks.write_sheet(None, "a")
    assert not marks.is_saved
    with qtbot.waitSignal(marks.saved):
        marks.finish_typing()
    assert marks.is_saved


def test_a_place_that_is_renewed_leaves_the_steps_before_it_to_be_undone(marks):
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.recolour([made], "red")
    target = replace(only(marks).target, edition="2f" * 32)
    marks.renew([replace(only(marks), target=target)])
    assert only(marks).target == target
    marks.undo()
    assert (only(marks).body.color, only(marks).target) == ("yellow", target)
    marks.redo()
    assert only(marks).body.color == "red"


def test_with_its_last_section_gone_a_mark_lies_in_none_and_in_it_again_when_that_is_back(marks):
    marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    assert only(marks).target.scope == "section-one"
    marks.use_tree(SectionTree(), found=TREE)
    assert only(marks).target.scope is None
    marks.use_tree(TREE)
    assert only(marks).target.scope == "section-one"


def test_what_undo_takes_away_is_put_by_as_that_and_what_is_deleted_as_deleted(marks, qtbot):
    past, found = Past(marks), []
    made = marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS])
    marks.undo()
    past.trash(lambda rows: found.append([(one.record.id, one.is_undone) for one in rows]))
    qtbot.waitUntil(lambda: len(found) == 1)
    marks.redo()
    marks.delete([made])
    past.trash(found.append)
    qtbot.waitUntil(lambda: len(found) == 2)
    past.restore(found[1])
    marks.undo()
    past.trash(lambda rows: found.append([(one.record.id, one.is_undone) for one in rows]))
    qtbot.waitUntil(lambda: len(found) == 3)
    assert [found[0], found[2]] == [[(made, True)], [(made, False)]]


def test_thousands_of_marks_find_their_sections_in_slices(open_marks, qtbot):
    marks = open_marks()
    one = marks.notebook.get(marks.add_mark(Highlight.SOLID, "yellow", [CIJFERS]))
    assert one
    copies = tuple(Edit(before=None, after=replace(one, id=f"urn:uuid:{n}")) for n in range(1500))
    marks.do("copies", copies)
    told: list[int] = []
    marks.edited.connect(lambda change: told.append(len(change.edits)))
    marks.use_tree(SectionTree([Section(id="section-new", level=1, title="New", page=0)]))
    assert {copy.target.scope for copy in marks.notebook} == {"section-one"}
    marks.write_comment("urn:uuid:7", "Written meanwhile")
    qtbot.waitUntil(lambda: {copy.target.scope for copy in marks.notebook} == {"section-new"})
    changed = marks.notebook.get("urn:uuid:7")
    assert changed
    assert changed.body.value == "Written meanwhile"
    assert sum(told) == 1501
    assert max(told) < 500  # whoever lists or paints them has a frame's time for each piece
