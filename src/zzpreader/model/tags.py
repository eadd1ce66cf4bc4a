"""The tags of a notebook, and those a reader starts with."""

from collections import Counter
from collections.abc import Iterable, Sequence

STARTER_TAGS = ("aanleiding", "beslispunten", "argumenten", "kanttekeningen", "financiën", "uitvoering")
"""Named after the headings of a Dutch council proposal. They are data: the same in every language of the interface."""


class TagCounts:
    """How often each tag is used; in whatever case it is written, it is one."""

    def __init__(self, tags: Iterable[str] = ()) -> None:
        self._spellings: dict[str, Counter[str]] = {}
        self.add(tags)

    def add(self, tags: Iterable[str]) -> None:
        for tag in tags:
            self._spellings.setdefault(tag.casefold(), Counter())[tag] += 1

    def remove(self, tags: Iterable[str]) -> None:
        """Tags that were added before."""
        for tag in tags:
            spellings = self._spellings[tag.casefold()]
            spellings[tag] -= 1
            if not spellings[tag]:
                del spellings[tag]
            if not spellings:
                del self._spellings[tag.casefold()]

    @property
    def names(self) -> list[str]:
        """Each once by the alphabet, as it is written most often."""
        return [self._spellings[key].most_common(1)[0][0] for key in sorted(self._spellings)]


def proposals(used: Sequence[str], starters: Sequence[str]) -> list[str]:
    """What can be chosen while a tag is typed: the starters in their own order, then the others in use."""
    known = {tag.casefold() for tag in starters}
    return [*starters, *(tag for tag in used if tag.casefold() not in known)]


def retagged(tags: Iterable[str], add: Iterable[str], remove: Iterable[str]) -> tuple[str, ...]:
    """The tags without those in `remove` and with those in `add` behind them, each once."""
    gone = {tag.casefold() for tag in remove}
    kept = [tag for tag in tags if tag.casefold() not in gone]
    have = {tag.casefold() for tag in kept}
    return (*kept, *(tag for tag in add if tag.casefold() not in have))
