"""The words of annotations, folded once, so that a filter only has to look for what was typed. Pure."""

from collections.abc import Callable, Iterable
from time import perf_counter

from zzpreader.model.annotation import Annotation
from zzpreader.model.folding import fold
from zzpreader.model.passages import passages_of
from zzpreader.model.query import NONE_LIKE, read_query


class SearchedWords:
    """Folding a note takes a tenth of a millisecond: too long for ten thousand while somebody types."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[Annotation, str]] = {}
        self._unread: list[Annotation] = []
        self.synonyms = NONE_LIKE

    def expect(self, annotations: Iterable[Annotation]) -> None:
        """These are going to be searched."""
        known = self._words
        self._unread = [one for one in annotations if one.id not in known or known[one.id][0] is not one]

    def read(self, most_s: float) -> bool:
        """Fold what is expected, for about so long; True if there was nothing left to fold."""
        if not self._unread:
            return True
        end = perf_counter() + most_s
        while self._unread and perf_counter() < end:
            self._of(self._unread.pop())
        return False

    def filter_for(self, typed: str) -> Callable[[Annotation], bool] | None:
        """True for an annotation whose quote, text and tags answer to what is typed; None if that is nothing."""
        query = read_query(typed, self.synonyms, typing=True)
        if not query.asks:
            return None
        known, is_in = self._words, passages_of(query).is_in

        def has_words(one: Annotation) -> bool:
            kept = known.get(one.id)
            return is_in(kept[1] if kept and kept[0] is one else self._of(one))

        return has_words

    def _of(self, one: Annotation) -> str:
        known = self._words.get(one.id)
        if known and known[0] is one:
            return known[1]
        words = fold(" ".join((one.quote, one.body.value, *one.body.tags))).text
        self._words[one.id] = (one, words)
        return words
