"""The document's title is no node above everything, wherever a tree comes from."""

from collections.abc import Sequence

from zzpreader.structure.numbering import split_number
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold
from zzpreader.structure.trees import Node

_LARGE = 1.15
"""A title is set so much larger than the text."""

_MOST_LINES = 4


def without_title(text: DocumentText, nodes: Sequence[Node], *, surely: bool) -> list[Node]:
    """The nodes without a first one that has all others below it, if it is the document's title.

    Args:
        surely: only if the first page shows the title in large type; what the PDF itself says is not changed lightly.
    """
    root, rest = nodes[0] if nodes else None, nodes[1:]
    below = [node.level for node in rest]
    if not root or root.level != 1 or min(below, default=1) == 1 or below.count(2) < 2:
        return list(nodes)
    if split_number(root.title)[0] or (surely and not _is_on_first_page(text, root)):
        return list(nodes)
    return [node._replace(level=node.level - 1) for node in rest]


def _is_on_first_page(text: DocumentText, root: Node) -> bool:
    title = fold(root.title)
    large = [text.rows[n] for n in text.on(0) if text.rows[n].style.size > _LARGE * text.body.size]
    said = [fold(row.text) for row in large]
    starts = range(len(said))
    return root.page == 0 and any(
        title == "".join(said[start : start + lines]) for start in starts for lines in range(1, _MOST_LINES + 1)
    )
