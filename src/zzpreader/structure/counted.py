"""Short lines that stand alone and count on through the publication: headings of letters and reports that set them
like their text."""

import re
from collections.abc import Iterator, Sequence

from zzpreader.model.sections import Source
from zzpreader.structure.numbering import split_number
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import tidy
from zzpreader.structure.trees import Node

_COUNTED = re.compile(r"((?P<number>\d{1,2})|(?P<letter>[a-z]))[.)] [^\W\d_]", re.ASCII)
_FEWEST = 4
_LONGEST = 60
_WHITE = 0.8
"""Above and below, in heights of the type."""


def with_counted(text: DocumentText, nodes: Sequence[Node]) -> list[Node]:
    """The tree of headings known by their type, or that of lines "1. …" to "4. …" at least, if these are more.

    Lines "a. …" that count on below one of them are its sub-sections.
    """
    run = list(_run(text))
    numbered = [node for node in nodes if split_number(node.title)[0]]
    firsts = [node for node in run if node.level == 1]
    if len(firsts) < max(_FEWEST, len(numbered) + 1) or len({node.page for node in firsts}) < _FEWEST - 1:
        return list(nodes)
    taken = {node.order for node in run}
    others = [node._replace(level=1) for node in nodes if node.level == 1 and node.order not in taken]
    return sorted([*run, *others], key=lambda node: node.order)


def _run(text: DocumentText) -> Iterator[Node]:
    number = letter = 0
    for n, row in enumerate(text.rows):
        said = _COUNTED.match(row.text)
        if said is None or not _is_alone(text, n):
            continue
        if said["number"] and int(said["number"]) == number + 1:
            number, letter = number + 1, 0
            yield _node(text, n, 1)
        elif said["letter"] and number and ord(said["letter"]) - ord("a") == letter:
            letter += 1
            yield _node(text, n, 2)


def _is_alone(text: DocumentText, n: int) -> bool:
    row = text.rows[n]
    if row.beside or n in text.running or len(row.text) > _LONGEST or row.text.endswith((".", ";", ",", ":")):
        return False
    on_page = text.on(row.page)
    below = text.rows[n + 1].gap if n + 1 in on_page else 0.0
    return row.gap > _WHITE * row.style.size and below > _WHITE * row.style.size


def _node(text: DocumentText, n: int, level: int) -> Node:
    row = text.rows[n]
    return Node(level, tidy(row.text), row.page, row.y, n, row.column, Source.HEADINGS, 0.5)
