"""Words by which parts of a publication are known, in Dutch, English, German and French, and a few neighbours."""

from zzpreader.structure.titles import fold

_CONTENTS = """
contents; table of contents; contents page; toc; contents at a glance; detailed contents; brief contents; short contents
inhoud; inhoudsopgave; inhoudstafel; in dit rapport; in dit nummer; overzicht inhoud
inhaltsverzeichnis; inhalt; inhaltsübersicht; inhaltsangabe; table des matières; sommaire; table de matières
índice; indice; índex; sommario; innehåll; indhold; innhold; sisällys; spis treści; obsah
содержание; оглавление; 目次; 目录
"""
_OTHER_LISTS = """
list of figures; list of tables; figures; tables; figures and tables; list of illustrations; list of listings; listings
list of examples; list of algorithms; list of abbreviations; lijst van figuren; lijst van tabellen; lijst met figuren
lijst met tabellen; figurenlijst; tabellenlijst; figuren; tabellen; abbildungsverzeichnis; tabellenverzeichnis
table des figures; liste des figures; liste des tableaux; table des illustrations
"""
_NO_TITLES = """
datum; naam; voornaam; achternaam; handtekening; paraaf; plaats; kenmerk; ons kenmerk; uw kenmerk; betreft; telefoon
postadres; bezoekadres; postcode; date; signature; our reference; your reference; unterschrift; aktenzeichen; telefon
prénom; téléphone; courriel
let op; opgelet; note; tip; warning; caution; hinweis; achtung; remarque; attention; nota bene; nb
"""
_COUNTS = """
twee drie vier vijf zes zeven acht negen tien elf twaalf; two three four five six seven eight nine ten eleven twelve
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf; deux trois quatre cinq six sept huit neuf dix
"""


def _listed(words: str) -> list[str]:
    return [word.strip() for line in words.strip().splitlines() for word in line.split(";")]


CONTENTS_WORDS = frozenset(fold(word) for word in _listed(_CONTENTS))
"""Headings of the contents list, folded."""

OTHER_LISTS = frozenset(fold(word) for word in _listed(_OTHER_LISTS))
"""Headings of lists of figures and the like, folded."""

NO_TITLES = frozenset(fold(word) for word in _listed(_NO_TITLES))
"""What stands before the blanks of a form, heads a letter, or draws attention to a paragraph, folded."""

# without French for eleven, which is Dutch for "our"
COUNTS = {word: n for row in _listed(_COUNTS) for n, word in enumerate(row.split(), 2)}

LESSONS = {
    "les": "lessen",
    "lesson": "lessons",
    "leçon": "leçons",
    "lektion": "lektionen",
    "lehre": "lehren",
    "aanbeveling": "aanbevelingen",
    "recommendation": "recommendations",
    "empfehlung": "empfehlungen",
    "recommandation": "recommandations",
    "bevinding": "bevindingen",
    "finding": "findings",
    "erkenntnis": "erkenntnisse",
    "constat": "constats",
    "advies": "adviezen",
    "advice": "advices",
    "ratschlag": "ratschläge",
    "conseil": "conseils",
    "inzicht": "inzichten",
    "insight": "insights",
    "conclusie": "conclusies",
    "conclusion": "conclusions",
    "maatregel": "maatregelen",
    "maßnahme": "maßnahmen",
    "mesure": "mesures",
    "measure": "measures",
    "principe": "principes",
    "principle": "principles",
    "prinzip": "prinzipien",
    "takeaway": "takeaways",
    "actie": "acties",
    "tip": "tips",
}
"""What a lesson is called, and several of them."""
