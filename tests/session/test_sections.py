"""The section tree of an open publication."""

import pytest
from panes import AskedEngine

from zzpreader.model.bundle import PageRule, parse_bundle
from zzpreader.model.pages import Place
from zzpreader.model.sections import Kind, Source
from zzpreader.resources import resource_path
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.structure.bundle_map import labels_by_layout

OUTLINE = [(1, "Inleiding", 0, 0.0), (2, "Les 1 Netwerken", 1, 50.0), (1, "Onderzoek", 3, 0.0)]


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def pages(engine):
    return Pages(engine)


@pytest.fixture
def sections(engine, pages):
    return Sections(engine, pages)


def test_the_tree_is_that_of_the_bookmarks_with_printed_labels(engine, sections, qtbot):
    with qtbot.waitSignal(sections.changed):
        engine.open(5, OUTLINE, labels=["i", "ii", "1", "2", "3"])
    assert [(one.level, one.title, one.page, one.label) for one in sections.tree] == [
        (1, "Inleiding", 0, "i"),
        (2, "Les 1 Netwerken", 1, "ii"),
        (1, "Onderzoek", 3, "2"),
    ]
    assert [one.kind for one in sections.tree] == [Kind.CHAPTER, Kind.LESSON, Kind.CHAPTER]


def test_a_place_lies_in_the_section_that_began_last(engine, sections):
    engine.open(5, OUTLINE)
    titles = [getattr(sections.at(Place(page, 60.0)), "title", None) for page in range(5)]
    assert titles == ["Inleiding", "Les 1 Netwerken", "Les 1 Netwerken", "Onderzoek", "Onderzoek"]


def test_a_pdf_without_bookmarks_has_no_sections(engine, sections, qtbot):
    with qtbot.assertNotEmitted(sections.changed):
        engine.open(5)
    assert len(sections.tree) == 0
    assert sections.at(Place(2)) is None


def test_the_tree_of_a_bundle_stands_above_the_bookmarks(engine, pages, sections):
    text = resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8")
    bundle = parse_bundle(text)
    engine.open(42, OUTLINE)
    sections.use_bundle(bundle)
    pages.use_labels(labels_by_layout(bundle.page_layout, 42))
    assert {one.source for one in sections.tree} == {Source.BUNDLE}
    here = sections.at(Place(21, 0.0))
    assert here
    assert here.title == "Tien lessen"
    sections.use_bundle(None)
    assert {one.source for one in sections.tree} == {Source.OUTLINE}


def test_labels_that_come_later_are_seen_in_the_tree(engine, pages, sections, qtbot):
    engine.open(5, OUTLINE)
    assert sections.tree.sections[0].label is None
    with qtbot.waitSignal(sections.changed):
        pages.use_labels(labels_by_layout((PageRule(pdf_page=1, printed="7"),), 5))
    assert sections.tree.sections[0].page_shown == "7"
