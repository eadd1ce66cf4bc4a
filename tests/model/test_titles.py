"""Titles are found by all words that are typed, as if each were looked at."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.folding import fold
from zzpreader.model.titles import Titled, Titles

LINES = st.lists(st.text("aAbé’ ", min_size=1, max_size=6).map(lambda text: f"x{text}"), max_size=8)
WORDS = st.lists(st.text("abex'", min_size=1, max_size=2), max_size=3)


@given(LINES, WORDS)
def test_titles_with_all_words_are_found_in_their_order(lines, words):
    titles = Titles(Titled(str(n), line, f"p{n}") for n, line in enumerate(lines))
    wanted = [n for n, line in enumerate(lines) if words and all(word in fold(line).text for word in words)]
    found = list(titles.with_words(words))
    assert [int(one.name) for one in found] == wanted
    assert [(one.title, one.page) for one in found] == [(lines[n], f"p{n}") for n in wanted]


def test_a_tab_in_a_title_does_not_part_it():
    assert list(Titles([Titled("1", "een\ttab", "2")]).with_words(["tab"])) == [Titled("1", "een tab", "2")]
