"""`zzpreader export` in all its formats."""

import json
from pathlib import Path

import pytest
from pdf_files import text_pdf, write

from zzpreader.cli.main import main


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = write(tmp_path, text_pdf("Harde cijfers helpen. De wijk is te klein."))
    assert (
        main(["notes", "add", str(file), "--page", "1", "--quote", "Harde cijfers", "--comment", "Ja", "--tag", "x"])
        == 0
    )
    assert main(["notes", "add", str(file), "--page", "1", "--quote", "De wijk", "--colour", "pink"]) == 0
    return file


def export(pdf: Path, out: Path, *more: str) -> int:
    return main(["export", str(pdf), "-o", str(out), *more])


@pytest.mark.parametrize(
    "name",
    ["odt", "docx", "pdf", "annotated-pdf", "obsidian", "html", "csv", "xlsx", "annotations", "cards", "bibtex", "ris"],
)
def test_every_format_is_written(pdf, tmp_path, name):
    assert export(pdf, tmp_path / "out", "--format", name) == 0
    assert (tmp_path / "out").stat().st_size > 20


def test_colours_and_tags_are_asked(pdf, tmp_path):
    assert export(pdf, tmp_path / "a.md", "--colour", "pink") == 0
    assert "Harde cijfers" not in (tmp_path / "a.md").read_text("utf-8")
    assert export(pdf, tmp_path / "b.md", "--tag", "X", "--no-comments") == 0
    text = (tmp_path / "b.md").read_text("utf-8")
    assert "Harde cijfers" in text
    assert "Ja" not in text


def test_exporting_again_keeps_what_was_written_between(pdf, tmp_path, capsys):
    out = tmp_path / "memo.md"
    assert export(pdf, out, "--format", "obsidian") == 0
    out.write_text(out.read_text("utf-8") + "\nMijn slot.\n", "utf-8")
    assert export(pdf, out, "--format", "obsidian") == 1
    assert "--force" in capsys.readouterr().err
    main(["notes", "add", str(pdf), "--page", "1", "--quote", "te klein"])
    assert export(pdf, out, "--format", "obsidian", "--force") == 0
    text = out.read_text("utf-8")
    assert "Mijn slot." in text
    assert "te klein" in text


def test_every_quotation_of_the_publication_is_verified(pdf, tmp_path, capsys):
    capsys.readouterr()
    assert export(pdf, tmp_path / "a.csv", "--format", "csv", "--check-quotes") == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "a.csv").read_text("utf-8-sig").count(";verified;") == 2


def test_a_template_of_the_reader_is_used(pdf, tmp_path, capsys):
    pytest.importorskip("jinja2")
    template = tmp_path / "mine.md.j2"
    template.write_text("{% for item in items %}{{ item.quote }}|{% endfor %}", "utf-8")
    assert export(pdf, tmp_path / "a.md", "--template", str(template)) == 0
    assert (tmp_path / "a.md").read_text("utf-8") == "Harde cijfers|De wijk|"
    template.write_text("{% wrong", "utf-8")
    assert export(pdf, tmp_path / "b.md", "--template", str(template)) == 1
    assert "wrong" in capsys.readouterr().err
    assert not (tmp_path / "b.md").exists()


def test_a_folder_gets_one_file_for_every_lesson_and_the_rest(pdf, tmp_path):
    assert export(pdf, tmp_path / "vault", "--format", "obsidian", "--per-lesson") == 0
    assert [file.suffix for file in (tmp_path / "vault").iterdir()] == [".md"]


def test_an_annotation_set_is_json(pdf, tmp_path):
    assert export(pdf, tmp_path / "a.jsonld", "--format", "json-ld") == 0
    assert len(json.loads((tmp_path / "a.jsonld").read_bytes())["items"]) == 2


def test_a_pdf_of_the_notes_never_takes_the_place_of_the_publication(pdf, tmp_path):
    before = pdf.read_bytes()
    assert export(pdf, pdf, "--format", "pdf", "--force") == 1
    assert pdf.read_bytes() == before
    assert export(pdf, tmp_path / "a.pdf", "--format", "pdf") == 0
    assert export(pdf, tmp_path / "a.pdf", "--format", "pdf") == 1
    assert export(pdf, tmp_path / "a.pdf", "--format", "pdf", "--force") == 0
