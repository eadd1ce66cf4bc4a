"""MuPDF without PyMuPDF's own Python: what all workers read with, beside what PyMuPDF would give."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from types import BuiltinFunctionType, FunctionType
from typing import Any

import pymupdf
import pytest
from pdf_files import finished, one_page, raw_pdf, stream, text_pdf, write
from pymupdf import mupdf as binding

import zzpreader.worker
from zzpreader.worker.bare import KINDS, KINDS_WRITTEN, Bare
from zzpreader.worker.library import MuPdfError, mupdf

OWN = {name for name, found in vars(Bare).items() if isinstance(found, FunctionType) and not name.startswith("_")}
"""What stands in `Bare` in the place of PyMuPDF's own Python."""


def names_used() -> list[str]:
    """Everything that the worker's modules ask of `mupdf`."""
    trees = (ast.parse(file.read_text()) for file in Path(zzpreader.worker.__path__[0]).glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return sorted({node.attr for node in nodes if isinstance(node.value, ast.Name) and node.value.id == "mupdf"})


@pytest.mark.parametrize("name", names_used())
def test_a_name_means_what_it_means_in_pymupdf(name):
    """If this fails after an update, PyMuPDF does something of its own there: `Bare` has to do it as well."""
    ours, theirs = getattr(mupdf, name), getattr(binding, name, None)
    if name in OWN:
        assert callable(theirs)
    elif isinstance(ours, type):
        assert name in (*KINDS, *KINDS_WRITTEN, "FzErrorBase")
        assert ours is theirs
    elif isinstance(ours, BuiltinFunctionType):
        assert isinstance(theirs, FunctionType) or name.partition("_")[0] in ("new", *KINDS)
        assert theirs is None or hands_on(theirs) == name
    else:
        assert ours == theirs


def hands_on(function: Any) -> str | None:
    """The function in C that this does nothing but call, with all that it is given."""
    code = function.__code__
    of = code.co_names[1:] if code.co_names[:1] == ("_mupdf",) else ()
    return (
        of[0]
        if len(of) == 1 and function.__defaults__ is None and set(code.co_consts) <= {None, function.__doc__}
        else None
    )


@pytest.mark.parametrize("kind", [*KINDS, *KINDS_WRITTEN])
def test_a_kind_of_value_is_made_and_ended_as_in_pymupdf(kind):
    functions, theirs = mupdf.functions, getattr(binding, kind)
    assert theirs.__swig_destroy__ is getattr(functions, f"delete_{kind}")
    assert callable(getattr(functions, f"{kind}_swigregister"))
    assert ("__bool__" in vars(theirs)) == hasattr(functions, f"{kind}___nonzero__")


def test_nothing_else_happens_when_pymupdf_s_binding_is_imported():
    """`Bare` does both as well."""
    lines = Path(str(binding.__file__)).read_text().splitlines()
    done = {line for line in lines if re.match(r"[\w.]+\(", line) and "_swigregister(" not in line}
    assert {line.partition("(")[0] for line in done} == {"codecs.register_error", "internal_set_error_classes"}


ALONE = """
import mmap, sys
from zzpreader.glance import Piece
from zzpreader.worker.library import TROUBLE, MuPdfError, mupdf
from zzpreader.worker.pixels import draw_piece, read_contents
from zzpreader.worker.source import in_memory

data = open(sys.argv[1], "rb").read()
document = mupdf.pdf_open_document_with_stream(in_memory(data)).super()
try:
    mupdf.fz_load_page(document, 9)
except TROUBLE as trouble:
    assert isinstance(trouble, MuPdfError)
    print(type(trouble).__name__, trouble, sep=': ')
page, block = mupdf.fz_load_page(document, 0), mmap.mmap(-1, 400 * 600 * 4)
draw_piece(page, read_contents(page), Piece(0, 0, 1.0, 0, 0, 400, 600), 0, block, lambda: [])
assert min(block[:]) < 99 < max(block[:])
for wrong in ("FzRect.no_such_field", "fz_no_such_function"):
    try:
        eval("mupdf." + wrong.replace("FzRect", "FzRect()"))
    except AttributeError as told:
        assert wrong.rpartition(".")[2] in str(told), told
assert "pymupdf._mupdf" in sys.modules
assert not {"pymupdf", "pymupdf.mupdf", "pymupdf.extra"} & set(sys.modules)
"""


def run(code: str, *arguments: object) -> str:
    """In a process of its own: here is the whole of PyMuPDF already."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "memory leak" not in done.stderr  # how SWIG complains of a kind of value that has no end
    return done.stdout


def test_a_page_is_drawn_and_trouble_told_without_pymupdf(tmp_path):
    file = write(tmp_path, text_pdf("Een."))
    with pytest.raises(MuPdfError) as trouble:
        binding.fz_load_page(pymupdf.open(file).this, 9)
    assert run(ALONE, file).strip() == f"{trouble.typename}: {trouble.value}"


ASKED = """
import hashlib, json, mmap, sys
which, password, *files = sys.argv[1:]
if which == "whole":
    import pymupdf
from zzpreader import wire
from zzpreader.worker.answers import Answers
from zzpreader.worker.library import mupdf
from zzpreader.worker.warm import REQUESTS

said = []
for file in files:
    data, block = open(file, "rb").read(), mmap.mmap(-1, wire.SHARED_BYTES)
    held = mmap.mmap(-1, len(data))
    held.write(data)
    answers = Answers(held, block)
    for request in (wire.Open(password), *REQUESTS[1:]):
        answer = answers.answer(request)
        pixels = block[: answer.stride * answer.height] if isinstance(answer, wire.Drawn) else b""
        said.append(f"{type(answer).__name__} {hashlib.sha256(wire.frame(answer) + pixels).hexdigest()}")
    answers.rest()
assert ("pymupdf.mupdf" in sys.modules) == (which == "whole")
print(json.dumps(said))
"""

PASSWORD = "geheim"
RC4 = 3
"""As PyMuPDF counts ways of encryption; the other ways begin with a number by chance."""


def documents() -> dict[str, bytes]:
    """With all that workers read, each in its own way; and some in which it is broken."""
    links = "[4 0 R<</Type/Annot/Subtype/Link/Rect[9 9 50 50]/A<</S/URI/URI(https://a.example)>>>>]"
    highlight = (
        "<</Type/Annot/Subtype/Highlight/Rect[40 480 200 520]/QuadPoints[40 520 200 520 40 480 200 480]/C[1 1 0]>>"
    )
    tags = {
        50: "<</Type/StructTreeRoot/K 51 0 R>>",
        51: "<</S/H1/Pg 3 0 R/K 0>>",
        4: stream("/H1<</MCID 0>>BDC BT /F 24 Tf 50 500 Td (Een kop) Tj ET EMC BT /F 12 Tf 50 400 Td (Tekst.) Tj ET"),
        5: "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    }
    tagged = one_page("/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Rotate 90", "/StructTreeRoot 50 0 R", tags)
    whole = pymupdf.open("pdf", text_pdf("Een les over de stad.\nNog een regel.", "Twee.", "Drie.", title="Boek"))
    whole.set_toc([[1, "Een", 1], [2, "Twee", 2], [1, "Drie", 3]])
    whole.set_page_labels([{"startpage": 0, "style": "r", "prefix": "", "firstpagenum": 1}])
    whole[0].insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(50, 90, 150, 110), "page": 2})
    whole[0].insert_image(pymupdf.Rect(200, 200, 300, 300), pixmap=pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 40, 40)))
    whole[0].add_text_annot((60, 60), "Een vraag.").set_info(title="A. de Vries")
    whole.embfile_add("bijlage.txt", b"inhoud", desc="Een bijlage")
    picture = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 60, 40))
    picture.set_rect(picture.irect, (200, 0, 0))
    locked = pymupdf.open("pdf", text_pdf("Achter slot."))
    return {
        "whole": finished(whole),
        "marked": one_page(f"/Annots {links}", "", {4: highlight}),
        "tagged": tagged,
        "odd signs": raw_pdf(
            {
                1: "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
                2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 50 50]"
                b"/A<</S/URI/URI(https://a.example/\xff\\000)>>>>]>>",
                6: "<</First 7 0 R/Last 7 0 R/Count 1>>",
                7: b"<</Title(Een\\000twee\xff)/Parent 6 0 R/Dest[3 0 R /Fit]>>",
                8: b"<</Title(\xef\xbb\xbfEen\\000\xff)/Author(\xfe\xff\xd8\x00)>>",
            },
            "/Root 1 0 R/Info 8 0 R",
        ),
        "picture": picture.tobytes("png"),
        "locked": finished(locked, encryption=RC4, user_pw=PASSWORD),
        "empty": raw_pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[]/Count 0>>"}),
        "cut": text_pdf("Een.", "Twee.")[:-400],
        "unreadable": one_page("/Contents 4 0 R", "", {4: stream(b"\xff\x00<<", "/Filter/FlateDecode")}),
    }


def test_every_kind_of_request_is_answered_as_with_the_whole_of_pymupdf(tmp_path):
    files = [write(tmp_path, data, f"{name}.pdf") for name, data in documents().items()]
    without, whole = (json.loads(run(ASKED, which, PASSWORD, *files).splitlines()[-1]) for which in ("bare", "whole"))
    assert without == whole
    assert sum(not one.startswith("Failed") for one in without) > len(without) / 2
