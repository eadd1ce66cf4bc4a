"""Which ways of typesetting are those of headings.

The weights were set by hand and checked on some 850 looks of 60 documents with bookmarks: nearly all looks of which
most rows are bookmarked weigh above 0.82; code, terms of glossaries, notes and heads of tables weigh less.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from zzpreader.structure.headings import Heading, Look, look_of
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold

CREDIBLE = 0.72
"""Weight from which a look is taken for one of headings where nothing else speaks for it."""

LIKELY = 0.6
"""Weight from which it is taken for one below the levels that a contents list has shown."""

_MANY, _VARIED = 8, 0.6
"""Of so many titles this share must differ: "Note", "Tip" and "Example" come back all the time."""


class _Whole(NamedTuple):
    """What a look is judged against.

    Args:
        rows, letters: of every look; of the rows running heads are left out.
        ends: last rows of all headings.
    """

    rows: Counter[Look]
    letters: Counter[Look]
    ends: frozenset[int]


def credible_looks(text: DocumentText, headings: Sequence[Heading]) -> dict[Look, float]:
    """Looks that are likely those of headings, each with how sure that is, `LIKELY` to 1."""
    by_look: dict[Look, list[Heading]] = defaultdict(list)
    for heading in headings:
        by_look[heading.look].append(heading)
    letters: Counter[Look] = Counter()
    for row in text.rows:
        letters[look_of(row)._replace(capitals=False)] += len(row.text)
    whole = _Whole(
        rows=Counter(look_of(row)._replace(capitals=False) for n, row in enumerate(text.rows) if n not in text.running),
        letters=letters,
        ends=frozenset(heading.rows[-1] for heading in headings),
    )
    sure = {look: _weight(text, look, alike, whole) for look, alike in by_look.items() if _is_varied(alike)}
    floor = _floor({look: by_look[look] for look, weight in sure.items() if weight > CREDIBLE})
    return {
        look: min(weight, 1.0)
        for look, weight in sure.items()
        if weight > LIKELY
        and (look.size >= floor or look.size > text.body.size + 0.4 or _numbered(by_look[look]) > 0.4)
    }


def _is_varied(alike: Sequence[Heading]) -> bool:
    return len(alike) < _MANY or len({fold(heading.text) for heading in alike}) >= _VARIED * len(alike)


def _floor(by_look: dict[Look, list[Heading]]) -> float:
    """The size of the smallest look whose headings are numbered 1.1 or deeper; 0 if there is none.

    Where sections have such numbers, what is set smaller without one is no section.
    """
    sizes = [
        look.size
        for look, alike in by_look.items()
        if len(alike) >= 3 and sum(bool(h.number and h.number.depth > 1) for h in alike) > 0.6 * len(alike)
    ]
    return min(sizes, default=0.0)


def _numbered(alike: Sequence[Heading]) -> float:
    return sum(heading.number is not None for heading in alike) / len(alike)


def _weight(text: DocumentText, look: Look, alike: Sequence[Heading], whole: _Whole) -> float:
    """Headings use a look up, lead what follows, have white above, are larger or bold, numbered, few and not wordy."""
    plain = look._replace(capitals=False, numbered=False)
    share = sum(len(heading.rows) for heading in alike) / max(1, whole.rows[plain]) if not look.numbered else 1.0
    said = whole.letters[plain] / whole.letters.total() if not look.numbered else 0.0
    spaced = median(3.0 if heading.gap < -0.5 else min(heading.gap, 3.0) for heading in alike)
    led = sum(_leads(text, heading) for heading in alike) / len(alike)
    dense = len(alike) / len({heading.page for heading in alike})
    larger = look.size - text.body.size
    weight = 0.35 * share + 0.25 * led + 0.2 * min(spaced, 1.0) + 0.1 * min(max(larger, 0.0) / 2, 1.0)
    weight += 0.1 * _numbered(alike) + 0.1 * look.bold
    weight -= 0.06 * max(0.0, dense - 3) + 2.0 * max(0.0, said - 0.12)
    if len(alike) == 1:
        weight -= 0.1 if larger > 2 else 0.3
    return weight - 0.6 * (larger < 0.15 * text.body.size and _is_byline(look, alike, whole))


def _is_byline(look: Look, alike: Sequence[Heading], whole: _Whole) -> bool:
    """Authors and mottoes stand right below the headings."""
    below = sum(heading.rows[0] - 1 in whole.ends for heading in alike)
    return len(alike) > 2 and below >= 0.8 * len(alike) and not look.bold and not _numbered(alike)


def _leads(text: DocumentText, heading: Heading) -> bool:
    """Whether text or another heading follows, rather than the end of the page or more of the same."""
    after = heading.rows[-1] + 1
    if after >= len(text.rows) or text.rows[after].page != heading.page:
        return False
    return (
        look_of(text.rows[after])._replace(capitals=heading.look.capitals, numbered=heading.look.numbered)
        != heading.look
    )
