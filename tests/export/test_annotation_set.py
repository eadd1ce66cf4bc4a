"""A set carries a whole notebook: out, into an empty one, and out again gives the same bytes."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from export_notes import TREE, WHEN, WORK, mark, report, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.export.annotation_set import NotASet, parsed, to_json_ld
from zzpreader.export.apparatus import Apparatus
from zzpreader.export.choice import Choice
from zzpreader.model.annotation import Anchor, Annotation, Body, Highlight
from zzpreader.model.notebook import Notebook
from zzpreader.model.publication import Edition
from zzpreader.model.records import LabelRule, Link, Move, Relation, SectionRecord, Standing, Status, Verdict
from zzpreader.model.sections import Kind, Section

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "annotation-set.schema.json").read_text("utf-8"))

urns = st.integers(2**64, 2**128 - 1).map(lambda number: f"urn:uuid:{UUID(int=number)}")
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
scopes = st.sampled_from([section.id for section in TREE] + ["gone"])
moments = st.datetimes().map(lambda moment: f"{moment.replace(microsecond=0).isoformat()}.000Z")
anchors = st.builds(Anchor, edition=st.just("b" * 64), selector=st.just(mark("Elders").target.selector))


def _mark(id_, quote, page, y, body, created, elsewhere):
    one = mark(quote, page, y)
    target = replace(one.target, elsewhere=tuple(elsewhere), edition="a" * 64)
    return replace(one, id=id_, target=target, body=body, created=created, modified=created, creator="")


bodies = st.builds(
    Body,
    value=words,
    color=st.none() | st.sampled_from(["yellow", "green", "octarine"]),
    highlight=st.sampled_from(Highlight),
    tags=st.lists(words, max_size=2).map(tuple),
    description=words,
)
annotations = st.one_of(
    st.builds(
        _mark, urns, words, st.integers(0, 5), st.integers(0, 99), bodies, moments, st.lists(anchors, max_size=1)
    ),
    st.builds(lambda id_, scope, text: replace(sheet(scope, text), id=id_), urns, st.none() | scopes, words),
)
said = {"id": urns, "created": moments, "modified": moments, "creator": words}
sections = st.builds(
    Section,
    id=scopes,
    level=st.integers(1, 4),
    title=words,
    page=st.integers(0, 9),
    y=st.floats(0, 800),
    kind=st.sampled_from(Kind),
)
records = st.one_of(
    st.builds(
        SectionRecord,
        **said,
        section=sections,
        above=st.lists(words, max_size=2).map(tuple),
        title=st.none() | words,
        verdict=st.none() | st.sampled_from(Verdict),
        move=st.none() | st.builds(Move, under=st.none() | scopes),
        deeper=st.integers(-2, 2),
    ),
    st.builds(
        LabelRule, **said, first=st.integers(0, 9), printed=st.none() | words, last=st.none() | st.integers(0, 9)
    ),
    st.builds(Standing, **said, section=scopes, status=st.sampled_from(Status), owner=words),
    st.builds(
        Link,
        **said,
        start=urns.map(lambda urn: urn.replace("urn:uuid", "zzp")),
        end=urns.map(lambda urn: urn.replace("urn:uuid", "zzp")),
        relation=st.sampled_from(Relation),
    ),
)
versions = st.dictionaries(st.text("0123456789abcdef", min_size=8, max_size=8), st.integers(1, 9), max_size=2)


@st.composite
def notebooks(draw):
    every = Notebook(draw(st.lists(annotations | records, max_size=8)))
    seen = {one.id: draw(versions) for one in every.records}
    return every, seen


def exported(notebook, seen, **more) -> bytes:
    beside = tuple(one for one in notebook.records if not isinstance(one, Annotation))
    apparatus = Apparatus(records=beside, versions=seen, editions=(Edition(sha256="a" * 64, fingerprints=("1f", "")),))
    return to_json_ld(report(*notebook, apparatus=apparatus, **more))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(notebooks())
def test_an_empty_notebook_that_took_a_set_in_exports_the_same_bytes(drawn):
    notebook, seen = drawn
    data = exported(notebook, seen)
    found = parsed(data)
    taken = Notebook((*(entry.annotation for entry in found.entries), *found.records))
    assert {one.id: one for one in found.records} == {
        one.id: one for one in notebook.records if not isinstance(one, Annotation)
    }
    assert {one.id for one in taken.records} == {one.id for one in notebook.records}
    assert exported(taken, found.versions) == data


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(notebooks())
def test_every_set_holds_against_its_schema(drawn):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(json.loads(exported(*drawn)), SCHEMA)


def _standing(id_: str, section: str) -> Standing:
    return Standing(id=id_, section=section, status=Status.ADOPTED, created=WHEN, modified=WHEN)


def test_what_was_not_chosen_is_not_told_by_what_goes_along():
    inside, outside = sheet("b11", "Mag mee"), sheet("c", "Blijft thuis")
    one, other = (f"urn:uuid:00000000-0000-4000-b000-00000000000{n}" for n in (1, 2))
    place = f"zzp:{WORK.id.removeprefix('urn:uuid:')}/annotation/"
    end = place + outside.id.removeprefix("urn:uuid:")
    link = Link(id=one, start=place + inside.id.removeprefix("urn:uuid:"), end=end, created=WHEN, modified=WHEN)
    standings = (_standing(other, "c"), _standing(other.replace("b", "c"), "b11"))
    notebook = Notebook((inside, outside, link, *standings))
    seen = {record.id: {"w": 1} for record in notebook.records}
    found = parsed(exported(notebook, seen, choice=Choice(sections=frozenset({"b11"}))))
    assert [entry.annotation.id for entry in found.entries] == [inside.id]
    assert found.records == (standings[1],)
    assert set(found.versions) == {inside.id, standings[1].id}


def test_a_comment_that_is_not_wanted_is_not_told_and_takes_the_place_of_none():
    one = mark("Woorden", value="Geheim")
    whole = mark("Andere woorden")
    seen = {one.id: {"w": 2}, whole.id: {"w": 1}}
    data = exported(Notebook((one, whole)), seen, choice=Choice(comments=False))
    assert b"Geheim" not in data
    found = parsed(data)
    assert {entry.annotation.quote for entry in found.entries} == {"Woorden", "Andere woorden"}
    assert set(found.versions) == {whole.id}


@pytest.mark.parametrize(
    "beside",
    [
        {"zzp:standings": [{"id": "urn:uuid:1"}]},
        {"zzp:links": [{"id": "urn:uuid:1", "start": 3, "end": "", "created": WHEN, "modified": WHEN}]},
        {"zzp:labels": [{"id": "", "first": 1}]},
        {"zzp:labels": [{"id": "urn:uuid:1", "first": 1}, {"id": "urn:uuid:1", "first": 2}]},
        {"zzp:versions": {"urn:uuid:1": {"w": "often"}}},
        {"zzp:editions": "all"},
    ],
)
def test_records_that_are_none_make_the_whole_set_refused(beside):
    with pytest.raises(NotASet):
        parsed(json.dumps({"type": "AnnotationSet", "items": [], **beside}).encode())
