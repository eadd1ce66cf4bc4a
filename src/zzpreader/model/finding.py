"""Where in a new edition a passage of the old one stands, and how surely.

A score says how like the words, what was before and after them, and their place are. It is made so that from `ACCEPT`
on a reader need not be asked, and that below `ASK` there is nothing to ask about.
"""

from collections.abc import Generator, Iterable, Sequence
from typing import NamedTuple

from zzpreader.model.alignment import Located, likeness, locate
from zzpreader.model.kept import Landmarks, Run, scan
from zzpreader.model.letters import Letters

ACCEPT = 0.85
ASK = 0.60
DOUBTFUL = ACCEPT - 0.01
"""The most that a passage gets which something speaks against."""

CONTEXT = 48
"""Letters before and after the words that are compared."""

_WORDS, _BESIDE, _PLACE = 0.5, 0.2, 0.1
_SURE_OF_ITSELF = 80
"""Letters from which words need nothing around them to be recognised; these then count for 0.85."""

_RELATED = 0.4
"""The share of letters that can be others in what is a reworded sentence all the same."""

_ALONE = 0.9
_BETWEEN = 3_000
"""Letters between two landmarks among which the same words are the same passage, whatever is around them."""

_CLAIMED = 0.5
_PARTLY_CLAIMED = 0.15
_CLOSE = 0.05
_SHORT = 8
_LONG = 2_000
_END = 1_000
_SEED = 9
_MOST_SEEDS = 200
_MOST_HITS = 64
_MOST_PLACES = 6
_BAND = 64
_MOST_SLACK = 4_000
_NEAR_HOME = 100
_FEWEST_LEFT = 0.2


class Sought(NamedTuple):
    """
    Args:
        words, before, after: letters of the passage and of what was around it.
        own: where it was; letters of the old edition, or where its texts are not there, numbers with the same order.
        home: letters of the new edition that its section has; None if it has none there.
        is_read: whether the old edition's texts say all this.
    """

    words: str
    before: str
    after: str
    own: tuple[int, int] | None
    home: tuple[int, int] | None
    is_read: bool

    @property
    def all(self) -> str:
        return self.before + self.words + self.after


class Sighting(NamedTuple):
    """
    Args:
        start, end: letters of the new edition.
        is_in_turn: whether it stands between what was around it in the old one.
        has_twin: whether another place is so like this one that nobody can tell which was meant.
    """

    start: int
    end: int
    score: float
    is_in_turn: bool = True
    has_twin: bool = False


class Finder:
    """
    Args:
        old: None where the old edition's texts are not there.
    """

    def __init__(self, old: Letters | None, new: Letters, landmarks: Landmarks) -> None:
        self._old = old
        self._new = new
        self._landmarks = landmarks

    def surely(self, sought: Sought) -> Sighting | None:
        """The passage where it stands with all around it as it was."""
        if not (sought.own and sought.is_read):
            return None
        start, end = sought.own
        run = self._landmarks.kept(start - len(sought.before), end + len(sought.after))
        if run is None:
            return None
        here = start - run.old + run.new, end - run.old + run.new
        if self._landmarks.claimed(*here, sought.own) > 0:
            return None
        return Sighting(*here, 1.0, self._landmarks.in_turn(sought.own, *here) is not False)

    def verbatim(self, sought: Sought) -> list[Sighting]:
        """The passages that have the very words, if there are such; the most likely ones."""
        places = self._places_of(sought)
        run = self._landmarks.kept(*sought.own) if sought.own and sought.is_read else None
        kept = [sought.own[0] - run.old + run.new] if run and sought.own else []
        likely = sorted({*places, *kept}, key=lambda at: self._around(sought, at), reverse=True)[:_MOST_PLACES]
        text, length = self._new.text, len(sought.words)
        edits: dict[int, tuple[int, int, int]] = {}
        for at in {*likely, *kept}:
            before = text[max(0, at - len(sought.before) - _SHORT) : at]
            after = text[at + length : at + length + len(sought.after) + _SHORT]
            edits[at] = locate("", sought.before, "", before).edits, 0, locate("", sought.after, "", after).edits
        is_only = len(places) == 1
        has_twin = sum(_is_alike_around(sought, some) for some in edits.values()) > 1
        found = [
            self._judged(sought, at, at + length, some, is_only, has_twin, run if at in kept else None)
            for at, some in edits.items()
        ]
        return [one for one in found if one]

    def _places_of(self, sought: Sought) -> list[int]:
        beside = 2 * _SHORT
        before, after = sought.before[-beside:], sought.after[:beside]
        keys = {before + sought.words: len(before), sought.words + after: 0}
        if len(sought.words) >= _SHORT:
            keys = {sought.words: 0}
        text = self._new.text
        places: list[int] = []
        for key, skipped in keys.items():
            at = text.find(key) if len(key) >= _SHORT else -1
            while at >= 0:
                places.append(at + skipped)
                at = text.find(key, at + 1)
        whole = [at for at in places if self._new.are_words(at, at + len(sought.words))]
        return whole or places

    def _around(self, sought: Sought, at: int) -> float:
        """How likely one of many places is, at first sight."""
        text = self._new.text
        before = _shared(reversed(text[max(0, at - CONTEXT) : at]), reversed(sought.before))
        end = at + len(sought.words)
        after = _shared(text[end : end + CONTEXT], sought.after)
        in_turn = sought.own and self._landmarks.in_turn(sought.own, at, end)
        return before + after + CONTEXT / 4 * (bool(in_turn) + bool(self._is_home(sought, at)))

    def windows(self, wanted: Sequence[Sought]) -> Generator[float, None, list[list[tuple[int, int]]]]:
        """For each passage the stretches of the new edition that have something of it. One look for all of them."""
        seeds = [_seeds(sought.all) for sought in wanted]
        hits = yield from scan(self._new.text, {seed for some in seeds for seed in some}, _SEED)
        return [
            [*self._gap(sought), *_bands(some, hits, len(sought.all))]
            for sought, some in zip(wanted, seeds, strict=True)
        ]

    def _gap(self, sought: Sought) -> list[tuple[int, int]]:
        """What stands now between what was around it."""
        before, after = self._landmarks.around(sought.own) if sought.own and sought.is_read else (None, None)
        if not (before and after and sought.own):
            return []
        slack = CONTEXT + _BAND
        first = min(before.new_end, before.new + sought.own[0] - before.old) - slack
        last = max(after.new, after.new_end - after.old_end + sought.own[1]) + slack
        return [(first, last)] if 0 < last - first < 4 * len(sought.all) + 4 * slack else []

    def alike(self, sought: Sought, windows: Iterable[tuple[int, int]]) -> list[Sighting]:
        """The passages in these stretches whose words are like those that are sought."""
        found: list[Sighting | None] = []
        for first, last in windows:
            since = max(0, first)
            place = _ends(sought, self._new.text[since:last]) if len(sought.words) > _LONG else None
            place = place or locate(sought.before, sought.words, sought.after, self._new.text[since : max(last, since)])
            start, end = self._new.to_words(since + place.start, since + place.end)
            edits = place.edits_before, place.edits, place.edits_after
            found.append(self._judged(sought, start, end, edits))
        return [one for one in found if one]

    def _judged(
        self,
        sought: Sought,
        start: int,
        end: int,
        edits: tuple[int, int, int],
        is_only: bool = False,
        has_twin: bool = False,
        kept: Run | None = None,
    ) -> Sighting | None:
        """None for what is another passage, or not much of any.

        Args:
            edits: before, in and after the words.
            is_only: whether the very words stand nowhere else in the new edition.
            has_twin: whether they do, with something around them of what was there.
            kept: the run that says that they are here.
        """
        if end - start <= _FEWEST_LEFT * len(sought.words):
            return None
        claimed = self._landmarks.claimed(start, end, sought.own)
        if claimed >= _CLAIMED or (edits[1] and self._stood_elsewhere(sought, start, end)):
            return None
        length = max(len(sought.words), end - start)
        words = likeness(edits[1], length)
        before, after = likeness(edits[0], len(sought.before)), likeness(edits[2], len(sought.after))
        if not sought.before or not sought.after:
            before = after = before if sought.before else after if sought.after else 0.0
        in_turn = self._landmarks.in_turn(sought.own, start, end) if sought.own else None
        is_home = self._is_home(sought, start)
        known = [answer for answer in (in_turn, is_home) if answer is not None]
        place = sum(known) / len(known) if known else 0.5
        score = _score(words, before, after, place, self._weight(sought, kept))
        is_lost = max(before, after) < 0.5
        if not sought.is_read:
            near = self._landmarks.is_near(sought.own, start) if sought.own else None
            is_there = in_turn is not False and near is not False and is_home is not False
            is_sure = not any(edits) and is_there
        elif edits[1]:
            is_sure = not is_lost and length <= _LONG
            score = max(score, _kinship(edits[1] / length, len(sought.words)))
        elif in_turn and self._is_alone_between(sought, start, end):
            is_sure = True
            score = max(score, _ALONE)
        else:
            was_only = self._was_only(sought)
            is_sure = bool(kept or was_only) and not (is_lost and not in_turn and not (is_only and was_only))
        if claimed >= _PARTLY_CLAIMED or not is_sure:
            score = min(score, DOUBTFUL)
        is_in_turn = in_turn is not False and not (is_lost and is_home is False)
        return Sighting(start, end, score, is_in_turn, has_twin and not sought.is_read)

    def _weight(self, sought: Sought, kept: Run | None) -> int:
        """How many letters speak for themselves: those around the words too, where they still stand together."""
        if kept is None or sought.own is None:
            return len(sought.words)
        margin = min(sought.own[0] - kept.old, kept.old_end - sought.own[1])
        return kept.length if margin >= _SHORT or len(sought.words) >= 2 * _SHORT else len(sought.words)

    def _is_home(self, sought: Sought, at: int) -> bool | None:
        return sought.home and sought.home[0] - _NEAR_HOME <= at < sought.home[1] + _NEAR_HOME

    def _stood_elsewhere(self, sought: Sought, start: int, end: int) -> bool:
        """Whether these very words, which are not those that are sought, were another passage of the old edition."""
        if self._old is None or sought.own is None or end - start < _SEED:
            return False
        words, (first, last) = self._new.text[start:end], sought.own
        at = self._old.text.find(words)
        while first <= at < last:
            at = self._old.text.find(words, at + 1)
        return at >= 0

    def _was_only(self, sought: Sought) -> bool:
        return self._old is not None and self._old.text.count(sought.words) == 1

    def _is_alone_between(self, sought: Sought, start: int, end: int) -> bool:
        """Whether these words stood once between two landmarks, and stand there once."""
        before, after = self._landmarks.around(sought.own) if sought.own else (None, None)
        if not (before and after and self._old and sought.own) or len(sought.words) < _SHORT:
            return False
        first, last = min(before.new_end, start), max(after.new, end)
        was_first, was_last = min(before.old_end, sought.own[0]), max(after.old, sought.own[1])
        return (
            max(last - first, was_last - was_first) <= _BETWEEN
            and self._new.text.count(sought.words, first, last) == 1
            and self._old.text.count(sought.words, was_first, was_last) == 1
        )


def best(sightings: Iterable[Sighting]) -> Sighting | None:
    """The one with the highest score; doubtful if it has a twin, or another place has nearly the same score."""
    ranked = sorted(sightings, key=lambda one: one.score, reverse=True)
    if not ranked:
        return None
    first = ranked[0]
    others = [one for one in ranked if one.end <= first.start or first.end <= one.start]
    if first.has_twin or (others and others[0].score >= first.score - _CLOSE):
        return first._replace(score=min(first.score, DOUBTFUL))
    return first


def _is_alike_around(sought: Sought, edits: tuple[int, int, int]) -> bool:
    return max(likeness(edits[0], len(sought.before)), likeness(edits[2], len(sought.after))) >= 0.5


def _score(words: float, before: float, after: float, place: float, length: int) -> float:
    """The more letters there are, the less what is around them counts."""
    own = min(1.0, length / _SURE_OF_ITSELF)
    plain = _WORDS * words + _BESIDE * (before + after) + _PLACE * place
    by_words = (
        (_WORDS + 0.35 * own) * words + (_BESIDE - 0.15 * own) * (before + after) + _PLACE * (1 - own / 2) * place
    )
    return max(plain, by_words)


def _kinship(changed: float, length: int) -> float:
    """What many letters in common are worth by themselves: enough to ask, never to be sure.

    Args:
        changed: the share of letters that are others.
    """
    return ASK + (_RELATED - changed) / 2 if changed <= _RELATED and length >= _SURE_OF_ITSELF / 2 else 0.0


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _seeds(letters: str) -> dict[str, int]:
    step = max(_SEED // 2, len(letters) // _MOST_SEEDS)
    return {letters[n : n + _SEED]: n for n in range(0, len(letters) - _SEED + 1, step)}


def _bands(seeds: dict[str, int], hits: dict[str, list[int]], length: int) -> list[tuple[int, int]]:
    """Stretches in which most seeds stand as far from each other as they should."""
    bands: dict[int, set[int]] = {}
    for seed, at in seeds.items():
        places = hits.get(seed, [])
        for place in places if len(places) <= _MOST_HITS else ():
            band = (place - at) // _BAND
            bands.setdefault(band, set()).add(at)
            bands.setdefault(band + 1, set()).add(at)
    slack = min(_BAND + length // 4, _MOST_SLACK)
    likely = sorted(bands, key=lambda band: (-len(bands[band]), band))
    chosen: list[int] = []
    for band in likely:
        if len(chosen) < _MOST_PLACES and not {band - 1, band + 1} & set(chosen):
            chosen.append(band)
    return [((band - 1) * _BAND - slack, (band + 1) * _BAND + length + slack) for band in chosen]


def _ends(sought: Sought, text: str) -> Located:
    """For a passage that is too long to be compared letter by letter: where it begins and where it ends."""
    reach = len(text) // 2
    head = locate(sought.before, sought.words[:_END], "", text[:reach])
    tail = locate("", sought.words[-_END:], sought.after, text[reach:])
    length = reach + tail.end - head.start
    edits = (head.edits + tail.edits) * len(sought.words) // (2 * _END) + abs(length - len(sought.words))
    return Located(head.start, reach + tail.end, head.edits_before, edits, tail.edits_after)
