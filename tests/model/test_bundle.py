"""The bundle format: what is accepted, and the one sentence that refuses the rest."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.bundle import LARGEST_CHARS, Bundle, BundleError, Role, parse_bundle
from zzpreader.model.sections import Kind
from zzpreader.resources import resource_path

FOLDER = resource_path("bundles", "zzp-en-de-stad")

LEAST = """
schema = 1
id = "a-bundle"
language = "nl"
title = "A bundle"
introduction = "What it is about."
issued = 2012-04-19
source = "A source"
document_type = "Research"
publisher = "A town"
"""


def with_tables(tables: str) -> str:
    return f"{LEAST}\n{tables}"


@pytest.fixture(scope="module")
def city() -> Bundle:
    return parse_bundle((FOLDER / "bundle.toml").read_text(encoding="utf-8"))


def test_the_built_in_bundle_carries_every_field_of_the_knowledge_bank_page(city):
    assert city.title == "Kennisbundel: ZZP en de stad, over de resultaten van ZZP BV Amersfoort"
    assert city.name == "ZZP en de stad"
    assert city.issued == date(2012, 4, 19)
    assert city.source == "‘ZZP en de stad’ / Nicis Institute"
    assert city.document_type == "Onderzoek"
    assert city.publisher == "gemeente Deventer, Kennis en Verkenning"
    assert city.language == "nl"
    assert city.introduction
    assert len(city.description) == 2
    assert city.conclusions
    assert city.more_information


def test_the_nine_sections_stand_at_their_printed_pages(city):
    top = [(node.start, node.title) for node in city.sections if node.level == 1]
    assert top == [
        ("2", "Voorwoord"),
        ("4", "Introductie"),
        ("7", "Interview"),
        ("12", "Onderzoek"),
        ("46", "Pilotprojecten wijkeconomie"),
        ("54", "Zzp’ers in stedelijk economisch beleid"),
        ("62", "Verslag"),
        ("74", "Duurzame zzp’ers: kansen voor de stad?"),
        ("78", "Nawoord"),
    ]


def test_of_the_ten_lessons_three_are_named_without_an_order_and_seven_are_not_invented(city):
    lessons = next(node for node in city.sections if node.lessons)
    assert (lessons.start, lessons.end, lessons.lessons) == ("38", "40", 10)
    named = [node for node in city.below(lessons) if node.kind is Kind.LESSON]
    assert len(named) == 3
    assert [node.number for node in named] == [None, None, None]
    assert city.unnamed_lessons(lessons) == 7


def test_references_and_layout_speak_of_printed_pages(city):
    assert ("49", None) in [(one.start, one.end) for one in city.references]
    assert ("38", "40") in [(one.start, one.end) for one in city.references]
    assert [(rule.pdf_page, rule.printed, rule.per_page) for rule in city.page_layout] == [(1, None, 1), (3, "2", 2)]


def test_the_guide_comes_with_the_bundle_and_the_publication_does_not(city):
    assert city.guide
    assert city.guide.file == "leeswijzer.pdf"
    assert city.publication
    assert city.publication.file is None


def test_the_least_bundle_has_a_name_and_no_parts():
    bundle = parse_bundle(LEAST)
    assert bundle.name == "A bundle"
    assert (bundle.sections, bundle.attachments, bundle.guide, bundle.publication) == ((), (), None, None)


def test_what_lies_below_a_section_ends_at_the_next_of_its_level():
    bundle = parse_bundle(
        with_tables(
            "".join(
                f'[[sections]]\nid = "{name}"\ntitle = "{name}"\nlevel = {level}\n'
                for name, level in [("a", 1), ("b", 2), ("c", 3), ("d", 1), ("e", 2)]
            )
        )
    )
    assert [node.id for node in bundle.below(bundle.sections[0])] == ["b", "c"]
    assert bundle.below(bundle.sections[4]) == ()


def test_a_publication_can_be_known_by_several_marks():
    bundle = parse_bundle(
        with_tables(
            f"""
            [[attachments]]
            id = "pdf"
            role = "publication"
            title = "The PDF"
            page_count = 42
            sha256 = ["{"ab" * 32}"]
            trailer_ids = ["0123456789abcdef"]
            fingerprints = ["0123456789abcdef", ""]
            extractor = "a reader 1.0"
            """
        )
    )
    assert bundle.publication
    assert bundle.publication.role is Role.PUBLICATION
    assert bundle.publication.fingerprints == ("0123456789abcdef", "")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("", "which schema"),
        ("schema = true", "which schema"),
        ("schema = 2", "newer"),
        ("schema =", "not valid TOML"),
        ("a = " + "9" * 5000, "not valid TOML"),
        ("#" * (LARGEST_CHARS + 1), "longer than"),
        ("schema = 1", "missing required field"),
        (f"{LEAST}colour = 'red'", 'unknown field "colour"'),
        (LEAST.replace("a-bundle", "../a"), "In id:"),
        (LEAST.replace("a-bundle", "a-bundle\\n"), "In id:"),
        (LEAST.replace("A bundle", " "), "In title:"),
        (LEAST.replace("2012-04-19", '"2012"'), "In issued:"),
        (LEAST.replace("What it is about.", "x" * 20_001), "In introduction:"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\ncolour = 1'), "In sections[0]:"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\nkind = "poem"'), "In sections[0].kind:"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\nstart = 3'), "In sections[0].start:"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\nlevel = 2'), "level 2 below level 0"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\nstart = "9"\nend = "8"'), "not after its start"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\nend = "8"'), "not after its start"),
        (with_tables('[[sections]]\nid = "a"\ntitle = "A"\n' * 2), 'section id "a" occurs twice'),
        (
            with_tables(
                '[[sections]]\nid = "a"\ntitle = "A"\nlessons = 1\n'
                '[[sections]]\nid = "b"\ntitle = "B"\nlevel = 2\nkind = "lesson"\n'
                '[[sections]]\nid = "c"\ntitle = "C"\nlevel = 2\nkind = "lesson"\n'
            ),
            "more lessons than the 1",
        ),
        (with_tables('[[references]]\ntext = "T"\nstart = "3"\nsection = "z"'), "not in the map"),
        (with_tables('[[references]]\ntext = "T"\nstart = "3"\nend = "2"'), "not after its start"),
        (with_tables("[[page_layout]]\npdf_page = 2\n[[page_layout]]\npdf_page = 2"), "after PDF page 2"),
        (with_tables("[[page_layout]]\npdf_page = 1\nper_page = 3"), "In page_layout[0].per_page:"),
        (with_tables('[[attachments]]\nid = "g"\nrole = "guide"\ntitle = "G"'), "The guide has no file"),
        (
            with_tables(
                '[[attachments]]\nid = "a"\nrole = "publication"\ntitle = "A"\n'
                '[[attachments]]\nid = "b"\nrole = "publication"\ntitle = "B"\n'
            ),
            'role "publication" occurs twice',
        ),
        (
            with_tables(
                '[[attachments]]\nid = "a"\nrole = "other"\ntitle = "A"\nfile = "a.pdf"\n'
                '[[attachments]]\nid = "b"\nrole = "other"\ntitle = "B"\nfile = "A.pdf"\n'
            ),
            'file "a.pdf" occurs twice',
        ),
    ],
)
def test_a_wrong_bundle_is_refused_with_one_sentence_that_says_where(toml, says):
    with pytest.raises(BundleError) as refused:
        parse_bundle(toml)
    sentence = str(refused.value)
    assert says in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 500
    assert "regex" not in sentence


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", "a/b.pdf", "a\\\\b.pdf", "C:a.pdf", ".hidden", "", "a.pdf\\n"])
def test_an_attachment_cannot_point_outside_its_folder(name):
    attachment = f'[[attachments]]\nid = "g"\nrole = "guide"\ntitle = "G"\nfile = "{name}"'
    with pytest.raises(BundleError, match=r"attachments\[0\]\.file"):
        parse_bundle(with_tables(attachment))


def test_labels_that_are_not_decimal_are_not_compared():
    bundle = parse_bundle(with_tables('[[sections]]\nid = "a"\ntitle = "A"\nstart = "xii"\nend = "3"'))
    assert bundle.sections[0].end == "3"


@given(st.text(max_size=300))
def test_no_text_gives_anything_but_a_bundle_or_a_bundle_error(text):
    with suppress(BundleError):
        assert parse_bundle(with_tables(text)).id == "a-bundle"
