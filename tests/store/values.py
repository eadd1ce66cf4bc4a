"""Annotations and folders that the tests of the store share."""

from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
    TextQuoteSelector,
)
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.publication import Edition, Publication

PUBLICATION = Publication(
    id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0001", title="Proef", editions=(Edition(sha256="a" * 64, pages=3),)
)
WHEN = "2026-11-23T18:00:00.000Z"


def annotation(number: int, text: str = "") -> Annotation:
    return Annotation(
        id=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        motivation=Motivation.HIGHLIGHTING,
        target=Target(
            source=PUBLICATION.id,
            scope="section-0123456789abcdef",
            selector=(
                TextQuoteSelector(exact=f"Zinsnede {number}", prefix="vooraf ", suffix=" erna"),
                PdfRectsSelector(page=number % 7, quads=(Quad.around(Rect(1.5, 2, 30.25, 14)),), label="12"),
            ),
        ),
        body=Body(value=text, color="yellow", highlight=Highlight.SOLID, tags=("een", "twee")),
        created=WHEN,
        modified=WHEN,
    )
