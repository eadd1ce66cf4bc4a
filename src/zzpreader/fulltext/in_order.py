"""Words that are to stand one after the other, where FTS5 can only be asked for the pages that have all of them."""

import re
from collections.abc import Callable, Sequence

from zzpreader.model.passages import Row, Word

AnsweringTo = Callable[[Word], Sequence[str]]

_NOTHING = "(?!)"


class InOrder:
    """
    Args:
        clauses: what is wanted and what is not, each in several ways, as `Passages` has them.
        answering: the words of the library that answer to a word.
    """

    def __init__(self, clauses: Sequence[tuple[list[list[Row]], list[list[Row]]]], answering: AnsweringTo) -> None:
        def word(one: Word) -> str:
            return "|".join(map(re.escape, answering(one))) or _NOTHING

        def patterns(terms: list[list[Row]]) -> list[list[re.Pattern[str]]]:
            # With a blank at either end, so that what all begin with is looked for first: that takes 5 µs a page.
            return [[re.compile(f" (?:{') (?:'.join(map(word, row.words))}) ") for row in rows] for rows in terms]

        self._clauses = [(patterns(wanted), patterns(unwanted)) for wanted, unwanted in clauses]

    def holds(self, tokens: str) -> bool:
        """Of the words of a page or note, with blanks between them."""
        words = f" {tokens} "
        return any(
            all(any(row.search(words) for row in rows) for rows in wanted)
            and not any(row.search(words) for rows in unwanted for row in rows)
            for wanted, unwanted in self._clauses
        )
