import pytest
from export_notes import TREE, mark, on, report, sheet, spot
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from zzpreader.export.markdown import to_markdown
from zzpreader.export.words import DUTCH, ENGLISH
from zzpreader.model.annotation import Highlight, Motivation
from zzpreader.model.pages import Half
from zzpreader.model.sections import Section, SectionTree


def export(*annotations, tree=TREE, meanings=None, words=ENGLISH, title="ZZP en de stad"):
    return to_markdown(report(*annotations, tree=tree, meanings=meanings or {}, words=words, title=title))


def test_the_whole_document_reads_in_the_order_of_the_publication():
    document = export(
        spot(Motivation.BOOKMARKING, "Hier verder", 3, 10),
        mark("Harde cijfers helpen.", 2, 320, half=Half.RIGHT, value="Voor de wijk.", tags=("beleid", "cijfers")),
        sheet("b11", "Eigen *les*."),
        spot(Motivation.COMMENTING, "Nakijken", 1, 60),
        mark("Een ander woord", 1, 40, color="pink", highlight=Highlight.UNDERLINE),
        sheet(None, "Over alles."),
        meanings={"yellow": "Gebruiken"},
        words=DUTCH,
    )
    assert document == (
        "# ZZP en de stad\n\n"
        "Over alles.\n\n"
        "## Onderzoek\n\n"
        "> “Een ander woord” (p. 12)\n\n"
        "*Vraag · onderstreept*\n\n"
        "**Notitie (p. 12)**\n\n"
        "Nakijken\n\n"
        "### Tien lessen\n\n"
        "#### Harde cijfers helpen\n\n"
        "Eigen *les*.\n\n"
        "> “Harde cijfers helpen.” (p. 39)\n\n"
        "Voor de wijk.\n\n"
        "*Gebruiken · trefwoorden: beleid, cijfers*\n\n"
        "#### De wijk is te klein\n\n"
        "**Bladwijzer (p. 40):** Hier verder\n"
    )


def test_sections_without_anything_in_or_below_them_have_no_heading():
    document = export(mark("Woord", 1))
    assert "Introductie" not in document
    assert "Tien lessen" not in document


def test_the_same_notes_give_the_same_bytes_in_any_order():
    notes = [mark(str(n), n % 5, 10.0 * n) for n in range(20)]
    assert export(*notes) == export(*reversed(notes))


def test_a_sheet_of_a_section_that_is_gone_is_exported_all_the_same():
    document = export(sheet("gone", "Blijft bewaard."))
    assert f"## {ENGLISH.elsewhere}\n\nBlijft bewaard.\n" in document


def test_a_mark_of_a_section_that_is_gone_goes_where_it_lies():
    document = export(mark("Woord", 5))
    assert "## Nawoord\n\n> “Woord” (p. 6)" in document


def test_without_sections_all_notes_stand_below_the_title():
    document = export(mark("Woord", 1), tree=SectionTree())
    assert document == "# ZZP en de stad\n\n> “Woord” (p. 12)\n\n*Important*\n"


def test_an_empty_notebook_says_so():
    assert export() == "# ZZP en de stad\n\nThere are no notes.\n"


def test_a_quote_over_two_pages_names_both():
    assert "(p. 12–38)" in export(mark("Woord", 1, more=(on(2, 10, Half.LEFT),)))


def test_a_quote_of_several_paragraphs_stays_one_quotation():
    assert "> “Een\n>\n> Twee” (p. 12)" in export(mark("Een\nTwee"))


def test_levels_that_the_tree_skips_are_not_skipped_by_headings():
    tree = SectionTree(
        [Section(id="a", level=1, title="A", page=0), Section(id="b", level=4, title="B", page=1)],
    )
    assert "\n## A\n\n### B\n" in export(mark("Woord", 1), tree=tree)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kop", "### Kop"),
        ("Kop\n===", "### Kop"),
        ("Twee\nregels\n---\ntekst", "#### Twee regels\ntekst"),
        ("a\n\n---\n\nb", "a\n\n---\n\nb"),
        ("- punt\n---", "- punt\n\n---"),
        ("###### diep", "###### diep"),
        ("```\n# geen kop\n<b>\n```", "```\n# geen kop\n<b>\n```"),
        ("```\nopen", "```\nopen\n```"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("`<b>` en <b>", "`<b>` en \\<b>"),
        ("los ` en `<b>` x", "los ` en `\\<b>` x"),
        ("1 < 2 en a<3", "1 < 2 en a<3"),
    ],
)
def test_a_note_keeps_its_markdown_but_headings_and_html(text, expected):
    document = export(sheet("b", text))
    assert document == f"# ZZP en de stad\n\n## Onderzoek\n\n{expected}\n"


NASTY_PIECES = (
    *("# ", "## ", "\n", "\n\n", "---", "===", "- ", "1. ", "> ", "`", "``", "```", "~~~", "<b>", "</b>", "<script>"),
    *("<!--", "-->", "<?", "*", "_", "[x](y)", "![i](file:///etc/passwd)", "a", "woord", " ", "    ", "\t", "\\"),
    *("&lt;", "&amp;", "<https://x.nl>", "[r]: http://x", "\r", "\x0b", "\x85", "\u2028", "$", "~~", "|"),
)
NASTY = st.lists(st.sampled_from(NASTY_PIECES), max_size=25).map("".join)


def rendered(markdown: str) -> QTextDocument:
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document


@pytest.mark.usefixtures("qapp")
@given(NASTY)
def test_text_of_the_publication_is_shown_as_it_is_written(text):
    words = " ".join(text.split())
    plain = rendered(export(mark(f"x{text}x"), title=f"T {text}")).toPlainText().splitlines()
    assert plain[0] == f"T {words}".strip()
    shown = " ".join(line for line in plain if line).replace("\ufffc", "")
    assert f"“{' '.join(f'x{text}x'.split())}” (p. 12)" in " ".join(shown.split())


@given(NASTY)
def test_no_note_becomes_html_or_swallows_the_sections_after_it(text):
    markdown_it = pytest.importorskip("markdown_it")
    document = export(sheet("a", text), mark("Woord", 1), sheet("c", "Slot"))
    tokens = markdown_it.MarkdownIt("commonmark").parse(document)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token for token in (*tokens, *inline) if token.type in ("html_block", "html_inline")]
    headings = [
        (token.tag, tokens[n + 1].content)
        for n, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]
    outer = [title for tag, title in headings if tag in ("h1", "h2")]
    assert outer == ["ZZP en de stad", "Introductie", "Onderzoek", "Nawoord"]
