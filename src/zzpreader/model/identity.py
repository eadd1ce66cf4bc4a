"""Which publication a file is: decided by its bytes, its /ID and its pages' texts, never by its name or place."""

from collections.abc import Collection, Iterable
from random import Random

from msgspec.structs import replace

from zzpreader.model.publication import Edition, Publication

SAME_TEXT = 0.6
"""Share of equal pages from which two files are editions of one publication, whatever else they say."""

SAME_TEXT_AND_ID = 0.2
"""The same for files with equal /ID. Some writers give one /ID to everything they make, so it proves nothing alone."""

_ENOUGH_TEXT = 0.5

_GLIMPSE = 64
"""Pages. Where 60 % of the texts are the same, a glimpse that has none of these is as good as impossible."""


def recognise(edition: Edition, publications: Iterable[Publication]) -> Publication | None:
    """The publication to which the file belongs; None for one that was never seen.

    Args:
        publications: of two that fit equally well the first is taken.
    """
    best: Publication | None = None
    best_fit = 0.0
    for publication in publications:
        for known in publication.editions:
            if known.sha256 == edition.sha256:
                return publication
            if (fit := fitness(edition, known)) > best_fit:
                best, best_fit = publication, fit
    return best


def pages_to_glimpse(sha256: str, pages: int) -> Collection[int]:
    """Pages whose texts mostly show that a file was never seen; all of them if there are not many.

    They follow no rule, for what was changed in an edition may follow one; and are the same for the same file.
    """
    if pages < 4 * _GLIMPSE:
        return range(pages)
    return sorted(Random(sha256).sample(range(pages), _GLIMPSE))  # noqa: S311 - nobody gains by guessing them


def is_surely_new(edition: Edition, glimpsed: Collection[str], publications: Iterable[Publication]) -> bool:
    """Whether `recognise` would find nothing, whatever the other pages say.

    Args:
        glimpsed: fingerprints of the pages to be glimpsed.
    """
    texts = {text for text in glimpsed if text}
    if len(texts) < _ENOUGH_TEXT * len(glimpsed):
        return False
    known = [one for publication in publications for one in publication.editions]
    if any(one.is_only_glimpsed for one in known):
        return False  # two glimpses may have no page in common; with all pages of this file it will be seen
    if any(one.sha256 == edition.sha256 or (one.trailer_id and one.trailer_id == edition.trailer_id) for one in known):
        return False
    return all(texts.isdisjoint(one.fingerprints) for one in known)


def fitness(one: Edition, other: Edition) -> float:
    """How surely two files with different bytes are one publication: 0 for no, else up to 1."""
    same_id = bool(one.trailer_id) and one.trailer_id == other.trailer_id
    share = shared_text(one, other)
    if share is not None and share >= (SAME_TEXT_AND_ID if same_id else SAME_TEXT):
        return share
    # Fingerprints of another extractor that differ say nothing; nor do pages without text.
    silent = share is None or one.extractor != other.extractor
    return SAME_TEXT_AND_ID if same_id and silent and one.pages == other.pages else 0.0


def shared_text(one: Edition, other: Edition) -> float | None:
    """The share of different page texts that both have, 0 to 1; None if one has too little text to tell.

    A text that stands on several pages counts once, so that running boilerplate cannot make two works one; and a
    scan with a few typed cover pages is not known by these.
    """
    if other.is_only_glimpsed:
        return _shared_with_glimpse(one, other)
    if one.is_only_glimpsed:
        return _shared_with_glimpse(other, one)
    mine, yours = _texts(one.fingerprints), _texts(other.fingerprints)
    if not mine or not yours:
        return None
    return len(mine & yours) / max(len(mine), len(yours))


def _shared_with_glimpse(whole: Edition, glimpse: Edition) -> float | None:
    """As far as some pages tell: they stand for all, also for those that only the longer file has."""
    mine, yours = _texts(whole.fingerprints), _texts(glimpse.glimpsed)
    if not mine or not yours:
        return None
    return len(mine & yours) / len(yours) * min(1.0, glimpse.pages / len(mine))


def _texts(fingerprints: Collection[str]) -> frozenset[str]:
    with_text = [text for text in fingerprints if text]
    return frozenset(with_text) if len(with_text) >= _ENOUGH_TEXT * len(fingerprints) else frozenset()


def with_fingerprints(publication: Publication, edition: Edition) -> Publication:
    """The publication with what was learnt of one of its files, of which no texts were known."""
    editions = tuple(
        edition if known.sha256 == edition.sha256 and not known.fingerprints else known
        for known in publication.editions
    )
    return replace(publication, editions=editions)


def with_edition(publication: Publication, edition: Edition) -> Publication:
    """The publication with this file among its editions; what was learnt of the same file before is kept."""
    others = tuple(known for known in publication.editions if known.sha256 != edition.sha256)
    before = next((known for known in publication.editions if known.sha256 == edition.sha256), None)
    if before and not edition.fingerprints and (before.fingerprints or not edition.glimpsed):
        edition = before
    if before == edition:
        return publication
    return Publication(
        id=publication.id, title=publication.title, editions=(*others, edition), bundle=publication.bundle
    )
