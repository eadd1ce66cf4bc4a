from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.identity import fitness, recognise, shared_text, with_edition
from zzpreader.model.publication import Edition, Publication


def edition(sha="a", *, id_="", texts=(), pages=None, extractor="x 1"):
    return Edition(
        sha256=sha * 64,
        trailer_id=id_,
        fingerprints=tuple(texts),
        pages=len(texts) if pages is None else pages,
        extractor=extractor,
    )


def publication(*editions, id_="urn:uuid:1"):
    return Publication(id=id_, editions=editions)


TEN = tuple("abcdefghij")


def test_the_same_bytes_are_the_same_publication_whatever_else_is_said():
    known = publication(edition("a", id_="1", texts=TEN))
    assert recognise(edition("a", id_="2", pages=99), [known]) == known


def test_a_file_never_seen_is_no_publication():
    assert recognise(edition("b", texts="xyz"), [publication(edition("a", texts=TEN))]) is None


def test_sixty_percent_of_the_pages_make_a_new_edition():
    known = publication(edition("a", texts=TEN))
    assert recognise(edition("b", texts="abcdef0123"), [known]) == known
    assert recognise(edition("b", texts="abcde01234"), [known]) is None


def test_a_new_edition_with_added_pages_is_known():
    known = publication(edition("a", texts=TEN))
    assert recognise(edition("b", texts=(*TEN, *"123456")), [known]) == known


def test_the_same_id_needs_less_text_in_common():
    known = publication(edition("a", id_="1", texts=TEN))
    assert recognise(edition("b", id_="1", texts="abc0123456"), [known]) == known


def test_an_id_that_a_writer_gives_to_everything_does_not_join_different_works():
    known = publication(edition("a", id_="1", texts=TEN))
    assert recognise(edition("b", id_="1", texts="0123456789"), [known]) is None


def test_the_same_id_and_page_count_are_enough_where_there_is_no_text():
    known = publication(edition("a", id_="1", pages=10))
    assert recognise(edition("b", id_="1", pages=10), [known]) == known
    assert recognise(edition("b", id_="1", pages=11), [known]) is None
    assert recognise(edition("b", pages=10), [known]) is None


def test_another_extractor_that_reads_other_texts_disproves_nothing():
    known = publication(edition("a", id_="1", texts=TEN))
    assert recognise(edition("b", id_="1", texts="0123456789", extractor="x 2"), [known]) == known


def test_scans_with_the_same_typed_cover_are_different_works():
    covered = ("cover",) + ("",) * 9
    assert recognise(edition("b", texts=covered), [publication(edition("a", texts=covered))]) is None


def test_boilerplate_on_every_page_does_not_join_works():
    one = edition("a", texts=(*"aaaaaaaa", "b", "c"))
    other = edition("b", texts=(*"aaaaaaaa", "d", "e"))
    assert recognise(other, [publication(one)]) is None


def test_the_publication_that_fits_best_wins():
    fair = publication(edition("a", texts="abcdefg123"), id_="urn:uuid:1")
    best = publication(edition("b", texts="abcdefghi1"), id_="urn:uuid:2")
    assert recognise(edition("c", texts=TEN), [fair, best]) == best


TEXTS = st.lists(st.sampled_from(["", *"abcdef"]), max_size=8)


@given(TEXTS, TEXTS)
def test_likeness_is_mutual_and_a_share(one, other):
    a, b = edition("a", texts=one), edition("b", texts=other)
    assert fitness(a, b) == fitness(b, a)
    share = shared_text(a, b)
    assert share is None or 0 <= share <= 1


@given(TEXTS)
def test_a_file_with_enough_text_is_like_itself(texts):
    assert shared_text(edition("a", texts=texts), edition("b", texts=texts)) in (None, 1.0)


def test_an_edition_is_listed_once_and_what_is_known_of_it_is_kept():
    known = edition("a", texts=TEN)
    one = with_edition(publication(known), replace(known, fingerprints=()))
    assert one.editions == (known,)
    assert with_edition(one, edition("b")).editions == (known, edition("b"))
