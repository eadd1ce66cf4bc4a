import pytest
from export_notes import mark
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.export.guard import NOT_FOUND, VERIFIED, Guarded, check, check_all

PAGE = "De gemeente is geen onderne-\nmer, maar zij kan wel\ndeuren openen. Zzp’ers vinden dat eﬃciënt: “één loket”.\n"


@pytest.mark.parametrize(
    "quote",
    [
        "De gemeente is geen ondernemer, maar zij kan wel deuren openen.",
        "Zzp'ers vinden dat efficiënt",
        'efﬁciënt: "één loket"',
        "geen onder\u00adnemer",
        "zij kan\u00a0wel deuren",
    ],
)
def test_what_a_reader_does_not_see_is_no_difference(quote):
    assert check(quote, [PAGE]) == VERIFIED


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("De gemeente is geen ondernemer, maar zij kan geen deuren openen.", "maar zij kan wel deuren openen."),
        ("maar zij mag wel deuren openen", "maar zij kan wel deuren openen."),
        ("maar zij kan wel alle deuren openen.", "maar zij kan wel deuren openen."),
        ("Zzp’ers vinden dat efficient", "Zzp'ers vinden dat efficiënt:"),
    ],
)
def test_one_changed_word_is_caught_and_the_true_ones_are_told(quote, nearest):
    verdict = check(quote, [PAGE])
    assert verdict.state is Guarded.EDITED
    assert nearest in verdict.nearest


def test_words_that_are_nowhere_are_not_found():
    assert check("Heel andere woorden over belastingen en wegen.", [PAGE]) == NOT_FOUND
    assert check("De gemeente", []) == NOT_FOUND


def test_a_quote_may_run_over_the_end_of_a_page():
    pages = ["Lange tekst. De cijfers helpen om te\n12\n", "Kop van de pagina\nkiezen waar beleid begint.\n"]
    assert check("De cijfers helpen om te kiezen waar beleid begint.", pages) == VERIFIED
    assert check("De cijfers helpen om te raden waar beleid begint.", pages).state is Guarded.EDITED


def test_every_paragraph_must_be_there():
    assert check("De gemeente is geen ondernemer\nZzp’ers vinden", [PAGE]) == VERIFIED
    assert check("De gemeente is geen ondernemer\nZij vinden van alles", [PAGE]).state is not Guarded.VERIFIED


def test_all_marks_are_compared_with_the_pages_they_touch():
    good, bad = mark("zij kan wel", 1), mark("zij kan wel", 2)
    assert check_all([good, bad], {1: PAGE}) == {good.id: VERIFIED, bad.id: NOT_FOUND}


WORDS = ("de", "stad", "wijk", "zzp", "kent", "veel", "werk", "en", "zoekt", "ruimte", "voor", "groei")
words = st.lists(st.sampled_from(WORDS), min_size=6, max_size=40)


@given(words, st.integers(0, 100), st.integers(1, 100))
def test_any_stretch_of_a_page_is_verified_and_any_change_of_a_word_in_it_is_not(text, start, length):
    start %= len(text)
    stretch = text[start : start + length]
    page = "\n".join(text)
    assert check(" ".join(stretch), [page]) == VERIFIED
    changed = ["anders" if n == len(stretch) // 2 else word for n, word in enumerate(stretch)]
    assert check(" ".join(changed), [page]).state is not Guarded.VERIFIED
