"""Which pages are printed."""

import pytest

from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.print_wish import NoSuchPages, PrintWish, Which, pages_wanted, sheets_wanted
from zzpreader.model.sections import Section, SectionTree

LABELS = Labels([("i",), ("ii",), ("1",), ("2", "3"), ("A-1",), ("5",)])
TREE = SectionTree(
    [
        Section(id="a", level=1, title="A", page=0),
        Section(id="b", level=1, title="B", page=2),
        Section(id="b1", level=2, title="B1", page=3),
        Section(id="c", level=1, title="C", page=4, y=400.0),
        Section(id="d", level=1, title="D", page=5, y=20.0),
    ]
)


def typed(words: str) -> tuple[int, ...]:
    return pages_wanted(PrintWish(which=Which.TYPED, typed=words), LABELS, TREE)


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("ii", (1,)),
        ("1", (2,)),
        ("3, i", (0, 3)),
        ("ii - 2", (1, 2, 3)),
        ("ii–1; 5", (1, 2, 5)),
        ("A-1", (4,)),
        ("4", (3,)),
        ("2,3,2", (3,)),
    ],
)
def test_pages_are_named_as_on_paper_else_counted(words: str, pages: tuple[int, ...]):
    assert typed(words) == pages


@pytest.mark.parametrize("words", ["", " , ", "99", "5-1", "1-", "x"])
def test_what_names_no_page_is_said(words: str):
    with pytest.raises(NoSuchPages):
        typed(words)


@pytest.mark.parametrize(
    ("section", "pages"),
    [("a", (0, 1)), ("b", (2, 3, 4)), ("b1", (3, 4)), ("c", (4,)), ("d", (5,)), ("gone", ())],
)
def test_a_section_lasts_with_all_below_it_to_the_page_on_which_the_next_begins(section: str, pages: tuple[int, ...]):
    assert pages_wanted(PrintWish(which=Which.SECTION, section=section), LABELS, TREE) == pages


LEFT, RIGHT = Place(3, half=Half.LEFT), Place(3, half=Half.RIGHT)


@pytest.mark.parametrize(
    ("wish", "sheets"),
    [
        (PrintWish(halves=True), (Place(0), Place(1), Place(2), LEFT, RIGHT, Place(4), Place(5))),
        (PrintWish(halves=True, which=Which.TYPED, typed="3"), (RIGHT,)),
        (PrintWish(halves=True, which=Which.TYPED, typed="1-2"), (Place(2), LEFT)),
        (PrintWish(halves=True, which=Which.TYPED, typed="3-5"), (RIGHT, Place(4), Place(5))),
        (PrintWish(halves=True, which=Which.CURRENT, current=3, current_half=Half.LEFT), (LEFT,)),
        (PrintWish(halves=True, which=Which.CURRENT, current=3), (LEFT, RIGHT)),
        (PrintWish(which=Which.TYPED, typed="3"), (Place(3),)),
    ],
)
def test_halves_of_spreads_are_sheets_of_their_own_where_one_wishes_it(wish, sheets):
    assert sheets_wanted(wish, LABELS, TREE) == sheets
