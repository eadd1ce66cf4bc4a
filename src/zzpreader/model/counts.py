"""How many notes each section holds, kept up to date edit by edit."""

from collections import Counter
from collections.abc import Iterable

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Change
from zzpreader.model.sections import SectionTree


class NoteCounts:
    """Annotations by the section that is their scope, and by all sections above it."""

    def __init__(self, tree: SectionTree, annotations: Iterable[Annotation] = ()) -> None:
        self._tree = tree
        self._own: Counter[str] = Counter()
        self._within: Counter[str] = Counter()
        for annotation in annotations:
            self._add(annotation, 1)

    def own(self, section_id: str) -> int:
        """Those of the section itself."""
        return self._own[section_id]

    def within(self, section_id: str) -> int:
        """Those of the section and of all below it."""
        return self._within[section_id]

    def apply(self, change: Change) -> set[str]:
        """The ids of the sections whose counts are different now."""
        before = {edit.before.target.scope for edit in change.annotations if edit.before}
        after = {edit.after.target.scope for edit in change.annotations if edit.after}
        touched = {above.id for scope in before | after if (s := self._tree.get(scope)) for above in self._tree.path(s)}
        known = {section_id: (self._own[section_id], self._within[section_id]) for section_id in touched}
        for edit in change.annotations:
            if edit.before:
                self._add(edit.before, -1)
            if edit.after:
                self._add(edit.after, 1)
        return {one for one in touched if (self._own[one], self._within[one]) != known[one]}

    def _add(self, annotation: Annotation, times: int) -> None:
        section = self._tree.get(annotation.target.scope)
        if section is None or (annotation.kind is Kind.SHEET and not annotation.body.value.strip()):
            return
        self._own[section.id] += times
        for above in self._tree.path(section):
            self._within[above.id] += times
