"""From groups of notes to the blocks of a document."""

from collections.abc import Iterator

from zzpreader.export.apparatus import Apparatus, narrowed
from zzpreader.export.choice import MARKS, Choice, Grouping
from zzpreader.export.gather import Material, gather
from zzpreader.export.guard import Guarded
from zzpreader.export.prose import Run
from zzpreader.export.report import (
    Block,
    Group,
    Heading,
    Illustration,
    Item,
    Meta,
    Note,
    Paragraph,
    Quote,
    Report,
    Status,
    Table,
)
from zzpreader.model.annotation import Kind


def compose(material: Material, choice: Choice, meta: Meta) -> Report:
    """The report; the same material and choice give the same value, in whatever order the annotations come."""
    groups = gather(material, choice)
    document = _Document(material, choice)
    return Report(
        meta=meta,
        words=material.words,
        blocks=tuple(document.blocks(groups)),
        groups=groups,
        sections=material.tree.sections,
        apparatus=_apparatus(material, choice, groups),
        original=material.original,
    )


def latest(material: Material) -> str:
    """When the notes were changed last: a date that is the same as long as they are."""
    return max((one.modified for one in material.annotations), default=Meta(title="").date)


def _apparatus(material: Material, choice: Choice, groups: tuple[Group, ...]) -> Apparatus:
    """All of it with all notes, else what belongs to those that were chosen."""
    if choice == Choice(grouping=choice.grouping):
        return material.apparatus
    chosen = [item.annotation for group in groups for item in group.items]
    sections = frozenset([one.target.scope for one in chosen] + [one.section.id for one in groups if one.section])
    left_out = frozenset(one.id for one in material.annotations) - {one.id for one in chosen}
    return narrowed(material.apparatus, sections, left_out)


class _Document:
    def __init__(self, material: Material, choice: Choice) -> None:
        self._material, self._choice, self._words = material, choice, material.words
        self._by_section = choice.grouping is Grouping.SECTION

    def blocks(self, groups: tuple[Group, ...]) -> Iterator[Block]:
        if not groups:
            yield Paragraph(id="nothing", runs=(Run(self._words.nothing),))
            return
        if statuses := [group for group in groups if group.status]:
            yield self._overview(statuses)
        for group in groups:
            if group.title:
                yield Heading(id=f"h-{group.id}", level=group.level, text=group.title)
            if group.status:
                yield Paragraph(id=f"s-{group.id}", runs=self._status(group.status))
            # What stands under two headings must not have one id twice.
            mark = "" if self._by_section else f"-{group.id}"
            for item in group.items:
                yield from self._item(item, f"{item.id}{mark}", group.level)

    def _overview(self, groups: list[Group]) -> Table:
        words = self._words
        rows = tuple((group.title, *self._cells(group.status)) for group in groups if group.status)
        return Table(id="statuses", header=(words.lesson, words.status, words.owner, words.date), rows=rows)

    def _cells(self, status: Status) -> tuple[str, str, str]:
        day = self._words.day(status.date) if status.date else ""
        return self._words.states[status.state], status.owner, day

    def _status(self, status: Status) -> tuple[Run, ...]:
        state, *more = self._cells(status)
        said = "".join(f", {part}" for part in more if part)
        return Run(f"{self._words.status}: "), Run(state, strong=True), *([Run(said)] if said else [])

    def _item(self, item: Item, name: str, level: int) -> Iterator[Block]:
        one = item.annotation
        if item.picture:
            caption = self._label(one.kind, item) if one.kind is Kind.AREA else self._page(item) or item.section_title
            yield Illustration(id=f"p-{name}", picture=item.picture, caption=caption[:1].upper() + caption[1:])
        if one.kind in MARKS:
            yield from self._mark(item, name, level)
        elif one.kind is Kind.BOOKMARK:
            label = self._label(Kind.BOOKMARK, item)
            yield Paragraph(id=f"b-{name}", runs=(Run(f"{label}:", strong=True), Run(f" {one.body.value}")))
        else:
            if one.kind is Kind.NOTE:
                yield Paragraph(id=f"l-{name}", runs=(Run(self._label(Kind.NOTE, item), strong=True),))
            if one.body.value.strip():
                yield Note(id=f"n-{name}", markdown=one.body.value, level=level)
        if remarks := self._remarks(item):
            yield Paragraph(id=f"r-{name}", runs=(Run(remarks),), remark=True)

    def _mark(self, item: Item, name: str, level: int) -> Iterator[Block]:
        one = item.annotation
        if item.quote.strip():
            yield Quote(
                id=f"q-{name}",
                paragraphs=tuple(" ".join(line.split()) for line in item.quote.splitlines() if line.strip()),
                color=one.body.color,
                meaning=item.meaning,
                page=self._page(item),
                source=self._source(item),
                verdict=item.verdict,
            )
        if one.kind is Kind.AREA and not item.picture:
            described = (Run(f": {one.body.description}"),) if one.body.description.strip() else ()
            runs = (Run(self._label(Kind.AREA, item), strong=True), *described)
            yield Paragraph(id=f"a-{name}", runs=runs)
        if item.comment.strip():
            yield Note(id=f"n-{name}", markdown=item.comment, level=level)

    def _label(self, kind: Kind, item: Item) -> str:
        page = self._page(item)
        return f"{self._words.kinds[kind]} ({page})" if page else self._words.kinds[kind]

    def _page(self, item: Item) -> str:
        return self._words.page.format(item.page) if item.page else ""

    def _source(self, item: Item) -> str:
        parts = [self._material.work.cited, self._page(item)]
        if not self._by_section and item.section_title:
            parts.insert(1, f"“{item.section_title}”")
        return ", ".join(part for part in parts if part) + "."

    def _remarks(self, item: Item) -> str:
        """What the colour means, the style where it is not the usual one, the tags, and what the guard has found."""
        one, words = item.annotation, self._words
        remarks: list[str] = []
        if item.meaning:
            remarks.append(item.meaning)
        if one.kind in MARKS and one.kind not in (Kind.HIGHLIGHT, Kind.AREA):
            remarks.append(words.kinds[one.kind])
        if one.body.tags:
            remarks.append(f"{words.tags}: {', '.join(one.body.tags)}")
        if item.verdict and item.verdict.state is Guarded.EDITED:
            remarks.append(words.edited.format(" ".join(item.verdict.nearest.split())))
        elif item.verdict and item.verdict.state is Guarded.NOT_FOUND:
            remarks.append(words.not_found)
        return " · ".join(remarks)
