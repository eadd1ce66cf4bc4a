"""All that a reader made in one publication, the edits that change it, and the way back."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.sections import SectionTree


class Edit(Struct, frozen=True):
    """One annotation before and after a change; None stands for "not there"."""

    before: Annotation | None
    after: Annotation | None

    @property
    def inverse(self) -> "Edit":
        return Edit(before=self.after, after=self.before)

    @property
    def id(self) -> str:
        known = self.after or self.before
        if known is None:
            raise ValueError("an edit from nothing to nothing")
        return known.id


class Change(Struct, frozen=True):
    """What a person sees as one step: edits that are undone together, and what the menu calls them.

    Args:
        name: translated, for "Undo: …".
        typing: id of the annotation whose text is being typed; changes in a row with the same one become one step.
    """

    name: str
    edits: tuple[Edit, ...]
    typing: str | None = None

    @property
    def inverse(self) -> "Change":
        return Change(self.name, tuple(edit.inverse for edit in reversed(self.edits)))


class StaleEdit(Exception):
    """An edit whose "before" is not what the notebook holds."""


class Notebook:
    """The annotations of one publication, by id. The truth while the program runs; the store holds its copy."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._annotations = {annotation.id: annotation for annotation in annotations}

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._annotations.values())

    def __len__(self) -> int:
        return len(self._annotations)

    def get(self, annotation_id: str) -> Annotation | None:
        return self._annotations.get(annotation_id)

    def apply(self, change: Change) -> None:
        """All edits or none. Raises: StaleEdit if the change was made from another state."""
        after = dict(self._annotations)
        for edit in change.edits:
            if after.get(edit.id) != edit.before:
                raise StaleEdit(edit.id)
            if edit.after is None:
                del after[edit.id]
            else:
                after[edit.id] = edit.after
        self._annotations = after

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
    half = 1 if place.half == "right" else 0
    return (place.page, half, 0, place.y, annotation.left, annotation.created)


def scoped(annotation: Annotation, tree: SectionTree) -> Annotation:
    """The annotation in the section in which it lies by this tree; the same value if nothing changes.

    A sheet stays with its section, even one that this tree does not have; and an empty tree knows nothing.
    """
    place = annotation.place
    if place is None or not len(tree):
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
            merged = Edit(before=last.edits[0].before, after=change.edits[-1].after)
            if merged.before == merged.after:
                self._done.pop()
            else:
                self._done[-1] = Change(change.name, (merged,), change.typing)
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


def _renewed(edit: Edit, renewed: Callable[[Annotation], Annotation]) -> Edit:
    return Edit(before=edit.before and renewed(edit.before), after=edit.after and renewed(edit.after))
