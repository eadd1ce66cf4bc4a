"""Hits of the library as a tree, and what becomes of it when the same question is answered again."""

import pytest
from PySide6.QtCore import Qt

from zzpreader.session.library_search import Answer, LibraryHit, PublicationHits
from zzpreader.ui.everywhere.model import LibraryModel
from zzpreader.ui.find.model import Role


def hit(page, section="Wonen"):
    return LibraryHit(page=page, section=section, section_title=section, before="", match="wijk", after="")


def publication(id_, total, *hits):
    return PublicationHits(id=id_, title=id_, file="", total=total, hits=hits)


def answer(*publications):
    return Answer(number=1, publications=publications)


@pytest.fixture
def model(qapp):
    model = LibraryModel()
    model.show_answer(answer(publication("a", 5, hit(1), hit(2, "Werken")), publication("b", 2)))
    return model


def told(model):
    """Title, count and children of every publication."""
    items = [model.item(row) for row in range(model.rowCount())]
    return [
        (item.text(), item.data(Role.COUNT), [item.child(n).text() for n in range(item.rowCount())]) for item in items
    ]


def test_what_is_shown_stays_where_it_is_and_what_is_new_comes_below(model):
    wonen = model.item(0).child(0)
    new = answer(publication("c", 1, hit(3)), publication("b", 4), publication("a", 9, hit(7)))
    assert model.renew(new) == 2
    assert told(model) == [
        ("a", 9, ["Wonen", "Werken", "Show 7 more pages and notes"]),
        ("b", 4, ["Looking for the passages…"]),
        ("c", 1, ["Wonen"]),
    ]
    assert model.item(0).child(0) is wonen


def test_what_has_no_hits_any_more_goes_and_passages_come_to_what_had_none(model):
    assert model.renew(answer(publication("b", 1, hit(4)))) == 1
    assert told(model) == [("b", 1, ["Wonen"])]
    assert model.renew(answer()) == 0


def test_the_row_of_what_is_not_shown_comes_and_goes_with_the_count(model):
    model.renew(answer(publication("a", 2, hit(1)), publication("b", 2)))
    assert told(model)[0] == ("a", 2, ["Wonen", "Werken"])
    model.renew(answer(publication("a", 3, hit(1)), publication("b", 2)))
    assert told(model)[0] == ("a", 3, ["Wonen", "Werken", "Show 1 more page or note"])


def section_counts(model, row):
    sections = [model.item(row).child(n) for n in range(model.item(row).rowCount())]
    return {one.text(): one.data(Role.COUNT) for one in sections if one.hasChildren()}


def test_the_count_of_a_section_says_that_there_may_be_more_until_all_hits_are_shown(model):
    assert section_counts(model, 0) == {"Wonen": "1+", "Werken": "1+"}
    assert "at least 1 hit" in model.item(0).child(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show_publication(publication("a", 3, hit(1), hit(2, "Werken"), hit(2, "Werken"), hit(3, "Werken")))
    assert section_counts(model, 0) == {"Wonen": 1, "Werken": 2}


def test_counts_of_sections_are_whole_as_soon_as_it_is_known_that_there_is_no_more(model):
    model.renew(answer(publication("a", 2, hit(1), hit(2, "Werken"))))
    assert section_counts(model, 0) == {"Wonen": 1, "Werken": 1}
