"""Files inside a PDF, listed and read out by a worker."""

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import finished, one_page, stream, write

from zzpreader.engine.blocking import Reader
from zzpreader.model import attachments as limits
from zzpreader.model.attachments import numbered, safe_name
from zzpreader.wire import COPY_PIECE, AttachmentRead, AttachmentsRead, Failed, ReadAttachment, ReadAttachments

NASTY = [
    *("../../../../pwn.txt", "..\\..\\pwn.txt", "/etc/passwd", "C:\\Windows\\pwn.txt", "\\\\host\\share\\pwn.txt"),
    *("", ".", "..", "...", "/", "\\", " ", "a/", "a\\", "./", "a/..", "~", "-rf", "a\x00b.txt", "a\nb\r\tc"),
    *("CON", "con.txt", "NUL", "nul .txt", "COM1", "com¹.log", "LPT9.pdf", "aux.", "PRN ..", "CLOCK$", "conin$"),
    *("rapport\u202efdp.exe", "\u2066a\u2069", "a\u200fb", "\ufeffa", "\ud800", "a:b", "a:b:$DATA", "a|b", "a*b?c"),
    *(".bashrc", ".", ".. .", " . a", "a. . .", "a" * 5000, "é" * 5000 + ".pdf", "a." + "b" * 500, "." + "b" * 500),
    *("x" * 300 + ".tar.gz", "naam met spaties.docx", "%2e%2e%2fpwn", "file:///etc/passwd", "<img src=x>.png"),
    *(f"{'../' * n}pwn{n}.txt" for n in range(1, 60)),
    *(f"a{chr(code)}b" for code in range(1, 32)),
    *(f"a{chr(code)}b/../c" for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    *(f"{device}{number}{end}" for device in ("com", "lpt") for number in range(10) for end in ("", ".txt")),
]


def test_two_hundred_nasty_names_each_mean_a_file_in_the_folder_chosen(tmp_path):
    assert len(set(NASTY)) >= 180
    for number, said in enumerate(NASTY):
        folder = tmp_path / str(number)
        folder.mkdir()
        name = safe_name(said)
        assert not name.startswith("."), said
        (folder / name).touch()
        assert [one.name for one in folder.iterdir()] == [name], said


def test_good_names_stay():
    for name in ("Raadsbesluit 2026-114.pdf", "begroting.tar.gz", "Überzicht – één.xlsx", "commissie.docx"):
        assert safe_name(name) == name


@given(st.text(max_size=300))
def test_any_name_is_safe_and_stays_as_it_is_made(said):
    name = safe_name(said)
    assert name
    assert safe_name(name) == name
    assert len(numbered(name, 999).encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\x00')
    assert name not in (".", "..")
    assert name == name.strip(" .")


@pytest.fixture
def file(tmp_path):
    document = pymupdf.open()
    document.new_page()
    page = document.new_page()
    document.embfile_add("a", b"alle cijfers " * 1000, ufilename="..\\..\\cijfers.csv", desc="De\ncijfers")
    page.add_file_annot((50, 50), b"op de pagina", "../noot.docx")
    return write(tmp_path, finished(document))


def test_what_is_attached_is_listed_and_read_byte_by_byte(file):
    with Reader(file) as reader:
        listed = reader.ask(ReadAttachments())
        assert isinstance(listed, AttachmentsRead)
        assert [(one.name, one.size, one.description, one.page) for one in listed.attachments] == [
            ("cijfers.csv", 13_000, "De cijfers", None),
            ("noot.docx", 12, "../noot.docx", 1),
        ]
        assert reader.ask(ReadAttachment(0)) == AttachmentRead(13_000, b"alle cijfers " * 1000)
        assert reader.ask(ReadAttachment(1)) == AttachmentRead(12, b"op de pagina")
        assert isinstance(reader.ask(ReadAttachment(2)), Failed)


def test_a_large_one_comes_in_pieces_and_a_bomb_not_at_all(tmp_path):
    large = b"0123456789" * (COPY_PIECE // 10 + 1000)
    document = pymupdf.open()
    document.new_page()
    document.embfile_add("large", large)
    document.embfile_add("zbomb", bytes(limits.MOST_ATTACHED + 1))
    with Reader(write(tmp_path, finished(document, deflate=True))) as reader:
        first, rest = reader.ask(ReadAttachment(0)), reader.ask(ReadAttachment(0, COPY_PIECE))
        assert isinstance(first, AttachmentRead)
        assert isinstance(rest, AttachmentRead)
        assert first.piece + rest.piece == large
        assert first.size == rest.size == len(large)
        assert isinstance(reader.ask(ReadAttachment(1)), Failed)
        assert isinstance(reader.ask(ReadAttachment(0)), AttachmentRead)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("/Names<</EmbeddedFiles<</Kids[9 0 R]>>>>", 0),  # 9 has itself for a kid
        ("/Names<</EmbeddedFiles<</Names[(a) 7 0 R (b) 42 (c) null (d)]>>>>", 1),
        ("/Names<</EmbeddedFiles 42>>", 0),
        ("/Names<</EmbeddedFiles<</Names[(a)<</F(/etc/passwd)>>]>>>>", 0),  # a path to elsewhere
        ("/Names<</EmbeddedFiles<</Names[(a) 7 0 R (b) 7 0 R]>>>>", 1),
    ],
)
def test_a_broken_list_costs_no_more_than_what_is_broken(names, found, tmp_path):
    more = {
        7: "<</Type/Filespec/F(ok.txt)/EF<</F 8 0 R>>>>",
        8: stream("inhoud", "/Params<</Size -5>>"),
        9: "<</Kids[9 0 R]>>",
    }
    with Reader(write(tmp_path, one_page(catalog=names, more=more))) as reader:
        listed = reader.ask(ReadAttachments())
        assert isinstance(listed, AttachmentsRead)
        assert [(one.name, one.size) for one in listed.attachments] == [("ok.txt", None)] * found
