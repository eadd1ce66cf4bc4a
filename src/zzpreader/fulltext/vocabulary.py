"""Every word that stands in the library, and which of them answer to a word of a query."""

from collections.abc import Iterable, Iterator

from zzpreader.model.passages import Word
from zzpreader.model.query import letters_in

_SHORT = 3


class Vocabulary:
    """One long string, for looking through that takes a millisecond where a loop over words would take a hundred.

    A line is the word's letters, and behind a tab the word itself if it has hyphens or apostrophes.
    """

    def __init__(self) -> None:
        self._lines = "\n"
        self.last = 0

    def add(self, terms: Iterable[tuple[int, str]]) -> None:
        lines: list[str] = []
        for n, term in terms:
            letters = letters_in(term)
            lines.append(letters if letters == term else f"{letters}\t{term}")
            self.last = n
        if lines:
            self._lines += "\n".join(lines) + "\n"

    def answering(self, word: Word) -> list[str]:
        """The nearest to what was asked first."""
        found: dict[str, int] = {}
        for root in word.plain_roots:
            for term in self._with(root):
                if term not in found and (span := word.span_in(term)):
                    found[term] = len(term) - (span[1] - span[0])
        return sorted(found, key=lambda term: (found[term], len(term), term))

    def _with(self, root: str) -> Iterator[str]:
        lines = self._lines
        sought = root if len(root) >= _SHORT else f"\n{root}"
        at = lines.find(sought)
        while at >= 0:
            begin = at + 1 if sought[0] == "\n" else lines.rfind("\n", 0, at) + 1
            end = lines.index("\n", at + 1)
            line = lines[begin:end]
            yield line[line.find("\t") + 1 :]
            at = lines.find(sought, end)
