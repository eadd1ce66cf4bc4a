"""The quote guard: whether words that are quoted stand in the publication to the letter.

What a reader does not see is folded (ligatures, soft and line-end hyphens, kinds of space, of apostrophe and of dash);
letters, accents, capitals and punctuation are not, so one changed word is caught.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from zzpreader.model.annotation import Annotation
from zzpreader.model.folding import clean

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‵`´ʹʻʼʽˈ‹›＇", "'"),
        **dict.fromkeys("“”„‟″‶«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        "…": "...",
    }
)
_HYPHEN = re.compile(r"(?<=\w)-\s*(?=\w)")
_WORD = re.compile(r"\S+")
_SIGNS = ".,:;!?()[]'\""
_MARGIN = 200
"""Code points that a footer and a header may have."""

_ALIKE = 0.5
"""Share of equal words from which other words are taken for the ones that were meant."""


class Guarded(StrEnum):
    VERIFIED = "verified"
    EDITED = "edited"
    NOT_FOUND = "not found"


class Verdict(Struct, frozen=True):
    """Args: nearest: for an edited quote, what the publication says."""

    state: Guarded
    nearest: str = ""


VERIFIED = Verdict(Guarded.VERIFIED)
NOT_FOUND = Verdict(Guarded.NOT_FOUND)


def check(quote: str, texts: Sequence[str]) -> Verdict:
    """Compare a quotation with the texts of the pages on which it should stand, in their order.

    Every paragraph of it must be there; one that runs over the end of a page may be in two pieces.
    Cost: 0.05 ms for a page that was seen before, 10 ms where words differ.
    """
    wanted = [spelled(line) for line in quote.splitlines() if line.strip()]
    pages = [spelled(text) for text in texts]
    if not wanted or not any(pages):
        return NOT_FOUND
    missing = [line for line in wanted if not _stands(line, pages)]
    if not missing:
        return VERIFIED
    found = [_nearest(line, " ".join(pages)) if line in missing else line for line in wanted]
    return Verdict(Guarded.EDITED, "\n".join(found)) if all(found) else NOT_FOUND


def check_all(annotations: Iterable[Annotation], texts: Mapping[int, str]) -> dict[str, Verdict]:
    """For every annotation that quotes, by its id. Args: texts: of pages, by their index; absent ones are empty."""
    return {
        one.id: check(one.quote, [texts.get(rects.page, "") for rects in one.rects])
        for one in annotations
        if one.quote.strip()
    }


@lru_cache(maxsize=512)
def spelled(text: str) -> str:
    """`text` with only those differences left that a reader sees."""
    return unicodedata.normalize("NFC", clean(text).translate(_SAME)).replace("- ", "-")


def _stands(line: str, pages: Sequence[str]) -> bool:
    bare = _HYPHEN.sub("", line)
    unbroken = [_unbroken(page) for page in pages]
    if any(bare in page for page in unbroken):
        return True
    return any(_runs_over(bare, one, other) for one, other in pairwise(unbroken))


@lru_cache(maxsize=512)
def _unbroken(page: str) -> str:
    return _HYPHEN.sub("", page)


def _runs_over(line: str, before: str, after: str) -> bool:
    """Whether a first part of the line ends one page and all the rest begins the next, but for headers and footers."""
    ends, begins = before[-len(line) - _MARGIN :], after[: len(line) + _MARGIN]
    cuts = (word.start() for word in _WORD.finditer(line))
    return any(line[:cut].strip() in ends and line[cut:] in begins for cut in cuts if cut)


def _nearest(line: str, text: str) -> str:
    """The words of the text that are most like those of the line; empty if none are."""
    wanted = [_bare(word) for word in _WORD.findall(line)]
    there = list(_WORD.finditer(text))
    words = [_bare(word.group()) for word in there]
    same = SequenceMatcher(None, wanted, words, autojunk=False).find_longest_match()
    if not same.size:
        return ""
    # A changed number of words moves the ends by as many; so they are looked for around where they should be.
    start, end = same.b - same.a, same.b - same.a + len(wanted)
    spans = [
        (first, last)
        for first in range(max(0, start - 2), min(same.b, max(0, start) + 2) + 1)
        for last in range(max(same.b + same.size, end - 2), min(len(words), max(same.b + same.size, end) + 2) + 1)
    ]
    matcher = SequenceMatcher(None, b=wanted, autojunk=False)

    def likeness(span: tuple[int, int]) -> tuple[int, int, int]:
        matcher.set_seq1(words[slice(*span)])
        equal = sum(block.size for block in matcher.get_matching_blocks())
        return equal, -abs(span[1] - span[0] - len(wanted)), -abs(span[0] - start)

    best = max(spans, key=likeness, default=(0, 0))
    if best[0] == best[1] or likeness(best)[0] < _ALIKE * len(wanted):
        return ""
    return text[there[best[0]].start() : there[best[1] - 1].end()]


def _bare(word: str) -> str:
    """Without the signs around it; of a dash alone nothing is left to take away."""
    return word.strip(_SIGNS).casefold() or word
