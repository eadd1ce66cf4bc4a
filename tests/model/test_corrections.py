"""The reader's tree: corrections laid over what was derived, today and after a better algorithm."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.corrections import corrected, remember, with_known_ids
from zzpreader.model.records import Move, Verdict
from zzpreader.model.sections import Kind, Section, SectionTree, Source, section_ids


def tree(*titles):
    """From "A", ".B", "..C": the points in front are the depth."""
    levels = [(len(title) - len(title.lstrip(".")) + 1, title.lstrip(".")) for title in titles]
    ids = section_ids(levels)
    return SectionTree(
        [
            Section(id=id_, level=level, title=title, page=n, confidence=0.5)
            for n, (id_, (level, title)) in enumerate(zip(ids, levels, strict=True))
        ]
    )


def shown(tree):
    return [f"{'.' * (section.level - 1)}{section.title}" for section in tree]


def named(tree, title):
    return next(section for section in tree if section.title == title)


def record(tree, of, **fields):
    return replace(remember(named(tree, of), tree), **fields)


TREE = tree("A", ".B", "..C", ".D", "E")


def test_a_rename_is_shown_and_the_section_keeps_its_id():
    renamed = corrected(TREE, [record(TREE, "B", title="Bee", kind=Kind.LESSON)])
    assert shown(renamed) == ["A", ".Bee", "..C", ".D", "E"]
    assert named(renamed, "Bee").id == named(TREE, "B").id
    assert named(renamed, "Bee").kind is Kind.LESSON
    assert named(renamed, "Bee").confidence == 1.0


def test_what_is_below_a_removed_section_rises():
    assert shown(corrected(TREE, [record(TREE, "B", verdict=Verdict.REJECTED)])) == ["A", ".C", ".D", "E"]


def test_a_section_goes_deeper_with_all_below_it():
    deeper = corrected(TREE, [record(TREE, "B", deeper=-1, arranged="1"), record(TREE, "E", deeper=1, arranged="2")])
    assert shown(deeper) == ["A", "B", ".C", ".D", ".E"]


def test_a_section_is_moved_with_all_below_it():
    move = Move(under=named(TREE, "E").id)
    assert shown(corrected(TREE, [record(TREE, "B", move=move)])) == ["A", ".D", "E", ".B", "..C"]
    move = Move(under=None, after=named(TREE, "A").id)
    assert shown(corrected(TREE, [record(TREE, "C", move=move)])) == ["A", ".B", ".D", "C", "E"]


def test_a_move_to_what_is_no_more_does_nothing():
    assert corrected(TREE, [record(TREE, "B", move=Move(under="gone"))]).sections != ()
    assert shown(corrected(TREE, [record(TREE, "B", move=Move(under="gone"))])) == shown(TREE)
    assert shown(corrected(TREE, [record(TREE, "A", move=Move(under=named(TREE, "C").id))])) == shown(TREE)


def test_an_added_section_stands_where_it_starts():
    added = Section(id="urn:uuid:new", level=2, title="Nieuw", page=3, source=Source.READER)
    found = corrected(TREE, [replace(remember(added, TREE), is_added=True)])
    assert shown(found) == ["A", ".B", "..C", ".D", ".Nieuw", "E"]


def test_without_corrections_the_tree_is_the_same():
    assert corrected(TREE, []) is TREE


def test_another_numbering_and_another_way_to_it_do_not_cost_a_section_its_id():
    before = tree("1 Inleiding", ".1.1 Aanleiding van het onderzoek", "2 Lessen", ".Les 1: Begin klein")
    after = tree("Inleiding", "1. Aanleiding van het onderzoek", "3 Lessen", ".Les 1: Begin klein")
    records = [remember(section, before) for section in before]
    adopted = with_known_ids(after.sections, records)
    assert [section.id for section in adopted] == [section.id for section in before]


def test_another_section_never_takes_an_id():
    before, after = tree("Inleiding", "Werkwijze"), tree("Inleiding", "Conclusies")
    adopted = with_known_ids(after.sections, [remember(section, before) for section in before])
    assert [section.id for section in adopted] == [section.id for section in after]


def test_of_two_with_the_same_title_the_one_on_the_same_way_is_meant():
    before = tree("Rotterdam", ".Aanpak", "Utrecht", ".Aanpak")
    after = tree("1 Rotterdam", ".Aanpak", "2 Utrecht", ".Aanpak")
    wanted = remember(before.sections[3], before)
    assert with_known_ids(after.sections, [wanted])[3].id == before.sections[3].id


_TITLES = st.lists(st.sampled_from(["A", ".B", "..C", ".D", "..E", "F", "..G"]), min_size=1, max_size=9)


@given(_TITLES, st.data())
def test_whatever_is_corrected_no_section_is_lost_or_doubled_and_levels_make_a_tree(titles, data):
    start = corrected(tree(*titles), [])
    ids = [section.id for section in start]
    some = st.none() | st.sampled_from(ids)
    records = [
        replace(
            remember(section, start),
            move=data.draw(st.none() | st.builds(Move, under=some, after=some)),
            deeper=data.draw(st.integers(-3, 3)),
            arranged=data.draw(st.sampled_from("123")),
        )
        for section in start
    ]
    result = corrected(start, records)
    assert sorted(section.id for section in result) == sorted(ids)
    levels = [section.level for section in result]
    assert levels[0] == 1
    assert all(1 <= after <= before + 1 for before, after in itertools.pairwise(levels))
