"""The command line, run as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from pdf_files import endless_pdf, finished, one_page, raw_pdf, text_pdf, write
from stand_in import make_stand_in


def zzpreader(*arguments: object, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "zzpreader", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, "ZZPREADER_HOME": str(home), "ZZPREADER_LANG": "en", **environment},
        timeout=60,
        check=False,
    )


@pytest.fixture
def run(tmp_path):
    return lambda *arguments, **environment: zzpreader(*arguments, home=tmp_path / "home", **environment)


@pytest.fixture
def manual(tmp_path) -> Path:
    """Five pages, labelled i, ii, 1, 2, 3, with three bookmarks."""
    document = pymupdf.open("pdf", text_pdf("omslag", "inhoud", "Les 1\nDe zzp'er", "Les 2\nDe wijk", "einde"))
    document.set_page_labels([{"startpage": 0, "style": "r"}, {"startpage": 2, "style": "D"}])
    document.set_toc([[1, "Lessen", 2], [2, "Les 1: De zzp’er", 3], [2, "Les 2: De wijk", 4]])
    return write(tmp_path, finished(document), "manual.pdf")


def test_sections_as_json_count_pages_from_one(run, manual):
    done = run("sections", manual, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    sections = json.loads(done.stdout)
    assert [(s["level"], s["title"], s["kind"], s["page"], s["label"]) for s in sections] == [
        (1, "Lessen", "chapter", 2, "ii"),
        (2, "Les 1: De zzp’er", "lesson", 3, "1"),
        (2, "Les 2: De wijk", "lesson", 4, "2"),
    ]
    assert set(sections[0]) == {"id", "level", "title", "kind", "page", "label", "y", "source", "confidence"}
    assert sections[0]["source"] == "outline"


def test_sections_for_people_are_indented(run, manual):
    assert run("sections", manual).stdout == "Lessen  ii\n  Les 1: De zzp’er  1\n  Les 2: De wijk  2\n"


def test_labels_have_an_element_for_every_page(run, manual, tmp_path):
    assert json.loads(run("labels", manual, "--json").stdout) == ["i", "ii", "1", "2", "3"]
    assert json.loads(run("labels", write(tmp_path, one_page()), "--json").stdout) == [None]
    assert run("labels", manual).stdout.startswith("1\ti\n2\tii\n3\t1\n")


def test_a_spread_has_a_label_for_each_half_and_lessons_are_sections(run, tmp_path):
    publication = make_stand_in(tmp_path / "publication.pdf")
    labels = json.loads(run("labels", publication, "--json").stdout)
    assert len(labels) == 42
    assert (labels[0], labels[1], labels[20], labels[25]) == (None, None, ["38", "39"], ["48", "49"])
    assert run("labels", publication).stdout.splitlines()[20] == "21\t38–39"
    lessons = [one for one in json.loads(run("sections", publication, "--json").stdout) if one["kind"] == "lesson"]
    assert [(one["label"], one["page"]) for one in lessons] == [("38", 21)] * 4 + [("39", 21)] * 3 + [("40", 22)] * 3
    assert {one["source"] for one in lessons} <= {"headings", "list"}


def test_search_as_json_says_where_and_what(run, manual):
    done = run("search", manual, "zzp’er", "--json")
    (hit,) = json.loads(done.stdout)
    assert (hit["page"], hit["label"], hit["before"], hit["match"], hit["after"]) == (3, "1", "Les 1 De ", "zzp'er", "")


def test_pages_are_named_by_the_number_on_the_paper_also_by_halves(run, tmp_path):
    publication = make_stand_in(tmp_path / "publication.pdf")
    hits = json.loads(run("search", publication, "Harde cijfers helpen", "--json").stdout)
    assert [(hit["page"], hit["label"]) for hit in hits] == [(21, "39")]
    assert run("search", publication, "Harde cijfers helpen").stdout.startswith("39\t")
    picture = tmp_path / "49.png"
    assert run("render", publication, "--page", "49", "--dpi", "36", "-o", picture).returncode == 0
    right = pymupdf.Pixmap(str(picture))
    left, whole = _rendered(run, publication, "48", tmp_path), _rendered(run, publication, "48", tmp_path, "--whole")
    assert (left.width, right.width, whole.width) == (241, 241, 482)
    assert left.height == right.height == whole.height
    for half, shift in ((left, 0), (right, 241)):
        assert all(half.pixel(x, 24) == whole.pixel(x + shift, 24) for x in range(241))
    assert _is_printed(left)
    assert _is_printed(right)


def _rendered(run, publication, page: str, folder, *more: str) -> pymupdf.Pixmap:
    picture = folder / "again.png"
    assert run("render", publication, "--page", page, "--dpi", "36", "-o", picture, *more).returncode == 0
    return pymupdf.Pixmap(str(picture))


def _is_printed(picture: pymupdf.Pixmap) -> bool:
    return min(picture.samples) < 128


def test_search_takes_several_words_and_options(run, manual):
    assert len(run("search", manual, "les", "1").stdout.splitlines()) == 1
    assert run("search", manual, "les", "--match-case").stdout == ""
    assert run("search", manual, "wij", "--whole-words").stdout == ""
    assert run("search", manual, "wijk", "--whole-words").stdout == "2\tLes 2 De [wijk]\n"


@pytest.mark.parametrize(("typed", "words"), [("2", "wijk"), ("ii", "inhoud"), ("5", "einde")])
def test_render_takes_the_printed_label_before_the_number(run, manual, tmp_path, typed, words):
    output, expected = tmp_path / "out.png", pymupdf.open(manual)
    assert run("render", manual, "--page", typed, "--dpi", 72, "-o", output).returncode == 0
    page = next(page for page in expected if words in page.get_text())
    assert pymupdf.Pixmap(str(output)).samples == page.get_pixmap().samples
    expected.close()


def test_render_never_writes_over_the_publication(run, manual):
    before = manual.read_bytes()
    done = run("render", manual, "--page", 1, "-o", manual)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert manual.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("gone.pdf", None, "There is no file “gone.pdf”."),
        ("letter.pdf", b"Beste lezer", "“letter.pdf” is not a PDF file."),
        (
            "none.pdf",
            raw_pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[]/Count 0>>"}),
            "“none.pdf” is a PDF without pages.",
        ),
        (
            "half.pdf",
            b"%PDF-1.7\n1 0 obj",
            "“half.pdf” is damaged beyond repair, or not complete; your notes on it are safe.",
        ),
    ],
)
@pytest.mark.parametrize("command", ["sections", "labels", "check", "search", "render"])
def test_what_cannot_be_read_is_one_sentence(run, tmp_path, name, data, said, command):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    more = {"search": ["words"], "render": ["--page", "1", "-o", tmp_path / "out.png"]}.get(command, [])
    done = run(command, file, *more)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"zzpreader: {said}\n")
    assert not (tmp_path / "out.png").exists()


def test_a_page_that_is_not_there_is_one_sentence(run, manual, tmp_path):
    done = run("render", manual, "--page", 99, "-o", tmp_path / "out.png")
    assert done.returncode == 1
    assert done.stderr == "zzpreader: “manual.pdf” has no page “99”; its pages are numbered 1 to 5.\n"


def test_a_folder_that_is_not_there_is_one_sentence(run, manual, tmp_path):
    done = run("render", manual, "--page", 1, "-o", tmp_path / "nowhere" / "out.png")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in done.stderr


def test_a_name_that_plays_with_the_terminal_is_shown_tame(run, tmp_path):
    done = run("check", tmp_path / "a\x1b[31m\nb\u202e.pdf")
    assert done.stderr == "zzpreader: There is no file “a [31m b .pdf”.\n"


def locked(folder: Path) -> Path:
    document = pymupdf.open("pdf", text_pdf("geheim"))
    return write(folder, finished(document, encryption=5, user_pw="sésam"), "locked.pdf")


def test_a_password_comes_from_the_environment_and_never_from_the_command(run, tmp_path):
    file = locked(tmp_path)
    refused = run("search", file, "geheim")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "ZZPREADER_PASSWORD" in refused.stderr
    assert run("search", file, "geheim", ZZPREADER_PASSWORD="fout").returncode == 1
    assert run("search", file, "geheim", ZZPREADER_PASSWORD="sésam").stdout == "1\t[geheim]\n"


def test_words_are_found_around_a_page_that_cannot_be_read(run, tmp_path):
    broken = text_pdf("stad", "stad")
    document = pymupdf.open("pdf", broken)
    document.xref_set_key(document.page_xref(0), "Contents", "99 0 R")
    done = run("search", write(tmp_path, finished(document)), "stad")
    assert done.returncode == 0
    assert "2\t[stad]" in done.stdout


@pytest.mark.slow
def test_a_page_without_end_is_one_sentence(run, tmp_path, monkeypatch):
    file = write(tmp_path, endless_pdf())
    assert run("check", file).returncode == 0
    assert run("render", file, "--page", 2, "-o", tmp_path / "out.png").returncode == 0


def test_check_tells_of_the_machine_and_of_a_file(run, manual):
    machine = run("check")
    assert "PySide6.QtWidgets" in machine.stdout
    assert "home" in machine.stdout
    done = run("check", manual)
    assert done.returncode == 0
    assert "Pages: 5" in done.stdout


def test_check_says_when_notes_cannot_be_kept(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    done = zzpreader("check", home=in_the_way)
    assert done.returncode == 1
    assert str(in_the_way) in done.stdout


def test_check_names_a_damaged_notebook_and_says_whether_an_older_copy_is_whole(run, manual, tmp_path):
    for words in ("omslag", "omslag"):
        run("notes", "add", manual, "--page", "i", "--quote", words)
    assert "with 2 notes" in run("check").stdout
    (notebook,) = (tmp_path / "home" / "notebooks").glob("*.json")
    notebook.write_bytes(b"{}")
    done = run("check")
    assert done.returncode == 1
    assert f"! {notebook.name} is damaged; an older copy is whole" in done.stdout


def test_check_says_that_a_screen_does_not_answer(run, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = run("check")
    assert done.returncode == 1
    assert "! The screen does not answer: DISPLAY=:987" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [["render"], ["search", "x.pdf"], ["sections"], ["render", "x.pdf", "--page", "1", "--dpi", "0", "-o", "x"]],
)
def test_wrong_use_is_two(run, arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_and_version_are_answers(run):
    assert run("--version").stdout.startswith("zzpreader ")
    told = run("--help")
    assert told.returncode == 0
    for command in ("sections", "labels", "search", "render", "check"):
        assert command in told.stdout
        assert run(command, "--help").returncode == 0


def test_a_reader_who_has_seen_enough_is_no_error(manual, tmp_path):
    piped = subprocess.run(
        f"{sys.executable} -m zzpreader labels {manual} | true",
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert piped.stderr == ""


def test_it_works_where_the_terminal_knows_no_accents(run, manual):
    done = run("sections", manual, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Les 1: De zzp" in done.stdout


def test_a_mistake_of_ours_is_a_sentence_too(capsys, monkeypatch, manual):
    from zzpreader.cli import labels
    from zzpreader.cli.main import main

    def broken(_options: object) -> None:
        raise KeyError("oops")

    monkeypatch.setenv("ZZPREADER_LANG", "en")
    monkeypatch.setattr(labels, "run", broken)
    assert main(["labels", str(manual)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("zzpreader: An error in the program itself (KeyError)")
    assert "Traceback" not in said


def test_a_search_does_not_wait_for_qt(manual, tmp_path):
    script = (
        "import sys\nfrom zzpreader.cli.main import main\n"
        "status = main(sys.argv[1:])\nprint(status, [name for name in sys.modules if name.startswith('PySide6.')])"
    )
    environment = {**os.environ, "ZZPREADER_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", script, "search", manual, "wijk"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
