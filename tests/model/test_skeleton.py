"""The headings with which a note on a section can begin."""

from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.model.skeleton import headings_for, with_headings


def tree(*rows) -> SectionTree:
    sections = [Section(id=title, level=level, title=title, page=0, kind=kind) for level, title, kind in rows]
    return SectionTree(sections)


TREE = tree((1, "A", Kind.CHAPTER), (2, "B", Kind.SECTION), (3, "C", Kind.LESSON), (1, "D", Kind.CHAPTER))


def test_a_section_gives_the_headings_below_it():
    assert headings_for(TREE.get("A"), TREE) == ["## B", "### C"]
    assert headings_for(TREE.get("D"), TREE) == []


def test_the_publication_gives_its_lessons_or_else_its_outer_levels():
    assert headings_for(None, TREE) == ["## C"]
    plain = tree((1, "A", Kind.CHAPTER), (2, "B", Kind.SECTION), (3, "C", Kind.SECTION))
    assert headings_for(None, plain) == ["## A", "### B"]


def test_what_is_written_stays_and_no_heading_comes_twice():
    once = with_headings("Mine\n# B\n", ["## B", "### C"])
    assert once == "Mine\n# B\n\n### C\n\n"
    assert with_headings(once, ["## B", "### C"]) == once


def test_a_section_that_is_in_the_tree_no_more_gives_none():
    assert headings_for(TREE.get("A"), tree((1, "D", Kind.CHAPTER))) == []
