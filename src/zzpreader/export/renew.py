"""The living memo: what was generated is generated anew, what its author has written between stays where it was."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct


def _same_lines(old: str, new: str) -> bool:
    """Blanks at the ends of lines and around the block are nothing."""
    one, other = ([line.rstrip() for line in text.strip().splitlines()] for text in (old, new))
    return one == other


def digest_of(text: str) -> str:
    """Eight hexadecimal digits; blanks do not count."""
    return blake2b(" ".join(text.split()).encode(errors="surrogatepass"), digest_size=4).hexdigest()


class Piece(Struct, frozen=True):
    """A stretch of a document.

    Args:
        id: of the generated block; empty for the author's own text.
        text: with the blank lines behind it.
    """

    id: str
    text: str


class Written:
    """What an export says of its generated blocks: which words each had when it was written.

    By that a block is known in which its author has typed since.

    Args:
        digests: by id; one that is not there counts as untouched.
        digest: of a block's words.
        bare: the block without what makes it one of ours.
    """

    def __init__(
        self,
        digests: Mapping[str, str] | None = None,
        digest: Callable[[str], str] = digest_of,
        bare: Callable[[str], str] = str,
    ) -> None:
        self._digests, self._digest, self._bare = digests or {}, digest, bare

    def is_touched(self, piece: Piece) -> bool:
        return piece.id in self._digests and self._digest(piece.text) != self._digests[piece.id]

    def says(self, piece: Piece) -> bool:
        """Whether this is what was written then."""
        return self._digests.get(piece.id) == self._digest(piece.text)

    def freed(self, piece: Piece) -> Piece:
        """The author's own from now on."""
        return Piece("", self._bare(piece.text))


def renewed(
    old: Sequence[Piece],
    new: Sequence[Piece],
    same: Callable[[str, str], bool] = _same_lines,
    written: Written | None = None,
) -> list[Piece]:
    """`new` in its order, with the own text of `old` in its places.

    Own text stays behind the generated block that it stood behind; if that is no more, behind the last one before it
    that is still there, else at the top. Not a sign of it is lost. A block that says the same is taken from `old`.
    One in which the author has typed stays as it is as long as its note does; then it stands behind the new one, as
    own text.

    Args:
        same: whether an old and a new block say the same.
    """
    written = written or Written()
    coming = {piece.id: piece for piece in new}
    own: dict[str, list[Piece]] = {}
    kept: dict[str, Piece] = {}
    met: set[str] = set()
    behind = ""
    for piece in old:
        if not piece.id or piece.id in met:  # a copy of a block is the author's
            own.setdefault(behind, []).append(piece)
            continue
        now = coming.get(piece.id)
        if now:
            behind = piece.id
            met.add(piece.id)
        if now and (same(piece.text, now.text) or (written.is_touched(piece) and written.says(now))):
            kept[piece.id] = piece
        elif written.is_touched(piece):
            own.setdefault(behind, []).append(written.freed(piece))
    result = list(own.get("", ()))
    for piece in new:
        result += [kept.get(piece.id, piece), *own.get(piece.id, ())]
    return result
