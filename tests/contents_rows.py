"""What the section tree shows, for tests of its pane."""

from PySide6.QtCore import QModelIndex, Qt

from zzpreader.ui.contents.tree import ContentsTree


def tree(pane) -> ContentsTree:
    return pane.findChild(ContentsTree)


def rows(pane, below=None) -> list[str]:
    """Titles of what is shown, folded parts left out."""
    below = below or QModelIndex()
    view, model = tree(pane), tree(pane).model()
    titles = []
    for row in range(model.rowCount(below)):
        index = model.index(row, 0, below)
        titles.append(index.data())
        if view.isExpanded(index):
            titles += rows(pane, index)
    return titles


def index(pane, title: str) -> QModelIndex:
    model = tree(pane).model()
    found = model.match(
        model.index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        title,
        1,
        Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly,
    )
    return found[0] if found else QModelIndex()


def spoken(pane, title: str) -> str:
    return index(pane, title).data(Qt.ItemDataRole.AccessibleTextRole)
