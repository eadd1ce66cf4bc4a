"""Where the parts of a card lie. Heights are cheap: they are asked for ten thousand cards at once."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.ui.notes.rendered import RenderedNote, rendered
from zzpreader.ui.notes.wrapping import wrapped

BAR_PX = 4
GAP_PX = 8
PAD_PX = 10
BUTTON_PX = 28
QUOTE_LINES = 3
TEXT_LINES = 8
TAG_LINES = 2
_ALL = 5_000
_FIRST_LETTERS = 2_000
"""Of a note of which only the first lines are shown."""


NO_PICTURE = QSize(0, 0)


class Field(NamedTuple):
    """What is being edited in a card, and how high its editor is."""

    annotation_id: str
    name: str
    height: int


COMMENT, TAGS = "comment", "tags"


class Part(NamedTuple):
    """A part of a card and the lines that stand in it; without height if it is not there."""

    box: QRect
    lines: list[str]


class CardParts(NamedTuple):
    """In the coordinates of the list.

    Args:
        picture: of a marked area; empty if there is none.
        note: the text as Markdown, to be drawn in the box of `text`; None for a name, which stands in its lines.
        cut: whether some of the text is left out.
    """

    card: QRect
    meta: QRect
    picture: QRect
    quote: Part
    text: Part
    tags: Part
    links: Part
    note: RenderedNote | None
    cut: bool


def quoted(annotation: Annotation) -> str:
    """The marked words; of an area what is to be seen there."""
    words = " ".join(annotation.quote.split())
    return f"“{words}”" if words else " ".join(annotation.body.description.split())


def tags_of(annotation: Annotation) -> str:
    return "   ".join(f"#{tag}" for tag in annotation.body.tags)


def lay_out(
    annotation: Annotation,
    left: int,
    top: int,
    width: int,
    font: QFont,
    *,
    expanded: bool,
    editing: Field | None,
    links: Sequence[str] = (),
    picture: QSize = NO_PICTURE,
) -> CardParts:
    """
    Args:
        editing: what is edited in this card, if anything is.
        links: a line for each.
    """
    italic, bold = QFont(font), QFont(font)
    italic.setItalic(True)
    bold.setBold(True)
    inner_left, inner = left + BAR_PX + PAD_PX, inner_width(width)
    y = top + GAP_PX // 2 + PAD_PX // 2
    meta = QRect(inner_left, y, inner, max(QFontMetrics(font).height(), BUTTON_PX - 2))
    bottom = meta.bottom() + 1

    def place(lines: list[str], height: int, gap: int) -> Part:
        nonlocal bottom
        found = Part(QRect(inner_left, bottom + gap, inner, height), lines)
        if height:
            bottom += gap + height
        return found

    def part(text: str, most: int, face: QFont, gap: int) -> tuple[Part, bool]:
        metrics = QFontMetrics(face)
        lines, whole = wrapped(text, inner, _ALL if expanded else most, metrics.horizontalAdvance)
        return place(lines, len(lines) * metrics.lineSpacing(), gap), whole

    shot = place([], picture.height(), 4).box
    shot.setWidth(picture.width())
    quote, quote_whole = part(quoted(annotation), QUOTE_LINES, italic, 2)
    value = annotation.body.value.strip()
    note = None
    if editing and editing.name == COMMENT:
        text, text_whole = place([], editing.height, 4), True
    elif value and not is_named(annotation):
        note = rendered(value if expanded else value[:_FIRST_LETTERS], inner, font)
        most = note.height if expanded else note.height_within(TEXT_LINES * QFontMetrics(font).lineSpacing())
        text, text_whole = place([], most, 4), most == note.height and (expanded or len(value) <= _FIRST_LETTERS)
    else:
        text, text_whole = part(value, TEXT_LINES, bold, 4)
    if editing and editing.name == TAGS:
        tags, tags_whole = place([], editing.height, 4), True
    else:
        tags, tags_whole = part(tags_of(annotation), TAG_LINES, font, 4)
    metrics = QFontMetrics(font)
    shown = [metrics.elidedText(one, Qt.TextElideMode.ElideRight, inner) for one in links]
    linked = place(shown, len(shown) * metrics.lineSpacing(), 4)
    card = QRect(left, top + GAP_PX // 2, width, bottom + PAD_PX - 2 - top - GAP_PX // 2)
    is_cut = not (quote_whole and text_whole and tags_whole)
    return CardParts(card, meta, shot, quote, text, tags, linked, note, is_cut)


def inner_width(width: int) -> int:
    """What a card of that width leaves for what stands in it."""
    return max(width - BAR_PX - 2 * PAD_PX, 1)


def height_of(parts: CardParts) -> int:
    return parts.card.height() + GAP_PX


def estimate(annotation: Annotation, letters: int, spacing: int, picture_px: int = 0) -> int:
    """About how high a card is, where so many letters stand on a line; cheap, for those that are not in sight."""
    quote = min(-(-len(annotation.quote or annotation.body.description) // letters), QUOTE_LINES)
    text = min(-(-len(annotation.body.value) // letters), TEXT_LINES)
    lines = quote + text + bool(annotation.body.tags)
    gaps = bool(text) + bool(annotation.body.tags) + bool(picture_px)
    return BUTTON_PX + PAD_PX + GAP_PX + picture_px + lines * spacing + 4 * gaps


def is_named(annotation: Annotation) -> bool:
    """Whether its text is a name rather than a comment."""
    return annotation.kind is Kind.BOOKMARK
