"""The stand-in has the shape that makes the real publication hard to read on a screen."""

import pymupdf
import pytest
from stand_in import FIRST_PRINTED, LAST_PRINTED, LESSONS, LESSONS_ON, SECTIONS, WIDTH, make_stand_in, place_of


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    with pymupdf.open(make_stand_in(tmp_path_factory.mktemp("stand-in") / "publication.pdf")) as opened:
        yield opened


def text_of(document, printed: int) -> str:
    pdf_page, half = place_of(printed)
    page = document[pdf_page - 1]
    left = WIDTH if half == "right" else 0
    return page.get_text(clip=(left, 0, left + WIDTH, page.rect.height))


def test_cover_and_contents_stand_alone_and_all_other_pages_are_spreads(document):
    widths = [page.rect.width for page in document]
    assert widths[:2] == [WIDTH, WIDTH]
    assert set(widths[2:]) == {2 * WIDTH}
    assert len(widths) == 2 + (LAST_PRINTED + 1 - FIRST_PRINTED) / 2


def test_nothing_in_the_file_tells_sections_or_page_numbers(document):
    assert document.get_toc() == []
    assert document.get_page_labels() == []
    assert not any(page.get_links() for page in document)


@pytest.mark.parametrize("printed", [2, 3, 38, 39, 40, 49, 81])
def test_every_printed_page_carries_its_number_in_the_outer_margin(document, printed):
    pdf_page, half = place_of(printed)
    words = document[pdf_page - 1].get_text("words")
    (x,) = [word[0] for word in words if word[4] == str(printed) and word[1] > 600]
    assert (x > 1.5 * WIDTH) if half == "right" else (x < 0.5 * WIDTH)


def test_printed_38_is_on_pdf_page_21_left_and_49_on_26_right():
    assert place_of(38) == (21, "left")
    assert place_of(49) == (26, "right")


def test_the_contents_page_lists_the_nine_sections_and_each_heading_is_on_its_page(document):
    contents = document[1].get_text()
    assert len(SECTIONS) == 9
    for entry in SECTIONS:
        assert f"{entry.title}\n{entry.printed}\n" in contents
        assert entry.title in text_of(document, entry.printed)


def test_ten_lessons_stand_in_order_on_printed_38_to_40(document):
    assert [title for on_page in LESSONS_ON.values() for title in on_page] == list(LESSONS)
    assert len(LESSONS) == 10
    assert sum("plaatshouder" in title for title in LESSONS) == 7
    for printed, titles in LESSONS_ON.items():
        text = text_of(document, printed)
        assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)


def test_words_are_broken_over_line_ends_and_apostrophes_are_typographic(document):
    text = text_of(document, 13)
    assert any(line.endswith("-") for line in text.splitlines())
    assert "Zo’n" in text
