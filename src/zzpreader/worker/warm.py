"""Everything that a worker will need from the disk, read before it is locked in: afterwards it opens no file."""

import codecs
import gc
import importlib
import mmap
import sys

from zzpreader import wire
from zzpreader.allocator import give_back
from zzpreader.model.annotation import Kind
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.inscribed import Inscribed
from zzpreader.model.query import read_query
from zzpreader.model.recognised import Recognised, pack
from zzpreader.worker import seccomp
from zzpreader.worker.answers import Answers

_CODECS = ("ascii", "latin-1", "utf-8", "utf-16-be", "utf-16-le", "utf-32-le", "utf-32-be", "raw_unicode_escape")

_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 4 0 R>>>>]>>>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 50 50]/A<</S/URI/URI(https://a.example)>>>>]>>"
    ),
    b"<</Length 43>>\nstream\nBT /F 12 Tf 20 100 Td (Een les \\(1\\)) Tj ET\nendstream",
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    b"<</First 7 0 R/Last 7 0 R/Count 1>>",
    b"<</Title(Een)/Parent 6 0 R/Dest[3 0 R /Fit]>>",
)

_QUAD = Quad.around(Rect(20, 90, 60, 110))
REQUESTS: tuple[wire.Request, ...] = (
    wire.Open(),
    wire.ReadPages(0, 1),
    wire.ReadOutline(),
    wire.ReadText(0),
    wire.ReadFlow(0),
    wire.ReadPrinted(0, 1),
    wire.ReadPlain(0, 1),
    wire.ReadLinks(0),
    wire.ReadMarks(0),
    wire.ReadIdsInside(0, 1, ""),
    wire.ReadSpaces(0, 1),
    wire.GatherLines(0, 1),
    wire.ReadStructure(1),
    wire.ReadFingerprints(0, 1),
    wire.ReadDigest(),
    wire.ReadAttachments(),
    wire.ReadAttachment(0),
    *(wire.Draw(0, 0, 1.0, 0, 0, 200, 200, paper) for paper in wire.Paper),
    wire.DrawPng(0, 72),
    wire.DrawPng(0, 72, without=(0,)),
    wire.DrawPng(9, 72),
    wire.SetNotes("", ("<h1>Een</h1><p>les</p>",), "Een", "", "nl", "2026-01-01T00:00:00.000Z"),
    wire.WriteCopy(
        tuple(
            Inscribed(
                id="a", kind=kind, page=0, quads=(_QUAD,), fill="#ffffff", edge="#000000", comment="é", tags=("é",)
            )
            for kind in Kind
        ),
        "",
    ),
    wire.Find(0, 1, read_query("les")),
    wire.TakeTexts((wire.PackedPage(0, pack(Recognised())),)),
)


def get_ready() -> None:
    """Every kind of request is answered once, about a page of our own: what is imported or looked up late is there."""
    if sys.platform != "win32":
        importlib.import_module("resource")
        seccomp.get_ready()
    for name in ("zzpreader.worker.channel", "zzpreader.worker.main"):
        importlib.import_module(name)
    for name in _CODECS:
        codecs.lookup(name)
    block = mmap.mmap(-1, wire.SHARED_BYTES)
    sample = _sample()
    data = mmap.mmap(-1, len(sample))
    data.write(sample)
    answers = Answers(data, block)
    for request in REQUESTS:
        wire.frame(answers.answer(wire.read_request(wire.frame(request)[4:])))
    del answers
    gc.collect()
    give_back()


def _sample() -> bytes:
    """A PDF of one page with all that is asked for."""
    made, places = b"%PDF-1.4\n", list[int]()
    for number, written in enumerate(_OBJECTS, 1):
        places.append(len(made))
        made += b"%d 0 obj %s endobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(_OBJECTS) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return made + head + table + b"trailer <</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
