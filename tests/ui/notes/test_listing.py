"""Rows that are kept up beside a change are those that listing everything anew would give."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from panes import mark

from zzpreader.model.order import Order, key_for
from zzpreader.model.sections import SectionTree
from zzpreader.ui.notes.listing import Heading, Listing, in_parts

COLOURS = ("yellow", "green", None)
HEADINGS = {colour: Heading(str(colour), str(colour)) for colour in COLOURS[:2]}
CHANGES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 3), st.sampled_from(COLOURS), st.booleans()), max_size=30
)


def group(one):
    return HEADINGS.get(one.body.color)


def wants(one) -> bool:
    return one.place.page != 2


@given(st.sampled_from(Order), CHANGES)
def test_changes_one_by_one_give_the_rows_of_a_new_list(order, changes):
    key = key_for(order, SectionTree())
    listing, held = Listing(), {}
    list(listing.load([], key))
    listing.apply(listing.ask(wants, group))
    for number, page, color, gone in changes:
        made = mark(number, page, 10.0 * number, color=color)
        made = None if gone else replace(made, modified=f"2026-01-{1 + page:02}T00:00:00.000Z")
        held[number] = made
        for splice in listing.take(f"urn:uuid:{number}", made):
            listing.apply(splice)
        anew = Listing()
        list(anew.load([one for one in held.values() if one], key))
        anew.apply(anew.ask(wants, group))
        assert listing.rows == anew.rows
        assert listing.found == anew.found
        assert [listing.row_of(one.id) for one in listing] == [anew.row_of(one.id) for one in anew]


def test_rows_that_come_in_parts_are_the_rows_that_come_at_once():
    key = key_for(Order.PLACE, SectionTree())
    whole, apart = Listing(), Listing()
    for listing in (whole, apart):
        list(listing.load([mark(n, n % 7, 10.0 * n) for n in range(50)], key))
    whole.apply(whole.ask(None, group))
    parts = list(in_parts(apart.ask(None, group), 8))
    assert len(parts) > 5
    for part in parts:
        apart.apply(part)
    assert apart.rows == whole.rows
    assert len(list(in_parts(apart.ask(None, group), 8))) == 1
