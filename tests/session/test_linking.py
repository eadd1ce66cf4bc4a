"""Links between marks and sections, seen from both ends."""

import pytest
from panes import AskedEngine

from zzpreader.model.addresses import Address, Part
from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.model.records import Relation
from zzpreader.session.linking import Linking, as_markdown, called
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread

HERE = "urn:uuid:00000000-0000-4000-8000-000000000000"
OTHER = "urn:uuid:00000000-0000-4000-8000-00000000000f"
OUTLINE = [(1, "Lessen", 0, 0.0), (2, "Les 1 Begin klein", 1, 50.0), (2, "Les 2 [Meet]", 2, 0.0)]


@pytest.fixture
def desk(tmp_path, qtbot):
    engine, thread = AskedEngine(), StoreThread()
    sections = Sections(engine, Pages(engine))
    marks = Marks(thread, Home(tmp_path / "home"))
    linking = Linking(marks, sections)
    publication = Publication(id=HERE)
    linking.use(publication)
    with qtbot.waitSignal(marks.loaded):
        marks.open(publication, "1f" * 32)
    engine.open(6, OUTLINE)
    marks.use_tree(sections.tree)
    yield linking, marks, sections
    marks.close()
    assert thread.close()


def lesson(linking, sections, row=1):
    return linking.to_section(sections.tree.sections[row].id)


def test_a_link_is_seen_from_both_ends_with_its_direction(desk):
    linking, marks, sections = desk
    note, end = linking.to_note(marks.add_note(Place(0, 10.0), text="Dit klopt")), lesson(linking, sections)
    linking.add(note, end, Relation.SUPPORTS)
    ((forth,), (back,)) = linking.at(note), linking.at(end)
    assert (forth.other, forth.outgoing, back.other, back.outgoing) == (end, True, note, False)
    assert linking.called(forth.other) == "Les 1 Begin klein"
    assert linking.called(back.other) == "Dit klopt"


def test_making_changing_and_deleting_are_steps_that_can_be_undone(desk, qtbot):
    linking, marks, sections = desk
    start, end = lesson(linking, sections), lesson(linking, sections, 2)
    made = linking.add(start, end, Relation.RELATED)
    assert marks.undo_name == "Link"
    linking.change(made, Relation.CONTRADICTS)
    assert linking.at(end)[0].link.relation is Relation.CONTRADICTS
    with qtbot.waitSignal(linking.changed) as changed:
        linking.remove([made])
    assert changed.args == [{start, end}]
    assert linking.at(start) == linking.at(end) == ()
    marks.undo()
    marks.undo()
    assert linking.at(start)[0].link.relation is Relation.RELATED
    marks.undo()
    assert linking.at(start) == ()


def test_a_linked_section_is_remembered_with_the_link_and_forgotten_with_it(desk):
    linking, marks, sections = desk
    linking.add(lesson(linking, sections), lesson(linking, sections, 2), Relation.EXAMPLE)
    assert {one.section.title for one in marks.notebook.section_records} == {"Les 1 Begin klein", "Les 2 [Meet]"}
    marks.undo()
    assert marks.notebook.section_records == ()


def test_the_same_link_is_made_once_and_none_to_itself_or_to_nothing(desk):
    linking, _, sections = desk
    start, end = lesson(linking, sections), lesson(linking, sections, 2)
    assert linking.add(start, end, Relation.SUPPORTS) == linking.add(start, end, Relation.SUPPORTS) != ""
    assert linking.add(start, start, Relation.SUPPORTS) == ""
    assert linking.add(start, "https://example.org/", Relation.SUPPORTS) == ""
    assert len(linking.at(start)) == 1


def test_other_words_of_a_note_are_told_to_the_other_end(desk, qtbot):
    linking, marks, sections = desk
    id_ = marks.add_note(Place(0, 10.0), text="Eerst")
    end = lesson(linking, sections)
    linking.add(linking.to_note(id_), end, Relation.SUPPORTS)
    with qtbot.waitSignal(linking.changed) as changed:
        marks.write_comment(id_, "Daarna")
    assert end in changed.args[0]
    assert linking.called(linking.at(end)[0].other) == "Daarna"


def test_evidence_is_what_rests_on_passages_of_this_publication_that_are_there(desk):
    linking, marks, sections = desk
    id_ = marks.add_note(Place(0, 10.0), text="Bewijs")
    section = sections.tree.sections[1]
    linking.add(linking.to_note(id_), linking.to_section(section.id), Relation.EVIDENCE)
    linking.add(str(Address(OTHER)), linking.to_section(section.id), Relation.EVIDENCE)
    assert [tie.other for tie in linking.evidence_of(section.id)] == [linking.to_note(id_)]
    marks.delete([id_])
    assert linking.evidence_of(section.id) == ()
    assert linking.called(linking.to_note(id_)) == "a note that is gone"
    marks.undo()
    assert len(linking.evidence_of(section.id)) == 1


def test_evidence_stands_in_the_order_in_which_it_was_pinned_also_within_a_millisecond(desk, monkeypatch):
    linking, marks, sections = desk
    monkeypatch.setattr("zzpreader.session.linking.timestamp", lambda: "2026-11-30T12:00:00.000Z")
    notes = [marks.add_note(Place(0, 10.0 * n), text=f"Nummer {n}") for n in range(8)]
    for note in notes:
        linking.add(linking.to_note(note), lesson(linking, sections), Relation.EVIDENCE)
    section = sections.tree.sections[1].id
    assert [linking.annotation_id(tie.other) for tie in linking.evidence_of(section)] == notes


def test_addresses_are_called_by_what_people_know_them_by(desk):
    linking, marks, sections = desk

    def name(address, titles=None):
        return called(str(address), HERE, sections.tree, marks.notebook, titles)

    assert name(Address(HERE, Part.PAGE, "38")) == "p. 38"
    assert name(Address(HERE)) == "this publication"
    assert name(Address(HERE, Part.SECTION, "section-0")) == "a section that is gone"
    assert name(Address(OTHER)) == "another publication"
    assert name(Address(OTHER, Part.PAGE, "4"), {OTHER: "ZZP in\nde wijk"}) == "ZZP in de wijk, p. 4"
    assert linking.called(linking.to_note(marks.add_note(Place(3, 1.0)))) == "a note on p. 4"


def test_a_title_with_brackets_stays_one_link_in_markdown():
    assert as_markdown("Les 2 [Meet]", "zzp:x") == r"[Les 2 \[Meet\]](zzp:x)"
