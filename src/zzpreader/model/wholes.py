"""Words in which a shorter one stands by chance: a handel has no hand, and nothing that is digitaal has a taal.

Written by hand: what a reader would call a false hit. Words of which they are a part have it neither: groothandel.
"""

from collections.abc import Collection
from functools import cache

from zzpreader.model.stemming import spellings, stem

_WORDS = """
    aankleden advocatuur afstand ambassadeur antwoord apostel apparatuur arabier armatuur arresteer attractie autochtoon
    automaat automatisch automatiseren automobilist autonomie autonoom autopsie autoritair autoriteit avontuur ballon
    bandiet banket bankroet beneden bestand bestuur bondage bordeel borstel boter brand brigadier brochure brutaal
    camouflage censuur centraal cluster comfortabel competent concentratie concurrent concurrentie constateren
    controleer cultuur daarentegen delegatie dialoog dictatuur digitaal diplomaat dressuur duister eergisteren etalage
    fabrikant factuur figuur flexibel formaat fortuin frontaal fundamenteel geldig gepland geregeld gestoord
    getalenteerd gezin glazuur handel handhaven handicap handig haring hartstikke havermout herstel honderd horizon
    horloge hospitaal huidig integendeel internet invalide investeer investering kabinet kadaster kameraad kampeer
    kampioen kansel kantine kantoor kapitaal kardinaal karton kassa kasteel kastelein klassiek klimaat klooster koppel
    kostuum kwartaal landerij landing laster lastig lesbienne lesbisch literatuur maandag maatschap magazine magistraat
    mandaat mandarijn manege mantel markant massage materiaal materie materieel mentaal meteen middag middeleeuw
    minister mishandel mondiaal monster moord muzikant naturel nederlaag netto neurologisch neutraal noodzaak normaal
    omsingeld omstand omtrent onderhandel onderwijs ontbreken oordeel oorlog oorsprong oorspronkelijk oorzaak opdringen
    panda paradijs parkeer parket parkinson participatie participeren particulier partij partituur partner pastoor
    personage personeel persoon perspectief planeet plank plankton plant pleister portaal poster postuum postuur
    predikant premier prester priester procedure protest raadsel random regel register rentmeester rooster samenzweer
    schouder sieraad sleutel sommig speling spelling stadion stadium stand standaard stapel statement stempel stereo
    sterf sterk sterling strateeg strategie structuur synagoge talent talrijk tegenstand telkens temperatuur terecht
    testament testosteron titel toestand toestel toren transport vacature vandoor vanmiddag vanzelfsprekend venster
    verantwoord verband verbond verdwijnen verhandel verhoog verhuur verkracht verlening verloor vermogen
    verontreiniging verpletterd verraad verstand verstoor verstop verwarring verwijs verzwegen vlees vlucht voorbeeld
    voorraad voorwaarts wereld wettig worstel zorgvuldig
"""
_ENDINGS = """
    aring ering oring uring boog hoog loog droog hoor door voor spoor boord hoord koord moord woord prijs wijs
"""
"""Of all words that have one: there is no ring in a regering."""


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """What all forms of a word begin with, and its stem."""
    words = [(beginning, stem(word)) for word in _WORDS.split() for beginning in spellings(word)]
    return (*words, *((ending, "") for ending in _ENDINGS.split()))


def wholes_with(roots: Collection[str], own_stem: str) -> tuple[str, ...]:
    """Beginnings of those words in which one of `roots` stands, but for the forms of the word with that stem."""
    return tuple(
        beginning
        for beginning, base in _beginnings()
        if base != own_stem and any(root in beginning and root != beginning for root in roots)
    )
