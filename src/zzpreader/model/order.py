"""In which order notes are listed."""

from collections.abc import Callable
from enum import StrEnum

from zzpreader.model.annotation import Annotation
from zzpreader.model.legend import COLOURS
from zzpreader.model.notebook import document_order
from zzpreader.model.sections import SectionTree

Key = tuple[object, ...]
"""Compared with keys of the same order only; it ends in the annotation's id, so no two are equal."""


class Order(StrEnum):
    PLACE = "place"
    DATE = "date"
    COLOUR = "colour"


def key_for(order: Order, tree: SectionTree) -> Callable[[Annotation], Key]:
    """By place in the document; by the last change, the newest first; by colour as in the legend."""
    match order:
        case Order.PLACE:
            return lambda one: (document_order(one, tree), one.id)
        case Order.DATE:
            return lambda one: (-_moment(one.modified), one.id)
        case Order.COLOUR:
            return lambda one: (_RANKS.get(one.body.color, len(_RANKS)), document_order(one, tree), one.id)


_RANKS: dict[str | None, int] = {colour.name: n for n, colour in enumerate(COLOURS)}
_DIGITS = 17
"""Of `2026-11-23T18:34:58.120Z`."""


def _moment(modified: str) -> int:
    """The digits of an xsd:dateTime in UTC as a number, which grows with time."""
    digits = "".join(sign for sign in modified if "0" <= sign <= "9")[:_DIGITS]
    return int(digits.ljust(_DIGITS, "0") or "0")
