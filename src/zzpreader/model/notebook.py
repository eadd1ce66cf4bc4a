"""All that a reader made in one publication, the edits that change it, and the way back."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar, cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.pages import Place
from zzpreader.model.records import LabelRule, Link, Record, SectionRecord, Standing
from zzpreader.model.sections import SectionTree, in_reading_order

_Kind = TypeVar("_Kind", bound=Record)


class Edit(Struct, frozen=True):
    """One record before and after a change; None stands for "not there"."""

    before: Record | None
    after: Record | None

    @property
    def inverse(self) -> "Edit":
        return Edit(before=self.after, after=self.before)

    @property
    def id(self) -> str:
        known = self.after or self.before
        if known is None:
            raise ValueError("an edit from nothing to nothing")
        return known.id


class Redrawn(NamedTuple):
    """An annotation before and after a change, for whoever shows annotations only."""

    id: str
    before: Annotation | None
    after: Annotation | None


class Change(Struct, frozen=True, dict=True):
    """What a person sees as one step: edits that are undone together, and what the menu calls them.

    Args:
        name: translated, for "Undo: …".
        typing: id of the record whose text is being typed; changes in a row with the same one become one step.
    """

    name: str
    edits: tuple[Edit, ...]
    typing: str | None = None

    @property
    def inverse(self) -> "Change":
        return Change(self.name, tuple(edit.inverse for edit in reversed(self.edits)))

    @cached_property
    def annotations(self) -> tuple[Redrawn, ...]:
        """Of the edits those of annotations; many ask."""
        found: list[Redrawn] = []
        for edit in self.edits:
            before = edit.before if isinstance(edit.before, Annotation) else None
            after = edit.after if isinstance(edit.after, Annotation) else None
            if before or after:
                found.append(Redrawn(edit.id, before, after))
        return tuple(found)

    def touches(self, kind: type[Record]) -> bool:
        """Whether a record of this kind is among the edits."""
        return any(isinstance(edit.after or edit.before, kind) for edit in self.edits)


class StaleEdit(Exception):
    """An edit whose "before" is not what the notebook holds."""


class Notebook:
    """All records of one publication, by id; to go through it gives the annotations.

    The truth while the program runs; the store holds its copy.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        # Asked for all the time, and of most kinds there are few beside thousands of annotations.
        self._by_kind: dict[type, dict[str, Record]] = {kind: {} for kind in get_args(Record)}
        for record in self._records.values():
            self._by_kind[type(record)][record.id] = record

    def __iter__(self) -> Iterator[Annotation]:
        return self._all(Annotation)

    def __len__(self) -> int:
        """How many annotations there are."""
        return len(self._by_kind[Annotation])

    @property
    def records(self) -> Iterable[Record]:
        return self._records.values()

    @property
    def section_records(self) -> tuple[SectionRecord, ...]:
        return tuple(self._all(SectionRecord))

    @property
    def label_rules(self) -> tuple[LabelRule, ...]:
        """The earliest first: of two rules for a page the later one holds."""
        return tuple(sorted(self._all(LabelRule), key=lambda rule: (rule.created, rule.id)))

    @property
    def standings(self) -> tuple[Standing, ...]:
        return tuple(self._all(Standing))

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._all(Link))

    def get(self, annotation_id: str) -> Annotation | None:
        found = self._records.get(annotation_id)
        return found if isinstance(found, Annotation) else None

    def record(self, record_id: str) -> Record | None:
        return self._records.get(record_id)

    def section_record(self, section_id: str) -> SectionRecord | None:
        return next((one for one in self._all(SectionRecord) if one.section.id == section_id), None)

    def standing(self, section_id: str) -> Standing | None:
        return next((one for one in self._all(Standing) if one.section == section_id), None)

    def apply(self, change: Change) -> None:
        """All edits or none. Raises: StaleEdit if the change was made from another state."""
        after = dict(self._records)
        for edit in change.edits:
            if after.get(edit.id) != edit.before:
                raise StaleEdit(edit.id)
            if edit.after is None:
                del after[edit.id]
            else:
                after[edit.id] = edit.after
        self._records = after
        touched = {type(one) for edit in change.edits for one in (edit.before, edit.after) if one is not None}
        self._by_kind |= {kind: dict(self._by_kind[kind]) for kind in touched}  # who goes through them goes on
        for edit in change.edits:
            if edit.before is not None and type(edit.before) is not type(edit.after):
                del self._by_kind[type(edit.before)][edit.id]
            if edit.after is not None:
                self._by_kind[type(edit.after)][edit.id] = edit.after

    def _all(self, kind: type[_Kind]) -> Iterator[_Kind]:
        return iter(cast("dict[str, _Kind]", self._by_kind[kind]).values())

    def sheet(self, section_id: str | None) -> Annotation | None:
        """The note sheet of a section, or of the whole publication for None."""
        for annotation in self:
            if annotation.kind is Kind.SHEET and annotation.target.scope == section_id:
                return annotation
        return None

    def in_order(self, tree: SectionTree) -> list[Annotation]:
        """All annotations in document order; a sheet stands at the head of its section."""
        return sorted(self, key=lambda annotation: document_order(annotation, tree))


def document_order(annotation: Annotation, tree: SectionTree) -> tuple[int, int, int, float, float, str]:
    """What annotations are sorted by."""
    place = annotation.place
    if place is None:
        section = tree.get(annotation.target.scope)
        if section is None:
            return (-1, 0, 0, 0.0, 0.0, annotation.created)
        half = 1 if section.half == "right" else 0
        return (section.page, half, 0, section.y - 0.01, float(tree.order_of(section.id)), annotation.created)
    return placed_order(place, annotation.left, annotation.created)


def placed_order(place: Place, left: float, created: str) -> tuple[int, int, int, float, float, str]:
    """The same of one that has a place, so many points from the left."""
    page, half, y = in_reading_order(place)
    return (page, half, 0, y, left, created)


def scoped(annotation: Annotation, tree: SectionTree, *, is_known: bool = False) -> Annotation:
    """The annotation in the section in which it lies by this tree; the same value if nothing changes.

    A sheet stays with its section, even one that this tree does not have; and an empty tree knows nothing.

    Args:
        is_known: the tree is what the publication has, even if that is nothing.
    """
    place = annotation.place
    if place is None or not (len(tree) or is_known):
        return annotation
    section = tree.at(place)
    scope = section.id if section else None
    if scope == annotation.target.scope:
        return annotation
    return replace(annotation, target=replace(annotation.target, scope=scope))


class History:
    """Undo and redo over changes, unlimited within a session."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def undo_name(self) -> str | None:
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._undone[-1].name if self._undone else None

    def record(self, change: Change) -> None:
        """Remember a change that was just applied; what was undone before it can no longer be redone."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and change.typing and last.typing == change.typing:
            merged = _merged(last.edits, change.edits)
            if merged:
                self._done[-1] = Change(change.name, merged, change.typing)
            else:
                self._done.pop()
        else:
            self._done.append(change)

    def seal(self) -> None:
        """What is typed from now on is a step of its own."""
        if self._done:
            last = self._done[-1]
            self._done[-1] = Change(last.name, last.edits)

    def undo(self) -> Change | None:
        """The change to apply in order to take back the last one; None if there is nothing left."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(Change(change.name, change.edits))
        return change.inverse

    def redo(self) -> Change | None:
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change

    def rewrite(self, renewed: Callable[[Annotation], Annotation]) -> None:
        """Replace every annotation in all steps, as the notebook's own were: what is undone then is no older state."""
        for steps in (self._done, self._undone):
            steps[:] = [Change(c.name, tuple(_renewed(e, renewed) for e in c.edits), c.typing) for c in steps]


def _merged(earlier: Iterable[Edit], later: Iterable[Edit]) -> tuple[Edit, ...]:
    """Both as one step; what is then as it was before is no edit."""
    merged: dict[str, Edit] = {edit.id: edit for edit in earlier}
    for edit in later:
        first = merged.get(edit.id, edit)
        merged[edit.id] = Edit(before=first.before, after=edit.after)
    return tuple(edit for edit in merged.values() if edit.before != edit.after)


def _renewed(edit: Edit, renewed: Callable[[Annotation], Annotation]) -> Edit:
    def of(record: Record | None) -> Record | None:
        return renewed(record) if isinstance(record, Annotation) else record

    return Edit(before=of(edit.before), after=of(edit.after))
