"""Words in the whole library: texts and notes, through index, searcher and filling process."""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf
from scan_files import scan_pdf, stand_in, word

from zzpreader.cli.main import main
from zzpreader.fulltext.doors import Filled, Searcher, fill_index
from zzpreader.fulltext.index import Index, index_path
from zzpreader.fulltext.messages import Ask, Within
from zzpreader.model.annotation import Body, Highlight, Motivation, Target, TextQuoteSelector, new_annotation
from zzpreader.model.pages import Half
from zzpreader.model.publication import Edition
from zzpreader.model.query import Synonyms, read_query
from zzpreader.model.records import Standing, Status
from zzpreader.model.sections import Kind, Section
from zzpreader.store.home import Home
from zzpreader.store.labels import keep_labels
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.trees import keep_tree

ALIKE = Synonyms("zzp'er, zelfstandige")


@pytest.fixture
def home(zzpreader_home):
    home = Home()
    home.prepare()
    return home


def open_once(home, file, *pages, data=b""):
    """As if the window had opened it."""
    file.write_bytes(data or text_pdf(*pages))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    edition = Edition(sha256=digest, trailer_id=file.stem.encode().hex(), pages=len(pages), size=file.stat().st_size)
    return Library(home).opened(edition, file, title=file.stem)


def write_note(home, publication, text, *, quote="", color="yellow", tags=()):
    note = new_annotation(
        Motivation.HIGHLIGHTING,
        Body(value=text, color=color, highlight=Highlight.SOLID, tags=tags),
        Target(source=publication.id, selector=(TextQuoteSelector(exact=quote),) if quote else ()),
    )
    file = NotebookFile(home.notebook(publication.id), publication)
    file.save({note.id: note})
    file.close()
    return note


@pytest.fixture
def library(home, tmp_path):
    wijk = open_once(home, tmp_path / "wijk.pdf", "Een zzp-er in de wijk.", "Niets.", "De bedrijfsver-\nzamelgebouwen.")
    stad = open_once(home, tmp_path / "stad.pdf", "Zelfstandigen in de stad.", "De stad en de wijken.")
    return {"wijk": wijk, "stad": stad}


def fill(home):
    told = []
    assert fill_index(home, told.append) is Filled.WHOLLY
    assert told[-1].is_finished
    return told


def ask(home, typed, **options):
    filters = {name: options.pop(name) for name in ("publications", "color", "tag", "status") if name in options}
    within = Within(**filters)
    searcher = Searcher(home)
    try:
        return list(searcher.answers(Ask(number=7, query=read_query(typed, ALIKE, **options), within=within)))[-1]
    finally:
        searcher.close()


def places(answer):
    return {one.title: [hit.page for hit in one.hits] for one in answer.publications}


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zzp'ers", {"wijk": [0], "stad": [0]}),
        ("verzamelgebouw", {"wijk": [2]}),
        ("wijk", {"wijk": [0], "stad": [1]}),
        ("stad -wijk", {"stad": [0]}),
        ("stad OR gebouw", {"stad": [0, 1], "wijk": [2]}),
        ("wijk zzp'er", {"wijk": [0]}),
        ('"de wijk"', {"wijk": [0]}),
        ("dorp", {}),
    ],
)
def test_texts_are_found_as_in_a_publication(home, typed, found):
    fill(home)
    answer = ask(home, typed)
    assert answer.is_complete
    assert {title: sorted(set(pages)) for title, pages in places(answer).items()} == found


def test_exactly_as_typed_holds_in_the_library_too(home, library):
    fill(home)
    assert places(ask(home, "De stad", exact=True)) == {"stad": [1]}


def test_a_hit_says_where_it_stands(home, library):
    fill(home)
    (one,) = ask(home, "verzamelgebouw").publications
    (hit,) = one.hits
    assert (one.id, one.total) == (library["wijk"].id, 1)
    assert (hit.before, hit.match) == ("De bedrijfs", "verzamelgebouwen")
    assert hit.y > 0
    assert hit.note == ""


def test_a_hit_bears_the_number_that_is_printed_on_its_page(home, tmp_path):
    document = pymupdf.open(stream=text_pdf("Voorin.", "De wijk."))
    document.set_page_labels([{"startpage": 0, "style": "r", "firstpagenum": 9}])
    file = tmp_path / "genummerd.pdf"
    file.write_bytes(document.tobytes())
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    Library(home).opened(Edition(sha256=digest, trailer_id="ab", pages=2, size=file.stat().st_size), file, title="g")
    fill(home)
    (one,) = ask(home, "wijk").publications
    assert [(hit.page, hit.label) for hit in one.hits] == [(1, "x")]


def test_a_hit_on_a_spread_has_number_and_section_of_its_half(home, tmp_path):
    spread = open_once(home, tmp_path / "spread.pdf", "De wijk.")
    (edition,) = spread.editions
    keep_labels(home, edition.sha256, [("12", "13")], lambda _: 60.0)  # the words stand right of its middle
    left = Section(id="section-l", level=1, title="Links", page=0, half=Half.LEFT)
    right = Section(id="section-r", level=1, title="Rechts", page=0, half=Half.RIGHT)
    keep_tree(home, edition.sha256, [left, right])
    fill(home)
    (one,) = ask(home, "wijk").publications
    assert [(hit.label, hit.section_title) for hit in one.hits] == [("13", "Rechts")]


def test_notes_are_found_as_soon_as_they_are_saved(home, library):
    fill(home)
    note = write_note(home, library["stad"], "Vraag dit aan de **wethouders**", quote="zzp’ers", tags=("Raad",))
    (one,) = ask(home, "wethouder").publications
    assert [hit.note for hit in one.hits] == [note.id]
    assert [len(ask(home, typed).publications) for typed in ("raad", "zelfstandige")] == [1, 2]


def test_notes_are_filtered_by_colour_and_tag(home, library):
    write_note(home, library["stad"], "wijk geel", color="yellow", tags=("Raad",))
    write_note(home, library["wijk"], "wijk groen", color="green")
    assert list(places(ask(home, "wijk", color="green"))) == ["wijk"]
    assert list(places(ask(home, "wijk", tag="raad"))) == ["stad"]
    assert places(ask(home, "wijk", tag="elders")) == {}


def test_texts_are_filtered_by_the_status_of_their_section(home, library):
    lesson = Section(id="les", level=1, title="Les", page=0, kind=Kind.LESSON)
    part, other = (Section(id=id_, level=1, title=id_, page=page) for id_, page in (("deel", 1), ("rest", 2)))
    for page, publication in enumerate(library.values()):
        keep_tree(home, publication.editions[0].sha256, [lesson, part, other])
        when = "2026-01-01T00:00:00.000Z"
        standing = Standing(id="a", section=("les", "deel")[page], status=Status.READ, created=when, modified=when)
        file = NotebookFile(home.notebook(publication.id), publication)
        file.save({standing.id: standing})
        file.close()
    fill(home)
    # A lesson is unread until something else is said; what is no lesson has a status only if it was given one.
    assert places(ask(home, "wijk", status="read")) == {"wijk": [0], "stad": [1]}
    assert places(ask(home, "zzp'er", status="unread")) == {"stad": [0]}
    assert places(ask(home, "verzamelgebouw", status="unread")) == {}


def test_without_words_all_notes_are_found_that_answer_to_the_filters(home, library):
    green = write_note(
        home, library["wijk"], "Vraag dit na.\nDaarna verder met wat er in de notitie nog meer staat.", color="green"
    )
    write_note(home, library["wijk"], "iets anders", color="yellow", tags=("Raad",))
    tagged = [write_note(home, library["stad"], f"nummer {n}", color="pink", tags=("Raad",)).id for n in range(9)]
    (one,) = ask(home, "", color="green").publications
    assert [(hit.note, hit.match, hit.after) for hit in one.hits] == [
        (green.id, "", "Vraag dit na. Daarna verder met wat er in de notitie nog meer staat.")
    ]
    found = {one.title: one.total for one in ask(home, "", tag="raad").publications}
    assert found == {"stad": 9, "wijk": 1}
    assert {hit.note for hit in ask(home, "", tag="raad", color="pink").publications[0].hits} == set(tagged)
    assert ask(home, "").publications == ()


def test_only_the_publications_that_are_asked_for_are_searched(home, library):
    fill(home)
    assert list(places(ask(home, "wijk", publications=(library["stad"].id,)))) == ["stad"]
    assert places(ask(home, "wijk", publications=())) == {}


def test_what_was_read_is_not_read_again_unless_the_file_is_another(home, library, tmp_path):
    assert fill(home)[-1].done == 5
    assert fill(home)[-1].done == 0
    (tmp_path / "stad.pdf").write_bytes(text_pdf("Een dorp."))
    assert fill(home)[-1].done == 1
    assert places(ask(home, "dorp")) == {"stad": [0]}
    assert places(ask(home, "stad")) == {}


def test_files_that_are_gone_or_broken_are_counted_and_hold_nothing_up(home, library, tmp_path):
    (tmp_path / "stad.pdf").unlink()
    open_once(home, tmp_path / "kapot.pdf", "Heel.")
    (tmp_path / "kapot.pdf").write_bytes(b"not a PDF")
    last = fill(home)[-1]
    assert (last.done, last.skipped) == (3, 2)
    assert fill(home)[-1].skipped == 2


def test_a_publication_that_was_only_begun_is_read(home, library):
    index = Index(index_path(home))
    file = next(iter(Library(home).entries())).paths[0]
    found = Path(file).stat()
    with index.change():
        index.begin(library["stad"].id, "stad", file, found.st_size, found.st_mtime_ns)
    index.close()
    fill(home)
    assert len(ask(home, "wijk").publications) == 2


def test_a_page_that_is_a_picture_is_counted_and_a_blank_one_is_not(home, tmp_path):
    open_once(home, tmp_path / "leeg.pdf", "", "Tekst.")
    open_once(home, tmp_path / "scan.pdf", data=scan_pdf("Een bladzijde als beeld", ""))
    assert fill(home)[-1].without_text == 1
    assert fill(home)[-1].without_text == 1


def test_what_is_recognised_in_a_scan_is_found_also_when_it_was_read_before(home, tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(stand_in(tmp_path, word("verzamelgebouw", (50, 90, 220, 102)))))
    scan = tmp_path / "scan.pdf"
    document = pymupdf.open(stream=scan_pdf("een", "twee"))
    document.set_toc([[1, "Inleiding", 1], [1, "Wonen", 2]])
    open_once(home, scan, "", "", data=finished(document))
    assert fill(home)[-1].without_text == 2
    assert ask(home, "gebouw").publications == ()
    assert main(["ocr", str(scan), "--pages", "2"]) == 0
    assert fill(home)[-1].without_text == 1
    (one,) = ask(home, "gebouw").publications
    assert [(hit.page, hit.match, hit.section_title) for hit in one.hits] == [(1, "gebouw", "Wonen")]
    assert one.hits[0].y == pytest.approx(90, abs=1)


def test_an_index_that_is_deleted_or_damaged_is_made_anew(home, library):
    fill(home)
    index_path(home).write_bytes(b"rubbish" * 1000)
    assert ask(home, "wijk").is_damaged
    fill(home)
    assert len(ask(home, "wijk").publications) == 2
    for file in index_path(home).parent.glob("index.sqlite*"):
        file.unlink()
    assert ask(home, "wijk").publications == ()
    fill(home)
    assert len(ask(home, "wijk").publications) == 2


def test_a_searcher_sees_the_index_that_has_taken_the_place_of_its_own(home, library):
    fill(home)
    searcher = Searcher(home)
    asked = Ask(number=1, query=read_query("wijk"))
    assert len(list(searcher.answers(asked))[-1].publications) == 2
    for file in index_path(home).parent.glob("index.sqlite*"):
        file.unlink()
    fill(home)
    assert len(list(searcher.answers(asked))[-1].publications) == 2
    searcher.close()


def test_an_index_whose_middle_is_damaged_says_so_and_no_more(home, library):
    fill(home)
    with closing(sqlite3.connect(index_path(home))) as base, base:
        base.execute("DROP TABLE pages")
    assert ask(home, "wijk").is_damaged


def test_the_process_that_fills_can_be_killed_and_goes_on_where_it_was(home, tmp_path):
    pages = [f"Bladzijde {n} van de wijk" for n in range(400)]
    open_once(home, tmp_path / "lang.pdf", *pages)
    process = subprocess.Popen([sys.executable, "-P", "-m", "zzpreader", "--fill-index"], stdout=subprocess.PIPE)
    told = json.loads(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    process.stdout.close()
    process.wait()
    assert 0 < told["done"] < 400
    resumed = fill(home)
    assert resumed[0].done > 32
    assert resumed[-1].done == 400
    assert ask(home, "bladzijde").publications[0].total == 400


def test_first_hits_come_before_all_of_them(home, tmp_path):
    open_once(home, tmp_path / "lang.pdf", *[f"Bladzijde {n}" for n in range(50)])
    fill(home)
    searcher = Searcher(home)
    answers = list(searcher.answers(Ask(number=3, query=read_query("bladzijde"))))
    searcher.close()
    assert [(one.is_complete, len(one.publications[0].hits)) for one in answers] == [(False, 20), (True, 50)]
    assert answers[-1].publications[0].total == 50


def test_every_publication_is_counted_also_where_its_passages_are_not_looked_for_yet(home, tmp_path):
    for n in range(9):
        open_once(home, tmp_path / f"deel {n}.pdf", *["De wijk."] * (3 + n))
    fill(home)
    searcher = Searcher(home)
    wijk = read_query("wijk")
    answer = list(searcher.answers(Ask(number=1, query=wijk, most=10)))[-1]
    assert {one.title: one.total for one in answer.publications} == {f"deel {n}": 3 + n for n in range(9)}
    last = answer.publications[-1]
    assert (last.hits, last.undescribed) == ((), last.total)
    (described,) = list(searcher.answers(Ask(number=2, query=wijk, within=Within(publications=(last.id,)))))[
        -1
    ].publications
    assert (described.undescribed, len(described.hits)) == (0, last.total)
    searcher.close()


@pytest.mark.parametrize(("typed", "found"), [("beg", 61), ("de beg", 60), ("-begin7woorden beg", 60), ("begin", 61)])
def test_a_beginning_finds_every_word_that_begins_so_however_many_there_are(home, tmp_path, typed, found):
    open_once(
        home, tmp_path / "lang.pdf", *[f"De begin{n}woorden." for n in range(60)], "Er is be-geleiding, en begin."
    )
    fill(home)
    searcher = Searcher(home)
    answer = list(searcher.answers(Ask(number=1, query=read_query(typed, typing=True))))[-1]
    searcher.close()
    assert answer.publications[0].total == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"gebruiker scherm"', [1, 3]),
        ('gebruiker -"gebruiker scherm"', [0, 2]),
        ('"scherm van"', [2]),
    ],
)
def test_words_one_after_the_other_are_counted_where_they_stand_so_however_many_words_answer(
    home, tmp_path, typed, found
):
    others = [f"{a}{b}" for a in "abcde" for b in "fghij"]
    every = " ".join(f"gebruiker-{one} of scherm-{one}en;" for one in others)
    last = f"gebruiker-{others[-1]} scherm-{others[-1]}en"
    open_once(home, tmp_path / "lang.pdf", every, "Het gebruiker scherm.", "Het scherm van de gebruiker.", last)
    fill(home)
    (one,) = ask(home, typed).publications
    assert (sorted({hit.page for hit in one.hits}), one.total) == (found, len(found))


def test_what_stands_nearly_everywhere_is_led_by_what_has_most_of_it(home, tmp_path, monkeypatch):
    monkeypatch.setattr("zzpreader.fulltext.asking._MOST_ROWS_RANKED", 5)
    open_once(home, tmp_path / "half.pdf", *["De stad.", "Niets."] * 20)
    stad = open_once(home, tmp_path / "heel.pdf", *["De stad."] * 30)
    write_note(home, stad, "Deze stad")
    fill(home)
    answer = ask(home, "stad")
    assert [(one.title, one.total) for one in answer.publications] == [("heel", 31), ("half", 20)]
    assert any(hit.note for hit in answer.publications[0].hits)


def test_the_command_line_reads_what_is_not_in_the_index_yet(home, library, capsysbinary):
    write_note(home, library["stad"], "Onze wijk")
    assert main(["search", "--library", "wijken", "--json"]) == 0
    out, err = capsysbinary.readouterr()
    found = json.loads(out)
    assert err == b""
    assert {one["title"]: one["total"] for one in found} == {"wijk": 1, "stad": 2}
    assert [hit["page"] for one in found if one["title"] == "wijk" for hit in one["hits"]] == [1]
    assert [hit["note"] is not None for one in found if one["title"] == "stad" for hit in one["hits"]] == [True, False]
    assert main(["search", "--library", "wijk", "--tag", "x"]) == 0
    assert capsysbinary.readouterr().out == b""
    assert main(["search", "--library", "--colour", "yellow", "--json"]) == 0
    assert [one["title"] for one in json.loads(capsysbinary.readouterr().out)] == ["stad"]
    assert main(["search", "--library", "--colour", "yellow"]) == 0
    assert b"[]" not in capsysbinary.readouterr().out


def test_the_command_line_says_what_it_cannot_do(home, library, tmp_path, capsysbinary):
    assert main(["search", "--library", "(wijk", "--regex"]) == 1
    assert b"not a regular expression" in capsysbinary.readouterr().err
    assert main(["search", "--library", "wijk", "--regex"]) == 1
    assert b"in one publication only" in capsysbinary.readouterr().err
    assert main(["search", str(tmp_path / "wijk.pdf"), "wijk", "--tag", "x"]) == 1
    assert b"--library" in capsysbinary.readouterr().err
