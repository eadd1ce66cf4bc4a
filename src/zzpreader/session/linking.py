"""Typed links between marks, sections and publications, found from either end."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal

from zzpreader.model.addresses import Address, Part, parse_address
from zzpreader.model.annotation import Annotation, new_id, timestamp
from zzpreader.model.displayed import one_line, shortened
from zzpreader.model.notebook import Change, Edit, Notebook
from zzpreader.model.publication import Publication
from zzpreader.model.records import Link, Relation
from zzpreader.model.sections import SectionTree
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections

_LONGEST = 80


class Tie(NamedTuple):
    """A link as it is seen from one of its ends.

    Args:
        other: address of the other end.
        outgoing: whether it starts here.
    """

    link: Link
    other: str
    outgoing: bool


class Linking(QObject):
    """The links of one notebook, and what their ends are called.

    Signals:
        changed(set): what is linked with these addresses has changed; None as the set: with any.
        named(): something may be called otherwise.

    Attributes:
        publication: `urn:uuid:…` of the open one, "" before it is known.
        titles: of the publications of the library by id, the last opened first.
    """

    changed = Signal(object)
    named = Signal()

    def __init__(self, marks: Marks, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections = marks, sections
        self._by_address: dict[str, dict[str, Link]] = {}
        self.publication = ""
        self.titles: Mapping[str, str] = {}
        marks.loaded.connect(self._load)
        marks.edited.connect(self._take)
        sections.changed.connect(self.named)

    # what the session and the program tell

    def use(self, publication: Publication) -> None:
        self.publication = publication.id

    def use_titles(self, titles: Mapping[str, str]) -> None:
        self.titles = titles
        self.named.emit()

    # asking

    def to(self, part: Part | None = None, name: str = "") -> str:
        """The address of something in this publication; of the whole without a part. "" before its id is known."""
        return str(Address(self.publication, part, name)) if self.publication else ""

    def to_section(self, section_id: str | None) -> str:
        """Of the whole publication for None."""
        return self.to(Part.SECTION, section_id) if section_id else self.to()

    def to_note(self, annotation_id: str) -> str:
        """Of an annotation; of a section's sheet that of the section."""
        one = self._marks.notebook.get(annotation_id)
        if one and one.place is None:
            return self.to_section(one.target.scope)
        return self.to(Part.NOTE, annotation_id)

    @property
    def has_any(self) -> bool:
        return bool(self._by_address)

    def at(self, address: str) -> tuple[Tie, ...]:
        """The links with that end, the oldest first. Cost: as many as there are."""
        found = self._by_address.get(address, {}).values()
        ties = [_tie(link, address) for link in found]
        return tuple(sorted(ties, key=lambda tie: tie.link.created))  # as they were made, also within a millisecond

    def evidence_of(self, section_id: str) -> tuple[Tie, ...]:
        """The passages of this publication on which a lesson or section rests."""
        ties = self.at(self.to_section(section_id))
        found = [tie for tie in ties if not tie.outgoing and tie.link.relation is Relation.EVIDENCE]
        return tuple(tie for tie in found if self.annotation_id(tie.other))

    def annotation_id(self, address: str) -> str:
        """Of the annotation of this notebook that has that address; "" if it is none."""
        parsed = parse_address(address)
        if parsed is None or parsed.publication != self.publication or parsed.part is not Part.NOTE:
            return ""
        return parsed.name if self._marks.notebook.get(parsed.name) else ""

    def called(self, address: str) -> str:
        """What people know it by, on one line."""
        return called(address, self.publication, self._sections.tree, self._marks.notebook, self.titles)

    # changing

    def add_from(self, mark: Annotation, end: str, relation: Relation) -> str:
        """Put in a mark that is not there yet and link it, as one step. The id of the new link, "" if there is none."""
        return self._add(self.to(Part.NOTE, mark.id), end, relation, [Edit(before=None, after=mark)])

    def add(self, start: str, end: str, relation: Relation) -> str:
        """The id of the new link; "" where it makes no sense, the id of the one that is there already."""
        return self._add(start, end, relation, [])

    def _add(self, start: str, end: str, relation: Relation, edits: list[Edit]) -> str:
        if not parse_address(start) or not parse_address(end) or start == end:
            return ""
        for tie in self.at(start):
            if tie.outgoing and tie.other == end and tie.link.relation is relation:
                return tie.link.id
        now = timestamp()
        link = Link(
            id=new_id(),
            start=start,
            end=end,
            relation=relation,
            created=now,
            modified=now,
            creator=self._marks.creator,
        )
        edits = [*edits, Edit(before=None, after=link)]
        for section_id in dict.fromkeys(self._section_of(address) for address in (start, end)):
            edits += self._marks.remembering(section_id)
        self._marks.do(self.tr("Pin as evidence") if relation is Relation.EVIDENCE else self.tr("Link"), edits)
        return link.id if self._marks.notebook.record(link.id) else ""

    def change(self, link_id: str, relation: Relation) -> None:
        before = self._marks.notebook.record(link_id)
        if isinstance(before, Link) and before.relation is not relation:
            after = replace(before, relation=relation, modified=timestamp())
            self._marks.do(self.tr("Change link"), [Edit(before=before, after=after)])

    def remove(self, link_ids: Iterable[str]) -> None:
        found = [self._marks.notebook.record(link_id) for link_id in dict.fromkeys(link_ids)]
        self._marks.do(self.tr("Delete link"), [Edit(before=one, after=None) for one in found if isinstance(one, Link)])

    def remove_one(self, link_id: str) -> None:
        self.remove([link_id])

    # inside

    def _section_of(self, address: str) -> str | None:
        parsed = parse_address(address)
        is_here = parsed and parsed.publication == self.publication and parsed.part is Part.SECTION
        return parsed.name if parsed and is_here else None

    def _load(self) -> None:
        self._by_address = {}
        for link in self._marks.notebook.links:
            self._put(link)
        self.changed.emit(None)

    def _take(self, change: Change) -> None:
        touched: set[str] = set()
        for edit in change.edits:
            for link in (edit.before, edit.after):
                if isinstance(link, Link):
                    touched |= {link.start, link.end}
            if isinstance(edit.before, Link):
                self._drop(edit.before)
            if isinstance(edit.after, Link):
                self._put(edit.after)
        # The other end of a link shows the words of this one.
        for redrawn in change.annotations:
            address = self.to(Part.NOTE, redrawn.id)
            if address in self._by_address:
                touched |= {address, *(tie.other for tie in self.at(address))}
        if touched:
            self.changed.emit(touched)

    def _put(self, link: Link) -> None:
        for address in (link.start, link.end):
            self._by_address.setdefault(address, {})[link.id] = link

    def _drop(self, link: Link) -> None:
        for address in (link.start, link.end):
            known = self._by_address.get(address, {})
            known.pop(link.id, None)
            if not known:
                self._by_address.pop(address, None)


def _tie(link: Link, address: str) -> Tie:
    outgoing = link.start == address
    return Tie(link, link.end if outgoing else link.start, outgoing)


def called(
    address: str, publication: str, tree: SectionTree, notebook: Notebook, titles: Mapping[str, str] | None = None
) -> str:
    """What people know an address by, on one line.

    Args:
        publication: id of the one to which tree and notebook belong.
        titles: of other publications by id.
    """
    say = QCoreApplication.translate
    parsed = parse_address(address)
    if parsed is None:
        return one_line(address, _LONGEST)
    if parsed.publication != publication:
        title = shortened((titles or {}).get(parsed.publication, ""), _LONGEST)
        name = title or say("Linking", "another publication")
        page = say("Linking", "p. %1").replace("%1", one_line(parsed.name, _LONGEST))
        return f"{name}, {page}" if parsed.part is Part.PAGE else name
    match parsed.part:
        case Part.SECTION:
            section = tree.get(parsed.name)
            return shortened(section.title, _LONGEST) if section else say("Linking", "a section that is gone")
        case Part.NOTE:
            one = notebook.get(parsed.name)
            if one is None:
                return say("Linking", "a note that is gone")
            short = shortened(one.quote or one.body.value or one.body.description, _LONGEST)
            if short:
                return f"“{short}”" if one.quote else short
            page = one.rects[0].label or str(one.rects[0].page + 1) if one.rects else ""
            return say("Linking", "a note on p. %1").replace("%1", page) if page else say("Linking", "a note")
        case Part.PAGE:
            return say("Linking", "p. %1").replace("%1", one_line(parsed.name, _LONGEST))
        case None:
            return say("Linking", "this publication")


def as_markdown(title: str, address: str) -> str:
    """A link to write into a note."""
    for sign in ("\\", "[", "]"):
        title = title.replace(sign, f"\\{sign}")
    return f"[{title}]({address})"
