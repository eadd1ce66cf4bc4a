"""A quote with its source in three styles."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.model.citation import Cited, Passage, Source, Style, printed_pages, with_sources
from zzpreader.model.geometry import Point, Quad
from zzpreader.model.pages import Half, Labels

WORK = Source(title="ZZP en de stad", author="Born, A. van den", publisher="Nicis Institute", year="2012", pages="38")
QUOTE = "Harde cijfers helpen."


def with_source(quote: str, source: Source, style: Style) -> Cited:
    return with_sources([Passage(quote, source)], style)


def plain(style: Style, source: Source = WORK, quote: str = QUOTE) -> str:
    return with_source(quote, source, style).plain


def test_apa_names_author_year_and_page_and_lists_the_work():
    assert plain(Style.APA) == (
        "“Harde cijfers helpen” (Born, A. van den, 2012, p. 38).\n\n"
        "Born, A. van den. (2012). ZZP en de stad. Nicis Institute."
    )


def test_apa_without_author_and_year_begins_with_the_title():
    assert plain(Style.APA, Source(title="ZZP en de stad", pages="38–39")) == (
        "“Harde cijfers helpen” (ZZP en de stad, z.d., p. 38–39).\n\nZZP en de stad. (z.d.)."
    )


def test_apa_sets_forty_words_apart_without_quotation_marks():
    long = "woord " * 39 + "einde."
    cited = with_source(long, WORK, Style.APA)
    assert cited.plain.startswith("woord ")
    assert "einde. (Born, A. van den, 2012, p. 38)\n\n" in cited.plain
    assert "<blockquote>" in cited.html


def test_lawyers_get_a_footnote():
    assert plain(Style.LEGAL) == (
        "‘Harde cijfers helpen.’\n\nBorn, A. van den, ZZP en de stad, Nicis Institute 2012, p. 38."
    )


def test_plain_names_the_lesson_too():
    source = Source(title="ZZP en de stad", section="Les 5", pages="38")
    assert plain(Style.PLAIN, source) == "“Harde cijfers helpen.”\n\nBron: ZZP en de stad, Les 5, p. 38"


def test_what_is_not_known_is_left_out():
    assert plain(Style.LEGAL, Source(title="Nota")) == "‘Harde cijfers helpen.’\n\nNota."


def test_quotes_within_a_quote_become_single_and_apostrophes_stay():
    assert plain(Style.PLAIN, quote="De zzp’er zei: “Ja.”").startswith("“De zzp’er zei: ‘Ja.’”")


def test_rich_text_has_the_title_in_italics_and_believes_no_markup():
    cited = with_source("a < b & c", Source(title="<b>Nota</b>"), Style.PLAIN)
    assert "<em>&lt;b&gt;Nota&lt;/b&gt;</em>" in cited.html
    assert "a &lt; b &amp; c" in cited.html


def test_paragraphs_stay_paragraphs():
    assert plain(Style.PLAIN, quote="Een.\nTwee.").startswith("“Een.\nTwee.”\n\n")


def rects(*places: tuple[int, Half | None, str | None]) -> list[PdfRectsSelector]:
    return [
        PdfRectsSelector(page=page, quads=(Quad.at(Point(0, 0)),), half=half, label=label)
        for page, half, label in places
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(20, Half.LEFT, "38")], "38"),
        ([(20, Half.LEFT, "38"), (20, Half.RIGHT, "39")], "38–39"),
        ([(20, Half.RIGHT, "39"), (21, Half.LEFT, "40"), (21, Half.RIGHT, "41")], "39–41"),
        ([(4, None, None)], "5"),
        ([], ""),
    ],
)
def test_pages_are_those_printed_on_the_halves(places, expected):
    assert printed_pages(rects(*places), Labels([()] * 30)) == expected


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20), st.sampled_from(list(Style)))
def test_every_word_of_the_quote_is_there_whatever_is_known(quote: str, title: str, author: str, style: Style):
    cited = with_source(quote, Source(title=title, author=author), style)
    for word in quote.split():
        bare = "".join(c for c in word if c.isalnum())
        assert bare in "".join(c for c in cited.plain if c.isalnum() or c.isspace()) or not bare


def test_passages_stand_below_each_other_with_what_was_said_and_apa_lists_each_work_once():
    second = msgspec.structs.replace(WORK, pages="41")
    passages = [Passage("Een.", WORK, "Voor ons"), Passage("", WORK, "Los"), Passage("Twee.", second)]
    apa = with_sources(passages, Style.APA).plain.split("\n\n")
    alone = with_source("Een.", WORK, Style.APA).plain.split("\n\n")
    assert apa[:3] == [alone[0], "Voor ons", "Los"]
    assert apa[3].startswith("“Twee”")
    assert apa[3].endswith("p. 41).")
    assert apa[4:] == alone[1:]
    lawyers = with_sources(passages, Style.LEGAL).plain.split("\n\n")
    assert lawyers == [
        *with_source("Een.", WORK, Style.LEGAL).plain.split("\n\n"),
        *("Voor ons", "Los"),
        *with_source("Twee.", second, Style.LEGAL).plain.split("\n\n"),
    ]
    assert with_sources([], Style.APA).plain == ""
