"""Office documents in tests: read by others, changed as an author would, opened by LibreOffice if it is there."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pymupdf
import pytest


def members(document: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(document)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def paragraphs(odt: bytes) -> list[str]:
    """The words of every paragraph and heading, as odfpy reads them."""
    opendocument = pytest.importorskip("odf.opendocument")
    teletype = pytest.importorskip("odf.teletype")
    found: list[str] = []

    def walk(node) -> None:
        for child in node.childNodes:
            if getattr(child, "tagName", "") in ("text:p", "text:h"):
                found.append(teletype.extractText(child))
            elif child.nodeType == child.ELEMENT_NODE:
                walk(child)

    walk(opendocument.load(BytesIO(odt)).text)
    return found


def author_writes(odt: bytes, *, behind: str, words: str, doctype: str = "") -> bytes:
    """The document with a new paragraph behind the one that ends with these words."""
    parts = members(odt)
    content = re.sub(r"<text:bookmark [^>]*/>", lambda mark: mark[0], parts["content.xml"].decode())
    at = content.index("</text:p>", content.index(behind[1:])) + len("</text:p>")
    content = f'{content[:at]}<text:p text:style-name="Text_20_body">{words}</text:p>{content[at:]}'
    return _with_content(parts, content.replace("<office:document-content", f"{doctype}<office:document-content", 1))


def typed_into(odt: bytes, before: str, after: str) -> bytes:
    """The document with other words in a paragraph that is there."""
    parts = members(odt)
    content = parts["content.xml"].decode()
    assert before in content
    return _with_content(parts, content.replace(before, after))


def _with_content(parts: dict[str, bytes], content: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, data in {**parts, "content.xml": content.encode()}.items():
            package.writestr(name, data)
    return file.getvalue()


def converted(document: bytes, suffix: str, to: str, folder: Path) -> bytes:
    """By LibreOffice, without a window."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    source = folder / f"document{suffix}"
    source.write_bytes(document)
    out = folder / "converted"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (out / f"document.{to}").read_bytes()


def saved_by_office(odt: bytes, folder: Path) -> bytes:
    return converted(odt, ".odt", "odt", folder)


def printed(document: bytes, suffix: str, folder: Path) -> str:
    """The words of the PDF that LibreOffice makes of it."""
    with pymupdf.open(stream=converted(document, suffix, "pdf", folder), filetype="pdf") as pdf:
        return "".join(str(page.get_text(sort=True)) for page in pdf)


class Print(NamedTuple):
    """What is seen in the PDF that LibreOffice makes of a document.

    Args:
        headings: level and title, as its outline has them.
        footnotes: the words in small letters at the foot of the pages, behind their number.
        pictures: width and height of each, in points.
    """

    text: str
    headings: list[tuple[int, str]]
    footnotes: dict[str, str]
    pictures: list[tuple[float, float]]


def print_of(document: bytes, suffix: str, folder: Path) -> Print:
    with pymupdf.open(stream=converted(document, suffix, "pdf", folder), filetype="pdf") as pdf:
        pages: list[Any] = list(pdf)
        outline: list[Any] = pdf.get_toc()
        return Print(
            text="".join(page.get_text(sort=True) for page in pages),
            headings=[(level, title) for level, title, *_ in outline],
            footnotes=dict(note for page in pages for note in _footnotes(page)),
            pictures=[
                (box.width, box.height)
                for page in pages
                for image in page.get_images()
                for box in page.get_image_rects(image[0])
            ],
        )


def _footnotes(page: Any) -> list[tuple[str, str]]:
    """Number and words of what stands at the foot of the page, above its own number."""
    foot = str(page.get_text(clip=pymupdf.Rect(0, page.rect.height / 3, page.rect.x1, page.rect.y1), sort=True))
    return re.findall(r"(?m)^\s*(\d+)\s+([^\d/\s].*, p\. .*)$", foot)
