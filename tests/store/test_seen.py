"""What was seen last comes back, and nothing that is kept there can do harm."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.glance import Piece, Spot
from zzpreader.store.seen import Seen, Sight, read_seen, stamp_of, write_seen


@pytest.fixture
def pdf(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-")
    return file


def seen_of(pdf):
    spot = Spot(12.0, -4.5, Piece(3, 90, 1.25, 0, 0, 700, 900, "sepia"))
    sight = Sight("Proef", stamp_of(pdf), (778, 787), 1.0, (spot,))
    return Seen("AAAA", (1, 2, 3, 4), "dark", "sepia", str(pdf), {str(pdf): sight})


def test_it_is_read_as_it_was_written(tmp_path, pdf):
    write_seen(tmp_path / "cache" / "seen.json", seen_of(pdf))
    assert read_seen(tmp_path / "cache" / "seen.json") == seen_of(pdf)


def test_of_another_file_at_the_same_path_nothing_is_known_but_that_there_was_one(pdf):
    seen = seen_of(pdf)
    assert seen.sight(pdf).spots
    pdf.write_bytes(b"%PDF-1.7")
    assert seen.sight(pdf).spots == ()
    assert seen.sight(pdf.with_name("b.pdf")) is None


def test_the_next_view_is_expected_to_be_as_wide_as_the_last(pdf):
    last = Sight("b", (0, 0), (700, 900), 2.0, ())
    assert seen_of(pdf)._replace(files={"a.pdf": last._replace(view=(9, 9)), "b.pdf": last}).width_px == 1400
    assert Seen().width_px == 0


def test_without_a_file_nothing_was_seen(tmp_path):
    assert read_seen(tmp_path / "seen.json") == Seen()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=6,
)
FIELDS = ("version", "geometry", "margins", "theme", "paper", "current", "files")


@given(field=st.sampled_from(FIELDS), odd=JSON)
def test_whatever_else_lies_there_is_nothing_seen_or_something_sound(tmp_path_factory, field, odd):
    path = tmp_path_factory.getbasetemp() / "odd-seen.json"
    whole = {"version": 1, "geometry": "", "margins": [], "theme": "", "paper": "light", "current": "", "files": {}}
    path.write_text(json.dumps(whole | {field: odd}))
    seen = read_seen(path)
    assert all(isinstance(sight, Sight) for sight in seen.files.values())
    assert len(seen.margins) in (0, 4)


@pytest.mark.parametrize("kept", ["", "[", "[]", "null", "[" * 100_000, '{"version": 2}'])
def test_what_cannot_be_understood_is_passed_over(tmp_path, kept):
    (tmp_path / "seen.json").write_text(kept)
    assert read_seen(tmp_path / "seen.json") == Seen()
