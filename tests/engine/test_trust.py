"""What a worker may say."""

import math
from struct import pack
from uuid import UUID

import pytest
from msgspec.structs import replace

from zzpreader import wire
from zzpreader.engine.trust import is_honest
from zzpreader.model.attachments import Attachment
from zzpreader.model.foreign import LONGEST, MOST_BOXES, ForeignMark, OnPage, Space
from zzpreader.model.geometry import Rect, Size
from zzpreader.model.links import Inside, Link, Outside, Refused
from zzpreader.model.pages import Page, Place
from zzpreader.model.query import read_query
from zzpreader.model.reflow import MOST_PIECES, Emphasis, PageFlow, Piece, PieceKind
from zzpreader.model.sections import Section, Source
from zzpreader.model.text import Line, PageText
from zzpreader.wire import (
    Draw,
    Drawn,
    Failed,
    Find,
    FingerprintsRead,
    Found,
    Gathered,
    GatherLines,
    Hit,
    LinksRead,
    MarksRead,
    Open,
    Opened,
    OutlineItem,
    OutlineRead,
    PagesRead,
    ReadFingerprints,
    ReadLinks,
    ReadMarks,
    ReadOutline,
    ReadPages,
    ReadSpaces,
    ReadStructure,
    ReadText,
    Reason,
    SpacesRead,
    StructureRead,
    TextRead,
)

DRAW = Draw(0, 0, 1.0, 0, 0, 100, 50)
FIND = Find(2, 2, read_query("x"))
HASTY = Find(2, 2, read_query("x"), within_ms=20)
STRUCTURE = ReadStructure(9)
SECTION = Section(
    id="section-0123456789abcdef", level=1, title="x", page=4, y=9.0, label="12", source=Source.HEADINGS, confidence=0.5
)


def structure(*labels: tuple[str, ...], **changed: object) -> StructureRead:
    """Of five pages, with one section that is changed."""
    return StructureRead(labels or ((),) * 5, (replace(SECTION, **changed),))


BOX = Rect(0, 0, 1, 1)
PAGES = 5


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (Open(), Opened(PAGES)),
        (DRAW, Drawn(100, 50, 400)),
        (DRAW, Failed(Reason.PAGE)),
        (ReadPages(0, 1), PagesRead((Page(Size(1, 1)),))),
        (ReadOutline(), OutlineRead((OutlineItem(1, "x", 4, 0.0),))),
        (FIND, Found((Hit(3, 0, 1, "", "x", ""),))),
        (HASTY, Found((Hit(2, 0, 1, "", "x", ""),), left=1)),
        (
            ReadLinks(0),
            LinksRead((Link(BOX, Inside(Place(4))), Link(BOX, Outside("HTTPS://x")), Link(BOX, Refused("")))),
        ),
        (ReadFingerprints(0, 2), FingerprintsRead(("a", ""))),
        (GatherLines(0, 2), Gathered()),
        (STRUCTURE, structure()),
        (STRUCTURE, structure((), ("12",), ("12", "13"), ("", "14"), ("xii",))),
        (ReadStructure(2), StructureRead(((), ()), ())),
    ],
)
def test_what_can_be_true_is_believed(request_, answer):
    assert is_honest(request_, answer, PAGES)


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (Open(), Opened(0)),
        (Open(), Opened(PAGES + 1)),
        (Open(), Opened(PAGES, title="x\u202ey")),
        (Open(), Opened(PAGES, author="x" * 501)),
        (Open(), Opened(PAGES, trailer_id="../x")),
        (Open(), Opened(PAGES, first=Page(Size(math.nan, 1)))),
        (DRAW, Failed(Reason.PAGE, "x" * 501)),
        (ReadPages(0, 1), PagesRead((Page(Size(1, 1), label="x\ny"),))),
        (ReadOutline(), OutlineRead((OutlineItem(101, "x", 0, 0.0),))),
        (ReadOutline(), OutlineRead((OutlineItem(1, "x\u202ey", 0, 0.0),))),
        (ReadOutline(), OutlineRead((OutlineItem(1, "x", 0, 0.0),) * 20_001)),
        (FIND, Found((Hit(3, 0, 1, "", "x", ""),) * 4_001)),
        (FIND, Found((Hit(3, 0, 1, "", "x" * 20_001, ""),))),
        (ReadLinks(0), LinksRead((Link(BOX, Refused("")),) * 5_001)),
        (ReadLinks(0), LinksRead((Link(BOX, Refused("x" * 2_001)),))),
        (ReadLinks(0), LinksRead((Link(BOX, Outside("https://x\u202ey")),))),
        (ReadFingerprints(0, 2), FingerprintsRead(("niet zo",))),
        (ReadText(0), Drawn(1, 1, 4)),
        (DRAW, TextRead(wire.PageText())),
        (DRAW, Drawn(100, 51, 400)),
        (DRAW, Drawn(100, 50, 396)),
        (Draw(0, 0, 1.0, 0, 0, 2048, 2048), Drawn(2048, 2048, 8192 * 2)),
        (ReadPages(0, 1), PagesRead((Page(Size(1, 1)), Page(Size(1, 1))))),
        (ReadPages(0, 1), PagesRead((Page(Size(0, 1)),))),
        (ReadPages(0, 1), PagesRead((Page(Size(math.nan, 1)),))),
        (ReadPages(0, 1), PagesRead((Page(Size(math.inf, 1)),))),
        (ReadOutline(), OutlineRead((OutlineItem(1, "x", PAGES, 0.0),))),
        (ReadOutline(), OutlineRead((OutlineItem(0, "x", 0, 0.0),))),
        (ReadOutline(), OutlineRead((OutlineItem(1, "x", 0, math.nan),))),
        (FIND, Found((Hit(1, 0, 1, "", "x", ""),))),
        (FIND, Found((), left=1)),
        (HASTY, Found((), left=2)),
        (HASTY, Found((Hit(3, 0, 1, "", "x", ""),), left=1)),
        (FIND, Found((Hit(2, 1, 1, "", "x", ""),))),
        (ReadLinks(0), LinksRead((Link(BOX, Outside("file:///etc/passwd")),))),
        (ReadLinks(0), LinksRead((Link(BOX, Inside(Place(PAGES))),))),
        (ReadLinks(0), LinksRead((Link(Rect(math.nan, 0, 1, 1), Refused("")),))),
        (ReadFingerprints(0, 2), FingerprintsRead(("a", "b", "c"))),
        (ReadFingerprints(0, 2), ReadLinks(0)),
        (GatherLines(0, 2), structure()),
        (STRUCTURE, Gathered()),
        (STRUCTURE, StructureRead((), ())),
        (ReadStructure(2), structure()),
        (STRUCTURE, structure(("1", "2", "3"), (), (), (), ())),
        (STRUCTURE, structure(("1" * 41,), (), (), (), ())),
        (STRUCTURE, structure(("1\n2",), (), (), (), ())),
        (STRUCTURE, StructureRead(((),) * 5, (SECTION, SECTION))),
        (STRUCTURE, structure(id="urn:uuid:1")),
        (STRUCTURE, structure(level=0)),
        (STRUCTURE, structure(level=101)),
        (STRUCTURE, structure(title="")),
        (STRUCTURE, structure(title="x\u202ey")),
        (STRUCTURE, structure(title="x" * 501)),
        (STRUCTURE, structure(page=PAGES)),
        (STRUCTURE, structure(page=-1)),
        (STRUCTURE, structure(y=math.nan)),
        (STRUCTURE, structure(y=-1.0)),
        (STRUCTURE, structure(label="1\u200e2")),
        (STRUCTURE, structure(source=Source.BUNDLE)),
        (STRUCTURE, structure(source=Source.READER)),
        (STRUCTURE, structure(confidence=0.0)),
        (STRUCTURE, structure(confidence=math.nan)),
        (STRUCTURE, structure(end=Place(4))),
    ],
)
def test_what_cannot_be_true_is_not(request_, answer):
    assert not is_honest(request_, answer, PAGES)


MARK = ForeignMark(key="a", places=(OnPage(2, (Rect(1, 2, 3, 4),)),))


def test_marks_of_the_page_that_was_asked_for_are_believed():
    assert is_honest(ReadMarks(2), MarksRead((MARK,)), PAGES)
    assert is_honest(ReadSpaces(0, 1), SpacesRead(((1.0, 0.0, 0.0, -1.0, 0.0, 600.0),)), PAGES)


@pytest.mark.parametrize(
    "changed",
    [
        {"places": (OnPage(3, (Rect(1, 2, 3, 4),)),)},
        {"places": (OnPage(2, (Rect(1, 2, math.inf, 4),)),)},
        {"places": (OnPage(2, (Rect(1, 2, 3, 4),) * (MOST_BOXES + 1)),)},
        {"ours": "../../x"},
        {"comment": "x" * (LONGEST + 1)},
        {"space": Space.USER},
    ],
)
def test_a_mark_that_no_honest_worker_sends_is_none(changed):
    assert not is_honest(ReadMarks(2), MarksRead((replace(MARK, **changed),)), PAGES)


@pytest.mark.parametrize(("page", "id_"), [(3, f"urn:uuid:{UUID(int=1)}"), (2, "../x"), (1, f"urn:uuid:{UUID(int=1)}")])
def test_ids_of_other_pages_and_what_is_no_id_are_lies(page, id_):
    asked = wire.ReadIdsInside(2, 1, "bron")
    assert is_honest(asked, wire.IdsInsideRead((wire.IdInside(2, 0, f"urn:uuid:{UUID(int=1)}"),)), PAGES)
    assert not is_honest(asked, wire.IdsInsideRead((wire.IdInside(page, 0, id_),)), PAGES)


def test_boxes_of_what_is_printed_are_believed_if_they_are_boxes_of_the_pages_asked_for():
    asked, box = wire.ReadPrinted(0, 1), Rect(1, 2, 3, 4)
    assert is_honest(asked, wire.PrintedRead(((box, None),)), PAGES)
    assert not is_honest(asked, wire.PrintedRead(((box, None), (box, box))), PAGES)
    assert not is_honest(asked, wire.PrintedRead(((Rect(1, 2, math.inf, 4), None),)), PAGES)
    assert not is_honest(asked, wire.PrintedRead(((Rect(3, 2, 1, 4), None),)), PAGES)


FLOW = PageFlow(PageText("ab", bytes(32), (Line(0, 2, 0),)), (Piece(PieceKind.PARAGRAPH, 0, 2),))


def test_a_page_taken_apart_is_believed_as_far_as_it_lies_in_its_text():
    assert is_honest(wire.ReadFlow(2), wire.FlowRead(FLOW), PAGES)
    assert not is_honest(wire.ReadText(2), wire.FlowRead(FLOW), PAGES)


@pytest.mark.parametrize(
    "changed",
    [
        {"pieces": (Piece(PieceKind.PARAGRAPH, 0, 3),)},
        {"pieces": (Piece(PieceKind.PARAGRAPH, -1, 2),)},
        {"pieces": (Piece(PieceKind.HEADING, 0, 2, level=99),)},
        {"pieces": (Piece(PieceKind.PICTURE, 0, 0, box=Rect(0, 0, math.inf, 9)),)},
        {"pieces": (Piece(PieceKind.PICTURE, 0, 0),)},
        {"pieces": (Piece(PieceKind.PARAGRAPH, 0, 0),) * (MOST_PIECES + 1)},
        {"emphasis": (Emphasis(1, 5),)},
    ],
)
def test_a_page_taken_apart_that_no_honest_worker_sends_is_none(changed):
    assert not is_honest(wire.ReadFlow(2), wire.FlowRead(replace(FLOW, **changed)), PAGES)


COPY = wire.WriteCopy((), "urn:uuid:1")


@pytest.mark.parametrize("start", [0, 5])
def test_a_piece_of_a_copy_is_as_long_as_it_has_to_be(start):
    asked = replace(COPY, start=start)
    rest = b"12345678"[start:]
    assert is_honest(asked, wire.CopyWritten(base=9, size=8, piece=rest), PAGES)
    assert not is_honest(asked, wire.CopyWritten(base=9, size=8, piece=rest[1:]), PAGES)
    assert not is_honest(asked, wire.CopyWritten(base=9, size=3, piece=rest), PAGES)
    assert not is_honest(ReadMarks(2), wire.CopyWritten(base=9, size=8, piece=rest), PAGES)


def test_a_copy_that_has_nothing_of_the_original_is_a_pdf():
    assert not is_honest(COPY, wire.CopyWritten(base=0, size=4, piece=b"MZ90"), PAGES)
    assert is_honest(COPY, wire.CopyWritten(base=0, size=8, piece=b"%PDF-1.7"), PAGES)


def test_a_piece_of_an_attachment_is_as_long_as_it_has_to_be():
    asked = wire.ReadAttachment(0, 5)
    assert is_honest(asked, wire.AttachmentRead(8, b"678"), PAGES)
    assert is_honest(asked, wire.AttachmentRead(3, b""), PAGES)
    assert not is_honest(asked, wire.AttachmentRead(8, b"67"), PAGES)
    assert not is_honest(wire.ReadAttachments(), wire.AttachmentRead(8, b"678"), PAGES)


@pytest.mark.parametrize(
    "lie", [{"name": "../a"}, {"name": ""}, {"name": "con"}, {"page": PAGES}, {"size": -1}, {"description": "a\nb"}]
)
def test_an_attachment_that_no_honest_worker_names_is_none(lie):
    attached = Attachment("a.txt", 3, "wat het is", 2)
    assert is_honest(wire.ReadAttachments(), wire.AttachmentsRead((attached,)), PAGES)
    assert not is_honest(wire.ReadAttachments(), wire.AttachmentsRead((replace(attached, **lie),)), PAGES)


def test_more_spaces_than_were_asked_for_are_a_lie():
    space = (1.0, 0.0, 0.0, -1.0, 0.0, 600.0)
    assert not is_honest(ReadSpaces(0, 1), SpacesRead((space, space)), PAGES)
    assert not is_honest(ReadSpaces(0, 1), SpacesRead(((math.nan, *space[1:]),)), PAGES)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + pack(">I4sII", 13, b"IHDR", width, height)


def test_a_picture_for_which_nobody_has_room_is_not_taken():
    assert is_honest(wire.DrawPng(0, 72), wire.PngDrawn(png(8000, 8000)), 3)
    for lie in (png(8000, 8001), png(0, 9), png(9, 9)[:20], b"GIF89a" + bytes(40)):
        assert not is_honest(wire.DrawPng(0, 72), wire.PngDrawn(lie), 3)
