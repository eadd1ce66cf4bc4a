"""What the reader does to the section tree: each is one step that can be undone, kept in the notebook."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce

from msgspec.structs import replace
from PySide6.QtCore import QObject

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.corrections import arranged, remember
from zzpreader.model.notebook import Edit
from zzpreader.model.outline import kind_of
from zzpreader.model.pages import Place
from zzpreader.model.records import Move, SectionRecord, Verdict
from zzpreader.model.reshaping import can_shift, levelled, moved, outermost, removed, shifted, step_aside
from zzpreader.model.sections import Kind, Section, Source
from zzpreader.model.typed import sound
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections

LONGEST_TITLE = 400


class TreeEditing(QObject):
    """On an id that the tree does not have nothing happens; on a notebook that is not writable `Marks` tells so again.

    What is done to several sections is one step.
    """

    def __init__(self, marks: Marks, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections = marks, sections

    @property
    def is_possible(self) -> bool:
        return self._marks.writable

    def refuses(self) -> bool:
        """Whether nothing can be changed, which the reader is told then."""
        return self._marks.refuses()

    # making and naming

    def add(
        self, title: str, place: Place, *, level: int = 0, label: str | None = None, kind: Kind | None = None
    ) -> str:
        """A section that starts at `place`; its id, "" if the title is blank or nothing can be changed.

        Args:
            level: 0: as deep as its title and the section before it suggest.
            kind: None: what its title suggests.
        """
        title = _title(title)
        if not title or self._marks.refuses():
            return ""
        now = timestamp()
        level = level or self.level_at(place, title)
        made = Section(
            id=new_id(),
            level=level,
            title=title,
            page=place.page,
            y=place.y,
            half=place.half,
            kind=kind or kind_of(title, level),
            label=label,
            source=Source.READER,
        )
        record = SectionRecord(id=new_id(), section=made, is_added=True, created=now, modified=now)
        self._marks.do(self.tr("Add section"), [Edit(before=None, after=record)])
        return made.id

    def level_at(self, place: Place, title: str) -> int:
        """How deep a new section there is: as one before it that is numbered alike, else as the one before it."""
        before = self._sections.at(place)
        if before is None:
            return 1
        from zzpreader.structure.numbering import split_number  # noqa: PLC0415 - patterns that no start waits for

        number, _ = split_number(title)
        if number:
            tree = self._sections.tree
            for one in reversed(tree.sections[: tree.order_of(before.id) + 1]):
                other, _ = split_number(one.title)
                if other and (other.kind, other.depth) == (number.kind, number.depth):
                    return one.level
        return before.level

    def rename(self, section_id: str, title: str) -> None:
        section = self._sections.tree.get(section_id)
        title = _title(title)
        if title and section and title != section.title:
            self._revise(self.tr("Rename section"), [section_id], title=title)

    def set_kind(self, section_ids: Iterable[str], kind: Kind) -> None:
        self._revise(self.tr("Change kind of section"), section_ids, kind=kind)

    # arranging

    def shift(self, section_ids: Collection[str], by: int) -> None:
        """One level deeper (1) or further out (-1), with all below them."""
        tree = self._sections.tree
        if not can_shift(tree, section_ids, by):
            return
        chosen = [one.id for one in outermost(tree, section_ids)]
        wanted = reduce(lambda nodes, id_: shifted(nodes, id_, by), chosen, list(tree))
        now = timestamp()
        records = [self._record(id_) for id_ in chosen]
        changed = [replace(one, deeper=one.deeper + by, arranged=now) for one in records]
        self._arrange(self.tr("Change level of section"), changed, wanted)

    def move(self, section_ids: Collection[str], goal: Move) -> None:
        """To stand there in their order, each with all below it."""
        tree = self._sections.tree
        chosen = [one.id for one in outermost(tree, section_ids)]
        above = tree.get(goal.under)
        if goal.after in chosen or (above and any(one.id in chosen for one in tree.path(above))):
            return
        wanted: Sequence[Section] = list(tree)
        changed: list[SectionRecord] = []
        for number, id_ in enumerate(chosen):
            wanted = moved(wanted, id_, goal)
            stamp = f"{timestamp()}+{number:04}"
            changed.append(replace(self._record(id_), move=goal, deeper=0, arranged=stamp))
            goal = Move(under=goal.under, after=id_)
        if [(one.id, one.level) for one in wanted] != [(one.id, one.level) for one in tree]:
            self._arrange(self.tr("Move section"), changed, wanted)

    def step_aside(self, section_ids: Collection[str], step: int) -> None:
        """One place up (-1) or down (1) among the sections beside them."""
        if goal := step_aside(self._sections.tree, section_ids, step):
            self.move(section_ids, goal)

    def remove(self, section_ids: Collection[str]) -> None:
        """These are none; what is below them rises. Notes on them stay."""
        found = [id_ for id_ in dict.fromkeys(section_ids) if self._sections.tree.get(id_)]
        wanted = reduce(removed, found, list(self._sections.tree))
        changed = [replace(self._record(id_), verdict=Verdict.REJECTED) for id_ in found]
        self._arrange(self.tr("Delete section"), changed, wanted)

    def accept(self, section_ids: Iterable[str]) -> None:
        """These are sections: they are shown as sure from now on."""
        self._revise(self.tr("Accept section"), section_ids, verdict=Verdict.ACCEPTED)

    def forget(self) -> None:
        """The tree as it was found, without all that the reader changed."""
        notebook = self._marks.notebook
        edits = [Edit(before=one, after=None) for one in notebook.section_records if one.is_added]
        edits += [Edit(before=one, after=_uncorrected(one)) for one in notebook.section_records if not one.is_added]
        self._marks.do(self.tr("Restore the section tree"), edits)

    @property
    def has_changes(self) -> bool:
        return any(one.is_added or one != _uncorrected(one) for one in self._marks.notebook.section_records)

    # inside

    def _arrange(self, name: str, changed: Iterable[SectionRecord], wanted: Sequence[Section]) -> None:
        before = {one.section.id: one for one in self._marks.notebook.section_records}
        after = before | {one.section.id: one for one in changed}
        for neighbour in self._neighbours(after, before):  # they must be found again as well
            after.setdefault(neighbour, self._record(neighbour))
        settled = arranged(self._sections.found, after.values(), levelled(wanted))
        self._marks.do(name, _edits(before, settled))

    def _neighbours(self, after: Mapping[str, SectionRecord], before: Mapping[str, SectionRecord]) -> list[str]:
        moves = [one.move for id_, one in after.items() if one.move and one != before.get(id_)]
        named = [id_ for move in moves for id_ in (move.under, move.after) if id_]
        return [id_ for id_ in named if self._sections.tree.get(id_)]

    def _revise(self, name: str, section_ids: Iterable[str], **fields: object) -> None:
        before = {one.section.id: one for one in self._marks.notebook.section_records}
        found = [id_ for id_ in dict.fromkeys(section_ids) if self._sections.tree.get(id_)]
        self._marks.do(name, _edits(before, [replace(self._record(id_), **fields) for id_ in found]))

    def _record(self, section_id: str) -> SectionRecord:
        if known := self._marks.notebook.section_record(section_id):
            return known
        section = self._sections.tree.get(section_id)
        assert section, section_id
        return remember(section, self._sections.found)


def _edits(before: Mapping[str, SectionRecord], after: Iterable[SectionRecord]) -> list[Edit]:
    now = timestamp()
    pairs = [(before.get(one.section.id), one) for one in after]
    return [Edit(before=old, after=new if new == old else replace(new, modified=now)) for old, new in pairs]


def _uncorrected(record: SectionRecord) -> SectionRecord:
    return replace(record, title=None, kind=None, verdict=None, move=None, deeper=0, arranged="")


def _title(typed: str) -> str:
    return " ".join(sound(typed).split())[:LONGEST_TITLE]
