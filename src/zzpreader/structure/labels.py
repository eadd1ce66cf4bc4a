"""The numbers printed on the paper, inferred for every PDF page, also where none is printed; and two-page spreads.

A page number is a numeral in the margin that grows with the pages. So every numeral found there votes for a
*course*: a series and where it would have started; a spread's course grows by two. The best sequence of courses over
all pages is found as one path (Viterbi), which sets years, chapter numbers and table cells aside: they keep no step.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zzpreader.model.geometry import Rect, Size
from zzpreader.model.lines import PageLines, StyledLine
from zzpreader.structure.numerals import Numeral, numeral
from zzpreader.structure.rows import upright

_MARGIN = 0.13
"""Share of the page's height, at the top and at the bottom, in which page numbers stand."""
_WHOLE, _EDGE = 1.0, 0.7
_CHANGE = 1.6
"""What a change of course costs, in pages that carry their number: two pages that agree are needed to start one."""
_SILENT = 0.08
"""What a page without its number costs: few enough to bridge plates and chapter openings."""
_MOST_COURSES = 60
_SAME_EDGE = 2.0
"""Points."""
_COLUMN = 4
"""Lines that end in numerals below each other, so many at least, are a list."""

_AROUND = r"(?:p(?:ag(?:e|ina|\.)?|\.)?|seite|s\.|blz\.?|bladzijde|blad)?\s*"
_TOKEN = re.compile(
    rf"^(?:[-–—|•·~<\[(]\s*)?{_AROUND}([\dA-Za-z]{{1,9}}(?:[-‐–]\d{{1,3}})?)"
    r"(?:\s*(?:/|van|of|von|sur|de)\s*\d{1,4})?(?:\s*[-–—|•·~>\])])?$",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"^(\d{1,4}|[ivxl]{1,7}|[A-Z\d]{1,2}[-–]\d{1,3})(?=\s*[|•·–—]|\s{1,}\D)")
_LAST_WORDS = re.compile(
    rf"(?:^|[\s|•·–—]){_AROUND}(\d{{1,4}}|[ivxl]{{1,7}}|[A-Z\d]{{1,2}}[-–]\d{{1,3}})(?:\s*(?:/|van|of|von|sur)\s*\d{{1,4}})?$",
    re.IGNORECASE,
)


class _Course(NamedTuple):
    """A series of numerals through the pages: page n carries `start + step * n`, and a spread also the next one."""

    series: str
    start: int
    step: int

    def at(self, page: int) -> tuple[str, ...]:
        value = self.start + self.step * page
        names = [value] if self.step == 1 else [value, value + 1]
        return tuple(str(Numeral(self.series, name)) if name > 0 else "" for name in names)

    def fits(self, page: int, *, wide: bool) -> bool:
        if self.step == 1:
            return self.start + page >= 1
        return wide and self.start + 2 * page >= 0


_Votes = dict[_Course, float]
_Line = tuple[StyledLine, list[Rect]]


class Labelling(NamedTuple):
    """
    Args:
        labels: for every page (), ("12",) or, on a spread, ("12", "13"); a half without one is "".
        printed: whether the page itself shows it.
    """

    labels: tuple[tuple[str, ...], ...]
    printed: tuple[bool, ...]


def infer_labels(pages: Sequence[PageLines]) -> Labelling:
    """Cost: about 0.1 ms a page."""
    votes: list[_Votes] = []
    wide: list[bool] = []
    for number, page in enumerate(pages):  # once: pages may have to be unpacked
        size, lines = upright(page)
        wide.append(_is_wide(size))
        votes.append(_votes(number, size, lines, wide=wide[-1]))
    path = _extended(_first_pages(_path(votes, wide), votes), votes, wide)
    labels = [course.at(n) if course else () for n, course in enumerate(path)]
    _mend_seams(path, labels)
    if labels and len(labels[-1]) == 2 and not _has_right_half(pages[-1]):
        labels[-1] = labels[-1][:1]
    return Labelling(tuple(labels), tuple(bool(course and votes[n].get(course)) for n, course in enumerate(path)))


def _is_wide(size: Size) -> bool:
    """Whether two printed pages can lie side by side on it; a turned page is judged as it is read."""
    return size.width > 1.1 * size.height


def _has_right_half(page: PageLines) -> bool:
    size, lines = upright(page)
    return any(boxes[-1].right > 0.55 * size.width for _, boxes in lines)


def _mend_seams(path: Sequence[_Course | None], labels: list[tuple[str, ...]]) -> None:
    """Where one series begins on the right half of a spread, the left half still belongs to the series before."""
    for n in range(1, len(path)):
        before, course = path[n - 1], path[n]
        if before and course and before != course and before.step == course.step == 2 and not labels[n][0]:
            labels[n] = (before.at(n)[0], labels[n][1])


def _votes(number: int, size: Size, lines: Sequence[_Line], *, wide: bool) -> _Votes:
    votes: _Votes = {}
    sides: dict[tuple[str, int], dict[int, float]] = defaultdict(dict)
    for found, weight, x in _numerals(size, lines):
        course = _Course(found.series, found.value - number, 1)
        votes[course] = max(votes.get(course, 0.0), weight)
        if wide:
            side = 0 if x < 0.5 else 1
            start = found.value - side - 2 * number
            sides[found.series, start][side] = max(sides[found.series, start].get(side, 0.0), weight)
    for (series, start), seen in sides.items():
        votes[_Course(series, start, 2)] = sum(seen.values()) * (0.8 if len(seen) == 2 else 0.5)
    return votes


def _numerals(size: Size, lines: Sequence[_Line]) -> Iterator[tuple[Numeral, float, float]]:
    """Every numeral that could be a page number, how much it looks like one, and where it stands from left to right."""
    if not lines or size.height <= 0 or size.width <= 0:
        return
    tops = sorted(boxes[0].top for _, boxes in lines)
    bottoms = sorted(boxes[0].bottom for _, boxes in lines)
    first = max(_MARGIN * size.height, tops[0] + 4)
    last = min((1 - _MARGIN) * size.height, bottoms[-1] - 4)
    for line, boxes in lines:
        if boxes[0].top > first and boxes[0].bottom < last:
            continue
        text = " ".join("".join(span.text for span in line.spans).split())
        if text[-1:].isdigit() and _in_column(boxes[-1].right, lines):
            continue
        left, right = boxes[0].left / size.width, boxes[-1].right / size.width
        if len(text) <= 24 and (whole := _TOKEN.match(text)):
            if found := numeral(whole[1]):
                yield found, _WHOLE, (left + right) / 2
        elif len(text) <= 160:
            for pattern, x in ((_FIRST_WORD, left), (_LAST_WORDS, right)):
                if (edge := pattern.search(text)) and (found := numeral(edge[1])):
                    yield found, _EDGE, x


def _in_column(right: float, lines: Sequence[_Line]) -> bool:
    """Whether numerals stand above each other there, as those of the entries of a contents page do."""
    like = sum(
        abs(boxes[-1].right - right) < _SAME_EDGE and line.spans[-1].text.rstrip()[-1:].isdigit()
        for line, boxes in lines
        if line.spans
    )
    return like >= _COLUMN


def _path(votes: Sequence[_Votes], wide: Sequence[bool]) -> list[_Course | None]:
    """The sequence of courses that the most numerals agree with, None where there is none."""
    support: Counter[_Course] = Counter()
    for page in votes:
        for course, weight in page.items():
            support[course] += weight  # type: ignore[assignment]
    courses = [course for course, weight in support.most_common(_MOST_COURSES) if weight > 1]
    best = dict.fromkeys(courses, -_CHANGE)
    idle = 0.0
    steps: list[dict[_Course | None, _Course | None]] = []
    for number, page in enumerate(votes):
        winner = max(courses, key=lambda c: best[c], default=None)
        top = best[winner] if winner is not None and best[winner] > idle else idle
        source = winner if winner is not None and best[winner] > idle else None
        came: dict[_Course | None, _Course | None] = {}
        following: dict[_Course, float] = {}
        for course in courses:
            stay = best[course]
            came[course] = course if stay >= top - _CHANGE else source
            gain = page.get(course, -_SILENT) if course.fits(number, wide=wide[number]) else -2.0
            following[course] = max(stay, top - _CHANGE) + gain
        came[None] = source
        best, idle = following, top
        steps.append(came)
    at = max(courses, key=lambda c: best[c], default=None)
    if at is not None and best[at] <= idle:
        at = None
    path: list[_Course | None] = []
    for came in reversed(steps):
        path.append(at)
        at = came[at]
    return path[::-1]


def _first_pages(path: Sequence[_Course | None], votes: Sequence[_Votes]) -> list[_Course | None]:
    """A lone "1" or "i" in the margin of a page without a course is the first page of a course of one.

    A title page and its contents can each begin a series that the next one ends at once.
    """
    return [path[n] or next((c for c in votes[n] if _is_first(c, n, votes[n][c])), None) for n in range(len(path))]


def _is_first(course: _Course, page: int, weight: float) -> bool:
    return course.step == 1 and course.series in "1iI" and course.start + page == 1 and weight == _WHOLE


def _extended(path: list[_Course | None], votes: Sequence[_Votes], wide: Sequence[bool]) -> list[_Course | None]:
    """The path with each course carried back to its number 1 and on to the next, over pages that show no number."""
    ends = [n for n, course in enumerate(path) if course and votes[n].get(course)]
    path = list(path)
    for before, after in pairwise([-1, *ends]):
        course = path[after]
        if course is None or (before >= 0 and path[before] == course):
            continue
        for n in range(after - 1, before, -1):
            path[n] = course if course.fits(n, wide=wide[n]) else None
    for n in range(1, len(path)):
        before = path[n - 1]
        if path[n] is None and before and before.fits(n, wide=wide[n]):
            path[n] = before
    return path
