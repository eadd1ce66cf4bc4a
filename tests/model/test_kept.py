from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from steps import outcome

from zzpreader.model.kept import Landmarks, Run, kept_runs, main_line, scan

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
ONE, TWO, THREE, FOUR = (ALPHABET[n:] + ALPHABET[:n] + ALPHABET[::-1] for n in (0, 9, 17, 21))


@given(st.text("ab", max_size=300), st.sets(st.text("ab", min_size=3, max_size=3), max_size=5))
def test_a_scan_finds_every_place_of_every_seed(text, seeds):
    found = outcome(scan(text, seeds, 3))
    assert found == {
        seed: places for seed in seeds if (places := [n for n in range(len(text)) if text.startswith(seed, n)])
    }


@given(st.text(ALPHABET, min_size=60, max_size=200), st.text("0123456789", max_size=30), st.integers(0, 60))
def test_what_is_said_to_be_kept_is_the_same_in_both(old, put_in, at):
    new = old[:at] + put_in + old[at:]
    for run in outcome(kept_runs(old, new)):
        assert old[run.old : run.old_end] == new[run.new : run.new_end]


def test_an_edition_that_is_the_same_is_kept_whole():
    assert outcome(kept_runs("ba" * 40, "ba" * 40)) == [Run(0, 80, 0, 80)]


def test_a_stretch_that_was_moved_is_no_part_of_the_main_line():
    runs = outcome(kept_runs(ONE + TWO + THREE + FOUR, TWO + THREE + FOUR + ONE))
    landmarks = Landmarks(runs)
    size = len(ONE)
    run = landmarks.kept(5, size - 5)
    assert run
    assert run.new == 3 * size - (len(ONE) - run.length if run.old else 0)
    assert landmarks.in_turn((5, size - 5), run.new + 5, run.new + size - 5) is False
    assert landmarks.in_turn((size + 5, size + 20), 5, 20) is True


def test_what_stood_elsewhere_is_claimed_and_what_stood_there_is_not():
    landmarks = Landmarks([Run(0, 100, 50, 150)])
    assert landmarks.claimed(60, 80, (10, 30)) == 0
    assert landmarks.claimed(60, 80, (70, 90)) == 1
    assert landmarks.claimed(140, 160, (200, 220)) == 0.5
    assert landmarks.claimed(60, 80, None) == 0


def test_without_landmarks_nothing_is_known():
    nothing = Landmarks([])
    assert nothing.kept(0, 5) is None
    assert nothing.in_turn((0, 5), 0, 5) is None
    assert nothing.is_near((0, 5), 0) is None


@given(st.permutations(range(7)), st.lists(st.integers(1, 20), min_size=7, max_size=7))
def test_the_main_line_keeps_one_order_and_most_letters(order, lengths):
    runs = [Run(100 * n, 100 * n + lengths[n], 100 * to, 100 * to + lengths[n]) for n, to in enumerate(order)]
    line = main_line(runs)
    assert all(one.old < other.old and one.new < other.new for one, other in pairwise(line))
    best = [0] * len(runs)
    for n, run in enumerate(runs):
        best[n] = run.length + max((best[m] for m in range(n) if runs[m].new < run.new), default=0)
    assert sum(run.length for run in line) == max(best)
