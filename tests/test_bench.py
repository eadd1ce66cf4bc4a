"""The benchmarks still run. How fast is told by `make bench` alone: nothing here looks at a clock."""

import pytest
from bench.steps import BENCHES, FAMILIES, Bench, Place, stand_in
from bench.table import BEGIN, END, Row, renewed, table


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    return stand_in(tmp_path_factory.mktemp("publication"))


@pytest.mark.parametrize("one", BENCHES, ids=lambda one: f"{one.family}: {one.name}")
def test_every_step_of_the_benchmarks_can_be_done_twice(one: Bench, publication, tmp_path):
    with one.ready(Place(publication, tmp_path)) as step:
        step()
        step()


def test_the_families_are_those_that_the_makefile_names():
    assert set(FAMILIES) == {"engine", "tiles", "text", "structure", "store", "search", "start"}


def test_the_table_has_the_middle_the_least_and_the_most():
    written = table([Row("store", "a save", [0.003, 0.001, 0.25]), Row("text", "a page", [0.0123])])
    assert written.splitlines()[2:] == [
        "| store | a save | 3.00 | 1.00 | 250 |",
        "| text | a page | 12.3 | 12.3 | 12.3 |",
    ]


def test_only_what_stands_between_the_two_marks_is_renewed():
    document = f"by hand\n{BEGIN}\nold\n{END}\nby hand too\n"
    assert renewed(document, "new\n") == f"by hand\n{BEGIN}\nnew\n{END}\nby hand too\n"
    assert renewed(renewed(document, "new"), "new") == renewed(document, "new")


def test_a_document_without_the_marks_is_left_alone():
    with pytest.raises(ValueError, match="begin"):
        renewed("by hand\n", "new")
