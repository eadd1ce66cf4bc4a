from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.typed import sound, tidy_tags


@given(st.text(st.characters(categories=["Cs", "Ll"])))
def test_whatever_is_typed_can_be_kept(text):
    sound(text).encode()


@given(st.text())
def test_whole_characters_stay_as_they_are(text):
    assert sound(text) == text


def test_a_tag_counts_once_as_it_was_first_written():
    assert tidy_tags([" Harde  cijfers", "harde cijfers", "", "\udc80x"]) == ("Harde cijfers", "\ufffdx")
