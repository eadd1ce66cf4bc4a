"""The worker's end of the wire."""

import os

import pytest

from zzpreader.wire import Failed, Frames, Opened, PngDrawn, ReadText, Reason, WireError, frame, read_answer
from zzpreader.worker import channel as channel_module
from zzpreader.worker.channel import Channel


@pytest.fixture
def ends():
    """The channel, what is written into it, and what comes out."""
    requests_out, requests_in = os.pipe()
    answers_out, answers_in = os.pipe()
    yield Channel(requests_out, answers_in), requests_in, answers_out
    for descriptor in (requests_out, requests_in, answers_out, answers_in):
        try:
            os.close(descriptor)
        except OSError:
            continue


def sent(descriptor: int):
    (body,) = Frames().feed(os.read(descriptor, 65536))
    return read_answer(body)


def test_requests_come_one_by_one_however_they_arrive(ends):
    channel, requests, _ = ends
    os.write(requests, frame(ReadText(1)) + frame(ReadText(2)))
    assert [channel.receive(), channel.receive()] == [ReadText(1), ReadText(2)]


def test_it_is_over_when_the_other_side_hangs_up(ends):
    channel, requests, _ = ends
    os.close(requests)
    assert channel.receive() is None


def test_nonsense_is_not_taken_for_a_request(ends):
    channel, requests, _ = ends
    os.write(requests, b"\x00\x00\x00\x01x")
    with pytest.raises(WireError):
        channel.receive()


def test_an_answer_that_cannot_be_written_down_becomes_a_failure(ends):
    channel, _, answers = ends
    channel.send(Opened(1, title="half a character: \ud800"))
    failed = sent(answers)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.PAGE


def test_an_answer_that_is_too_long_becomes_a_failure(ends, monkeypatch):
    channel, _, answers = ends
    monkeypatch.setattr(channel_module, "MAX_FRAME", 100)
    channel.send(PngDrawn(bytes(200)))
    failed = sent(answers)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.MEMORY
