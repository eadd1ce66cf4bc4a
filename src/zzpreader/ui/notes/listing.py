"""Annotations in an order, and the rows in which those that are wanted are listed. Pure.

A change of one annotation looks at its neighbours only: a list of ten thousand is kept up in a fraction of a
millisecond.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from zzpreader.model.annotation import Annotation
from zzpreader.model.order import Key


class Heading(NamedTuple):
    """A row between annotations; it cannot be chosen."""

    id: str
    title: str


Row = Annotation | Heading
Wants = Callable[[Annotation], bool]
Group = Callable[[Annotation], Heading | None]
_Place = tuple[Key, int]
"""Where a row stands: the annotation's key, and 0 for the heading above it or 1 for itself."""


class Splice(NamedTuple):
    """From row `first` on, `gone` rows are replaced by those in `come`."""

    first: int
    gone: int
    come: list[Row]
    places: list[_Place]


class Listing:
    """Above each run of annotations with the same heading stands that heading.

    Attributes:
        rows: what is listed.
        found: how many annotations are listed.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.found = 0
        self._places: list[_Place] = []
        self._all: list[tuple[_Place, Annotation]] = []
        self._keys: dict[str, Key] = {}
        self._key: Callable[[Annotation], Key] = lambda one: (one.id,)
        self._wants: Wants | None = None
        self._group: Group = lambda _one: None

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Annotation]:
        """All of them in their order, wanted or not."""
        return (one for _, one in self._all)

    def row_of(self, annotation_id: str) -> int:
        """-1 for one that is not among the rows. Cost: O(log rows)."""
        key = self._keys.get(annotation_id)
        if key is None:
            return -1
        place = (key, 1)
        row = bisect_left(self._places, place)
        return row if row < len(self._places) and self._places[row] == place else -1

    def load(self, annotations: Iterable[Annotation], key: Callable[[Annotation], Key]) -> Iterator[None]:
        """Other annotations, or another order, in steps; the rows are those of before until `ask`."""
        every: list[tuple[_Place, Annotation]] = []
        for one in annotations:
            every.append(((key(one), 1), one))
            yield
        self._key = key
        self._all = sorted(every, key=_first)
        yield
        self._keys = {one.id: place[0] for place, one in self._all}

    def ask(self, wants: Wants | None, group: Group) -> Splice:
        """All rows anew, for `apply`.

        Args:
            wants: which ones are listed; None: all.
        """
        self._wants, self._group = wants, group
        found = [pair for pair in self._all if wants(pair[1])] if wants else self._all
        self.found = len(found)
        return Splice(0, len(self.rows), *_with_headings(found, group, None))

    def take(self, annotation_id: str, after: Annotation | None, *, stay: bool = False) -> Iterator[Splice]:
        """One annotation has another value now, None for gone. Apply each splice before the next one is asked for.

        Args:
            stay: it is listed where it is, whatever its new value says.
        """
        before = self._keys.get(annotation_id)
        key = before if stay and before else (self._key(after) if after else None)
        row = self.row_of(annotation_id)
        self.found -= row >= 0
        listed = after is not None and (stay or self._wants is None or self._wants(after))
        self.found += listed
        if before is not None:
            del self._all[bisect_left(self._all, (before, 1), key=_first)]
            del self._keys[annotation_id]
        if after is not None and key is not None:
            insort(self._all, ((key, 1), after), key=_first)
            self._keys[annotation_id] = key
        if row >= 0 and before is not None and not (listed and key == before):
            yield self._around(before, None)
        if listed and after is not None and key is not None:
            yield self._around(key, after)

    def apply(self, splice: Splice) -> None:
        end = splice.first + splice.gone
        self.rows[splice.first : end] = splice.come
        self._places[splice.first : end] = splice.places

    def _around(self, key: Key, one: Annotation | None) -> Splice:
        """What stands at this key, with the annotation below it, whose heading may come or go."""
        first = bisect_left(self._places, (key, 0))
        last = first
        while last < len(self.rows) and self._places[last][0] == key:
            last += 1
        found = [((key, 1), one)] if one else []
        if last < len(self.rows):
            below = (self._places[last][0], 1)
            last += 2 if isinstance(self.rows[last], Heading) else 1
            following = self.rows[last - 1]
            assert isinstance(following, Annotation)
            found.append((below, following))
        above = self.rows[first - 1] if first else None
        heading = self._group(above) if isinstance(above, Annotation) else None
        return Splice(first, last - first, *_with_headings(found, self._group, heading))


def in_parts(splice: Splice, most: int) -> Iterator[Splice]:
    """The same in several, one after the other, of so many rows each; in one where rows go."""
    if splice.gone or not splice.come:
        yield splice
        return
    for n in range(0, len(splice.come), most):
        yield Splice(splice.first + n, 0, splice.come[n : n + most], splice.places[n : n + most])


def _with_headings(
    found: Sequence[tuple[_Place, Annotation]], group: Group, last: Heading | None
) -> tuple[list[Row], list[_Place]]:
    rows: list[Row] = []
    places: list[_Place] = []
    for place, one in found:
        heading = group(one)
        if heading is not last:
            last = heading
            if heading:
                rows.append(heading)
                places.append((place[0], 0))
        rows.append(one)
        places.append(place)
    return rows, places


def _first(pair: tuple[_Place, Annotation]) -> _Place:
    return pair[0]
