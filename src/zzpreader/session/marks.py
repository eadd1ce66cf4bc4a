"""What the reader makes in one publication: marks, notes, bookmarks and note sheets, made and changed."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject

from zzpreader.model.annotation import Annotation, Body, Highlight, Kind, Motivation, Target, new_annotation, timestamp
from zzpreader.model.geometry import Rect
from zzpreader.model.notebook import Edit
from zzpreader.model.pages import Place
from zzpreader.model.selectors import Segment, Selector, select, select_area, select_spot
from zzpreader.model.tags import retagged
from zzpreader.model.typed import sound, tidy_tags
from zzpreader.session.open_notebook import OpenNotebook
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread


class Marks(OpenNotebook):
    """The annotations of one publication.

    What is done to several of them is one step. Operations on one that is not there do nothing; on a notebook
    that is not writable they tell so again.
    """

    def __init__(self, thread: StoreThread, home: Home, parent: QObject | None = None) -> None:
        super().__init__(thread, home, parent)
        self._sheet_ids: dict[str | None, str] = {}
        self._for_sheets: set[str] = set()

    # making

    def add_mark(
        self,
        highlight: Highlight,
        color: str,
        segments: Iterable[Segment],
        *,
        comment: str = "",
        tags: Sequence[str] = (),
    ) -> str:
        """Mark text; the new id, "" if there is nothing visible in the segments."""
        body = Body(value=sound(comment), color=color, highlight=highlight, tags=tidy_tags(tags))
        names = {
            Highlight.SOLID: self.tr("Highlight"),
            Highlight.UNDERLINE: self.tr("Underline"),
            Highlight.STRIKETHROUGH: self.tr("Strike out"),
            Highlight.SQUIGGLY: self.tr("Squiggly underline"),
            Highlight.OUTLINE: self.tr("Mark area"),
        }
        found = select(segments, self._paper)
        return self._add(names[highlight], Motivation.HIGHLIGHTING, body, found) if found else ""

    def drafted(self, highlight: Highlight, color: str, segments: Iterable[Segment]) -> Annotation | None:
        """A mark for `do`, where it is part of a larger step; None if there is nothing visible in the segments."""
        found = select(segments, self._paper)
        body = Body(color=color, highlight=highlight)
        return self._new(Motivation.HIGHLIGHTING, body, self._at(found)) if found else None

    def add_note(self, place: Place, x: float | None = None, *, text: str = "", color: str | None = None) -> str:
        """A note on a spot of a page; `x` in points from the left of the unrotated page. The new id."""
        spot = select_spot(place, x, self._paper)
        return self._add(self.tr("Add note"), Motivation.COMMENTING, Body(value=sound(text), color=color), spot)

    def add_area(self, page: int, area: Rect, color: str) -> str:
        """Mark a rectangle of a page, in page space: a figure, a table. The new id."""
        body = Body(color=color, highlight=Highlight.OUTLINE)
        return self._add(self.tr("Mark area"), Motivation.HIGHLIGHTING, body, select_area(page, area, self._paper))

    def add_bookmark(self, place: Place, name: str) -> str:
        spot = select_spot(place, None, self._paper)
        return self._add(self.tr("Add bookmark"), Motivation.BOOKMARKING, Body(value=sound(name)), spot)

    # changing

    def write_sheet(self, section_id: str | None, text: str, name: str = "") -> None:
        """The note of a section or lesson, of the whole publication for None. Called for every key.

        One that is emptied is no more; typed again it is the same one.
        """
        text = sound(text)
        before = self.notebook.sheet(section_id)
        if before is None:
            made = self._new(Motivation.COMMENTING, Body(value=text), Target(source=self._source, scope=section_id))
            after = replace(made, id=self._sheet_ids.setdefault(section_id, made.id)) if text.strip() else None
        else:
            self._sheet_ids[section_id] = before.id
            after = self._with_body(before, value=text) if text.strip() else None
        changed = before or after
        edits = [Edit(before=before, after=after), *self._remembered_with_sheet(section_id, is_there=after is not None)]
        self.do(name or self.tr("Typing"), edits, typing=changed.id if changed else None)

    def _remembered_with_sheet(self, section_id: str | None, *, is_there: bool) -> list[Edit]:
        """A section that is remembered for its sheet alone is forgotten with it: typed and emptied is no step."""
        if is_there:
            edits = self.remembering(section_id)
            self._for_sheets |= {edit.id for edit in edits}
            return edits
        record = self.notebook.section_record(section_id) if section_id else None
        if record is None or record.id not in self._for_sheets or record.created != record.modified:
            return []
        return [] if self.notebook.standing(record.section.id) else [Edit(before=record, after=None)]

    def write_comment(self, annotation_id: str, text: str) -> None:
        """The comment on a mark, or the text of a note or sheet. Called for every key."""
        if before := self.notebook.get(annotation_id):
            after = self._with_body(before, value=sound(text))
            self.do(self.tr("Typing"), [Edit(before=before, after=after)], typing=annotation_id)

    def finish_typing(self) -> None:
        """The reader has left the text: save it now, and let what is typed next be a step of its own."""
        self._history.seal()
        self._keeper.flush()

    def rename(self, annotation_id: str, name: str) -> None:
        """A bookmark's name."""
        self._change(self.tr("Rename bookmark"), [annotation_id], value=sound(name))

    def recolour(self, annotation_ids: Iterable[str], color: str | None) -> None:
        self._change(self.tr("Change colour"), annotation_ids, color=color)

    def restyle(self, annotation_ids: Iterable[str], highlight: Highlight) -> None:
        """Marked text only: an area stays a frame."""
        text = [one.id for one in self._found(annotation_ids) if one.body.highlight and one.kind is not Kind.AREA]
        self._change(self.tr("Change style"), text, highlight=highlight)

    def describe(self, annotation_id: str, description: str) -> None:
        """What is to be seen in an area, for those who cannot see it."""
        self._change(self.tr("Describe area"), [annotation_id], description=sound(description).strip())

    def set_tags(self, annotation_ids: Iterable[str], tags: Sequence[str]) -> None:
        self._change(self.tr("Change tags"), annotation_ids, tags=tidy_tags(tags))

    def retag(self, annotation_ids: Iterable[str], add: Sequence[str], remove: Sequence[str]) -> None:
        """Give each of them these tags and take those away; what else it has stays."""
        found = self._found(annotation_ids)
        new, old = tidy_tags(add), tidy_tags(remove)
        edits = [Edit(before=one, after=self._with_body(one, tags=retagged(one.body.tags, new, old))) for one in found]
        self.do(self.tr("Change tags"), edits)

    def outline_sheet(self, section_id: str | None, text: str) -> None:
        """A sheet with headings put in; a step of its own."""
        self.finish_typing()
        self.write_sheet(section_id, text, self.tr("Headings in the note"))
        self.finish_typing()

    def delete(self, annotation_ids: Iterable[str]) -> None:
        edits = [Edit(before=one, after=None) for one in self._found(annotation_ids)]
        self.do(self.tr("Delete") if len(edits) == 1 else self.tr("Delete %n notes", "", len(edits)), edits)

    # inside

    def _add(self, name: str, motivation: Motivation, body: Body, selectors: tuple[Selector, ...]) -> str:
        made = self._new(motivation, body, self._at(selectors))
        self.do(name, [Edit(before=None, after=made)])
        return made.id

    def _at(self, selectors: tuple[Selector, ...]) -> Target:
        return Target(source=self._source, selector=selectors, edition=self.edition)

    def _new(self, motivation: Motivation, body: Body, target: Target) -> Annotation:
        return self._scoped(new_annotation(motivation, body, target, self.creator))

    def _change(self, name: str, annotation_ids: Iterable[str], **body: object) -> None:
        found = self._found(annotation_ids)
        self.do(name, [Edit(before=one, after=self._with_body(one, **body)) for one in found])

    def _found(self, annotation_ids: Iterable[str]) -> list[Annotation]:
        return [one for id_ in dict.fromkeys(annotation_ids) if (one := self.notebook.get(id_))]

    def _with_body(self, before: Annotation, **changes: object) -> Annotation:
        body = replace(before.body, **changes)
        return before if body == before.body else replace(before, body=body, modified=timestamp())
