"""What the reader does to the section tree: each is one step that can be undone, kept in the notebook."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.corrections import remember
from zzpreader.model.notebook import Edit
from zzpreader.model.pages import Place
from zzpreader.model.records import Move, SectionRecord, Verdict
from zzpreader.model.sections import Kind, Section, Source
from zzpreader.model.typed import sound
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections

LONGEST_TITLE = 400


class TreeEditing(QObject):
    """On an id that the tree does not have nothing happens."""

    def __init__(self, marks: Marks, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections = marks, sections

    def add(self, title: str, place: Place, *, level: int, label: str | None = None, kind: Kind = Kind.SECTION) -> str:
        """A section that starts at `place`; its id, "" if the title is blank."""
        if not (title := _title(title)):
            return ""
        now = timestamp()
        made = Section(
            id=new_id(),
            level=max(1, level),
            title=title,
            page=place.page,
            y=place.y,
            half=place.half,
            kind=kind,
            label=label,
            source=Source.READER,
        )
        record = SectionRecord(id=new_id(), section=made, is_added=True, created=now, modified=now)
        self._marks.do(self.tr("Add section"), [Edit(before=None, after=record)])
        return made.id

    def rename(self, section_id: str, title: str) -> None:
        if title := _title(title):
            self._revise(self.tr("Rename section"), [section_id], title=title)

    def set_kind(self, section_ids: Iterable[str], kind: Kind) -> None:
        self._revise(self.tr("Change kind of section"), section_ids, kind=kind)

    def shift(self, section_id: str, by: int) -> None:
        """One level deeper (1) or further out (-1), with all below it."""
        tree = self._sections.tree
        section = tree.get(section_id)
        if section is None or section.level + by < 1:
            return
        before = tree.order_of(section_id) - 1
        if by > 0 and (before < 0 or tree.sections[before].level < section.level):
            return  # below what? There is no section beside it
        record = self._marks.notebook.section_record(section_id)
        deeper = (record.deeper if record else 0) + by
        self._revise(self.tr("Change level of section"), [section_id], deeper=deeper, arranged=timestamp())

    def move(self, section_id: str, under: str | None, after: str | None) -> None:
        """Behind `after` among the sections below `under`, with all below it."""
        tree = self._sections.tree
        section, above = tree.get(section_id), tree.get(under)
        if section is None or (above and section in tree.path(above)):
            return
        move = Move(under=under, after=after)
        edits = [self._revised(section, move=move, deeper=0, arranged=timestamp())]
        # What it stands between must be found again as well.
        edits += [self._revised(one) for id_ in (under, after) if (one := tree.get(id_))]
        self._marks.do(self.tr("Move section"), edits)

    def accept(self, section_ids: Iterable[str]) -> None:
        """These are sections: they are shown as sure from now on."""
        self._revise(self.tr("Accept section"), section_ids, verdict=Verdict.ACCEPTED)

    def remove(self, section_ids: Iterable[str]) -> None:
        """These are none; what is below them rises. Notes on them stay."""
        self._revise(self.tr("Delete section"), section_ids, verdict=Verdict.REJECTED)

    def forget(self) -> None:
        """The tree as it was found, without all that the reader changed."""
        notebook = self._marks.notebook
        edits = [Edit(before=one, after=None) for one in notebook.section_records if one.is_added]
        edits += [Edit(before=one, after=_uncorrected(one)) for one in notebook.section_records if not one.is_added]
        self._marks.do(self.tr("Restore the section tree"), edits)

    @property
    def has_changes(self) -> bool:
        return any(one.is_added or one != _uncorrected(one) for one in self._marks.notebook.section_records)

    def _revise(self, name: str, section_ids: Iterable[str], **fields: object) -> None:
        found = [section for id_ in dict.fromkeys(section_ids) if (section := self._sections.tree.get(id_))]
        self._marks.do(name, [self._revised(section, **fields) for section in found])

    def _revised(self, section: Section, **fields: object) -> Edit:
        before = self._marks.notebook.section_record(section.id)
        record = before or remember(section, self._sections.found)
        after = replace(record, **fields)
        return Edit(before=before, after=after if after == before else replace(after, modified=timestamp()))


def _uncorrected(record: SectionRecord) -> SectionRecord:
    return replace(record, title=None, kind=None, verdict=None, move=None, deeper=0, arranged="")


def _title(typed: str) -> str:
    return " ".join(sound(typed).split())[:LONGEST_TITLE]
