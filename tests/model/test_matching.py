from hypothesis import given
from hypothesis import strategies as st
from steps import outcome

from zzpreader.model.matching import map_pages, match_sections
from zzpreader.model.sections import Section, SectionTree


def tree(*titles: str) -> SectionTree:
    return SectionTree([Section(id=f"{n}", level=1, title=title, page=n) for n, title in enumerate(titles)])


def test_a_section_is_known_by_its_title_whatever_its_number():
    old = tree("1 Inleiding", "2 Onderzoek", "3 Slot")
    new = tree("1 Voorwoord", "2 Inleiding", "Hoofdstuk 3: Onderzoek", "IV. Slot")
    assert outcome(match_sections(old, new)) == {"0": "1", "1": "2", "2": "3"}


def test_equal_titles_are_told_apart_by_their_order():
    old = tree("Deel een", "Samenvatting", "Deel twee", "Samenvatting")
    new = tree("Vooraf", "Deel een", "Samenvatting", "Deel twee", "Samenvatting")
    assert outcome(match_sections(old, new)) == {"0": "1", "1": "2", "2": "3", "3": "4"}


def test_a_section_that_was_moved_is_found_by_its_title():
    old = tree("Netwerken", "Huisvesting", "Diensten", "Geld")
    assert outcome(match_sections(old, tree("Huisvesting", "Diensten", "Geld", "Netwerken")))["0"] == "3"


def test_a_reworded_title_is_found_between_its_neighbours():
    old = tree("Inleiding", "Netwerkbijeenkomsten kosten weinig", "Slot")
    new = tree("Inleiding", "Netwerkbijeenkomsten kosten niet veel", "Slot")
    assert outcome(match_sections(old, new))["1"] == "1"


def test_a_section_that_is_gone_is_left_out():
    assert outcome(match_sections(tree("Inleiding", "Bijlage over geld"), tree("Inleiding", "Nawoord"))) == {"0": "0"}
    assert outcome(match_sections(tree("Inleiding"), tree())) == {}


def test_pages_after_one_that_was_inserted_are_one_further():
    assert map_pages(["a", "b", "c"], ["a", "new", "b", "c"]) == {0: 0, 1: 2, 2: 3}


def test_a_reworded_page_and_a_page_without_text_keep_their_places():
    assert map_pages(["a", "b", "", "c"], ["x", "y", "a", "B", "", "c"]) == {0: 2, 1: 3, 2: 4, 3: 5}


def test_a_page_that_was_moved_is_found():
    assert map_pages(["a", "b", "c", "d"], ["b", "c", "d", "a"]) == {0: 3, 1: 0, 2: 1, 3: 2}


def test_a_page_that_is_gone_is_left_out():
    assert map_pages(["a", "b", "c"], ["a", "c"]) == {0: 0, 2: 1}


def test_where_no_page_is_the_same_nothing_is_said():
    assert map_pages(["a", "b"], ["x", "y"]) == {}
    assert map_pages([], []) == {}


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=12), st.lists(st.sampled_from("abcde"), max_size=12)
)
def test_no_two_pages_become_one(old, new):
    found = map_pages(old, new)
    assert len(set(found.values())) == len(found)
    assert all(0 <= one < len(old) and 0 <= other < len(new) for one, other in found.items())


@given(st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12))
def test_the_same_pages_are_mapped_to_themselves(prints):
    assert map_pages(prints, prints) == ({n: n for n in range(len(prints))} if any(prints) else {})
