"""The living memo: what was generated is generated anew, what its author has written between stays where it was."""

from collections.abc import Callable, Sequence

from msgspec import Struct


def _same_lines(old: str, new: str) -> bool:
    """Blanks at the ends of lines and around the block are nothing."""
    one, other = ([line.rstrip() for line in text.strip().splitlines()] for text in (old, new))
    return one == other


class Piece(Struct, frozen=True):
    """A stretch of a document.

    Args:
        id: of the generated block; empty for the author's own text.
        text: with the blank lines behind it.
    """

    id: str
    text: str


def renewed(old: Sequence[Piece], new: Sequence[Piece], same: Callable[[str, str], bool] = _same_lines) -> list[Piece]:
    """`new` in its order, with the own text of `old` in its places.

    Own text stays behind the generated block that it stood behind; if that is no more, behind the last one before it
    that is still there, else at the top. Not a sign of it is lost. A block that says the same is taken from `old`.

    Args:
        same: whether an old and a new block say the same.
    """
    still_there = {piece.id for piece in new}
    own: dict[str, list[Piece]] = {}
    before: dict[str, Piece] = {}
    behind = ""
    for piece in old:
        if not piece.id or piece.id in before:  # a copy of a block is the author's
            own.setdefault(behind, []).append(piece)
        elif piece.id in still_there:
            behind = piece.id
            before[piece.id] = piece
    result = list(own.get("", ()))
    for piece in new:
        there = before.get(piece.id)
        result += [there if there and same(there.text, piece.text) else piece, *own.get(piece.id, ())]
    return result
