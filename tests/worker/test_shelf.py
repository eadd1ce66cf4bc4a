"""Texts that all workers of a document share."""

import mmap
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import text_pdf

from zzpreader.model import shelf as shelf_module
from zzpreader.model.query import read_query
from zzpreader.model.shelf import Shelf, Shelved
from zzpreader.wire import BLOCK_BYTES, TEXTS_BYTES, Find, Open, PackedPage, Request, TakeTexts
from zzpreader.worker import find as find_module
from zzpreader.worker.answers import Answers

STAD = Shelved("Stad\n", "stad ", array("i", [0]).tobytes(), array("f", [10, 20, 50]).tobytes())


@pytest.fixture
def memory():
    return mmap.mmap(-1, TEXTS_BYTES)


def opened_beside(data: bytes, texts: mmap.mmap) -> Callable[[Request], Any]:
    """Answers of a worker that shares the texts it has read."""
    held = mmap.mmap(-1, len(data))
    held.write(data)
    ask = Answers(held, mmap.mmap(-1, BLOCK_BYTES), texts=texts).answer
    ask(Open())
    return ask


def test_what_one_worker_has_read_another_finds_there(memory):
    Shelf(memory, 9).put(8, STAD)
    assert Shelf(memory, 9).take(8) == STAD
    assert Shelf(memory, 9).take(7) is None


@pytest.mark.parametrize("pages", [1, 9, 5000, 1_000_000])
def test_every_page_has_a_cell_of_its_own(memory, pages):
    shelf = Shelf(memory, pages)
    for page in {0, pages // 2, pages - 1}:
        shelf.put(page, Shelved(str(page)))
    kept = [shelf.take(page) for page in {0, pages // 2, pages - 1}]
    assert kept in ([Shelved(str(page)) for page in {0, pages // 2, pages - 1}], [None] * len(kept))
    assert pages > 5000 or None not in kept


@given(st.binary(min_size=1, max_size=8), st.integers(0, 80))
def test_what_was_half_written_counts_as_not_read(data, where):
    memory = mmap.mmap(-1, TEXTS_BYTES)
    shelf = Shelf(memory, 1)
    shelf.put(0, STAD)
    at = where if where < 8 else 4096 + where - 8
    before = memory[at : at + len(data)]
    memory[at : at + len(data)] = data
    assert shelf.take(0) in ((STAD,) if data == before else (STAD, None))


def test_it_takes_no_more_than_it_may(memory, monkeypatch):
    shelf = Shelf(memory, 9)
    shelf.put(0, Shelved("x" * 70_000))
    assert shelf.take(0) is None
    monkeypatch.setattr(shelf_module, "_MOST_BYTES", 3000)
    for page in range(9):
        shelf.put(page, Shelved("x" * 1000))
    assert [shelf.take(page) is not None for page in range(9)] == [True] * 2 + [False] * 7
    assert Shelf(memory, 9).take(1)
    shelf.forget(0)
    shelf.put(8, Shelved("x" * 1000))
    assert shelf.take(8)


def test_a_second_worker_reads_no_page_again(memory, monkeypatch):
    pdf = text_pdf("De wijk", "De stad\nde stad")
    find = Find(0, 2, read_query("stad"))
    found = opened_beside(pdf, memory)(find)
    assert [hit.page for hit in found.hits] == [1, 1]
    monkeypatch.setattr(find_module, "read_plain", None)
    assert opened_beside(pdf, memory)(find) == found


def test_what_was_recognised_since_is_found(memory):
    """Each worker takes away what it was told of, so no old text is left."""
    pdf = text_pdf("De wijk", "De stad")
    one, other = opened_beside(pdf, memory), opened_beside(pdf, memory)
    one(Find(0, 2, read_query("stad")))
    other(TakeTexts((PackedPage(1, b""),)))
    assert Shelf(memory, 2).take(1) is None
    assert Shelf(memory, 2).take(0) is not None
    assert [hit.page for hit in one(Find(0, 2, read_query("stad"))).hits] == [1]
