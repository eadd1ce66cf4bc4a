"""Which labels hold: the PDF's where the paper agrees, else those inferred, and above both what the reader says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zzpreader.model.records import LabelRule
from zzpreader.structure.numerals import Numeral, numeral

if TYPE_CHECKING:
    from zzpreader.structure.labels import Labelling  # what infers them the window does not need

PageNames = tuple[str, ...]
"""The labels of one PDF page: (), ("12",), or on a spread ("12", "13"); a half without one is ""."""

_AGREEMENT = 0.8


def apply_rules(labels: Sequence[PageNames], rules: Sequence[LabelRule]) -> tuple[PageNames, ...]:
    """The labels with the rules laid over them; of two rules for a page the later one holds."""
    ruled = list(labels)
    for rule in rules:
        end = len(ruled) if rule.last is None else min(rule.last + 1, len(ruled))
        for page in range(max(rule.first, 0), end):
            ruled[page] = _ruled(rule, page - rule.first)
    return tuple(ruled)


def _ruled(rule: LabelRule, pages_on: int) -> PageNames:
    if rule.printed is None:
        return () if rule.per_page == 1 else ("", "")
    start = numeral(rule.printed)
    if start is None:  # "Omslag" names one page and cannot be counted on from
        names = [rule.printed if pages_on == 0 else "", ""]
    else:
        value = start.value + rule.per_page * pages_on
        names = [str(Numeral(start.series, value)), str(Numeral(start.series, value + 1))]
    return tuple(names[: rule.per_page]) if any(names[: rule.per_page]) or rule.per_page == 2 else ()


def trusted_labels(inferred: "Labelling", own: Sequence[str | None]) -> tuple[PageNames, ...]:
    """The PDF's own labels if the numbers on its pages bear them out or if it shows none, else the inferred ones.

    Args:
        own: from /PageLabels, one a page; empty if the PDF has none.
    """
    if not any(own) or len(own) != len(inferred.labels) or any(len(names) == 2 for names in inferred.labels):
        return inferred.labels
    shown = [n for n, printed in enumerate(inferred.printed) if printed]
    agreeing = sum((own[n] or "").casefold() == inferred.labels[n][0].casefold() for n in shown)
    if agreeing < _AGREEMENT * len(shown):
        return inferred.labels
    return tuple((name,) if name else names for name, names in zip(own, inferred.labels, strict=True))
