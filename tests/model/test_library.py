"""Which publications are shown, in which order, and what is said of them."""

import pytest

from zzpreader.model.about import About, date_of, tidy
from zzpreader.model.library import Counts, PublicationRow, Reading, Shown, Sort, in_order
from zzpreader.model.matching_works import matched


def row(id_, title="", **fields):
    about = About(title=title or id_, author=fields.pop("author", ""), issued=fields.pop("issued", ""))
    return PublicationRow(id=id_, about=about, file="x", **fields)


def ids(rows):
    return "".join(one.id for one in rows)


def test_rows_sort_as_people_read_and_what_is_empty_comes_last_either_way():
    rows = [row("a", "Zorg", issued="2011"), row("b", "Één stad"), row("c", "eerste", issued="2012-04")]
    assert ids(in_order(rows, Sort.TITLE)) == "bca"
    assert ids(in_order(rows, Sort.ISSUED)) == "acb"
    assert ids(in_order(rows, Sort.ISSUED, backwards=True)) == "cab"


def test_lessons_sort_by_the_share_that_is_read():
    rows = [row("a", counts=Counts(10, 1)), row("b", counts=Counts(2, 1)), row("c", counts=Counts(0, 0, 5))]
    assert ids(in_order(rows, Sort.LESSONS)) == "abc"
    assert ids(in_order(rows, Sort.NOTES)) == "cab"


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        (Shown(collection="Beleid"), "ab"),
        (Shown(collection="Beleid", tag="nu"), "b"),
        (Shown(reading=Reading.MISSING), "d"),
        (Shown(reading=Reading.BEGUN), "a"),
        (Shown(reading=Reading.DONE), "b"),
        (Shown(reading=Reading.NEVER), "cd"),
        (Shown(reading=Reading.NOTED, collection="Beleid"), "b"),
    ],
)
def test_filters_hold_at_once(shown, kept):
    rows = [
        row("a", collections=("Beleid",), opened="2026", counts=Counts(3, 1)),
        row("b", collections=("Beleid", "Zorg"), tags=("nu",), opened="2026", counts=Counts(3, 3, 2)),
        row("c", tags=("nu",)),
        PublicationRow(id="d", about=About(title="d")),
    ]
    assert ids(one for one in rows if shown.keeps(one)) == kept


def test_a_correction_is_what_differs_and_an_empty_field_goes_back_to_what_was_found():
    found = About(title="Rapport_def(3)", author="Stad")
    said = About(title="Zzp en de stad", author="Stad", issued="2012")
    assert said.beside(found) == About(title="Zzp en de stad", issued="2012")
    assert said.beside(found).over(found) == said
    assert About(title="Anders").beside(found).over(found).author == "Stad"


def test_dates_and_dois_are_kept_in_one_form():
    assert [date_of(words) for words in ("2012", "2012-4-9", " 2012-04 ", "april 2012")] == [
        "2012",
        "2012-04-09",
        "2012-04",
        "",
    ]
    assert tidy(About(title="A\nB", doi="https://doi.org/10.1/x")) == About(title="A B", doi="10.1/x")


def test_works_are_matched_by_doi_and_by_title_with_or_without_subtitle_but_never_by_guess():
    works = [
        About(title="ZZP en de stad: tien lessen", author="A"),
        About(title="Jaarverslag", issued="2011"),
        About(title="Jaarverslag", issued="2012"),
        About(title="Heel anders", doi="10.1/X"),
    ]
    known = {
        "stad": About(title="Zzp en de stad"),
        "jaar": About(title="Jaarverslag"),
        "doi": About(title="Geen titel", doi="10.1/x"),
        "los": About(title="Iets"),
    }
    assert matched(works, known) == {"stad": works[0], "doi": works[3]}
