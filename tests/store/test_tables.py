"""Our tables on a disk do what TinyDB's own do in memory."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from zzpreader.store.envelope import Format
from zzpreader.store.loading import Missing
from zzpreader.store.storage import DurableStorage
from zzpreader.store.tables import Database

FORM = Format("test", schema=1)
IDS = st.sampled_from(["urn:uuid:a", "urn:uuid:b", "c", "1", "ë"])
NUMBERS = st.integers(0, 3)
OLD = where("o").exists()
EXAMPLES = int(os.environ.get("ZZPREADER_TABLES", "60"))


class _TextIds(Table):
    document_id_class = str


class _InMemory(TinyDB):
    table_class = _TextIds


class TablesAgree(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.theirs_all = _InMemory(storage=MemoryStorage)
        self.theirs = self.theirs_all.table("notes")
        self._open()

    def _open(self) -> None:
        self.storage = DurableStorage(self.folder / "notes.json", FORM)
        self.ours_all = Database(self.storage)
        self.ours = self.ours_all.documents("notes")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def both(self, act):
        answers = []
        for table in (self.ours, self.theirs):
            try:
                answers.append(act(table))
            except (ValueError, KeyError) as problem:
                answers.append(str(problem))
        assert answers[0] == answers[1]

    @rule(id_=IDS, number=NUMBERS)
    def insert(self, id_, number):
        self.both(lambda table: table.insert(Document({"n": number}, doc_id=id_)))

    @rule(ids=st.lists(IDS, max_size=3), number=NUMBERS)
    def insert_multiple(self, ids, number):
        self.both(lambda table: table.insert_multiple([Document({"n": number}, doc_id=id_) for id_ in ids]))

    @rule(id_=IDS, number=NUMBERS)
    def upsert(self, id_, number):
        self.both(lambda table: table.upsert(Document({"n": number, "m": [number]}, doc_id=id_)))

    @rule(number=NUMBERS, ids=st.none() | st.lists(IDS, max_size=2))
    def update(self, number, ids):
        self.both(lambda table: table.update({"n": number}, doc_ids=ids))

    @rule(number=NUMBERS)
    def update_where(self, number):
        self.both(lambda table: table.update({"seen": True}, where("n") == number))

    @rule(number=NUMBERS)
    def update_that_fails_half_way(self, number):
        def fails(document):
            document["m"].append(document.pop("n"))
            raise KeyError("half way")

        # TinyDB's memory keeps the half that was done, a disk must not: so only ours is asked.
        before = self.ours.by_id()
        before = {id_: dict(one) for id_, one in before.items()}
        if before:
            with pytest.raises(KeyError):
                self.ours.update(fails)
        assert {id_: one.get("n") for id_, one in self.ours.by_id().items()} == {
            id_: one.get("n") for id_, one in before.items()
        }

    @rule(ids=st.lists(IDS, max_size=3))
    def remove(self, ids):
        self.both(lambda table: table.remove(doc_ids=ids))

    @rule(number=NUMBERS)
    def remove_where(self, number):
        self.both(lambda table: table.remove(where("n") == number))

    @rule()
    def truncate(self):
        self.both(lambda table: table.truncate())

    @rule(puts=st.dictionaries(IDS, NUMBERS, max_size=3), removed=st.lists(IDS, max_size=2, unique=True))
    def change(self, puts, removed):
        documents = {id_: {"n": number} for id_, number in puts.items()}
        self.ours.change(documents, removed)

        def change(table):
            table.update({id_: dict(document) for id_, document in documents.items()})
            for id_ in removed:
                table.pop(id_, None)

        self.theirs._update_table(change)

    @rule(number=NUMBERS, other=NUMBERS)
    def update_multiple(self, number, other):
        self.both(lambda table: table.update_multiple([({"n": other}, where("n") == number), ({"o": 1}, OLD)]))

    @rule(number=NUMBERS, other=NUMBERS)
    def upsert_where(self, number, other):
        # What it does not find it would insert without an id of its own, and texts are not counted up.
        if self.theirs.contains(where("n") == number):
            self.both(lambda table: table.upsert({"n": other}, where("n") == number))

    @rule(number=NUMBERS)
    def update_inside(self, number):
        self.both(lambda table: table.update(lambda one: one.setdefault("m", []).append(number)))

    @rule(number=NUMBERS)
    def insert_several_of_which_one_is_there(self, number):
        ids = ["urn:uuid:a", "urn:uuid:a"]
        before = self.ours.by_id()
        with pytest.raises(ValueError, match="already exists"):
            self.ours.insert_multiple([Document({"n": number}, doc_id=id_) for id_ in ids])
        assert self.ours.by_id() == before, "TinyDB's memory keeps the first, a disk must not"

    @rule(name=st.sampled_from(["notes", "others"]))
    def drop_table(self, name):
        for all_tables in (self.ours_all, self.theirs_all):
            all_tables.drop_table(name)
        self.ours, self.theirs = self.ours_all.documents("notes"), self.theirs_all.table("notes")

    @rule(id_=IDS)
    def insert_into_another_table(self, id_):
        for all_tables in (self.ours_all, self.theirs_all):
            all_tables.table("others").upsert(Document({"x": 1}, doc_id=id_))

    @rule()
    def drop_all(self):
        for all_tables in (self.ours_all, self.theirs_all):
            all_tables.drop_tables()
        self.ours, self.theirs = self.ours_all.documents("notes"), self.theirs_all.table("notes")

    @rule(number=NUMBERS)
    def search(self, number):
        self.both(lambda table: table.search(where("n") == number))
        self.both(lambda table: table.get(where("n") == number))

    @rule()
    def settle(self):
        self.storage.settle()

    @rule()
    def reopen(self):
        self._open()

    @rule()
    def reopen_without_the_file(self):
        path = self.folder / "notes.json"
        if path.exists():
            path.write_bytes(b"damaged")
            self._open()
            self.storage.read()
            # A backup that is a second copy cannot prove that it is the last state.
            assert self.storage.recovery.missing in (Missing.NOTHING, Missing.LATER)

    @invariant()
    def they_hold_the_same_tables(self):
        assert self.ours_all.tables() == self.theirs_all.tables()

    @invariant()
    def they_hold_the_same(self):
        assert [(d.doc_id, dict(d)) for d in self.ours] == [(d.doc_id, dict(d)) for d in self.theirs]
        assert len(self.ours) == len(self.theirs)

    @rule(id_=IDS, number=NUMBERS)
    def ask(self, id_, number):
        self.both(lambda table: table.get(doc_id=id_))
        self.both(lambda table: table.contains(doc_id=id_))
        self.both(lambda table: table.count(where("n") == number))


TestTables = TablesAgree.TestCase
TestTables.settings = settings(max_examples=EXAMPLES, stateful_step_count=25, deadline=None)
