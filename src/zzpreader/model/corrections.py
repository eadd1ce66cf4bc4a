"""The reader's corrections laid over a section tree that was derived, and found again when it is derived anew."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.records import SectionRecord, Verdict
from zzpreader.model.sections import Section, SectionTree, in_reading_order

_ALIKE = 0.85
_NUMBERING = re.compile(r"^\s*(?:[\w.]+[.:)]|\d[\d.]*|[ivxlcdm]+\b)\s*[-–:.]?\s*", re.IGNORECASE)


def with_known_ids(sections: Sequence[Section], records: Iterable[SectionRecord]) -> list[Section]:
    """The sections with the ids by which the reader's records name them.

    A section's id is made of the titles on the way to it, so another algorithm or another edition may give another. A
    record whose id is not among them takes the section that is most like the one it knew, if one is like it.
    """
    ids = {section.id for section in sections}
    lost = [record for record in records if not record.is_added and record.section.id not in ids]
    if not lost:
        return list(sections)
    spoken_for = {record.section.id for record in records}
    titles = _titles_above(sections)
    candidates = [
        (likeness, -n, m)
        for n, record in enumerate(lost)
        for m, section in enumerate(sections)
        if section.id not in spoken_for and (likeness := _likeness(record, section, titles[m])) >= _ALIKE
    ]
    renamed: dict[int, str] = {}
    done: set[int] = set()
    for _, n, m in sorted(candidates, reverse=True):
        if n not in done and m not in renamed:
            done.add(n)
            renamed[m] = lost[-n].section.id
    return [replace(s, id=renamed[m]) if m in renamed else s for m, s in enumerate(sections)]


def corrected(tree: SectionTree, records: Iterable[SectionRecord]) -> SectionTree:
    """The tree as the reader wants it; the same one without corrections.

    Args:
        tree: with the ids that the records know (`with_known_ids`).
    """
    known = sorted(records, key=lambda record: (record.modified, record.id))
    by_section = {record.section.id: record for record in known}
    nodes = list(tree)
    for record in known:
        if record.is_added and record.verdict is not Verdict.REJECTED:
            _insert(nodes, record.section)
    for record in known:
        if record.verdict is Verdict.REJECTED:
            _remove(nodes, record.section.id)
    for record in sorted(known, key=lambda record: (record.arranged, record.id)):
        _move(nodes, record)
        _shift(nodes, record.section.id, record.deeper)
    if nodes == list(tree) and not by_section:
        return tree
    return SectionTree(_levelled([_said(node, by_section.get(node.id)) for node in nodes]))


def remember(section: Section, found: SectionTree) -> SectionRecord:
    """What is needed to find a section again: a record without any correction.

    Args:
        found: the tree before corrections; a section that is not in it is remembered as it is.
    """
    original = found.get(section.id) or section
    above = tuple(one.title for one in found.path(original)[:-1]) if found.get(section.id) else ()
    now = timestamp()
    return SectionRecord(id=new_id(), section=original, above=above, created=now, modified=now)


def subtree(nodes: Sequence[Section], start: int) -> int:
    """The index behind the node at `start` and all below it."""
    end = start + 1
    while end < len(nodes) and nodes[end].level > nodes[start].level:
        end += 1
    return end


def _said(section: Section, record: SectionRecord | None) -> Section:
    if record is None:
        return section
    is_sure = record.verdict or record.title or record.kind or record.deeper or record.move
    return replace(
        section,
        title=record.title or section.title,
        kind=record.kind or section.kind,
        confidence=1.0 if is_sure and section.confidence > 0 else section.confidence,
    )


def _insert(nodes: list[Section], added: Section) -> None:
    """Before the first section that starts behind it."""
    here = in_reading_order(added.place)
    index = next((n for n, node in enumerate(nodes) if in_reading_order(node.place) > here), len(nodes))
    nodes.insert(index, added)


def _remove(nodes: list[Section], section_id: str) -> None:
    """The section alone: what is below it rises by a level."""
    index = _index(nodes, section_id)
    if index is not None:
        end = subtree(nodes, index)
        nodes[index:end] = [replace(node, level=node.level - 1) for node in nodes[index + 1 : end]]


def _shift(nodes: list[Section], section_id: str, by: int) -> None:
    index = _index(nodes, section_id)
    if index is not None:
        end = subtree(nodes, index)
        nodes[index:end] = [replace(node, level=max(1, node.level + by)) for node in nodes[index:end]]


def _move(nodes: list[Section], record: SectionRecord) -> None:
    """Nothing if the sections between which it should stand are no more, or are below it."""
    index, move = _index(nodes, record.section.id), record.move
    if index is None or move is None:
        return
    end = subtree(nodes, index)
    taken, rest = nodes[index:end], [*nodes[:index], *nodes[end:]]
    above, before = _index(rest, move.under), _index(rest, move.after)
    if (move.under and above is None) or (move.after and before is None):
        return
    level = 1 if above is None else rest[above].level + 1
    target = subtree(rest, before) if before is not None else 0 if above is None else above + 1
    by = level - taken[0].level
    nodes[:] = [*rest[:target], *(replace(node, level=max(1, node.level + by)) for node in taken), *rest[target:]]


def _levelled(nodes: Sequence[Section]) -> list[Section]:
    """Without steps down of more than one level, which no tree can show."""
    levelled: list[Section] = []
    above: list[int] = []
    for node in nodes:
        while above and above[-1] >= node.level:
            above.pop()
        above.append(node.level)
        levelled.append(node if node.level == len(above) else replace(node, level=len(above)))
    return levelled


def _index(nodes: Sequence[Section], section_id: str | None) -> int | None:
    return next((n for n, node in enumerate(nodes) if node.id == section_id), None)


def _titles_above(sections: Sequence[Section]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    path: list[Section] = []
    for section in sections:
        while path and path[-1].level >= section.level:
            path.pop()
        found.append(tuple(one.title for one in path))
        path.append(section)
    return found


def _likeness(record: SectionRecord, section: Section, above: tuple[str, ...]) -> float:
    """0 to 1 for how like its title is, and a little more for the same way to it, the same label and the same kind."""
    one, other = _bare(record.section.title), _bare(section.title)
    alike = 1.0 if one == other else _ratio(one, other)
    if alike < _ALIKE:
        return 0.0
    same_way = [_bare(title) for title in record.above] == [_bare(title) for title in above]
    same_label = record.section.label is not None and record.section.label == section.label
    return alike + 0.1 * same_way + 0.05 * same_label + 0.05 * (record.section.kind is section.kind)


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _bare(title: str) -> str:
    """What a new numbering or new spacing does not change; a title that is nothing but its number stays."""
    folded = " ".join(title.split()).casefold()
    return _NUMBERING.sub("", folded) or folded
