"""Printed labels as the PDF gives them."""

from hypothesis import given
from hypothesis import strategies as st
from pdf_files import one_page, raw_pdf

from zzpreader.wire import ReadPages
from zzpreader.worker.labels import LabelRange, PageLabels, numeral


def many_pages(labels: str, count: int = 6) -> bytes:
    kids = " ".join(f"{10 + n} 0 R" for n in range(count))
    return raw_pdf(
        {
            1: f"<</Type/Catalog/Pages 2 0 R/PageLabels {labels}>>",
            2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
            **{10 + n: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for n in range(count)},
        }
    )


def labels_of(opened, data):
    return [page.label for page in opened(data)(ReadPages(0, 100)).pages]


def test_roman_then_arabic_then_prefixed(opened):
    ranges = "<</Nums[0<</S/r>> 3<</S/D/St 7>> 5<</P(A-)/S/D>>]>>"
    assert labels_of(opened, many_pages(ranges)) == ["i", "ii", "iii", "7", "8", "A-1"]


def test_a_document_without_labels_has_none(opened):
    assert labels_of(opened, one_page()) == [None]


def test_pages_before_the_first_range_have_no_label(opened):
    assert labels_of(opened, many_pages("<</Nums[4<</S/D>>]>>")) == [None, None, None, None, "1", "2"]


def test_a_range_without_style_is_its_prefix_alone(opened):
    assert labels_of(opened, many_pages("<</Nums[0<</P(omslag)>> 1<<>>]>>"))[:2] == ["omslag", None]


def test_a_tree_of_ranges_that_bites_its_tail_ends(opened):
    looped = raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R/PageLabels 20 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            20: "<</Kids[20 0 R 21 0 R]>>",
            21: "<</Nums[0<</S/D/St 5>>]/Kids[20 0 R]>>",
        }
    )
    assert labels_of(opened, looped) == ["5"]


def test_numerals_of_the_standard():
    assert [numeral(n, "R") for n in (1, 4, 9, 14, 1994, 0)] == ["I", "IV", "IX", "XIV", "MCMXCIV", "0"]
    assert [numeral(n, "a") for n in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]


@given(st.integers(1, 4999))
def test_a_roman_numeral_can_be_read_back(number):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in numeral(number, "R")]
    signed = [-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True)]
    assert sum(signed) == number


@given(st.lists(st.integers(0, 50), unique=True), st.integers(0, 60))
def test_every_page_belongs_to_the_last_range_before_it(firsts, page):
    labels = PageLabels([LabelRange(first, "D", f"{first}:") for first in firsts])
    before = [first for first in firsts if first <= page]
    expected = f"{max(before)}:{page - max(before) + 1}" if before else None
    assert labels.label(page) == expected


def test_a_blank_between_prefix_and_number_stays(opened):
    assert labels_of(opened, many_pages("<</Nums[0<</P(Bijlage )/S/D>>]>>"))[:2] == ["Bijlage 1", "Bijlage 2"]
