"""PDF files for tests, made on the spot: whole ones with PyMuPDF, odd ones object by object."""

from collections.abc import Mapping
from pathlib import Path

import pymupdf

WIDTH, HEIGHT = 400.0, 600.0


def text_pdf(*pages: str, title: str = "") -> bytes:
    """One page for every text; its first line stands 100 points below the top and 50 from the left."""
    document = pymupdf.open()
    for words in pages:
        page = document.new_page(width=WIDTH, height=HEIGHT)
        if words:
            page.insert_text((50, 100), words, fontsize=12)
    document.set_metadata({"title": title})
    return finished(document)


def finished(document: "pymupdf.Document", **saving: object) -> bytes:
    data = document.tobytes(**saving)
    document.close()
    return data


def raw_pdf(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """Objects as they are, with a correct table of their places."""
    data = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(data)
        inner = body if isinstance(body, bytes) else body.encode("latin-1")
        data += b"%d 0 obj\n" % number + inner + b"\nendobj\n"
    table, size = len(data), max(places) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        data += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(data + b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), table))


def stream(content: bytes | str, entries: str = "") -> bytes:
    inner = content.encode() if isinstance(content, str) else content
    return b"<</Length %d %s>>\nstream\n" % (len(inner), entries.encode()) + inner + b"\nendstream"


def one_page(page: str = "", catalog: str = "", more: Mapping[int, str | bytes] | None = None) -> bytes:
    """A page of 400 × 600 points with `page` and `catalog` among the entries of the two dictionaries."""
    return raw_pdf(
        {
            1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600] {page}>>",
            **(more or {}),
        }
    )


ENDLESS = 30
"""The exponent of `endless_pdf`: more than anybody waits for."""


def endless_pdf() -> bytes:
    """Page 1 draws a form that draws another one twice, and so on; pages 2 and 3 are innocent."""
    forms = range(10, 10 + ENDLESS)
    objects: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R 5 0 R 6 0 R]/Count 3>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>>",
        4: stream("/F Do"),
        5: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>",
        6: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>",
    }
    for number in forms:
        inner = f"/Resources<</XObject<</F {number + 1} 0 R>>>>" if number + 1 in forms else ""
        content = "/F Do /F Do" if inner else "0 0 10 10 re f"
        objects[number] = stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 400 600] {inner}")
    return raw_pdf(objects)


HUNGRY = 60
"""Groups in one another in `hungry_pdf`; each is a megabyte when a pixel is a point."""


def hungry_pdf() -> bytes:
    """Page 1 is that many transparent groups, each in the one before, so all their pixels are held at once; page 2 is
    innocent."""
    groups = range(10, 10 + HUNGRY)
    states = "/ExtGState<</G<</ca 0.5/BM/Multiply>>>>"
    objects: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
        3: (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R"
            f"/Resources<<{states}/XObject<</X 10 0 R>>>>>>"
        ),
        4: stream("/G gs /X Do"),
        5: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>",
    }
    for number in groups:
        inner = f"/XObject<</X {number + 1} 0 R>>" if number + 1 in groups else ""
        content = "/G gs /X Do" if inner else "0 0 400 600 re f"
        group = "/BBox[0 0 400 600]/Group<</S/Transparency/I true/K false>>"
        objects[number] = stream(content, f"/Type/XObject/Subtype/Form{group}/Resources<<{states}{inner}>>")
    return raw_pdf(objects)


def write(folder: Path, data: bytes, name: str = "publication.pdf") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file
