"""The section tree of an open publication."""

import pytest
from panes import AskedEngine

from zzpreader.engine.queue import Lane
from zzpreader.model.bundle import PageRule, parse_bundle
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Half, Labels, Page, Place
from zzpreader.model.records import LabelRule, SectionRecord
from zzpreader.model.sections import Kind, Section, Source
from zzpreader.resources import resource_path
from zzpreader.session.derived import FIRST_PAGES, labels_of
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.structure.bundle_labels import labels_by_layout
from zzpreader.wire import (
    MOST_PAGES_STUDIED,
    Failed,
    Gathered,
    GatherLines,
    Opened,
    OutlineItem,
    OutlineRead,
    PagesRead,
    ReadOutline,
    ReadStructure,
    Reason,
    StructureRead,
)

NOW = "2026-01-01T00:00:00.000Z"
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


def test_a_place_lies_in_its_lesson_else_in_its_section_else_in_none(engine):
    sections = Sections(engine, Pages(engine))
    engine.open(5, [(1, "Inleiding", 1, 0.0), (1, "Les 1 Netwerken", 2, 0.0), (2, "Vragen", 3, 0.0)])
    found = [sections.lesson_at(Place(page)) for page in range(4)]
    assert [one and one.title for one in found] == [None, "Inleiding", "Les 1 Netwerken", "Les 1 Netwerken"]


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


def test_only_bookmarks_stand_in_for_the_whole_while_pages_are_turned(engine, sections):
    engine.opened.emit(Opened(pages=500, first=Page(Size(600, 800))))
    engine.answer(Lane.STRUCTURE, lambda _: OutlineRead((OutlineItem(*OUTLINE[0]),)), count=1)
    assert not engine.is_hurried
    sections.hurry()
    assert engine.is_hurried


def test_a_publication_without_bookmarks_is_read_at_once(engine, sections):
    engine.opened.emit(Opened(pages=500, first=Page(Size(600, 800))))
    engine.answer(Lane.STRUCTURE, lambda _: OutlineRead(()), count=1)
    assert engine.is_hurried


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


def test_a_section_that_was_added_bears_the_label_that_its_page_has_now(engine, pages, sections):
    engine.open(5, OUTLINE)
    added = Section(id="mine", level=1, title="Mijn paragraaf", page=2, y=0.0, label="99", source=Source.READER)
    sections.use_records((SectionRecord(id="record", section=added, created=NOW, modified=NOW, is_added=True),))
    assert label_of(sections, "mine") is None
    pages.use_rules((LabelRule(first=0, printed="7"),))
    assert label_of(sections, "mine") == "9"
    pages.use_rules(())
    assert label_of(sections, "mine") is None


def label_of(sections, section_id):
    return sections.tree.get(section_id).label


PAGES = 50


class Publication:
    """Without a PDF: fifty pages, and what a worker says of them, step by step."""

    def __init__(self, engine: AskedEngine, pages: int = PAGES) -> None:
        self.engine = engine
        self.outline: tuple[OutlineItem, ...] = ()
        self.deadly: set[int] = set()
        self.asked: list = []
        every = [Page(Size(600, 800))] * pages
        engine.opened.emit(Opened(pages=pages, first=every[0]))
        engine.answer(Lane.PAGES, lambda asked: PagesRead(tuple(every[asked.first : asked.first + asked.count])))

    def step(self) -> bool:
        """The next answer, in the order in which workers are asked; False when nothing is wanted any more."""
        lane = next((one for one in (Lane.STRUCTURE, Lane.WHOLE) if self.engine.wanted.get(one)), None)
        if lane is None:
            return False
        self.asked.append(self.engine.wanted[lane][0])
        self.engine.answer(lane, self._answer, count=1)
        return True

    def run(self) -> None:
        while self.step():
            pass

    def _answer(self, asked):
        if isinstance(asked, ReadOutline):
            return OutlineRead(self.outline)
        if isinstance(asked, GatherLines):
            return (
                Failed(Reason.CRASHED)
                if self.deadly & set(range(asked.first, asked.first + asked.count))
                else Gathered()
            )
        found = tuple(
            Section(
                id=f"section-{page:016}",
                level=1,
                title=f"Kop {page}",
                page=page,
                source=Source.HEADINGS,
                confidence=0.5,
            )
            for page in range(0, asked.count, 5)
            if page not in asked.passed_over
        )
        return StructureRead(tuple((str(page + 11),) for page in range(asked.count)), found)


def test_without_bookmarks_the_first_pages_give_a_tree_and_all_pages_give_the_rest(engine, pages, sections):
    publication = Publication(engine)
    while not len(sections.tree):
        assert publication.step()
    assert publication.asked[-1] == ReadStructure(FIRST_PAGES)
    assert [one.page for one in sections.tree] == list(range(0, FIRST_PAGES, 5))
    assert not sections.is_settled
    assert not pages.is_numbered
    publication.run()
    assert publication.asked[-1] == ReadStructure(PAGES)
    assert [one.page for one in sections.tree] == list(range(0, PAGES, 5))
    assert sections.is_settled


def test_the_printed_labels_arrive_with_the_whole(engine, pages, sections):
    publication = Publication(engine)
    publication.run()
    assert pages.is_numbered
    assert pages.labels.find("27") == Place(16)
    assert sections.tree.sections[1].label == "16"


def test_every_page_is_read_once_and_in_order(engine, sections):
    publication = Publication(engine)
    publication.run()
    gathered = [
        page
        for one in publication.asked
        if isinstance(one, GatherLines)
        for page in range(one.first, one.first + one.count)
    ]
    assert gathered == list(range(PAGES))


def test_bookmarks_are_shown_at_once_and_nothing_is_derived_from_the_first_pages_alone(engine, sections, qtbot):
    publication = Publication(engine)
    publication.outline = (OutlineItem(1, "Begin", 0, 0.0),)
    with qtbot.waitSignal(sections.changed):
        publication.step()
    assert [one.title for one in sections.tree] == ["Begin"]
    publication.run()
    assert [one.count for one in publication.asked if isinstance(one, ReadStructure)] == [PAGES]
    assert len([one for one in publication.asked if isinstance(one, GatherLines)]) == 10


def test_an_equal_tree_is_no_other_one(engine, sections, qtbot):
    with qtbot.waitSignals([sections.changed, sections.settled]):
        engine.open(5, OUTLINE, labels=["i", "ii", "1", "2", "3"])
    with qtbot.assertNotEmitted(sections.changed):
        sections.use_bundle(None)


def test_pages_that_no_worker_survives_cost_no_more_than_themselves(engine, sections):
    publication = Publication(engine)
    publication.deadly = {27}
    publication.run()
    assert publication.asked[-1] == ReadStructure(PAGES, tuple(range(25, 30)))
    assert [one.page for one in sections.tree] == [0, 5, 10, 15, 20, 30, 35, 40, 45]


def test_a_publication_of_deadly_pages_is_left_as_it_says_it_is(engine, pages, sections):
    publication = Publication(engine)
    publication.outline = (OutlineItem(1, "Begin", 0, 0.0),)
    publication.deadly = set(range(PAGES))
    publication.run()
    assert len([one for one in publication.asked if isinstance(one, GatherLines)]) == 4
    assert [one.title for one in sections.tree] == ["Begin"]
    assert sections.is_settled
    assert pages.is_numbered


def test_of_a_very_long_publication_the_beginning_is_studied(engine, pages, sections):
    publication = Publication(engine, MOST_PAGES_STUDIED + 500)
    publication.run()
    assert publication.asked[-1] == ReadStructure(MOST_PAGES_STUDIED)
    assert len(pages.labels) == MOST_PAGES_STUDIED + 500
    assert pages.labels.printed(MOST_PAGES_STUDIED) is None


def test_pages_that_were_not_studied_keep_their_own_labels_if_those_were_true_of_the_others():
    own = [Page(Size(1, 1), 0, name) for name in ("1", "2", "3")]
    assert labels_of([("1",), ("2",)], own).printed(2) == "3"
    assert labels_of([("5",), ("6",)], own).printed(2) is None
    assert labels_of(None, own).printed(0) == "1"


def test_a_map_that_cannot_be_laid_over_this_copy_gives_way_to_what_is_found_in_it(engine, pages, sections):
    bundle = parse_bundle(resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8"))
    sections.use_bundle(bundle)
    publication = Publication(engine, 12)
    publication.step()
    assert {one.source for one in sections.tree} == {Source.BUNDLE}
    publication.run()
    assert {one.source for one in sections.tree} == {Source.HEADINGS}
    pages.use_labels(Labels([(str(2 * n), str(2 * n + 1)) for n in range(1, 42)]))
    assert {one.source for one in sections.tree} == {Source.BUNDLE}


def test_a_section_bears_the_label_of_its_half(engine, pages, sections):
    publication = Publication(engine, 4)
    publication.run()
    pages.use_labels(Labels([("2", "3")] * 4))
    found = sections.tree.sections[0]
    assert (found.half, found.label) == (None, "2–3")
    assert pages.labels.printed(found.page, Half.RIGHT) == "3"


def test_what_the_map_names_and_this_copy_has_not_is_told_once(engine, pages, sections, qtbot):
    bundle = parse_bundle(resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8"))
    told = []
    sections.unplaced.connect(told.append)
    sections.use_bundle(bundle)
    publication = Publication(engine, 42)
    pages.use_labels(labels_by_layout(bundle.page_layout, 42))
    assert told == []
    publication.run()
    pages.changed.emit()
    (sentence,) = told
    assert "“Netwerkbijeenkomsten kosten weinig en leveren veel op”, “Harde cijfers helpen”" in sentence


def test_a_map_that_is_nowhere_in_this_copy_is_told_too(engine, pages, sections):
    bundle = parse_bundle(resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8"))
    told = []
    sections.unplaced.connect(told.append)
    sections.use_bundle(bundle)
    Publication(engine, 12).run()
    assert told == ["The bundle’s sections are not in this copy; shown are those of the PDF itself."]
