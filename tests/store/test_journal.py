"""Whatever happens to the bytes of a journal, what is read of it was written into it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zzpreader.store.draft import Delta
from zzpreader.store.journal import Flaw, Header, line, parsed, record

HEADER = Header(of="notes.json", content="test", schema=1, after="a" * 16, generation="b" * 16, sequence=4)
RECORDS = [record("b" * 16, n, Delta(put={"notes": {str(n): {"text": f"Regel {n}\n"}}})) for n in range(5, 12)]
WHOLE = line(HEADER) + b"".join(map(line, RECORDS))


def test_what_was_written_is_read():
    journal = parsed(WHOLE)
    assert (journal.header, list(journal.records), journal.flaw) == (HEADER, RECORDS, Flaw.NONE)


@given(st.data())
@settings(max_examples=400)
def test_of_a_damaged_journal_only_true_saves_are_read_and_the_damage_is_known(data):
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(len(WHOLE), start + 300)))
    bad = WHOLE[:start] + data.draw(st.binary(max_size=60)) + WHOLE[end:]
    journal = parsed(bad)
    assert set(map(line, journal.records)) <= set(map(line, RECORDS))
    is_prefix = WHOLE.startswith(bad) and (not bad or bad.endswith(b"\n"))
    assert (journal.flaw is not Flaw.NONE) == (bad != WHOLE and not (bad and is_prefix))


def test_a_line_that_has_vanished_whole_is_missed():
    assert parsed(WHOLE.replace(line(RECORDS[2]), b"")).flaw is Flaw.INSIDE


def test_the_end_is_told_from_the_middle():
    assert parsed(WHOLE[:-3]).flaw is Flaw.END
    assert parsed(WHOLE + bytes(200)).flaw is Flaw.END
    assert parsed(b"").flaw is Flaw.END
    assert parsed(WHOLE.replace(b"Regel 6", b"Regel 7")).flaw is Flaw.INSIDE


def test_what_another_journal_left_on_the_disk_is_not_taken_for_a_save():
    stray = line(record("c" * 16, 12, Delta(put={"notes": {"x": {"text": "old"}}})))
    assert list(parsed(WHOLE + stray).records) == RECORDS
    assert parsed(WHOLE + stray).flaw is Flaw.END


def test_a_line_says_itself_how_long_it_is_and_whether_it_is_whole():
    assert line(RECORDS[0]).split(b" ", 2)[1] == str(len(line(RECORDS[0]).split(b" ", 2)[2]) - 1).encode()
