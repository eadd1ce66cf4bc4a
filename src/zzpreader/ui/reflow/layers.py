"""Marks, hits and links as they are laid over the column."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from zzpreader.model.annotation import Annotation, Kind, TextPositionSelector
from zzpreader.model.legend import colour
from zzpreader.session.pictures import Paper
from zzpreader.session.search import Hit
from zzpreader.ui.reflow.filling import Filling
from zzpreader.ui.reflow.look import Look, wave
from zzpreader.ui.view import inks

Layer = tuple[int, int, QTextEdit.ExtraSelection]
_MOST = 2_000
"""Of one stretch; each is looked at whenever the column is painted."""


def layers(
    filling: Filling, look: Look, annotations: Iterable[Annotation], hits: Sequence[Hit], current: Hit | None
) -> list[Layer]:
    """From the lowest to the uppermost."""
    found: list[Layer] = []
    for annotation in annotations:
        form = _form(annotation, look.paper)
        for selector in annotation.target.selector if form else ():
            if isinstance(selector, TextPositionSelector):
                spans = filling.positions(selector.page, selector.start, selector.end)
                found += [_layer(start, end, form) for start, end in spans if form]
    for hit in hits:
        fill = inks.CURRENT_HIT if hit == current else inks.HIT
        spans = filling.positions(hit.page, hit.start, hit.end)
        found += [_layer(start, end, _filled(fill, look.paper)) for start, end in spans]
    return found[:_MOST]


def _form(annotation: Annotation, paper: Paper) -> QTextCharFormat | None:
    legend = colour(annotation.body.color)
    form = QTextCharFormat()
    match annotation.kind:
        case Kind.HIGHLIGHT:
            return _filled(QColor(legend.fill), paper)
        case Kind.UNDERLINE:
            form.setFontUnderline(True)
            form.setUnderlineColor(inks.edge_of(legend, paper))
        case Kind.STRIKEOUT:
            form.setFontStrikeOut(True)
        case Kind.SQUIGGLY:
            return wave(inks.edge_of(legend, paper))
        case _:
            return None
    return form


def _filled(fill: QColor, paper: Paper) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(inks.fill_of(fill, paper))
    return form


def _layer(start: int, end: int, form: QTextCharFormat) -> Layer:
    layer = QTextEdit.ExtraSelection()
    layer.format = form  # type: ignore[assignment] - the binding types a field as its getter
    return start, end, layer


def link_layer(start: int, end: int, look: Look) -> Layer:
    form = QTextCharFormat()
    form.setForeground(look.link)
    form.setFontUnderline(True)
    return _layer(start, end, form)
