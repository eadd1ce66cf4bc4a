"""Thousands of titles as two strings: little memory, and those with some words are found in a millisecond."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zzpreader.model.folding import fold


class Titled(NamedTuple):
    """
    Args:
        name: by which it is found again.
        title: on one line.
        page: as people are told of it.
    """

    name: str
    title: str
    page: str


class Titles:
    def __init__(self, those: Iterable[Titled]) -> None:
        lines = ["\t".join(part.replace("\t", " ") for part in one) for one in those]
        self._lines = "\n".join(lines)
        self._folded = "\n".join(fold(line.split("\t")[1]).text for line in lines)

    def with_words(self, words: Sequence[str]) -> Iterator[Titled]:
        """Those that have all of these in their titles, in their order.

        Args:
            words: folded; parts of words count as well. Without any nothing is found.
        """
        if not words:
            return
        lines: list[str] = []
        rarest, text = max(words, key=len), self._folded
        at = text.find(rarest)
        while at >= 0:
            begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = end if end >= 0 else len(text)
            if all(text.find(word, begin, end) >= 0 for word in words):
                lines = lines or self._lines.split("\n")
                yield Titled(*lines[text.count("\n", 0, begin)].split("\t"))
            at = text.find(rarest, end)
