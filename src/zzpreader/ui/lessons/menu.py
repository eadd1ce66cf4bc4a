"""The statuses as entries of a menu."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from zzpreader.model.records import Status
from zzpreader.ui.acting import doing
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.words import PICTURES, status_words


def fill_status_menu(
    menu: QMenu, held: Collection[Status], choose: Callable[[Status], object], *, digits: bool = False
) -> None:
    """
    Args:
        held: by what is chosen; checked if it is one.
        digits: whether 1 to 6 do the same where the menu is opened, which is said then.
    """
    group = QActionGroup(menu)
    for digit, status in enumerate(Status, start=1):
        words = f"{status_words(status)}\t{digit}" if digits else status_words(status)
        action = menu.addAction(icon(PICTURES[status]), words)
        action.setCheckable(True)
        action.setChecked(set(held) == {status})
        group.addAction(action)
        action.triggered.connect(doing(partial(choose, status)))
