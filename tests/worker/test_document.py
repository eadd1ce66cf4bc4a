"""Opening documents, good, bad and locked."""

import mmap

import pymupdf
import pytest
from pdf_files import finished, one_page, raw_pdf, text_pdf
from worker.conftest import unopened

from zzpreader.model.geometry import Size
from zzpreader.model.pages import Page
from zzpreader.wire import Failed, Open, Opened, PagesRead, ReadDigest, ReadPages, ReadText, Reason
from zzpreader.worker import document
from zzpreader.worker.library import mupdf

AES_256 = 5


@pytest.fixture
def open_it(block):
    return lambda data, password="": unopened(data, block)(Open(password))


def test_a_document_says_what_it_is(open_it):
    opened = open_it(text_pdf("een", "twee", title="Zzp’ers \u202ein de\nstad\x07"))
    assert isinstance(opened, Opened)
    assert (opened.pages, opened.title) == (2, "Zzp’ers in de stad")
    assert opened.first == Page(Size(400, 600))
    assert len(opened.trailer_id) == 32
    assert opened.extractor.startswith("MuPDF ")
    assert not opened.repaired
    assert not opened.locked


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.NOT_PDF),
        (b"hello", Reason.NOT_PDF),
        (b"\x00" * 100_000, Reason.NOT_PDF),
        (b"%PDF-1.7\nnothing follows", Reason.DAMAGED),
        (raw_pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[]/Count 0>>"}), Reason.NO_PAGES),
        (one_page().replace(b"/Count 1", b"/Count -1"), Reason.DAMAGED),
        (b"%PDF-1.7\n9 0 obj<</Type/Font>>endobj\n8 0 obj<</Length 90>>stream\nof which the rest", Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(open_it, data, reason):
    failed = open_it(data)
    assert isinstance(failed, Failed)
    assert failed.reason is reason


def test_a_file_without_its_end_is_repaired_and_says_so(open_it):
    opened = open_it(text_pdf("een", "twee")[:-200])
    assert isinstance(opened, Opened)
    assert opened.repaired
    assert opened.pages == 2


def locked_pdf(**passwords: str | int) -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((50, 100), "geheim")
    return finished(document, encryption=AES_256, **passwords)


def test_a_locked_document_opens_with_its_password_only(block):
    ask = unopened(locked_pdf(user_pw="sésame", owner_pw="baas"), block)
    assert ask(Open()) == Failed(Reason.PASSWORD)
    assert ask(ReadText(0)) == Failed(Reason.PASSWORD, "not open")
    assert ask(Open("fout")) == Failed(Reason.PASSWORD)
    opened = ask(Open("sésame"))
    assert isinstance(opened, Opened)
    assert opened.locked
    assert ask(ReadText(0)).text.text == "geheim\n"


def test_a_document_that_only_its_owner_may_change_opens_without_password(block):
    ask = unopened(locked_pdf(owner_pw="baas", permissions=0), block)
    opened = ask(Open())
    assert isinstance(opened, Opened)
    assert not opened.locked
    assert ask(ReadText(0)).text.text == "geheim\n"


def test_an_encryption_that_no_password_opens_has_its_own_reason(open_it):
    encrypted = raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            4: "<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>",
        },
        trailer="/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]",
    )
    failed = open_it(encrypted)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.PROTECTED


def test_pages_have_the_size_of_their_crop_box_before_they_are_turned(opened):
    ask = opened(one_page("/Rotate 90/CropBox[100 50 300 550]"))
    assert ask(ReadPages(0, 10)) == PagesRead((Page(Size(200, 500), 90),))


@pytest.mark.parametrize(("turn", "rotation"), [(-90, 270), (450, 90), (180, 180)])
def test_every_way_to_write_a_rotation_is_understood(opened, turn, rotation):
    ask = opened(one_page(f"/Rotate {turn}"))
    assert ask(ReadPages(0, 1)).pages[0].rotation == rotation


def test_a_page_that_cannot_be_found_keeps_the_numbers_of_the_others(opened):
    broken = raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R 9 0 R 4 0 R]/Count 3>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
            4: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 20 20]>>",
        }
    )
    sizes = [page.size for page in opened(broken)(ReadPages(0, 3)).pages]
    assert len(sizes) == 3
    assert sizes[0] == Size(10, 10)


@pytest.mark.parametrize("one_by_one", [0, 2000])
def test_pages_are_read_in_slices(opened, monkeypatch, one_by_one):
    monkeypatch.setattr(document, "_ONE_BY_ONE", one_by_one)
    ask = opened(text_pdf(*"abcdef"))
    assert len(ask(ReadPages(2, 3)).pages) == 3
    assert len(ask(ReadPages(4, 100)).pages) == 2
    assert ask(ReadPages(9, 1)) == PagesRead(())


def test_the_digest_is_that_of_the_file(opened):
    import hashlib

    data = text_pdf("een")
    answer = opened(data)(ReadDigest())
    assert (answer.sha256, answer.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_a_page_that_does_not_exist_is_a_failure_and_no_crash(opened):
    failed = opened(text_pdf("een"))(ReadText(5))
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.PAGE


def test_an_identifier_with_zero_bytes_is_whole(open_it):
    data = one_page().replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<00FF0041><00>]")
    assert open_it(data).trailer_id == "00ff0041"


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_a_picture_with_the_name_of_a_pdf_is_a_page(open_it, kind):
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 30, 20), 0)
    pixels.clear_with(90)
    opened = open_it(pixels.tobytes(kind))
    assert isinstance(opened, Opened)
    assert opened.first
    assert opened.first.size.width / opened.first.size.height == pytest.approx(1.5)


@pytest.mark.parametrize("data", [b"<html><p>hello", b"PK\x03\x04 no book", b"GIF89a"])
def test_what_the_library_could_read_but_is_no_pdf_is_refused(open_it, data):
    assert open_it(data).reason is Reason.NOT_PDF


def test_this_build_runs_no_scripts_and_a_build_that_would_ends_the_worker(open_it, monkeypatch):
    scripted = one_page(catalog="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    assert isinstance(open_it(scripted), Opened)
    monkeypatch.setattr(mupdf, "pdf_js_supported", lambda _: 1)
    with pytest.raises(SystemExit):
        open_it(scripted)


@pytest.mark.parametrize(("catalog", "is_changed"), [("", False), ("/StructTreeRoot<</Type/StructTreeRoot>>", True)])
def test_a_document_without_tags_is_not_changed_even_in_memory(catalog, is_changed):
    """Whatever is changed costs MuPDF a second table of all objects."""
    data = one_page(catalog=catalog)
    held = mmap.mmap(-1, len(data))
    held.write(data)
    opened = document.Document(held)
    opened.open("")
    assert bool(mupdf.pdf_has_unsaved_changes(opened.pdf)) == is_changed
