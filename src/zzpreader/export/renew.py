"""The living memo: what was generated is generated anew, what its author has written between stays where it was."""

from collections.abc import Sequence

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A stretch of a document.

    Args:
        id: of the generated block; empty for the author's own text.
        text: with the blank lines behind it.
    """

    id: str
    text: str


def renewed(old: Sequence[Piece], new: Sequence[Piece]) -> list[Piece]:
    """`new` in its order, with the own text of `old` in its places.

    Own text stays behind the generated block that it stood behind; if that is no more, behind the last one before it
    that is still there, else at the top. Not a sign of it is lost. A block that says the same is taken from `old`.
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
        result += [_unchanged(piece, before.get(piece.id)), *own.get(piece.id, ())]
    return result


def _unchanged(piece: Piece, old: Piece | None) -> Piece:
    return old if old and _said(old.text) == _said(piece.text) else piece


def _said(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]
