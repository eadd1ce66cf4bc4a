from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Size
from zzpreader.model.pages import Half, Labels, Page, Place

SPREADS = Labels([(), ("i",), ("2", "3"), ("4", "5"), ()])


def test_a_printed_label_is_meant_before_a_number():
    labels = Labels([("i",), ("ii",), ("1",), ("2",)])
    assert labels.find("2") == Place(3)
    assert labels.find(" II ") == Place(1)
    assert labels.find("4") == Place(3)


def test_a_label_on_a_spread_leads_to_its_half():
    assert SPREADS.find("5") == Place(3, half=Half.RIGHT)
    assert SPREADS.find("2") == Place(2, half=Half.LEFT)


def test_what_no_page_bears_is_nowhere():
    for typed in ("", "0", "6", "-1", "x", "²", "١"):
        assert SPREADS.find(typed) is None


def test_a_spread_shows_both_labels_and_a_half_its_own():
    assert SPREADS.printed(2) == "2–3"
    assert SPREADS.printed(2, Half.RIGHT) == "3"
    assert SPREADS.printed(0) is None
    assert SPREADS.shown(0) == "1"
    assert SPREADS.printed(99) is None


def test_only_pages_with_two_labels_are_spreads():
    assert [SPREADS.is_spread(page) for page in range(-1, 6)] == [False, False, False, True, True, False, False]


def test_the_labels_of_the_pdf_are_taken_where_it_has_any():
    size = Size(100, 100)
    assert [Labels.of([Page(size), Page(size, label="x")]).printed(page) for page in (0, 1)] == [None, "x"]


NAMES = st.sampled_from(["1", "2", "3", "i", "ii", "A-1", "x"])
LABELS = st.lists(st.just(()) | st.tuples(NAMES) | st.tuples(NAMES, NAMES), max_size=8).map(Labels)


@given(LABELS)
def test_a_page_is_found_by_what_is_shown_of_it_unless_an_earlier_one_bears_that_too(labels):
    for page in range(len(labels)):
        for half in (Half.LEFT, Half.RIGHT) if labels.is_spread(page) else (None,):
            found = labels.find(labels.shown(page, half))
            assert found is not None
            assert labels.shown(found.page, found.half) == labels.shown(page, half) or found == Place(page)
            if labels.printed(page, half):
                assert (found.page, found.half or "") <= (page, half or "")


def test_a_number_longer_than_any_label_is_no_page():
    assert Labels([("1",)]).find("1" * 5_000) is None
