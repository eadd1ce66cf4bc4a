"""`zzpreader notes import`: what other programs have made, and our own sets there and back."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pymupdf
import pytest
from msgspec.structs import replace
from pdf_files import finished, text_pdf, write

from zzpreader.cli.main import main
from zzpreader.model.annotation import (
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
    new_annotation,
    new_id,
)
from zzpreader.model.geometry import Point, Quad, Rect
from zzpreader.model.records import Link, Record, Standing, Status
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile

WORDS = "Harde cijfers helpen. De wijk is te klein."


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return write(tmp_path, text_pdf(WORDS, "Tweede bladzijde met meer woorden."))


def notes(pdf: Path, capsys) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["notes", "list", str(pdf), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@contextmanager
def notebook() -> Generator[NotebookFile]:
    """Of the only publication in the library."""
    home = Home()
    (entry,) = Library(home).entries()
    file = NotebookFile(home.notebook(entry.publication.id), entry.publication)
    try:
        yield file
    finally:
        file.close()


def marked_pdf(tmp_path: Path) -> Path:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), WORDS, fontsize=12)
    mark = page.add_highlight_annot(page.search_for("Harde cijfers"))
    mark.set_info(content="Ja", title="An")
    mark.set_colors(stroke=(1, 0.4, 0.7))
    mark.update()
    page.add_text_annot((200, 300), "Kijk hier")
    return write(tmp_path, finished(document), "marked.pdf")


def test_an_annotated_copy_gives_the_same_notes_in_another_library(pdf, tmp_path, capsys, monkeypatch):
    """To the code point and the corner; only the milliseconds of their dates are none of PDF's."""
    add = ["notes", "add", str(pdf)]
    assert main([*add, "--page", "1", "--quote", "Harde cijfers", "--comment", "Ja – 10%", "--tag", "x y"]) == 0
    assert main([*add, "--page", "2", "--quote", "meer woorden", "--colour", "pink"]) == 0
    with notebook() as file:
        page = PdfRectsSelector(page=1, quads=(Quad.around(Rect(40, 80, 240, 120)),))
        first = next(one for one in file.annotations if one.rects[0].page == 0)
        there = Target(source=first.target.source, selector=(page,), edition=first.target.edition)
        looks = Highlight.UNDERLINE, Highlight.STRIKETHROUGH, Highlight.SQUIGGLY
        lines = [replace(first, id=new_id(), body=Body(color="blue", highlight=look, value=look)) for look in looks]
        area = Body(color="green", highlight=Highlight.OUTLINE, description="Een grafiek")
        whole = Body(value="# Kop\n\nOver het geheel.")
        spot = replace(there, selector=(PdfRectsSelector(page=1, quads=(Quad.at(Point(30, 40)),)),))
        others = [
            new_annotation(Motivation.HIGHLIGHTING, area, there, "An"),
            new_annotation(Motivation.COMMENTING, whole, Target(source=there.source)),
            new_annotation(Motivation.COMMENTING, Body(value="Hier"), spot),
            new_annotation(Motivation.BOOKMARKING, Body(value="Verder"), spot),
        ]
        file.save({one.id: one for one in (*lines, *others)})
    with notebook() as file:
        before = file.annotations
    copy = tmp_path / "copy.pdf"
    assert main(["export", str(pdf), "--format", "annotated-pdf", "-o", str(copy)]) == 0
    assert copy.read_bytes().startswith(pdf.read_bytes())
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "elsewhere"))
    assert main(["notes", "import", str(copy)]) == 0
    assert "9 new (9 at their place" in capsys.readouterr().out
    with notebook() as file:
        after = {one.id: one for one in file.annotations}
    assert after.keys() == {one.id for one in before}
    for one in before:
        back = after[one.id]
        assert (back.kind, back.body, back.quote, back.creator) == (one.kind, one.body, one.quote, one.creator)
        assert back.target.scope == one.target.scope
        assert [quad for rects in back.rects for quad in rects.quads] == [
            quad for rects in one.rects for quad in rects.quads
        ]
        assert back.created == one.created[:-4] + "000Z"
    assert main(["notes", "import", str(copy)]) == 0
    assert "0 new" in capsys.readouterr().out


def test_marks_inside_a_pdf_are_taken_once(tmp_path, capsys):
    pdf = marked_pdf(tmp_path)
    before = pdf.read_bytes()
    assert main(["notes", "import", str(pdf)]) == 0
    assert "2 new (2 at their place" in capsys.readouterr().out
    mark, note = notes(pdf, capsys)
    assert (mark["kind"], mark["quote"], mark["comment"], mark["colour"]) == (
        "highlight",
        "Harde cijfers",
        "Ja",
        "pink",
    )
    assert (note["kind"], note["comment"]) == ("note", "Kijk hier")
    assert main(["notes", "import", str(pdf)]) == 0
    assert "0 new" in capsys.readouterr().out
    assert len(notes(pdf, capsys)) == 2
    assert pdf.read_bytes() == before


def test_a_dry_run_changes_nothing(tmp_path, capsys):
    pdf = marked_pdf(tmp_path)
    assert main(["notes", "import", str(pdf), "--dry-run"]) == 0
    assert "2 new" in capsys.readouterr().out
    assert notes(pdf, capsys) == []


def test_a_set_comes_into_an_empty_store_and_out_again_the_same(pdf, tmp_path, monkeypatch, capsys):
    args = ["notes", "add", str(pdf), "--page"]
    assert (
        main([*args, "1", "--quote", "Harde cijfers", "--comment", "Ja **vet**", "--tag", "x", "--colour", "blue"]) == 0
    )
    assert main([*args, "2", "--quote", "meer woorden"]) == 0
    first, second = tmp_path / "a.jsonld", tmp_path / "b.jsonld"
    assert main(["export", str(pdf), "--format", "json-ld", "-o", str(first)]) == 0
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "empty"))
    assert main(["notes", "import", str(pdf), str(first)]) == 0
    assert main(["export", str(pdf), "--format", "json-ld", "-o", str(second)]) == 0
    assert second.read_bytes() == first.read_bytes()
    assert main(["notes", "import", str(pdf), str(first)]) == 0
    assert "2 already here" in capsys.readouterr().out


def test_every_kind_of_note_comes_back_byte_for_byte(pdf, tmp_path, monkeypatch, zzpreader_home):
    assert main(["notes", "add", str(pdf), "--page", "1", "--quote", "Harde cijfers"]) == 0
    (entry,) = Library(Home(zzpreader_home)).entries()
    source, edition = entry.publication.id, entry.publication.editions[0].sha256
    spot = PdfRectsSelector(page=1, quads=(Quad.at(Point(40.5, 60.25)),))
    area = PdfRectsSelector(page=0, quads=(Quad.around(Rect(10, 200, 300.125, 400)),))
    commenting, here = Motivation.COMMENTING, Target(source=source, selector=(spot,), edition=edition)
    made = [
        new_annotation(commenting, Body(value=f"Blad, zie zzp:{source[9:]}"), Target(source=source)),
        new_annotation(commenting, Body(value="Los\n\n- punt"), here, "An"),
        new_annotation(Motivation.BOOKMARKING, Body(value="Hier"), here),
        new_annotation(
            Motivation.HIGHLIGHTING,
            Body(color="pink", highlight=Highlight.OUTLINE, description="Een kaart", tags=("a", "b")),
            Target(source=source, selector=(area,), edition=edition),
        ),
    ]
    file = NotebookFile(Home(zzpreader_home).notebook(source), entry.publication)
    when = made[0].created
    beside: list[Record] = [
        Standing(id=new_id(), section="s", status=Status.ADOPTED, owner="An", created=when, modified=when),
        Link(id=new_id(), start=f"zzp:{source[9:]}/section/s", end="zzp:x", created=when, modified=when),
    ]
    file.save({one.id: one for one in (*made, *beside)})
    file.close()
    for kind in ("json-ld", "annotations"):
        first, second = tmp_path / f"a.{kind}", tmp_path / f"b.{kind}"
        monkeypatch.setenv("ZZPREADER_HOME", str(zzpreader_home))
        assert main(["export", str(pdf), "--format", kind, "-o", str(first)]) == 0
        monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / f"empty-{kind}"))
        assert main(["notes", "import", str(pdf), str(first)]) == 0
        assert main(["export", str(pdf), "--format", kind, "-o", str(second)]) == 0
        assert second.read_bytes() == first.read_bytes()


def test_what_is_not_found_is_kept_as_a_note_with_its_words(pdf, tmp_path, capsys):
    row = {
        "id": "a",
        "uri": "urn:x",
        "text": "Mijn gedachte",
        "target": [
            {"selector": [{"type": "TextQuoteSelector", "exact": "Dit staat hier nergens ook maar in de buurt"}]}
        ],
    }
    source = tmp_path / "h.json"
    source.write_text(json.dumps({"rows": [row]}), "utf-8")
    assert main(["notes", "import", str(pdf), str(source)]) == 0
    assert "Not found, kept as a note: Dit staat hier nergens" in capsys.readouterr().out
    (note,) = notes(pdf, capsys)
    assert note["kind"] == "note"
    assert note["comment"] == "> Dit staat hier nergens ook maar in de buurt\n\nMijn gedachte"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no notes of a kind"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><xfdf/>", "built to do harm"),
        (b"<xfdf><annots>", "is damaged"),
        (b"{", "is damaged"),
        (b"[" * 100_000, "built to do harm"),
        (b"PK\x03\x04broken", "is damaged"),
        (b"return " + b"{" * 100, "built to do harm"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_sentence(pdf, tmp_path, capsys, content, said):
    source = tmp_path / "notes.bin"
    source.write_bytes(content)
    assert main(["notes", "import", str(pdf), str(source)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_a_file_that_is_not_there_is_told(pdf, tmp_path, capsys):
    assert main(["notes", "import", str(pdf), str(tmp_path / "none")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def turned_pdf(tmp_path: Path, rotation: int, *, marked: bool) -> tuple[Path, str]:
    """A cropped and turned page with a highlight, and the corners of that in the coordinates of PDF."""
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), WORDS, fontsize=12)
    page.set_cropbox(pymupdf.Rect(20, 30, 380, 590))
    page.set_rotation(rotation)
    quads = page.search_for("Harde cijfers", quads=True)
    mark = page.add_highlight_annot(quads)
    _, corners = document.xref_get_key(mark.xref, "QuadPoints")
    if not marked:
        page.delete_annot(mark)
    return write(tmp_path, finished(document), "turned.pdf"), corners.strip("[]").replace(" ", ",")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_marks_on_turned_and_cropped_pages_lie_on_their_words(tmp_path, capsys, rotation):
    pdf, _ = turned_pdf(tmp_path, rotation, marked=True)
    assert main(["notes", "import", str(pdf)]) == 0
    assert [note["quote"] for note in notes(pdf, capsys)] == ["Harde cijfers"]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_xfdf_of_turned_and_cropped_pages_lies_on_its_words(tmp_path, capsys, rotation):
    pdf, corners = turned_pdf(tmp_path, rotation, marked=False)
    source = tmp_path / "a.xfdf"
    mark = f'<highlight page="0" coords="{corners}" rect="0,0,1,1" name="a"/>'
    source.write_text(f'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>{mark}</annots></xfdf>', "utf-8")
    assert main(["notes", "import", str(pdf), str(source)]) == 0
    assert [note["quote"] for note in notes(pdf, capsys)] == ["Harde cijfers"]


def test_our_own_markdown_comes_back_into_an_empty_store(pdf, tmp_path, monkeypatch, capsys):
    args = ["notes", "add", str(pdf), "--page"]
    comment = "Ja **vet**\n\n- een\n- twee"
    assert main([*args, "1", "--quote", "Harde cijfers", "--comment", comment, "--tag", "x", "--colour", "blue"]) == 0
    assert main([*args, "2", "--quote", "meer woorden"]) == 0
    before = notes(pdf, capsys)
    for kind in ("markdown", "obsidian"):
        out = tmp_path / f"{kind}.md"
        assert main(["export", str(pdf), "--format", kind, "-o", str(out)]) == 0
    for kind in ("markdown", "obsidian"):
        monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / f"empty-{kind}"))
        assert main(["notes", "import", str(pdf), str(tmp_path / f"{kind}.md")]) == 0
        same = ("kind", "page", "quote", "comment", "tags", "colour")
        assert [[note[name] for name in same] for note in notes(pdf, capsys)] == [
            [note[name] for name in same] for note in before
        ]
    monkeypatch.delenv("ZZPREADER_HOME")


def test_a_markdown_export_of_here_adds_nothing(pdf, tmp_path, capsys):
    assert main(["notes", "add", str(pdf), "--page", "1", "--quote", "Harde cijfers", "--comment", "Ja"]) == 0
    out = tmp_path / "a.md"
    assert main(["export", str(pdf), "--format", "markdown", "-o", str(out)]) == 0
    assert main(["notes", "import", str(pdf), str(out)]) == 0
    assert len(notes(pdf, capsys)) == 1
