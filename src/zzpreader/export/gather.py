"""From a notebook to the groups of an export: what was chosen, in the order that was chosen."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from zzpreader.export.apparatus import Apparatus
from zzpreader.export.choice import MARKS, Choice, Grouping
from zzpreader.export.guard import Verdict
from zzpreader.export.report import Group, Item, Original, Picture, State, Status, Work, short_id
from zzpreader.export.words import Words
from zzpreader.model.annotation import Annotation
from zzpreader.model.legend import COLOURS
from zzpreader.model.notebook import document_order, scoped
from zzpreader.model.pages import Labels
from zzpreader.model.records import Standing
from zzpreader.model.sections import Kind, Section, SectionTree

_WITHOUT = "\U0010ffff"
"""Sorts behind every tag."""


class Material(Struct, frozen=True, kw_only=True):
    """All that a report can be made of.

    Args:
        meanings: the reader's words for colours, by name; `words` has those for the others.
        statuses: by the id of the section.
        verdicts, pictures: by the id of the annotation.
    """

    work: Work
    tree: SectionTree
    labels: Labels
    annotations: tuple[Annotation, ...]
    words: Words
    meanings: Mapping[str, str] = {}
    statuses: Mapping[str, Status] = {}
    verdicts: Mapping[str, Verdict] = {}
    pictures: Mapping[str, Picture] = {}
    apparatus: Apparatus = Apparatus()
    original: Original | None = None


def statuses_of(standings: Iterable[Standing]) -> dict[str, Status]:
    return {one.section: Status(state=State(one.status), owner=one.owner, date=one.date) for one in standings}


def gather(material: Material, choice: Choice) -> tuple[Group, ...]:
    """No group is empty, but for a section that stands above one with notes or that has a status."""
    items = tuple(_Gathering(material, choice).items())
    if choice.grouping is Grouping.SECTION:
        return tuple(_by_section(material, choice, items))
    return tuple(_by_word(items, *_KEYS[choice.grouping](material.words)))


class _Gathering:
    def __init__(self, material: Material, choice: Choice) -> None:
        self._material, self._choice = material, choice
        self._meanings = {**material.words.meanings, **material.meanings}
        self._paths = {section.id: tuple(material.tree.path(section)) for section in material.tree}
        self._sections = _chosen(material.tree, choice)

    def items(self) -> Iterator[Item]:
        tree = self._material.tree
        found = {one.id: scoped(one, tree) for one in self._material.annotations}
        for one in sorted(found.values(), key=lambda one: (document_order(one, tree), one.id)):
            if self._choice.has(one) and self._is_in_a_chosen_section(one):
                yield self._item(one)

    def _is_in_a_chosen_section(self, one: Annotation) -> bool:
        path = self._path(one)
        states = self._choice.states
        return (self._sections is None or one.target.scope in self._sections) and (
            not states or _state_on(path, self._material.statuses) in states
        )

    def _path(self, one: Annotation) -> tuple[Section, ...]:
        return self._paths.get(one.target.scope or "", ())

    def _item(self, one: Annotation) -> Item:
        color, choice = one.body.color, self._choice
        is_mark = one.kind in MARKS
        return Item(
            id=short_id(one.id),
            annotation=one,
            path=self._path(one),
            page=pages_shown(one, self._material.labels),
            quote=one.quote if choice.quotes or not is_mark else "",
            comment=one.body.value if choice.comments or not is_mark else "",
            meaning=(self._meanings.get(color) or color) if color else "",
            verdict=self._material.verdicts.get(one.id),
            picture=self._material.pictures.get(one.id) if choice.pictures else None,
        )


def pages_shown(one: Annotation, labels: Labels) -> str:
    """How people are told of its page or pages; empty for a section's sheet."""
    if not one.rects:
        return ""
    first, last = one.rects[0], one.rects[-1]
    shown = labels.shown(first.page, first.half)
    return f"{shown}–{labels.shown(last.page, last.half)}" if last.page != first.page else shown


def _chosen(tree: SectionTree, choice: Choice) -> frozenset[str | None] | None:
    """The ids of all sections that are wanted; None for all and what lies outside of them."""
    if choice.sections is None and not choice.lessons:
        return None
    tops = [s for s in tree if choice.sections is None or s.id in choice.sections]
    below = [inner for top in tops for inner in tree.within(top)]
    if choice.lessons:
        below = [inner for s in below if s.kind is Kind.LESSON for inner in tree.within(s)]
    gone = (choice.sections or frozenset()) - {s.id for s in tree}
    return frozenset(s.id for s in below) | gone


def _state_on(path: Iterable[Section], statuses: Mapping[str, Status]) -> str:
    """Of the nearest section that has one."""
    states = [statuses[section.id].state for section in path if section.id in statuses]
    return states[-1] if states else ""


def _by_section(material: Material, choice: Choice, items: Iterable[Item]) -> Iterator[Group]:
    tree = material.tree
    by_scope: dict[str | None, list[Item]] = {}
    for item in items:
        by_scope.setdefault(item.annotation.target.scope, []).append(item)
    if outside := by_scope.pop(None, None):
        yield Group(id="outside", level=1, items=tuple(outside))
    chosen = _chosen(tree, choice)
    for section in _with_something(tree, by_scope, _shown_statuses(material, choice, chosen)):
        yield Group(
            id=short_id(section.id),
            # Counted along the path, because a tree may skip levels and headings should not.
            level=1 + len(tree.path(section)),
            title=section.title,
            items=tuple(by_scope.pop(section.id, ())),
            section=section,
            status=material.statuses.get(section.id),
        )
    lost = [item for those in by_scope.values() for item in those]
    if lost:
        yield Group(id="elsewhere", level=2, title=material.words.elsewhere, items=tuple(lost))


def _shown_statuses(material: Material, choice: Choice, chosen: frozenset[str | None] | None) -> set[str]:
    """Sections whose status alone is worth a heading."""
    if choice.colors or choice.tags or choice.since or choice.until:
        return set()
    return {
        section
        for section, status in material.statuses.items()
        if (chosen is None or section in chosen) and (not choice.states or status.state in choice.states)
    }


def _with_something(tree: SectionTree, by_scope: Mapping[str | None, object], statuses: set[str]) -> list[Section]:
    """The sections that hold something, themselves or below them, in reading order."""
    holding = [section for section in tree if section.id in by_scope or section.id in statuses]
    wanted = {above.id for section in holding for above in tree.path(section)}
    return [section for section in tree if section.id in wanted]


_Keys = Callable[[Item], Iterable[tuple[str, str]]]
"""For an item what to sort its groups by, and their titles."""


def _by_word(items: Iterable[Item], keys: _Keys, mark: str) -> Iterator[Group]:
    """Args: mark: sets the ids of these groups apart from others."""
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        for key in keys(item):
            groups.setdefault(key, []).append(item)
    for key in sorted(groups):
        yield Group(id=short_id(f"{mark}\x1f{key[0]}"), level=2, title=key[1], items=tuple(groups[key]))


def _tags(words: Words) -> tuple[_Keys, str]:
    titles: dict[str, str] = {}  # "Wijk" and "wijk" are one tag, written as it is met first

    def keys(item: Item) -> Iterable[tuple[str, str]]:
        tags = {tag.casefold(): tag for tag in reversed(item.annotation.body.tags)}
        named = [(folded, titles.setdefault(folded, tag)) for folded, tag in tags.items()]
        return named or [(_WITHOUT, words.untagged)]

    return keys, "tag"


def _colours(words: Words) -> tuple[_Keys, str]:
    order = {colour.name: str(n) for n, colour in enumerate(COLOURS)}

    def keys(item: Item) -> Iterable[tuple[str, str]]:
        color = item.annotation.body.color
        return [(order.get(color, f"9{color}"), item.meaning) if color else (_WITHOUT, words.uncoloured)]

    return keys, "colour"


def _dates(words: Words) -> tuple[_Keys, str]:
    def keys(item: Item) -> Iterable[tuple[str, str]]:
        day = item.annotation.created[:10]
        return [(day, words.day(day))]

    return keys, "date"


_KEYS: dict[Grouping, Callable[[Words], tuple[_Keys, str]]] = {
    Grouping.TAG: _tags,
    Grouping.COLOUR: _colours,
    Grouping.DATE: _dates,
}
