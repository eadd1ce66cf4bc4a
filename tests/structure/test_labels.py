from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zzpreader.model.geometry import Size
from zzpreader.model.records import LabelRule
from zzpreader.structure.label_rules import apply_rules, trusted_labels
from zzpreader.structure.labels import Labelling, infer_labels
from zzpreader.structure.numerals import roman

WIDE = Size(960.0, 680.0)


def numbered(paper, labels):
    return [paper.page(paper.body(120), *([] if label is None else [paper.number(label)])) for label in labels]


def names(pages):
    return [label[0] if label else None for label in infer_labels(pages).labels]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(front=st.integers(2, 9), body=st.integers(3, 30), hidden=st.sets(st.integers(0, 40)))
def test_roman_front_matter_then_arabic_is_labelled_also_where_nothing_is_printed(paper, front, body, hidden):
    truth = [roman(n) for n in range(1, front + 1)] + [str(n) for n in range(1, body + 1)]
    shown = [None if n in hidden and n % 3 == 1 else label for n, label in enumerate(truth)]
    assert names(numbered(paper, shown))[front:] == truth[front:]


def test_a_cover_without_a_number_has_no_label(paper):
    assert names(numbered(paper, [None, "1", "2", "3"])) == [None, "1", "2", "3"]


def test_an_unprinted_opening_gets_the_number_before_the_first_printed_one(paper):
    assert names(numbered(paper, [None, "242", None, "244", "245"])) == ["241", "242", "243", "244", "245"]


def test_years_and_numbers_of_chapters_are_no_page_numbers(paper):
    pages = [paper.page(paper.line("2026", 40), paper.line("3", 60), paper.body(120)) for _ in range(6)]
    assert names(pages) == [None] * 6


def test_the_numbers_of_a_contents_page_are_not_its_own(paper):
    """The last entry of its first page says 55, that of its second 56: two pages that agree, so it would seem."""
    contents = [
        paper.page(*(paper.line(str(number), 500 + 80 * row, left=510.0) for row, number in enumerate(column)))
        for column in ((32, 42, 51, 55, 55), (55, 55, 56, 56, 56))
    ]
    cover = paper.page(paper.body(120))
    assert names([cover, *contents, *numbered(paper, ["3", "4", "5", "6"])]) == [None, "1", "2", "3", "4", "5", "6"]


def test_page_so_many_of_so_many_is_read(paper):
    assert names(numbered(paper, ["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"])) == ["1", "2", "3"]
    assert names(numbered(paper, ["- 7 -", "- 8 -", "- 9 -"])) == ["7", "8", "9"]


def test_chapters_can_number_their_own_pages(paper):
    truth = ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]
    shown = ["1-1", "1-2", "1-3", None, "2-2", "2-3"]
    assert names(numbered(paper, shown)) == truth


def spread(paper, left, right):
    return paper.page(
        paper.body(120, left=60),
        paper.body(120, left=540),
        [paper.number(left, top=640, left=60)] if left else [],
        [paper.number(right, top=640, left=890)] if right else [],
        size=WIDE,
    )


def test_two_printed_pages_on_a_pdf_page_are_two_labels(paper):
    cover = paper.page(paper.line("ZZP", 300, size=40))
    pages = [cover, *(spread(paper, n, n + 1) for n in range(2, 20, 2))]
    assert infer_labels(pages).labels[1:] == tuple((str(n), str(n + 1)) for n in range(2, 20, 2))
    assert infer_labels(pages).labels[0] == ()


def test_a_spread_with_one_number_hidden_has_both(paper):
    pages = [spread(paper, n, None if n == 6 else n + 1) for n in range(2, 20, 2)]
    assert infer_labels(pages).labels[2] == ("6", "7")


def test_a_wide_page_with_one_number_is_no_spread(paper):
    pages = [paper.page(paper.body(120), paper.number(n, top=640, left=470), size=WIDE) for n in range(1, 8)]
    assert infer_labels(pages).labels == tuple((str(n),) for n in range(1, 8))


def test_no_page_and_empty_pages_are_fine(paper):
    assert infer_labels([]).labels == ()
    assert infer_labels([paper.page(), paper.page()]).labels == ((), ())


def test_labels_of_the_pdf_hold_where_the_paper_agrees(paper):
    inferred = Labelling((("1",), ("2",), ("3",), ()), (True, True, True, False))
    assert trusted_labels(inferred, ["1", "2", "3", "Achterkant"])[3] == ("Achterkant",)
    assert trusted_labels(inferred, ["iii", "iv", "v", "vi"]) == inferred.labels
    assert trusted_labels(inferred, []) == inferred.labels


def test_a_rule_of_the_reader_holds_above_all_else():
    inferred = [("9",)] * 5
    rule = LabelRule(first=2, printed="2", per_page=2)
    assert apply_rules(inferred, [rule]) == (("9",), ("9",), ("2", "3"), ("4", "5"), ("6", "7"))
    assert apply_rules(inferred, [LabelRule(first=0, last=1, printed="xi")])[:3] == (("xi",), ("xii",), ("9",))
    assert apply_rules(inferred, [LabelRule(first=0, last=0, per_page=2)])[0] == ("", "")
    assert apply_rules(inferred, [LabelRule(first=0, printed="Omslag", last=1)])[:2] == (("Omslag",), ())
