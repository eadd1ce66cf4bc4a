"""The marks that a file carries itself."""

import pymupdf
import pytest
from pdf_files import finished, one_page

from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import id_from
from zzpreader.model.geometry import Rect
from zzpreader.wire import ReadIdsInside, ReadMarks, ReadSpaces

QUAD = "/QuadPoints[50 510 150 510 50 500 150 500]"
OURS = "urn:uuid:00000000-0000-4000-8000-000000000001"


def read(opened, annots: str, page: str = ""):
    return opened(one_page(f"/Annots[{annots}]{page}"))(ReadMarks(0))


def annot(subtype: str, more: str = "") -> str:
    return f"<</Type/Annot/Subtype/{subtype}/Rect[50 500 150 510]{more}>>"


@pytest.mark.parametrize(
    ("subtype", "kind"),
    [
        ("Highlight", Kind.HIGHLIGHT),
        ("Underline", Kind.UNDERLINE),
        ("StrikeOut", Kind.STRIKEOUT),
        ("Squiggly", Kind.SQUIGGLY),
        ("Square", Kind.AREA),
        ("Text", Kind.NOTE),
        ("FreeText", Kind.NOTE),
    ],
)
def test_a_mark_is_read_with_all_that_it_says(opened, subtype, kind):
    said = "/Contents(Ja)/T(Lezer)/C[1 0 0]/M(D:20260102030405+01'00')/NM(abc)"
    (mark,) = read(opened, annot(subtype, QUAD + said)).marks
    assert (mark.kind, mark.comment, mark.author, mark.color, mark.key) == (kind, "Ja", "Lezer", "#ff0000", "abc")
    assert mark.modified == "2026-01-02T02:04:05.000Z"
    box = mark.places[0].boxes[0]
    assert (box.left, box.top) == pytest.approx((50, 90))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_lie_on_the_unrotated_crop_box(opened, rotation):
    page = f"/Rotate {rotation}/CropBox[20 30 380 590]"
    (mark,) = read(opened, annot("Highlight", QUAD), page).marks
    box = mark.places[0].boxes[0]
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((30, 80, 130, 90))
    (space,) = opened(one_page(page))(ReadSpaces(0, 1)).spaces
    assert space == pytest.approx((1, 0, 0, -1, -20, 590))


def test_drawings_without_words_are_counted_and_those_with_words_are_notes(opened):
    answer = read(opened, annot("Ink") + annot("Stamp") + annot("Circle", "/Contents(Kijk)"))
    assert answer.skipped == 2
    assert [(mark.kind, mark.comment) for mark in answer.marks] == [(Kind.NOTE, "Kijk")]


def test_links_fields_and_popups_are_no_marks(opened):
    answer = read(opened, annot("Link") + annot("Widget") + annot("Popup"))
    assert (answer.marks, answer.skipped) == ((), 0)


def test_our_own_id_is_believed_only_if_it_is_one(opened):
    marks = read(opened, annot("Highlight", f"/ZZPReaderId({OURS})") + annot("Square", "/ZZPReaderId(../x)")).marks
    assert [mark.ours for mark in marks] == [OURS, ""]


def test_replies_stand_below_what_they_answer(opened):
    data = one_page(
        "/Annots[10 0 R 11 0 R 12 0 R 13 0 R]",
        more={
            10: annot("Highlight", QUAD + "/Contents(Vraag)"),
            11: annot("Text", "/IRT 10 0 R/Contents(Antwoord)/T(An)/CreationDate(D:20260101)"),
            12: annot("Text", "/IRT 11 0 R/Contents(En weer)/T(Bo)/M(D:20260102)"),
            13: annot("Text", "/IRT 10 0 R/State(Accepted)/StateModel(Review)/Contents(x)"),
            14: "null",
        },
    )
    (mark,) = opened(data)(ReadMarks(0)).marks
    assert mark.comment == "Vraag\n\nAn: Antwoord\n\nBo: En weer"


@pytest.mark.parametrize(
    "odd",
    [
        "/QuadPoints[1 2 3]",
        "/QuadPoints 5",
        "/QuadPoints[(a)(b)(c)(d)(e)(f)(g)(h)]",
        "/Contents 5/T[1]/C(x)/M(never)",
        "/C[9 9 9 9 9]",
    ],
)
def test_an_odd_mark_costs_nothing_but_itself(opened, odd):
    answer = read(opened, annot("Highlight", odd) + annot("Highlight", QUAD + "/Contents(heel)"))
    assert answer.marks[-1].comment == "heel"


def test_replies_in_a_circle_end_and_stand_alone(opened):
    data = one_page(
        "/Annots[10 0 R 11 0 R]",
        more={10: annot("Text", "/IRT 11 0 R/Contents(a)"), 11: annot("Text", "/IRT 10 0 R/Contents(b)")},
    )
    answer = opened(data)(ReadMarks(0))
    assert sorted(mark.comment for mark in answer.marks) == ["a", "b"]


def test_marks_of_another_library_lie_on_their_words(opened):
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), "Harde cijfers helpen.", fontsize=12)
    page.add_highlight_annot(page.search_for("cijfers"))
    word = page.search_for("cijfers")[0]
    (mark,) = opened(finished(document))(ReadMarks(0)).marks
    box = mark.places[0].boxes[0]
    assert (box.left, box.right) == pytest.approx((word.x0, word.x1), abs=1)
    assert isinstance(box, Rect)


def test_each_mark_is_named_as_when_it_is_imported_and_a_reply_as_what_it_answers(opened):
    data = one_page(
        "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]",
        more={
            10: annot("Highlight", f"{QUAD}/NM(a)"),
            11: annot("Text", "/Contents(Nee)/IRT 10 0 R"),
            12: annot("Link"),
            13: annot("Square", f"/ZZPReaderId({OURS})/NM(b)"),
            14: annot("Text", "/Contents(Alleen)/NM(c)/IRT 12 0 R"),
        },
    )
    found = {one.at: one.id for one in opened(data)(ReadIdsInside(0, 5, "bron")).ids}
    assert found == {0: id_from("bron", "a"), 1: id_from("bron", "a"), 3: OURS, 4: id_from("bron", "c")}
