"""Which work of a list of references a publication is. Pure."""

from collections.abc import Mapping, Sequence

from zzpreader.model.about import About
from zzpreader.model.folding import fold

_SHORTEST = 8
"""Letters of a title that may be only the beginning of another one, with its subtitle."""


def matched(works: Sequence[About], publications: Mapping[str, About]) -> dict[str, About]:
    """By DOI, else by title; what two works answer equally well to is left out.

    Args:
        publications: by id, as they are known now.
    """
    by_doi = {work.doi.casefold(): work for work in works if work.doi}
    titles = [(_letters(work.title), work) for work in works]
    found: dict[str, About] = {}
    for id_, known in publications.items():
        if known.doi and (work := by_doi.get(known.doi.casefold())):
            found[id_] = work
            continue
        title = _letters(known.title)
        same = [work for letters, work in titles if letters == title]
        near = same or [work for letters, work in titles if _is_beginning(letters, title)]
        if title and near and all(work == near[0] for work in near):
            found[id_] = near[0]
    return found


def _is_beginning(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer.startswith(shorter)


def _letters(title: str) -> str:
    return "".join(sign for sign in fold(title).text if sign.isalnum())
