"""Folded text: what is equal to a reader, and the way back to the code points of the page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.folding import clean, find_all, fold, quote
from zzpreader.model.text import Line, PageText

TEXTS = st.text(
    st.one_of(st.sampled_from("aeéëﬁßﬀĳ’'‘“”-‐\u00ad \n\t\u00a0\u0301\u200bZİłæ…12"), st.characters(codec="utf-8")),
    max_size=80,
)


def found(words: str, text: str, **options: bool) -> list[str]:
    folded = fold(text, options.get("match_case", False))
    return [text[start:end] for start, end in find_all(folded, words, **options)]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("zzp'er", "Een zzp’er belt."),
        ("zzp’er", "Een zzp'er belt."),
        ("zzp’er", "Een ZZP‘er belt."),
        ("cafe", "Het CAFÉ is open."),
        ("café", "Het cafe\u0301 is open."),
        ("reële", "reele groei"),
        ("officiele", "de oﬃciële cijfers"),
        ("ﬁets", "mijn fiets"),
        ("strasse", "die Straße"),
        ("bedrijfsverzamelgebouw", "Het bedrijfs-\nverzamelgebouw staat leeg."),
        ("bedrijfsverzamelgebouw", "Het bedrijfs\u00ad\nverzamelgebouw staat leeg."),
        ("bedrijfsverzamelgebouw", "Het bedrijfs‐ \n  verzamelgebouw staat leeg."),
        ("verzamelgebouw", "Het verza\u00admelgebouw."),
        ("de stad", "de\nstad"),
        ("de  stad", "de\u00a0stad"),
        ("Noord-Holland", "in Noord-\nHolland"),
        ("zzp-beleid", "het zzp-\nbeleid van de gemeente"),
        ("zzp-beleid", "het zzp‑beleid van de gemeente"),
        ("midden- en kleinbedrijf", "het midden-\nen kleinbedrijf"),
        ("2011-2012", "in 2011-\n2012"),
        ('"stad"', "de „stad” zelf"),
        ("wacht...", "wacht…"),
        ("œuvre", "het oeuvre"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_found(words, text):
    assert len(found(words, text)) == 1


@pytest.mark.parametrize(
    ("words", "text"), [("stad", "de s t a d"), ("middenen", "midden-\nen kleinbedrijf"), ("", "iets"), (" ", "iets")]
)
def test_what_is_not_there_is_not_found(words, text):
    assert found(words, text) == []


def test_a_hit_covers_the_whole_of_a_broken_word():
    assert found("verzamelgebouw", "bedrijfs-verzamel-\ngebouw") == ["verzamel-\ngebouw"]


def test_a_hit_covers_a_ligature_as_a_whole():
    assert found("off", "de oﬃciële") == ["oﬃ"]


def test_whole_words_only():
    text = "De stad, stadsdeel, binnenstad en stad's; zzp'er en zzp."
    assert len(found("stad", text, whole_words=True)) == 1
    assert len(found("zzp", text, whole_words=True)) == 1
    assert found("zzp'er", text, whole_words=True) == ["zzp'er"]
    assert found("binnenstad", text, whole_words=True) == ["binnenstad"]


def test_case_counts_only_when_asked():
    assert found("stad", "Stad STAD stad") == ["Stad", "STAD", "stad"]
    assert found("Stad", "Stad STAD stad", match_case=True) == ["Stad"]
    assert found("É", "é É E", match_case=True) == ["É", "E"]


@given(TEXTS, st.booleans())
def test_every_folded_code_point_knows_where_it_came_from(text, match_case):
    folded = fold(text, match_case)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_folded_text_has_no_line_ends_no_case_and_no_two_blanks_in_a_row(text):
    folded = fold(text).text
    assert "\n" not in folded
    assert "  " not in folded
    assert "\u00ad" not in folded
    assert not any(unicodedata.combining(char) for char in folded)


@given(st.text("abcdefgé’ -\n", min_size=1, max_size=60), st.data())
def test_any_piece_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    # A hyphen at the very edge of a piece was a broken word's in the text, and is not in the piece.
    if "-" in (words.strip()[:1], words.strip()[-1:]) or not fold(words).text.strip():
        return
    folded = fold(text)
    spans = list(find_all(folded, words))
    assert spans
    assert all(0 <= first < last <= len(text) for first, last in spans)


def test_clean_text_joins_lines_and_words_and_takes_ligatures_apart():
    assert clean("De ﬁets van de bedrijfs-\nverzamel\u00adgebouwen\nstaat  buiten.") == (
        "De fiets van de bedrijfsverzamelgebouwen staat buiten."
    )


def test_clean_text_keeps_accents_case_and_typographic_signs():
    assert clean("Zzp’ers – „oﬃciële” Straße…") == "Zzp’ers – „officiële” Straße…"


def test_clean_text_keeps_the_hyphen_of_a_compound():
    assert clean("Noord-\nHolland, midden-\nen kleinbedrijf") == "Noord-Holland, midden- en kleinbedrijf"


@given(TEXTS)
def test_clean_text_is_one_line(text):
    assert len(clean(text).splitlines()) <= 1
    assert clean(clean(text)) == clean(text)


def test_a_quote_has_a_line_for_every_block():
    text = "Kop\nEerste re-\ngel\nTweede\n"
    lines = (Line(0, 3, 0), Line(4, 14, 1), Line(15, 18, 1), Line(19, 25, 2))
    page = PageText(text, bytes(16 * len(text)), lines)
    assert quote(page, 0, len(text)) == "Kop\nEerste regel\nTweede"
    assert quote(page, 4, 18) == "Eerste regel"
    assert quote(page, 11, 17) == "re-ge".replace("-", "")
    assert quote(page, 5, 5) == ""
