"""Which words of the library answer, and whether they stand one after the other, said in two ways."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.fulltext.in_order import InOrder
from zzpreader.fulltext.vocabulary import Vocabulary
from zzpreader.model.passages import Row, Word
from zzpreader.model.query import letters_in

WORDS = st.text("ae-'z", min_size=1, max_size=5).filter(letters_in)

TERMS = st.lists(st.text("aez-'", min_size=1, max_size=9).filter(lambda word: word.strip("-'")), unique=True)
ANSWERING = st.lists(st.sampled_from(["a", "a+", "aa", "b", "c"]), max_size=3, unique=True)


@given(WORDS, TERMS, st.booleans(), st.booleans(), st.booleans())
def test_the_vocabulary_knows_all_words_that_answer_and_no_others(typed, terms, as_written, is_open, is_alone):
    vocabulary, word = Vocabulary(), Word(typed, as_written=as_written, is_open=is_open, is_alone=is_alone)
    vocabulary.add(enumerate(terms, start=1))
    found = vocabulary.answering(word)
    assert len(found) == len(set(found))
    assert set(found) == {term for term in terms if word.span_in(term)}


@given(st.lists(ANSWERING, min_size=1, max_size=3), st.lists(st.sampled_from(["a", "a+", "aa", "b", "c", "d"])))
def test_words_stand_in_order_where_each_is_one_that_answers(answering, text):
    row = Row(Word(str(n)) for n in range(len(answering)))
    known = dict(zip(row.words, answering, strict=True))
    wanted, unwanted = InOrder([([[row]], [])], known.__getitem__), InOrder([([], [[row]])], known.__getitem__)
    stands = any(
        all(word in words for word, words in zip(text[at:], answering, strict=False))
        for at in range(len(text) - len(answering) + 1)
    )
    assert wanted.holds(" ".join(text)) == stands
    assert unwanted.holds(" ".join(text)) != stands
