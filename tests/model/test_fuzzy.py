"""A few letters of a title find it, and the title that a reader means comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.folding import fold
from zzpreader.model.fuzzy import fit


def scored(typed, title):
    found = fit(fold(typed).text.split(), fold(title))
    return found.score if found else None


def best(typed, *titles):
    found = {title: score for title in titles if (score := scored(typed, title)) is not None}
    return sorted(found, key=lambda title: -found[title])


@pytest.mark.parametrize(
    ("typed", "wanted", "others"),
    [
        ("vol", "Volledig scherm", ["Gevolgen voor zzp’ers", "Overzicht van lessen"]),
        ("vl", "Volgende les", ["Volledige titel", "Overzicht van alle lessen"]),
        ("les vol", "Volgende les", ["Volgende paragraaf", "Lessenlijst"]),
        ("kopie", "Kopiëren", ["Tekst kopiëren met bronvermelding"]),
        ("zzpers", "De positie van zzp’ers", ["Zelfstandig ondernemerschap: zorg, pensioen en schulden"]),
        ("inz", "Inzoomen", ["Instellingen: zoeken"]),
    ],
)
def test_what_is_meant_comes_before_what_also_has_the_letters(typed, wanted, others):
    assert best(typed, *others, wanted)[0] == wanted


def test_letters_that_are_missing_out_of_order_or_inside_a_word_only_find_nothing():
    assert scored("xq", "Volgende les") is None
    assert scored("lv", "vol") is None
    assert scored("es vx", "Volgende les") is None
    assert scored("oge", "Volgende les") is None  # apart, and no word begins with the first
    assert scored("les", "Het project levert in elke fase") is None  # too far apart


def test_the_letters_that_answer_are_those_of_the_title_as_it_is_written():
    title = "Één ﬁets"
    found = fit(["een", "fiets"], fold(title))
    assert found
    assert {title[at] for at in found.letters} == {"É", "é", "n", "ﬁ", "e", "t", "s"}


@given(st.text(max_size=40), st.integers(0, 39), st.integers(1, 10))
def test_every_part_of_a_title_finds_it(title, start, length):
    for word in fold(title[start : start + length]).text.split():
        if word in fold(title).text:
            assert scored(word, title) is not None
