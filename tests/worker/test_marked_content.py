"""Where marked content stands: the operators that move text, and any bytes at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.worker.marked_content import Content, Matrix, find_spots


def content(data: bytes, forms: dict[bytes, tuple[Content, Matrix]] | None = None) -> Content:
    return Content(data, {b"Named": 7}.get, (forms or {}).get)


def spots(inner: str, mcid: int = 3) -> list[tuple[float, float]]:
    return find_spots(content(inner.encode()), {mcid}).get(mcid, [])


@pytest.mark.parametrize(
    ("operators", "at"),
    [
        ("BT 1 0 0 1 50 700 Tm (x) Tj ET", [(50, 700)]),
        ("BT 50 700 Td 5 -20 Td [(x) -20 (y)] TJ ET", [(55, 680)]),
        ("BT 0 -20 TD (x) Tj T* (y) Tj ET", [(0, -20), (0, -40)]),
        ("BT 12 TL 9 90 Td (x) ' 1 2 (y) \" ET", [(9, 78), (9, 66)]),
        ("q 2 0 0 2 10 10 cm BT 5 5 Td <00> Tj ET Q BT 5 5 Td <00> Tj ET", [(20, 20), (5, 5)]),
        ("BT 2 0 0 2 0 0 Tm 10 10 Td (x) Tj ET", [(20, 20)]),
        ("BT 1 1 Td (a \\) EMC ( EMC ) ET) Tj % EMC\n2 0 Td (x) Tj ET", [(1, 1), (3, 1)]),
        ("BI /W 1 /H 1 ID \x01( EI BT 4 4 Td (x) Tj ET", [(4, 4)]),
    ],
)
def test_a_piece_of_text_begins_where_its_line_was_moved(operators, at):
    assert spots(f"/H1 <</Lang(nl)/MCID 3>> BDC {operators} EMC BT 1 1 Td (no) Tj ET") == at


def test_only_what_is_wanted_is_told_and_what_is_inside_belongs_to_it():
    words = "/P <</MCID 2>>BDC BT 1 1 Td (x) Tj ET EMC /H1<</MCID 3>>BDC /Span BMC BT 2 2 Td (y) Tj ET EMC EMC"
    assert find_spots(content(words.encode()), {3, 4}) == {3: [(2, 2)]}


def test_properties_of_the_page_can_name_the_number():
    assert spots("/H1 /Named BDC BT 6 6 Td (x) Tj ET EMC", 7) == [(6, 6)]


def test_text_of_a_form_stands_where_the_form_does():
    inner = content(b"/P <</MCID 9>>BDC BT 1 1 Td (x) Tj ET EMC")
    outer = content(b"/H1 <</MCID 3>>BDC 1 0 0 1 10 0 cm /F Do EMC /F Do", {b"F": (inner, (1, 0, 0, 1, 0, 100))})
    assert find_spots(outer, {3}) == {3: [(11, 101)]}


def test_a_form_that_draws_itself_comes_to_an_end():
    entered: list[bytes] = []

    def form(name: bytes) -> tuple[Content, Matrix]:
        entered.append(name)
        return Content(b"/F Do " * 100, lambda _: None, form), (1, 0, 0, 1, 0, 0)

    find_spots(Content(b"/H1 <</MCID 3>>BDC " + b"/F Do " * 100, lambda _: None, form), {3})
    assert len(entered) <= 64


PIECES = st.sampled_from(
    [
        b"BT",
        b"ET",
        b"/H1 <</MCID 3>> BDC",
        b"/MCID",
        b"BDC",
        b"EMC",
        b"BMC",
        b"(",
        b")",
        b"<",
        b">",
        b"[",
        b"BI",
        b"EI",
        b"Tj",
        b"TJ",
        b"'",
        b"Td",
        b"TD",
        b"Tm",
        b"T*",
        b"TL",
        b"cm",
        b"q",
        b"Q",
        b"Do",
        b"/F",
        b"-",
        b"1e9",
        b"9" * 400,
        b"\\",
        b"%",
        b"\n",
        b"nan",
        b"--3",
        b"+.",
        b"3 0 0 3 1 1",
        b"\x00\xff",
    ]
)


@given(st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=80).map(b" ".join)))
def test_any_bytes_are_read_to_their_end(data):
    inner = content(data)
    for found in find_spots(content(data, {b"F": (inner, (1, 0, 0, 1, 0, 0))}), {3, 7}).values():
        assert 0 < len(found) <= 32
