"""What was recognised stays, whoever is killed, and never grows without end."""

import os

import pytest

from zzpreader.store.home import Home
from zzpreader.store.recognised import add_pages, has_any, kept_pages, make_room, recognised_path

EDITION = "ab" * 32


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def test_pages_come_back_and_the_last_word_counts(home):
    assert not has_any(home)
    add_pages(home, EDITION, {3: b"drie", 7: b"zeven"})
    add_pages(home, EDITION, {3: b"beter"})
    assert kept_pages(home, EDITION) == {3: b"beter", 7: b"zeven"}
    assert has_any(home)


def test_what_a_kill_cut_off_costs_that_page_and_no_other(home):
    add_pages(home, EDITION, {1: b"een"})
    path = recognised_path(home, EDITION)
    whole = path.read_bytes()
    add_pages(home, EDITION, {2: b"twee"})
    longer = path.read_bytes()
    for end in range(len(whole), len(longer)):
        path.write_bytes(longer[:end])
        assert kept_pages(home, EDITION) == {1: b"een"}
        add_pages(home, EDITION, {4: b"vier"})
        assert kept_pages(home, EDITION) == {1: b"een", 4: b"vier"}


def test_a_file_of_something_else_is_begun_anew(home):
    path = recognised_path(home, EDITION)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something else")
    assert kept_pages(home, EDITION) == {}
    add_pages(home, EDITION, {1: b"een"})
    assert kept_pages(home, EDITION) == {1: b"een"}


def test_when_there_is_too_much_the_oldest_goes_but_not_what_is_in_use(home):
    for n, edition in enumerate(("aa", "bb", "cc")):
        add_pages(home, edition, {1: b"x" * 1000})
        os.utime(recognised_path(home, edition), (n, n))
    make_room(home, but="aa", most=2500)
    assert kept_pages(home, "aa")
    assert not kept_pages(home, "bb")
    assert kept_pages(home, "cc")
