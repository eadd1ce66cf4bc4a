"""What is deleted or written over can be had back, and copies tell which of them is later."""

from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.model.records import LabelRule, Link, Standing, Status
from zzpreader.store.envelope import Format, opened, sealed
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile
from zzpreader.store.storage import DurableStorage
from zzpreader.store.tables import Database

ONE = annotation(1, "Een")
STANDING = Standing(id="urn:uuid:1", section="section-a", status=Status.ADOPTED, owner="Team", created="", modified="")
RULE = LabelRule(id="urn:uuid:2", first=2, printed="2", per_page=2)
LINK = Link(id="urn:uuid:3", start="zzp:a", end="zzp:b", created="", modified="")


@pytest.fixture
def path(home):
    return home.notebook(PUBLICATION.id)


def open_(path):
    return NotebookFile(path, PUBLICATION)


def stored(path, table, id_):
    tables = opened(path.read_bytes(), NOTEBOOK).tables
    return tables[table][id_]


def test_every_kind_of_record_is_there_again(path):
    file = open_(path)
    file.save({one.id: one for one in (ONE, STANDING, RULE, LINK)})
    file.close()
    assert set(open_(path).records) == {ONE, STANDING, RULE, LINK}


def test_what_is_deleted_can_be_had_back_from_the_trash(path):
    file = open_(path)
    file.save({ONE.id: ONE, STANDING.id: STANDING})
    file.save({ONE.id: None})
    assert [one.record for one in file.trash()] == [ONE]
    file.save({ONE.id: ONE})
    assert file.trash() == []
    file.close()
    assert ONE in open_(path).records


def test_after_thirty_days_only_the_deletion_is_known(path):
    file = open_(path)
    file.save({ONE.id: ONE})
    file.save({ONE.id: None})
    file.close()
    database = Database(DurableStorage(path, NOTEBOOK))
    grave = database.documents("trash").by_id()[ONE.id]
    long_ago = (datetime.now(UTC) - timedelta(days=31)).isoformat()
    database.documents("trash").change({ONE.id: grave | {"deleted": long_ago}})
    file = open_(path)
    file.save({STANDING.id: STANDING})
    file.save({STANDING.id: None})
    assert [one.record for one in file.trash()] == [STANDING]
    file.close()
    assert "record" not in stored(path, "trash", ONE.id)


def test_a_moment_without_a_zone_stops_no_save(path):
    file = open_(path)
    old = replace(ONE, created="2020-01-01T00:00:00", modified="2020-01-01")
    file.save({ONE.id: old})
    file.save({ONE.id: replace(old, body=replace(ONE.body, value="Een en een half"))})
    file.save({ONE.id: None})
    file.close()
    database = Database(DurableStorage(path, NOTEBOOK))
    grave = database.documents("trash").by_id()[ONE.id]
    database.documents("trash").change({ONE.id: grave | {"deleted": "2020-01-01"}})
    file = open_(path)
    file.save({STANDING.id: STANDING})
    file.save({STANDING.id: None})
    assert [one.record for one in file.trash()] == [STANDING]
    file.close()


def test_every_writer_counts_its_changes_of_a_record(path):
    first = open_(path)
    first.save({ONE.id: ONE})
    first.save({ONE.id: replace(ONE, creator="A")})
    first.close()
    second = open_(path)
    second.save({ONE.id: replace(ONE, creator="B")})
    second.save({ONE.id: None})
    second.close()
    version = cast("dict[str, int]", stored(path, "trash", ONE.id)["version"])
    assert sorted(version.values()) == [2, 2]


def test_a_text_that_is_emptied_is_kept_with_its_history(path):
    long = replace(ONE, body=replace(ONE.body, value="Een lange tekst over zelfstandigen in de stad, met een slot."))
    file = open_(path)
    file.save({long.id: long})
    file.save({long.id: replace(long, body=replace(long.body, value=""))})
    assert [one.value for one in file.earlier(long.id)] == [long.body.value]
    assert file.earlier("urn:uuid:other") == []
    file.close()


def test_typing_on_keeps_one_state_in_ten_minutes(path):
    file = open_(path)
    for text in ("E", "Ee", "Een", "Een z", "Een zz", "Een zzp"):
        file.save({ONE.id: replace(ONE, body=replace(ONE.body, value=text))})
    assert [one.value for one in file.earlier(ONE.id)] == ["E"]  # ONE is from long ago
    file.close()


def test_marks_of_the_first_schema_belong_to_the_first_edition(path):
    file = open_(path)
    file.save({ONE.id: ONE})
    file.close()
    old = Format(NOTEBOOK.name, schema=1)
    path.write_bytes(sealed(opened(path.read_bytes(), NOTEBOOK).tables, old))
    (mark,) = open_(path).annotations
    assert mark.target.edition == PUBLICATION.editions[0].sha256
    assert replace(mark, target=ONE.target) == ONE
