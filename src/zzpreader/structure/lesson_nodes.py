"""Lessons in the tree: below the section in which they stand, those of one run beside each other."""

from collections.abc import Sequence
from heapq import merge

from zzpreader.model.sections import Kind, Source
from zzpreader.structure.lessons import Anchor, announces, find_runs, says_lesson, title_of
from zzpreader.structure.numbering import split_number
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import ENOUGH, fold, likeness, tidy
from zzpreader.structure.trees import Node

_NEAR = 3
"""Rows between a lesson's first line and the place that a bookmark names for it."""


def with_lessons(text: DocumentText, nodes: Sequence[Node]) -> list[Node]:
    """The tree with its lessons: new nodes below their sections, or sections known to be lessons."""
    announcing = _announcing(text, nodes)
    tree = list(merge(nodes, announcing, key=lambda node: node.order))
    runs = find_runs(text, tree)
    idle = set(announcing) - {_last_before(tree, run[0].row) for run in runs}
    tree = [node for node in tree if node not in idle]
    for run in runs:
        tree = _with_run(text, tree, run)
    return tree


def _announcing(text: DocumentText, nodes: Sequence[Node]) -> list[Node]:
    """Headings that announce lessons and are no section yet; there is one of them only, so its look tells little."""
    taken = {node.order for node in nodes}
    found: list[Node] = []
    for n, row in enumerate(text.rows):
        if n in taken or n in text.running or not announces(text, n):
            continue
        above = _last_before(nodes, n)
        level = above.level + 1 if above else 1
        found.append(Node(level, tidy(row.text), row.page, row.y, n, row.column, Source.HEADINGS, 0.6))
    return found


def _last_before(nodes: Sequence[Node], row: int) -> Node | None:
    before = [node for node in nodes if node.order <= row]
    return max(before, key=lambda node: node.order) if before else None


def _with_run(text: DocumentText, nodes: Sequence[Node], run: Sequence[Anchor]) -> list[Node]:
    own = {place: anchor for anchor in run if (place := _place_of(text, nodes, anchor)) is not None}
    known = min((nodes[place].level for place in own), default=None)
    missing = [anchor for anchor in run if anchor not in own.values()]
    parts = [(node.order, 0, place) for place, node in enumerate(nodes)]
    lessons = [(anchor.row, 1, place) for place, anchor in enumerate(missing)]
    tree: list[Node] = []
    lesson: Node | None = None  # in which what follows may lie
    shift = 0
    for _, is_new, place in merge(parts, lessons):
        if is_new:
            level = known or (lesson.level if lesson else tree[-1].level + 1 if tree else 1)
            lesson, shift = _new(text, missing[place], level), 0
            tree.append(lesson)
        elif place in own:
            lesson, shift = nodes[place]._replace(kind=Kind.LESSON), 0
            tree.append(lesson)
        else:
            node = nodes[place]
            if lesson and node.level == lesson.level and _lies_in(text, node, lesson):
                shift = 1
            elif lesson and node.level <= lesson.level:
                lesson, shift = None, 0
            tree.append(node._replace(level=node.level + shift))
    return tree


def _place_of(text: DocumentText, nodes: Sequence[Node], anchor: Anchor) -> int | None:
    """The node that is the lesson: it stands where the lesson does and says so, as the chapter above it does not."""
    said = fold(title_of(text, anchor.row))
    rest = fold(split_number(title_of(text, anchor.row))[1])
    best: tuple[int, int] | None = None
    for place, node in enumerate(nodes):
        away = abs(node.order - anchor.row)
        if node.page >= text.pages or away > _NEAR or (best and best[0] <= away):
            continue
        title = fold(node.title)
        named = says_lesson(node.title, anchor)
        counted = anchor.announced and likeness(fold(split_number(node.title)[1]), rest) >= ENOUGH
        worded = len(title) > 8 and (title in said or likeness(title, said) >= ENOUGH)
        if named or counted or worded:
            best = (away, place)
    return best[1] if best else None


def _lies_in(text: DocumentText, node: Node, lesson: Node) -> bool:
    """Whether a heading beside a lesson is one of its own: known by its type, which is lighter than the lesson's."""
    if node.source is not Source.HEADINGS or split_number(node.title)[0]:
        return False
    inner, outer = text.rows[node.order].style, text.rows[lesson.order].style
    return (inner.size, inner.bold) < (outer.size, outer.bold)


def _new(text: DocumentText, anchor: Anchor, level: int) -> Node:
    row = text.rows[anchor.row]
    return Node(
        level=level,
        title=title_of(text, anchor.row),
        page=row.page,
        y=row.y,
        order=anchor.row,
        column=row.column,
        source=Source.LIST,
        confidence=0.7 if anchor.announced else 0.8,
        kind=Kind.LESSON,
    )
