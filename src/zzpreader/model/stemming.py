"""What the forms of a Dutch or English word have in common: light rules of our own, for folded words.

Light means that two words become equal only where a reader would call them one word: plurals, inflected adjectives,
infinitives. The rules are those of Dutch spelling (an open syllable has one vowel sign, v and z end no word) and the
plurals that do not follow them.
"""

import re
from functools import lru_cache

_VOWELS = "aeiouy"
_VOICED = {"f": "v", "s": "z"}
_VOICELESS = {"v": "f", "z": "s"}
_SHORTEST = 4
"""Letters of a word that has forms worth taking off."""

_IRREGULAR = {
    "steden": "stad",
    "leden": "lid",
    "schepen": "schip",
    "dagen": "dag",
    "wegen": "weg",
    "paden": "pad",
    "daken": "dak",
    "glazen": "glas",
    "gaten": "gat",
    "vaten": "vat",
    "bladen": "blad",
    "bladeren": "blad",
    "hoven": "hof",
    "loten": "lot",
    "sloten": "slot",
    "spelen": "spel",
    "bedragen": "bedrag",
    "verdragen": "verdrag",
    "verboden": "verbod",
    "kinderen": "kind",
    "eieren": "ei",
    "goederen": "goed",
    "liederen": "lied",
    "volkeren": "volk",
    "gelederen": "gelid",
    "musea": "museum",
    "centra": "centrum",
    "criteria": "criterium",
    "heden": "heid",
}
"""Plurals, also as the last part of a compound: binnensteden is of binnenstad."""

_IRREGULAR_ENDINGS = tuple(_IRREGULAR)

_REGULAR_AFTER_ALL = re.compile(
    r"(aan|uit)?besteden|(ge|ver|be|voor|over)leden|(be|over|af|toe|in)wegen|(uit|op|ver|voor)dagen|(be|ver|aan|uit)sloten"
    r"|(be|ver|toe|ge)loten|afspelen|omheden"
)
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
_OPEN = re.compile(rf"(^|[^{_VOWELS}])([aeou])([^{_VOWELS}xjw])$")
_UNSTRESSED = re.compile(rf"[{_VOWELS}].*e[lrnm]$")
_PLURAL_S = re.compile(r"(?:(?<![aeo])[aeioy]|[aeo]u|[aeiouy].*e[lmn]|..er|[aeo]ur|or|aar|ing)s$")
_OWN_S = re.compile(
    r"^[^aeiouy]*[aeo]s$|(?:[^aeiou]|[aeiou]{2})(?:[gjkpt]as|[gk]las|gras|plas|fles|[bm]os|[bm]es)$|(?:[fhj-nrsvwz]|st)les$"
    r"|(?:proc|succ|adr|congr)es$|(?:verl|adv|prec|vl|fr)ies$|(?:^[klv]aar|beur|koer|nieuw|spon)s$"
)
"""Singulars: also muziekles, aardgas and broeikas, but not modules, articles and collegas."""
_OWN_EN = re.compile(r"(?:reg|(?<!sc)hav|wap|wag|mol|ket|(?:(?<!s)|(?<=es))tek)en$")
"""Singulars: also windmolen and leesteken, but not schaven and steken."""
_ENGLISH_S = re.compile(r"(?:nt|on|l|m|r|g|w|rk|nk|ck|st)s$")
_POLICY = re.compile(r"..[^aeiouy]y$")
_ENGLISH_ED = re.compile(r"[^aeiouhdt]ed$")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """
    Args:
        word: folded, without hyphens and apostrophes.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if word.endswith(_IRREGULAR_ENDINGS) and not _REGULAR_AFTER_ALL.search(word):
        plural = next(plural for plural in _IRREGULAR_ENDINGS if word.endswith(plural))
        return _without_s(word[: -len(plural)] + _IRREGULAR[plural])
    word = _without_s(word)
    if word.endswith(("eeen", "ieen")):
        word = word[:-2]
    elif word.endswith("en") and len(word) > _SHORTEST and word[-3] != "e" and not _OWN_EN.search(word):
        word = _without_s(_closed(word[:-2]))
    elif word.endswith("e") and len(word) >= _SHORTEST and word[-2] not in _VOWELS:
        word = _closed(word[:-1])
    elif _ENGLISH_ED.search(word) and len(word) > _SHORTEST + 2:
        word = _closed(word[:-2])
    return word[:-1] + "ie" if _POLICY.search(word) else word


def _without_s(word: str) -> str:
    if word.endswith("is") or len(word) < _SHORTEST or _OWN_S.search(word):
        return word
    is_plural = _PLURAL_S.search(word) or (len(word) > _SHORTEST and _ENGLISH_S.search(word))
    return word[:-1] if is_plural else word


def _closed(root: str) -> str:
    """The root as it is spelled when nothing follows: bom(m) bom, bom boom, bedrijv bedrijf."""
    if len(root) < 2:
        return root
    if _DOUBLE.search(root):
        return root[:-1]
    opened = _OPEN.search(root)
    if opened and not _UNSTRESSED.search(root) and len(root) > 2:
        root = root[:-1] + root[-2:]
    return root[:-1] + _VOICELESS.get(root[-1], root[-1])


def spellings(word: str) -> frozenset[str]:
    """Beginnings of which every form of `word` has one: bom(en) and boom, bedrijv(en) and bedrijf, sted(en) and stad.

    Args:
        word: folded, without hyphens and apostrophes.
    """
    base = stem(word)
    found = {base, inflected(base), _without_s(word)}
    for plural, singular in _IRREGULAR.items():
        if base.endswith(singular):
            found.add(base[: -len(singular)] + plural)
    if base.endswith("ie"):
        found.add(base[:-2] + "y")
    return frozenset(found)


@lru_cache(maxsize=10_000)
def inflected(base: str) -> str:
    """A stem as it is spelled before -e and -en, with the e: lesse(n), bome(n), bedrijve(n)."""
    if len(base) < 3 or not base.isalpha() or base[-1] in _VOWELS:
        return base
    last, vowel, before = base[-1], base[-2], base[-3]
    if base[-3:-1] == "ij":
        return base[:-1] + _VOICED.get(last, last) + "e"
    if vowel not in _VOWELS:
        return base + "e"
    if before in _VOWELS:
        return (base[:-2] if before == vowel and vowel != "i" else base[:-1]) + _VOICED.get(last, last) + "e"
    if vowel in "aeou" and not _UNSTRESSED.search(base) and last not in "hjwx":
        return base + last + "e"
    return base + "e"
