"""Where the marks of other programs land, and what taking them changes."""

from foreign_pages import PUBLICATION, TEXTS, anchored, ground_of
from msgspec.structs import replace

from zzpreader.imports.anchoring import How
from zzpreader.imports.source import Source
from zzpreader.imports.taking import proposed
from zzpreader.model.annotation import Annotation, Body, Kind, Motivation, PdfRectsSelector, Target, TextQuoteSelector
from zzpreader.model.foreign import ForeignMark, OnPage, Space
from zzpreader.model.geometry import Point, Quad, Rect
from zzpreader.model.notebook import Change, Notebook

OURS = "urn:uuid:00000000-0000-4000-8000-000000000001"
HERE = OnPage(0, (Rect(50, 100, 180, 112),))


def one(mark: ForeignMark, *texts: str):
    (found,) = anchored(Source(marks=(mark,)), ground_of(*(texts or TEXTS)))
    return found


def test_boxes_become_the_words_that_stand_in_them():
    found = one(ForeignMark(key="a", places=(HERE,), comment="Ja", color="#ff66aa", tags=("x", "X "), author="An"))
    annotation = found.annotation
    assert (found.how, annotation.quote, annotation.kind) == (How.PLACE, "Harde cijfers", Kind.HIGHLIGHT)
    assert (annotation.body.color, annotation.body.tags, annotation.creator) == ("pink", ("x",), "An")
    assert annotation.rects[0].quads[0].bounds == Rect(50, 100, 180, 112)


def test_boxes_in_the_coordinates_of_pdf_land_on_the_same_words():
    found = one(ForeignMark(key="a", space=Space.USER, places=(OnPage(0, (Rect(50, 488, 180, 500),)),)))
    assert found.annotation.quote == "Harde cijfers"


def test_words_decide_where_the_text_at_the_place_is_another():
    found = one(ForeignMark(key="a", places=(HERE,), quote="De wijk is te klein"))
    assert (found.how, found.annotation.quote) == (How.WORDS, "De wijk is te klein")


def test_words_are_found_on_the_page_that_is_named():
    for place, page in ((OnPage(0), 0), (OnPage(1), 1)):
        found = one(ForeignMark(key="a", places=(place,), quote="harde  cijfers"))
        assert (found.how, found.annotation.rects[0].page) == (How.WORDS, page)
    assert one(ForeignMark(key="a", label="11", quote="Harde cijfers")).annotation.rects[0].page == 1


def test_what_is_around_words_that_stand_twice_tells_which_are_meant():
    found = one(ForeignMark(key="a", quote="Harde cijfers", suffix=" komen terug"))
    assert (found.how, found.annotation.rects[0].page) == (How.WORDS, 1)
    assert one(ForeignMark(key="a", quote="Harde cijfers")).how is How.ALIKE


def test_words_that_differ_a_little_are_found_and_said_to_be_alike():
    found = one(ForeignMark(key="a", quote="De wijk is te kleen voor zzp'ers"))
    assert found.how is How.ALIKE
    assert found.annotation.rects[0].page == 0


def test_what_is_nowhere_is_kept_as_a_note_with_its_words():
    found = one(
        ForeignMark(key="a", quote="Volstrekt andere zinnen over iets heel anders", comment="Mijn", places=(OnPage(1),))
    )
    assert (found.how, found.annotation.kind, found.annotation.rects[0].page) == (How.NOWHERE, Kind.NOTE, 1)
    assert found.annotation.body.value == "> Volstrekt andere zinnen over iets heel anders\n\nMijn"


def test_notes_that_have_no_place_stand_below_each_other():
    marks = tuple(ForeignMark(key=f"{n}", quote=f"Nergens te vinden zin nummer {n} over iets anders") for n in range(3))
    found = anchored(Source(marks=marks), ground_of(*TEXTS))
    assert len({one.annotation.place.y for one in found if one.annotation.place}) == 3


def test_a_mark_on_a_page_without_text_keeps_its_boxes_and_words():
    found = one(ForeignMark(key="a", places=(HERE,), quote="Gelezen door een ander"), "", "")
    assert (found.how, found.annotation.quote, found.annotation.kind) == (
        How.PLACE,
        "Gelezen door een ander",
        Kind.HIGHLIGHT,
    )
    assert found.annotation.rects[0].quads == (Quad.around(Rect(50, 100, 180, 112)),)


def test_notes_and_areas_lie_on_the_page_whatever_they_say():
    note = one(ForeignMark(key="a", kind=Kind.NOTE, places=(OnPage(0, (Rect(9999, -5, 9999, -5),)),), comment="x"))
    assert note.annotation.rects[0].quads == (Quad.at(Point(400, 0)),)
    area = one(ForeignMark(key="b", kind=Kind.AREA, places=(OnPage(0, (Rect(-10, 20, 100, 9999),)),)))
    assert area.annotation.rects[0].quads[0].bounds == Rect(0, 20, 100, 600)


def test_a_page_that_is_not_there_costs_no_note():
    found = one(ForeignMark(key="a", kind=Kind.NOTE, places=(OnPage(99, (Rect(1, 1, 1, 1),)),), comment="Bewaar"))
    assert (found.how, found.annotation.body.value) == (How.NOWHERE, "Bewaar")


def test_the_same_mark_is_the_same_note_however_often_it_comes():
    source = Source(
        marks=(ForeignMark(key="a", places=(HERE,)), ForeignMark(key="a", kind=Kind.UNDERLINE, places=(HERE,)))
    )
    first, again = (anchored(source, ground_of(*TEXTS)) for _ in range(2))
    ids = [found.annotation.id for found in first]
    assert ids == [found.annotation.id for found in again]
    assert len(set(ids)) == 2


def test_our_own_id_is_kept_once():
    marks = (
        ForeignMark(key="a", ours=OURS, places=(HERE,)),
        ForeignMark(key="b", ours=OURS, kind=Kind.UNDERLINE, places=(HERE,)),
    )
    first, second = anchored(Source(marks=marks), ground_of(*TEXTS))
    assert first.annotation.id == OURS
    assert second.annotation.id not in ("", OURS)


def own(**changed: object) -> Annotation:
    rects = PdfRectsSelector(page=0, quads=(Quad.around(Rect(50, 100, 180, 112)),), label="10")
    whole = Annotation(
        id=OURS,
        motivation=Motivation.HIGHLIGHTING,
        target=Target(source=PUBLICATION, selector=(TextQuoteSelector(exact="Harde cijfers"), rects), edition="e" * 64),
        body=Body(value="Ja", color="blue"),
        created="2026-01-02T03:04:05.000Z",
        modified="2026-01-02T03:04:05.000Z",
    )
    return replace(whole, **changed)


def test_a_note_of_ours_stays_as_it_was():
    (found,) = anchored(Source(own=(own(),)), ground_of(*TEXTS))
    assert found.annotation == own()


def test_a_note_of_ours_from_another_edition_is_found_here():
    other = own(target=replace(own().target, edition="f" * 64))
    (found,) = anchored(Source(own=(other,)), ground_of("Iets anders.\n", TEXTS[0]))
    assert (found.how, found.annotation.rects[0].page) == (How.WORDS, 1)
    assert [anchor.edition for anchor in found.annotation.target.elsewhere] == ["f" * 64]


def test_a_note_of_ours_on_a_page_that_cannot_be_is_brought_to_the_front():
    bad = PdfRectsSelector(page=10**9, quads=(Quad.at(Point(1e308, 0)),))
    (found,) = anchored(
        Source(own=(own(target=Target(source="x", selector=(bad,), edition="e" * 64)),)), ground_of(*TEXTS)
    )
    assert (found.how, found.annotation.rects[0].page) == (How.NOWHERE, 0)


def test_what_is_here_already_does_not_come_again():
    found = anchored(Source(marks=(ForeignMark(key="a", places=(HERE,), comment="Ja"),)), ground_of(*TEXTS))
    empty = Notebook()
    empty.apply(Change("", proposed(found, empty).edits))
    again = proposed(found, empty)
    assert (again.new, again.here) == ((), 1)
    other = anchored(Source(marks=(ForeignMark(key="other", places=(HERE,), comment="Ja"),)), ground_of(*TEXTS))
    assert proposed(other, empty).here == 1


def test_a_later_text_of_a_note_comes_beside_it():
    notebook = Notebook([own()])
    later = own(body=Body(value="Toch niet", color="blue"), modified="2026-02-02T03:04:05.000Z")
    (new,) = proposed(anchored(Source(own=(later,)), ground_of(*TEXTS)), notebook).new
    assert (new.annotation.body.conflict, new.annotation.body.value) == (OURS, "Toch niet")
    earlier = own(body=Body(value="Oud", color="blue"), modified="2025-02-02T03:04:05.000Z")
    assert proposed(anchored(Source(own=(earlier,)), ground_of(*TEXTS)), notebook).new == ()


def test_a_section_keeps_one_sheet():
    sheet = own(target=Target(source=PUBLICATION, scope="s"), body=Body(value="Hier"), motivation=Motivation.COMMENTING)
    other = replace(sheet, id=OURS.replace("1", "2"), body=Body(value="Daar"))
    (new,) = proposed(anchored(Source(own=(other,)), ground_of(*TEXTS)), Notebook([sheet])).new
    assert (new.annotation.kind, new.annotation.body.conflict) == (Kind.NOTE, OURS)
