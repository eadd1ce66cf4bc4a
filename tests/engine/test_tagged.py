"""Pages with thousands of tagged pieces: MuPDF would look each up among all before it."""

import pytest
from pdf_files import raw_pdf, stream, write

from zzpreader.engine.blocking import Reader
from zzpreader.wire import Draw, Drawn, ReadText, TextRead

PIECES = 60_000


def tagged_pdf(tree: str) -> bytes:
    """Args: tree: what the first tag has for children; the others are its leaves."""
    shown = "".join(f"/Span<</MCID {n}>>BDC ({n % 10}) Tj EMC " for n in range(PIECES))
    leaves = " ".join("7 0 R" for _ in range(PIECES))
    return raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/StructParents 0"
            "/Resources<</Font<</F 5 0 R>>>>>>",
            4: stream(f"BT /F 1 Tf 10 300 Td {shown} ET"),
            5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            6: f"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[{leaves}]]>>>>",
            7: f"<</Type/StructElem/S/P/P {tree}/Pg 3 0 R/K[{' '.join(map(str, range(PIECES)))}]>>",
        }
    )


@pytest.mark.parametrize("tree", ["6 0 R", "7 0 R"], ids=["a tree", "a circle"])
def test_a_page_of_many_tagged_pieces_is_drawn_and_read_in_time(tmp_path, tree):
    with Reader(write(tmp_path, tagged_pdf(tree))) as reader:
        assert isinstance(reader.ask(Draw(0, 0, 1.0, 0, 0, 400, 600)), Drawn)
        told = reader.ask(ReadText(0))
        assert isinstance(told, TextRead)
        assert told.text.text.count("0") > 10
