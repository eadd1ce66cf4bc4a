"""Colours laid over a page, so that text stays legible on every paper.

On light and warm paper the darker of page and colour is shown: white takes the colour, black stays black. On dark paper
the lighter of page and a dimmed colour: the ground takes it, bright text stays bright. Unlike multiplying, laying one
colour twice shows no band where the boxes of two lines overlap.
"""

from PySide6.QtGui import QColor, QPainter, QPalette

from zzpreader.model.legend import Colour
from zzpreader.session.pictures import BACKGROUND, Paper

MODE = QPainter.CompositionMode

HIT, CURRENT_HIT, HIT_EDGE = QColor("#ffd37a"), QColor("#ff9d42"), QColor("#8a3d00")
_DIMMED = 0.32
"""On dark paper: bright enough to be seen, darker than the grey edges of letters."""
_DEEPER = 122
"""Percent by which a highlight deepens on another one; black on it stays far above 7:1."""
_GREY_PAPER = {Paper.LIGHT: QColor("#e4e4e4"), Paper.SEPIA: QColor("#e5dccb"), Paper.DARK: QColor("#34343a")}


def paper_colour(paper: Paper) -> QColor:
    return QColor.fromRgb(BACKGROUND[paper])


def failed_colour(paper: Paper) -> QColor:
    """The ground of a page that cannot be drawn."""
    return _GREY_PAPER[paper]


def mode_of(paper: Paper) -> MODE:
    return MODE.CompositionMode_Lighten if paper is Paper.DARK else MODE.CompositionMode_Darken


def fill_of(colour: QColor, paper: Paper) -> QColor:
    """What `mode_of` lays over the page."""
    if paper is not Paper.DARK:
        return colour
    return QColor.fromRgbF(colour.redF() * _DIMMED, colour.greenF() * _DIMMED, colour.blueF() * _DIMMED)


def deeper_of(colour: QColor, paper: Paper) -> QColor:
    """What `mode_of` lays where a highlight lies on another one."""
    shade = fill_of(colour, paper)
    return shade.lighter(_DEEPER) if paper is Paper.DARK else shade.darker(_DEEPER)


def edge_of(colour: Colour, paper: Paper) -> QColor:
    """The line that tells a mark from the paper: at 3:1 or better on either."""
    return QColor(colour.fill if paper is Paper.DARK else colour.edge)


def selection_fill(palette: QPalette, paper: Paper) -> QColor:
    fill = QColor(palette.color(QPalette.ColorRole.Highlight))
    if paper is Paper.DARK:
        # `fill_of` dims it again.
        return QColor.fromRgbF(*(min(0.7 * part / _DIMMED, 1.0) for part in (fill.redF(), fill.greenF(), fill.blueF())))
    # The full colour would hide the text.
    return QColor.fromRgbF(*(1 - (1 - part) * 0.4 for part in (fill.redF(), fill.greenF(), fill.blueF())))
