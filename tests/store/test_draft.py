"""What a draft becomes when it is applied is what a dictionary would have become, to the order of its keys."""

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.store.draft import Draft, difference

IDS = st.sampled_from("abcde")
DOCUMENTS = st.builds(lambda n: {"n": n, "list": [n]}, st.integers(0, 2))
TABLE = st.lists(st.tuples(IDS, DOCUMENTS), max_size=5).map(dict)
TABLES = st.dictionaries(st.sampled_from(["one", "two"]), TABLE)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from(["one", "two"]), IDS, DOCUMENTS),
        st.tuples(st.just("remove"), st.sampled_from(["one", "two"]), IDS),
        st.tuples(st.just("clear"), st.sampled_from(["one", "two"])),
        st.tuples(st.just("drop"), st.sampled_from(["one", "two"])),
        st.tuples(st.just("table"), st.sampled_from(["one", "two"]), TABLE),
    ),
    max_size=8,
)


def ordered(tables):
    return {name: list(table.items()) for name, table in tables.items()}


def do(tables, step):
    match step:
        case "put", name, id_, document:
            tables.setdefault(name, {})[id_] = document
        case "remove", name, id_:
            tables.get(name, {}).pop(id_, None)
        case "clear", name:
            tables.get(name, {}).clear()
        case "drop", name:
            tables.pop(name, None)
        case "table", name, table:
            tables[name] = dict(table)
        case _:
            raise AssertionError(step)


@given(TABLES, STEPS)
def test_a_draft_does_what_dictionaries_do(before, steps):
    expected, start = deepcopy(before), deepcopy(before)
    draft = Draft(before)
    for step in steps:
        do(expected, step)
        do(draft, step)
        assert ordered(draft) == ordered(expected)
        assert {name: len(table) for name, table in draft.items()} == {n: len(t) for n, t in expected.items()}
    delta = draft.delta()
    assert ordered(before) == ordered(start), "nothing changes before it is applied"
    delta.apply(before)
    assert ordered(before) == ordered(expected)


@given(TABLES, TABLES)
def test_the_difference_of_two_states_makes_one_of_the_other(before, after):
    difference(before, after).apply(before)
    assert ordered(before) == ordered(after)


@given(TABLES)
def test_what_is_the_same_makes_no_save(tables):
    assert not difference(tables, deepcopy(tables))


def test_numbers_that_python_takes_for_equal_are_different_documents():
    for one, other in ((1, True), (1, 1.0), (0, False)):
        assert difference({"t": {"a": {"n": one}}}, {"t": {"a": {"n": other}}})


def test_a_lent_document_may_be_changed_without_changing_the_first():
    before = {"t": {"a": {"list": [1]}, "b": {"list": [1]}}}
    draft = Draft(before, lends=True)
    draft["t"]["a"]["list"] += [2]  # pyright: ignore[reportOperatorIssue] - a list
    assert draft["t"]["b"]
    assert before["t"]["a"] == {"list": [1]}
    assert draft.delta().put == {"t": {"a": {"list": [1, 2]}}}
