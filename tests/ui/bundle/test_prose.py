"""Plain text with two rules: an empty line parts paragraphs, a hyphen begins an item."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.ui.bundle.prose import Paragraph, paragraphs


def test_paragraphs_and_items():
    text = "One\ntwo.\n\n- first\n- second\n\nThree *four*."
    assert list(paragraphs(text)) == [
        Paragraph("One two."),
        Paragraph("first", is_item=True),
        Paragraph("second", is_item=True),
        Paragraph("Three *four*."),
    ]


def test_a_list_right_below_its_introduction():
    assert list(paragraphs("They said:\n- this")) == [Paragraph("They said:"), Paragraph("this", is_item=True)]


@given(st.text())
def test_no_word_is_lost(text):
    words = [word for one in paragraphs(text) for word in one.text.split()]
    assert set(words) <= set(text.split()) | {""}
    assert all(word in words or word == "-" or word.startswith("-") for word in text.split())
