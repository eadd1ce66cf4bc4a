import re

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Kind,
    Motivation,
    PdfRectsSelector,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
    new_annotation,
    timestamp,
)
from zzpreader.model.geometry import Point, Quad, Rect
from zzpreader.model.pages import Half, Place

COORDINATES = st.floats(-1e4, 1e4, width=32)
RECTS = st.builds(Rect, COORDINATES, COORDINATES, COORDINATES, COORDINATES)
SELECTORS = st.one_of(
    st.builds(TextQuoteSelector, exact=st.text(), prefix=st.text(), suffix=st.text()),
    st.builds(TextPositionSelector, page=st.integers(0, 999), start=st.integers(0, 99), end=st.integers(0, 99)),
    st.builds(
        PdfRectsSelector,
        page=st.integers(0, 999),
        quads=st.lists(RECTS.map(Quad.around), max_size=2).map(tuple),
        label=st.none() | st.text(),
        half=st.none() | st.sampled_from(Half),
    ),
)
BODIES = st.builds(
    Body,
    value=st.text(),
    color=st.none() | st.sampled_from(["yellow", "pink"]),
    highlight=st.none() | st.sampled_from(Highlight),
    tags=st.lists(st.text(), max_size=2).map(tuple),
)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.uuids().map(lambda id_: f"urn:uuid:{id_}"),
    motivation=st.sampled_from(Motivation),
    target=st.builds(
        Target,
        source=st.just("urn:uuid:p"),
        scope=st.none() | st.text(),
        selector=st.lists(SELECTORS, max_size=3).map(tuple),
    ),
    body=BODIES,
    created=st.just("2026-11-23T18:00:00.000Z"),
    modified=st.just("2026-11-23T18:00:00.000Z"),
    creator=st.text(),
)


@given(ANNOTATIONS)
def test_an_annotation_is_the_same_after_being_json(annotation):
    assert msgspec.json.decode(msgspec.json.encode(annotation), type=Annotation) == annotation
    assert msgspec.convert(msgspec.to_builtins(annotation), Annotation) == annotation


@given(ANNOTATIONS)
def test_every_annotation_has_a_name_for_people_and_perhaps_a_place(annotation):
    assert annotation.kind in Kind
    assert annotation.place is None or annotation.rects


def make(motivation, *selectors, highlight=None):
    return new_annotation(motivation, Body(highlight=highlight), Target(source="p", selector=selectors))


SPOT = PdfRectsSelector(page=3, quads=(Quad.at(Point(5, 70)),), half=Half.RIGHT)


def test_what_people_call_it_follows_from_motivation_highlight_and_selectors():
    assert make(Motivation.BOOKMARKING, SPOT).kind is Kind.BOOKMARK
    assert make(Motivation.COMMENTING, SPOT).kind is Kind.NOTE
    assert make(Motivation.COMMENTING).kind is Kind.SHEET
    kinds = [make(Motivation.HIGHLIGHTING, SPOT, highlight=look).kind for look in Highlight]
    assert kinds == [Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY, Kind.AREA]


def test_the_place_is_the_top_of_the_first_rectangles():
    assert make(Motivation.COMMENTING, SPOT).place == Place(3, 70, Half.RIGHT)
    two_lines = PdfRectsSelector(page=1, quads=(Quad.around(Rect(0, 50, 9, 60)), Quad.around(Rect(0, 30, 9, 40))))
    assert make(Motivation.HIGHLIGHTING, two_lines, SPOT).place == Place(1, 30)
    assert make(Motivation.COMMENTING).place is None


def test_a_new_annotation_has_an_id_of_its_own_and_the_time_in_utc():
    one, other = make(Motivation.COMMENTING), make(Motivation.COMMENTING)
    assert one.id != other.id
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.id)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", timestamp())
    assert one.created == one.modified
