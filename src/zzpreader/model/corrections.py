"""The reader's corrections laid over a section tree that was derived, and found again when it is derived anew."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.records import Move, SectionRecord, Verdict
from zzpreader.model.reshaping import levelled, moved, removed, shifted
from zzpreader.model.sections import Section, SectionTree, in_reading_order

_ALIKE = 0.85
_TRIES = 20
"""Moves that are looked for one by one; where more are needed, every section gets its own."""
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
    known = sorted(records, key=lambda record: (record.created, record.id))
    by_section = {record.section.id: record for record in known}
    nodes = list(tree)
    for record in known:
        if record.is_added and record.verdict is not Verdict.REJECTED:
            _insert(nodes, record.section)
    for record in known:
        if record.verdict is Verdict.REJECTED:
            nodes = removed(nodes, record.section.id)
    for record in sorted(known, key=lambda record: (record.arranged, record.id)):
        if record.move:
            nodes = moved(nodes, record.section.id, record.move)
        nodes = shifted(nodes, record.section.id, record.deeper)
    if nodes == list(tree) and not by_section:
        return tree
    return SectionTree(levelled([_said(node, by_section.get(node.id)) for node in nodes]))


def arranged(found: SectionTree, records: Iterable[SectionRecord], wanted: Sequence[Section]) -> list[SectionRecord]:
    """The records, with as many moves as are needed for `corrected` to give the sections in the wanted order.

    Sections were moved beside others that are moved or removed later, or stood below another one for as long as that
    stood before them; what the reader sees after a step is what the next one starts from, so it must not come undone.

    Args:
        wanted: in preorder, the same ones as those that `corrected` gives.
    """
    by_section = {record.section.id: record for record in records}
    stamps = _stamps(by_section.values())
    goal, moves, pinned = _outline(wanted), _moves(wanted), ""
    if {one.id for one in corrected(found, by_section.values())} != moves.keys():
        return list(by_section.values())
    for _ in range(_TRIES):
        now = corrected(found, by_section.values()).sections
        at = next((n for n, pair in enumerate(zip(_outline(now), goal, strict=True)) if pair[0] != pair[1]), None)
        if at is None:
            return list(by_section.values())
        section = now[at] if wanted[at].id == pinned else wanted[at]  # it is there, behind one that should not be
        pinned = section.id
        by_section[pinned] = _pinned(section, by_section, found, moves[pinned], next(stamps))
    for section in wanted:
        by_section[section.id] = _pinned(section, by_section, found, moves[section.id], next(stamps))
    return list(by_section.values())


def remember(section: Section, found: SectionTree) -> SectionRecord:
    """What is needed to find a section again: a record without any correction.

    Args:
        found: the tree before corrections; a section that is not in it is remembered as it is.
    """
    original = found.get(section.id) or section
    above = tuple(one.title for one in found.path(original)[:-1]) if found.get(section.id) else ()
    now = timestamp()
    return SectionRecord(id=new_id(), section=original, above=above, created=now, modified=now)


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


def _pinned(
    section: Section, records: Mapping[str, SectionRecord], found: SectionTree, move: Move, stamp: str
) -> SectionRecord:
    record = records.get(section.id) or remember(section, found)
    return replace(record, move=move, deeper=0, arranged=stamp, modified=timestamp())


def _outline(sections: Sequence[Section]) -> list[tuple[str, int]]:
    return [(section.id, section.level) for section in sections]


def _moves(sections: Sequence[Section]) -> dict[str, Move]:
    """For every section below which and behind which other one it stands."""
    tree = SectionTree(sections)
    last: dict[str | None, str] = {}
    found: dict[str, Move] = {}
    for section in sections:
        parent = tree.parent(section)
        above = parent.id if parent else None
        found[section.id] = Move(under=above, after=last.get(above))
        last[above] = section.id
    return found


def _stamps(records: Iterable[SectionRecord]) -> Iterator[str]:
    """Moments that sort behind those of all records, each behind the one before."""
    now = max([timestamp(), *(record.arranged for record in records)])
    return (f"{now}+{n:04}" for n in count())


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
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _bare(title: str) -> str:
    """What a new numbering or new spacing does not change; a title that is nothing but its number stays."""
    folded = " ".join(title.split()).casefold()
    return _NUMBERING.sub("", folded) or folded
