from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.alignment import likeness, locate

letters = st.text("abc", max_size=12)


def edits_by_table(pattern: str, text: str) -> int:
    """The fewest edits between the pattern and any part of the text, the plain way."""
    row = [0] * (len(text) + 1)
    for n, wanted in enumerate(pattern, 1):
        above, row = row, [n]
        for m, letter in enumerate(text, 1):
            row.append(min(above[m - 1] + (letter != wanted), above[m] + 1, row[m - 1] + 1))
    return min(row)


@given(letters, letters, letters, st.text("abc", max_size=40))
def test_no_place_takes_fewer_edits(before, words, after, text):
    found = locate(before, words, after, text)
    assert 0 <= found.start <= found.end <= len(text)
    assert edits_by_table(before + words + after, text) >= found.edits_before + found.edits_after
    if not before + after:
        assert found.edits == edits_by_table(words, text)


@given(st.text("abc", max_size=20), st.text("xyz", min_size=1, max_size=20), st.text("abc", max_size=20))
def test_words_that_are_there_are_found_to_the_letter(ahead, words, behind):
    found = locate("", words, "", ahead + words + behind)
    assert (found.start, found.end, found.edits) == (len(ahead), len(ahead) + len(words), 0)


def test_what_is_put_before_unchanged_words_is_not_one_of_them():
    text = "eerstdeinleidingnieuwdanhetverhaalendaarnaslot"
    found = locate("eerstdeinleiding", "danhetverhaal", "endaarnaslot", text)
    assert text[found.start : found.end] == "danhetverhaal"


def test_a_first_word_that_was_replaced_is_one_of_them():
    text = "eerstdeinleidingvervolgenshetverhaalendaarnaslot"
    found = locate("eerstdeinleiding", "danhetverhaal", "endaarnaslot", text)
    assert text[found.start : found.end] == "vervolgenshetverhaal"
    assert (found.edits_before, found.edits_after) == (0, 0)


def test_likeness_is_nothing_for_unrelated_letters_and_all_for_the_same():
    assert (likeness(0, 40), likeness(40, 40), likeness(0, 0), likeness(3, 0)) == (1, 0, 1, 0)
    assert 0 < likeness(8, 40) < 1
