"""Pictures of marked areas: what to ask of a worker for them, and what becomes of its answers."""

from collections.abc import Mapping
from math import sqrt
from struct import unpack_from

from zzpreader.export.report import Item, Picture, Report
from zzpreader.model.annotation import Kind, PdfRectsSelector
from zzpreader.model.geometry import Rect, bounds
from zzpreader.wire import Answer, DrawPng, PngDrawn, Request

_DPI = 150
_MOST_PIXELS = 3_000_000
"""Of one picture; an area as large as a sheet of A3 is drawn a little coarser."""

_POINTS_PER_INCH = 72


def requests(report: Report) -> dict[str, DrawPng]:
    """How the areas of a report are drawn, by the ids of their annotations."""
    pages = report.meta.work.pages
    areas = (item.annotation for item in report.items if item.annotation.kind is Kind.AREA)
    boxes = {one.id: (one.rects[0].page, _box(one.rects[0])) for one in areas if one.rects}
    return {
        name: DrawPng(page, _dpi(box), part=box)
        for name, (page, box) in boxes.items()
        if page < pages and box.width > 0 and box.height > 0
    }


def pictures(report: Report, wanted: Mapping[str, DrawPng], answers: Mapping[Request, Answer]) -> dict[str, Picture]:
    """By the ids of the annotations; an area that could not be drawn has none."""
    items = {item.annotation.id: item for item in report.items}
    return {
        name: _picture(answer.png, request.dpi, _seen(items[name], report))
        for name, request in wanted.items()
        if isinstance(answer := answers.get(request), PngDrawn)
    }


def _box(rects: PdfRectsSelector) -> Rect:
    return bounds(quad.bounds for quad in rects.quads)


def _dpi(box: Rect) -> float:
    return min(_DPI, _POINTS_PER_INCH * sqrt(_MOST_PIXELS / (box.width * box.height)))


def _picture(png: bytes, dpi: float, alt: str) -> Picture:
    width, height = unpack_from(">II", png, 16)
    return Picture(data=png, alt=alt, width=width * _POINTS_PER_INCH / dpi, height=height * _POINTS_PER_INCH / dpi)


def _seen(item: Item, report: Report) -> str:
    """What the reader said is to be seen there; else at least what it is and where."""
    described = " ".join(item.annotation.body.description.split())
    page = f" ({report.words.page.format(item.page)})" if item.page else ""
    return described or f"{report.words.kinds[Kind.AREA]}{page}"
