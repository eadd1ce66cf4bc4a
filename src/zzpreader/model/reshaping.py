"""What a hand does to a section tree: sections are taken out, brought deeper, moved with all that is below them.

Pure functions on nodes in preorder, each with its level. One whose section is not there changes nothing.
"""

from collections.abc import Collection, Sequence
from enum import Enum, auto

from msgspec.structs import replace

from zzpreader.model.records import Move
from zzpreader.model.sections import Section, SectionTree


class Drop(Enum):
    """Where something is let go, seen from the row there."""

    BEFORE = auto()
    INTO = auto()
    BEHIND = auto()


def subtree(nodes: Sequence[Section], start: int) -> int:
    """The index behind the node at `start` and all below it."""
    end = start + 1
    while end < len(nodes) and nodes[end].level > nodes[start].level:
        end += 1
    return end


def removed(nodes: Sequence[Section], section_id: str) -> list[Section]:
    """Without the section alone: what is below it rises by a level."""
    index = _index(nodes, section_id)
    if index is None:
        return list(nodes)
    end = subtree(nodes, index)
    return [*nodes[:index], *_deeper(nodes[index + 1 : end], -1), *nodes[end:]]


def shifted(nodes: Sequence[Section], section_id: str, by: int) -> list[Section]:
    """With the section and all below it so many levels deeper, or further out."""
    index = _index(nodes, section_id)
    if index is None or not by:
        return list(nodes)
    end = subtree(nodes, index)
    return [*nodes[:index], *_deeper(nodes[index:end], by), *nodes[end:]]


def moved(nodes: Sequence[Section], section_id: str, move: Move) -> list[Section]:
    """Nothing changes if the sections between which it should stand are no more, or are below it."""
    index = _index(nodes, section_id)
    if index is None:
        return list(nodes)
    end = subtree(nodes, index)
    taken, rest = nodes[index:end], [*nodes[:index], *nodes[end:]]
    above, before = _index(rest, move.under), _index(rest, move.after)
    if (move.under and above is None) or (move.after and before is None):
        return list(nodes)
    level = 1 if above is None else rest[above].level + 1
    target = subtree(rest, before) if before is not None else 0 if above is None else above + 1
    return [*rest[:target], *_deeper(taken, level - taken[0].level), *rest[target:]]


def levelled(nodes: Sequence[Section]) -> list[Section]:
    """Without steps down of more than one level, which no tree can show."""
    found: list[Section] = []
    above: list[int] = []
    for node in nodes:
        while above and above[-1] >= node.level:
            above.pop()
        above.append(node.level)
        found.append(node if node.level == len(above) else replace(node, level=len(above)))
    return found


def outermost(tree: SectionTree, section_ids: Collection[str]) -> list[Section]:
    """Those of them that are below no other of them, in the order of the tree: the others go along."""
    found = [section for section in tree if section.id in section_ids]
    return [one for one in found if not any(above.id in section_ids for above in tree.path(one)[:-1])]


def can_shift(tree: SectionTree, section_ids: Collection[str], by: int) -> bool:
    """Deeper only below a section that stands beside it, further out only as long as something is above it."""
    chosen = outermost(tree, section_ids)
    if by < 0:
        return bool(chosen) and all(one.level + by >= 1 for one in chosen)
    return bool(chosen) and all(_beside(tree, one, -1) is not None for one in chosen)


def step_aside(tree: SectionTree, section_ids: Collection[str], step: int) -> Move | None:
    """One place up (-1) or down (1) among the sections beside them; None if there is none, or they are not beside
    each other."""
    chosen = outermost(tree, section_ids)
    if not chosen:
        return None
    above = tree.parent(chosen[0])
    beside = children(tree, above)
    if any(one not in beside for one in chosen):
        return None
    ranks = [beside.index(one) for one in chosen]
    goal = ranks[0] - 2 if step < 0 else ranks[-1] + 1
    if (step < 0 and ranks[0] == 0) or goal >= len(beside):
        return None
    return Move(under=above.id if above else None, after=beside[goal].id if goal >= 0 else None)


def dropped(tree: SectionTree, section_ids: Collection[str], on: Section | None, drop: Drop, *, unfolded: bool) -> Move:
    """Where sections go that are let go there.

    Args:
        on: the section of that row; None: below all rows.
        unfolded: whether what is below that section is shown: then behind its row is before the first of these.
    """
    above, after = None, None
    if on is None:
        after = _last(children(tree, None), section_ids)
    elif drop is Drop.INTO:
        above, after = on, _last(children(tree, on), section_ids)
    elif drop is Drop.BEHIND and unfolded and children(tree, on):
        above = on
    else:
        above = tree.parent(on)
        beside = children(tree, above)
        until = beside.index(on) + (drop is Drop.BEHIND)
        after = _last(beside[:until], section_ids)
    return Move(under=above.id if above else None, after=after)


def children(tree: SectionTree, section: Section | None) -> list[Section]:
    """Of a section, or for None the outermost ones, in order."""
    within = tree.within(section)[1:] if section else tree.sections
    return [one for one in within if tree.parent(one) == section]


def _last(beside: Sequence[Section], taken: Collection[str]) -> str | None:
    return next((one.id for one in reversed(beside) if one.id not in taken), None)


def _beside(tree: SectionTree, section: Section, step: int) -> Section | None:
    beside = children(tree, tree.parent(section))
    at = beside.index(section) + step
    return beside[at] if 0 <= at < len(beside) else None


def _deeper(nodes: Sequence[Section], by: int) -> list[Section]:
    return [replace(node, level=max(1, node.level + by)) for node in nodes]


def _index(nodes: Sequence[Section], section_id: str | None) -> int | None:
    return next((n for n, node in enumerate(nodes) if node.id == section_id), None)
