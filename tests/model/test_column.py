"""A column of text knows for every letter where it stands on the pages."""

from hypothesis import given
from hypothesis import strategies as st
from text_pages import page

from zzpreader.model.column import index_of, passages
from zzpreader.model.folding import clean, cleaned
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.model.reflow import Emphasis, PageFlow, Piece, PieceKind


def flow(*rows: str, kind=PieceKind.PARAGRAPH, more=()) -> PageFlow:
    text = page((0, list(rows)))
    return PageFlow(text, (Piece(kind, 0, len(text.text) - 1), *more))


def no_halves(_page, _x):
    return None


@given(st.text(alphabet="ab C-\n\u00ad ﬁé😀", max_size=40))
def test_clean_text_with_places_says_what_clean_text_says(words):
    found = cleaned(words)
    assert " ".join(found.text.split()) == clean(words)
    assert len(found.text) == len(found.offsets)
    assert list(found.offsets) == sorted(found.offsets)


def test_a_word_broken_over_a_line_is_whole_and_every_letter_knows_its_place():
    (passage,) = passages([(3, flow("De gemeen-", "te helpt."))], no_halves)
    assert passage.text == "De gemeente helpt."
    start = passage.text.index("te helpt")
    assert passage.origins.at(start) == (3, len("De gemeen-\n"))
    assert passage.origins.units(3, len("De gemeen-\n"), len("De gemeen-\nte")) == (start, start + 2)
    assert passage.origins.at(len(passage.text)) == (3, len("De gemeen-\nte helpt."))


def test_letters_that_count_double_for_qt_do_not_shift_those_behind_them():
    (passage,) = passages([(0, flow("😀 goed"))], no_halves)
    assert passage.origins.at(3) == (0, 2)
    assert passage.origins.units(0, 2, 6) == (3, 7)


def test_a_paragraph_that_runs_on_over_the_page_is_one_and_its_footnote_comes_behind_it():
    note = Piece(PieceKind.NOTE, 0, 2)
    found = passages([(0, flow("Wat hier begint", more=(note,))), (1, flow("gaat hier verder."))], no_halves)
    assert [one.text for one in found] == ["Wat hier begint gaat hier verder.", "Wa"]
    assert found[0].origins.at(len("Wat hier begint ")) == (1, 0)


def test_a_sentence_that_ends_with_the_page_is_not_joined():
    found = passages([(0, flow("Dit is af.")), (1, flow("Dit begint."))], no_halves)
    assert [one.text for one in found] == ["Dit is af.", "Dit begint."]


def test_bold_words_are_bold_where_they_stand_after_hyphens_were_taken_out():
    text = page((0, ["De gemeen-", "te helpt."]))
    bold = Emphasis(text.text.index("helpt"), text.text.index("helpt") + 5, bold=True)
    (passage,) = passages(
        [(0, PageFlow(text, (Piece(PieceKind.PARAGRAPH, 0, len(text.text) - 1),), (bold,)))], no_halves
    )
    (shown,) = passage.emphasis
    assert passage.text[shown.start : shown.end] == "helpt"


def test_a_section_starts_at_the_passage_that_says_its_title_near_its_place():
    text = page((0, ["Eind van de vorige.", "Les 2 Cijfers helpen", "Wie telt, weet."]))
    ends = [line.end for line in text.lines]
    starts = [line.start for line in text.lines]
    pieces = tuple(Piece(PieceKind.PARAGRAPH, start, end) for start, end in zip(starts, ends, strict=True))
    found = passages([(5, PageFlow(text, pieces))], no_halves)
    assert index_of(found, Place(5, 14.0), "Cijfers helpen") == 1
    assert index_of(found, Place(5, 13.0)) == 1
    assert index_of(found, Place(5, 500.0)) == 3
    assert index_of(found, Place(4)) == 0
    assert index_of(found, Place(9)) == 3


def test_a_picture_has_its_box_and_no_letters_of_its_own():
    picture = Piece(PieceKind.PICTURE, 0, 0, box=Rect(10, 20, 110, 70))
    (passage,) = passages([(2, PageFlow(page((0, ["a"])), (picture,)))], no_halves)
    assert passage.box == Rect(10, 20, 110, 70)
    assert passage.place == Place(2, 20)
    assert not passage.text
