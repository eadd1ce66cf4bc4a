"""Two notebooks that parted become one, in either order, and no text of either side is lost."""

import copy
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.model.annotation import Annotation, Body, Motivation, Target
from zzpreader.model.publication import Edition, Publication
from zzpreader.model.records import SectionRecord, Standing, Status
from zzpreader.model.sections import Section, Source
from zzpreader.store.keeping import Texts, put, put_away, trashed
from zzpreader.store.merging import merge, other_text_id, texts_of
from zzpreader.store.notebooks import TABLES

NAMES = tuple(TABLES)
TEXTS = ("", "Een", "Twee woorden", "Een heel andere tekst", "zzp'ers in de stad", "Nog iets")
SCOPES = (None, "section-a")
MOMENTS = [f"2026-11-23T18:0{n}:00.000Z" for n in range(4)]


def plain(value) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(value))


def sheet(number, scope, text, when=MOMENTS[0]):
    return Annotation(
        id=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        motivation=Motivation.COMMENTING,
        target=Target(source=PUBLICATION.id, scope=scope),
        body=Body(value=text),
        created=when,
        modified=when,
    )


def mark(number, text, when=MOMENTS[0], color="yellow", tags=("een",), description=""):
    one = annotation(number)
    body = replace(one.body, value=text, color=color, tags=tags, description=description)
    return replace(one, body=body, modified=when)


def standing(number, scope, status, owner, when):
    return Standing(
        id=f"urn:uuid:00000000-0000-4000-9000-{number:012}",
        section=str(scope),
        status=status,
        owner=owner,
        created=when,
        modified=when,
    )


def correction(number, title, deeper, when):
    section = Section(id="section-a", level=1, title="Een", page=0, y=0.0, source=Source.HEADINGS)
    id_ = f"urn:uuid:00000000-0000-4000-a000-{number:012}"
    return SectionRecord(id=id_, section=section, title=title, deeper=deeper, created=when, modified=when)


class Replica:
    """One machine: each of its sessions writes under a name of its own."""

    def __init__(self, tables, name):
        self.tables, self.name, self.texts = copy.deepcopy(tables), name, Texts()

    def save(self, record):
        table = next(name for name, kind in TABLES.items() if isinstance(record, kind))
        put(self.tables, table, plain(record), self.name, self.texts)

    def delete(self, id_):
        put_away(self.tables, NAMES, id_, self.name, self.texts)


numbers, moments, texts = st.integers(1, 3), st.sampled_from(MOMENTS), st.sampled_from(TEXTS)
colours, tags = st.sampled_from(("yellow", "green")), st.sampled_from(((), ("een",), ("Een", "twee"), ("drie",)))
records = st.one_of(
    st.builds(mark, numbers, texts, moments, colours, tags, texts),
    st.builds(sheet, st.integers(4, 6), st.sampled_from(SCOPES), texts, moments),
    st.builds(
        standing, numbers, st.sampled_from(SCOPES), st.sampled_from(Status), st.sampled_from(("", "An")), moments
    ),
    st.builds(correction, numbers, st.sampled_from((None, "Titel")), st.integers(0, 1), moments),
)
steps = st.lists(
    st.tuples(
        st.integers(0, 2), st.one_of(records, st.just("delete"), st.sampled_from(("merge 0", "merge 1", "merge 2")))
    )
)


def lived(history):
    """Three machines that start from one notebook, write, delete, and now and then merge what another one has."""
    first = Replica({}, "start")
    for number in (1, 2):
        first.save(mark(number, "Begin"))
    machines = [Replica(first.tables, f"machine {n}") for n in range(3)]
    for n, step in history:
        machine = machines[n]
        if isinstance(step, str) and step.startswith("merge"):
            machine.tables = merge(machine.tables, machines[int(step[-1])].tables)
        elif isinstance(step, str):
            ids = sorted(id_ for name in NAMES for id_ in machine.tables.get(name, {}))
            if ids:
                machine.delete(ids[len(history) % len(ids)])
        else:
            machine.save(step)
    return [machine.tables for machine in machines]


def living_texts(tables):
    return {text for row in tables.get("annotations", {}).values() for text in texts_of(row)}


def all_texts(tables):
    trash = {text for one in trashed(tables, TABLES) for text in texts_of(plain(one.record))}
    return living_texts(tables) | trash | {row["value"] for row in tables.get("history", {}).values()}


thousand = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thousand
@given(steps)
def test_in_whichever_order_two_notebooks_merge_into_the_same_one(history):
    a, b, _ = lived(history)
    assert merge(a, b) == merge(b, a)


@thousand
@given(steps)
def test_merging_one_of_the_two_again_changes_nothing(history):
    a, b, _ = lived(history)
    both = merge(a, b)
    assert merge(both, b) == both
    assert merge(both, a) == both
    assert merge(both, both) == both


@thousand
@given(steps)
def test_every_text_of_both_is_in_the_notebook_its_trash_or_its_history(history):
    a, b, _ = lived(history)
    assert all_texts(a) | all_texts(b) == all_texts(merge(a, b))


@thousand
@given(steps)
def test_three_notebooks_keep_the_same_texts_in_whichever_order(history):
    a, b, c = lived(history)
    assert all_texts(merge(merge(a, b), c)) == all_texts(merge(a, merge(b, c))) == all_texts(merge(merge(c, a), b))


@thousand
@given(steps)
def test_a_section_has_one_sheet_one_standing_and_one_correction(history):
    a, b, _ = lived(history)
    merged = merge(a, b)
    sheets = [row["target"].get("scope") for row in rows(merged).values() if is_sheet(row)]
    standings = [row["section"] for row in merged.get("standings", {}).values()]
    assert len(sheets) == len(set(sheets))
    assert len(standings) == len(set(standings))
    assert len(merged.get("sections", {})) <= 1


def is_sheet(row: dict[str, Any]):
    return row["motivation"] == "commenting" and not row["target"].get("selector") and not row["body"].get("conflict")


def parted(*records):
    first = Replica({}, "start")
    for record in records:
        first.save(record)
    return Replica(first.tables, "here"), Replica(first.tables, "there")


def rows(tables, name="annotations") -> dict[str, dict[str, Any]]:
    found = tables.get(name, {})
    return {id_: {key: value for key, value in row.items() if key != "version"} for id_, row in found.items()}


def test_the_neighbours_later_text_replaces_the_one_it_came_from():
    here, there = parted(mark(1, "Een"))
    there.save(mark(1, "Een en meer", MOMENTS[1]))
    merged = merge(here.tables, there.tables)
    assert rows(merged) == {mark(1, "").id: plain(mark(1, "Een en meer", MOMENTS[1]))}


def test_where_both_wrote_the_later_text_stays_and_the_other_stands_beside_it():
    here, there = parted(mark(1, "Een"))
    here.save(mark(1, "Van hier", MOMENTS[2], color="green", tags=("een", "hier")))
    there.save(mark(1, "Van daar", MOMENTS[1], tags=("een", "daar")))
    found = rows(merge(here.tables, there.tables))
    id_ = mark(1, "").id
    assert found[id_]["body"]["value"] == "Van hier"
    assert found[id_]["body"]["color"] == "green"
    assert found[id_]["body"]["tags"] == ["een", "hier", "daar"]
    beside = found[other_text_id(id_, "Van daar")]
    assert beside["body"] == {"value": "Van daar", "conflict": id_}
    assert beside["target"] == found[id_]["target"]


def test_what_one_changed_and_the_other_deleted_stays():
    here, there = parted(mark(1, "Een"))
    here.delete(mark(1, "").id)
    there.save(mark(1, "Toch nodig", MOMENTS[1]))
    merged = merge(here.tables, there.tables)
    assert living_texts(merged) == {"Toch nodig"}
    assert trashed(merged, TABLES) == []


def test_what_was_deleted_after_it_was_seen_stays_deleted():
    here, there = parted(mark(1, "Een"))
    there.delete(mark(1, "").id)
    merged = merge(here.tables, there.tables)
    assert living_texts(merged) == set()
    assert [one.record for one in trashed(merged, TABLES)] == [mark(1, "Een")]


def test_two_sheets_of_one_section_become_the_one_with_the_lesser_id():
    here, there = parted()
    here.save(sheet(5, "section-a", "Van hier", MOMENTS[1]))
    there.save(sheet(4, "section-a", "Van daar"))
    found = rows(merge(here.tables, there.tables))
    id_ = sheet(4, "", "").id
    assert found[id_]["body"]["value"] == "Van hier"
    assert found[other_text_id(id_, "Van daar")]["body"]["conflict"] == id_
    assert len(found) == 2
    assert trashed(merge(here.tables, there.tables), TABLES) == []


def test_a_conflict_that_was_settled_does_not_come_back():
    here, there = parted(mark(1, "Een"))
    here.save(mark(1, "Van hier", MOMENTS[2]))
    there.save(mark(1, "Van daar", MOMENTS[1]))
    desk = Replica(merge(here.tables, there.tables), "desk")
    desk.save(mark(1, "Van hier en daar", MOMENTS[3]))
    desk.delete(other_text_id(mark(1, "").id, "Van daar"))
    for old in (here.tables, there.tables):
        assert living_texts(merge(desk.tables, old)) == {"Van hier en daar"}


def test_a_standing_takes_over_what_the_later_one_leaves_open():
    here, there = parted()
    here.save(standing(1, "section-a", Status.ADOPTED, "", MOMENTS[1]))
    there.save(standing(2, "section-a", Status.READ, "An", MOMENTS[0]))
    (one,) = rows(merge(here.tables, there.tables), "standings").values()
    assert (one["status"], one["owner"]) == ("adopted", "An")


def test_the_texts_by_which_a_file_is_known_are_not_lost_to_a_notebook_that_lacks_them():
    def described(*fingerprints):
        edition = Edition(sha256="a" * 64, pages=2, fingerprints=fingerprints)
        return {"publication": {PUBLICATION.id: plain(Publication(id=PUBLICATION.id, editions=(edition,)))}}

    read, unread = described("0a", "0b"), described()
    for one, other in ((read, unread), (unread, read)):
        merged = merge(copy.deepcopy(one), copy.deepcopy(other))["publication"][PUBLICATION.id]
        (edition,) = msgspec.convert(merged, Publication).editions
        assert edition.fingerprints == ("0a", "0b")
