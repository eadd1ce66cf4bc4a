"""Every word that stands in the library, and which of them answer to a word of a query."""

from collections.abc import Iterable, Iterator
from itertools import chain

from zzpreader.model.passages import Word
from zzpreader.model.query import letters_in

_SHORT = 3


class Vocabulary:
    """One long string, for looking through that takes a millisecond where a loop over words would take a hundred.

    A line is the word's letters, and behind a tab the word itself if it has hyphens or apostrophes.
    """

    def __init__(self) -> None:
        self._lines = self._joined = "\n"
        self.last = 0

    def add(self, terms: Iterable[tuple[int, str]]) -> None:
        lines: list[str] = []
        joined: list[str] = []
        for n, term in terms:
            letters = letters_in(term)
            if letters == term:
                lines.append(term)
            else:
                joined.append(f"{letters}\t{term}")
            self.last = n
        self._lines += "".join(f"{one}\n" for one in chain(lines, joined))
        self._joined += "".join(f"{one}\n" for one in joined)

    def answering(self, word: Word) -> list[str]:
        """The nearest to what was asked first."""
        found: dict[str, int] = {}
        is_exact = word.is_as_written and not word.beginning
        for root in word.plain_roots:
            for term in self._exactly(root, word) if is_exact else self._with(root, self._lines, word):
                if term not in found and (span := word.span_in(term)):
                    found[term] = len(term) - (span[1] - span[0])
        return sorted(found, key=lambda term: (found[term], len(term), term))

    def _exactly(self, root: str, word: Word) -> Iterator[str]:
        """The word itself, and those with a hyphen or apostrophe, of which it may be a part."""
        if f"\n{root}\n" in self._lines:
            yield root
        yield from self._with(root, self._joined, word)

    def _with(self, root: str, lines: str, word: Word) -> Iterator[str]:
        """A short root stands where words begin, and where their parts behind a hyphen or apostrophe do."""
        if len(root) >= _SHORT:
            yield from _lines_with(root, lines)
        else:
            yield from _lines_with(f"\n{root}", lines)
            for sign in "-'" if word.is_in_parts else "":
                yield from _lines_with(sign + root, self._joined)


def _lines_with(sought: str, lines: str) -> Iterator[str]:
    at = lines.find(sought)
    while at >= 0:
        begin = at + 1 if sought[0] == "\n" else lines.rfind("\n", 0, at) + 1
        end = lines.index("\n", at + 1)
        line = lines[begin:end]
        yield line[line.find("\t") + 1 :]
        at = lines.find(sought, end)
