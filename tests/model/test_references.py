"""What a text refers to without a link."""

import pytest
from text_pages import page

from zzpreader.model.geometry import Rect
from zzpreader.model.references import ReferenceKind, note_box, reference_at, references, section_for
from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.model.text import Line, PageText


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("zie figuur 2.1 voor", ReferenceKind.FIGURE, "2.1"),
        ("zie \ufb01guur 2.1 voor", ReferenceKind.FIGURE, "2.1"),
        ("volgens gra\ufb01ek 7 is", ReferenceKind.FIGURE, "7"),
        ("zie Tabel 3.", ReferenceKind.TABLE, "3"),
        ("in paragraaf 4.2 staat", ReferenceKind.SECTION, "4.2"),
        ("volgens § 7 is", ReferenceKind.SECTION, "7"),
        ("zie bijlage B.", ReferenceKind.SECTION, "B"),
        ("op pagina 12 staat", ReferenceKind.PAGE, "12"),
        ("zie p. 38 ff", ReferenceKind.PAGE, "38"),
        ("wat les 3 leert", ReferenceKind.LESSON, "3"),
        ("see Fig. 4 and", ReferenceKind.FIGURE, "4"),
    ],
)
def test_words_with_a_number_refer_to_what_they_name(words, kind, number):
    (found,) = references(page((0, [words])))
    assert (found.kind, found.number) == (kind, number)
    assert reference_at(page((0, [words])), found.start) == found


@pytest.mark.parametrize(
    "words", ["de tabellen van 2011", "stap 4 kost 12 euro", "de profiguur 2", "een paginagroot beeld"]
)
def test_other_words_refer_to_nothing(words):
    assert references(page((0, [words]))) == []


def test_the_number_of_the_page_itself_is_no_reference():
    assert references(page((0, ["Pagina 3"]))) == []


def test_a_caption_does_not_refer_to_itself_and_a_reference_over_a_line_end_is_one():
    assert references(page((0, ["Figuur 2 Groei"]))) == []
    (found,) = references(page((0, ["zoals in figuur", "2 te zien is"])))
    assert (found.number, found.words) == ("2", "figuur 2")


def test_sections_and_lessons_are_known_by_the_number_in_their_title():
    def section(title, kind=Kind.SECTION):
        return Section(id=title, level=1, title=title, page=0, kind=kind)

    tree = SectionTree(
        [section("4 Werk"), section("4.2 De wijk"), section("Bijlage B Cijfers"), section("Les 2. Tellen", Kind.LESSON)]
    )

    def named(words):
        (reference,) = references(page((0, [f"zie {words} verder"])))
        found = section_for(tree, reference)
        return found.title if found else None

    assert named("paragraaf 4.2") == "4.2 De wijk"
    assert named("hoofdstuk 4") == "4 Werk"
    assert named("bijlage B") == "Bijlage B Cijfers"
    assert named("les 2") == "Les 2. Tellen"
    assert named("paragraaf 9") is None


def test_a_raised_number_refers_to_the_note_below_that_starts_with_it():
    from array import array

    text, boxes = "werk7 loont\n7 Zie de bijlage.\n", array("f")
    for n in range(len(text)):
        if n == 4:
            boxes.extend((n * 5, 98, n * 5 + 5, 104))
        elif n < 12:
            boxes.extend((n * 5, 100, n * 5 + 5, 112))
        else:
            boxes.extend(((n - 12) * 4, 700, (n - 12) * 4 + 4, 709))
    found = PageText(text, boxes.tobytes(), (Line(0, 11, 0), Line(12, 29, 1)))
    (reference,) = references(found)
    assert (reference.kind, reference.number) == (ReferenceKind.NOTE, "7")
    assert note_box(found, reference) == Rect(0, 700, 68, 709)
