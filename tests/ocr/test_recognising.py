"""Pictures of pages are read by a program beside ours, which can do no harm."""

import ctypes
import json
import re

import pymupdf
import pytest
from pdf_files import HEIGHT, WIDTH, finished, text_pdf, write
from scan_files import WORDS, picture, scan_pdf, stand_in, word

from zzpreader.cli.main import main
from zzpreader.engine.blocking import Reader
from zzpreader.model.refused import Obstacle
from zzpreader.ocr import tesseract as ours
from zzpreader.ocr.messages import Job
from zzpreader.ocr.recognising import recognise
from zzpreader.ocr.tesseract import Tesseract, find_tesseract, read_tsv
from zzpreader.store.home import Home
from zzpreader.wire import ReadFingerprints, ReadText, TextRead, told_of
from zzpreader.worker.landlock import version


@pytest.fixture
def home(zzpreader_home):
    return Home()


@pytest.fixture
def use(tmp_path, monkeypatch):
    """`use(lines, …)`: that program is Tesseract."""

    def put(*lines, **more):
        path = stand_in(tmp_path, *lines, **more)
        monkeypatch.setenv("ZZPREADER_TESSERACT", str(path))
        return path

    return put


def run(file, home, **job):
    steps = []
    with Reader(file) as reader:
        recognise(reader, Job(file=str(file), **job), home, steps.append)
    return steps


def test_the_pictures_of_a_scan_are_read_and_nothing_else(home, use, tmp_path):
    use(*WORDS)
    scan = write(tmp_path, scan_pdf("een", "", "drie"))
    before = scan.read_bytes()
    steps = run(scan, home)
    assert [(step.page.page, step.words) for step in steps if step.page] == [(0, 4), (2, 4)]
    assert steps[-1].is_finished
    assert steps[-1].total == 2
    assert scan.read_bytes() == before
    assert run(scan, home)[-1].total == 0
    assert run(write(tmp_path, text_pdf("Met tekst."), "tekst.pdf"), home)[-1].total == 0


def test_a_worker_that_was_told_answers_with_what_was_recognised(home, use, tmp_path):
    use(*WORDS)
    scan = write(tmp_path, scan_pdf("een"))
    pages = {step.page.page: step.page.packed for step in run(scan, home) if step.page}
    with Reader(scan) as reader:
        prints = reader.ask(ReadFingerprints(0, 1))
        before = reader.ask(ReadText(0))
        assert isinstance(before, TextRead)
        assert before.is_picture
        reader.tell(told_of(pages))
        read = reader.ask(ReadText(0))
        assert isinstance(read, TextRead)
        assert read.text.text == "De bedrijfsverzamelgebouwen\nin Wageningen.\n"
        assert not read.is_picture
        assert read.text.box(0).left == pytest.approx(50, abs=0.3)
        assert reader.ask(ReadFingerprints(0, 1)) == prints


def test_the_command_line_reads_searches_and_names_the_page(home, use, tmp_path, capsys):
    use(*WORDS)
    scan = write(tmp_path, scan_pdf("een", "twee", "drie"))
    assert main(["ocr", str(scan), "--pages", "2-3"]) == 0
    assert "Page 3: 4 words, 96 % sure (2 of 2)" in capsys.readouterr().out
    assert main(["search", str(scan), "verzamelgebouw", "--json"]) == 0
    assert [hit["page"] for hit in json.loads(capsys.readouterr().out)] == [2, 3]


def test_a_page_at_which_it_dies_costs_that_page(home, use, tmp_path):
    use(does="exit 3")
    steps = run(write(tmp_path, scan_pdf("een", "twee")), home)
    assert (steps[-1].done, steps[-1].failed, steps[-1].is_finished) == (2, 2, True)
    assert not any(step.page for step in steps)


def test_who_never_answers_is_ended(use, monkeypatch):
    monkeypatch.setattr(ours, "_PAGE_SECONDS", 0.2)
    with pytest.raises(ours.Unread):
        Tesseract(use(does="while :; do :; done")).read(b"", 300, ("nld",))


def test_it_reads_no_file_of_the_reader_and_reaches_nobody(tmp_path):
    if not version(ctypes.CDLL(None)):
        pytest.skip("this system has no Landlock")
    secret = tmp_path / "elsewhere" / "secret"
    secret.parent.mkdir()
    secret.write_text(word("geheim", (1, 1, 9, 9)))
    folder = tmp_path / "bin"
    folder.mkdir()
    program = stand_in(
        folder,
        does=f"while read -r line; do printf '%s\\n' \"$line\"; done < {secret}\necho weg > {tmp_path}/written\n",
    )
    with pytest.raises(ours.Unread):
        Tesseract(program).read(b"", 300, ("nld",))
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize(
    ("said", "chosen", "languages"),
    [
        ("nl-NL", "", ("nld",)),
        ("en", "", ("eng",)),
        ("", "", ("nld", "eng")),
        ("pl", "", ("nld", "eng")),
        ("nl", "eng", ("eng",)),
        ("nl", "nld+eng", ("nld", "eng")),
        ("nl", "fra", ("nld", "eng")),
    ],
)
def test_the_language_is_that_of_the_publication_unless_one_is_chosen(use, said, chosen, languages):
    assert Tesseract(use(languages="eng nld osd")).languages(said, chosen) == languages


def test_without_the_program_or_its_data_that_is_said(home, use, tmp_path, monkeypatch):
    scan = write(tmp_path, scan_pdf("een"))
    use(languages="osd")
    assert run(scan, home)[-1].obstacle is Obstacle.NO_LANGUAGE
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(tmp_path / "none"))
    assert run(scan, home)[-1].obstacle is Obstacle.NOT_INSTALLED


def test_a_file_that_has_become_another_is_not_read(home, use, tmp_path):
    use(*WORDS)
    assert run(write(tmp_path, scan_pdf("een")), home, edition="ab" * 32)[-1].obstacle is Obstacle.ANOTHER_FILE


def test_a_table_of_anything_gives_only_words():
    good = word("woord", (10, 10, 50, 20))
    assert [one.text for one in read_tsv("\n".join(["level\tpage", good, good.replace("96.0", "x"), "5\t1"]))] == [
        "woord"
    ]
    assert read_tsv(word("|~", (10, 10, 50, 20), sure=30.0)) == []


DUTCH = (
    "Zelfstandigen zonder personeel werken vaak vanuit huis, maar zij hebben behoefte aan ontmoeting. De gemeente kan "
    "daarin een rol spelen door bedrijfsverzamelgebouwen in de wijk mogelijk te maken. In 2009 begon de gemeente met "
    "een programma: huisvesting, diensten en netwerken. Het beleid was gericht op economische zelfredzaamheid; de "
    "coördinatie lag bij de afdeling Economie."
)


def test_the_real_program_reads_dutch(tmp_path):
    path = find_tesseract()
    if path is None or "nld" not in Tesseract(path).installed:
        pytest.skip("needs tesseract-ocr and tesseract-ocr-nld")
    png = picture(DUTCH, dpi=300, size=11).tobytes("png")
    found = " ".join(one.text for one in Tesseract(path).read(png, 300, ("nld",)))
    wanted = re.findall(r"\w+", DUTCH)
    read = set(re.findall(r"\w+", found))
    assert sum(one in read for one in wanted) >= 0.97 * len(wanted)


@pytest.mark.parametrize("rotation", [0, 90])
def test_words_of_a_cropped_page_stand_where_they_are_seen(home, use, tmp_path, rotation):
    use(word("zichtbaar", (50, 90, 100, 102)))  # of what is shown, from its corner
    document = pymupdf.open(stream=scan_pdf("een", rotation=rotation))
    document[0].set_cropbox((20, 30, WIDTH - 20, HEIGHT - 30))
    scan = write(tmp_path, finished(document))
    (page,) = [step.page for step in run(scan, home) if step.page]
    with Reader(scan) as reader:
        reader.tell(told_of({page.page: page.packed}))
        read = reader.ask(ReadText(0))
    assert isinstance(read, TextRead)
    assert read.text.text == "zichtbaar\n"
    boxes = [read.text.box(n) for n in range(len("zichtbaar"))]
    hull = min(box.left for box in boxes), min(box.top for box in boxes), max(box.right for box in boxes)
    height = HEIGHT - 60
    seen = (50, 90, 100) if rotation == 0 else (90, height - 100, 102)  # turned back
    assert hull == pytest.approx(seen, abs=0.3)


def test_recognised_words_make_no_sections(home, use, tmp_path, capsys):
    use(word("HOOFDSTUK", (50, 20, 300, 60)), word("wonen", (50, 90, 90, 102), line=2))
    document = pymupdf.open(stream=scan_pdf("een", "twee"))
    document.set_toc([[1, "Inleiding", 1], [1, "Wonen", 2]])
    scan = write(tmp_path, finished(document))
    main(["sections", str(scan), "--json"])
    before = json.loads(capsys.readouterr().out)
    assert main(["ocr", str(scan)]) == 0
    capsys.readouterr()
    main(["sections", str(scan), "--json"])
    assert json.loads(capsys.readouterr().out) == before
    assert main(["search", str(scan), "wonen", "--json"]) == 0
    assert [hit["page"] for hit in json.loads(capsys.readouterr().out)] == [1, 2]
