"""What taking in the notes of a source changes in a notebook."""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.imports.anchoring import Anchored, How
from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Edit, Notebook


class Proposal(Struct, frozen=True, kw_only=True):
    """
    Args:
        new: what comes, with how each was found.
        here: so many are in the notebook already.
        skipped: so many say nothing that could be kept.
    """

    new: tuple[Anchored, ...] = ()
    here: int = 0
    skipped: int = 0

    @property
    def kinds(self) -> Mapping[Kind, int]:
        return Counter(one.annotation.kind for one in self.new)

    @property
    def ways(self) -> Mapping[How, int]:
        return Counter(one.how for one in self.new)

    @property
    def lost(self) -> tuple[Anchored, ...]:
        """What was not found; it comes as notes all the same."""
        return tuple(one for one in self.new if one.how is How.NOWHERE)

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(Edit(before=None, after=one.annotation) for one in self.new)


def proposed(found: Iterable[Anchored], notebook: Notebook, skipped: int = 0) -> Proposal:
    """`weigh` at once."""
    steps = weigh(found, notebook, skipped)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def weigh(found: Iterable[Anchored], notebook: Notebook, skipped: int = 0) -> Generator[None, None, Proposal]:
    """What is in the notebook stays as it is; a later text of the same note comes beside it. Yields after each."""
    known: set[Sequence[object]] = set()
    sheets: dict[str | None, Annotation] = {}
    for one in notebook:
        known.add(_signature(one))
        if one.kind is Kind.SHEET:
            sheets[one.target.scope] = one
        yield
    new: list[Anchored] = []
    here = 0
    for one in found:
        yield
        other = _beside(one.annotation, notebook, sheets)
        if other is None or _signature(other) in known or notebook.get(other.id):
            here += 1
            continue
        if other.kind is Kind.SHEET:
            sheets[other.target.scope] = other
        new.append(Anchored(other, one.how, one.quote))
    return Proposal(new=tuple(new), here=here, skipped=skipped)


def _beside(one: Annotation, notebook: Notebook, sheets: Mapping[str | None, Annotation]) -> Annotation | None:
    """As it can come; None for what is here already."""
    there = notebook.get(one.id) or (sheets.get(one.target.scope) if one.kind is Kind.SHEET else None)
    if there is None:
        return one
    is_same = one.body.value.strip() in ("", there.body.value.strip())
    if is_same or (there.id == one.id and one.modified <= there.modified):
        return None
    id_ = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{one.id} {one.body.value}')}"
    return replace(one, id=id_, body=replace(one.body, conflict=there.id))


def _signature(one: Annotation) -> Sequence[object]:
    """What makes two marks one to a reader: the same kind, place and words."""
    rects = tuple(
        (rects.page, *(round(edge) for quad in rects.quads for edge in (quad.upper_left.x, quad.upper_left.y)))
        for rects in one.rects
    )
    scope = one.target.scope if not rects else None
    return one.kind, scope, rects, one.quote, one.body.value.strip(), one.body.conflict
