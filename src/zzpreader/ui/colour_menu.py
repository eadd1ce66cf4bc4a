"""The colours of the legend as the entries of a menu: the same words wherever a colour is chosen."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from zzpreader.model.legend import COLOURS
from zzpreader.ui.acting import doing
from zzpreader.ui.colours import colour_name, meaning
from zzpreader.ui.swatches import swatch_icon


def fill_with_colours(
    menu: QMenu, meanings: Mapping[str, str], choose: Callable[[str], object], current: str | None = None
) -> None:
    """Each with its name and what it means.

    Args:
        meanings: the reader's own words by name of the colour.
        choose: is called with the name of the one that is chosen.
        current: the one that is ticked; "" for none of them; None: no colour here is or becomes the current one.
    """
    group = QActionGroup(menu)
    for colour in COLOURS:
        words = f"{colour_name(colour.name)} – {meaning(colour.name, meanings)}"
        action = menu.addAction(swatch_icon(colour), words.replace("&", "&&"))
        if current is not None:
            action.setCheckable(True)
            action.setChecked(colour.name == current)
            group.addAction(action)
        action.triggered.connect(doing(partial(choose, colour.name)))
