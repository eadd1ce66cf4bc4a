"""Finding annotations again in a new edition of their publication.

The section of a mark is found by its title, the mark by its words and what is around them: in its section first, then
anywhere; to the letter first, then by the fewest edits. What the two editions have in common shows what was meant and
what is another passage that only looks like it, so the old edition's texts are of use where they can still be had.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from zzpreader.model.annotation import Annotation, PdfRectsSelector, Selector, TextQuoteSelector, bounds_of
from zzpreader.model.finding import ACCEPT, ASK, DOUBTFUL, Finder, Sighting, Sought, best
from zzpreader.model.folding import clean, fold
from zzpreader.model.kept import Landmarks, Run, kept_runs, part
from zzpreader.model.letters import Letters, gather, letters_of, same_words
from zzpreader.model.matching import match_sections
from zzpreader.model.pages import Place
from zzpreader.model.seeking import After, Before, Seeker, Wanted, section_starts
from zzpreader.model.selectors import Segment, select
from zzpreader.model.spots import beside, in_section, on_page

_BESIDE = 0.97
"""What a spot keeps of its line's score: it can mean something else beside that line."""

_SAME_PAGE = 0.80
_SAME_SECTION = 0.62
_ENOUGH_ALONE = 40
"""Letters that, found once, need no further proof."""


class Status(StrEnum):
    """What has become of a mark. Words that were moved and changed are changed."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    TEXT_CHANGED = "text changed"
    GONE = "gone"


class Found(Struct, frozen=True, kw_only=True):
    """
    Args:
        id: of the annotation.
        score: 0 to 1, of the best place that there is, even if that is not good enough.
        selector: in the new edition; () if it is gone, and for a note sheet.
        scope: id of the section in which it lies now; for what is gone the one in which it was, if that is left.
        old_words, new_words: what was marked, and what is now; for a spot the line beside it, for a sheet the title.
    """

    id: str
    status: Status
    score: float
    selector: tuple[Selector, ...] = ()
    scope: str | None = None
    old_words: str = ""
    new_words: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it can be taken without asking."""
        return self.score >= ACCEPT and self.status is not Status.GONE


def reanchor(
    annotations: Iterable[Annotation],
    before: Before,
    after: After,
    pages: Mapping[int, int] = MappingProxyType({}),
) -> Generator[float, None, tuple[Found, ...]]:
    """What has become of the annotations, in their order.

    Args:
        pages: what `map_pages` says of the two editions; for spots, where the old edition's texts are gone.

    Yields: the share that is done, at least some four times a second in the longest publication.
    """
    new = yield from part(gather(after.texts), 0.0, 0.2)
    old = (yield from part(gather(before.texts), 0.2, 0.4)) if before.texts else None
    marks = tuple(annotations)
    yield 0.4
    same_sections = yield from part(match_sections(before.tree, after.tree), 0.4, 0.405)
    places = yield from part(section_starts(after, new), 0.405, 0.41)
    seeker = Seeker(marks, before, old, new, same_sections, places)
    yield 0.41
    wanted: list[Wanted] = []
    for n, annotation in enumerate(marks):
        wanted.append(seeker.wanted(annotation))
        yield 0.41 + 0.04 * n / len(marks)
    if old:
        runs = yield from part(kept_runs(old.text, new.text), 0.45, 0.6)
    else:
        runs = yield from part(_settled([one.sought for one in wanted if one.sought], new), 0.45, 0.6)
    yield 0.6
    finder = Finder(old, new, Landmarks(runs))
    sightings = yield from part(_sightings([one.sought for one in wanted], finder), 0.6, 0.98)
    teller = _Teller(before, after, new, seeker.same_sections, pages)
    told: list[Found] = []
    for one, sighting in zip(wanted, sightings, strict=True):
        told.append(teller.found(one, sighting))
        yield 0.98 + 0.02 * len(told) / len(wanted)
    return tuple(told)


def _settled(wanted: Sequence[Sought], new: Letters) -> Generator[float, None, list[Run]]:
    """Marks that are beyond doubt, as landmarks for the others."""
    runs: list[Run] = []
    for n, sought in enumerate(wanted):
        yield n / len(wanted)
        at = new.text.find(sought.all) if sought.own and len(sought.all) >= _ENOUGH_ALONE else -1
        if sought.own and at >= 0 and new.text.find(sought.all, at + 1) < 0:
            start = at + len(sought.before)
            runs.append(Run(*sought.own, start, start + len(sought.words)))
    return runs


def _sightings(wanted: Sequence[Sought | None], finder: Finder) -> Generator[float, None, list[Sighting | None]]:
    """The best place of each; those whose words are not found to the letter are looked for together."""
    seen: list[list[Sighting]] = []
    for n, sought in enumerate(wanted):
        sure = finder.surely(sought) if sought else None
        seen.append([sure] if sure else finder.verbatim(sought) if sought else [])
        yield n / (2 * len(wanted))
    unsure = [n for n, some in enumerate(seen) if not (top := best(some)) or top.score < ACCEPT]
    left = {n: sought for n in unsure if (sought := wanted[n])}
    windows = yield from part(finder.windows(list(left.values())), 0.5, 0.7)
    for done, ((n, sought), some) in enumerate(zip(left.items(), windows, strict=True)):
        judged = {(one.start, one.end) for one in seen[n]}
        seen[n] += [one for one in finder.alike(sought, some) if (one.start, one.end) not in judged]
        yield 0.7 + 0.3 * done / len(left)
    return [best(some) for some in seen]


class _Teller:
    """Says of each annotation what was found."""

    def __init__(
        self, before: Before, after: After, new: Letters, same_sections: dict[str, str], pages: Mapping[int, int]
    ) -> None:
        self._before = before
        self._after = after
        self._new = new
        self._same_sections = same_sections
        self._pages = pages

    def found(self, wanted: Wanted, sighting: Sighting | None) -> Found:
        if not wanted.annotation.target.selector:
            return self._sheet(wanted.annotation)
        if wanted.sought is None:
            return self._without_words(wanted)
        if sighting is None:
            return self._gone(wanted, 0.0)
        score = sighting.score
        if wanted.beside:
            score *= _BESIDE * wanted.beside.certainty
        if score < ASK:
            return self._gone(wanted, score)
        words = self._new.words(sighting.start, sighting.end)
        selector = self._beside(wanted, sighting) if wanted.beside else self._select(wanted, sighting)
        if not selector:
            return self._gone(wanted, score)
        status = Status.UNCHANGED if sighting.is_in_turn else Status.MOVED
        if not same_words(wanted.compared, words):
            status = Status.TEXT_CHANGED
            score = score if wanted.sought.is_read else min(score, DOUBTFUL)
        quoted = next((one.exact for one in selector if isinstance(one, TextQuoteSelector)), None)
        return Found(
            id=wanted.annotation.id,
            status=status,
            score=score,
            selector=selector,
            scope=self._scope(wanted.annotation, selector),
            old_words=clean(wanted.old_words) if wanted.beside else wanted.old_words,
            new_words=clean(words) if quoted is None else quoted,
        )

    def _select(self, wanted: Wanted, sighting: Sighting) -> tuple[Selector, ...]:
        segments = [
            Segment(page, start, end, self._after.texts[page])
            for page, start, end in self._new.stretches(sighting.start, sighting.end)
        ]
        ahead, behind = _signs(wanted.old_words)
        first = segments[0]
        segments[0] = first._replace(start=first.start - _grown(first.text.text[: first.start][::-1], ahead[::-1]))
        last = segments[-1]
        segments[-1] = last._replace(end=last.end + _grown(last.text.text[last.end :], behind))
        return select(segments, self._after.paper)

    def _beside(self, wanted: Wanted, sighting: Sighting) -> tuple[Selector, ...]:
        assert wanted.beside
        first = self._new.stretches(sighting.start, sighting.end)[0]
        to = self._after.texts[first.page].box(first.start)
        return beside(wanted.annotation.rects, wanted.beside.corner, first.page, to, self._after.paper)

    def _without_words(self, wanted: Wanted) -> Found:
        """A spot on a page of which nothing is known but its number and its section."""
        annotation = wanted.annotation
        place, paper = annotation.place, self._after.paper
        if place is None:
            return self._gone(wanted, 0.0)
        if place.page in self._pages:
            selector, score = on_page(annotation.rects, self._pages[place.page], paper), _SAME_PAGE
        elif to := in_section(place, self._before.tree, self._after.tree, self._same_sections):
            selector, score = on_page(annotation.rects, to.page, paper), _SAME_SECTION
        else:
            return self._gone(wanted, 0.0)
        scope = self._scope(annotation, selector)
        return Found(id=annotation.id, status=Status.MOVED, score=score, selector=selector, scope=scope)

    def _sheet(self, annotation: Annotation) -> Found:
        scope = annotation.target.scope
        was, now = self._before.tree.get(scope), self._after.tree.get(self._same_sections.get(scope or "", scope))
        title = was.title if was else ""
        if scope is not None and now is None:
            return Found(id=annotation.id, status=Status.GONE, score=0.0, scope=scope, old_words=title)
        is_same = was is None or now is None or letters_of(was.title) == letters_of(now.title)
        return Found(
            id=annotation.id,
            status=Status.UNCHANGED if is_same else Status.TEXT_CHANGED,
            score=1.0 if is_same else ACCEPT,
            scope=now.id if now else None,
            old_words=title,
            new_words=now.title if now else "",
        )

    def _gone(self, wanted: Wanted, score: float) -> Found:
        scope = wanted.annotation.target.scope
        scope = self._same_sections.get(scope, scope) if scope else None
        words = clean(wanted.old_words) if wanted.beside else wanted.old_words
        return Found(id=wanted.annotation.id, status=Status.GONE, score=score, scope=scope, old_words=words)

    def _scope(self, annotation: Annotation, selector: Sequence[Selector]) -> str | None:
        tree = self._after.tree
        rects = next(one for one in selector if isinstance(one, PdfRectsSelector))
        if not len(tree):
            return annotation.target.scope
        section = tree.at(Place(rects.page, bounds_of(rects).top, rects.half))
        return section.id if section else None


def _signs(quote: str) -> tuple[str, str]:
    """What stands before the first letter of a quote and behind its last, without blanks."""
    letters = [n for n, sign in enumerate(quote) if letters_of(sign)]
    ends = quote[: letters[0]], quote[letters[-1] + 1 :]
    return "".join(ends[0].split()), "".join(ends[1].split())


def _grown(text: str, signs: str) -> int:
    """How far into `text` the same signs stand, blanks between them or not."""
    length = at = 0
    for sign in signs:
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text) or fold(text[at]).text != fold(sign).text:
            break
        at += 1
        length = at
    return length
