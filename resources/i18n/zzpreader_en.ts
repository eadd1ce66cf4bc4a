<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BundleView</name>
    <message numerus="yes">
        <source>%n more lesson(s): to be read in the publication</source>
        <translation>
            <numerusform>%n more lesson: to be read in the publication</numerusform>
            <numerusform>%n more lessons: to be read in the publication</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 of %n note</numerusform>
            <numerusform>%1 of %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionsDesk</name>
    <message numerus="yes">
        <source>This is another edition. %n note(s) were made in an earlier one.</source>
        <translation>
            <numerusform>This is another edition. %n note was made in an earlier one.</numerusform>
            <numerusform>This is another edition. %n notes were made in an earlier one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message numerus="yes">
        <source>%n note(s) of yours belong to another edition of this publication. Those with a mark are put where they were found; nothing is lost, and you can go back at any time.</source>
        <translation>
            <numerusform>%n note of yours belongs to another edition of this publication. With a mark it is put where it was found; nothing is lost, and you can go back at any time.</numerusform>
            <numerusform>%n notes of yours belong to another edition of this publication. Those with a mark are put where they were found; nothing is lost, and you can go back at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n page(s) could not be searched</source>
        <translation>
            <numerusform>%n page could not be searched</numerusform>
            <numerusform>%n pages could not be searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n status, link or correction(s) of the contents</source>
        <translation>
            <numerusform>%n status, link or correction of the contents</numerusform>
            <numerusform>%n statuses, links and corrections of the contents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them found by their words</source>
        <translation>
            <numerusform>%n of them found by its words</numerusform>
            <numerusform>%n of them found by their words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them found by similar words; look whether they are right</source>
        <translation>
            <numerusform>%n of them found by similar words; look whether it is right</numerusform>
            <numerusform>%n of them found by similar words; look whether they are right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: drawings without words</source>
        <translation>
            <numerusform>%n left out: a drawing without words</numerusform>
            <numerusform>%n left out: drawings without words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportingDesk</name>
    <message numerus="yes">
        <source>%n note(s) and marks have come.</source>
        <translation>
            <numerusform>%n note or mark has come.</numerusform>
            <numerusform>%n notes and marks have come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindCounts</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n underlined or struck out</source>
        <translation>
            <numerusform>%n underlined or struck out</numerusform>
            <numerusform>%n underlined or struck out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsModel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonsPane</name>
    <message numerus="yes">
        <source>%1 of %n lesson(s) read</source>
        <translation>
            <numerusform>%1 of %n lesson read</numerusform>
            <numerusform>%1 of %n lessons read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message numerus="yes">
        <source>%n publication(s) put in “%1”</source>
        <translation>
            <numerusform>%n publication put in “%1”</numerusform>
            <numerusform>%n publications put in “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) taken out of “%1”</source>
        <translation>
            <numerusform>%n publication taken out of “%1”</numerusform>
            <numerusform>%n publications taken out of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) given the tag “%1”</source>
        <translation>
            <numerusform>%n publication given the tag “%1”</numerusform>
            <numerusform>%n publications given the tag “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” taken off %n publication(s)</source>
        <translation>
            <numerusform>Tag “%1” taken off %n publication</numerusform>
            <numerusform>Tag “%1” taken off %n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n work(s) in “%1” has the title of a publication here.</source>
        <translation>
            <numerusform>The work in “%1” does not have the title of a publication here.</numerusform>
            <numerusform>None of the %n works in “%1” has the title of a publication here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Details of %n publication(s) imported</source>
        <translation>
            <numerusform>Details of %n publication imported</numerusform>
            <numerusform>Details of %n publications imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other work(s) in the file have no publication with their title here</source>
        <translation>
            <numerusform>%n other work in the file has no publication with its title here</numerusform>
            <numerusform>%n other works in the file have no publication with their title here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) added.</source>
        <translation>
            <numerusform>%n publication added.</numerusform>
            <numerusform>%n publications added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were known already.</source>
        <translation>
            <numerusform>%n file was known already.</numerusform>
            <numerusform>%n files were known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n file could not be read and was left out.</numerusform>
            <numerusform>%n files could not be read and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing file(s) found again.</source>
        <translation>
            <numerusform>%n missing file found again.</numerusform>
            <numerusform>%n missing files found again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still missing.</source>
        <translation>
            <numerusform>%n file is still missing.</numerusform>
            <numerusform>%n files are still missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publication(s) taken out of the library; the file stays where it is</source>
        <translation>
            <numerusform>%n publication taken out of the library; the file stays where it is</numerusform>
            <numerusform>%n publications taken out of the library; the files stay where they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are kept and come back when the file is opened again</source>
        <translation>
            <numerusform>%n note is kept and comes back when the file is opened again</numerusform>
            <numerusform>%n notes are kept and come back when the file is opened again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message numerus="yes">
        <source>%1 of %n lesson(s) read</source>
        <translation>
            <numerusform>%1 of %n lesson read</numerusform>
            <numerusform>%1 of %n lessons read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n hit(s)</source>
        <translation>
            <numerusform>at least %n hit</numerusform>
            <numerusform>at least %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more page(s) and notes</source>
        <translation>
            <numerusform>Show %Ln more page or note</numerusform>
            <numerusform>Show %Ln more pages and notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrarySearchView</name>
    <message numerus="yes">
        <source>%Ln page(s) and notes</source>
        <translation>
            <numerusform>%Ln page or note</numerusform>
            <numerusform>%Ln pages and notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publication(s)</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publication(s) cannot be read: moved, protected or damaged.</source>
        <translation>
            <numerusform>%Ln publication cannot be read: moved, protected or damaged.</numerusform>
            <numerusform>%Ln publications cannot be read: moved, protected or damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) have no text: they are pictures.</source>
        <translation>
            <numerusform>%Ln page has no text: it is a picture.</numerusform>
            <numerusform>%Ln pages have no text: they are pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message numerus="yes">
        <source>%n publication(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message numerus="yes">
        <source>Delete %n notes</source>
        <translation>
            <numerusform>Delete %n note</numerusform>
            <numerusform>Delete %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixDesk</name>
    <message numerus="yes">
        <source>%n lesson(s) copied as a table.</source>
        <translation>
            <numerusform>%n lesson copied as a table.</numerusform>
            <numerusform>%n lessons copied as a table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%1 has nothing that is not here already.</source>
        <translation>
            <numerusform>%1 has nothing that is not here already.</numerusform>
            <numerusform>%1 have nothing that is not here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s) or mark(s)</source>
        <translation>
            <numerusform>%n new note or mark</numerusform>
            <numerusform>%n new notes or marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new status(es), link(s) or correction(s) of sections</source>
        <translation>
            <numerusform>%n new status, link or correction of sections</numerusform>
            <numerusform>%n new statuses, links or corrections of sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted; they rest in the trash</source>
        <translation>
            <numerusform>%n deleted; you find it under Recently deleted</numerusform>
            <numerusform>%n deleted; you find them under Recently deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written on both sides; both texts stay, side by side</source>
        <translation>
            <numerusform>%n written on both sides; both texts stay</numerusform>
            <numerusform>%n written on both sides; both texts stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>That password is not right. %n tries left.</source>
        <translation>
            <numerusform>That password is not right. %n try left.</numerusform>
            <numerusform>That password is not right. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message numerus="yes">
        <source>Restore %n notes</source>
        <translation>
            <numerusform>Restore %n note</numerusform>
            <numerusform>Restore %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the notes stand where their sections begin.</source>
        <translation>
            <numerusform>%n of the notes stands where its section begins.</numerusform>
            <numerusform>%n of the notes stand where their sections begin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are not in this edition; they stand there with their words.</source>
        <translation>
            <numerusform>%n is not in this edition; it stands there with its words.</numerusform>
            <numerusform>%n are not in this edition; they stand there with their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): %1</source>
        <translation>
            <numerusform>%n file: %1</numerusform>
            <numerusform>%n files: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s) could not be drawn.</source>
        <translation>
            <numerusform>%n page could not be drawn.</numerusform>
            <numerusform>%n pages could not be drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingProgress</name>
    <message numerus="yes">
        <source>%1: %2 % read, about %n minute(s) left</source>
        <translation>
            <numerusform>%1: %2 % read, about %n minute left</numerusform>
            <numerusform>%1: %2 % read, about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message numerus="yes">
        <source>A sync tool left %n other version(s) of these notes.</source>
        <translation>
            <numerusform>A sync tool left %n other version of these notes.</numerusform>
            <numerusform>A sync tool left %n other versions of these notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes are merged: %n thing(s) are new or different.</source>
        <translation>
            <numerusform>The notes are merged: %n thing is new or different.</numerusform>
            <numerusform>The notes are merged: %n things are new or different.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n file(s) saved in %1.</source>
        <translation>
            <numerusform>%n file saved in %1.</numerusform>
            <numerusform>%n files saved in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message numerus="yes">
        <source>%n page(s) were read. Mistakes are possible; compare what you quote.</source>
        <translation>
            <numerusform>%n page was read. Mistakes are possible; compare what you quote.</numerusform>
            <numerusform>%n pages were read. Mistakes are possible; compare what you quote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n page could not be read.</numerusform>
            <numerusform>%n pages could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message numerus="yes">
        <source>%1 % read, about %n minute(s) left</source>
        <translation>
            <numerusform>%1 % read, about %n minute left</numerusform>
            <numerusform>%1 % read, about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message numerus="yes">
        <source>This backup holds notes on %n publication(s).</source>
        <translation>
            <numerusform>This backup holds notes on %n publication.</numerusform>
            <numerusform>This backup holds notes on %n publications.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageBox</name>
    <message numerus="yes">
        <source>%1 in all; notes on %n publication(s)</source>
        <translation>
            <numerusform>%1 in all; notes on %n publication</numerusform>
            <numerusform>%1 in all; notes on %n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily copy(ies).</source>
        <translation>
            <numerusform>%n daily copy.</numerusform>
            <numerusform>%n daily copies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <source>Tags of the %n notes that are chosen:</source>
        <translation>
            <numerusform>Tags of the note that is chosen:</numerusform>
            <numerusform>Tags of the %n notes that are chosen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message numerus="yes">
        <source>Nothing was deleted in the last %n days.</source>
        <translation>
            <numerusform>Nothing was deleted in the last %n day.</numerusform>
            <numerusform>Nothing was deleted in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Restore %n</source>
        <translation>
            <numerusform>&amp;Restore %n</numerusform>
            <numerusform>&amp;Restore %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_TrashModel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
