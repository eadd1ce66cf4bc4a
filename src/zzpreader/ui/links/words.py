"""What people call a relation, seen from either end."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from zzpreader.model.records import Relation
from zzpreader.session.linking import Tie


def relation_words(relation: Relation, *, outgoing: bool = True) -> str:
    """
    Args:
        outgoing: whether one stands at the start of the link; else the words say what the other is to this.
    """
    translate = QCoreApplication.translate
    forth, back = {
        Relation.RELATED: (translate("Relation", "is related to"), translate("Relation", "is related to")),
        Relation.SUPPORTS: (translate("Relation", "supports"), translate("Relation", "is supported by")),
        Relation.CONTRADICTS: (translate("Relation", "contradicts"), translate("Relation", "is contradicted by")),
        Relation.EXAMPLE: (translate("Relation", "is an example of"), translate("Relation", "has as an example")),
        Relation.EVIDENCE: (translate("Relation", "is evidence for"), translate("Relation", "rests on")),
    }[relation]
    return forth if outgoing else back


def tie_words(tie: Tie, called: Callable[[str], str]) -> str:
    """ "supports Les 3 …" """
    return f"{relation_words(tie.link.relation, outgoing=tie.outgoing)} {called(tie.other)}"
