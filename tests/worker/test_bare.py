"""MuPDF without its binding: what the first glance draws with."""

import subprocess
import sys

from pdf_files import text_pdf, write

DRAW = """
import mmap, sys
from zzpreader.worker import bare
bare.enter()
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
    assert "page" in str(trouble), trouble
page, block = mupdf.fz_load_page(document, 0), mmap.mmap(-1, 400 * 600 * 4)
draw_piece(page, read_contents(page), Piece(0, 0, 1.0, 0, 0, 400, 600), 0, block, lambda: [])
assert min(block[:]) < 99 < max(block[:])
assert "pymupdf._mupdf" in sys.modules
assert not {"pymupdf", "pymupdf.mupdf", "pymupdf.extra"} & set(sys.modules)
"""


def test_a_page_is_drawn_and_trouble_told_without_the_binding(tmp_path):
    """In a process of its own: here is the whole binding already."""
    file = write(tmp_path, text_pdf("Een."))
    done = subprocess.run([sys.executable, "-c", DRAW, file], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
