<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About zzpreader</source>
        <translation>Over zzpreader</translation>
    </message>
    <message>
        <source>Read publications offline, section by section, and take your notes along.</source>
        <translation>Lees publicaties zonder internet, paragraaf voor paragraaf, en neem uw notities mee.</translation>
    </message>
    <message>
        <source>Free software under the GNU Affero General Public License, version 3 or later.</source>
        <translation>Vrije software onder de GNU Affero General Public License, versie 3 of later.</translation>
    </message>
    <message>
        <source>Made with %1.</source>
        <translation>Gemaakt met %1.</translation>
    </message>
    <message>
        <source>Your notes are in %1</source>
        <translation>Uw notities staan in %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ActivityDialog</name>
    <message>
        <source>What the program is doing</source>
        <translation>Wat het programma doet</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proces</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Bezig met</translation>
    </message>
    <message>
        <source>Memory (MB)</source>
        <translation>Geheugen (MB)</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Verzoek</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Waited (ms)</source>
        <translation>Gewacht (ms)</translation>
    </message>
    <message>
        <source>Took (ms)</source>
        <translation>Duurde (ms)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Laatste verzoeken</translation>
    </message>
    <message>
        <source>The last requests are noted while this window is open.</source>
        <translation>De laatste verzoeken worden bijgehouden zolang dit venster open is.</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>het venster</translation>
    </message>
    <message>
        <source>kept (cache hit)</source>
        <translation>bewaard (uit de cache)</translation>
    </message>
</context>
<context>
    <name>AttachmentsDesk</name>
    <message>
        <source>What is attached to this PDF cannot be read.</source>
        <translation>De bestanden in deze PDF kunnen niet gelezen worden.</translation>
    </message>
    <message>
        <source>There are no files in this PDF.</source>
        <translation>Er zitten geen bestanden in deze PDF.</translation>
    </message>
    <message>
        <source>Save into a folder</source>
        <translation>In een map bewaren</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Bestand bewaren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>The publication itself is never written over. Choose another name.</source>
        <translation>De publicatie zelf wordt nooit overschreven. Kies een andere naam.</translation>
    </message>
</context>
<context>
    <name>AttachmentsDialog</name>
    <message>
        <source>Files in this PDF</source>
        <translation>Bestanden in deze PDF</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>A file inside a PDF can do harm. zzpreader saves it where you choose, unopened.</source>
        <translation>Een bestand in een PDF kan schadelijk zijn. zzpreader bewaart het waar u wilt, en opent het niet.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Bewaren…</translation>
    </message>
    <message>
        <source>Save &amp;all…</source>
        <translation>&amp;Alles bewaren…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Whole document</source>
        <translation>Hele document</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Pagina %1</translation>
    </message>
</context>
<context>
    <name>BundleDesk</name>
    <message>
        <source>The bundle in the folder “%1” cannot be used: %2</source>
        <translation>De kennisbundel in de map “%1” is niet te gebruiken: %2</translation>
    </message>
    <message>
        <source>The bundles in these folders cannot be used: %1.</source>
        <translation>De kennisbundels in deze mappen zijn niet te gebruiken: %1.</translation>
    </message>
</context>
<context>
    <name>BundleView</name>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Datum uitgave</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Documenttype</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Uitgever</translation>
    </message>
    <message>
        <source>Open the reading guide</source>
        <translation>Leeswijzer openen</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Openen: %1</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Inleiding</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>Conclusies</translation>
    </message>
    <message>
        <source>More information</source>
        <translation>Meer informatie</translation>
    </message>
    <message>
        <source>What is in the publication</source>
        <translation>Wat er in de publicatie staat</translation>
    </message>
    <message>
        <source>Pages that are mentioned</source>
        <translation>Genoemde pagina’s</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Les</translation>
    </message>
    <message numerus="yes">
        <source>%n more lesson(s): to be read in the publication</source>
        <translation>
            <numerusform>nog %n les: te lezen in de publicatie</numerusform>
            <numerusform>nog %n lessen: te lezen in de publicatie</numerusform>
        </translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Note on the section</source>
        <translation>Notitie bij de paragraaf</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Other version of the note</source>
        <translation>Andere versie van de notitie</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>p. %1 of another edition</source>
        <translation>p. %1 van een andere uitgave</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreping</translation>
    </message>
    <message>
        <source>Strike-out</source>
        <translation>Doorhaling</translation>
    </message>
    <message>
        <source>Squiggly underline</source>
        <translation>Golvende onderstreping</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 van %n notitie</numerusform>
            <numerusform>%1 van %n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a colour</source>
        <translation>Zonder kleur</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Show less</source>
        <translation>Minder tonen</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Opmerking schrijven</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Name of the bookmark</source>
        <translation>Naam van de bladwijzer</translation>
    </message>
    <message>
        <source>Write a comment…</source>
        <translation>Schrijf een opmerking…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Notes and marks</source>
        <translation>Notities en markeringen</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>&amp;Go to this place</source>
        <translation>&amp;Ga naar deze plek</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>&amp;Edit comment</source>
        <translation>&amp;Opmerking bewerken</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Trefwoorden…</translation>
    </message>
    <message>
        <source>&amp;Copy quote</source>
        <translation>Citaat &amp;kopiëren</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>Ee&amp;rdere versies…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>K&amp;leur</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>Koppelen &amp;aan…</translation>
    </message>
    <message>
        <source>&amp;Pin as evidence of a lesson…</source>
        <translation>Vastleggen als be&amp;wijs bij een les…</translation>
    </message>
    <message>
        <source>Cop&amp;y link to this</source>
        <translation>Koppeling h&amp;iernaartoe kopiëren</translation>
    </message>
    <message>
        <source>Delete lin&amp;k</source>
        <translation>Koppeling verwi&amp;jderen</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreping</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Doorhaling</translation>
    </message>
    <message>
        <source>Squiggly underline</source>
        <translation>Golflijn</translation>
    </message>
    <message>
        <source>Chan&amp;ge link</source>
        <translation>Koppeling wij&amp;zigen</translation>
    </message>
    <message>
        <source>Desc&amp;ribe area…</source>
        <translation>Gebied bes&amp;chrijven…</translation>
    </message>
    <message>
        <source>Copy with &amp;source</source>
        <translation>Kopiëren met &amp;bronvermelding</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Tags of those chosen</source>
        <translation>Trefwoorden van wat is gekozen</translation>
    </message>
    <message>
        <source>Delete those chosen</source>
        <translation>Verwijderen wat is gekozen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keuze opheffen</translation>
    </message>
    <message>
        <source>Colour of those chosen</source>
        <translation>Kleur van wat is gekozen</translation>
    </message>
    <message>
        <source>Kind of those chosen</source>
        <translation>Soort van wat is gekozen</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Something is missing; see the lines that begin with “!”.</source>
        <translation>Er ontbreekt iets; zie de regels die met “!” beginnen.</translation>
    </message>
    <message>
        <source>System libraries are missing. On Debian or Ubuntu: %1</source>
        <translation>Er ontbreken systeembibliotheken. Op Debian of Ubuntu: %1</translation>
    </message>
    <message>
        <source>All system libraries are there.</source>
        <translation>Alle systeembibliotheken zijn er.</translation>
    </message>
    <message>
        <source>There is no screen here: the window cannot open. The other commands work, and --snapshot.</source>
        <translation>Er is hier geen scherm: het venster kan niet open. De andere opdrachten werken wel, en --snapshot ook.</translation>
    </message>
    <message>
        <source>Folder for notes: %1</source>
        <translation>Map met notities: %1</translation>
    </message>
    <message>
        <source>Publications in the library: %1</source>
        <translation>Publicaties in de bibliotheek: %1</translation>
    </message>
    <message>
        <source>“%1” can be read.</source>
        <translation>“%1” kan worden gelezen.</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>Pagina’s: %1</translation>
    </message>
    <message>
        <source>It has printed page labels.</source>
        <translation>De pagina’s hebben gedrukte nummers.</translation>
    </message>
    <message>
        <source>It is locked with a password.</source>
        <translation>Het bestand is met een wachtwoord beveiligd.</translation>
    </message>
    <message>
        <source>The file is damaged; what could be repaired is shown.</source>
        <translation>Het bestand is beschadigd; wat te herstellen was, wordt getoond.</translation>
    </message>
    <message>
        <source>replace a file that is there already; an earlier odt or obsidian export is renewed</source>
        <translation>vervang een bestand dat er al is; een eerdere export als odt of obsidian wordt bijgewerkt</translation>
    </message>
    <message>
        <source>write through a Jinja2 template: a file, or %1</source>
        <translation>schrijf met een Jinja2-sjabloon: een bestand, of %1</translation>
    </message>
    <message>
        <source>one file for every lesson; OUT is a folder (markdown, obsidian)</source>
        <translation>één bestand per les; OUT is een map (markdown, obsidian)</translation>
    </message>
    <message>
        <source>only what lies in lessons</source>
        <translation>alleen wat in lessen staat</translation>
    </message>
    <message>
        <source>compare every quotation with the publication</source>
        <translation>vergelijk elk citaat met de publicatie</translation>
    </message>
    <message>
        <source>--per-lesson goes with --format markdown or obsidian</source>
        <translation>--per-lesson hoort bij --format markdown of obsidian</translation>
    </message>
    <message>
        <source>For this format zzpreader needs %1: pip install &apos;zzpreader[%2]&apos;.</source>
        <translation>Voor deze indeling heeft zzpreader %1 nodig: pip install &apos;zzpreader[%2]&apos;.</translation>
    </message>
    <message>
        <source>a day is written as 2026-11-23</source>
        <translation>een dag wordt geschreven als 2026-11-23</translation>
    </message>
    <message>
        <source>For templates zzpreader needs Jinja2: pip install &apos;zzpreader[templates]&apos;.</source>
        <translation>Voor sjablonen heeft zzpreader Jinja2 nodig: pip install &apos;zzpreader[templates]&apos;.</translation>
    </message>
    <message>
        <source>“%1” is a PDF and is not replaced by notes.</source>
        <translation>“%1” is een PDF en wordt niet door notities vervangen.</translation>
    </message>
    <message>
        <source>“%1” is there already; --force replaces it.</source>
        <translation>“%1” bestaat al; met --force wordt het vervangen.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1” kan niet worden geschreven: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be read to its end.</source>
        <translation>“%1” kan niet tot het einde worden gelezen.</translation>
    </message>
    <message>
        <source>An error in the program itself (%1); with ZZPREADER_DEBUG=1 it says where.</source>
        <translation>Een fout in het programma zelf (%1); met ZZPREADER_DEBUG=1 staat erbij waar.</translation>
    </message>
    <message>
        <source>Read a publication section by section, mark it and write notes on its lessons.</source>
        <translation>Lees een publicatie per paragraaf, markeer en schrijf notities bij de lessen.</translation>
    </message>
    <message>
        <source>“zzpreader COMMAND --help” tells more of a command.</source>
        <translation>“zzpreader OPDRACHT --help” vertelt meer over een opdracht.</translation>
    </message>
    <message>
        <source>print the section tree</source>
        <translation>de inhoud tonen</translation>
    </message>
    <message>
        <source>print the number printed on every page</source>
        <translation>het gedrukte nummer van elke pagina tonen</translation>
    </message>
    <message>
        <source>find words</source>
        <translation>woorden zoeken</translation>
    </message>
    <message>
        <source>draw a page as a PNG file</source>
        <translation>een pagina als PNG-bestand tekenen</translation>
    </message>
    <message>
        <source>add and list notes</source>
        <translation>notities toevoegen en tonen</translation>
    </message>
    <message>
        <source>write the notes as one document</source>
        <translation>de notities als één document schrijven</translation>
    </message>
    <message>
        <source>tell what is missing on this machine, or whether a file can be read</source>
        <translation>zeggen wat er op deze computer ontbreekt, of dat een bestand te lezen is</translation>
    </message>
    <message>
        <source>mark words, or write the note of a section</source>
        <translation>woorden markeren, of de notitie bij een paragraaf schrijven</translation>
    </message>
    <message>
        <source>print all notes in document order</source>
        <translation>alle notities tonen in de volgorde van de publicatie</translation>
    </message>
    <message>
        <source>take in a notes bundle, or another notebook, of the same publication</source>
        <translation>een notitiebundel of een ander notitiebestand van dezelfde publicatie opnemen</translation>
    </message>
    <message>
        <source>take in notes of other programs</source>
        <translation>notities van andere programma’s overnemen</translation>
    </message>
    <message>
        <source>The notes of this publication are open in a window; close it there first.</source>
        <translation>De notities bij deze publicatie zijn in een venster open; sluit ze daar eerst.</translation>
    </message>
    <message>
        <source>The folder for notes, %1, cannot be written.</source>
        <translation>In de map met notities, %1, kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was saved now; what was saved before is safe.</source>
        <translation>De schijf is vol: er is nu niets bewaard; wat eerder bewaard was, is veilig.</translation>
    </message>
    <message>
        <source>Nothing could be saved; what was saved before is safe.</source>
        <translation>Er kon niets worden bewaard; wat eerder bewaard was, is veilig.</translation>
    </message>
    <message>
        <source>The notes were made by a newer version of zzpreader and were left as they are.</source>
        <translation>De notities zijn met een nieuwere versie van zzpreader gemaakt en zijn gelaten zoals ze zijn.</translation>
    </message>
    <message>
        <source>The notes cannot be read; their files were left as they are.</source>
        <translation>De notities kunnen niet worden gelezen; de bestanden zijn gelaten zoals ze zijn.</translation>
    </message>
    <message>
        <source>--page goes with --quote, the words to mark</source>
        <translation>--page hoort bij --quote, de woorden om te markeren</translation>
    </message>
    <message>
        <source>--section goes with --comment alone, the text of its note</source>
        <translation>--section gaat alleen samen met --comment, de tekst van de notitie</translation>
    </message>
    <message>
        <source>“%1” holds no notes of zzpreader that can be read.</source>
        <translation>“%1” bevat geen leesbare notities van zzpreader.</translation>
    </message>
    <message>
        <source>“%1” holds notes on another publication: “%2”.</source>
        <translation>“%1” bevat notities bij een andere publicatie: “%2”.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 deleted, %4 written on both sides.</source>
        <translation>%1 nieuw, %2 gewijzigd, %3 verwijderd, %4 aan beide kanten geschreven.</translation>
    </message>
    <message>
        <source>Page %1 of “%2” does not have the words “%3”.</source>
        <translation>Op pagina %1 van “%2” staan de woorden “%3” niet.</translation>
    </message>
    <message>
        <source>“%1” has no section “%2”; “zzpreader sections” lists them.</source>
        <translation>“%1” heeft geen paragraaf “%2”; “zzpreader sections” toont ze.</translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation>Wachtwoord voor %1: </translation>
    </message>
    <message>
        <source>Give it in the environment as ZZPREADER_PASSWORD.</source>
        <translation>Geef het mee in de omgevingsvariabele ZZPREADER_PASSWORD.</translation>
    </message>
    <message>
        <source>“%1” has no page “%2”; its pages are numbered 1 to %3.</source>
        <translation>“%1” heeft geen pagina “%2”; de pagina’s zijn genummerd van 1 tot en met %3.</translation>
    </message>
    <message>
        <source>“%1” is a PDF and is not replaced by a picture.</source>
        <translation>“%1” is een PDF en wordt niet door een afbeelding vervangen.</translation>
    </message>
    <message>
        <source>There are no words to search for, or too many.</source>
        <translation>Er zijn geen woorden om te zoeken, of te veel.</translation>
    </message>
    <message>
        <source>%1 pages could not be searched.</source>
        <translation>%1 pagina’s konden niet worden doorzocht.</translation>
    </message>
    <message>
        <source>the sections as they were found, without your changes</source>
        <translation>de indeling zoals die is gevonden, zonder uw wijzigingen</translation>
    </message>
    <message>
        <source>lay the section map of this bundle over the PDF</source>
        <translation>de secties van deze kennisbundel over de PDF leggen</translation>
    </message>
    <message>
        <source>the file to take notes from; without it the marks inside the PDF are taken</source>
        <translation>het bestand met de notities; zonder dit de markeringen in de PDF zelf</translation>
    </message>
    <message>
        <source>only tell what would be taken</source>
        <translation>alleen zeggen wat er zou komen</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1” kan niet worden gelezen: %2.</translation>
    </message>
    <message>
        <source>%1 new (%2 at their place, %3 by their words, %4 by similar words, %5 not found).</source>
        <translation>%1 nieuw (%2 op hun plaats, %3 op woorden gevonden, %4 op gelijkende woorden, %5 niet gevonden).</translation>
    </message>
    <message>
        <source>%1 already here, %2 left out.</source>
        <translation>%1 hier al aanwezig, %2 weggelaten.</translation>
    </message>
    <message>
        <source>Not found, kept as a note: %1</source>
        <translation>Niet gevonden, bewaard als notitie: %1</translation>
    </message>
    <message>
        <source>“%1” is not a regular expression: %2.</source>
        <translation>“%1” is geen reguliere expressie: %2.</translation>
    </message>
    <message>
        <source>Printers are not reachable from here (no CUPS); printing to PDF works.</source>
        <translation>Printers zijn hier niet bereikbaar (CUPS ontbreekt); afdrukken naar PDF werkt wel.</translation>
    </message>
    <message>
        <source>The screen does not answer: %1</source>
        <translation>Het beeldscherm antwoordt niet: %1</translation>
    </message>
    <message>
        <source>Room left on that disk: %1 MB</source>
        <translation>Vrije ruimte op die schijf: %1 MB</translation>
    </message>
    <message>
        <source>%1 is damaged, and has no older copy that is whole.</source>
        <translation>%1 is beschadigd en er is geen oudere kopie die heel is.</translation>
    </message>
    <message>
        <source>%1 is damaged; an older copy is whole, and is used when you open “%2”.</source>
        <translation>%1 is beschadigd; een oudere kopie is heel en wordt gebruikt als u “%2” opent.</translation>
    </message>
    <message>
        <source>Whole notebooks: %1, with %2 notes and marks</source>
        <translation>Hele notitiebestanden: %1, met %2 notities en markeringen</translation>
    </message>
    <message>
        <source>Tags, colours and statuses are searched in the library, with --library.</source>
        <translation>Op labels, kleuren en statussen wordt in de bibliotheek gezocht, met --library.</translation>
    </message>
    <message>
        <source>Regular expressions are searched in one publication only, not in the library.</source>
        <translation>Reguliere expressies kunt u alleen in één publicatie zoeken, niet in de bibliotheek.</translation>
    </message>
    <message>
        <source>The index of the library cannot be written; there may be no room on the disk.</source>
        <translation>De index van de bibliotheek kan niet worden geschreven; misschien is de schijf vol.</translation>
    </message>
    <message>
        <source>The index of the library cannot be read. Search again: it is made anew then.</source>
        <translation>De index van de bibliotheek kan niet worden gelezen. Zoek nog een keer: dan wordt hij opnieuw gemaakt.</translation>
    </message>
    <message>
        <source>%1 publications could not be read, or are being read.</source>
        <translation>%1 publicaties konden niet worden gelezen, of worden nog gelezen.</translation>
    </message>
    <message>
        <source>Reading: page %1 of %2</source>
        <translation>Lezen: pagina %1 van %2</translation>
    </message>
    <message>
        <source>Words in pictures of pages can be read, by Tesseract (%1).</source>
        <translation>Woorden in afbeeldingen van pagina’s kunnen worden gelezen, door Tesseract (%1).</translation>
    </message>
    <message>
        <source>Words in pictures of pages can be read, but not in Dutch. On Debian or Ubuntu: %1</source>
        <translation>Woorden in afbeeldingen van pagina’s kunnen worden gelezen, maar niet in het Nederlands. Op Debian of Ubuntu: %1</translation>
    </message>
    <message>
        <source>Words in pictures of pages cannot be read (no Tesseract). On Debian or Ubuntu: %1</source>
        <translation>Woorden in afbeeldingen van pagina’s kunnen niet worden gelezen (geen Tesseract). Op Debian of Ubuntu: %1</translation>
    </message>
    <message>
        <source>read the text in the pictures of a scan</source>
        <translation>de tekst in de afbeeldingen van een scan lezen</translation>
    </message>
    <message>
        <source>Page %1: %2 words, %3 % sure (%4 of %5)</source>
        <translation>Pagina %1: %2 woorden, %3 % zeker (%4 van %5)</translation>
    </message>
    <message>
        <source>There is no page left whose text is a picture only.</source>
        <translation>Er is geen pagina meer waarvan de tekst alleen een afbeelding is.</translation>
    </message>
    <message>
        <source>What was read cannot be kept; the cache folder cannot be written.</source>
        <translation>Wat is gelezen kan niet worden bewaard; in de cachemap kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>Pages that could not be read: %1</source>
        <translation>Pagina’s die niet konden worden gelezen: %1</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Roze</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranje</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Paars</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Belangrijk</translation>
    </message>
    <message>
        <source>To use</source>
        <translation>Te gebruiken</translation>
    </message>
    <message>
        <source>Facts and figures</source>
        <translation>Feiten en cijfers</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Opzoeken</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begrip</translation>
    </message>
</context>
<context>
    <name>ColumnBar</name>
    <message>
        <source>Previous part</source>
        <translation>Vorige deel</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Volgende deel</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Font and width of the text</source>
        <translation>Lettertype en breedte van de tekst</translation>
    </message>
    <message>
        <source>Back to the pages</source>
        <translation>Terug naar de pagina’s</translation>
    </message>
    <message>
        <source>&amp;Serif</source>
        <translation>Met &amp;schreef</translation>
    </message>
    <message>
        <source>S&amp;ans serif</source>
        <translation>S&amp;chreefloos</translation>
    </message>
    <message>
        <source>&amp;Easy to tell apart (also with dyslexia)</source>
        <translation>&amp;Goed te onderscheiden (ook bij dyslexie)</translation>
    </message>
    <message>
        <source>%1 letters a line</source>
        <translation>%1 letters per regel</translation>
    </message>
</context>
<context>
    <name>ColumnBrowser</name>
    <message>
        <source>Text of this section</source>
        <translation>Tekst van deze paragraaf</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type a command, section, lesson, note, publication or setting</source>
        <translation>Typ een opdracht, paragraaf, les, notitie, publicatie of instelling</translation>
    </message>
    <message>
        <source>Nothing has these letters in its name.</source>
        <translation>Niets heeft deze letters in zijn naam.</translation>
    </message>
    <message>
        <source>What answers to it</source>
        <translation>Wat daarbij past</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Openen…</translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation>Notities &amp;exporteren…</translation>
    </message>
    <message>
        <source>Export a&amp;gain</source>
        <translation>Opnie&amp;uw exporteren</translation>
    </message>
    <message>
        <source>&amp;Merge notes from a file…</source>
        <translation>Notities uit een bestand samen&amp;voegen…</translation>
    </message>
    <message>
        <source>&amp;Import notes from a file…</source>
        <translation>Notities uit een bestand &amp;importeren…</translation>
    </message>
    <message>
        <source>Import mar&amp;ks inside this PDF…</source>
        <translation>&amp;Markeringen in deze PDF importeren…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Af&amp;drukken…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Inste&amp;llingen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Copy with &amp;source</source>
        <translation>Kopiëren met &amp;bronvermelding</translation>
    </message>
    <message>
        <source>&amp;Leidraad (law)</source>
        <translation>&amp;Leidraad (juridisch)</translation>
    </message>
    <message>
        <source>&amp;Plain</source>
        <translation>&amp;Eenvoudig</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles selecteren</translation>
    </message>
    <message>
        <source>Find a comman&amp;d, section or note…</source>
        <translation>Opdracht, paragraaf o&amp;f notitie opzoeken…</translation>
    </message>
    <message>
        <source>&amp;Text cursor in the page</source>
        <translation>Tekst&amp;cursor in de pagina</translation>
    </message>
    <message>
        <source>Select &amp;more: word, sentence, paragraph</source>
        <translation>&amp;Meer selecteren: woord, zin, alinea</translation>
    </message>
    <message>
        <source>Select &amp;less</source>
        <translation>Mi&amp;nder selecteren</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Zoeken…</translation>
    </message>
    <message>
        <source>Words that mean the sam&amp;e…</source>
        <translation>Woorden met &amp;dezelfde betekenis…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Vol&amp;gende zoeken</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Vo&amp;rige zoeken</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>In&amp;zoomen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Uitzoomen</translation>
    </message>
    <message>
        <source>Whole &amp;page</source>
        <translation>&amp;Hele pagina</translation>
    </message>
    <message>
        <source>&amp;Actual size (100 %)</source>
        <translation>&amp;Ware grootte (100 %)</translation>
    </message>
    <message>
        <source>Page wi&amp;dth</source>
        <translation>Pagina&amp;breedte</translation>
    </message>
    <message>
        <source>Pages side &amp;by side</source>
        <translation>Pagina’s n&amp;aast elkaar</translation>
    </message>
    <message>
        <source>Spreads &amp;half by half</source>
        <translation>Dubbele pagina’s s&amp;plitsen</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>&amp;Rechtsom draaien</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>&amp;Linksom draaien</translation>
    </message>
    <message>
        <source>Whit&amp;e paper</source>
        <translation>Wi&amp;t papier</translation>
    </message>
    <message>
        <source>&amp;Sepia paper</source>
        <translation>&amp;Sepia papier</translation>
    </message>
    <message>
        <source>Dar&amp;k paper</source>
        <translation>Don&amp;ker papier</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhoud</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notities</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>&amp;Volgend paneel</translation>
    </message>
    <message>
        <source>Prev&amp;ious pane</source>
        <translation>V&amp;orig paneel</translation>
    </message>
    <message>
        <source>&amp;Move faster</source>
        <translation>&amp;Sneller scrollen</translation>
    </message>
    <message>
        <source>Move slo&amp;wer</source>
        <translation>&amp;Langzamer scrollen</translation>
    </message>
    <message>
        <source>Ma&amp;gnifying glass</source>
        <translation>Ver&amp;grootglas</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Volledig s&amp;cherm</translation>
    </message>
    <message>
        <source>Presentation, lesson b&amp;y lesson</source>
        <translation>Pr&amp;esentatie, les voor les</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vooruit</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Ga naar pagina…</translation>
    </message>
    <message>
        <source>Page n&amp;umbers…</source>
        <translation>Pagina&amp;nummers…</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Volgende &amp;pagina</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Vor&amp;ige pagina</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>Volgende pa&amp;ragraaf</translation>
    </message>
    <message>
        <source>Pre&amp;vious section</source>
        <translation>V&amp;orige paragraaf</translation>
    </message>
    <message>
        <source>Next &amp;lesson</source>
        <translation>Volgende &amp;les</translation>
    </message>
    <message>
        <source>Previous less&amp;on</source>
        <translation>Vorige le&amp;s</translation>
    </message>
    <message>
        <source>Next &amp;mark or note</source>
        <translation>Volgende mar&amp;kering of notitie</translation>
    </message>
    <message>
        <source>Prev&amp;ious mark or note</source>
        <translation>Vorige mark&amp;ering of notitie</translation>
    </message>
    <message>
        <source>List of l&amp;essons</source>
        <translation>Lijst &amp;met lessen</translation>
    </message>
    <message>
        <source>Ove&amp;rview of lessons</source>
        <translation>Lessenover&amp;zicht</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>Volgend t&amp;abblad</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>Vorig tabbla&amp;d</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markeren</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Onderstrepen</translation>
    </message>
    <message>
        <source>&amp;Strike out</source>
        <translation>&amp;Doorhalen</translation>
    </message>
    <message>
        <source>S&amp;quiggly underline</source>
        <translation>&amp;Gegolfd onderstrepen</translation>
    </message>
    <message>
        <source>Mark &amp;area</source>
        <translation>Geb&amp;ied markeren</translation>
    </message>
    <message>
        <source>&amp;Comment on the chosen mark</source>
        <translation>Opm&amp;erking bij de gekozen markering</translation>
    </message>
    <message>
        <source>&amp;Note on this spot</source>
        <translation>&amp;Notitie op deze plek</translation>
    </message>
    <message>
        <source>Add sect&amp;ion</source>
        <translation>Paragraaf &amp;toevoegen</translation>
    </message>
    <message>
        <source>N&amp;ote on this section</source>
        <translation>Notitie bij deze &amp;paragraaf</translation>
    </message>
    <message>
        <source>Put h&amp;eadings in the note</source>
        <translation>Kop&amp;jes in de notitie zetten</translation>
    </message>
    <message>
        <source>&amp;Bookmark…</source>
        <translation>&amp;Bladwijzer…</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>&amp;Koppelen aan…</translation>
    </message>
    <message>
        <source>&amp;Pin as evidence of a lesson…</source>
        <translation>&amp;Vastleggen als bewijs bij een les…</translation>
    </message>
    <message>
        <source>Cop&amp;y link to this</source>
        <translation>Koppeling &amp;hiernaartoe kopiëren</translation>
    </message>
    <message>
        <source>Next passage in the second vie&amp;w</source>
        <translation>Volgende pas&amp;sage in het tweede beeld</translation>
    </message>
    <message>
        <source>Notes from another e&amp;dition…</source>
        <translation>Notities uit een andere &amp;uitgave…</translation>
    </message>
    <message>
        <source>Earlier versions o&amp;f the note…</source>
        <translation>Eerdere versies v&amp;an de notitie…</translation>
    </message>
    <message>
        <source>&amp;Recently deleted…</source>
        <translation>On&amp;langs verwijderd…</translation>
    </message>
    <message>
        <source>&amp;Meaning of the colours…</source>
        <translation>Betekenis van de kleu&amp;ren…</translation>
    </message>
    <message>
        <source>Highlight with the last colour</source>
        <translation>Markeren in de laatste kleur</translation>
    </message>
    <message>
        <source>Note on this spot</source>
        <translation>Notitie op deze plek</translation>
    </message>
    <message>
        <source>Highlight in colour %1</source>
        <translation>Markeren in kleur %1</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Gebruikersgids</translation>
    </message>
    <message>
        <source>&amp;About zzpreader</source>
        <translation>&amp;Over zzpreader</translation>
    </message>
    <message>
        <source>S&amp;tatus of this lesson</source>
        <translation>Status van de&amp;ze les</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>C&amp;itation style</source>
        <translation>C&amp;iteerstijl</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>Bi&amp;bliotheek</translation>
    </message>
    <message>
        <source>Kno&amp;wledge bundle ZZP en de stad</source>
        <translation>Ken&amp;nisbundel ZZP en de stad</translation>
    </message>
    <message>
        <source>What the program is &amp;doing</source>
        <translation>Wat het programma &amp;doet</translation>
    </message>
    <message>
        <source>Share the section m&amp;ap…</source>
        <translation>&amp;Paragrafenkaart delen…</translation>
    </message>
    <message>
        <source>Find in all publications and n&amp;otes…</source>
        <translation>In alle &amp;publicaties en notities zoeken…</translation>
    </message>
    <message>
        <source>Save a cop&amp;y of the notes…</source>
        <translation>Kopie van de notities be&amp;waren…</translation>
    </message>
    <message>
        <source>Reading mode: text in one col&amp;umn</source>
        <translation>Leesmo&amp;dus: tekst in één kolom</translation>
    </message>
    <message>
        <source>Fi&amp;les in this PDF…</source>
        <translation>Bestanden in deze PD&amp;F…</translation>
    </message>
    <message>
        <source>Read the &amp;words in the picture of this page</source>
        <translation>&amp;Tekst in de afbeelding van deze pagina herkennen</translation>
    </message>
    <message>
        <source>Read the words in all pictures of pa&amp;ges</source>
        <translation>Tekst in alle afbeeldingen van pagina’s &amp;herkennen</translation>
    </message>
    <message>
        <source>&amp;Trim margins</source>
        <translation>&amp;Marges weglaten</translation>
    </message>
    <message>
        <source>Preview of a lin&amp;k or reference</source>
        <translation>Voor&amp;beeld van een verwijzing</translation>
    </message>
    <message>
        <source>Forget &amp;how far I have read</source>
        <translation>Vergeten &amp;hoe ver ik heb gelezen</translation>
    </message>
    <message>
        <source>Second &amp;view: evidence or another place</source>
        <translation>T&amp;weede beeld: bewijs of een andere plek</translation>
    </message>
    <message>
        <source>Let the paper mo&amp;ve</source>
        <translation>Vanzel&amp;f scrollen</translation>
    </message>
    <message>
        <source>&amp;Let the paper move by itself</source>
        <translation>&amp;Vanzelf scrollen</translation>
    </message>
    <message>
        <source>Ta&amp;gs of the chosen mark</source>
        <translation>Tre&amp;fwoorden bij de gekozen markering</translation>
    </message>
    <message>
        <source>Tags of the chosen mark</source>
        <translation>Trefwoorden bij de gekozen markering</translation>
    </message>
    <message>
        <source>Delete the chosen mark</source>
        <translation>De gekozen markering verwijderen</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Part</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Hoofdstuk</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Les</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Where it starts was not found.</source>
        <translation>Waar dit begint, is niet gevonden.</translation>
    </message>
    <message>
        <source>This is uncertain.</source>
        <translation>Dit is onzeker.</translation>
    </message>
    <message>
        <source>Made by you.</source>
        <translation>Door u gemaakt.</translation>
    </message>
    <message>
        <source>From the knowledge bundle.</source>
        <translation>Uit de kennisbundel.</translation>
    </message>
    <message>
        <source>From the bookmarks of the PDF.</source>
        <translation>Uit de bladwijzers van de PDF.</translation>
    </message>
    <message>
        <source>From the headings that the PDF marks as such.</source>
        <translation>Uit de koppen die in de PDF als kop zijn aangegeven.</translation>
    </message>
    <message>
        <source>From the links of the table of contents.</source>
        <translation>Uit de koppelingen in de inhoudsopgave.</translation>
    </message>
    <message>
        <source>From the printed table of contents.</source>
        <translation>Uit de gedrukte inhoudsopgave.</translation>
    </message>
    <message>
        <source>Found by the look of its heading.</source>
        <translation>Herkend aan de opmaak van de kop.</translation>
    </message>
    <message>
        <source>Found by its number in a series.</source>
        <translation>Herkend aan het nummer in een reeks.</translation>
    </message>
</context>
<context>
    <name>ContentsPane</name>
    <message>
        <source>Filter sections</source>
        <translation>Inhoud filteren</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles uitklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles inklappen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Sections are shown here once the publication is open.</source>
        <translation>Hier staan de paragrafen zodra de publicatie open is.</translation>
    </message>
    <message>
        <source>No sections were found in this publication.</source>
        <translation>In deze publicatie zijn geen paragrafen gevonden.</translation>
    </message>
    <message>
        <source>Lin&amp;k to…</source>
        <translation>&amp;Koppelen aan…</translation>
    </message>
    <message>
        <source>&amp;Copy link to this</source>
        <translation>Koppeling hiernaartoe k&amp;opiëren</translation>
    </message>
    <message>
        <source>No section has these words in its title.</source>
        <translation>Geen enkele titel bevat deze woorden.</translation>
    </message>
    <message>
        <source>More sections and lessons are being looked for…</source>
        <translation>Er wordt nog naar meer paragrafen en lessen gezocht…</translation>
    </message>
</context>
<context>
    <name>CopiesDesk</name>
    <message>
        <source>A sync tool left other versions of your notes on %1.</source>
        <translation>Een synchronisatieprogramma heeft andere versies van uw notities bij %1 achtergelaten.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Copied with its source</source>
        <translation>Gekopieerd met bronvermelding</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details of the publication</source>
        <translation>Gegevens van de publicatie</translation>
    </message>
    <message>
        <source>With ; between several</source>
        <translation>Met ; tussen meerdere</translation>
    </message>
    <message>
        <source>Year, or year-month-day</source>
        <translation>Jaar, of jaar-maand-dag</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>&amp;Auteur:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Datum:</translation>
    </message>
    <message>
        <source>&amp;Publisher:</source>
        <translation>&amp;Uitgever:</translation>
    </message>
    <message>
        <source>&amp;Collections:</source>
        <translation>&amp;Collecties:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>T&amp;refwoorden:</translation>
    </message>
    <message>
        <source>The date has to begin with a year of four digits, such as 2012-04-19.</source>
        <translation>De datum begint met een jaar van vier cijfers, zoals 2012-04-19.</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>“%1” is protected and stays closed without its password.</source>
        <translation>“%1” is beveiligd en blijft zonder wachtwoord gesloten.</translation>
    </message>
    <message>
        <source>This link leads out of the publication and is not followed: %1</source>
        <translation>Deze verwijzing gaat naar iets buiten de publicatie en wordt niet gevolgd: %1</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adres kopiëren</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>Take notes over to this edition</source>
        <translation>Notities naar deze uitgave overnemen</translation>
    </message>
    <message>
        <source>Back to the earlier edition</source>
        <translation>Terug naar de eerdere uitgave</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Ongewijzigd</translation>
    </message>
    <message>
        <source>On another page</source>
        <translation>Op een andere pagina</translation>
    </message>
    <message>
        <source>Text has changed</source>
        <translation>Tekst is gewijzigd</translation>
    </message>
    <message>
        <source>Not found any more</source>
        <translation>Niet meer gevonden</translation>
    </message>
    <message>
        <source>Note without text</source>
        <translation>Notitie zonder tekst</translation>
    </message>
</context>
<context>
    <name>EditionsDesk</name>
    <message numerus="yes">
        <source>This is another edition. %n note(s) were made in an earlier one.</source>
        <translation>
            <numerusform>Dit is een andere uitgave. %n notitie is in een eerdere gemaakt.</numerusform>
            <numerusform>Dit is een andere uitgave. %n notities zijn in een eerdere gemaakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Bekijken…</translation>
    </message>
    <message>
        <source>This file has been replaced. You are still reading the one before it.</source>
        <translation>Dit bestand is vervangen. U leest nog in het vorige.</translation>
    </message>
    <message>
        <source>Read the new one</source>
        <translation>Het nieuwe lezen</translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message>
        <source>Notes from another edition</source>
        <translation>Notities uit een andere uitgave</translation>
    </message>
    <message>
        <source>In the other edition</source>
        <translation>In de andere uitgave</translation>
    </message>
    <message>
        <source>In this one</source>
        <translation>In deze uitgave</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Op de pagina tonen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Back to the earlier edition</source>
        <translation>Terug naar de eerdere uitgave</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Your notes are being looked for in this edition…</source>
        <translation>Uw notities worden in deze uitgave gezocht…</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of yours belong to another edition of this publication. Those with a mark are put where they were found; nothing is lost, and you can go back at any time.</source>
        <translation>
            <numerusform>%n notitie van u hoort bij een andere uitgave van deze publicatie. Met een vinkje komt zij op de plek waar zij gevonden is; er gaat niets verloren en u kunt altijd terug.</numerusform>
            <numerusform>%n notities van u horen bij een andere uitgave van deze publicatie. Die met een vinkje komen op de plek waar zij gevonden zijn; er gaat niets verloren en u kunt altijd terug.</numerusform>
        </translation>
    </message>
    <message>
        <source>All your notes are in their places in this edition.</source>
        <translation>Al uw notities staan in deze uitgave op hun plek.</translation>
    </message>
    <message>
        <source>Was on page %1. It stays in your notes with its words.</source>
        <translation>Stond op pagina %1. Blijft met de woorden bij uw notities staan.</translation>
    </message>
    <message>
        <source>Was on page %1, is now on page %2.</source>
        <translation>Stond op pagina %1, staat nu op pagina %2.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export notes</source>
        <translation>Notities exporteren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Choose at least one section or lesson.</source>
        <translation>Kies ten minste één paragraaf of les.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>For a tagged PDF, which screen readers follow, export ODT and let your office program make it.</source>
        <translation>Exporteer voor een PDF met tags, die een schermlezer kan volgen, ODT en laat uw tekstverwerker de PDF maken.</translation>
    </message>
    <message>
        <source>The whole publication</source>
        <translation>De hele publicatie</translation>
    </message>
    <message>
        <source>Lessons only</source>
        <translation>Alleen de lessen</translation>
    </message>
    <message>
        <source>Sections and lessons that I choose</source>
        <translation>Paragrafen en lessen die ik kies</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Citaten</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Notes and bookmarks</source>
        <translation>Notities en bladwijzers</translation>
    </message>
    <message>
        <source>Marked areas</source>
        <translation>Gemarkeerde gebieden</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Alle kleuren</translation>
    </message>
    <message>
        <source>All, also without tags</source>
        <translation>Alle, ook zonder trefwoord</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Alle statussen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Compare &amp;quotes with the publication</source>
        <translation>&amp;Citaten vergelijken met de publicatie</translation>
    </message>
    <message>
        <source>One &amp;file for every lesson</source>
        <translation>Eén &amp;bestand per les</translation>
    </message>
    <message>
        <source>%1 – needs %2</source>
        <translation>%1 – vraagt %2</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Indeling:</translation>
    </message>
    <message>
        <source>Te&amp;mplate:</source>
        <translation>S&amp;jabloon:</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Wat:</translation>
    </message>
    <message>
        <source>&amp;Group by:</source>
        <translation>&amp;Groeperen op:</translation>
    </message>
    <message>
        <source>With:</source>
        <translation>Met:</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Kleuren:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Trefwoorden:</translation>
    </message>
    <message>
        <source>&amp;Statuses:</source>
        <translation>&amp;Statussen:</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>Gewijzigd:</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export notes</source>
        <translation>Notities exporteren</translation>
    </message>
    <message>
        <source>Notes on %1</source>
        <translation>Notities bij %1</translation>
    </message>
    <message>
        <source>Folder for the files of the lessons</source>
        <translation>Map voor de bestanden van de lessen</translation>
    </message>
    <message>
        <source>“%1” is there already. Its contents are lost when you replace it.</source>
        <translation>“%1” bestaat al. Als u het vervangt, gaat de inhoud verloren.</translation>
    </message>
    <message>
        <source>In “%1” there are files with these names already. Their contents are lost.</source>
        <translation>In “%1” staan al bestanden met deze namen. De inhoud daarvan gaat verloren.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Your notes are being written to “%1”…</source>
        <translation>Uw notities worden geschreven naar “%1”…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Your export in %1 is renewed; what you wrote in it yourself is still there.</source>
        <translation>Uw export in %1 is vernieuwd; wat u er zelf in schreef staat er nog.</translation>
    </message>
    <message>
        <source>Your notes are in %1.</source>
        <translation>Uw notities staan in %1.</translation>
    </message>
    <message>
        <source>The export is cancelled; nothing was written.</source>
        <translation>De export is geannuleerd; er is niets geschreven.</translation>
    </message>
    <message>
        <source>%1 is a PDF and is not replaced by notes.</source>
        <translation>%1 is een PDF en wordt niet door notities vervangen.</translation>
    </message>
    <message>
        <source>The notes could not be written to %1. Choose another folder.</source>
        <translation>De notities konden niet naar %1 worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>%1 with notes</source>
        <translation>%1 met notities</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>This page takes too long to draw. You can read on; your notes are safe.</source>
        <translation>Het tekenen van deze pagina duurt te lang. U kunt verder lezen; uw notities zijn veilig.</translation>
    </message>
    <message>
        <source>This page needs more memory than there is. You can read on; your notes are safe.</source>
        <translation>Deze pagina heeft meer geheugen nodig dan er is. U kunt verder lezen; uw notities zijn veilig.</translation>
    </message>
    <message>
        <source>Drawing this page failed twice. You can read on; your notes are safe.</source>
        <translation>Het tekenen van deze pagina is twee keer mislukt. U kunt verder lezen; uw notities zijn veilig.</translation>
    </message>
    <message>
        <source>This page is damaged and cannot be drawn. You can read on; your notes are safe.</source>
        <translation>Deze pagina is beschadigd en kan niet worden getekend. U kunt verder lezen; uw notities zijn veilig.</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Ander bestand openen…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>Try &amp;longer</source>
        <translation>&amp;Langer proberen</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Map:</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>Bestandsnaam:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Soort bestand:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kiezen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>This section</source>
        <translation>Deze paragraaf</translation>
    </message>
    <message>
        <source>Whole publication</source>
        <translation>Hele publicatie</translation>
    </message>
    <message>
        <source>Which notes are shown</source>
        <translation>Welke notities worden getoond</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Notities filteren</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sorteren</translation>
    </message>
    <message>
        <source>Filter by colour, kind, tag and section</source>
        <translation>Filteren op kleur, soort, trefwoord en paragraaf</translation>
    </message>
    <message>
        <source>By &amp;place in the publication</source>
        <translation>Op &amp;plaats in de publicatie</translation>
    </message>
    <message>
        <source>By &amp;date, last changed first</source>
        <translation>Op &amp;datum, laatst gewijzigd eerst</translation>
    </message>
    <message>
        <source>By &amp;colour</source>
        <translation>Op &amp;kleur</translation>
    </message>
</context>
<context>
    <name>FilterDrawer</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Trefwoord</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle trefwoorden</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Alle paragrafen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markeringen</translation>
    </message>
    <message>
        <source>Underlines</source>
        <translation>Onderstrepingen</translation>
    </message>
    <message>
        <source>Strike-outs</source>
        <translation>Doorhalingen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Bladwijzers</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Collection</source>
        <translation>Collectie</translation>
    </message>
    <message>
        <source>Colour of notes</source>
        <translation>Kleur van notities</translation>
    </message>
    <message>
        <source>Status of the lesson</source>
        <translation>Status van de les</translation>
    </message>
    <message>
        <source>Tag of notes</source>
        <translation>Trefwoord van notities</translation>
    </message>
    <message>
        <source>Texts and notes</source>
        <translation>Teksten en notities</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Elke status</translation>
    </message>
    <message>
        <source>All publications</source>
        <translation>Alle publicaties</translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation>Alle filters weghalen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this publication</source>
        <translation>Zoeken in deze publicatie</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Hoofdlettergevoelig</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Hele woorden</translation>
    </message>
    <message>
        <source>Part of the pages that has been searched</source>
        <translation>Deel van de pagina’s dat is doorzocht</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Zoekbalk sluiten</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>meer dan %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Bezig met zoeken…</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Geen treffers</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be searched</source>
        <translation>
            <numerusform>%n pagina kon niet worden doorzocht</numerusform>
            <numerusform>%n pagina’s konden niet worden doorzocht</numerusform>
        </translation>
    </message>
    <message>
        <source>Exactly as typed: accents, hyphens and apostrophes count</source>
        <translation>Precies zoals getypt: accenten, streepjes en apostrofs tellen mee</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Reguliere expressie</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Geen reguliere expressie</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Document (ODT)</source>
        <translation>Document (ODT)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>Word-document (DOCX)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown for Obsidian</source>
        <translation>Markdown voor Obsidian</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webpagina (HTML)</translation>
    </message>
    <message>
        <source>PDF of the notes</source>
        <translation>PDF van de notities</translation>
    </message>
    <message>
        <source>Text through a template</source>
        <translation>Tekst volgens een sjabloon</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabel (CSV)</translation>
    </message>
    <message>
        <source>Excel table (XLSX)</source>
        <translation>Excel-tabel (XLSX)</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>Webannotaties (JSON-LD)</translation>
    </message>
    <message>
        <source>Annotation set with pictures</source>
        <translation>Annotatieset met afbeeldingen</translation>
    </message>
    <message>
        <source>Notes bundle for colleagues</source>
        <translation>Notitiebundel voor collega’s</translation>
    </message>
    <message>
        <source>Flash cards for Anki</source>
        <translation>Leerkaarten voor Anki</translation>
    </message>
    <message>
        <source>Publication for BibTeX</source>
        <translation>Publicatie voor BibTeX</translation>
    </message>
    <message>
        <source>Publication as CSL-JSON</source>
        <translation>Publicatie als CSL-JSON</translation>
    </message>
    <message>
        <source>Publication as RIS</source>
        <translation>Publicatie als RIS</translation>
    </message>
    <message>
        <source>Copy of the PDF with your marks</source>
        <translation>Kopie van de PDF met uw markeringen</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Trefwoord</translation>
    </message>
    <message>
        <source>Meaning of the colour</source>
        <translation>Betekenis van de kleur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>No setting speaks of that.</source>
        <translation>Geen instelling gaat daarover.</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Gebruikersgids</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Zoeken in de gids</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Geen treffers</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momenten</translation>
    </message>
    <message>
        <source>Text of that moment</source>
        <translation>Tekst van dat moment</translation>
    </message>
    <message>
        <source>&amp;Compare with the present text</source>
        <translation>&amp;Vergelijken met de huidige tekst</translation>
    </message>
    <message>
        <source>Underlined: only in this earlier version. Struck out: only in the present text.</source>
        <translation>Onderstreept: alleen in deze eerdere versie. Doorgehaald: alleen in de huidige tekst.</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>Deze versie &amp;terugzetten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Your notes were kept by a newer version of zzpreader. They are safe, but not shown here.</source>
        <translation>Uw notities zijn door een nieuwere versie van zzpreader bewaard. Ze zijn veilig, maar worden hier niet getoond.</translation>
    </message>
    <message>
        <source>The folder for notes cannot be written. You can read, but nothing new can be saved.</source>
        <translation>In de map met notities kan niet worden geschreven. U kunt lezen, maar niets nieuws bewaren.</translation>
    </message>
    <message>
        <source>Your notes cannot be read. Their files were left as they are.</source>
        <translation>Uw notities kunnen niet worden gelezen. De bestanden zijn gelaten zoals ze zijn.</translation>
    </message>
    <message>
        <source>This file cannot be read to its end, so no notes can be kept on it.</source>
        <translation>Dit bestand kan niet tot het einde worden gelezen; daarom kunnen er geen notities bij worden bewaard.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import notes</source>
        <translation>Notities importeren</translation>
    </message>
    <message>
        <source>Not found here; they come as notes with these words:</source>
        <translation>Hier niet gevonden; deze komen als notitie, met de woorden erbij:</translation>
    </message>
    <message>
        <source>You can undo this as one step. What they come from is not changed.</source>
        <translation>U kunt dit in één stap ongedaan maken. Het bestand waar ze uit komen, verandert niet.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>%1 has nothing that is not here already.</source>
        <translation>%1 bevat niets wat hier niet al is.</translation>
    </message>
    <message>
        <source>%1 has no marks.</source>
        <translation>%1 bevat geen markeringen.</translation>
    </message>
    <message>
        <source>%1 brings:</source>
        <translation>%1 brengt:</translation>
    </message>
    <message numerus="yes">
        <source>%n status, link or correction(s) of the contents</source>
        <translation>
            <numerusform>%n status, link of correctie van de inhoud</numerusform>
            <numerusform>%n statussen, links en correcties van de inhoud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them found by their words</source>
        <translation>
            <numerusform>%n daarvan is gevonden aan de woorden</numerusform>
            <numerusform>%n daarvan zijn gevonden aan de woorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them found by similar words; look whether they are right</source>
        <translation>
            <numerusform>%n daarvan is gevonden aan gelijkende woorden; kijk of dat klopt</numerusform>
            <numerusform>%n daarvan zijn gevonden aan gelijkende woorden; kijk of dat klopt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n is hier al</numerusform>
            <numerusform>%n zijn hier al</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: drawings without words</source>
        <translation>
            <numerusform>%n weggelaten: tekening zonder woorden</numerusform>
            <numerusform>%n weggelaten: tekeningen zonder woorden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import notes</source>
        <translation>Notities importeren</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>“%1” kan niet worden gelezen.</translation>
    </message>
</context>
<context>
    <name>ImportingDesk</name>
    <message>
        <source>Notes of other programs (%1);;All files (*)</source>
        <translation>Notities van andere programma’s (%1);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import notes from a file</source>
        <translation>Notities uit een bestand importeren</translation>
    </message>
    <message>
        <source>The notes in “%1” are being looked for in this publication…</source>
        <translation>De notities in “%1” worden in deze publicatie opgezocht…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and marks have come.</source>
        <translation>
            <numerusform>%n notitie of markering is overgenomen.</numerusform>
            <numerusform>%n notities en markeringen zijn overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>The notes of this publication were made by a newer version of zzpreader. They are safe, but this version cannot show them.</source>
        <translation>De notities bij deze publicatie zijn met een nieuwere versie van zzpreader gemaakt. Ze zijn veilig, maar deze versie kan ze niet tonen.</translation>
    </message>
    <message>
        <source>The notes of this publication cannot be read. Their file was left as it is.</source>
        <translation>De notities bij deze publicatie kunnen niet worden gelezen. Het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>The folder for notes cannot be written. You can read, but nothing new can be saved.</source>
        <translation>In de map met notities kan niet worden geschreven. U kunt lezen, maar niets nieuws bewaren.</translation>
    </message>
    <message>
        <source>The file with your notes was damaged and is kept aside. The last backup was loaded.</source>
        <translation>Het bestand met uw notities was beschadigd en is apart gezet. De laatste reservekopie is geladen.</translation>
    </message>
    <message>
        <source>The file with your notes was damaged and is kept aside. There was no backup to load.</source>
        <translation>Het bestand met uw notities was beschadigd en is apart gezet. Er was geen reservekopie.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>De schijf is vol.</translation>
    </message>
    <message>
        <source>The folder for notes cannot be written.</source>
        <translation>In de map met notities kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>The disk reports an error.</source>
        <translation>De schijf meldt een fout.</translation>
    </message>
    <message>
        <source>Your last changes are not saved yet. Keep this window open: it will try again.</source>
        <translation>Uw laatste wijzigingen zijn nog niet bewaard. Houd dit venster open: zzpreader probeert het opnieuw.</translation>
    </message>
    <message>
        <source>The copy could not be written to “%1”: %2 Choose another place.</source>
        <translation>De kopie kon niet in “%1” worden geschreven. %2 Kies een andere plaats.</translation>
    </message>
    <message>
        <source>All notes of this publication are in “%1” now. To take them in later: File, Merge notes from a file.</source>
        <translation>Alle notities bij deze publicatie staan nu in “%1”. Later terugnemen: Bestand, Notities uit een bestand samenvoegen.</translation>
    </message>
    <message>
        <source>The file with your notes was damaged and is kept aside. Nothing is lost.</source>
        <translation>Het bestand met uw notities was beschadigd en is apart gezet. Er is niets verloren gegaan.</translation>
    </message>
    <message>
        <source>The end of the file with your notes could not be read and is kept aside, as after a power cut. Your last changes may be missing.</source>
        <translation>Het einde van het bestand met uw notities kon niet worden gelezen, zoals na een stroomstoring, en is apart gezet. Uw laatste wijzigingen kunnen ontbreken.</translation>
    </message>
    <message>
        <source>The file with your notes was damaged and is kept aside. Some changes could not be read; all others are there.</source>
        <translation>Het bestand met uw notities was beschadigd en is apart gezet. Sommige wijzigingen konden niet worden gelezen; alle andere zijn er.</translation>
    </message>
    <message>
        <source>The notes of this publication are open in another tab or window. Here you can only read them.</source>
        <translation>De notities bij deze publicatie zijn in een ander tabblad of venster open. Hier kunt u ze alleen lezen.</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Find a command</source>
        <translation>Opdracht zoeken</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Opdracht</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Opdrachten en hun toetsen</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Nieuwe toets: druk erop</translation>
    </message>
    <message>
        <source>Use this &amp;key</source>
        <translation>Deze toets &amp;gebruiken</translation>
    </message>
    <message>
        <source>No ke&amp;y</source>
        <translation>Geen toe&amp;ts</translation>
    </message>
    <message>
        <source>Ori&amp;ginal keys</source>
        <translation>&amp;Oorspronkelijke toetsen</translation>
    </message>
    <message>
        <source>On many keyboards that key waits for a letter; choose another one.</source>
        <translation>Op veel toetsenborden wacht die toets op een letter; kies een andere.</translation>
    </message>
    <message>
        <source>A letter, digit or sign alone is also typed; add Ctrl or Alt.</source>
        <translation>Een letter, cijfer of teken alleen wordt ook getypt; gebruik Ctrl of Alt erbij.</translation>
    </message>
    <message>
        <source>That is its key already.</source>
        <translation>Dat is de toets al.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, which then has it no more.</source>
        <translation>%1 is de toets van “%2”, die hem dan niet meer heeft.</translation>
    </message>
</context>
<context>
    <name>KindCounts</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n markering</numerusform>
            <numerusform>%n markeringen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n underlined or struck out</source>
        <translation>
            <numerusform>%n onderstreping of doorhaling</numerusform>
            <numerusform>%n onderstrepingen of doorhalingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n gebied</numerusform>
            <numerusform>%n gebieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bladwijzer</numerusform>
            <numerusform>%n bladwijzers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Page numbers</source>
        <translation>Paginanummers</translation>
    </message>
    <message>
        <source>Where zzpreader does not name the pages as they are printed, say here what is on the paper.</source>
        <translation>Noemt zzpreader de pagina’s anders dan ze gedrukt zijn? Geef hier aan wat er op het papier staat.</translation>
    </message>
    <message>
        <source>Your rules</source>
        <translation>Uw regels</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Toevoegen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>het einde</translation>
    </message>
    <message>
        <source>&amp;No number is printed on them</source>
        <translation>Er staat &amp;geen nummer op</translation>
    </message>
    <message>
        <source>one page</source>
        <translation>één bladzijde</translation>
    </message>
    <message>
        <source>two pages side by side</source>
        <translation>twee bladzijden naast elkaar</translation>
    </message>
    <message>
        <source>What the pages are called then</source>
        <translation>Hoe de pagina’s dan heten</translation>
    </message>
    <message>
        <source>&amp;From PDF page:</source>
        <translation>Va&amp;naf PDF-pagina:</translation>
    </message>
    <message>
        <source>Up to and &amp;including:</source>
        <translation>Tot en &amp;met:</translation>
    </message>
    <message>
        <source>A PDF page &amp;shows:</source>
        <translation>Een PDF-pagina t&amp;oont:</translation>
    </message>
    <message>
        <source>&amp;Printed on the first:</source>
        <translation>G&amp;edrukt op de eerste:</translation>
    </message>
    <message>
        <source>The pages are called as zzpreader finds them.</source>
        <translation>De pagina’s heten zoals zzpreader ze vindt.</translation>
    </message>
    <message>
        <source>PDF page %1</source>
        <translation>PDF-pagina %1</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>zonder nummer</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>geen nummer</translation>
    </message>
    <message>
        <source>from %1, two on each</source>
        <translation>vanaf %1, twee per pagina</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>PDF page %1 to %2: %3</source>
        <translation>PDF-pagina %1 tot en met %2: %3</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Notes not saved</source>
        <translation>Notities niet bewaard</translation>
    </message>
    <message>
        <source>Your last notes on “%1” are not saved.</source>
        <translation>Uw laatste notities bij “%1” zijn niet bewaard.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Notities exporteren…</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Sluiten zonder te bewaren</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Elders een kopie bewaren…</translation>
    </message>
</context>
<context>
    <name>LeftPane</name>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lessen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
</context>
<context>
    <name>LegendDialog</name>
    <message>
        <source>Meaning of the colours</source>
        <translation>Betekenis van de kleuren</translation>
    </message>
</context>
<context>
    <name>LegendLines</name>
    <message>
        <source>These words stand beside your marks, in the notes and in every export.</source>
        <translation>Deze woorden staan bij uw markeringen, in de notities en in elke export.</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Betekenis van %1</translation>
    </message>
</context>
<context>
    <name>LessonsModel</name>
    <message>
        <source>page %1</source>
        <translation>pagina %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsPane</name>
    <message>
        <source>Filter lessons</source>
        <translation>Lessen filteren</translation>
    </message>
    <message>
        <source>Show lessons with status</source>
        <translation>Lessen tonen met status</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle lessen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lessen</translation>
    </message>
    <message>
        <source>No lesson has this status and these words.</source>
        <translation>Geen les heeft deze status en deze woorden.</translation>
    </message>
    <message>
        <source>Lessons are shown here once the publication is open.</source>
        <translation>Hier staan de lessen zodra de publicatie open is.</translation>
    </message>
    <message>
        <source>No lessons were found. In the contents you can make any section a lesson.</source>
        <translation>Er zijn geen lessen gevonden. In de inhoud kunt u van elke paragraaf een les maken.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lesson(s) read</source>
        <translation>
            <numerusform>%1 van %n les gelezen</numerusform>
            <numerusform>%1 van %n lessen gelezen</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner and date…</source>
        <translation>Eigenaar en datum…</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>&amp;Koppelen aan…</translation>
    </message>
    <message>
        <source>&amp;Copy link to this</source>
        <translation>Koppeling hiernaartoe k&amp;opiëren</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>Details of “%1” changed</source>
        <translation>Gegevens van “%1” gewijzigd</translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) put in “%1”</source>
        <translation>
            <numerusform>%n publicatie in “%1” gezet</numerusform>
            <numerusform>%n publicaties in “%1” gezet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) taken out of “%1”</source>
        <translation>
            <numerusform>%n publicatie uit “%1” gehaald</numerusform>
            <numerusform>%n publicaties uit “%1” gehaald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) given the tag “%1”</source>
        <translation>
            <numerusform>Trefwoord “%1” aan %n publicatie gegeven</numerusform>
            <numerusform>Trefwoord “%1” aan %n publicaties gegeven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” taken off %n publication(s)</source>
        <translation>
            <numerusform>Trefwoord “%1” van %n publicatie gehaald</numerusform>
            <numerusform>Trefwoord “%1” van %n publicaties gehaald</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be written. Nothing was changed.</source>
        <translation>De bibliotheek kon niet worden opgeslagen. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>References (*.bib *.json);;All files (*)</source>
        <translation>Literatuurlijsten (*.bib *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import details</source>
        <translation>Gegevens importeren</translation>
    </message>
    <message>
        <source>“%1” holds no references in BibTeX or CSL-JSON that can be read.</source>
        <translation>In “%1” staat geen leesbare literatuurlijst in BibTeX of CSL-JSON.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n work(s) in “%1” has the title of a publication here.</source>
        <translation>
            <numerusform>Het werk in “%1” heeft niet de titel van een publicatie hier.</numerusform>
            <numerusform>Geen van de %n werken in “%1” heeft de titel van een publicatie hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Details of %n publication(s) imported</source>
        <translation>
            <numerusform>Gegevens van %n publicatie geïmporteerd</numerusform>
            <numerusform>Gegevens van %n publicaties geïmporteerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other work(s) in the file have no publication with their title here</source>
        <translation>
            <numerusform>%n ander werk in het bestand heeft hier geen publicatie met die titel</numerusform>
            <numerusform>%n andere werken in het bestand hebben hier geen publicatie met die titel</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Map toevoegen</translation>
    </message>
    <message>
        <source>%1 of %2 publications read</source>
        <translation>%1 van %2 publicaties ingelezen</translation>
    </message>
    <message>
        <source>Looking for PDFs…</source>
        <translation>PDF’s zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) added.</source>
        <translation>
            <numerusform>%n publicatie toegevoegd.</numerusform>
            <numerusform>%n publicaties toegevoegd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were known already.</source>
        <translation>
            <numerusform>%n bestand was al bekend.</numerusform>
            <numerusform>%n bestanden waren al bekend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n bestand kon niet worden gelezen en is overgeslagen.</numerusform>
            <numerusform>%n bestanden konden niet worden gelezen en zijn overgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder in which “%1” may be</source>
        <translation>Map waarin “%1” kan staan</translation>
    </message>
    <message>
        <source>Folder in which missing files may be</source>
        <translation>Map waarin ontbrekende bestanden kunnen staan</translation>
    </message>
    <message>
        <source>Looking for missing files…</source>
        <translation>Ontbrekende bestanden zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n missing file(s) found again.</source>
        <translation>
            <numerusform>%n ontbrekend bestand teruggevonden.</numerusform>
            <numerusform>%n ontbrekende bestanden teruggevonden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still missing.</source>
        <translation>
            <numerusform>%n bestand ontbreekt nog.</numerusform>
            <numerusform>%n bestanden ontbreken nog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) taken out of the library; the file stays where it is</source>
        <translation>
            <numerusform>%n publicatie uit de bibliotheek gehaald; het bestand blijft staan waar het staat</numerusform>
            <numerusform>%n publicaties uit de bibliotheek gehaald; de bestanden blijven staan waar ze staan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are kept and come back when the file is opened again</source>
        <translation>
            <numerusform>%n notitie blijft bewaard en komt terug als u het bestand weer opent</numerusform>
            <numerusform>%n notities blijven bewaard en komen terug als u het bestand weer opent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Gegevens…</translation>
    </message>
    <message>
        <source>&amp;Look for the file…</source>
        <translation>Bestand &amp;zoeken…</translation>
    </message>
    <message>
        <source>&amp;Collections</source>
        <translation>&amp;Collecties</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nieuwe collectie…</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>T&amp;refwoorden</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nieuw trefwoord…</translation>
    </message>
    <message>
        <source>&amp;Import details (BibTeX, CSL)…</source>
        <translation>Gegevens &amp;importeren (BibTeX, CSL)…</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Naam:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>&amp;Uit de bibliotheek halen</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Publication</source>
        <translation>Publicatie</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lessen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Laatst geopend</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Collecties</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>File not found: %1</source>
        <translation>Bestand niet gevonden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lesson(s) read</source>
        <translation>
            <numerusform>%1 van %n les gelezen</numerusform>
            <numerusform>%1 van %n lessen gelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>geopend op %1</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n treffer</numerusform>
            <numerusform>%n treffers</numerusform>
        </translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more page(s) and notes</source>
        <translation>
            <numerusform>Nog %Ln pagina of notitie tonen</numerusform>
            <numerusform>Nog %Ln pagina’s en notities tonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Looking for the passages…</source>
        <translation>De passages worden opgezocht…</translation>
    </message>
    <message numerus="yes">
        <source>at least %n hit(s)</source>
        <translation>
            <numerusform>minstens %n treffer</numerusform>
            <numerusform>minstens %n treffers</numerusform>
        </translation>
    </message>
    <message>
        <source>note, p. %1</source>
        <translation>notitie, p. %1</translation>
    </message>
</context>
<context>
    <name>LibrarySearchView</name>
    <message>
        <source>Find in all publications and notes</source>
        <translation>In alle publicaties en notities zoeken</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Hele woorden</translation>
    </message>
    <message>
        <source>Exactly as typed: accents, hyphens and apostrophes count</source>
        <translation>Precies zoals getypt: accenten, streepjes en apostrofs tellen mee</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message>
        <source>Part of the library that has been read</source>
        <translation>Deel van de bibliotheek dat is gelezen</translation>
    </message>
    <message>
        <source>These words do not occur in what has been read of your library.</source>
        <translation>Deze woorden komen niet voor in wat van uw bibliotheek is gelezen.</translation>
    </message>
    <message>
        <source>Nothing answers to these words and filters.</source>
        <translation>Niets voldoet aan deze woorden en filters.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) and notes</source>
        <translation>
            <numerusform>%Ln pagina of notitie</numerusform>
            <numerusform>%Ln pagina’s en notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publication(s)</source>
        <translation>
            <numerusform>%Ln publicatie</numerusform>
            <numerusform>%Ln publicaties</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the words that you are looking for in your publications and notes, or choose the colour or tag of the notes that you want to see.</source>
        <translation>Typ de woorden die u zoekt in uw publicaties en notities, of kies de kleur of het trefwoord van de notities die u wilt zien.</translation>
    </message>
    <message>
        <source>The library cannot be searched now. Close this tab and try again.</source>
        <translation>De bibliotheek kan nu niet worden doorzocht. Sluit dit tabblad en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauzeren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Your library is being read…</source>
        <translation>Uw bibliotheek wordt gelezen…</translation>
    </message>
    <message>
        <source>Read for searching: page %1 of %2</source>
        <translation>Gelezen om te doorzoeken: pagina %1 van %2</translation>
    </message>
    <message>
        <source>All your publications can be searched.</source>
        <translation>Al uw publicaties kunnen worden doorzocht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln publication(s) cannot be read: moved, protected or damaged.</source>
        <translation>
            <numerusform>%Ln publicatie kan niet worden gelezen: verplaatst, beveiligd of beschadigd.</numerusform>
            <numerusform>%Ln publicaties kunnen niet worden gelezen: verplaatst, beveiligd of beschadigd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) have no text: they are pictures.</source>
        <translation>
            <numerusform>%Ln pagina heeft geen tekst: het is een afbeelding.</numerusform>
            <numerusform>%Ln pagina’s hebben geen tekst: het zijn afbeeldingen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Filter publications</source>
        <translation>Publicaties filteren</translation>
    </message>
    <message>
        <source>Show publications of collection</source>
        <translation>Publicaties van collectie tonen</translation>
    </message>
    <message>
        <source>Show publications with tag</source>
        <translation>Publicaties met trefwoord tonen</translation>
    </message>
    <message>
        <source>Show publications by reading</source>
        <translation>Publicaties naar leesvoortgang tonen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>Details of the publication (F2)</source>
        <translation>Gegevens van de publicatie (F2)</translation>
    </message>
    <message>
        <source>Add a folder of publications…</source>
        <translation>Map met publicaties toevoegen…</translation>
    </message>
    <message>
        <source>Import details (BibTeX, CSL)…</source>
        <translation>Gegevens importeren (BibTeX, CSL)…</translation>
    </message>
    <message>
        <source>Look for missing files in a folder…</source>
        <translation>Ontbrekende bestanden in een map zoeken…</translation>
    </message>
    <message>
        <source>All collections</source>
        <translation>Alle collecties</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle trefwoorden</translation>
    </message>
    <message>
        <source>Never opened</source>
        <translation>Nooit geopend</translation>
    </message>
    <message>
        <source>Begun, lessons left</source>
        <translation>Begonnen, nog lessen over</translation>
    </message>
    <message>
        <source>All lessons read</source>
        <translation>Alle lessen gelezen</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Met notities</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Bestand ontbreekt</translation>
    </message>
    <message>
        <source>Read or not</source>
        <translation>Gelezen of niet</translation>
    </message>
    <message>
        <source>No publication answers to these filters.</source>
        <translation>Geen publicatie voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>Publications come here when you open them, or when you add a folder of them.</source>
        <translation>Publicaties komen hier als u ze opent, of als u een map met publicaties toevoegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s)</source>
        <translation>
            <numerusform>%n publicatie</numerusform>
            <numerusform>%n publicaties</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation>Alle filters weghalen</translation>
    </message>
</context>
<context>
    <name>LinkDesk</name>
    <message>
        <source>Select the passage first, or click a mark.</source>
        <translation>Selecteer eerst de passage, of klik op een markering.</translation>
    </message>
    <message>
        <source>Linked to “%1”.</source>
        <translation>Gekoppeld aan “%1”.</translation>
    </message>
    <message>
        <source>The link is on the clipboard. Paste it into a note.</source>
        <translation>De koppeling staat op het klembord. Plak die in een notitie.</translation>
    </message>
    <message>
        <source>What this link leads to is no longer there.</source>
        <translation>Waar deze koppeling naartoe leidt, is er niet meer.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link to…</source>
        <translation>Koppelen aan…</translation>
    </message>
    <message>
        <source>Pin as evidence</source>
        <translation>Vastleggen als bewijs</translation>
    </message>
    <message>
        <source>How they are related</source>
        <translation>Hoe ze samenhangen</translation>
    </message>
    <message>
        <source>Type words of the title or the note</source>
        <translation>Typ woorden uit de titel of de notitie</translation>
    </message>
    <message>
        <source>What it can be linked to</source>
        <translation>Waaraan het gekoppeld kan worden</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
</context>
<context>
    <name>LinkLines</name>
    <message>
        <source>Links of this section</source>
        <translation>Koppelingen van deze paragraaf</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>Koppeling verwijderen</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Koppeling wijzigen</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Koppeling wijzigen</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>Koppeling verwijderen</translation>
    </message>
    <message>
        <source>Pin as evidence</source>
        <translation>Vastleggen als bewijs</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Magnifying glass</source>
        <translation>Vergrootglas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Recent geopend</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tabblad sluiten</translation>
    </message>
    <message>
        <source>%1 – zzpreader</source>
        <translation>%1 – zzpreader</translation>
    </message>
    <message>
        <source>Highlight: %1</source>
        <translation>Markeren: %1</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Highlight</source>
        <translation>markeren</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>onderstrepen</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>doorhalen</translation>
    </message>
    <message>
        <source>Squiggly underline</source>
        <translation>gegolfd onderstrepen</translation>
    </message>
    <message>
        <source>Mark area</source>
        <translation>gebied markeren</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>notitie toevoegen</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>bladwijzer toevoegen</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>typen</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>bladwijzer hernoemen</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>kleur wijzigen</translation>
    </message>
    <message>
        <source>Change style</source>
        <translation>soort wijzigen</translation>
    </message>
    <message>
        <source>Describe area</source>
        <translation>gebied beschrijven</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>trefwoorden wijzigen</translation>
    </message>
    <message>
        <source>Headings in the note</source>
        <translation>Kopjes in de notitie</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n notes</source>
        <translation>
            <numerusform>%n notitie verwijderen</numerusform>
            <numerusform>%n notities verwijderen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixDesk</name>
    <message>
        <source>Overview of lessons</source>
        <translation>Lessenoverzicht</translation>
    </message>
    <message>
        <source>The file of “%1” is no longer where it was. Open it once from its new place.</source>
        <translation>Het bestand van “%1” staat niet meer op zijn plek. Open het één keer vanaf de nieuwe plek.</translation>
    </message>
    <message>
        <source>The notes of “%1” are in use elsewhere. Nothing was changed.</source>
        <translation>De notities van “%1” zijn elders in gebruik. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The notes of “%1” could not be written. Nothing was changed.</source>
        <translation>De notities van “%1” konden niet worden bewaard. Er is niets gewijzigd.</translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) copied as a table.</source>
        <translation>
            <numerusform>%n les gekopieerd als tabel.</numerusform>
            <numerusform>%n lessen gekopieerd als tabel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview of lessons.csv</source>
        <translation>Lessenoverzicht.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabel opslaan</translation>
    </message>
    <message>
        <source>The table could not be written to %1. Choose another folder.</source>
        <translation>De tabel kon niet naar %1 worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>The table is in %1.</source>
        <translation>De tabel staat in %1.</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Publication</source>
        <translation>Publicatie</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Les</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Filter lessons</source>
        <translation>Lessen filteren</translation>
    </message>
    <message>
        <source>Show lessons of owner</source>
        <translation>Lessen tonen van eigenaar</translation>
    </message>
    <message>
        <source>Show lessons of publication</source>
        <translation>Lessen tonen van publicatie</translation>
    </message>
    <message>
        <source>Group by publication</source>
        <translation>Groeperen per publicatie</translation>
    </message>
    <message>
        <source>All owners</source>
        <translation>Alle eigenaren</translation>
    </message>
    <message>
        <source>All publications</source>
        <translation>Alle publicaties</translation>
    </message>
    <message>
        <source>Overview of lessons</source>
        <translation>Lessenoverzicht</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabel kopiëren</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabel opslaan…</translation>
    </message>
    <message>
        <source>No lesson answers to these filters.</source>
        <translation>Geen les voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>No lessons are known yet. They come here when you open a publication that has them.</source>
        <translation>Er zijn nog geen lessen bekend. Ze komen hier zodra u een publicatie met lessen opent.</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 van de %2 gelezen</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1” is geen datum.</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Ga erheen</translation>
    </message>
    <message>
        <source>Owner and date…</source>
        <translation>Eigenaar en datum…</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge notes</source>
        <translation>Notities samenvoegen</translation>
    </message>
    <message>
        <source>You can undo this as one step. The files that the notes come from are not changed.</source>
        <translation>U kunt dit in één stap ongedaan maken. Aan de bestanden waaruit de notities komen, verandert niets.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%1 has nothing that is not here already.</source>
        <translation>
            <numerusform>%1 bevat niets wat hier niet al is.</numerusform>
            <numerusform>%1 bevatten niets wat hier niet al is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s) or mark(s)</source>
        <translation>
            <numerusform>%n nieuwe notitie of markering</numerusform>
            <numerusform>%n nieuwe notities of markeringen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new status(es), link(s) or correction(s) of sections</source>
        <translation>
            <numerusform>%n nieuwe status, koppeling of wijziging van de paragrafen</numerusform>
            <numerusform>%n nieuwe statussen, koppelingen of wijzigingen van de paragrafen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n gewijzigd</numerusform>
            <numerusform>%n gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted; they rest in the trash</source>
        <translation>
            <numerusform>%n verwijderd; u vindt die terug bij Onlangs verwijderd</numerusform>
            <numerusform>%n verwijderd; u vindt ze terug bij Onlangs verwijderd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written on both sides; both texts stay, side by side</source>
        <translation>
            <numerusform>%n aan beide kanten geschreven; beide teksten blijven staan</numerusform>
            <numerusform>%n aan beide kanten geschreven; beide teksten blijven staan</numerusform>
        </translation>
    </message>
    <message>
        <source>Merging %1 with your notes brings:</source>
        <translation>Samenvoegen van %1 met uw notities levert op:</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Merge notes</source>
        <translation>Notities samenvoegen</translation>
    </message>
    <message>
        <source>“%1” holds notes on another publication: “%2”.</source>
        <translation>“%1” bevat notities bij een andere publicatie: “%2”.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer version of zzpreader and cannot be read by this one.</source>
        <translation>“%1” is gemaakt met een nieuwere versie van zzpreader en is met deze versie niet te lezen.</translation>
    </message>
    <message>
        <source>“%1” holds no notes of zzpreader that can be read.</source>
        <translation>“%1” bevat geen leesbare notities van zzpreader.</translation>
    </message>
</context>
<context>
    <name>NotesDesk</name>
    <message>
        <source>“%1” holds no notes of zzpreader that can be read.</source>
        <translation>“%1” bevat geen leesbare notities van zzpreader.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>These notes belong to “%1”, whose PDF is not known here. Choose it to merge them.</source>
        <translation>Deze notities horen bij “%1”, waarvan de PDF hier niet bekend is. Kies die PDF om ze samen te voegen.</translation>
    </message>
    <message>
        <source>Choose PDF…</source>
        <translation>PDF kiezen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>PDF files (*.pdf *.PDF);;All files (*)</source>
        <translation>PDF-bestanden (*.pdf *.PDF);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>PDF of “%1”</source>
        <translation>PDF van “%1”</translation>
    </message>
    <message>
        <source>Notes of a colleague</source>
        <translation>Notities van een collega</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Only: %1</source>
        <translation>Alleen: %1</translation>
    </message>
    <message>
        <source>No note answers to this filter.</source>
        <translation>Geen enkele notitie past bij dit filter.</translation>
    </message>
    <message>
        <source>Nothing is marked here.</source>
        <translation>Hier is niets gemarkeerd.</translation>
    </message>
    <message>
        <source>Nothing is marked outside the sections yet. Select text and press H to mark it.</source>
        <translation>Buiten de paragrafen is nog niets gemarkeerd. Selecteer tekst en druk op H om die te markeren.</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Select text and press H to mark it.</source>
        <translation>Er is nog niets gemarkeerd. Selecteer tekst en druk op H om die te markeren.</translation>
    </message>
    <message>
        <source>Nothing is marked in this section yet. Select text and press H to mark it.</source>
        <translation>In deze paragraaf is nog niets gemarkeerd. Selecteer tekst en druk op H om die te markeren.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Select text first: drag over it with the mouse, or double-click a word.</source>
        <translation>Selecteer eerst tekst: sleep erover met de muis, of dubbelklik op een woord.</translation>
    </message>
    <message>
        <source>Nothing is marked in this publication yet.</source>
        <translation>In deze publicatie is nog niets gemarkeerd.</translation>
    </message>
    <message>
        <source>This is the last mark.</source>
        <translation>Dit is de laatste markering.</translation>
    </message>
    <message>
        <source>This is the first mark.</source>
        <translation>Dit is de eerste markering.</translation>
    </message>
    <message>
        <source>Draw a frame on the page, or move one with the arrow keys (with Shift they size it). Enter takes it, Esc leaves it.</source>
        <translation>Trek een kader op de pagina, of verplaats er een met de pijltjes (met Shift wijzigt u de maat). Enter neemt het over, Esc breekt af.</translation>
    </message>
    <message>
        <source>Description of the area</source>
        <translation>Beschrijving van het gebied</translation>
    </message>
    <message>
        <source>What is to be seen here? For those who cannot see it, and for exports:</source>
        <translation>Wat is hier te zien? Voor wie het niet kan zien, en voor exports:</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Name of the bookmark:</source>
        <translation>Naam van de bladwijzer:</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>Numbering</name>
    <message>
        <source>Change page numbers</source>
        <translation>paginanummers wijzigen</translation>
    </message>
</context>
<context>
    <name>OutsideQuestion</name>
    <message>
        <source>Leave the publication?</source>
        <translation>De publicatie verlaten?</translation>
    </message>
    <message>
        <source>This link writes an e-mail in your mail program.</source>
        <translation>Deze verwijzing begint een e-mail in uw mailprogramma.</translation>
    </message>
    <message>
        <source>This link opens your browser at %1.</source>
        <translation>Deze verwijzing opent %1 in uw browser.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Verwijzing openen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>OwnCopy</name>
    <message>
        <source>Your copy of the publication</source>
        <translation>Uw exemplaar van de publicatie</translation>
    </message>
    <message>
        <source>Open the publication</source>
        <translation>Publicatie openen</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Ontkoppelen</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Vervangen…</translation>
    </message>
    <message>
        <source>Choose your copy…</source>
        <translation>Uw exemplaar kiezen…</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Gekoppeld: %1</translation>
    </message>
    <message>
        <source>The publication itself is not part of this bundle. Choose your own copy of the PDF or drop it here: it stays where it is and is never changed.</source>
        <translation>De publicatie zelf zit niet in deze bundel. Kies uw eigen exemplaar van de PDF of sleep het hierheen: het blijft staan waar het staat en wordt nooit gewijzigd.</translation>
    </message>
    <message>
        <source>Choose your copy of the publication</source>
        <translation>Uw exemplaar van de publicatie kiezen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf);;All files (*)</source>
        <translation>PDF-bestanden (*.pdf);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Owner and date</source>
        <translation>Eigenaar en datum</translation>
    </message>
    <message>
        <source>Team or person</source>
        <translation>Team of persoon</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Printed page or page number, then Enter (Ctrl+G)</source>
        <translation>Typ het gedrukte paginanummer of het nummer van de PDF-pagina, en druk op Enter (Ctrl+G)</translation>
    </message>
    <message>
        <source>(%1 of %2)</source>
        <translation>(%1 van %2)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Copy with &amp;source</source>
        <translation>Kopiëren met &amp;bronvermelding</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markeren</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>&amp;Adres kopiëren</translation>
    </message>
    <message>
        <source>&amp;Note on the selection</source>
        <translation>&amp;Notitie bij de selectie</translation>
    </message>
    <message>
        <source>&amp;Note here</source>
        <translation>&amp;Notitie op deze plek</translation>
    </message>
    <message>
        <source>&amp;Bookmark here…</source>
        <translation>&amp;Bladwijzer op deze plek…</translation>
    </message>
    <message>
        <source>Mark &amp;area around the selection</source>
        <translation>&amp;Gebied rond de selectie markeren</translation>
    </message>
    <message>
        <source>Mark &amp;area</source>
        <translation>&amp;Gebied markeren</translation>
    </message>
    <message>
        <source>Copy lin&amp;k to this page</source>
        <translation>&amp;Koppeling naar deze pagina kopiëren</translation>
    </message>
    <message>
        <source>&amp;Pin as evidence of a lesson…</source>
        <translation>&amp;Vastleggen als bewijs bij een les…</translation>
    </message>
    <message>
        <source>Mark &amp;otherwise</source>
        <translation>&amp;Anders markeren</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstreping</translation>
    </message>
    <message>
        <source>Strike-out</source>
        <translation>Doorhaling</translation>
    </message>
    <message>
        <source>Squiggly underline</source>
        <translation>Golflijn</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Show in the no&amp;tes</source>
        <translation>&amp;Tonen bij de notities</translation>
    </message>
    <message>
        <source>&amp;Edit comment</source>
        <translation>&amp;Opmerking bewerken</translation>
    </message>
    <message>
        <source>Desc&amp;ribe area…</source>
        <translation>Gebied &amp;beschrijven…</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>&amp;Koppelen aan…</translation>
    </message>
    <message>
        <source>P&amp;in as evidence of a lesson…</source>
        <translation>Vastleggen als &amp;bewijs bij een les…</translation>
    </message>
    <message>
        <source>Copy link to t&amp;his</source>
        <translation>Koppeling &amp;hiernaartoe kopiëren</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Onderstrepen</translation>
    </message>
    <message>
        <source>&amp;Strike out</source>
        <translation>&amp;Doorhalen</translation>
    </message>
    <message>
        <source>S&amp;quiggly underline</source>
        <translation>&amp;Gegolfd onderstrepen</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>K&amp;leur</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>Tre&amp;fwoorden…</translation>
    </message>
    <message>
        <source>Copy &amp;quote</source>
        <translation>&amp;Citaat kopiëren</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Pagina %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Pagina %1 van %2</translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>Command</source>
        <translation>Opdracht</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Les</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>a note without words</source>
        <translation>een notitie zonder woorden</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Publicatie</translation>
    </message>
    <message>
        <source>Knowledge bundle</source>
        <translation>Kennisbundel</translation>
    </message>
    <message>
        <source>Appearance: as the system</source>
        <translation>Weergave: zoals het systeem</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>Weergave: licht</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>Weergave: donker</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>Taal: zoals het systeem</translation>
    </message>
    <message>
        <source>Letters and digits alone are shortcuts on the page: on</source>
        <translation>Losse letters en cijfers zijn sneltoetsen op de pagina: aan</translation>
    </message>
    <message>
        <source>Letters and digits alone are shortcuts on the page: off</source>
        <translation>Losse letters en cijfers zijn sneltoetsen op de pagina: uit</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Appearance: high contrast</source>
        <translation>Weergave: hoog contrast</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password needed</source>
        <translation>Wachtwoord nodig</translation>
    </message>
    <message>
        <source>“%1” is protected. Which password opens it?</source>
        <translation>“%1” is beveiligd. Typ het wachtwoord om het bestand te openen.</translation>
    </message>
    <message numerus="yes">
        <source>That password is not right. %n tries left.</source>
        <translation>
            <numerusform>Dat wachtwoord klopt niet. U kunt het nog %n keer proberen.</numerusform>
            <numerusform>Dat wachtwoord klopt niet. U kunt het nog %n keer proberen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>The password is not stored.</source>
        <translation>Het wachtwoord wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n notes</source>
        <translation>
            <numerusform>%n notitie terugzetten</numerusform>
            <numerusform>%n notities terugzetten</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore earlier version</source>
        <translation>Eerdere versie terugzetten</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Previous passage</source>
        <translation>Vorige passage</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Volgende passage</translation>
    </message>
    <message>
        <source>Close this view</source>
        <translation>Dit beeld sluiten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>PortalDesk</name>
    <message>
        <source>Second view: %1</source>
        <translation>Tweede beeld: %1</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>Tweede beeld</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Previous lesson</source>
        <translation>Vorige les</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Volgende les</translation>
    </message>
    <message>
        <source>Show or hide the notes</source>
        <translation>Notities tonen of verbergen</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>Presentatie sluiten</translation>
    </message>
    <message>
        <source>Lesson %1 of %2: %3</source>
        <translation>Les %1 van %2: %3</translation>
    </message>
</context>
<context>
    <name>PreviewDesk</name>
    <message>
        <source>No link or reference is in view.</source>
        <translation>Er is geen verwijzing in beeld.</translation>
    </message>
    <message>
        <source>“%1” was not found in this publication.</source>
        <translation>“%1” is in deze publicatie niet gevonden.</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n les</numerusform>
            <numerusform>%n lessen</numerusform>
        </translation>
    </message>
    <message>
        <source>The beginning is shown; all of it is exported.</source>
        <translation>U ziet het begin; alles wordt geëxporteerd.</translation>
    </message>
    <message>
        <source>Quotes: %1 right, %2 different, %3 not found.</source>
        <translation>Citaten: %1 kloppen, %2 wijken af, %3 niet gevonden.</translation>
    </message>
    <message>
        <source>In the copy: %1.</source>
        <translation>In de kopie: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the notes stand where their sections begin.</source>
        <translation>
            <numerusform>%n van de notities staat waar de paragraaf begint.</numerusform>
            <numerusform>%n van de notities staan waar hun paragraaf begint.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are not in this edition; they stand there with their words.</source>
        <translation>
            <numerusform>%n staat niet in deze editie en komt daar met de gemarkeerde woorden.</numerusform>
            <numerusform>%n staan niet in deze editie en komen daar met de gemarkeerde woorden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): %1</source>
        <translation>
            <numerusform>%n bestand: %1</numerusform>
            <numerusform>%n bestanden: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>PDF file…</source>
        <translation>PDF-bestand…</translation>
    </message>
    <message>
        <source>As the printer is set</source>
        <translation>Zoals de printer is ingesteld</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Eén kant</translation>
    </message>
    <message>
        <source>Both sides, turned over the long edge</source>
        <translation>Dubbelzijdig, lange zijde</translation>
    </message>
    <message>
        <source>Both sides, turned over the short edge</source>
        <translation>Dubbelzijdig, korte zijde</translation>
    </message>
    <message>
        <source>&amp;Whole publication</source>
        <translation>&amp;Hele publicatie</translation>
    </message>
    <message>
        <source>&amp;This page (%1)</source>
        <translation>&amp;Deze pagina (%1)</translation>
    </message>
    <message>
        <source>This &amp;section: %1</source>
        <translation>Deze &amp;paragraaf: %1</translation>
    </message>
    <message>
        <source>&amp;Pages:</source>
        <translation>Pagina&amp;’s:</translation>
    </message>
    <message>
        <source>&amp;No pages, notes alone</source>
        <translation>&amp;Geen pagina’s, alleen notities</translation>
    </message>
    <message>
        <source>Such as xii, 3-7, 12</source>
        <translation>Zoals xii, 3-7, 12</translation>
    </message>
    <message>
        <source>Pages, as they are numbered on paper</source>
        <translation>Pagina’s, zoals ze op papier genummerd zijn</translation>
    </message>
    <message>
        <source>&amp;Halves of spreads as pages of their own</source>
        <translation>&amp;Dubbele pagina’s als losse pagina’s</translation>
    </message>
    <message>
        <source>&amp;Marks on the pages</source>
        <translation>&amp;Markeringen op de pagina’s</translation>
    </message>
    <message>
        <source>N&amp;otes behind the pages, lesson by lesson</source>
        <translation>N&amp;otities achter de pagina’s, per les</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Afdrukvoorbeeld</translation>
    </message>
    <message>
        <source>Previous sheet</source>
        <translation>Vorig blad</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Volgend blad</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>Blad %1 van %2</translation>
    </message>
    <message>
        <source>Prin&amp;ter:</source>
        <translation>Prin&amp;ter:</translation>
    </message>
    <message>
        <source>&amp;Copies:</source>
        <translation>&amp;Exemplaren:</translation>
    </message>
    <message>
        <source>Si&amp;des:</source>
        <translation>&amp;Kanten:</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>There are no notes to print.</source>
        <translation>Er zijn geen notities om af te drukken.</translation>
    </message>
    <message>
        <source>There are no pages.</source>
        <translation>Er zijn geen pagina’s.</translation>
    </message>
    <message>
        <source>“%1” names no page of this publication.</source>
        <translation>“%1” is geen pagina van deze publicatie.</translation>
    </message>
    <message>
        <source>Type the pages.</source>
        <translation>Typ de pagina’s.</translation>
    </message>
    <message>
        <source>Print of %1</source>
        <translation>Afdruk van %1</translation>
    </message>
    <message>
        <source>Print to a PDF file</source>
        <translation>Afdrukken naar een PDF-bestand</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>The publication itself is never written over. Choose another name.</source>
        <translation>De publicatie zelf wordt nooit overschreven. Kies een andere naam.</translation>
    </message>
    <message>
        <source>Printing: sheet %1 of %2…</source>
        <translation>Afdrukken: blad %1 van %2…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>This page cannot be drawn.</source>
        <translation>Deze pagina kan niet worden getekend.</translation>
    </message>
    <message>
        <source>It could not be printed. Nothing was changed; choose another printer or folder.</source>
        <translation>Het afdrukken is niet gelukt. Er is niets veranderd; kies een andere printer of map.</translation>
    </message>
    <message>
        <source>Printing is cancelled.</source>
        <translation>Het afdrukken is geannuleerd.</translation>
    </message>
    <message>
        <source>The print is in %1.</source>
        <translation>De afdruk staat in %1.</translation>
    </message>
    <message>
        <source>The sheets are with the printer.</source>
        <translation>De bladen zijn naar de printer gestuurd.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be drawn.</source>
        <translation>
            <numerusform>%n pagina kon niet worden getekend.</numerusform>
            <numerusform>%n pagina’s konden niet worden getekend.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Open publication</source>
        <translation>Publicatie openen</translation>
    </message>
    <message>
        <source>The new language is used from the next start.</source>
        <translation>De nieuwe taal geldt zodra u zzpreader opnieuw start.</translation>
    </message>
    <message>
        <source>Publications, notes and bundles (*.pdf *.PDF *.zzpnotes *.zzpbundle *.zip bundle.toml);;All files (*)</source>
        <translation>Publicaties, notities en bundels (*.pdf *.PDF *.zzpnotes *.zzpbundle *.zip bundle.toml);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkbalk</translation>
    </message>
</context>
<context>
    <name>ReadingProgress</name>
    <message>
        <source>%1: read</source>
        <translation>%1: gelezen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 % read, about %n minute(s) left</source>
        <translation>
            <numerusform>%1: %2 % gelezen, nog ongeveer %n minuut</numerusform>
            <numerusform>%1: %2 % gelezen, nog ongeveer %n minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recently read</source>
        <translation>Laatst gelezen</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>Status of a lesson</source>
        <translation>Status van een les</translation>
    </message>
    <message>
        <source>Change of the contents</source>
        <translation>Wijziging van de inhoudsopgave</translation>
    </message>
    <message>
        <source>Change of the page numbers</source>
        <translation>Wijziging van de paginanummers</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>Choose a note first, or go to a section that has one.</source>
        <translation>Kies eerst een notitie, of ga naar een paragraaf met een notitie.</translation>
    </message>
    <message>
        <source>There is no earlier version of this note yet.</source>
        <translation>Van deze notitie is nog geen eerdere versie.</translation>
    </message>
    <message>
        <source>Notes of zzpreader (*.zzpnotes *.json);;All files (*)</source>
        <translation>Notities van zzpreader (*.zzpnotes *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Merge notes from a file</source>
        <translation>Notities uit een bestand samenvoegen</translation>
    </message>
    <message numerus="yes">
        <source>A sync tool left %n other version(s) of these notes.</source>
        <translation>
            <numerusform>Een synchronisatieprogramma heeft %n andere versie van deze notities achtergelaten.</numerusform>
            <numerusform>Een synchronisatieprogramma heeft %n andere versies van deze notities achtergelaten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message numerus="yes">
        <source>The notes are merged: %n thing(s) are new or different.</source>
        <translation>
            <numerusform>De notities zijn samengevoegd: %n onderdeel is nieuw of anders.</numerusform>
            <numerusform>De notities zijn samengevoegd: %n onderdelen zijn nieuw of anders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>Relation</name>
    <message>
        <source>is related to</source>
        <translation>hangt samen met</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>ondersteunt</translation>
    </message>
    <message>
        <source>is supported by</source>
        <translation>wordt ondersteund door</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>spreekt tegen:</translation>
    </message>
    <message>
        <source>is contradicted by</source>
        <translation>wordt tegengesproken door</translation>
    </message>
    <message>
        <source>is an example of</source>
        <translation>is een voorbeeld van</translation>
    </message>
    <message>
        <source>has as an example</source>
        <translation>heeft als voorbeeld</translation>
    </message>
    <message>
        <source>is evidence for</source>
        <translation>is bewijs voor</translation>
    </message>
    <message>
        <source>rests on</source>
        <translation>steunt op</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>pagina %1</translation>
    </message>
    <message>
        <source>Outside the sections</source>
        <translation>Buiten de paragrafen</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n treffer</numerusform>
            <numerusform>%n treffers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln treffer</numerusform>
            <numerusform>%Ln treffers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln paragraaf</numerusform>
            <numerusform>%Ln paragrafen</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Ctrl+F and type the words you are looking for.</source>
        <translation>Druk op Ctrl+F en typ de woorden die u zoekt.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Bezig met zoeken…</translation>
    </message>
    <message>
        <source>These words do not occur in this publication.</source>
        <translation>Deze woorden komen niet voor in deze publicatie.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saving “%1”: %2…</source>
        <translation>“%1” bewaren: %2…</translation>
    </message>
    <message>
        <source>“%1” is larger than what can be saved from a PDF.</source>
        <translation>“%1” is groter dan wat uit een PDF bewaard kan worden.</translation>
    </message>
    <message>
        <source>“%1” cannot be read from this PDF.</source>
        <translation>“%1” kan niet uit deze PDF gelezen worden.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder.</source>
        <translation>“%1” kon niet geschreven worden. Kies een andere map.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Er is niets bewaard.</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Bewaard in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1.</source>
        <translation>
            <numerusform>%n bestand bewaard in %1.</numerusform>
            <numerusform>%n bestanden bewaard in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingDesk</name>
    <message>
        <source>Notebooks of zzpreader (*.json)</source>
        <translation>Notitieboeken van zzpreader (*.json)</translation>
    </message>
    <message>
        <source>%1, notes</source>
        <translation>%1, notities</translation>
    </message>
    <message>
        <source>Save a copy of the notes</source>
        <translation>Kopie van de notities bewaren</translation>
    </message>
    <message>
        <source>Notes can only be read</source>
        <translation>Notities alleen te lezen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Bezig met bewaren…</translation>
    </message>
    <message>
        <source>All notes are saved</source>
        <translation>Alle notities zijn bewaard</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Elders een kopie bewaren…</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>This page has text; there is nothing to be read from a picture.</source>
        <translation>Deze pagina heeft al tekst; er is geen afbeelding waarin tekst te herkennen is.</translation>
    </message>
    <message>
        <source>This page is a picture: its words can be neither selected nor found.</source>
        <translation>Deze pagina is een afbeelding: de tekst kan niet worden geselecteerd of gevonden.</translation>
    </message>
    <message>
        <source>Read this page</source>
        <translation>Deze pagina herkennen</translation>
    </message>
    <message>
        <source>Read all such pages</source>
        <translation>Alle zulke pagina’s herkennen</translation>
    </message>
    <message>
        <source>Tesseract can read them; on Debian or Ubuntu: %1</source>
        <translation>Met Tesseract kan dat wel; op Debian of Ubuntu: %1</translation>
    </message>
    <message>
        <source>Looking for pages that are pictures…</source>
        <translation>Pagina’s zoeken die een afbeelding zijn…</translation>
    </message>
    <message>
        <source>Reading the words in pictures: page %1 of %2</source>
        <translation>Tekst in afbeeldingen herkennen: pagina %1 van %2</translation>
    </message>
    <message>
        <source>There is no page left that is a picture only.</source>
        <translation>Er is geen pagina meer die alleen een afbeelding is.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were read. Mistakes are possible; compare what you quote.</source>
        <translation>
            <numerusform>De tekst van %n pagina is herkend. Er kunnen fouten in staan; vergelijk wat u citeert.</numerusform>
            <numerusform>De tekst van %n pagina’s is herkend. Er kunnen fouten in staan; vergelijk wat u citeert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n pagina kon niet worden gelezen.</numerusform>
            <numerusform>%n pagina’s konden niet worden gelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read is lost at the end: the cache folder cannot be written.</source>
        <translation>Wat is herkend gaat bij het afsluiten verloren: in de cachemap kan niet worden geschreven.</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>Find everywhere</source>
        <translation>Overal zoeken</translation>
    </message>
    <message>
        <source>The list could not be written. Nothing was changed.</source>
        <translation>De lijst kon niet worden opgeslagen. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Words that mean the same</source>
        <translation>Woorden met dezelfde betekenis</translation>
    </message>
    <message>
        <source>The file of “%1” is no longer where it was. Open it once from its new place.</source>
        <translation>Het bestand van “%1” staat niet meer waar het stond. Open het één keer vanaf de nieuwe plaats.</translation>
    </message>
</context>
<context>
    <name>SectionBoxes</name>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Sections and lessons</source>
        <translation>Paragrafen en lessen</translation>
    </message>
</context>
<context>
    <name>SectionDelegate</name>
    <message>
        <source>Title of the section</source>
        <translation>Titel van de paragraaf</translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message numerus="yes">
        <source>%1 % read, about %n minute(s) left</source>
        <translation>
            <numerusform>%1 % gelezen, nog ongeveer %n minuut</numerusform>
            <numerusform>%1 % gelezen, nog ongeveer %n minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>pagina %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>onzeker</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wordt gelezen</translation>
    </message>
</context>
<context>
    <name>Sectioning</name>
    <message>
        <source>Add section</source>
        <translation>Paragraaf toevoegen</translation>
    </message>
    <message>
        <source>Title of the section that starts here:</source>
        <translation>Titel van de paragraaf die hier begint:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add section from the selection</source>
        <translation>Paragraaf toevoegen uit de selectie</translation>
    </message>
    <message>
        <source>Add section here…</source>
        <translation>Hier een paragraaf toevoegen…</translation>
    </message>
    <message>
        <source>One printed page from here on</source>
        <translation>Vanaf hier één bladzijde per pagina</translation>
    </message>
    <message>
        <source>Two printed pages from here on</source>
        <translation>Vanaf hier twee bladzijden per pagina</translation>
    </message>
    <message>
        <source>Page numbers…</source>
        <translation>Paginanummers…</translation>
    </message>
    <message>
        <source>PDF pages %1 to %2 now show two printed pages each, counted from %3.</source>
        <translation>PDF-pagina’s %1 tot en met %2 tonen nu elk twee bladzijden, geteld vanaf %3.</translation>
    </message>
    <message>
        <source>PDF pages %1 to %2 now show one printed page each, counted from %3.</source>
        <translation>PDF-pagina’s %1 tot en met %2 tonen nu elk één bladzijde, geteld vanaf %3.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected text</source>
        <translation>Geselecteerde tekst</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Onderstrepen</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Doorhalen</translation>
    </message>
    <message>
        <source>Squiggly underline</source>
        <translation>Gegolfd onderstrepen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notitie schrijven</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Kopiëren met bronvermelding</translation>
    </message>
    <message>
        <source>Highlight: %1 (%2)</source>
        <translation>Markeren: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The bundle’s sections are not in this copy; shown are those of the PDF itself.</source>
        <translation>De secties van de kennisbundel staan niet in dit exemplaar; u ziet die van de PDF zelf.</translation>
    </message>
    <message>
        <source>Named by the bundle, but not found in this copy: %1 and %2 more.</source>
        <translation>Wel in de kennisbundel, maar niet gevonden in dit exemplaar: %1 en nog %2.</translation>
    </message>
    <message>
        <source>Named by the bundle, but not found in this copy: %1.</source>
        <translation>Wel in de kennisbundel, maar niet gevonden in dit exemplaar: %1.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Er is geen bestand “%1”.</translation>
    </message>
    <message>
        <source>The system does not allow “%1” to be read.</source>
        <translation>Het systeem staat niet toe dat “%1” wordt gelezen.</translation>
    </message>
    <message>
        <source>“%1” is not a PDF file.</source>
        <translation>“%1” is geen PDF-bestand.</translation>
    </message>
    <message>
        <source>“%1” is a PDF without pages.</source>
        <translation>“%1” is een PDF zonder pagina’s.</translation>
    </message>
    <message>
        <source>“%1” is damaged beyond repair, or not complete; your notes on it are safe.</source>
        <translation>“%1” is te zwaar beschadigd om te herstellen, of niet volledig; uw notities erbij zijn veilig.</translation>
    </message>
    <message>
        <source>“%1” is protected in a way that no password opens.</source>
        <translation>“%1” is zo beveiligd dat geen wachtwoord het opent.</translation>
    </message>
    <message>
        <source>“%1” opens with a password only.</source>
        <translation>“%1” kan alleen met een wachtwoord worden geopend.</translation>
    </message>
    <message>
        <source>“%1” takes too long to read; your notes on it are safe.</source>
        <translation>Het lezen van “%1” duurt te lang; uw notities erbij zijn veilig.</translation>
    </message>
    <message>
        <source>“%1” needs more memory than there is; your notes on it are safe.</source>
        <translation>“%1” heeft meer geheugen nodig dan er is; uw notities erbij zijn veilig.</translation>
    </message>
    <message>
        <source>Reading “%1” failed twice; your notes on it are safe.</source>
        <translation>Het lezen van “%1” is twee keer mislukt; uw notities erbij zijn veilig.</translation>
    </message>
    <message>
        <source>Page %2 of “%1” takes too long to show; the other pages can be read.</source>
        <translation>Het tonen van pagina %2 van “%1” duurt te lang; de andere pagina’s kunt u lezen.</translation>
    </message>
    <message>
        <source>Page %2 of “%1” needs more memory than there is; the others can be read.</source>
        <translation>Pagina %2 van “%1” heeft meer geheugen nodig dan er is; de andere kunt u lezen.</translation>
    </message>
    <message>
        <source>Page %2 of “%1” cannot be shown; the other pages can be read.</source>
        <translation>Pagina %2 van “%1” kan niet worden getoond; de andere pagina’s kunt u lezen.</translation>
    </message>
    <message>
        <source>take memory without end</source>
        <translation>onbeperkt geheugen nemen</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>bestanden openen</translation>
    </message>
    <message>
        <source>reach a network</source>
        <translation>een netwerk bereiken</translation>
    </message>
    <message>
        <source>start programs</source>
        <translation>programma’s starten</translation>
    </message>
    <message>
        <source>make system calls that it does not need</source>
        <translation>systeemaanroepen doen die het niet nodig heeft</translation>
    </message>
    <message>
        <source>A document is read in a process of its own; this system holds it in no other way.</source>
        <translation>Een document wordt gelezen in een eigen proces; meer bescherming biedt dit systeem niet.</translation>
    </message>
    <message>
        <source>A document is read in a process that cannot: %1.</source>
        <translation>Een document wordt gelezen in een afgeschermd proces, dat het volgende niet kan: %1.</translation>
    </message>
    <message>
        <source>On this system it can still: %1.</source>
        <translation>Op dit systeem kan het nog wel: %1.</translation>
    </message>
    <message>
        <source>The notes cannot be set on pages; nothing was written.</source>
        <translation>De notities kunnen niet op pagina’s worden gezet; er is niets geschreven.</translation>
    </message>
    <message>
        <source>No copy can be made of this PDF; nothing was written.</source>
        <translation>Van deze PDF kan geen kopie worden gemaakt; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Who made this PDF does not allow marks in it; export your notes as a document instead.</source>
        <translation>De maker van deze PDF staat geen markeringen toe; exporteer uw notities als document.</translation>
    </message>
    <message>
        <source>The PDF has changed since it was opened; open it again to export.</source>
        <translation>De PDF is veranderd sinds u deze opende; open het bestand opnieuw om te exporteren.</translation>
    </message>
    <message>
        <source>“%1” is too large for a file of notes; nothing was taken from it.</source>
        <translation>“%1” is te groot voor een bestand met notities; er is niets uit overgenomen.</translation>
    </message>
    <message>
        <source>“%1” is built to do harm; nothing was taken from it.</source>
        <translation>“%1” is gemaakt om schade aan te richten; er is niets uit overgenomen.</translation>
    </message>
    <message>
        <source>“%1” is damaged; nothing was taken from it.</source>
        <translation>“%1” is beschadigd; er is niets uit overgenomen.</translation>
    </message>
    <message>
        <source>“%1” holds no notes of a kind that zzpreader knows.</source>
        <translation>“%1” bevat geen notities van een soort die zzpreader kent.</translation>
    </message>
    <message>
        <source>The template “%1” cannot be read.</source>
        <translation>Het sjabloon “%1” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The template “%1” does not come to an end, or makes too much.</source>
        <translation>Het sjabloon “%1” komt niet tot een einde of maakt te veel.</translation>
    </message>
    <message>
        <source>The template “%1” is wrong: %2</source>
        <translation>In het sjabloon “%1” zit een fout: %2</translation>
    </message>
    <message>
        <source>This PDF is too damaged for a copy with marks; export your notes as a document instead.</source>
        <translation>Deze PDF is te beschadigd voor een kopie met markeringen; exporteer uw notities als document.</translation>
    </message>
    <message>
        <source>Tesseract, which reads text in pictures, is not installed. %1</source>
        <translation>Tesseract, dat tekst in afbeeldingen herkent, is niet geïnstalleerd. %1</translation>
    </message>
    <message>
        <source>Tesseract has no language in which to read. %1</source>
        <translation>Tesseract heeft geen taal om in te lezen. %1</translation>
    </message>
    <message>
        <source>“%1” has changed since it was opened; open it again to have its text read.</source>
        <translation>“%1” is veranderd sinds u het opende; open het opnieuw om de tekst te laten herkennen.</translation>
    </message>
    <message>
        <source>The text of “%1” is being read by another window already.</source>
        <translation>De tekst van “%1” wordt al in een ander venster herkend.</translation>
    </message>
    <message>
        <source>On Debian or Ubuntu: %1</source>
        <translation>Op Debian of Ubuntu: %1</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Back up all notes</source>
        <translation>Reservekopie van alle notities maken</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Instellingen exporteren</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Instellingen importeren</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Reservekopieën (*.zip)</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Instellingen (*.json)</translation>
    </message>
    <message>
        <source>“%1” holds no settings of zzpreader. Nothing was changed.</source>
        <translation>“%1” bevat geen instellingen van zzpreader. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>“%1” is no backup of zzpreader. Nothing was changed.</source>
        <translation>“%1” is geen reservekopie van zzpreader. Er is niets veranderd.</translation>
    </message>
    <message numerus="yes">
        <source>This backup holds notes on %n publication(s).</source>
        <translation>
            <numerusform>Deze reservekopie bevat notities bij %n publicatie.</numerusform>
            <numerusform>Deze reservekopie bevat notities bij %n publicaties.</numerusform>
        </translation>
    </message>
    <message>
        <source>zzpreader closes, and puts them in the place of the present ones. These are kept in a folder.</source>
        <translation>zzpreader sluit en zet ze in de plaats van de huidige notities. Die blijven bewaard in een map.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Niet terugzetten</translation>
    </message>
    <message>
        <source>Restore and close</source>
        <translation>Terugzetten en sluiten</translation>
    </message>
    <message>
        <source>The backup is restored. What was there before is in %1.</source>
        <translation>De reservekopie is teruggezet. Wat er eerst stond, staat in %1.</translation>
    </message>
    <message>
        <source>All notes and settings of zzpreader are deleted from this computer.</source>
        <translation>Alle notities en instellingen van zzpreader zijn van deze computer verwijderd.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Het staat in %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>“%1” kan niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>The backup could not be restored, because of “%1”. Your notes are kept.</source>
        <translation>De reservekopie kon niet worden teruggezet, door “%1”. Uw notities zijn bewaard.</translation>
    </message>
    <message>
        <source>Not everything could be deleted: “%1” is still there.</source>
        <translation>Niet alles kon worden verwijderd: “%1” staat er nog.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Volgens het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Wit</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>One tag on each line</source>
        <translation>Een trefwoord per regel</translation>
    </message>
    <message>
        <source>Proposed while you type tags; one on each line</source>
        <translation>Voorgesteld terwijl u trefwoorden typt; één per regel</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Taal:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Weergave:</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>&amp;Papier:</translation>
    </message>
    <message>
        <source>progress time left</source>
        <translation>voortgang leestijd</translation>
    </message>
    <message>
        <source>&amp;Name with your notes:</source>
        <translation>&amp;Naam bij uw notities:</translation>
    </message>
    <message>
        <source>&amp;Tags to start with:</source>
        <translation>&amp;Trefwoorden om mee te beginnen:</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Instelling zoeken</translation>
    </message>
    <message>
        <source>Leidraad (law)</source>
        <translation>Leidraad (juridisch)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Eenvoudig</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Meaning of the colours</source>
        <translation>Betekenis van de kleuren</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Opslag</translation>
    </message>
    <message>
        <source>white sepia dark</source>
        <translation>wit sepia donker</translation>
    </message>
    <message>
        <source>&amp;Source with a copied quote:</source>
        <translation>&amp;Bron bij een gekopieerd citaat:</translation>
    </message>
    <message>
        <source>shortcuts commands</source>
        <translation>sneltoetsen opdrachten</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>legenda</translation>
    </message>
    <message>
        <source>folder size backup restore export import settings delete everything</source>
        <translation>map grootte reservekopie terugzetten exporteren importeren instellingen alles verwijderen</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Met schreef</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>Schreefloos</translation>
    </message>
    <message>
        <source>Easy to tell apart (also with dyslexia)</source>
        <translation>Goed te onderscheiden (ook bij dyslexie)</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> letters</translation>
    </message>
    <message>
        <source>reading mode</source>
        <translation>leesmodus</translation>
    </message>
    <message>
        <source>&amp;Font of reading mode:</source>
        <translation>Lettertype van de lees&amp;modus:</translation>
    </message>
    <message>
        <source>serif sans dyslexia letters</source>
        <translation>schreef schreefloos dyslexie letters</translation>
    </message>
    <message>
        <source>Si&amp;ze of its text:</source>
        <translation>&amp;Grootte van de tekst daarin:</translation>
    </message>
    <message>
        <source>Le&amp;ngth of its lines:</source>
        <translation>&amp;Lengte van de regels daarin:</translation>
    </message>
    <message>
        <source>That of the publication</source>
        <translation>Die van de publicatie</translation>
    </message>
    <message>
        <source>&amp;Language of words in pictures:</source>
        <translation>&amp;Taal van tekst in afbeeldingen:</translation>
    </message>
    <message>
        <source>scans OCR Tesseract language</source>
        <translation>scans OCR tekstherkenning Tesseract taal</translation>
    </message>
    <message>
        <source>Show how far I have read; it is kept on this computer alone</source>
        <translation>Tonen hoe ver ik heb gelezen; dat blijft op deze computer</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>light dark theme high contrast</source>
        <translation>licht donker thema hoog contrast</translation>
    </message>
    <message>
        <source>Te&amp;xt size:</source>
        <translation>Te&amp;kstgrootte:</translation>
    </message>
    <message>
        <source>font letters large interface</source>
        <translation>lettergrootte letters groot groter vergroten</translation>
    </message>
    <message>
        <source>Letters and digits alone are shortcuts on the page (H, N, T, 1 to 6)</source>
        <translation>Losse letters en cijfers zijn sneltoetsen op de pagina (H, N, T, 1 tot en met 6)</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share the section map</source>
        <translation>Paragrafenkaart delen</translation>
    </message>
    <message>
        <source>The bundle holds titles, pages and marks by which another copy is recognised: no text of the publication and none of your notes.</source>
        <translation>De bundel bevat titels, pagina’s en kenmerken waaraan een ander exemplaar wordt herkend: geen tekst van de publicatie en niets van uw notities.</translation>
    </message>
    <message>
        <source>The sections and lessons of “%1”, as a map for your own copy.</source>
        <translation>De paragrafen en lessen van “%1”, als kaart voor uw eigen exemplaar.</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Publisher:</source>
        <translation>&amp;Uitgever:</translation>
    </message>
    <message>
        <source>&amp;Date of issue:</source>
        <translation>&amp;Datum van uitgave:</translation>
    </message>
    <message>
        <source>&amp;Language of the page:</source>
        <translation>Taal van de &amp;pagina:</translation>
    </message>
    <message>
        <source>&amp;Introduction:</source>
        <translation>&amp;Inleiding:</translation>
    </message>
    <message>
        <source>Section map</source>
        <translation>Paragrafenkaart</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
</context>
<context>
    <name>SharingDesk</name>
    <message>
        <source>“%1” is no bundle that can be used.</source>
        <translation>“%1” is geen bruikbare bundel.</translation>
    </message>
    <message>
        <source>Knowledge bundle</source>
        <translation>Kennisbundel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>You have another version of the bundle in “%1”. Replace it?</source>
        <translation>U hebt een andere versie van de bundel in “%1”. Wilt u die vervangen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>The knowledge bundle “%1” has a map of the sections of this publication.</source>
        <translation>De kennisbundel “%1” heeft een kaart van de paragrafen van deze publicatie.</translation>
    </message>
    <message>
        <source>Use its map</source>
        <translation>Kaart gebruiken</translation>
    </message>
    <message>
        <source>This publication has no sections to share yet.</source>
        <translation>Deze publicatie heeft nog geen paragrafen om te delen.</translation>
    </message>
    <message>
        <source>Share the section map</source>
        <translation>Paragrafenkaart delen</translation>
    </message>
    <message>
        <source>The bundle could not be written to %1. Choose another folder.</source>
        <translation>De bundel kon niet naar %1 worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>The section map is in %1. Who opens it is offered it for an own copy.</source>
        <translation>De paragrafenkaart staat in %1. Wie die opent, krijgt haar aangeboden voor een eigen exemplaar.</translation>
    </message>
    <message>
        <source>Bundle (*.zzpbundle)</source>
        <translation>Bundel (*.zzpbundle)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Put headings in the note</source>
        <translation>Kopjes in de notitie zetten</translation>
    </message>
    <message>
        <source>Note on the publication</source>
        <translation>Notitie bij de publicatie</translation>
    </message>
    <message>
        <source>Note on this lesson</source>
        <translation>Notitie bij deze les</translation>
    </message>
    <message>
        <source>Note on this section</source>
        <translation>Notitie bij deze paragraaf</translation>
    </message>
    <message>
        <source>Whole publication</source>
        <translation>Hele publicatie</translation>
    </message>
    <message>
        <source>No note on this section.</source>
        <translation>Geen notitie bij deze paragraaf.</translation>
    </message>
    <message>
        <source>No note on this publication.</source>
        <translation>Geen notitie bij deze publicatie.</translation>
    </message>
    <message>
        <source>Write here what you want to remember of this lesson. Markdown works: # heading, **bold**, - list.</source>
        <translation>Schrijf hier wat u van deze les wilt onthouden. Markdown werkt: # kop, **vet**, - lijst.</translation>
    </message>
    <message>
        <source>Write here what you want to remember of this section. Markdown works: # heading, **bold**, - list.</source>
        <translation>Schrijf hier wat u van deze paragraaf wilt onthouden. Markdown werkt: # kop, **vet**, - lijst.</translation>
    </message>
    <message>
        <source>Write here what you want to remember of the whole publication. Markdown works.</source>
        <translation>Schrijf hier wat u van de hele publicatie wilt onthouden. Markdown werkt.</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Text of page %1</source>
        <translation>Tekst van pagina %1</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Niveau %1</translation>
    </message>
</context>
<context>
    <name>Standings</name>
    <message>
        <source>Change status</source>
        <translation>Status wijzigen</translation>
    </message>
    <message>
        <source>Change owner and date</source>
        <translation>Eigenaar en datum wijzigen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Verder lezen</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Laatst gelezen</translation>
    </message>
    <message>
        <source>Drop a PDF here, or on any place of the window. It stays where it is.</source>
        <translation>Sleep een PDF hierheen, of naar een andere plek in het venster. Het bestand blijft staan waar het staat.</translation>
    </message>
    <message>
        <source>Open publication…</source>
        <translation>Publicatie openen…</translation>
    </message>
    <message>
        <source>Add a folder of publications…</source>
        <translation>Map met publicaties toevoegen…</translation>
    </message>
    <message>
        <source>Knowledge bundles</source>
        <translation>Kennisbundels</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Gebruikersgids</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Unread</source>
        <translation>Niet gelezen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>Bespreken</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Overgenomen</translation>
    </message>
    <message>
        <source>Adopted with changes</source>
        <translation>Aangepast overgenomen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Niet overgenomen</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>There is no page “%1” here.</source>
        <translation>Er is hier geen pagina “%1”.</translation>
    </message>
    <message>
        <source>There are no lessons in this publication.</source>
        <translation>In deze publicatie zijn geen lessen.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>No section starts before this place.</source>
        <translation>Voor deze plek begint nog geen paragraaf.</translation>
    </message>
    <message>
        <source>This is the last lesson.</source>
        <translation>Dit is de laatste les.</translation>
    </message>
    <message>
        <source>This is the first lesson.</source>
        <translation>Dit is de eerste les.</translation>
    </message>
</context>
<context>
    <name>StorageBox</name>
    <message>
        <source>Folder of your notes</source>
        <translation>Map van uw notities</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Bezig met tellen…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Map openen</translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation>Nu een &amp;reservekopie maken…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Reservekopie &amp;terugzetten…</translation>
    </message>
    <message>
        <source>E&amp;xport settings…</source>
        <translation>Instellingen e&amp;xporteren…</translation>
    </message>
    <message>
        <source>&amp;Import settings…</source>
        <translation>Instellingen &amp;importeren…</translation>
    </message>
    <message>
        <source>&amp;Delete everything…</source>
        <translation>Alles &amp;verwijderen…</translation>
    </message>
    <message>
        <source>They travel with the program: a file “portable” lies beside it.</source>
        <translation>Ze reizen met het programma mee: ernaast staat een bestand “portable”.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in all; notes on %n publication(s)</source>
        <translation>
            <numerusform>Samen %1; notities bij %n publicatie</numerusform>
            <numerusform>Samen %1; notities bij %n publicaties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily copy(ies).</source>
        <translation>
            <numerusform>%n dagelijkse kopie.</numerusform>
            <numerusform>%n dagelijkse kopieën.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynonymsDialog</name>
    <message>
        <source>Words that mean the same</source>
        <translation>Woorden met dezelfde betekenis</translation>
    </message>
    <message>
        <source>Each line is a group, with commas between the words; whoever searches one finds all.</source>
        <translation>Elke regel is een groep, met komma’s tussen de woorden; wie op één ervan zoekt, vindt ze alle.</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>Terug naar de meegeleverde lijst</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Trefwoorden</translation>
    </message>
    <message numerus="yes">
        <source>Tags of the %n notes that are chosen:</source>
        <translation>
            <numerusform>Trefwoorden van de gekozen notitie:</numerusform>
            <numerusform>Trefwoorden van de %n gekozen notities:</numerusform>
        </translation>
    </message>
    <message>
        <source>New tags, with commas between them</source>
        <translation>Nieuwe trefwoorden, met komma’s ertussen</translation>
    </message>
</context>
<context>
    <name>TagsEditor</name>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Trefwoorden, met komma’s ertussen</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>This PDF is damaged and was repaired for reading. Check that no page is missing.</source>
        <translation>Deze PDF is beschadigd en voor het lezen hersteld. Controleer of er geen pagina ontbreekt.</translation>
    </message>
    <message>
        <source>Several pages of this PDF could not be read, one after another, so reading it was stopped. Your notes are safe, and pages that are there can be read.</source>
        <translation>Verschillende pagina’s van deze PDF konden na elkaar niet gelezen worden. Daarom is het lezen gestopt. Uw notities zijn veilig; pagina’s die er al zijn, kunt u blijven lezen.</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Verder lezen</translation>
    </message>
</context>
<context>
    <name>TemplateBox</name>
    <message>
        <source>No template</source>
        <translation>Geen sjabloon</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Een bestand…</translation>
    </message>
    <message>
        <source>Templates need %1</source>
        <translation>Voor sjablonen is %1 nodig</translation>
    </message>
    <message>
        <source>Templates (*.j2 *.md *.html *.htm *.txt)</source>
        <translation>Sjablonen (*.j2 *.md *.html *.htm *.txt)</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Sjabloon kiezen</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Council proposal (Markdown)</source>
        <translation>Raadsvoorstel (Markdown)</translation>
    </message>
    <message>
        <source>Memo (web page)</source>
        <translation>Memo (webpagina)</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Recently deleted</source>
        <translation>Onlangs verwijderd</translation>
    </message>
    <message>
        <source>Search what was deleted</source>
        <translation>Zoeken in wat verwijderd is</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Terugzetten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was deleted in the last %n days.</source>
        <translation>
            <numerusform>De laatste %n dag is er niets verwijderd.</numerusform>
            <numerusform>De laatste %n dagen is er niets verwijderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that was deleted has these words.</source>
        <translation>Niets van wat verwijderd is, bevat deze woorden.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Restore %n</source>
        <translation>
            <numerusform>%n &amp;terugzetten</numerusform>
            <numerusform>%n &amp;terugzetten</numerusform>
        </translation>
    </message>
    <message>
        <source>Also what &amp;undo took away</source>
        <translation>Ook wat met &amp;ongedaan maken verdween</translation>
    </message>
</context>
<context>
    <name>TreeDeeds</name>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Ga erheen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Hernoemen</translation>
    </message>
    <message>
        <source>&amp;This is a section</source>
        <translation>Dit &amp;is een paragraaf</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Level d&amp;eeper</source>
        <translation>Niveau &amp;dieper</translation>
    </message>
    <message>
        <source>Level &amp;out</source>
        <translation>Niveau h&amp;oger</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Om&amp;hoog</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Om&amp;laag</translation>
    </message>
    <message>
        <source>Restore the contents as &amp;found</source>
        <translation>Inhoud &amp;terugzetten zoals gevonden</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>S&amp;tatus</translation>
    </message>
</context>
<context>
    <name>TreeEditing</name>
    <message>
        <source>Add section</source>
        <translation>Paragraaf toevoegen</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>Paragraaf hernoemen</translation>
    </message>
    <message>
        <source>Change kind of section</source>
        <translation>Soort paragraaf wijzigen</translation>
    </message>
    <message>
        <source>Change level of section</source>
        <translation>Niveau wijzigen</translation>
    </message>
    <message>
        <source>Move section</source>
        <translation>Paragraaf verplaatsen</translation>
    </message>
    <message>
        <source>Accept section</source>
        <translation>Paragraaf bevestigen</translation>
    </message>
    <message>
        <source>Delete section</source>
        <translation>Paragraaf verwijderen</translation>
    </message>
    <message>
        <source>Restore the section tree</source>
        <translation>Inhoud herstellen</translation>
    </message>
</context>
<context>
    <name>Trimming</name>
    <message>
        <source>These pages have no margins that could be left out.</source>
        <translation>Deze pagina’s hebben geen marges die weg kunnen.</translation>
    </message>
    <message>
        <source>Looking where the pages are printed…</source>
        <translation>Er wordt gekeken waar de pagina’s bedrukt zijn…</translation>
    </message>
</context>
<context>
    <name>TypedConfirmation</name>
    <message>
        <source>Delete everything</source>
        <translation>Alles verwijderen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>verwijderen</translation>
    </message>
    <message>
        <source>All notes, marks, settings, bundles and backups in %1 are deleted, and zzpreader closes. This cannot be undone. Your PDFs stay as they are. Type “%2” to confirm.</source>
        <translation>Alle notities, markeringen, instellingen, kennisbundels en reservekopieën in %1 worden verwijderd en zzpreader sluit. Dit kan niet ongedaan worden gemaakt. Uw PDF’s blijven zoals ze zijn. Typ “%2” om dit te bevestigen.</translation>
    </message>
    <message>
        <source>The word that confirms</source>
        <translation>Het woord ter bevestiging</translation>
    </message>
    <message>
        <source>Keep my notes</source>
        <translation>Notities behouden</translation>
    </message>
</context>
<context>
    <name>Visiting</name>
    <message>
        <source>The file of “%1” is no longer where it was. Open it once, then the link works again.</source>
        <translation>Het bestand van “%1” staat niet meer op zijn plaats. Open het één keer, dan werkt de koppeling weer.</translation>
    </message>
    <message>
        <source>This link leads to a publication that has not been opened here.</source>
        <translation>Deze koppeling leidt naar een publicatie die hier nog niet is geopend.</translation>
    </message>
</context>
<context>
    <name>ZoomBox</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Paginabreedte</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Hele pagina</translation>
    </message>
</context>
<context>
    <name>_TrashModel</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Blijft nog</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
</context>
</TS>
