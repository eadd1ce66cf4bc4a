"""Words that are to stand one after the other, where FTS5 can only be asked for the pages that have all of them."""

from collections.abc import Callable, Sequence

from zzpreader.model.passages import Row, Word

AnsweringTo = Callable[[Word], Sequence[str]]
_Row = list[frozenset[str]]
"""For each word of a row the words of the library that answer to it."""


class InOrder:
    """
    Args:
        clauses: what is wanted and what is not, each in several ways, as `Passages` has them.
        answering: the words of the library that answer to a word.
    """

    def __init__(self, clauses: Sequence[tuple[list[list[Row]], list[list[Row]]]], answering: AnsweringTo) -> None:
        known: dict[Word, frozenset[str]] = {}

        def sets(terms: list[list[Row]]) -> list[list[_Row]]:
            return [
                [[known.setdefault(word, frozenset(answering(word))) for word in row.words] for row in rows]
                for rows in terms
            ]

        self._clauses = [(sets(wanted), sets(unwanted)) for wanted, unwanted in clauses]

    def holds(self, tokens: str) -> bool:
        """Of the words of a page or note, with blanks between them."""
        words = tokens.split()
        return any(
            all(any(_stands(row, words) for row in rows) for rows in wanted)
            and not any(_stands(row, words) for rows in unwanted for row in rows)
            for wanted, unwanted in self._clauses
        )


def _stands(row: _Row, words: list[str]) -> bool:
    first, *others = row
    if not others:
        return not first.isdisjoint(words)
    places = [at for at, word in enumerate(words, start=1) if word in first]
    return any(
        all(word in other for other, word in zip(others, words[at : at + len(others)], strict=True))
        for at in places
        if at + len(others) <= len(words)
    )
