"""The window's decoder of messages takes anything at all for what it is: an honest answer, or a lie."""

import random
from uuid import UUID

import pytest

from zzpreader import wire
from zzpreader.engine.trust import is_honest
from zzpreader.model.attachments import Attachment
from zzpreader.model.geometry import Rect, Size
from zzpreader.model.links import Inside, Link, Outside
from zzpreader.model.pages import Page, Place
from zzpreader.wire import Frames, WireError, frame, read_answer

ANSWERS = (
    (wire.Open(), wire.Opened(3, title="een", walls=tuple(wire.Wall), first=Page(Size(1, 1)))),
    (wire.Draw(0, 0, 1.0, 0, 0, 8, 8), wire.Drawn(8, 8, 32)),
    (wire.ReadOutline(), wire.OutlineRead((wire.OutlineItem(1, "een", 0, 0.0),))),
    (wire.ReadText(0), wire.TextRead(wire.PageText())),
    (
        wire.ReadLinks(0),
        wire.LinksRead(
            (Link(Rect(0, 0, 1, 1), Inside(Place(1))), Link(Rect(0, 0, 1, 1), Outside("https://a.example")))
        ),
    ),
    (wire.ReadSpaces(0, 1), wire.SpacesRead(((1.0, 0.0, 0.0, 1.0, 0.0, 0.0),))),
    (wire.ReadIdsInside(0, 2, "bron"), wire.IdsInsideRead((wire.IdInside(1, 0, f"urn:uuid:{UUID(int=1)}"),))),
    (wire.ReadAttachments(), wire.AttachmentsRead((Attachment("a.txt", 3, "wat", 1),))),
    (wire.ReadAttachment(0), wire.AttachmentRead(3, b"een")),
    (wire.ReadDigest(), wire.DigestRead("0" * 64, 9)),
)
TIMES = 400


@pytest.mark.parametrize(("request_", "answer"), ANSWERS, ids=lambda one: type(one).__name__)
def test_a_garbled_answer_is_believed_only_if_it_can_be_true(request_, answer):
    chance = random.Random(17)
    whole = frame(answer)
    for _ in range(TIMES):
        garbled = bytearray(whole)
        for _n in range(chance.randrange(1, 6)):
            at = chance.randrange(len(garbled))
            match chance.randrange(3):
                case 0:
                    garbled[at] = chance.randrange(256)
                case 1:
                    del garbled[at:]
                    garbled += chance.randbytes(chance.randrange(8))
                case _:
                    garbled[at:at] = chance.randbytes(chance.randrange(1, 9))
            garbled = garbled or bytearray(b"\0")
        try:
            for body in Frames().feed(bytes(garbled)):
                if is_honest(request_, told := read_answer(body), 3):
                    assert frame(told)
        except WireError:
            continue
