"""Headings that the tags of a PDF name, and trees of tags made to do harm."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import raw_pdf, stream

from zzpreader.model.sections import Source
from zzpreader.wire import Open, Opened, ReadStructure, StructureRead
from zzpreader.worker.document import Document
from zzpreader.worker.tags import TaggedHeadings

WORDS = ("Voorwoord", "Aanleiding", "Vraag", "Onderzoek")
PAGES = range(len(WORDS))


def tagged(tags: dict[int, str], *, root: str = "/K 50 0 R", page: str = "") -> bytes:
    """Four pages (objects 10, 12, 14, 16), each with a heading /MCID 0 at (50, 500) and a line /MCID 1 below it."""
    objects: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>>>",
        2: f"<</Type/Pages/Kids[{' '.join(f'{10 + 2 * n} 0 R' for n in PAGES)}]/Count {len(PAGES)}>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: f"<</Type/StructTreeRoot {root}>>",
        5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    }
    for n, word in enumerate(WORDS):
        objects[10 + 2 * n] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {11 + 2 * n} 0 R {page}"
            "/Resources<</Font<</F 3 0 R/B 5 0 R>>>>>>"
        )
        lines = "".join(f" 0 -14 Td (Gewone tekst die de bladzijde {m} vult.) Tj" for m in range(9))
        objects[11 + 2 * n] = stream(
            f"/H1 <</MCID 0>> BDC BT /B 10 Tf 50 500 Td ({word}) Tj ET EMC "
            f"/P <</MCID 1>> BDC BT /F 10 Tf 50 480 Td{lines} ET EMC"
        )
    return raw_pdf({**objects, **tags})


def headings(kind: str = "H1", below: str = "0") -> dict[int, str]:
    kids = " ".join(f"{60 + n} 0 R" for n in PAGES)
    each = {60 + n: f"<</S/{kind}/P 50 0 R/Pg {10 + 2 * n} 0 R/K {below}>>" for n in PAGES}
    return {50: f"<</S/Document/P 4 0 R/K[{kids}]>>", **each}


@pytest.fixture
def read(block):
    def read_headings(data: bytes):
        block[: len(data)] = data
        document = Document(block)
        document.open("")
        return TaggedHeadings(document).read(PAGES)

    return read_headings


def test_tagged_headings_are_the_sections_at_their_heights(opened):
    answer = opened(tagged(headings()))(ReadStructure(len(PAGES)))
    assert isinstance(answer, StructureRead)
    assert [(one.level, one.title, one.page, one.source) for one in answer.sections] == [
        (1, word, n, Source.TAGS) for n, word in enumerate(WORDS)
    ]
    assert all(85 < one.y < 100 for one in answer.sections)


def test_a_document_that_is_opened_twice_keeps_its_tags(opened):
    ask = opened(tagged(headings()))
    assert isinstance(ask(Open()), Opened)
    assert [one.source for one in ask(ReadStructure(len(PAGES))).sections] == [Source.TAGS] * len(PAGES)


def test_headings_on_pages_that_are_passed_over_are_left_out(opened):
    answer = opened(tagged(headings()))(ReadStructure(len(PAGES), (1,)))
    assert [one.page for one in answer.sections] == [0, 2, 3]


@pytest.mark.parametrize(
    ("page", "at"), [("", (50, 100)), ("/Rotate 90", (50, 100)), ("/CropBox[20 0 400 550]", (30, 50))]
)
def test_places_are_those_of_the_unrotated_crop_box(read, page, at):
    assert [
        tuple(round(n) for n in (one.spots[0].x, one.spots[0].y)) for one in read(tagged(headings(), page=page))
    ] == [at] * len(PAGES)


def test_the_role_map_says_what_a_tag_is_and_runs_in_no_circle(read):
    roles = "/K 50 0 R/RoleMap<</Kop1/Kop2/Kop2/H2/Rond/Om/Om/Rond>>"
    assert [one.level for one in read(tagged(headings("Kop1"), root=roles))] == [2] * len(PAGES)
    assert read(tagged(headings("Rond"), root=roles)) == []


def test_words_below_a_heading_are_its_words(read):
    below = "[<</S/Lbl/K<</Type/MCR/MCID 0>>>> <</S/Span/K[<</Type/OBJR/Obj 3 0 R>> 1]>>]"
    assert [len(one.spots) for one in read(tagged(headings(below=below)))] == [10] * len(PAGES)


def test_what_is_no_heading_is_left_out(read):
    assert read(tagged(headings("P"))) == read(tagged(headings("Title"))) == read(tagged(headings("Caption"))) == []
    assert read(tagged({50: "<</S/Table/K<</S/H1/Pg 10 0 R/K 0>>>>"})) == []


def test_a_circle_of_tags_comes_to_an_end(read):
    tags = {50: "<</S/Sect/K[50 0 R 51 0 R]>>", 51: "<</S/H1/Pg 10 0 R/K[0 50 0 R 51 0 R]>>"}
    assert [one.page for one in read(tagged(tags))] == [0]


def test_more_tags_than_anybody_writes_cost_little(read):
    tags = {50: "<</S/Sect/K[" + "51 0 R " * 300_000 + "]>>", 51: "<</S/H1/Pg 10 0 R/K 0>>"}
    begun = time.process_time()
    assert read(tagged(tags)) == []
    assert time.process_time() - begun < 5


VALUES = st.sampled_from(
    [
        "50 0 R",
        "51 0 R",
        "52 0 R",
        "53 0 R",
        "10 0 R",
        "11 0 R",
        "4 0 R",
        "999 0 R",
        "0",
        "-1",
        "99999999999",
        "null",
        "(x)",
        "/H1",
        "<<>>",
        "[]",
        "[[[0]]]",
        "1.5",
        "true",
        "<</MCID 0/Pg 10 0 R>>",
        "[0 1 50 0 R]",
        "<</S/H2/K 0>>",
    ]
)
DICTIONARIES = st.dictionaries(st.sampled_from(["S", "K", "Pg", "P", "MCID", "Stm", "ActualText", "Type"]), VALUES)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tags=st.lists(DICTIONARIES, min_size=4, max_size=4), role=VALUES)
def test_no_tree_of_tags_does_harm(read, tags, role):
    objects = {50 + n: f"<<{' '.join(f'/{key} {value}' for key, value in tag.items())}>>" for n, tag in enumerate(tags)}
    for one in read(tagged(objects, root=f"/K[50 0 R 51 0 R 52 0 R]/RoleMap {role}")):
        assert one.page in PAGES
        assert one.level in range(1, 65)
