from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.identity import (
    fitness,
    is_surely_new,
    pages_to_glimpse,
    recognise,
    shared_text,
    with_edition,
    with_fingerprints,
)
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


def glimpsed(one: Edition) -> list[str]:
    return [one.fingerprints[page] for page in pages_to_glimpse(one.sha256, one.pages)]


def numbered(sha: str, *, changed=lambda page: False, pages: int = 1000, id_: str = "") -> Edition:
    """A page for every number; those that are `changed` have a text of that file's own."""
    return edition(sha, id_=id_, texts=[f"{sha} {page}" if changed(page) else str(page) for page in range(pages)])


def test_a_glimpse_is_of_few_pages_the_same_ones_at_every_look():
    pages = pages_to_glimpse("a" * 64, 1000)
    assert len(pages) == 64
    assert pages == pages_to_glimpse("a" * 64, 1000) != pages_to_glimpse("b" * 64, 1000)
    assert list(pages_to_glimpse("a" * 64, 100)) == list(range(100))


def test_a_glimpse_shows_that_a_file_was_never_seen():
    other = numbered("b", changed=lambda page: True)
    assert is_surely_new(other, glimpsed(other), [publication(numbered("a"))])
    assert is_surely_new(other, glimpsed(other), [])


@given(st.integers(2, 5), st.integers(0, 4), st.sampled_from("bcdef"))
def test_a_glimpse_never_takes_an_edition_for_a_new_publication_whatever_rule_the_changes_follow(every, first, sha):
    known = publication(numbered("a"))
    other = numbered(sha, changed=lambda page: page % every == first % every)
    assert not is_surely_new(other, glimpsed(other), [known])
    half = numbered(sha, changed=lambda page: page >= 600)
    assert not is_surely_new(half, glimpsed(half), [known])


def test_a_glimpse_decides_nothing_where_an_id_or_the_bytes_are_known_or_where_pages_have_no_text_or_all_the_same():
    known = publication(numbered("a", id_="1"))
    same_id, same_bytes = numbered("b", changed=lambda page: True, id_="1"), numbered("a", changed=lambda page: True)
    scan, forms = edition("b", texts=[""] * 1000), edition("b", texts=["form"] * 1000)
    for one in (same_id, same_bytes, scan, forms):
        assert not is_surely_new(one, glimpsed(one), [known])


@given(st.lists(st.sampled_from(["", *"abcdefgh"]), min_size=1), st.lists(st.sampled_from(["", *"abcdefgh"])))
def test_what_a_glimpse_of_all_pages_calls_new_is_not_recognised(mine, yours):
    one, known = edition("a", id_="1", texts=mine), publication(edition("b", id_="2", texts=yours))
    if is_surely_new(one, mine, [known]):
        assert recognise(one, [known]) is None
        assert recognise(replace(one, fingerprints=()), [known]) is None


def test_what_is_learnt_of_a_file_leaves_the_others_and_what_was_known():
    before = publication(edition("a", texts=TEN), edition("b", pages=10), edition("c", texts=TEN))
    after = with_fingerprints(before, edition("b", texts="0123456789"))
    assert after.editions == (before.editions[0], edition("b", texts="0123456789"), before.editions[2])
    assert with_fingerprints(after, edition("b", texts=TEN)) == after


def unlearnt(known: Edition) -> Edition:
    """As it is kept when its file was closed before all its pages were read."""
    return replace(known, fingerprints=(), glimpsed=tuple(glimpsed(known)))


@given(st.integers(3, 5), st.integers(0, 4), st.sampled_from("bcdef"))
def test_another_edition_is_known_by_the_glimpse_of_one_that_was_closed_too_soon(every, first, sha):
    known = publication(unlearnt(numbered("a")))
    other = numbered(sha, changed=lambda page: page % every == first and page < 600)
    assert not is_surely_new(other, glimpsed(other), [known])
    assert recognise(other, [known]) == known
    longer = numbered(sha, pages=1500)
    assert recognise(longer, [known]) == known
    assert recognise(numbered(sha, pages=2000), [known]) is None  # half of it is something else
    assert recognise(numbered(sha, changed=lambda page: True), [known]) is None


def test_what_a_glimpse_told_stays_until_all_is_learnt():
    known = numbered("a")
    half = with_edition(publication(replace(known, fingerprints=())), unlearnt(known))
    assert half.editions == (unlearnt(known),)
    assert with_edition(half, replace(known, fingerprints=())) == half
    assert with_fingerprints(half, known).editions == (known,)
    assert with_edition(publication(known), unlearnt(known)).editions == (known,)
