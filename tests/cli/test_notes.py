import json
from hashlib import sha256

import pymupdf
import pytest
from pdf_files import finished

from zzpreader.cli.main import main
from zzpreader.model.publication import Publication
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile

PAGES = ("Inleiding\nHet belang van één reünie.", "Les 1\nHarde cijfers helpen. De wijk telt.", "De wijk is klein.")


def publication_pdf(*, more: str = "") -> bytes:
    document = pymupdf.open()
    for words in PAGES:
        page = document.new_page(width=400, height=600)
        page.insert_text((50, 100), words + more, fontsize=12)
    document.set_toc([[1, "Inleiding", 1], [1, "Lessen", 2], [2, "Harde cijfers", 2]])
    roman, from_38 = {"startpage": 0, "style": "r"}, {"startpage": 1, "style": "D", "firstpagenum": 38}
    document.set_page_labels([roman, from_38])
    document.set_metadata({"title": "ZZP en de stad"})
    return finished(document)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ZZPREADER_LANG", "en")
    return Home()


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "publication.pdf"
    path.write_bytes(publication_pdf())
    return path


@pytest.fixture
def run(capsysbinary):
    def run_(*words):
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = ended.code
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run_


def listed(run, pdf):
    status, out, err = run("notes", "list", pdf, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_words_are_marked_and_listed(run, pdf):
    status, out, err = run(
        *("notes", "add", pdf, "--page", "38", "--quote", "harde CIJFERS"),
        *("--comment", "Voor de wijk", "--tag", "beleid", "--tag", "cijfers", "--colour", "green"),
    )
    assert (status, err) == (0, "")
    (note,) = listed(run, pdf)
    assert note.pop("created").endswith("Z")
    assert note.pop("modified").endswith("Z")
    sections = json.loads(run("sections", pdf, "--json")[1])
    assert note == {
        "id": out.strip(),
        "kind": "highlight",
        "page": 2,
        "label": "38",
        "section": sections[2]["id"],
        "section_title": "Harde cijfers",
        "quote": "Harde cijfers",
        "comment": "Voor de wijk",
        "tags": ["beleid", "cijfers"],
        "colour": "green",
    }


def test_words_are_found_without_their_accents_and_kept_with_them(run, pdf):
    run("notes", "add", pdf, "--page", "1", "--quote", "een reunie")
    assert [note["quote"] for note in listed(run, pdf)] == ["één reünie"]


def test_words_that_are_not_there_are_one_sentence_and_leave_nothing(run, pdf, home):
    status, out, err = run("notes", "add", pdf, "--page", "1", "--quote", "staat hier niet")
    assert (status, out) == (1, "")
    assert err == "zzpreader: Page i of “publication.pdf” does not have the words “staat hier niet”.\n"
    assert not home.library.exists()


def test_the_note_of_a_section_grows_with_every_comment(run, pdf):
    section = json.loads(run("sections", pdf, "--json")[1])[1]["id"]
    ids = [run("notes", "add", pdf, "--section", section, "--comment", text)[1] for text in ("Een", "Twee")]
    assert ids[0] == ids[1]
    (note,) = listed(run, pdf)
    assert (note["kind"], note["section"], note["comment"], note["page"]) == ("sheet", section, "Een\n\nTwee", 2)


def test_a_section_that_is_not_there_is_one_sentence(run, pdf):
    status, _, err = run("notes", "add", pdf, "--section", "section-none", "--comment", "x")
    assert status == 1
    assert err.count("\n") == 1
    assert "section-none" in err


@pytest.mark.parametrize(
    "words",
    [
        ("--page", "1"),
        ("--section", "x"),
        ("--section", "x", "--comment", "y", "--quote", "z"),
        ("--page", "1", "--quote", "x", "--colour", "mauve"),
        ("--page", "1", "--section", "x", "--quote", "x"),
        (),
    ],
)
def test_wrong_use_is_status_2(run, pdf, words):
    assert run("notes", "add", pdf, *words)[0] == 2


def test_notes_are_listed_in_document_order_for_people(run, pdf):
    for page, words in (("3", "klein"), ("1", "belang"), ("38", "telt")):
        run("notes", "add", pdf, "--page", page, "--quote", words)
    status, out, _ = run("notes", "list", pdf)
    assert status == 0
    assert [line.split("\t")[3] for line in out.splitlines()] == ["belang", "telt", "klein"]


def test_a_renamed_file_and_a_copy_keep_their_notes(run, pdf, tmp_path):
    run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    (tmp_path / "copy.pdf").write_bytes(pdf.read_bytes())
    moved = pdf.rename(tmp_path / "renamed.pdf")
    assert len(listed(run, moved)) == 1
    assert len(listed(run, tmp_path / "copy.pdf")) == 1


def test_a_new_edition_with_the_same_text_keeps_the_notes(run, pdf, tmp_path, home):
    run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    newer = tmp_path / "newer.pdf"
    newer.write_bytes(publication_pdf() + b"\n% saved anew\n")
    assert sha256(newer.read_bytes()).digest() != sha256(pdf.read_bytes()).digest()
    assert len(listed(run, newer)) == 1
    run("notes", "add", newer, "--page", "1", "--quote", "Inleiding")
    (entry,) = Library(home).entries()
    assert len(entry.publication.editions) == 2


def test_another_publication_has_notes_of_its_own(run, pdf, tmp_path):
    run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    other = tmp_path / "other.pdf"
    other.write_bytes(publication_pdf(more=" En nog veel meer."))
    assert listed(run, other) == []


def test_while_a_window_holds_the_notes_they_are_not_touched(run, pdf, home):
    run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    (entry,) = Library(home).entries()
    held = NotebookFile(home.notebook(entry.publication.id), entry.publication)
    status, _, err = run("notes", "add", pdf, "--page", "1", "--quote", "Inleiding")
    assert status == 1
    assert err.count("\n") == 1
    assert "open in a window" in err
    assert len(listed(run, pdf)) == 1, "reading is allowed"
    held.close()


def test_the_publication_itself_is_never_written(run, pdf):
    before = (pdf.read_bytes(), pdf.stat().st_mtime_ns)
    run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    run("export", pdf, "--format", "markdown", "-o", pdf, "--force")
    assert (pdf.read_bytes(), pdf.stat().st_mtime_ns) == before


def test_notes_are_exported_under_their_sections(run, pdf, tmp_path):
    run("notes", "add", pdf, "--page", "38", "--quote", "Harde cijfers helpen.", "--comment", "Ja")
    out = tmp_path / "notes.md"
    assert run("export", pdf, "--format", "markdown", "-o", out)[0] == 0
    assert out.read_text("utf-8") == (
        "# ZZP en de stad\n\n## Lessen\n\n### Harde cijfers\n\n> “Harde cijfers helpen.” (p. 38)\n\nJa\n\n*Important*\n"
    )


def test_an_export_replaces_nothing_unless_told(run, pdf, tmp_path):
    out = tmp_path / "notes.md"
    out.write_text("mine")
    status, _, err = run("export", pdf, "-o", out)
    assert (status, out.read_text()) == (1, "mine")
    assert "--force" in err
    assert run("export", pdf, "-o", out, "--force")[0] == 0
    assert out.read_text().startswith("# ZZP en de stad")


def test_an_export_speaks_the_language_of_the_reader(run, pdf, tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_LANG", "nl")
    out = tmp_path / "notes.md"
    run("export", pdf, "-o", out)
    assert "Er zijn geen notities." in out.read_text("utf-8")


def test_a_place_that_cannot_be_written_is_one_sentence(run, pdf, tmp_path):
    status, _, err = run("export", pdf, "-o", tmp_path / "nowhere" / "notes.md")
    assert status == 1
    assert err.count("\n") == 1


def test_a_home_that_cannot_be_written_is_one_sentence(run, pdf, tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "file" / "home"))
    status, _, err = run("notes", "add", pdf, "--page", "1", "--quote", "belang")
    assert status == 1
    assert err.count("\n") == 1
    assert "cannot be written" in err


def test_what_no_text_can_hold_is_kept_as_a_sign_for_it(run, pdf):
    typed = b"t\xff".decode("utf-8", "surrogateescape")  # as Python hands over what a terminal did not write in UTF-8
    status, _, _ = run("notes", "add", pdf, "--page", "38", "--quote", "Harde", "--comment", typed, "--tag", typed)
    assert status == 0
    [note] = json.loads(run("notes", "list", pdf, "--json")[1])
    assert (note["comment"], note["tags"]) == ("t\ufffd", ["t\ufffd"])
    assert run("search", pdf, typed) == (0, "", "")


def test_a_name_that_looks_like_a_place_to_fill_in_is_said_as_it_is(run, pdf):
    odd = pdf.rename(pdf.with_name("a%3.pdf"))
    _, _, err = run("notes", "add", odd, "--page", "38", "--quote", "nergens", "--comment", "x")
    assert err == "zzpreader: Page 38 of “a%3.pdf” does not have the words “nergens”.\n"


def test_notes_of_another_machine_are_merged(pdf, home, tmp_path, monkeypatch, capsys):
    main(["notes", "add", str(pdf), "--page", "38", "--quote", "Harde cijfers", "--comment", "Van hier"])
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "elsewhere"))
    main(["notes", "add", str(pdf), "--page", "38", "--quote", "De wijk telt", "--comment", "Van daar"])
    (theirs,) = Home().notebooks.glob("*.json")
    before = theirs.read_bytes()
    monkeypatch.setenv("ZZPREADER_HOME", str(home.folder))
    capsys.readouterr()
    assert main(["notes", "merge", str(pdf), str(theirs)]) == 0
    assert capsys.readouterr().out == "1 new, 0 changed, 0 deleted, 0 written on both sides.\n"
    main(["notes", "merge", str(pdf), str(theirs)])
    assert capsys.readouterr().out == "0 new, 0 changed, 0 deleted, 0 written on both sides.\n"
    main(["notes", "list", str(pdf), "--json"])
    assert {note["comment"] for note in json.loads(capsys.readouterr().out)} == {"Van hier", "Van daar"}
    assert theirs.read_bytes() == before


def test_a_copy_that_a_sync_tool_left_is_set_aside_after_it_was_merged(pdf, home, capsys):
    main(["notes", "add", str(pdf), "--page", "38", "--quote", "Harde cijfers"])
    (own,) = home.notebooks.glob("*.json")
    copy = own.with_name(f"{own.stem} (conflicted copy 2026-01-01 120000).json")
    copy.write_bytes(own.read_bytes())
    assert main(["notes", "merge", str(pdf), str(copy)]) == 0
    assert not copy.exists()
    assert len(list(home.notebooks.glob("*.merged-*"))) == 1


def test_notes_on_another_publication_are_not_merged(pdf, home, tmp_path, capsys):
    main(["notes", "add", str(pdf), "--page", "38", "--quote", "Harde cijfers"])
    (own,) = home.notebooks.glob("*.json")
    before = own.read_bytes()
    other = Publication(id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0009", title="Iets anders")
    foreign = NotebookFile(tmp_path / "b.json", other)
    foreign.save({})
    foreign.close()
    assert main(["notes", "merge", str(pdf), str(tmp_path / "b.json")]) == 1
    assert "holds notes on another publication: “Iets anders”" in capsys.readouterr().err
    assert main(["notes", "merge", str(pdf), str(pdf)]) == 1
    assert own.read_bytes() == before


def test_a_notes_bundle_of_a_colleague_is_merged_by_its_pages(run, pdf, home, tmp_path, monkeypatch):
    assert run("notes", "add", pdf, "--page", "38", "--quote", "Harde cijfers", "--comment", "Van Els")[0] == 0
    bundle = tmp_path / "els.zzpnotes"
    assert run("export", pdf, "--format", "notes-bundle", "-o", bundle) == (0, "", "")
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "mine"))
    mine = tmp_path / "again.pdf"
    mine.write_bytes(publication_pdf(more=" "))
    assert run("notes", "add", mine, "--page", "38", "--quote", "De wijk telt", "--comment", "Van mij")[0] == 0
    assert run("notes", "merge", mine, bundle) == (0, "1 new, 0 changed, 0 deleted, 0 written on both sides.\n", "")
    assert sorted(note["comment"] for note in listed(run, mine)) == ["Van Els", "Van mij"]
    assert run("notes", "merge", mine, bundle)[1] == "0 new, 0 changed, 0 deleted, 0 written on both sides.\n"


def test_a_bundle_that_is_none_is_refused_in_one_sentence(run, pdf, tmp_path):
    other = tmp_path / "x.zzpnotes"
    other.write_bytes(b"PK\3\4 and nothing else")
    status, out, err = run("notes", "merge", pdf, other)
    assert (status, out) == (1, "")
    assert err == "zzpreader: “x.zzpnotes” holds no notes of zzpreader that can be read.\n"
