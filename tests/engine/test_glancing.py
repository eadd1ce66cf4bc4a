"""The first glance: drawn as workers draw, by a process that is believed as little."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pdf_files import text_pdf, write
from scan_files import scan_pdf

from zzpreader.engine.blocking import Reader
from zzpreader.engine.glancing import Glance
from zzpreader.glance import COUNT, EXPECTED, FIRST_PAGE, Piece, first_spots, unpack
from zzpreader.wire import Draw, Drawn, Paper

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is none elsewhere")

ASK = """
import hashlib, json, select, sys
from pathlib import Path
from zzpreader.engine.cradle import fork_nursery
from zzpreader.engine.glancing import Glance
from zzpreader.glance import Piece
from zzpreader.worker.door import serve

glance = Glance(Path(sys.argv[1]))
cradle = fork_nursery(serve, glance.handed)
glance.hand_on()
if expected := int(sys.argv[3]):
    glance.expect(expected)
    while not glance.page and not glance.is_over:
        select.select([glance.descriptor], [], [], 30)
        glance.listen()
glance.ask([Piece(*piece) for piece in json.loads(sys.argv[2])])
while not glance.is_over:
    select.select([glance.descriptor], [], [], 30)
    glance.listen()
print(json.dumps([glance.page, [hashlib.sha256(one.pixels).hexdigest() for one in glance.drawn()]]))
cradle.orders.close()
"""


def looked_at(file, pieces, expected_px=0):
    """In a process of its own: here is Qt already."""
    asked = [sys.executable, "-c", ASK, str(file), json.dumps(pieces), str(expected_px)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def test_it_draws_what_a_worker_draws(tmp_path):
    file = write(tmp_path, text_pdf("Een.", "Twee."))
    pieces = [Piece(0, 0, 1.5, 0, 0, 600, 900), Piece(1, 90, 1.0, 0, 10, 300, 200, "dark")]
    page, drawn = looked_at(file, pieces)
    assert page == [2, 0, 400.0, 600.0]
    assert drawn == drawn_by_a_worker(file, pieces)


@pytest.mark.parametrize("expected_px", [100, 600, 4000])
def test_a_scan_looks_the_same_however_wide_its_view_was_expected(tmp_path, expected_px):
    file = write(tmp_path, scan_pdf("Een.", rotation=90))
    pieces = [Piece(0, 90, 1.0, 0, 0, 600, 400), Piece(0, 90, 1.0, 0, 0, 600, 400, "dark")]
    page, drawn = looked_at(file, pieces, expected_px)
    assert page == [1, 90, 400.0, 600.0]
    assert drawn == drawn_by_a_worker(file, pieces)


def drawn_by_a_worker(file: Path, pieces: list[Any]) -> list[str]:
    digests = list[str]()
    with Reader(file) as reader:
        for piece in pieces:
            answer = reader.ask(Draw(**{**piece._asdict(), "paper": Paper(piece.paper)}))
            assert isinstance(answer, Drawn)
            digests.append(sha256(reader._spawned.block[: piece.bytes]).hexdigest())
    return digests


def test_a_file_that_is_no_pdf_gives_none(tmp_path):
    file = tmp_path / "brief.pdf"
    file.write_bytes(b"geen pdf" * 100)
    assert looked_at(file, [Piece(0, 0, 1.0, 0, 0, 9, 9)]) == [None, []]


@pytest.fixture
def glance(tmp_path):
    """Nobody has taken its ends of the wire: what the other side would say is said by the test."""
    glance = Glance(write(tmp_path, text_pdf("Een.")))
    yield glance
    glance.close()


A4 = FIRST_PAGE.pack(3, 0, 595.0, 842.0)
PIECE = Piece(0, 0, 1.0, 0, 0, 10, 10)


def say(glance, *said):
    os.write(glance.handed[3], b"".join(said))
    glance.listen()


def test_what_is_asked_is_said_in_the_same_words(glance):
    glance.ask([PIECE])
    assert EXPECTED.unpack(os.read(glance.handed[2], EXPECTED.size)) == (0,)
    said = os.read(glance.handed[2], 4096)
    assert (COUNT.unpack_from(said), unpack(said[COUNT.size :])) == ((1,), [PIECE])


def test_how_wide_the_view_will_be_is_said_once_and_first(glance):
    glance.expect(780)
    glance.ask([PIECE])
    assert EXPECTED.unpack(os.read(glance.handed[2], EXPECTED.size)) == (780,)
    assert COUNT.unpack(os.read(glance.handed[2], COUNT.size)) == (1,)


def test_pieces_come_one_by_one(glance):
    glance.ask([PIECE, PIECE._replace(page=1)])
    say(glance, A4, COUNT.pack(0))
    assert [one.piece for one in glance.drawn()] == [PIECE]
    assert [piece.page for piece in glance.waiting] == [1]
    say(glance, COUNT.pack(1))
    assert glance.is_over
    assert glance.waiting == []


@pytest.mark.parametrize(
    "lie",
    [
        A4 + COUNT.pack(1),
        A4 + COUNT.pack(-1),
        A4 + COUNT.pack(0) * 2,
        FIRST_PAGE.pack(0, 0, 595.0, 842.0),
        FIRST_PAGE.pack(1, 45, 595.0, 842.0),
        FIRST_PAGE.pack(1, 0, float("nan"), 842.0),
        FIRST_PAGE.pack(1, 0, float("inf"), 842.0),
        FIRST_PAGE.pack(1, 0, 0.0, 842.0),
    ],
)
def test_it_is_over_with_one_that_lies(glance, lie):
    glance.ask([PIECE])
    say(glance, lie)
    assert glance.is_over
    assert len(list(glance.drawn())) <= 1


@pytest.mark.parametrize(
    "odd",
    [
        [],
        [PIECE] * 17,
        [PIECE._replace(width=4096)],
        [PIECE._replace(scale=0.0)],
        [PIECE._replace(scale=float("nan"))],
        [PIECE._replace(page=-1)],
        [PIECE._replace(width=2048, height=2048)] * 5,
    ],
)
def test_what_finds_no_room_is_not_asked_for(glance, odd):
    glance.ask(odd)
    assert glance.is_over
    assert glance.asked == ()


def test_a_huge_page_is_cut_as_the_view_cuts_it():
    from zzpreader.glance import FirstPage

    spots = first_spots(FirstPage(1, 0, 595.0, 842.0), 1600, 900, 2.0, "light")
    assert [(spot.piece.left, spot.piece.top) for spot in spots] == [
        (x, y) for y in (0, 1024) for x in (0, 1024, 2048, 3072)
    ]
