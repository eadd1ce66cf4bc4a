"""The bookmarks of the PDF."""

import pymupdf
import pytest
from pdf_files import finished, raw_pdf

from zzpreader.wire import OutlineItem, OutlineRead, ReadOutline


def outline_of(opened, data) -> tuple[OutlineItem, ...]:
    answer = opened(data)(ReadOutline())
    assert isinstance(answer, OutlineRead)
    return answer.items


@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_target_is_a_height_on_the_unrotated_page(opened, rotation, cropped):
    crop = "/CropBox[100 50 350 560]" if cropped else ""
    data = raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Rotate {rotation}{crop}>>",
            4: "<</First 5 0 R/Last 5 0 R/Count 1>>",
            5: "<</Title(Kop)/Parent 4 0 R/Dest[3 0 R/XYZ 120 460 0]>>",
        }
    )
    (item,) = outline_of(opened, data)
    top = 560 if cropped else 600
    assert (item.level, item.title, item.page) == (1, "Kop", 0)
    assert item.y == pytest.approx(top - 460)


def titled(*titles: tuple[int, str, int]) -> bytes:
    document = pymupdf.open()
    for _ in range(5):
        document.new_page(width=400, height=600)
    document.set_toc([list(title) for title in titles])
    return finished(document)


def test_levels_titles_and_pages_in_reading_order(opened):
    items = outline_of(opened, titled((1, "Een", 1), (2, "Een.een", 2), (3, "Diep", 2), (1, "Twee", 5)))
    assert [(item.level, item.title, item.page) for item in items] == [
        (1, "Een", 0),
        (2, "Een.een", 1),
        (3, "Diep", 1),
        (1, "Twee", 4),
    ]


def test_titles_cannot_play_with_the_line_they_stand_on(opened):
    (item,) = outline_of(opened, titled((1, "Les 1\r\n\u202egnirutlevO\x07  einde", 1)))
    assert item.title == "Les 1 gnirutlevO einde"


def odd_outline(items: dict[int, str]) -> bytes:
    return raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>",
            4: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>",
            10: "<</First 11 0 R/Last 11 0 R/Count 1>>",
            **items,
        }
    )


def test_a_heading_that_leads_nowhere_stands_where_the_first_below_it_does(opened):
    data = odd_outline(
        {
            11: "<</Title(Deel I)/Parent 10 0 R/First 12 0 R/Last 12 0 R/Count 1/Next 13 0 R>>",
            12: "<</Title(Hoofdstuk 1)/Parent 11 0 R/Dest[4 0 R/XYZ 0 500 0]>>",
            13: "<</Title(Nergens)/Parent 10 0 R>>",
        }
    )
    assert outline_of(opened, data) == (OutlineItem(1, "Deel I", 1, 100.0), OutlineItem(2, "Hoofdstuk 1", 1, 100.0))


def test_an_outline_that_bites_its_tail_is_read_or_left_and_never_hangs(opened):
    data = odd_outline(
        {
            11: "<</Title(Een)/Parent 10 0 R/Dest[3 0 R/Fit]/First 11 0 R/Next 12 0 R>>",
            12: "<</Title(Twee)/Parent 10 0 R/Dest[4 0 R/Fit]/Next 11 0 R>>",
        }
    )
    answer = opened(data)(ReadOutline())
    assert not isinstance(answer, OutlineRead) or len(answer.items) < 10


def test_a_target_beyond_the_page_is_its_edge(opened):
    data = odd_outline({11: "<</Title(Een)/Parent 10 0 R/Dest[3 0 R/XYZ 0 99999 0]>>"})
    assert outline_of(opened, data) == (OutlineItem(1, "Een", 0, 0.0),)


def test_no_bookmarks_is_no_failure(opened):
    assert outline_of(opened, titled()) == ()
