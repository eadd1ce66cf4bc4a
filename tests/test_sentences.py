"""What people are told."""

import pytest

from zzpreader.model.displayed import one_line, shortened
from zzpreader.model.walls import Wall
from zzpreader.sentences import sentence, walls_sentence
from zzpreader.wire import Failed, Reason

NAME = "verslag (2).pdf"


@pytest.fixture(autouse=True)
def in_english(monkeypatch, qapp):
    monkeypatch.setenv("ZZPREADER_LANG", "en")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_one_sentence_about_the_file(reason):
    said = sentence(Failed(reason, "code=7: xref"), NAME)
    assert NAME in said
    assert said.endswith(".")
    assert "%" not in said
    assert "code=7" not in said


@pytest.mark.parametrize("reason", list(Reason))
def test_a_page_that_fails_says_that_the_others_can_be_read(reason):
    said = sentence(Failed(reason), NAME, page="xii")
    assert NAME in said
    assert "Page xii" in said
    assert "can be read" in said


def test_reasons_can_be_told_apart():
    about_files = [Reason.NOT_FOUND, Reason.NOT_PDF, Reason.NO_PAGES, Reason.DAMAGED, Reason.PASSWORD, Reason.PROTECTED]
    assert len({sentence(Failed(reason), NAME) for reason in about_files}) == len(about_files)


def test_a_name_cannot_break_the_sentence():
    said = sentence(Failed(Reason.NOT_PDF), "a\nb\u202e%2\x1b.pdf")
    assert said.isprintable()
    assert "“a b %2 .pdf”" in said


def test_names_are_shown_on_one_line():
    assert one_line("  een\t\ttwee\r\n\u2028drie\u200b ") == "een twee drie"
    assert one_line("zzp’er, ﬁets, Ünïcode") == "zzp’er, ﬁets, Ünïcode"
    assert len(one_line("x" * 9_999)) == 500


def test_a_name_that_is_cut_short_says_so():
    assert shortened("vastgestelde\tinformatie", 23) == "vastgestelde informatie"
    assert shortened("vastgestelde informatie", 14) == "vastgestelde…"
    assert len(shortened("x" * 9_999, 80)) == 80


def test_a_reader_is_told_which_walls_stand_and_which_do_not():
    assert "no other way" in walls_sentence(())
    assert "still" not in walls_sentence(tuple(Wall))
    said = walls_sentence((Wall.MEMORY,))
    assert said.index("memory") < said.index("still") < said.index("open files")
