"""What taking in the notes of a source changes in a notebook."""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.imports.anchoring import Anchored, How
from zzpreader.imports.source import Source
from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.records import Record, SectionRecord, Standing


class Proposal(Struct, frozen=True, kw_only=True):
    """
    Args:
        new: what comes, with how each was found.
        records: what comes beside them: states of lessons, links, corrections.
        versions: of what comes as it was, by id.
        here: so many are in the notebook already.
        skipped: so many say nothing that could be kept.
    """

    new: tuple[Anchored, ...] = ()
    records: tuple[Record, ...] = ()
    versions: Mapping[str, Mapping[str, int]] = {}
    here: int = 0
    skipped: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.records)

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
        come = (*(one.annotation for one in self.new), *self.records)
        return tuple(Edit(before=None, after=record) for record in come)


def proposed(found: Iterable[Anchored], notebook: Notebook, source: Source | None = None) -> Proposal:
    """`weigh` at once."""
    steps = weigh(found, notebook, source or Source())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def weigh(found: Iterable[Anchored], notebook: Notebook, source: Source) -> Generator[None, None, Proposal]:
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
    records = tuple(record for record in source.records if _is_new(record, notebook))
    as_they_were = {one.annotation.id for one in new if one.how is How.PLACE and not one.annotation.body.conflict}
    known_ids = as_they_were | {record.id for record in records}
    return Proposal(
        new=tuple(new),
        records=records,
        versions={id_: version for id_, version in source.versions.items() if id_ in known_ids},
        here=here + len(source.records) - len(records),
        skipped=source.skipped,
    )


def again(proposal: Proposal, notebook: Notebook) -> Proposal:
    """The same, compared with what is in the notebook now."""
    source = Source(records=proposal.records, versions=proposal.versions, skipped=proposal.skipped)
    return proposed(proposal.new, notebook, source)


def _is_new(record: Record, notebook: Notebook) -> bool:
    """A section has one status and one correction; those that are here stay."""
    match record:
        case Standing(section=section):
            there = notebook.standing(section)
        case SectionRecord(section=section):
            there = notebook.section_record(section.id)
        case _:
            there = None
    return there is None and notebook.record(record.id) is None


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
