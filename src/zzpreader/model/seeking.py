"""From an annotation to what has to be looked for in a new edition."""

from bisect import bisect_right
from collections.abc import Generator, Sequence
from typing import NamedTuple

from zzpreader.model.annotation import Annotation, TextPositionSelector, TextQuoteSelector
from zzpreader.model.finding import CONTEXT, Sought
from zzpreader.model.letters import Letters, Stretch, letters_of
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Paper
from zzpreader.model.spots import Beside, nearest_line
from zzpreader.model.text import PageText

_FEWEST_ON_PAGE = 1_000


class Before(NamedTuple):
    """The edition that the marks were made in.

    Args:
        texts: of all its pages; empty if its file is gone. Only the page that is asked for needs to be in memory.
    """

    tree: SectionTree
    texts: Sequence[PageText] = ()


class After(NamedTuple):
    """The new edition.

    Args:
        texts: of all its pages.
    """

    tree: SectionTree
    texts: Sequence[PageText]
    paper: Paper


class Wanted(NamedTuple):
    """
    Args:
        sought: None for what cannot be found by letters.
        beside: the line that stands for a mark without words of its own.
        old_words: as the reader saw them.
        compared: the words in the old edition, or the quote, to tell whether they are the same.
    """

    annotation: Annotation
    sought: Sought | None = None
    beside: Beside | None = None
    old_words: str = ""
    compared: str = ""


def section_starts(after: After, new: Letters) -> Generator[float, None, list[tuple[int, str]]]:
    """Where the sections of the new edition start in its letters, in that order. Yields: the share that is done."""
    places: list[tuple[int, str]] = []
    for n, section in enumerate(after.tree):
        if section.confidence > 0:
            places.append((new.at(section.place, after.paper.width(section.page) / 2), section.id))
        yield n / len(after.tree)
    return sorted(places, key=lambda one: one[0])


class Seeker:
    """
    Args:
        old: None where the old edition's texts are not there.
        same_sections, places: what `match_sections` and `section_starts` say of the two editions.
    """

    def __init__(
        self,
        annotations: Sequence[Annotation],
        before: Before,
        old: Letters | None,
        new: Letters,
        same_sections: dict[str, str],
        places: Sequence[tuple[int, str]],
    ) -> None:
        self._texts = before.texts
        ends = [at.end for annotation in annotations for at in _positions(annotation)]
        self._page_length = max(ends, default=0) + _FEWEST_ON_PAGE
        self._old = old
        self.same_sections = same_sections
        starts = [start for start, _ in places] + [len(new.text)]
        self._homes = {id_: (start, starts[bisect_right(starts, start)]) for start, id_ in places if start < starts[-1]}

    def wanted(self, annotation: Annotation) -> Wanted:
        quoted = next((one for one in annotation.target.selector if isinstance(one, TextQuoteSelector)), None)
        home = self._homes.get(self.same_sections.get(annotation.target.scope or "", ""))
        if quoted and (words := letters_of(quoted.exact)):
            return self._by_words(annotation, quoted, words, home)
        found = nearest_line(annotation.rects, self._texts)
        span = self._old.span([found.line]) if found and self._old else None
        if not (found and span and self._old):
            return Wanted(annotation, old_words=annotation.quote)
        words = self._old.words(*span)
        return Wanted(annotation, self._read(span, home), found, old_words=words, compared=words)

    def _by_words(
        self, annotation: Annotation, quoted: TextQuoteSelector, words: str, home: tuple[int, int] | None
    ) -> Wanted:
        if self._old and (own := self._own(self._old, annotation, words)):
            return Wanted(annotation, self._read(own, home), old_words=quoted.exact, compared=self._old.words(*own))
        sought = Sought(
            words=words,
            before=letters_of(quoted.prefix),
            after=letters_of(quoted.suffix),
            own=None if self._old else self._by_pages(annotation),
            home=home,
            is_read=False,
        )
        return Wanted(annotation, sought, old_words=quoted.exact, compared=quoted.exact)

    def _own(self, old: Letters, annotation: Annotation, words: str) -> tuple[int, int] | None:
        """Where the mark is in the old edition: where it says, else where its words are nearest to that."""
        at = [
            Stretch(one.page, one.start, one.end) for one in _positions(annotation) if 0 <= one.page < len(self._texts)
        ]
        span = old.span(at)
        said = "".join(letters_of(self._texts[one.page].text[one.start : one.end]) for one in at)
        if span and (said == words or old.text[slice(*span)] == words):
            return span
        near = span[0] if span else 0
        behind, ahead = old.text.rfind(words, 0, near + len(words)), old.text.find(words, near)
        found = [start for start in (behind, ahead) if start >= 0]
        start = min(found, key=lambda start: abs(start - near), default=None)
        return None if start is None else (start, start + len(words))

    def _read(self, own: tuple[int, int], home: tuple[int, int] | None) -> Sought:
        assert self._old
        text, (start, end) = self._old.text, own
        return Sought(
            words=text[start:end],
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
            own=own,
            home=home,
            is_read=True,
        )

    def _by_pages(self, annotation: Annotation) -> tuple[int, int] | None:
        """Pages and offsets as one number, where the text itself is not there."""
        at = _positions(annotation)
        if not at:
            return None
        return at[0].page * self._page_length + at[0].start, at[-1].page * self._page_length + at[-1].end


def _positions(annotation: Annotation) -> list[TextPositionSelector]:
    return [one for one in annotation.target.selector if isinstance(one, TextPositionSelector)]
