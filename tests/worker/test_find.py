"""Searching pages through the worker's door; what counts as equal is tested with the folding."""

import pymupdf
import pytest
from pdf_files import finished, text_pdf

from zzpreader.model import shelf as shelf_module
from zzpreader.model.query import Query, read_query
from zzpreader.wire import Find, FingerprintsRead, Found, ReadFingerprints, ReadText
from zzpreader.worker import find as find_module


def test_hits_come_in_order_with_some_words_around(opened):
    ask = opened(text_pdf("De wijk alleen is vaak te klein.", "Niets.", "Buiten de wijk\ngebeurt het."))
    found = ask(Find(0, 3, read_query("DE WIJK", together=True)))
    assert isinstance(found, Found)
    assert [(hit.page, hit.before, hit.match, hit.after) for hit in found.hits] == [
        (0, "", "De wijk", " alleen is vaak te klein."),
        (2, "Buiten ", "de wijk", " gebeurt het."),
    ]


def test_a_hit_lies_on_its_line_about_where_its_first_letter_does(opened):
    ask = opened(text_pdf("eerste\ntweede regel"))
    (hit,) = ask(Find(0, 1, read_query("regel"))).hits
    box = ask(ReadText(0)).text.box(hit.start)
    assert hit.y == box.top
    assert hit.x == pytest.approx(box.left, abs=10)
    assert ask(ReadText(0)).text.text[hit.start : hit.end] == "regel"


def test_a_word_that_is_broken_over_a_line_end_is_found_and_shown_whole(opened):
    (hit,) = opened(text_pdf("een bedrijfs-\nverzamelgebouw"))(Find(0, 1, read_query("bedrijfsverzamelgebouw"))).hits
    assert hit.match == "bedrijfsverzamelgebouw"


def test_only_the_pages_asked_for_are_searched(opened):
    ask = opened(text_pdf("stad", "stad", "stad"))
    assert [hit.page for hit in ask(Find(1, 1, read_query("stad"))).hits] == [1]
    assert [hit.page for hit in ask(Find(1, 99, read_query("stad"))).hits] == [1, 2]
    assert ask(Find(9, 1, read_query("stad"))) == Found(())


def test_when_time_is_up_it_says_how_many_pages_are_left(opened, monkeypatch):
    clock = iter(range(100))  # every look at it is a second later
    monkeypatch.setattr(find_module, "monotonic", lambda: next(clock))
    ask = opened(text_pdf("stad", "stad", "stad"))
    found = ask(Find(0, 3, read_query("stad"), within_ms=20))
    assert ([hit.page for hit in found.hits], found.left) == ([0], 2)
    assert ask(Find(0, 3, read_query("stad"))).left == 0


def test_without_words_pages_are_read_and_nothing_is_found(opened, monkeypatch):
    ask = opened(text_pdf("stad", "stad"))
    assert ask(Find(0, 2, Query(), within_ms=1000)) == Found(())
    monkeypatch.setattr(find_module, "read_plain", None)
    assert len(ask(Find(0, 2, read_query("stad"))).hits) == 2


def test_case_and_whole_words_can_be_asked_for(opened):
    ask = opened(text_pdf("Stad stad stadhuis"))
    assert len(ask(Find(0, 1, read_query("stad"))).hits) == 3
    assert len(ask(Find(0, 1, read_query("stad", match_case=True))).hits) == 2
    assert len(ask(Find(0, 1, read_query("stad", whole_words=True))).hits) == 2
    assert len(ask(Find(0, 1, read_query("stad", whole_words=True, match_case=True))).hits) == 1


def test_a_text_for_which_there_was_no_room_is_read_again(opened, monkeypatch):
    monkeypatch.setattr(shelf_module, "_MOST_BYTES", 10)
    ask = opened(text_pdf("een lange bladzijde", "nog een lange"))
    assert [len(ask(Find(0, 2, read_query("lange"))).hits) for _ in range(2)] == [2, 2]


def test_a_page_without_end_of_hits_is_cut_off(opened, monkeypatch):
    monkeypatch.setattr(find_module, "MOST_HITS_A_PAGE", 5)
    assert len(opened(text_pdf("a " * 50))(Find(0, 1, read_query("a"))).hits) == 5


def test_pages_with_the_same_words_have_the_same_fingerprint(opened):
    document = pymupdf.open()
    for words, place in (("Les 5", 100), ("les  5", 300), ("Les 6", 100), ("", 0)):
        document.new_page().insert_text((50, place), words)
    answer = opened(finished(document))(ReadFingerprints(0, 9))
    assert isinstance(answer, FingerprintsRead)
    first, second, third, empty = answer.fingerprints
    assert first == second != third
    assert empty == ""
