"""Where the links of a page lead."""

import pytest
from pdf_files import one_page, raw_pdf

from zzpreader.model.geometry import Rect, Size, rotate_rect
from zzpreader.model.links import Inside, Outside, Refused
from zzpreader.model.pages import Place
from zzpreader.wire import ReadLinks


def links_of(opened, action: str, catalog: str = "", page: str = ""):
    link = f"<</Type/Annot/Subtype/Link/Rect[50 500 150 520]{action}>>"
    return opened(one_page(f"/Annots[{link}]{page}", catalog))(ReadLinks(0)).links


def target_of(opened, action: str, catalog: str = ""):
    (link,) = links_of(opened, action, catalog)
    return link.target


@pytest.mark.parametrize(
    "address", ["https://www.example.org/een?twee=3#vier", "HTTP://EXAMPLE.ORG/", "mailto:lezer@example.org"]
)
def test_web_and_mail_addresses_lead_outside(opened, address):
    assert target_of(opened, f"/A<</S/URI/URI({address})>>") == Outside(address)


@pytest.mark.parametrize(
    "action",
    [
        "<</S/URI/URI(file:///etc/passwd)>>",
        "<</S/URI/URI(javascript:alert\\(1\\))>>",
        "<</S/URI/URI(smb://server/share)>>",
        "<</S/URI/URI(\\\\\\\\server\\\\share\\\\x.exe)>>",
        "<</S/URI/URI(ftp://example.org/x)>>",
        "<</S/URI/URI(data:text/html,x)>>",
        "<</S/URI/URI(https:x)>>",
        "<</S/URI/URI(https://)>>",
        "<</S/URI/URI(https://example.org/\\nX)>>",
        "<</S/URI/URI(www.example.org)>>",
        "<</S/Launch/F(/bin/sh)>>",
        "<</S/Launch/F<</Type/Filespec/F(calc.exe)/UF(calc.exe)>>>>",
        "<</S/GoToR/F(other.pdf)/D[0/Fit]>>",
        "<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>",
        "<</S/GoToE/F(other.pdf)/D[0/Fit]>>",
        "<</S/Launch/F(#page=1)>>",
    ],
)
def test_everything_else_is_refused(opened, action):
    links = links_of(opened, f"/A{action}")
    assert all(isinstance(link.target, Refused) for link in links)


@pytest.mark.parametrize(
    "action", ["<</S/JavaScript/JS(app.alert\\(1\\))>>", "<</S/SubmitForm/F(https://example.org)>>"]
)
def test_what_is_no_link_at_all_is_none(opened, action):
    assert all(isinstance(link.target, Refused) for link in links_of(opened, f"/A{action}"))


def test_a_refused_address_is_shown_without_tricks(opened):
    target = target_of(opened, "/A<</S/URI/URI(javascript:x\\000\\n\\007y)>>")
    assert isinstance(target, Refused)
    assert target.address.isprintable()


@pytest.mark.parametrize(
    ("action", "catalog"),
    [
        ("/Dest[3 0 R/XYZ 0 400 0]", ""),
        ("/A<</S/GoTo/D[3 0 R/XYZ 0 400 0]>>", ""),
        ("/Dest/hier", "/Dests<</hier[3 0 R/XYZ 0 400 0]>>"),
        ("/Dest(hier)", "/Names<</Dests<</Names[(hier)[3 0 R/XYZ 0 400 0]]>>>>"),
        ("/A<</S/GoTo/D(hier)>>", "/Names<</Dests<</Names[(hier)<</D[3 0 R/XYZ 0 400 0]>>]>>>>"),
    ],
)
def test_internal_and_named_targets_lead_inside(opened, action, catalog):
    assert target_of(opened, action, catalog) == Inside(Place(0, 200.0))


def test_how_far_from_the_left_a_link_leads_tells_the_half_of_a_spread(opened):
    assert target_of(opened, "/Dest[3 0 R/XYZ 250 400 0]") == Inside(Place(0, 200.0), 250.0)
    assert target_of(opened, "/Dest[3 0 R/XYZ 9999 400 0]").x == 400  # never beyond the page


def test_a_name_that_nobody_knows_is_refused(opened):
    links = links_of(opened, "/A<</S/GoTo/D(nergens)>>")
    assert all(isinstance(link.target, Refused) for link in links)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_box_lies_on_the_unrotated_crop_box(opened, rotation):
    (link,) = links_of(opened, "/Dest[3 0 R/Fit]", page=f"/Rotate {rotation}/CropBox[20 30 380 590]")
    edges = (link.box.left, link.box.top, link.box.right, link.box.bottom)
    assert edges == pytest.approx((30, 70, 130, 90))


def test_many_links_are_read_at_once(opened):
    many = 3_000
    annots = " ".join(f"{10 + n} 0 R" for n in range(many))
    data = raw_pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Annots[{annots}]>>",
            **{10 + n: "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>" for n in range(many)},
        }
    )
    assert len(opened(data)(ReadLinks(0)).links) == many


def test_turning_there_and_back_is_where_one_was():
    box, size = Rect(10, 20, 30, 60), Size(100, 200)
    assert rotate_rect(rotate_rect(box, size, 90), size.turned(90), 270) == box
