"""What a reader must be able to tell apart."""

import pytest
from PySide6.QtGui import QColor

from zzpreader.model.legend import COLOURS
from zzpreader.session.pictures import Paper
from zzpreader.ui.view import inks


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def laid(shade: QColor, paper: Paper) -> QColor:
    """Over bare paper."""
    ground = inks.paper_colour(paper)
    pick = max if paper is Paper.DARK else min
    return QColor(
        pick(shade.red(), ground.red()), pick(shade.green(), ground.green()), pick(shade.blue(), ground.blue())
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("colour", COLOURS, ids=lambda colour: colour.name)
def test_the_edge_of_a_mark_is_told_from_the_paper(colour, paper):
    assert contrast(inks.edge_of(colour, paper), inks.paper_colour(paper)) >= 3


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("colour", COLOURS, ids=lambda colour: colour.name)
def test_letters_stay_legible_where_two_highlights_lie(colour, paper):
    letters = QColor("#d8d8d8") if paper is Paper.DARK else QColor("#000000")
    deeper = laid(inks.deeper_of(QColor(colour.fill), paper), paper)
    assert contrast(letters, deeper) >= 4.5
    assert deeper != laid(inks.fill_of(QColor(colour.fill), paper), paper)
