"""How the guide looks: letters, colours and measures, in one place."""

from pathlib import Path
from typing import NamedTuple

from guide.letters import Face, Piece, Style
from guide.source import Spans

Colour = tuple[float, float, float]

INK: Colour = (0.13, 0.13, 0.14)
QUIET: Colour = (0.36, 0.38, 0.40)
DEEP: Colour = (0.07, 0.24, 0.31)
WARM: Colour = (0.76, 0.29, 0.16)
LINK: Colour = (0.05, 0.32, 0.45)
PALE: Colour = (0.94, 0.96, 0.965)
HAIR: Colour = (0.78, 0.82, 0.84)
WHITE: Colour = (1.0, 1.0, 1.0)

LEFT, MEASURE = 102.0, 391.0
TOP, BOTTOM = 86.0, 756.0
FOOT = 790.0


class Design(NamedTuple):
    """The styles of the guide; made anew for every document, because a face remembers what was set."""

    text: Style
    strong: Style
    stressed: Style
    number: Style
    bullet: Style
    heading: Style
    subheading: Style
    cell: Style
    cell_strong: Style
    column: Style
    small: Style
    title: Style
    subtitle: Style
    label: Style

    @classmethod
    def of(cls, fonts: Path) -> "Design":
        serif, italic, semibold, plain, medium, bold = (
            Face(fonts / f"{name}.ttf")
            for name in (
                "Literata-Regular",
                "Literata-Italic",
                "Literata-SemiBold",
                "PublicSans-Regular",
                "PublicSans-SemiBold",
                "PublicSans-Bold",
            )
        )
        return cls(
            text=Style(serif, 10.2, 15.0, INK),
            strong=Style(semibold, 10.2, 15.0, INK),
            stressed=Style(italic, 10.2, 15.0, INK),
            number=Style(semibold, 10.2, 15.0, WARM),
            bullet=Style(semibold, 13.5, 15.0, WARM),
            heading=Style(bold, 21, 26, DEEP, tracking=-8),
            subheading=Style(medium, 12.2, 17, DEEP),
            cell=Style(plain, 9, 13, INK),
            cell_strong=Style(medium, 9, 13, INK),
            column=Style(medium, 8, 13, QUIET, tracking=15),
            small=Style(plain, 8, 11, QUIET),
            title=Style(bold, 46, 50, WHITE, tracking=-18),
            subtitle=Style(serif, 15, 22, (0.86, 0.92, 0.94)),
            label=Style(medium, 11, 15, (0.98, 0.72, 0.52), tracking=60),
        )

    def pieces(self, spans: Spans, plain: Style, strong: Style, stressed: Style | None = None) -> list[Piece]:
        """The spans in these styles; links in the colour of links."""
        pieces: list[Piece] = []
        for span in spans:
            style = strong if span.strong else (stressed or plain) if span.stressed else plain
            if span.link:
                style = style._replace(colour=LINK)
            pieces.append(Piece(span.text, style, span.link))
        return pieces
