"""Both texts can be read back from what differs between them."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.differences import Piece, Side, differences

words = st.lists(st.sampled_from(("een", "twee", "drie", ",", "\n", " "))).map(" ".join)


@given(words, words)
def test_both_texts_are_in_the_pieces(one, other):
    pieces = differences(one, other)
    assert "".join(piece.text for piece in pieces if piece.side is not Side.OTHER) == one
    assert "".join(piece.text for piece in pieces if piece.side is not Side.ONE) == other


def test_a_word_that_was_replaced_is_the_only_difference():
    pieces = differences("De wijk is te klein.", "De stad is te klein.")
    assert pieces == [
        Piece(Side.BOTH, "De "),
        Piece(Side.ONE, "wijk "),
        Piece(Side.OTHER, "stad "),
        Piece(Side.BOTH, "is te klein."),
    ]


def test_a_long_text_is_compared_by_its_lines():
    one = "".join(f"Regel {n}\n" for n in range(3000))
    changed = one.replace("Regel 7\n", "Anders\n").replace("Regel 2900\n", "Slot\n")
    assert [piece for piece in differences(one, changed) if piece.side is not Side.BOTH] == [
        Piece(Side.ONE, "Regel 7\n"),
        Piece(Side.OTHER, "Anders\n"),
        Piece(Side.ONE, "Regel 2900\n"),
        Piece(Side.OTHER, "Slot\n"),
    ]


def test_of_a_text_that_repeats_itself_only_the_ends_are_compared():
    sides = [piece.side for piece in differences("a " + "x\n" * 5000 + "b", "c " + "x\n" * 5001 + "d")]
    assert sides == [Side.ONE, Side.OTHER]
