"""Sentences of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Dat staat bijv. In de wet.",
        "Zie art. 3 van de verordening.",
        "Volgens prof. dr. A. de Vries klopt dat.",
        "De gemeente, d.w.z. Het college, besluit.",
        "1. De raad stelt vast.",
        "Het kost € 3.000 per jaar.",
    ],
)
def test_an_abbreviation_an_initial_or_a_number_ends_no_sentence(text: str):
    assert cut(text) == [text]


def test_a_sign_a_blank_and_a_capital_end_a_sentence():
    assert cut("Klopt dat? “Ja!” Dan gaan we door… Goed.") == ["Klopt dat?", "“Ja!”", "Dan gaan we door…", "Goed."]


def test_a_year_at_the_end_of_a_sentence_ends_it():
    assert cut("Dat was in 2012. Daarna niet meer.") == ["Dat was in 2012.", "Daarna niet meer."]


@given(st.text(alphabet="aB. !\n1’", max_size=40))
def test_sentences_are_in_order_and_leave_out_only_blanks(text: str):
    found = sentences(text, 0, len(text))
    at = 0
    for start, end in found:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
