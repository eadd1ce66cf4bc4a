"""What of the notes goes into a copy of the PDF, and where."""

import hashlib
from pathlib import Path

import pytest
from export_notes import TREE, WHEN, WORK, mark, on, report, sheet, some, spot
from msgspec.structs import replace

from zzpreader.export.annotated_copy import asking, inscribed, is_ours
from zzpreader.export.by_worker import NotMade, asked
from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.formats import FORMATS
from zzpreader.export.report import Original
from zzpreader.export.writing import There, what_is_at, write_all
from zzpreader.model.annotation import Highlight, Kind, Motivation
from zzpreader.model.geometry import Point, Size, rotate_point
from zzpreader.model.pages import Half, Page
from zzpreader.model.refused import Unmade
from zzpreader.model.sections import Section, SectionTree
from zzpreader.wire import CopyWritten, Failed, Reason, WriteCopy

PAGES = (Page(Size(400, 600)),) * 6
COPY = FORMATS["annotated-pdf"]


def original(file: Path | None = None, data: bytes = b"", pages=PAGES) -> Original:
    return Original(file=file or Path("a.pdf"), edition=hashlib.sha256(data).hexdigest(), pages=pages)


def made(*annotations, pages=PAGES, **more):
    return report(*annotations, work=replace(WORK, pages=6), original=original(pages=pages), **more)


def test_every_note_is_in_it_once_in_the_order_of_the_pages():
    notes = some()
    found = inscribed(made(*notes, choice=Choice(grouping=Grouping.TAG)))
    assert sorted(one.id for one in found) == sorted(one.id for one in notes)
    assert [one.page for one in found] == sorted(one.page for one in found)
    by_id = {one.id: one for one in found}
    assert [by_id[one.id].kind for one in notes] == [one.kind for one in notes]
    helpful = by_id[notes[4].id]
    assert (helpful.section, helpful.title, helpful.tags) == ("b11", "Harde cijfers helpen", ("beleid", "wijk"))
    assert (helpful.author, helpful.created, helpful.color) == ("A. de Vries", WHEN, helpful.fill)
    assert by_id[notes[1].id].color == by_id[notes[1].id].edge


def test_a_mark_over_two_pages_is_two_annotations_and_one_comment():
    first, second = inscribed(made(mark("Woorden", 1, 500, value="Ja", more=(on(2, 20, Half.LEFT), on(2, 40)))))
    assert (first.page, first.part, first.comment) == (1, 0, "Ja")
    assert (second.page, second.part, second.comment, len(second.quads)) == (2, 1, "", 2)
    assert first.id == second.id


def test_notes_on_sections_stand_where_these_begin_and_below_each_other():
    right = SectionTree([*TREE.sections[:3], replace(TREE.sections[3], half=Half.RIGHT)])
    notes = sheet("b11", "een"), sheet(None, "twee"), replace(sheet("gone", "drie"), id="urn:uuid:z")
    found = {one.comment: one for one in inscribed(made(*notes, tree=right))}
    assert found["een"].quads[0].upper_left == Point(206, 300)
    assert {found[one].quads[0].upper_left for one in ("twee", "drie")} == {Point(6, 0), Point(6, 22)}
    assert all(one.kind is Kind.SHEET and not one.color for one in found.values())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_what_stands_at_a_section_is_wholly_on_the_paper(rotation):
    tree = SectionTree([Section(id="a", level=1, title="Slot", page=0, y=598)])
    [one] = inscribed(made(sheet("a", "x"), tree=tree, pages=(Page(Size(400, 600), rotation),) * 6))
    at = rotate_point(one.quads[0].upper_left, Size(400, 600), rotation)
    wide, high = (600, 400) if rotation in (90, 270) else (400, 600)
    assert 0 <= at.x <= wide - 18
    assert 0 <= at.y <= high - 18


def test_what_lies_in_another_edition_comes_as_a_note_with_its_words():
    one = mark("Weg uit dit bestand", 1, value="Jammer", highlight=Highlight.UNDERLINE)
    gone = replace(one, target=replace(one.target, edition="f" * 64, scope="b1"))
    [note] = inscribed(made(gone))
    assert (note.kind, note.page, note.comment) == (Kind.NOTE, 1, "> Weg uit dit bestand\n\nJammer")


def test_comments_can_be_left_out_and_notes_keep_their_words():
    notes = mark("Woord", value="Geheim"), spot(Motivation.COMMENTING, "Nakijken", 1, 60)
    assert {one.comment for one in inscribed(made(*notes, choice=Choice(comments=False)))} == {"", "Nakijken"}


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    file = tmp_path / "publication.pdf"
    file.write_bytes(b"%PDF-1.7 x")
    return file


def about(file: Path):
    return report(mark("Woord"), work=replace(WORK, pages=6), original=original(file, b"%PDF-1.7 x"))


def in_pieces(request) -> CopyWritten:
    assert isinstance(request, WriteCopy)
    whole = b"12345"
    return CopyWritten(base=10, size=5, piece=whole[request.start : request.start + 2])


def test_the_original_comes_first_and_the_pieces_behind_it(publication):
    data = asked(asking(about(publication)), in_pieces)
    assert data.startswith(b"%PDF-1.7 x12345%zzp")
    assert is_ours(data)


def test_a_file_that_has_changed_since_is_not_annotated(publication):
    publication.write_bytes(b"%PDF-1.7 y")
    with pytest.raises(NotMade) as refused:
        asked(asking(about(publication)), in_pieces)
    assert refused.value.why is Unmade.CHANGED
    publication.unlink()
    with pytest.raises(NotMade):
        asked(asking(about(publication)), in_pieces)


@pytest.mark.parametrize(
    ("reason", "why"),
    [(Reason.FORBIDDEN, Unmade.FORBIDDEN), (Reason.PAGE, Unmade.DAMAGED), (Reason.CRASHED, Unmade.COPY)],
)
def test_why_there_is_no_copy_is_told(publication, reason, why):
    with pytest.raises(NotMade) as refused:
        asked(asking(about(publication)), lambda _: Failed(reason))
    assert refused.value.why is why


def test_the_open_file_is_never_replaced_even_if_it_is_a_copy_of_ours(publication):
    data = b"%PDF-1.7 x%zzpreader annotated copy\n"
    publication.write_bytes(data)
    one = about(publication)
    link = publication.with_name("link.pdf")
    link.symlink_to(publication)
    for path in (publication, link):
        assert what_is_at({path: one}, COPY) is There.PDF
        with pytest.raises(FileExistsError):
            write_all({path: one}, COPY.made(b"%PDF-new"), force=True)
    assert publication.read_bytes() == data
