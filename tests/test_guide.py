"""The reading guide that comes with the program, and the script that makes it from its source text."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pytest

from zzpreader.model.bundle import parse_bundle
from zzpreader.resources import resource_path

PROJECT = Path(__file__).resolve().parents[1]
SCRIPT = PROJECT / "packaging" / "make_guide.py"
FOLDER = resource_path("bundles", "zzp-en-de-stad")
PAGE_TEXT = PROJECT.parent / "shared" / "domain" / "kennisbank-page.nl.txt"
CONTENTS = "Inhoud"
LESSONS = (
    "Netwerkbijeenkomsten kosten weinig en leveren veel op",
    "Harde cijfers helpen",
    "De wijk alleen is vaak te klein",
)


def run_script(*arguments, seed="0"):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture(scope="module")
def guide():
    with pymupdf.open(FOLDER / "leeswijzer.pdf") as opened:
        yield opened


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    file = tmp_path_factory.mktemp("guide") / "guide.pdf"
    outcome = run_script("-o", file)
    assert outcome.returncode == 0, outcome.stderr
    return file


@pytest.fixture
def altered(tmp_path):
    """Copies the bundle, with the guide's source changed; gives the new source."""
    (tmp_path / "bundle.toml").write_bytes((FOLDER / "bundle.toml").read_bytes())

    def alter(before: str, after: str) -> Path:
        source = (FOLDER / "leeswijzer.md").read_text(encoding="utf-8")
        assert before in source
        file = tmp_path / "leeswijzer.md"
        file.write_text(source.replace(before, after), encoding="utf-8")
        return file

    return alter


def test_the_same_source_gives_the_same_bytes(made, tmp_path):
    again = tmp_path / "again.pdf"
    assert run_script("-o", again, seed="1").returncode == 0
    assert again.read_bytes() == made.read_bytes()


def test_the_guide_that_is_shipped_is_the_one_that_its_source_gives(guide, made):
    # Not compared by bytes: the compression of another zlib may differ.
    with pymupdf.open(made) as fresh:
        assert [page.read_contents() for page in fresh] == [page.read_contents() for page in guide]
        assert fresh.get_toc() == guide.get_toc()
        assert fresh.metadata == guide.metadata


def test_the_guide_is_six_to_ten_a4_pages(guide):
    assert 6 <= len(guide) <= 10
    assert {(round(page.rect.width, 1), round(page.rect.height, 1)) for page in guide} == {(595.3, 841.9)}


def test_the_guide_says_its_language_title_and_author_and_no_time(guide):
    assert guide.language == "nl"
    assert guide.metadata["title"] == "Leeswijzer: ZZP en de stad"
    assert guide.metadata["author"]
    assert not guide.metadata["creationDate"]
    assert not guide.metadata["modDate"]


def test_bookmarks_are_the_headings_and_each_stands_on_its_page(guide):
    source = (FOLDER / "leeswijzer.md").read_text(encoding="utf-8")
    headings = [(len(marks) - 1, title) for marks, title in re.findall(r"^(###?) (.+)$", source, re.MULTILINE)]
    assert [(level, title) for level, title, _ in guide.get_toc()] == [(1, CONTENTS), *headings]
    for _, title, page in guide.get_toc():
        assert title in " ".join(guide[page - 1].get_text().split())


def test_bookmarks_lead_to_the_line_of_their_heading(guide):
    for _, title, page, target in guide.get_toc(simple=False):
        (box,) = [line for line in lines_of(guide[page - 1]) if line.size > 12 and title.startswith(line.text)]
        assert 0 < box.y - target["to"].y < 20


def test_the_contents_page_leads_to_every_heading(guide):
    targets = [(link["page"] + 1, round(link["to"].y)) for link in guide[1].get_links()]
    headings = [(page, round(at["to"].y)) for _, title, page, at in guide.get_toc(simple=False) if title != CONTENTS]
    assert targets == headings


def test_few_links_lead_outside(guide):
    outside = [link["uri"] for page in guide for link in page.get_links() if link["kind"] == pymupdf.LINK_URI]
    assert outside == ["https://www.amersfoort.nl"]


def test_all_fonts_are_embedded_and_hold_no_more_than_the_guide_uses(guide):
    fonts = {font for page in guide for font in page.get_fonts()}
    assert fonts
    for xref, extension, _, name, *_ in fonts:
        assert extension == "ttf"
        assert re.match(r"[A-Z]{6}\+", name)
        assert len(guide.extract_font(xref)[3]) < 30_000


def test_headings_lists_and_tables_are_tagged_for_screen_readers(guide):
    tags = {
        guide.xref_get_key(xref, "S")[1]
        for xref in range(1, guide.xref_length())
        if guide.xref_get_key(xref, "Type")[1] == "/StructElem"
    }
    assert tags >= {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link", "/TOC"}
    assert guide.xref_get_key(guide.pdf_catalog(), "MarkInfo/Marked")[1] == "true"


def test_nothing_is_written_outside_the_column(guide):
    for page in list(guide)[1:]:
        for x0, _, x1, y1, word, *_ in page.get_text("words"):
            assert 101 <= x0 < x1 <= 494, word
            assert y1 < 800, word


def test_no_heading_stands_at_the_foot_and_no_line_stands_alone(guide):
    for page in list(guide)[2:]:
        lines = [line for line in lines_of(page) if line.y < 760]
        assert lines[-1].size < 12
        assert len(lines) > 5


def test_apostrophes_and_quotes_are_typographic(guide):
    text = "".join(page.get_text() for page in guide)
    assert "zzp’ers" in text
    assert "'" not in text
    assert '"' not in text


def test_the_three_known_lessons_have_a_bookmark_of_their_own(guide):
    below = titles_below(guide, "De tien lessen")
    assert tuple(below[:3]) == LESSONS


def test_seven_unnamed_lessons_are_not_invented(guide):
    assert len(titles_below(guide, "De tien lessen")) == len(LESSONS) + 1
    text = " ".join(" ".join(page.get_text() for page in list(guide)[2:]).split())
    assert "De overige zeven staan in de publicatie" in text
    assert not re.search(r"\bles\s+(?:nr\.?\s*)?\d", text, re.IGNORECASE)
    assert not re.search(r"\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende) les\b", text)


def test_no_sentence_of_the_knowledge_bank_page_is_copied(guide):
    if not PAGE_TEXT.is_file():
        pytest.skip("the text of the knowledge-bank page is not here")
    bundle = parse_bundle((FOLDER / "bundle.toml").read_text(encoding="utf-8"))
    parts = (*bundle.description, *bundle.conclusions, *bundle.more_information)
    own = [page.get_text() for page in guide]
    own += [bundle.introduction, *(part.text for part in parts), *(part.title for part in parts)]
    own += [section.title for section in bundle.sections]
    theirs = six_words_in_a_row(PAGE_TEXT.read_text(encoding="utf-8"))
    assert theirs
    for text in own:
        assert not six_words_in_a_row(text) & theirs


def test_a_changed_text_gives_a_changed_guide(altered):
    source = altered("Waar de publicatie over gaat", "Waarover het gaat")
    outcome = run_script(source)
    assert outcome.returncode == 0, outcome.stderr
    with pymupdf.open(source.with_suffix(".pdf")) as changed:
        assert changed.get_toc()[1] == [1, "Waarover het gaat", 3]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("(#de-tien-lessen)", "(#elders)", "elders"),
        ("language: nl\n", "", "language"),
        ("language: nl\n", "language: nl\ncolour: red\n", "colour"),
        ("## Feiten en cijfers", "#### Feiten en cijfers", "level of heading"),
        ("## Feiten en cijfers", "## De tien lessen", "Two headings"),
        ("|---|---|---:|", "| |", "table"),
        ("Tussen 2009", "漢 Tussen 2009", "漢"),
    ],
)
def test_a_source_that_cannot_be_set_is_refused_in_one_sentence(altered, before, after, says):
    source = altered(before, after)
    outcome = run_script(source)
    assert outcome.returncode == 1
    assert says in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1
    assert not source.with_suffix(".pdf").exists()


class Line(NamedTuple):
    """A line of a page: the height of its top and the size of its letters."""

    y: float
    size: float
    text: str


def lines_of(page) -> list[Line]:
    """The lines from the top down."""
    return sorted(
        Line(line["bbox"][1], line["spans"][0]["size"], "".join(span["text"] for span in line["spans"]).strip())
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
    )


def titles_below(guide, title: str) -> list[str]:
    toc = guide.get_toc()
    start = next(n for n, (_, name, _) in enumerate(toc) if name == title)
    ends = [n for n, (level, *_) in enumerate(toc) if n > start and level == 1]
    return [name for _, name, _ in toc[start + 1 : min(ends)]]


def six_words_in_a_row(text: str) -> set[tuple[str, ...]]:
    """All runs of six words; the publication's name counts as one, for it has no other wording."""
    words = re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "").replace("zzp en de stad", "naam"))
    return {tuple(words[n : n + 6]) for n in range(len(words) - 5)}
