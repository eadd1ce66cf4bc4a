from hypothesis import given
from hypothesis import strategies as st

from zzpreader.structure.numerals import Numeral, from_roman, numeral, roman


@given(st.integers(1, 3999))
def test_a_roman_number_reads_back_as_itself(value):
    assert from_roman(roman(value)) == value
    assert from_roman(roman(value).upper()) == value


@given(st.text(max_size=12))
def test_what_is_read_as_a_page_number_is_printed_the_same(text):
    found = numeral(text)
    if found and found.series != "1":
        assert str(found).casefold() == text.casefold()


def test_words_mixed_case_and_superscripts_are_no_numbers():
    assert [numeral(text) for text in ("Xi", "mild", "¹", "0", "12345", "ı", "")] == [None] * 7


def test_a_chapter_or_an_appendix_can_stand_before_the_number():
    assert numeral("3-12") == Numeral("3-", 12)
    assert numeral("A-3") == Numeral("A-", 3)
    assert str(Numeral("A-", 4)) == "A-4"
