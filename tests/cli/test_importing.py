"""`zzpreader notes import`: what other programs have made, and our own sets there and back."""

import json
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write

from zzpreader.cli.main import main

WORDS = "Harde cijfers helpen. De wijk is te klein."


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return write(tmp_path, text_pdf(WORDS, "Tweede bladzijde met meer woorden."))


def notes(pdf: Path, capsys) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["notes", "list", str(pdf), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


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
