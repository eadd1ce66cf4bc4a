import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.structure.numbering import split_number
from zzpreader.structure.titles import fold, likeness, tidy


@pytest.mark.parametrize(
    ("title", "kind", "parts", "rest"),
    [
        ("1 Inleiding", "number", (1,), "Inleiding"),
        ("2.1.3. Doel", "number", (2, 1, 3), "Doel"),
        ("1.Inleiding", "number", (1,), "Inleiding"),
        ("10Anonymat des copies", "number", (10,), "Anonymat des copies"),
        ("A.1 Tabellen", "letter", (1, 1), "Tabellen"),
        ("IV. Slot", "roman", (4,), "Slot"),
        ("Hoofdstuk 3: Wijken", "chapter", (3,), "Wijken"),
        ("Bijlage B – Bronnen", "appendix", (2,), "Bronnen"),
        ("Anhang C", "appendix", (3,), ""),
        ("Part II Results", "part", (2,), "Results"),
        ("Chapitre deux", "chapter", (2,), ""),
        ("3-1 Overview", "number", (3, 1), "Overview"),
        ("Principe 2: Bedienbaar", "principe", (2,), "Bedienbaar"),
    ],
)
def test_the_number_of_a_title_is_told_from_its_words(title, kind, parts, rest):
    number, words = split_number(title)
    assert number is not None
    assert (number.kind, number.parts, words) == (kind, parts, rest)


@pytest.mark.parametrize("title", ["Inleiding", "2008 was een goed jaar", "Naar 3 wijken", ""])
def test_words_alone_have_no_number(title):
    assert split_number(title) == (None, title)


@given(st.text(max_size=60))
def test_any_text_can_be_split_folded_and_tidied(text):
    split_number(text)
    assert fold(fold(text)) == fold(text)
    tidy(text)


def test_titles_are_the_same_in_another_dress():
    assert fold("DE WIJK: te klein?") == fold("De wijk, te klein")
    assert fold("Propri´et´es") == fold("Propriétés")
    assert tidy("Table des mati`eres . . . . . .") == "Table des matières"
    assert tidy("I N H O U D") == "INHOUD"
    assert likeness(fold("Onderzoek in de stad"), fold("Onderzoek in de stadt")) > 0.85
    assert likeness(fold("Onderzoek"), fold("Nawoord")) == 0
