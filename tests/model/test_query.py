"""Dutch as it is written: what a query finds in a passage, and what it must not find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.folding import fold
from zzpreader.model.passages import Passages
from zzpreader.model.query import BadPattern, Synonyms, read_query
from zzpreader.resources import resource_path

SHIPPED = Synonyms(resource_path("search", "synonyms.txt").read_text("utf-8"))

FOUND = [
    # apostrophes, case, hyphens
    ("zzp'er", "Een zzp’er belt."),
    ("zzp’er", "Een zzp'er belt."),
    ("ZZP-er", "een zzp’er"),
    ("zzper", "een ZZP-er"),
    ("zzp'ers", "Elke zzp-er telt."),
    ("zzp", "Het zzp-beleid."),
    ("zzp", "Alle zzp’ers samen."),
    ("zzpbeleid", "Het zzp-beleid van de stad."),
    ("zzp-beleid", "Het zzpbeleid van de stad."),
    ("beleid", "Het zzp-beleid van de stad."),
    ("autoongeluk", "een auto-ongeluk"),
    ("noordholland", "in Noord-Holland"),
    ("Holland", "in Noord-Holland"),
    ("gemeentes", "de gemeente’s eigen beleid"),
    # accents, ligatures, line ends
    ("officiele", "de oﬃciële cijfers"),
    ("cafés", "Het CAFÉ is open."),
    ("reële", "reele groei"),
    ("ideeën", "Eén idee is genoeg."),
    ("bedrijfsverzamelgebouw", "Het bedrijfs-\nverzamelgebouw staat leeg."),
    ("verzamelgebouw", "Het bedrijfsver-\nzamelgebouw staat leeg."),
    ("gemeente", "de ge\u00admeente"),
    ("midden- en kleinbedrijf", "het midden-\nen kleinbedrijf"),
    # compounds by their parts
    ("verzamelgebouw", "een bedrijfsverzamelgebouw"),
    ("verzamelgebouwen", "een bedrijfsverzamelgebouw"),
    ("verzamelgebouw", "veel bedrijfsverzamelgebouwen"),
    ("bedrijf", "veel bedrijfsverzamelgebouwen"),
    ("bedrijf", "een bedrijvenpark"),
    ("gebouw", "een bedrijfsverzamelgebouw"),
    ("raad", "een gemeenteraadslid"),
    ("raadslid", "alle gemeenteraadsleden"),
    ("stad", "de binnenstad"),
    ("stad", "alle binnensteden"),
    ("wijk", "een achterstandswijk"),
    ("wijken", "de wijkraad"),
    ("wet", "de gemeentewet"),
    ("wet", "onze wethouder"),
    ("les", "een leslokaal"),
    ("plan", "het stappenplan"),
    ("stap", "het stappenplan"),
    ("ondernemer", "het ondernemersloket"),
    ("les", "een muziekles"),
    ("lessen", "de zwemles"),
    ("les", "alle gitaarlessen"),
    ("les", "het lesaanbod"),
    ("kas", "de broeikassen"),
    ("kas", "de kasstroom en de kasadministratie"),
    ("gas", "van het aardgas af"),
    ("bos", "een loofbos"),
    ("glas", "twee drinkglazen"),
    ("klas", "een schoolklas"),
    ("proces", "het rechtsproces"),
    ("taal", "een programmeertaal"),
    ("taal", "vreemde talen en vaktalen"),
    ("talen", "de moedertaal"),
    ("lening", "een hypotheeklening"),
    ("huur", "de kamerhuur"),
    ("handel", "de groothandel"),
    ("hand", "de rechterhand"),
    ("ring", "een sleutelring"),
    ("uur", "de kantooruren"),
    ("kant", "de achterkant"),
    ("plant", "een plantenbak"),
    ("kantoor", "de kantoren aan de kade"),
    ("raad", "de raadzaal"),
    ("ruimte", "een serverruimte"),
    ("oog", "de oogkleppen"),
    ("zzp", "alle zzpers"),
    ("mkb", "de mkbers"),
    ("btw", "een btwnummer"),
    ("a", "de e-a-lijn"),
    ("e", "een e-mail"),
    ("it", "een zij-it-er"),
    # forms of a word
    ("les", "vijf lessen"),
    ("lessen", "Les 5"),
    ("wetten", "de wet"),
    ("bom", "twee bommen"),
    ("boom", "twee bomen"),
    ("bedrijven", "een bedrijf"),
    ("huis", "de huizen"),
    ("brief", "alle brieven"),
    ("gemeenten", "de gemeente"),
    ("zelfstandigen", "een zelfstandige"),
    ("mogelijkheid", "veel mogelijkheden"),
    ("kind", "de kinderen"),
    ("proces", "twee processen"),
    ("adressen", "een adres"),
    ("advies", "veel adviezen"),
    ("verlies", "de verliezen"),
    ("module", "twee modules"),
    ("haven", "alle luchthavens"),
    ("teken", "de leestekens"),
    ("wapens", "een wapen"),
    ("molen", "de windmolens"),
    ("regen", "een regenbui"),
    ("collega", "veel collegas"),
    ("groot", "een grote stad"),
    ("subsidie", "twee subsidies"),
    ("foto", "twee foto's"),
    ("dag", "zeven dagen"),
    ("policy", "local policies"),
    ("lesson", "five lessons learnt"),
    # synonyms
    ("zzp'ers", "de zelfstandigen in de wijk"),
    ("zzp'er", "zelfstandigen zonder personeel"),
    ("zelfstandige", "elke zzp’er"),
    ("zelfstandige zonder personeel", "elke zzp’er"),
    ("mkb", "het midden- en kleinbedrijf"),
    # more words, phrases, OR, without
    ("wijk zzp", "Een zzp’er woont in de wijk."),
    ('"de wijk"', "in de  wijk"),
    ('"zonder personeel"', "zelfstandige zonder\npersoneel"),
    ("stad OR dorp", "het dorp"),
    ("stad OF dorp", "de stad"),
    ("stad | dorp", "de stad"),
    ("zzp -wijk", "een zzp’er in de stad"),
    ('wijk -"de wijk"', "een wijk"),
    ("€", "voor € 5"),
]

NOT_FOUND = [
    ("wet", "Wij weten het."),
    ("weten", "een wet"),
    ("man", "de manen van een paard"),
    ("bom", "veel bomen"),
    ("kan", "een kans"),
    ("kans", "Dat kan."),
    ("mens", "men zegt"),
    ("huur", "Wij verhuren."),
    ("les", "alles is anders"),
    ("eten", "Wij weten het."),
    ("er", "een zzpbeleid"),
    ("les", "bestemmingsplannen"),
    ("recht", "een terechte klacht"),
    ("leden", "in het verleden"),
    ("stad", "geld besteden"),
    ("raad", "een draadje"),
    ("regeling", "de regels"),
    ("zzp'er", "zelfstandig onderzoek"),
    ("zzp'er", "het zzpbeleid"),
    ("personeel", "een zzp’er"),
    ('"wijk"', "de wijken"),
    ('"de stad"', "de binnenstad"),
    ('"zzp\'ers"', "de zelfstandigen"),
    ('"de wijk"', "wijk de stad"),
    ("wijk zzp", "Een zzp’er woont hier."),
    ("stad OR dorp", "de wijk"),
    ("zzp -wijk", "een zzp’er in de wijk"),
    ("zzp -wijk", "een zzp’er in de wijken"),
    ('wijk -"de wijk"', "in de wijk"),
    ("gebouw", "een geluid"),
    # longer words that are no compounds
    ("taal", "digitale middelen"),
    ("taal", "een digitaal loket"),
    ("taal", "het startkapitaal"),
    ("lening", "de dienstverlening"),
    ("raad", "de voorraad"),
    ("stad", "een voetbalstadion in dit stadium"),
    ("hand", "de groothandel onderhandelt"),
    ("kant", "een kantoor met een kantine"),
    ("plan", "planten op een planeet"),
    ("part", "onze partners en een partij"),
    ("geld", "een geldig bewijs"),
    ("ring", "de regering en een verandering"),
    ("ring", "een verklaring"),
    ("uur", "de structuur"),
    ("uur", "de facturen"),
    ("ijs", "het onderwijs"),
    ("oog", "een dialoog"),
    ("oord", "een antwoord"),
    ("stap", "een stapel"),
    ("ster", "de sterkste minister"),
    ("kas", "een kasteel"),
    ("bel", "een flexibele tabel"),
    ("rente", "de concurrenten"),
    ("delen", "een delegatie"),
    ("auto", "een autoriteit"),
    ("ei", "een eigen plein"),
    ("os", "Oslo en bos"),
    # an s that is the word's own
    ("les", "alle modules en articles"),
    ("gas", "onze collegas"),
    ("glas", "een glanzend oppervlak"),
    ("klas", "een klacht"),
    ("proces", "de procedure"),
    ("kaars", "een kaart"),
    ("verlies", "verliefd"),
    ("beurs", "om de beurt"),
    ("nieuws", "iets wat nieuw is"),
    ("a", "de kade-rand"),
    ("regen", "de regering"),
    ("regen", "de maatregelen"),
    ("stem", "twee AI-systemen"),
    ("mens", "de inkomensregeling"),
    ("laag", "opgeslagen in de bijlage"),
    ("gegevens", "aangegeven"),
    ("eis", "alle dienstreizen"),
    ("rand", "een verandering"),
    ("loon", "een sjabloon"),
    ("taal", "Zij betalen"),
    ("haven", "het handhaven"),
]


def is_found(typed, passage, **options):
    query = read_query(typed, SHIPPED, **options)
    return bool(list(Passages(query).spans(passage, fold(passage, query.match_case))))


def marked(typed, passage, **options):
    query = read_query(typed, SHIPPED, **options)
    return [passage[a:b] for a, b in Passages(query).spans(passage, fold(passage, query.match_case))]


@pytest.mark.parametrize(("typed", "passage"), FOUND)
def test_what_a_reader_means_is_found(typed, passage):
    assert is_found(typed, passage)


@pytest.mark.parametrize(("typed", "passage"), NOT_FOUND)
def test_what_only_looks_alike_is_not_found(typed, passage):
    assert not is_found(typed, passage)


def test_only_the_part_of_a_compound_that_was_asked_for_is_marked():
    assert marked("gebouw", "Bedrijfsverzamelgebouwen en gebouwen") == ["gebouwen", "gebouwen"]
    assert marked("beleid", "het zzp-beleidsplan") == ["beleid"]


def test_words_that_are_typed_together_stand_together():
    assert is_found("de wijken", "in de wijk", together=True, typing=True)
    assert not is_found("wijk de", "in de wijk", together=True, typing=True)
    found = marked("zelfstandige zonder", "zelfstandigen zonder personeel", together=True)
    assert found == ["zelfstandigen zonder"]
    assert is_found("zelfstandige zonder personeel", "elke zzp’er", together=True, typing=True)


def test_a_word_that_is_being_typed_is_found_by_its_beginning():
    assert marked("de wij", "in de wijk", together=True, typing=True) == ["de wij"]
    assert not is_found("de wij ", "in de wijk", together=True, typing=True)
    assert not is_found("wij", "in de wijk")


def test_whole_words_have_no_other_forms_and_no_compounds():
    assert is_found("stad", "De Stad", whole_words=True)
    assert not is_found("stad", "steden, binnenstad, stad's", whole_words=True)
    assert is_found("zzp", "zzp-beleid", whole_words=True)


def test_exact_folds_nothing():
    assert is_found("Zzp’er", "Een Zzp’er", exact=True)
    for passage in ("Een zzp’er", "Een Zzp'er", "Zzp-er", "Zzp’ér"):
        assert not is_found("Zzp’er", passage, exact=True)
    assert is_found("de wijk", "in de\nwijk", exact=True)
    assert is_found('stad OR "dorp"', 'de stad OR "dorp"', exact=True)
    assert not is_found("stad", "binnenstad", exact=True, whole_words=True)


def test_a_regular_expression_sees_words_that_are_whole_again():
    assert marked(r"bedrijfs\w*gebouw", "het bedrijfs-\nverzamelgebouw", regex=True) == ["bedrijfs-\nverzamelgebouw"]
    assert marked(r"\b20\d\d\b", "in 2011, 20115 en 2012", regex=True) == ["2011", "2012"]
    assert marked("café", "CAFÉ cafe", regex=True) == ["CAFÉ", "cafe"]
    assert marked("CAFÉ", "CAFÉ cafe café", regex=True, exact=True, match_case=True) == ["CAFÉ"]
    assert marked("x*", "stad", regex=True) == []


def test_what_is_no_regular_expression_is_said():
    with pytest.raises(BadPattern):
        read_query("(wijk", regex=True)


@pytest.mark.parametrize("typed", ["", "  ", '""', "-", "-wijk", '-"de wijk"'])
def test_a_query_that_asks_for_nothing_finds_nothing(typed):
    assert marked(typed, "de wijk in") == []


def test_a_readers_own_list_adds_to_the_shipped_one():
    lists = Synonyms("zzp'er, zelfstandige", "# mijn lijst\nzzp'er, freelancer\n,,\n")
    assert set(lists.of(("zzp'ers",))) == {("zelfstandige",), ("freelancer",)}
    assert lists.of(("freelancers",)) == (("zzp'er",),)


@given(st.text("abcdeénrsz’'-\" OR|", max_size=30), st.text("abcdeénrsz’'- \n", max_size=60), st.booleans())
def test_hits_lie_in_the_text_one_after_the_other(typed, passage, together):
    query = read_query(typed, SHIPPED, together=together)
    spans = list(Passages(query).spans(passage, fold(passage, query.match_case)))
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(passage) for start, end in spans)


@given(st.lists(st.sampled_from(["zzp'ers", "stad", "Wijken", "café", "beleid"]), min_size=1, max_size=6))
def test_every_word_of_a_text_is_found_in_it(words):
    passage = " ".join(words)
    for word in words:
        assert is_found(word, passage)
        assert is_found(word, passage, together=True, typing=True)
        assert is_found(word, passage, whole_words=True)


@given(st.text("abcdefgijklmnoprstuvwz", min_size=1, max_size=12), st.sampled_from(["", "e", "en", "s", "n"]))
def test_a_word_is_found_by_itself_and_its_stem_is_stable(word, ending):
    assert is_found(word, f"een {word} hier")
    assert is_found(word + ending, f"een {word + ending} hier")
