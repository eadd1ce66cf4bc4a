"""What reference managers say of works, read from BibTeX and CSL-JSON."""

import contextlib
import json

import pytest

from zzpreader.imports.references import read_references
from zzpreader.imports.source import Refused
from zzpreader.model.about import About

BIBTEX = r"""
@comment{made by hand}
@string{inst = "Platform"}
@report{mur2012,
  title = {{ZZP} en de \'e\'en \& andere stad},
  subtitle = "Tien lessen",
  author = {van den Berg, Jan and {Gemeente Fictief} and Els Jansen},
  institution = {Platform} # { 31},
  year = 2012, month = apr,
  doi = {https://doi.org/10.1000/182},
}
@book(other, title={Caf{\'e} M{\"u}ller}, editor="A. Redacteur", date={2010-05-03})
"""


def test_bibtex_is_read_with_braces_accents_names_and_joined_values():
    first, second = read_references(BIBTEX.encode())
    assert first == About(
        title="ZZP en de één & andere stad: Tien lessen",
        author="Jan van den Berg; Gemeente Fictief; Els Jansen",
        issued="2012-04",
        publisher="Platform 31",
        doi="10.1000/182",
    )
    assert second == About(title="Café Müller", author="A. Redacteur", issued="2010-05-03")


def test_csl_json_is_read_with_particles_organisations_and_parts_of_dates():
    items = [
        {
            "type": "report",
            "title": "Zzp en de stad",
            "author": [{"given": "Jan", "non-dropping-particle": "van den", "family": "Berg"}, {"literal": "Stad"}],
            "issued": {"date-parts": [[2012, 4]]},
            "publisher": "Uitgever",
            "DOI": "10.1/x",
        },
        {"title": "Los", "issued": {"raw": "2011"}},
        "geen werk",
    ]
    first, second = read_references(json.dumps(items).encode())
    assert first == About(
        title="Zzp en de stad", author="Jan van den Berg; Stad", issued="2012-04", publisher="Uitgever", doi="10.1/x"
    )
    assert second == About(title="Los", issued="2011")


@pytest.mark.parametrize(
    "data",
    [b"", b"geen bibtex", b"@book{a, title={open", b"[" * 100_000, b'{"title": 3}' * 2, b"\xff\xfe\x00", b"@x{" * 9999],
)
def test_what_holds_no_works_is_refused_and_never_raises_anything_else(data):
    with contextlib.suppress(Refused):
        assert all(about.title for about in read_references(data))
