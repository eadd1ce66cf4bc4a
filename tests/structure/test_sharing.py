"""A section map that is shared: what is in it, and that another copy gets the same sections from it."""

from zzpreader.model.about import About
from zzpreader.model.bundle import parse_bundle
from zzpreader.model.bundle_text import to_toml
from zzpreader.model.pages import Labels
from zzpreader.model.publication import Edition
from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.resources import resource_path
from zzpreader.structure.bundle_labels import labels_by_layout
from zzpreader.structure.bundle_tree import tree_of_bundle
from zzpreader.structure.sharing import page_layout, shared_map

EDITION = Edition(
    sha256="a" * 64, trailer_id="0123abcd", pages=5, fingerprints=("f" * 16, "", "e" * 16, "d" * 16, "c" * 16)
)
LABELS = Labels([(), ("i",), ("2", "3"), ("4", "5"), ("6",)])
ABOUT = About(title='Zzp "en" de stad', publisher="Stad", issued="2012-04-19")


def section(id_, title, level, page, **fields):
    return Section(id=id_, title=title, level=level, page=page, **fields)


TREE = SectionTree(
    [
        section("section-1", "Voorwoord", 1, 1),
        section("section-2", "Lessen", 1, 2),
        section("les-a", "Harde \\ cijfers", 2, 2, half="right", kind=Kind.LESSON),
        section("les-b", "Ergens", 2, 2, confidence=0.0, kind=Kind.LESSON),
        section("section-3", "Slot", 1, 4),
    ]
)


def shared(labels=LABELS, tree=TREE):
    return shared_map(tree, labels, EDITION, ABOUT, id_="zzp", language="nl", introduction="Een kaart.\n\nVoor u.")


def test_a_shared_map_is_a_bundle_that_reads_back_the_same():
    bundle = shared()
    assert parse_bundle(to_toml(bundle)) == bundle
    assert [(one.id, one.start, one.kind) for one in bundle.sections] == [
        ("section-1", "i", Kind.SECTION),
        ("section-2", "2", Kind.SECTION),
        ("les-a", "3", Kind.LESSON),
        ("les-b", None, Kind.LESSON),
        ("section-3", "6", Kind.SECTION),
    ]
    assert bundle.publication.fingerprints == EDITION.fingerprints


def test_the_built_in_bundle_survives_being_written():
    text = resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8")
    assert parse_bundle(to_toml(parse_bundle(text))) == parse_bundle(text)


def test_the_map_gives_another_copy_the_same_ids_pages_and_halves():
    bundle = shared()
    labels = labels_by_layout(bundle.page_layout, 5)
    assert labels.names == LABELS.names
    again = tree_of_bundle(bundle, labels).tree
    assert [(one.id, one.page, one.half) for one in again if one.confidence] == [
        ("section-1", 1, None),
        ("section-2", 2, "left"),
        ("les-a", 2, "right"),
        ("section-3", 4, None),
    ]


def test_pages_without_printed_numbers_are_counted():
    bundle = shared(Labels([()] * 5), SectionTree([section("section-1", "Eén", 1, 3)]))
    assert bundle.sections[0].start == "4"
    assert labels_by_layout(bundle.page_layout, 5).names == (("1",), ("2",), ("3",), ("4",), ("5",))


def test_numbers_that_no_rule_can_say_are_left_to_what_is_printed():
    assert page_layout(Labels([("1", "7")])) == ()
    assert page_layout(Labels([("1",), ("9",), ("10",)]))[1].pdf_page == 2
