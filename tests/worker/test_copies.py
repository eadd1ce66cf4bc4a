"""Annotated copies, as pypdf and poppler read them."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pymupdf
import pypdf
import pytest
from msgspec.structs import replace
from pdf_files import finished, one_page, raw_pdf, text_pdf

from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import id_from
from zzpreader.model.geometry import Point, Quad, Rect, Size, rotate_rect
from zzpreader.model.inscribed import Inscribed
from zzpreader.wire import CopyWritten, Failed, ReadMarks, ReadText, Reason, TextRead, WriteCopy
from zzpreader.worker import copies

SOURCE = "urn:uuid:00000000-0000-4000-8000-00000000000a"
GREEN = "#b7eb8f"
RC4, ONLY_PRINT = 3, 4
"""As PyMuPDF counts ways of encryption and rights."""

LINE = Quad.around(Rect(30, 80, 130, 90))
COMMENT = "Voor de wijk –\n(ja) \\ 50%"


def id_(number: int) -> str:
    return f"urn:uuid:00000000-0000-4000-8000-{number:012x}"


def mark(kind: Kind = Kind.HIGHLIGHT, number: int = 1, quad: Quad = LINE, **more: object) -> Inscribed:
    plain = Inscribed(
        id=id_(number),
        kind=kind,
        page=0,
        quads=(quad,),
        fill=GREEN,
        edge="#2b7a0b",
        color=GREEN,
        comment=COMMENT,
        author="A. de Vries",
        title="Tien lessen",
        created="2026-11-23T18:00:00.123Z",
        modified="2026-11-24T19:01:02.000Z",
    )
    return replace(plain, **more)


def copied(opened, data: bytes, *marks: Inscribed, password: str = "") -> bytes:
    answer = opened(data, password)(WriteCopy(marks, SOURCE))
    assert isinstance(answer, CopyWritten), answer
    return data[: answer.base] + answer.piece


def pages(data: bytes, **options: object) -> Any:
    return pypdf.PdfReader(io.BytesIO(data), **options).pages


def read(data: bytes) -> list[Any]:
    return [one.get_object() for one in pages(data)[0]["/Annots"]]


def drawn(data: bytes, folder: Path, dpi: int = 72) -> pymupdf.Pixmap:
    """The first page as poppler draws it."""
    tool = shutil.which("pdftoppm")
    if not tool:
        pytest.skip("pdftoppm is not installed (Debian: poppler-utils)")
    file = folder / "copy.pdf"
    file.write_bytes(data)
    command = [tool, "-r", str(dpi), "-cropbox", "-png", "-singlefile", str(file), str(folder / "page")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert not done.stderr
    return pymupdf.Pixmap(str(folder / "page.png"))


KINDS = {
    Kind.HIGHLIGHT: "/Highlight",
    Kind.UNDERLINE: "/Underline",
    Kind.STRIKEOUT: "/StrikeOut",
    Kind.SQUIGGLY: "/Squiggly",
    Kind.AREA: "/Square",
    Kind.NOTE: "/Text",
    Kind.SHEET: "/Text",
    Kind.BOOKMARK: "/Text",
}


@pytest.mark.parametrize(("kind", "subtype"), KINDS.items())
def test_a_mark_is_a_real_annotation_with_all_that_is_said_of_it(opened, kind, subtype):
    one, popup = read(copied(opened, one_page(), mark(kind, tags=("beleid", "wijk"))))
    assert (one["/Subtype"], one["/T"], one["/Contents"]) == (subtype, "A. de Vries", COMMENT)
    assert (one["/CreationDate"], one["/M"]) == ("D:20261123180000Z", "D:20261124190102Z")
    assert one["/C"] == pytest.approx([0xB7 / 255, 0xEB / 255, 0x8F / 255], abs=0.002)
    assert (one["/ZZPReaderId"], one["/NM"], one["/Subj"]) == (id_(1), id_(1), "Tien lessen")
    assert popup["/Subtype"] == "/Popup"
    assert popup["/Parent"].get_object()["/NM"] == one["/NM"]
    assert one["/Popup"].get_object()["/Subtype"] == "/Popup"
    assert one["/AP"]["/N"].get_object().get_data()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("more", ["", "/UserUnit 2"])
def test_quads_lie_where_they_are_on_turned_and_cropped_pages(opened, rotation, more):
    page = one_page(f"/Rotate {rotation}/CropBox[20 30 380 590]{more}")
    scale = 2 if more else 1
    quad = Quad.around(Rect(30 * scale, 80 * scale, 130 * scale, 90 * scale))
    one, _ = read(copied(opened, page, mark(quad=quad)))
    assert one["/QuadPoints"] == pytest.approx([50, 510, 150, 510, 50, 500, 150, 500], abs=0.01)
    assert one["/Rect"] == pytest.approx([50, 500, 150, 510], abs=0.01)


def test_text_that_runs_upwards_keeps_its_corners(opened):
    corners = (Point(100, 200), Point(100, 150), Point(112, 200), Point(112, 150))
    one, _ = read(copied(opened, one_page(), mark(quad=Quad(*corners))))
    assert one["/QuadPoints"] == pytest.approx([100, 400, 100, 450, 112, 400, 112, 450])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_poppler_draws_the_colour_over_the_words_and_no_further(opened, rotation, tmp_path):
    picture = drawn(copied(opened, one_page(f"/Rotate {rotation}/CropBox[20 30 380 590]"), mark()), tmp_path)
    width, height = picture.width, picture.height
    inside = {0: (80, 85), 90: (width - 85, 80), 180: (width - 80, height - 85), 270: (85, height - 80)}[rotation]
    assert picture.pixel(*inside) == pytest.approx((0xB7, 0xEB, 0x8F), abs=2)
    assert picture.pixel(width // 2, height // 2) == (255, 255, 255)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("kind", [Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY, Kind.AREA])
def test_poppler_draws_every_kind_within_a_point_of_its_words(opened, kind, rotation, tmp_path):
    """On the right half of a spread that is cropped and turned."""
    words = Rect(430, 80, 560, 92)
    page = f"/Rotate {rotation}/CropBox[20 30 780 590]"
    data = one_page(page).replace(b"[0 0 400 600]", b"[0 0 800 600]")
    picture = drawn(copied(opened, data, mark(kind, quad=Quad.around(words), comment="")), tmp_path, dpi=144)
    wanted = rotate_rect(words, Size(760, 560), rotation)
    left, top, right, bottom = inked(picture)
    assert wanted.left - 1 <= left < right <= wanted.right + 1
    assert wanted.top - 1 <= top < bottom <= wanted.bottom + 1
    assert (right - left if rotation in (0, 180) else bottom - top) == pytest.approx(words.width, abs=1)


def inked(picture: pymupdf.Pixmap) -> tuple[float, float, float, float]:
    """What is not white, in points."""
    rows = [picture.samples[n * picture.stride : (n + 1) * picture.stride] for n in range(picture.height)]
    white = b"\xff" * picture.stride
    down = [n for n, row in enumerate(rows) if row != white]
    across = [
        x
        for x in range(picture.width)
        if any(rows[y][x * picture.n : (x + 1) * picture.n] != b"\xff" * picture.n for y in down)
    ]
    return across[0] / 2, down[0] / 2, (across[-1] + 1) / 2, (down[-1] + 1) / 2


def test_letters_under_a_highlight_stay_black(opened, tmp_path):
    words = pymupdf.open()
    page = words.new_page(width=400, height=600)
    page.draw_rect(pymupdf.Rect(70, 80, 90, 90), fill=(0, 0, 0))
    assert drawn(copied(opened, finished(words), mark()), tmp_path).pixel(80, 85) == (0, 0, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_by_poppler_and_by_mupdf(opened, kind, tmp_path):
    data = copied(opened, one_page(), mark(kind))
    with pymupdf.open("pdf", data) as document:
        by_mupdf = document[0].get_pixmap()
    for picture in (by_mupdf, drawn(data, tmp_path)):
        part = pymupdf.Pixmap(picture, picture.width, picture.height, None)
        shades = {part.pixel(x, y) for x in range(28, 134) for y in range(76, 100)}
        assert len(shades) > 1
        assert part.pixel(200, 300) == (255, 255, 255)


def test_the_original_is_the_beginning_and_the_same_marks_give_the_same_bytes(opened):
    data = text_pdf("Harde cijfers helpen.")
    ask = opened(data)
    first, again = (ask(WriteCopy((mark(),), SOURCE)) for _ in range(2))
    assert first == again
    assert first.base == len(data)
    assert len(first.piece) < 3000
    assert "Harde cijfers" in pages(data + first.piece)[0].extract_text()


def test_a_copy_comes_in_pieces(opened, monkeypatch):
    ask = opened(text_pdf("Harde cijfers helpen."))
    whole = ask(WriteCopy((mark(),), SOURCE))
    monkeypatch.setattr(copies, "COPY_PIECE", 100)
    pieces, start = b"", 0
    while start < whole.size:
        pieces += ask(WriteCopy((mark(),), SOURCE, start)).piece
        start = len(pieces)
    assert pieces == whole.piece


@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_protected_copy_has_the_password_of_the_original(opened, password):
    document = pymupdf.open("pdf", text_pdf("Harde cijfers helpen."))
    data = finished(document, encryption=RC4, user_pw=password, owner_pw="baas", permissions=-4)
    copy = copied(opened, data, mark(), password=password)
    assert copy.startswith(data)
    assert b"de Vries" not in copy
    reader: Any = pypdf.PdfReader(io.BytesIO(copy))
    assert reader.decrypt("verkeerd") == 0
    assert reader.decrypt(password)
    one = reader.pages[0]["/Annots"][0].get_object()
    assert (one["/T"], one["/Contents"]) == ("A. de Vries", COMMENT)


def test_who_made_the_pdf_can_forbid_marks_and_its_owner_may_make_them(opened):
    document = pymupdf.open("pdf", text_pdf("Harde cijfers helpen."))
    data = finished(document, encryption=RC4, user_pw="", owner_pw="b", permissions=ONLY_PRINT)
    assert opened(data)(WriteCopy((mark(),), SOURCE)) == Failed(Reason.FORBIDDEN)


def test_a_damaged_file_is_written_anew_with_all_its_words(opened):
    data = text_pdf("Harde cijfers helpen.").replace(b"startxref", b"startxxxx")
    copy = copied(opened, data, mark())
    assert not copy.startswith(data)
    page = pages(copy, strict=True)[0]
    assert "Harde cijfers" in page.extract_text()
    assert page["/Annots"][0].get_object()["/Subtype"] == "/Highlight"


def test_what_lies_on_a_page_that_cannot_be_read_stands_on_one_that_can(opened):
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>"
    kids = "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>"
    data = raw_pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: kids, 3: "5", 4: page, 5: page})
    copy = copied(opened, data, mark(), mark(Kind.SHEET, 2), mark(number=3, page=2))
    there = [
        [(one["/Subtype"], one["/ZZPReaderId"], one["/Contents"]) for one in map(_annotation, found) if "/NM" in one]
        for found in (page.get("/Annots", []) for page in pages(copy)[-2:])
    ]
    assert there == [
        [("/Text", id_(1), COMMENT), ("/Text", id_(2), COMMENT)],
        [("/Highlight", id_(3), COMMENT)],
    ]


def _annotation(reference: Any) -> Any:
    return reference.get_object()


def test_a_document_without_a_page_that_can_be_read_costs_the_copy_and_not_the_worker(opened):
    ask = opened(raw_pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>", 3: "5"}))
    assert isinstance(ask(WriteCopy((replace(mark(), page=1),), SOURCE)), Failed)
    assert isinstance(ask(WriteCopy((replace(mark(), page=7),), SOURCE)), Failed)
    assert isinstance(ask(ReadText(0)), TextRead)


def test_what_the_page_has_stays_but_for_the_same_marks(opened):
    foreign = id_from(SOURCE, "abc")
    quads = "/QuadPoints[50 510 150 510 50 500 150 500]/Rect[50 500 150 510]"
    data = one_page(
        "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R 15 0 R]",
        more={
            10: f"<</Type/Annot/Subtype/Highlight{quads}/NM(abc)/Contents(hun)/Popup 11 0 R>>",
            11: "<</Type/Annot/Subtype/Popup/Parent 10 0 R/Rect[0 0 9 9]>>",
            12: "<</Type/Annot/Subtype/Text/IRT 10 0 R/Contents(antwoord)/Rect[0 0 9 9]>>",
            13: f"<</Type/Annot/Subtype/Underline{quads}/ZZPReaderId({id_(2)})>>",
            14: "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>",
            15: f"<</Type/Annot/Subtype/Highlight{quads}/NM(def)/Contents(ander)>>",
        },
    )
    ours = replace(mark(), id=foreign, comment=""), mark(Kind.UNDERLINE, 2, comment="")
    kept = [(one["/Subtype"], one.get("/Contents")) for one in read(copied(opened, data, *ours))]
    assert kept == [("/Link", None), ("/Highlight", "ander"), ("/Highlight", None), ("/Underline", None)]


def test_a_copy_keeps_its_tags(opened):
    data = one_page(catalog="/StructTreeRoot 9 0 R/MarkInfo<</Marked true>>", more={9: "<</Type/StructTreeRoot>>"})
    reader: Any = pypdf.PdfReader(io.BytesIO(copied(opened, data, mark())))
    root = reader.root_object
    assert root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"


def test_what_is_written_is_read_back_as_it_was(opened):
    marks = (
        mark(Kind.HIGHLIGHT, 1, tags=("beleid", "É \U0001f600"), section="s1"),
        mark(Kind.AREA, 2, comment="", description="Een grafiek"),
        mark(Kind.SHEET, 3, Quad.at(Point(40, 60)), color="", section="s1"),
        mark(Kind.BOOKMARK, 4, Quad.at(Point(50, 60)), color="", comment="Hier verder"),
        mark(Kind.NOTE, 5, Quad.at(Point(60, 60))),
    )
    ask = opened(copied(opened, one_page("/Rotate 90/CropBox[20 30 380 590]"), *marks))
    found = {one.ours: one for one in ask(ReadMarks(0)).marks}
    for one in marks:
        back = found[one.id]
        said = (back.kind, back.comment, back.description, back.tags, back.scope, back.author, back.color)
        assert said == (one.kind, one.comment, one.description, one.tags, one.section, one.author, one.color)
        box, there = back.places[0].boxes[0], one.quads[0].bounds
        assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
            (there.left, there.top, there.right, there.bottom), abs=0.01
        )
