"""The protocol: frames, and what is refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.query import read_query
from zzpreader.model.text import Line, PageText
from zzpreader.wire import (
    MAX_FRAME,
    Draw,
    Drawn,
    Failed,
    Find,
    Frames,
    Open,
    Paper,
    ReadText,
    Reason,
    TextRead,
    WireError,
    frame,
    read_answer,
    read_request,
)

FIND = Find(0, 9, read_query("zzp’er -beleid", whole_words=True))
REQUESTS = [Open("sésame"), ReadText(3), Draw(1, 90, 1.5, 0, 7, 100, 50, Paper.DARK), FIND]


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_arrives_as_it_was_sent(request_):
    (body,) = Frames().feed(frame(request_))
    assert read_request(body) == request_


@given(st.lists(st.sampled_from(REQUESTS), max_size=6), st.data())
def test_frames_are_found_however_the_stream_is_cut(requests, data):
    whole = b"".join(map(frame, requests))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    frames = Frames()
    bodies: list[bytes] = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        bodies += frames.feed(whole[start:end])
    assert [read_request(body) for body in bodies] == requests


def test_a_length_that_nobody_can_hold_is_refused_at_once():
    with pytest.raises(WireError):
        Frames().feed((MAX_FRAME + 1).to_bytes(4, "big"))


@given(st.binary(max_size=300))
def test_whatever_a_worker_sends_is_an_answer_or_an_error_of_the_wire(body):
    try:
        read_answer(body)
    except WireError:
        return


@pytest.mark.parametrize(
    "answer",
    [
        {"type": "Drawn", "width": 0, "height": 1, "stride": 4},
        {"type": "Drawn", "width": 1, "height": 1, "stride": 4, "path": "/etc"},
        {"type": "Drawn", "width": "1", "height": 1, "stride": 4},
        {"type": "Failed", "reason": "tired"},
        {"type": "DigestRead", "sha256": "zz", "size": 1},
        {"type": "Unheard"},
        {"type": "TextRead", "text": {"text": "ab", "boxes": b"", "lines": []}},
        {"type": "TextRead", "text": {"text": "a", "boxes": b"x" * 15, "lines": []}},
        {"type": "TextRead", "text": {"text": "a", "boxes": bytes(16), "lines": [[0, 2, 0, 0]]}},
        {"type": "TextRead", "text": {"text": "ab", "boxes": bytes(32), "lines": [[1, 2, 0, 0], [0, 1, 0, 0]]}},
        {"type": "TextRead", "text": {"text": "a", "boxes": b"\xff" * 16, "lines": []}},
        ["Drawn"],
        None,
    ],
)
def test_an_answer_that_no_honest_worker_gives_is_refused(answer):
    import msgspec

    with pytest.raises(WireError):
        read_answer(msgspec.msgpack.encode(answer))


def test_nesting_without_end_is_an_error_of_the_wire():
    with pytest.raises(WireError):
        read_answer(b"\x91" * 100_000)


def test_text_comes_with_one_box_for_every_code_point():
    text = PageText("ab\n", bytes(48), (Line(0, 2, 0),))
    (body,) = Frames().feed(frame(TextRead(text)))
    assert read_answer(body) == TextRead(text)
    with pytest.raises(ValueError, match="box"):
        PageText("ab", bytes(16))
    with pytest.raises(ValueError, match="lines"):
        PageText("a", bytes(16), (Line(0, 0, 0),))


@pytest.mark.parametrize(
    "request_", [Draw(0, 0, 0.0, 0, 0, 1, 1), Draw(0, 0, math.inf, 0, 0, 1, 1), Draw(0, 0, 1.0, 0, 0, 4096, 1)]
)
def test_a_picture_that_is_too_large_cannot_be_asked_for(request_):
    (body,) = Frames().feed(frame(request_))
    with pytest.raises(WireError):
        read_request(body)


def test_a_failure_and_a_picture_are_told_apart():
    for answer in (Failed(Reason.PAGE, "why"), Drawn(1, 1, 4)):
        (body,) = Frames().feed(frame(answer))
        assert read_answer(body) == answer
