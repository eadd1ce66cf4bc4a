"""Where in this publication the marks of others lie: at the places that they name, else where their words stand."""

import difflib
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.imports.made import made, put, put_record, quote_only, with_quote
from zzpreader.imports.places import Pages, selectors_at
from zzpreader.imports.source import Source
from zzpreader.model.anchoring import Status, reanchor
from zzpreader.model.annotation import Anchor, Annotation, Kind, Selector, TextQuoteSelector, timestamp
from zzpreader.model.foreign import ForeignMark, OnPage
from zzpreader.model.letters import letters_of
from zzpreader.model.pages import Place
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.seeking import After, Before
from zzpreader.model.selectors import Segment, resolve, select, select_spot
from zzpreader.model.text import PageText

_ALIKE = 0.9
_APART = 24.0
"""Points."""

_AROUND = 20
_LONGEST_COMPARED = 2_000


class How(StrEnum):
    """How a mark was found."""

    PLACE = "place"  # where it says
    WORDS = "words"  # by its words, to the letter
    ALIKE = "alike"  # by words that are nearly its own, or stand in several places
    NOWHERE = "nowhere"


class Ground(NamedTuple):
    """The open edition.

    Args:
        source: id of the publication.
        edition: sha256 of the file.
        texts: of all its pages.
    """

    source: str
    edition: str
    tree: SectionTree
    texts: Sequence[PageText]
    pages: Pages


class Anchored(Struct, frozen=True):
    """
    Args:
        quote: what was marked, as the source says.
    """

    annotation: Annotation
    how: How
    quote: str = ""


class _Wanted(NamedTuple):
    mark: ForeignMark
    own: Annotation | None = None


def anchor(source: Source, ground: Ground) -> Generator[float, None, tuple[Anchored, ...]]:
    """All of them, none is dropped. Yields: the share that is done, after every page and every mark."""
    finder = _Finder(ground)
    yield from finder.read(0.3 if any(mark.quote for mark in source.marks) or _from_elsewhere(source, ground) else 0.0)
    wanted = [*map(_Wanted, source.marks), *(_wanted(one) for one in source.own)]
    done: list[Anchored | None] = []
    seen: set[str] = set()
    for n, one in enumerate(wanted):
        done.append(_at_once(one, finder, ground, seen))
        yield 0.3 + 0.3 * n / len(wanted)
    left = [n for n, found in enumerate(done) if found is None]
    by_words = yield from _alike([wanted[n].mark for n in left], ground)
    for n, (selectors, how) in zip(left, by_words, strict=True):
        done[n] = _finished(wanted[n], selectors, how, ground, seen)
    spread: list[Anchored] = []
    for one in _spread((one for one in done if one), ground):
        spread.append(one)
        yield 1.0
    return tuple(spread)


def at_home(source: Source, publication: str) -> Source:
    """With what is ours and no annotation as it is in this publication."""
    records = tuple(put_record(record, source.publication, publication) for record in source.records)
    return replace(source, records=records)


def _from_elsewhere(source: Source, ground: Ground) -> bool:
    return any(one.quote and one.target.edition not in ("", ground.edition) for one in source.own)


def _wanted(own: Annotation) -> _Wanted:
    quoted = next((one for one in own.target.selector if isinstance(one, TextQuoteSelector)), None)
    mark = ForeignMark(
        key=own.id,
        kind=own.kind,
        places=tuple(OnPage(one.page) for one in own.rects[:1]),
        quote=quoted.exact if quoted else "",
        prefix=quoted.prefix if quoted else "",
        suffix=quoted.suffix if quoted else "",
    )
    return _Wanted(mark, own)


def _at_once(one: _Wanted, finder: "_Finder", ground: Ground, seen: set[str]) -> Anchored | None:
    """None for what has words that have to be looked for with more patience."""
    mark, own = one
    if own and own.target.edition in ("", ground.edition) and ground.pages.have(own):
        return Anchored(put(own, ground.source, seen), How.PLACE, own.quote)
    if mark.kind is Kind.SHEET and not own:
        return _sheet(one, ground, seen)
    if not own and (selectors := selectors_at(mark, ground.texts, ground.pages)) and _agrees(mark, selectors):
        return _finished(one, with_quote(selectors, mark), How.PLACE, ground, seen)
    if mark.quote:
        selectors, how = finder.found(mark)
        return _finished(one, selectors, how, ground, seen) if selectors else None
    return _finished(one, (), How.NOWHERE, ground, seen)


def _agrees(mark: ForeignMark, selectors: Sequence[Selector]) -> bool:
    """Whether the words at the place are those that the source quotes; without either, so be it."""
    said = letters_of(mark.quote)
    there = next((letters_of(one.exact) for one in selectors if isinstance(one, TextQuoteSelector)), "")
    if not said or not there or said == there or mark.kind in (Kind.NOTE, Kind.AREA, Kind.BOOKMARK):
        return True
    short, long = sorted((said, there), key=len)
    if short in long and len(short) >= 0.8 * len(long):
        return True
    if len(long) > _LONGEST_COMPARED:
        return False
    matcher = difflib.SequenceMatcher(None, said, there, autojunk=False)
    return matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _sheet(one: _Wanted, ground: Ground, seen: set[str]) -> Anchored:
    """The note of a section; where there is no such section any more, a note at the place where it began."""
    mark = one.mark
    section = ground.tree.get(mark.scope) or _section_called(mark.heading, ground)
    scope = section.id if section else ""
    if scope or not mark.scope:
        annotation = made(replace(mark, scope=scope), (), ground.source, ground.edition, seen)
        return Anchored(annotation, How.PLACE)
    note = replace(mark, kind=Kind.NOTE)
    selectors = selectors_at(note, ground.texts, ground.pages)
    return _finished(_Wanted(note), selectors, How.PLACE, ground, seen)


class _Finder:
    """Finds words to the letter: on the page that is named first, then on all."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._letters: list[str] = []

    def read(self, share: float) -> Generator[float, None, None]:
        for page, text in enumerate(self._ground.texts if share else ()):
            self._letters.append(letters_of(text.text))
            yield share * page / len(self._ground.texts)

    def found(self, mark: ForeignMark) -> tuple[tuple[Selector, ...], How]:
        words = letters_of(mark.quote)
        pages = [page for page, letters in enumerate(self._letters) if words and words in letters]
        hint = ground_page(mark, self._ground)
        around = letters_of(mark.prefix)[-_AROUND:] + words + letters_of(mark.suffix)[:_AROUND]
        in_full = [page for page in pages if around in self._letters[page]] if around != words else []
        chosen = [hint] if hint in pages and not in_full else in_full or pages
        if hint is not None:
            chosen.sort(key=lambda page: abs(page - hint))
        is_sure = bool(in_full) or hint in pages or len(pages) == 1
        quoted = TextQuoteSelector(exact=mark.quote, prefix=mark.prefix, suffix=mark.suffix)
        for page in chosen[:3]:
            text = self._ground.texts[page]
            if (span := resolve([quoted], page, text)) and (
                selectors := select([Segment(page, *span, text)], self._ground.pages.paper)
            ):
                return selectors, How.WORDS if is_sure else How.ALIKE
        return (), How.NOWHERE


def ground_page(mark: ForeignMark, ground: Ground) -> int | None:
    """The page that the source names, by number or by what is printed on it."""
    if mark.places:
        return mark.places[0].page if mark.places[0].page < len(ground.texts) else None
    place = ground.pages.paper.labels.find(mark.label.partition("–")[0]) if mark.label else None
    return place.page if place else None


def _alike(
    marks: Sequence[ForeignMark], ground: Ground
) -> Generator[float, None, list[tuple[tuple[Selector, ...], How]]]:
    """Words that run on over pages, or that were changed a little."""
    if not marks:
        return []
    sought = [quote_only(mark, ground.source) for mark in marks]
    after = After(ground.tree, ground.texts, ground.pages.paper)
    steps = reanchor(sought, Before(SectionTree()), after)
    while True:
        try:
            share = next(steps)
        except StopIteration as end:
            found = end.value
            break
        yield 0.6 + 0.4 * share
    return [
        ((), How.NOWHERE)
        if one.status is Status.GONE or not one.selector
        else (one.selector, How.WORDS if one.is_sure else How.ALIKE)
        for one in found
    ]


def _finished(one: _Wanted, selectors: tuple[Selector, ...], how: How, ground: Ground, seen: set[str]) -> Anchored:
    mark, own = one
    if own:
        return Anchored(put(_moved(own, selectors, ground), ground.source, seen), how, mark.quote)
    if not selectors:
        place = _somewhere(mark, ground)
        selectors = select_spot(place, None, ground.pages.paper)
        if mark.kind is Kind.BOOKMARK or (not mark.quote and mark.kind is Kind.NOTE):
            how = How.PLACE if ground_page(mark, ground) is not None or mark.heading else how
        else:
            mark = replace(mark, kind=Kind.NOTE, comment=_with_words(mark))
    return Anchored(made(mark, selectors, ground.source, ground.edition, seen), how, mark.quote)


def _somewhere(mark: ForeignMark, ground: Ground) -> Place:
    """Where to keep what has no place: on its page, else at its section, else at the very front."""
    page = ground_page(mark, ground)
    if page is not None:
        return Place(page)
    section = _section_called(mark.heading, ground)
    return section.place if section else Place(0)


def _section_called(heading: str, ground: Ground) -> Section | None:
    title = letters_of(heading)
    return next((one for one in ground.tree if title and letters_of(one.title) == title), None)


def _spread(found: Iterable[Anchored], ground: Ground) -> Iterator[Anchored]:
    """Notes without a place of their own stand below each other, not on each other."""
    on_page = Counter[int]()
    for one in found:
        place = one.annotation.place
        if one.how is not How.NOWHERE or one.annotation.target.edition != ground.edition or not place or place.y:
            yield one
            continue
        y = (_APART * on_page[place.page]) % max(ground.pages.all[place.page].size.height - _APART, _APART)
        on_page[place.page] += 1
        spot = select_spot(replace(place, y=y), None, ground.pages.paper)
        target = replace(one.annotation.target, selector=spot)
        yield replace(one, annotation=replace(one.annotation, target=target))


def _with_words(mark: ForeignMark) -> str:
    quoted = "\n".join(f"> {line}" for line in mark.quote.splitlines())
    return "\n\n".join(filter(None, (quoted, mark.comment)))


def _moved(own: Annotation, selectors: tuple[Selector, ...], ground: Ground) -> Annotation:
    """A note of ours from another edition, here; where it is not found, it stays with the other one."""
    if not selectors:
        is_elsewhere = own.target.edition not in ("", ground.edition)
        if is_elsewhere and ground.pages.could_have(own):
            return own
        front = select_spot(Place(0), None, ground.pages.paper)
        return replace(own, target=replace(own.target, selector=front, edition=ground.edition, elsewhere=()))
    before = Anchor(edition=own.target.edition, selector=own.target.selector)
    others: Iterable[Anchor] = (one for one in own.target.elsewhere if one.edition != ground.edition)
    target = replace(own.target, selector=selectors, edition=ground.edition, elsewhere=(*others, before))
    return replace(own, target=target, modified=timestamp())
