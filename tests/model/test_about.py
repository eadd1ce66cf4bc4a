"""What is known of a publication as a work."""

import pytest

from zzpreader.model.about import author_named


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Els Jansen <els@voorbeeld.nl>", "Els Jansen"),
        ("Els Jansen , els.jansen@voorbeeld.nl", "Els Jansen"),
        ("Els Jansen (els@voorbeeld.nl); Piet de Vries <mailto:piet@voorbeeld.nl>", "Els Jansen; Piet de Vries"),
        ("els@voorbeeld.nl, Piet de Vries", "Piet de Vries"),
        ("Els Jansen <>", "Els Jansen"),
        ("© Els  Jansen", "Els Jansen"),
        ("Els Jansen, Piet de Vries", "Els Jansen, Piet de Vries"),
        ("Ministerie van BZK & Gemeente X", "Ministerie van BZK & Gemeente X"),
        ("A < B", "A < B"),
        ("els@voorbeeld.nl", "els@voorbeeld.nl"),
        ("  ", ""),
    ],
)
def test_an_author_is_named_without_addresses(said, shown):
    assert author_named(said) == shown
