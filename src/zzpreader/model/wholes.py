"""Words in which a shorter one stands by chance: a handel has no hand, and nothing that is digitaal has a taal.

Written by hand: what a reader would call a false hit. Words of which they are a part have it neither: groothandel.
"""

from collections.abc import Collection
from functools import cache

from zzpreader.model.stemming import spellings, stem

_WORDS = """
    aangegeven aankleden acceptabel advocatuur afstand ambassadeur antwoord apostel arabier arresteer attractie
    autochtoon automaat automatisch automatiseren automobilist autonomie autonoom autopsie autoritair autoriteit
    avontuur ballon bandiet banket bankroet beneden bestand betaal bijlage bondage bordeel borstel boter brand brigadier
    brochure brutaal camouflage censuur centraal cluster coherent comfortabel competent concentratie concurrent
    concurrentie constateer controleer cultuur current daarentegen delegatie demonstrate dialoog dictatuur different
    digitaal diplomaat doorgegeven dressuur duister eergisteren etalage fabrikant factuur figuur formaat fortuin frame
    frontaal fundamenteel garandeer geldig gepland geregeld gestoord getalenteerd geweten gezin glazuur gravure handel
    handhaven handicap handig haring hartstikke havermout herstel honderd horizon horizontaal horloge hospitaal huidig
    illustrate inherent inkomen integendeel intermediair internet invalide investeer investering kabinet kadaster
    kameraad kampeer kampioen kansel kantine kantoor kapitaal kardinaal karton kassa kasteel kastelein kernel klassiek
    klimaat klooster koppel kostuum kwartaal landerij landing laster lastig lesbienne lesbisch level lever leverancier
    maandag maatschap magazine magistraat mandaat mandarijn manege mantel markant massage materiaal materie materieel
    measure meegegeven mentaal meteen middag middeleeuw minister mishandel mondiaal monster moord muzikant naturel
    nederlaag netto neurologisch neutraal noodzaak normaal normal normatief omsingeld omstand omtrent onderhandel
    onderwijs ontbreken oordeel oorlog oorsprong oorspronkelijk oorzaak opdringen panda paradijs parameter parent
    parkeer parket parkinson participatie participeren particulier partij partituur partner pastoor personage personeel
    persoon perspectief planeet plank plankton plant pleister portaal poster postuum postuur predikant preis premier
    prenataal prester priester procedure protest raadsel random referentie regel register reis rentmeester rooster
    samenzweer schouder sieraad sjabloon sleutel sommig speling spelling stadion stadium stand standaard standalone
    stapel statement stempel stereo sterf sterk sterling strand strateeg strategie structuur stuur synagoge systeem
    system talent talrijk tegenstand telkens terecht testament testosteron titel toegegeven toelage toestand toestel
    toren transport uitgegeven vacature vandoor vanmiddag vanzelfsprekend venster verander veranderlijk verantwoord
    verband verbond verdwijnen verhandel verhoog verhuur verkracht verlening verloor vermogen verpletterd verraad
    verstand verstoor verstop verstrijken verwarring verwijs verzwegen vlees vlucht voorbeeld voorraad voorwaarts
    vrijgegeven weergegeven wereld wetenschap wettig worstel zorgvuldig
"""
_PIECES = """
    abel aring ature atuur boog boord dimensi door droog ecture ectuur ering hoog hoor hoord ibel inkomens koord kregen
    loog moord oring prijs slage spoor theek treinig uring voor wijs wogen woord
"""
"""Of many words: there is no ring in a regering."""


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """What all forms of a word begin with, and its stem."""
    words = [(beginning, stem(word)) for word in _WORDS.split() for beginning in spellings(word)]
    return (*words, *((piece, "") for piece in _PIECES.split()))


def wholes_with(roots: Collection[str], own_stem: str) -> tuple[str, ...]:
    """Beginnings of those words in which one of `roots` stands, but for the forms of the word with that stem."""
    return tuple(
        beginning
        for beginning, base in _beginnings()
        if base != own_stem and any(root in beginning and root != beginning for root in roots)
    )
