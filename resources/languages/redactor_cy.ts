<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy_GB" sourcelanguage="en_GB">
    <context>
        <name>QPlatformTheme</name>
        <message>
            <source>OK</source>
            <translation>Iawn</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Cadw</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Agor</translation>
        </message>
        <message>
            <source>&amp;Yes</source>
            <translation>&amp;Ie</translation>
        </message>
        <message>
            <source>&amp;No</source>
            <translation>&amp;Na</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cau</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Canslo</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Cymorth</translation>
        </message>
    </context>
    <context>
        <name>Redactor</name>
        <message>
            <source> because: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source># is a digit, ? a letter or digit, * the rest of a word: SAR-####, Dar?en, Kayl* Barnes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About Redactor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add documents…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add the name selected, everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Approve or return…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bring back a copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cases of a folder: due, and report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Close case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Consent of this person, and what was weighed…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Golygu</translation>
        </message>
        <message>
            <source>&amp;Export the release…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find a command…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find in the case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Fit the width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Harm…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Cymorth</translation>
        </message>
        <message>
            <source>&amp;How long the case is kept…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;How the release looks…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep this, hide the rest of the page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave in here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave this person in everywhere…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Lock now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next thing to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Office roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Agor…</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Preview as released, and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Questions after the release…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redact here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redact this person everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Ailwneud</translation>
        </message>
        <message>
            <source>&amp;Release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Report on this case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save a document's file as it came…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sign in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Staff, own addresses and terms…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Subject: the person the record is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Submit for approval…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Dadwneud</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>G&amp;weld</translation>
        </message>
        <message>
            <source>&amp;Who is asking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Withhold this page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{date}' is no date for an opinion: write it as YYYY-MM-DD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{finding}' is no finding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{given}' is no answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{given}' is no capacity to ask in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{given}' is no part of the country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{given}' is {number} people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{kind}' cannot be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{kind}' is no class of data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{kind}' is no kind of entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{name}' is no field with a question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{name}' is no name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{name}' is nothing the letter has words for, or has none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{outcome}' does not settle {id} ({text})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{outcome}' is no outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{outcome}' is not a way to settle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{profession}' is no health professional within section 204 of the Act: the opinion does not count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{profession}' is no profession</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{requester}' is not a kind of requester</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{text}' is not a date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{text}' is not a mention of {person}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{text}' is nowhere in this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{text}' was redacted and the latest analysis does not see it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{unknown}' is nothing to record of a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{value}' is no choice for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{value}' is no value for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{value}' is not on the lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{way}' is no way to send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{words}' after the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{words}' before the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{words}' may belong under the harm test ({detail})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{words}' {left}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(a copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(it looks Welsh)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(its heading holds “{held}”, which is redacted)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(reading only)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, converted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, from page {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, left out of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, not older than {opinion_months} months on the day of disclosure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, the last day of that month (there is no {number})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1. Identities for a caseworker and a team lead, vouched for by their office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>9 Larch Close; 4 Mill Lane, Ashby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>: withheld ({withheld})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a barrister's advice, which may be privileged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A better copy of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a bookmark leads elsewhere than to a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A box as wide as the name under it gives the name away: on typed pages somebody who knew 17 people of the record put the right one first for four boxes in ten, and among the first three for nearly nine in ten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a box is needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a box lies on one page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a cabinet of Windows or OneNote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A case about nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a case needs a passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a case needs a reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a case needs the name of the person it is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A caseworker submits first: redactor submit CASE --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a certificate is a PDF or a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a class belongs to a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A classification of the subject in a risk assessment system run by an authority for tax, crime or misuse of public money, to the extent that disclosure would prevent the system from working.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a conflict has two sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy for the printer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a copy for the printer is a PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy for the printer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a copy goes to somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a copy is of something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a copy needs a passphrase of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a copy needs its passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A copy of the case, handed over to {name} on {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A council words these for itself: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A CSV file is a list of staff, whose first line names its columns (name, or forename and surname; job title, e-mail, telephone, team), or has the columns kind (staff, team, address, number, term), value and profession.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a date of birth in this record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a day that is set by hand needs its reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A dead person has no personal data, so TP does not apply to them. A duty of confidence may outlive them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a decision holds something that cannot be recorded ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a DjVu file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a document cannot be put before itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a document cannot replace itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a document in the case cannot be opened any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A draft burns exactly what is decided so far; everything else stays readable. Every page says DRAFT - NOT FOR RELEASE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a drawn box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A fee was asked for on {asked} and paid on {given}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a few plain words: "Another person"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a file of the language model is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a file of the language model is not the one that was shipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a forename and surname</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a forename in lower case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a form about {subject} gives it as theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A form was half filled in when the window locked at {at}, by somebody who was not signed in. What they typed is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A further {mentions} you decide one by one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a gzip archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a help file of Windows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a hold needs its reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a house of the record by its number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a JPEG XL picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a letter by itself: they are named far more often than anybody else whose forename begins with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a letter is a PDF or a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a line needs an id and a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list of OneNote sections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a member of staff: a professional, unless the record says they are somebody's family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a miss is less likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a miss is likelier here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a name alone in its line or cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a name found elsewhere in the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a name in quotes after a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a name in this record that is also an everyday word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a name written without a blank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a note has at most {most:,} letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a note is open: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a note needs words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a note to the team lead is answered by a team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number, or words that were held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a OneNote section</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a page alone is larger than a file may be ({needed} MB)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A page whose file is so damaged that nobody can read it or make a copy of it, when no better copy was found. Not an exemption: what can be read is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a page-tree node counts wrongly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of Redactor has stopped, without which no case can be made or opened. Nothing that was decided is lost: close Redactor and start it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of the page {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a passage is words or a box on a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a passage on page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a passage stands on a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A passphrase for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A passphrase for the identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A passphrase with which the office signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pattern</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a PDF that would be larger is split into volumes, and page numbers go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a person needs a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A picture without readable words: look for faces, handwriting or names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a place is a file and a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A place, a thing or an organisation that was taken for a person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a plan that is not to be known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a plan that is not to be known beforehand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a plan to remove a child</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a PostScript file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a private one of somebody who is here for work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A professional in their official capacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A professional in their official capacity: taken to be reasonable (para 17)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a professional's opinion on disclosure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a professional's opinion on what knowing this would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A question about what is asked for is still open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A question was put on {date}, after the time had ended: it stops nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A record of the council's intentions in negotiations with the subject, to the extent that disclosure would be likely to prejudice them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A reference given in confidence, or to be given, for education, training, employment, volunteering, an appointment to an office or the provision of a service.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a refuge or a safe house</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a release is under way: it is submitted and not released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a report is a spreadsheet, CSV or a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a request not to tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a return needs a comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a roster needs the name of the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sample of what stays readable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a sealed reason cannot have a label or an explanation of its own: it could be told from the others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a sending goes to somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A slip sheet that says why takes the place of these pages of {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a social work professional of the council</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A solicitor with their written authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a sound recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sta&amp;tement on this page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a statement has words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a statement is about something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a statement of {number:,} letters is a paper of its own (the most is {most:,})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A statement on it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A statement on number {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A statement on page {page} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a structure element holds something we do not write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a structure element is not ours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A team lead looks at what is risky, and approves the case or returns it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A team lead on the roster must approve it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A team lead signs in and returns it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A team lead who decided nothing in it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A team lead, who is somebody else, then approves the case or returns it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a team or service: never taken for a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a telephone number or e-mail address of the office: left alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A thing that was settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a threat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a threat not to tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a threat of violence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a threat, or fear of one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a video or sound recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a weapon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a width of its own, whatever it hides: lines with boxes are set again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a Windows recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;ccept what is proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About other people, marked by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {hours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {minutes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {name}, asked of {whom}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {seconds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accept what is proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accept what is proposed: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accepted under this assessment (replace any part with --field k=v):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accepting redacts what is proposed and not decided yet: {who}{mentions} on {pages}, as information about other people, under the standing assessment. What is only possible stays for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>account number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a &amp;folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a copy that opens, or say why the record is complete without it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a folder of documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add as a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add documents first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add it to the case as a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the case documents first (redactor add CASE PATH)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the document again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the documents of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the papers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add {documents}: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add&amp;resses, now and before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adding documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adding documents is not finished and would be stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses, now and before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adoption records and reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adoption records and reports whose disclosure an enactment on adoption restricts. There is often another way for an adopted person to get them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>advice against disclosure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Af&amp;ter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after {minutes} minutes untouched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All are confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All in all: is it reasonable to disclose without their consent?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of a page but what is kept: hidden, also what is found there later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of them are left in, as decided for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of them are redacted, as decided for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of this page but what is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {passages:,} passages were read; {held}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allow copying words of the record to the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Already known to them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also in form fields, comments and bookmarks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also spelt differently</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also write the internal log (never for the requester), beside the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>also {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an Access database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an account of abuse by a partner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an account of domestic abuse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an account of harm to a child</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an account of violence by a partner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an address of the office: left alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an address that is kept from somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an allegation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an allegation by a child</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an answer has its date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an answer needs its reason and words for the person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an answer needs words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an Apple Pages, Numbers or Keynote document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an appropriate health professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An approval of this case is void from then on: the next release needs its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an earlier release is not in this case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An encrypted copy of the whole case, for another machine without a network. What is done in it is taken in again by Bring back a copy. If you go on here meanwhile, the two are merged: whatever both decided differently is asked, and a submission or approval is void.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an encrypted copy's passphrase goes another way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an erasure leaves a certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An everyday word, nobody's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an extract goes to somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an identity needs a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an investigation that is not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an opinion has its giver, its date and its words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an opinion is missing or has run out: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an opinion on serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an opinion that knowing would do harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an overdose or a ligature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anal&amp;yse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse the case again to use it: redactor analyse CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse the case again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse the case again: redactor analyse CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse the case first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analyse the case first: redactor analyse CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analysing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Analysis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {number} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>And {pages} more: see To do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another decision replaces the one there is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another export of this name was faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another person, not sta&amp;ff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another person, not staff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another program is making this very file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another program is writing to the case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another version of Redactor, or a new analysis, changed it: have it submitted again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer by letter: redactor challenge CASE --letter FILE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer it here; the answer goes on record and to whoever wrote it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer it instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer or take back each (redactor note CASE lists them), or return the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer “{note}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve or return</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve or return…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approve the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approve the case. {unread}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved by {approved_by}, and not exported yet. Withdrawn, it cannot be exported: it goes back to the caseworker with what you write, and is submitted and approved again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved by {approved_by}. The release can be exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved by {approved_by}: exported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved by {approved_by}: ready to export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved. The release can be exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approving a case needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approving needs an identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>April</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Are they capable of giving consent?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As &amp;released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As chosen for the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it stands by now: I have decided it anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As they were added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as wide as what it hides; nothing on the page moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as-is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask a colleague or a team lead to look at it: they may still approve the next release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask a team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask again, submit and approve again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask another team lead to approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it again, or as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it again, or for the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it again, or leave it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it again, or open it in another program, save it as PNG or PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it again, or print it to PDF and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for it as PDF (on a Mac: File, Export To, PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the file again, or leave it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the file again; if the text is what you want, add it under a name that ends in .txt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the message again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the right to delete there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the right to read it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the office for a good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask them to close it, then open it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask what it is for; a program holds no record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ask {whom} for an opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for their consent on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked what exactly is wanted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked {whom}, {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>August</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation>Yn ôl</translation>
        </message>
        <message>
            <source>Bank holidays after {date} are the usual ones of {nation}: a day proclaimed later is not among them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before a release, decide and undo as ever</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before an e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin it with: council = "Name of the council"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beside the roster its key is made, a file of the same name that ends in .key. Whoever has that file and the passphrase can put people on the roster: keep it where caseworkers do not come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Best interests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>black</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>black, with white words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both copies had gone on, so the case is to be submitted and approved again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both copies hold what cannot be merged: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bring back the copy of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring back {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring it back into the case as it was handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bundle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Burning it as the export would…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>but {doubt}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>But {doubt}: look at it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By folder and name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by post</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by telephone, by letter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>call {name} “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>called '{words}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>called privileged: legal advice, or made for a dispute in court</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Came after the case was submitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>came back, and nothing was done in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>can be read beside the box over {over}: the box does not hide all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>can be seen in the picture of this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation>Canslo</translation>
        </message>
        <message>
            <source>canonical</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capacity of who asks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>car registration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>carry decisions over to {copies}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case &amp;file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>case reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case {reference}: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases (*.case)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases (*.case);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases are opened for reading, one after the other, and closed again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases by the day they are due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases of a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases that have an older one need it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases you open are listed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>caseworker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caseworker: decides and submits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change how the release looks: {settings}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change the reason: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change what was decided since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chec&amp;k the case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that it is the right one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the folder is there and that you may write to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the disk or the network drive and try again; the case is as it was before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the drive, then export again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the name and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the passphrase, or give the recovery keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path, or make a case with 'redactor new'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path, or make it with: redactor new CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the spelling, or find it first: redactor find CASE TEXT --fuzzy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the spelling; redactor find CASE TEXT --fuzzy shows what is near</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the two dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the words, or give a --box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking pages as released: {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the copy, and taking it in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking what can still be read…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Child abuse data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a box on the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a box that was drawn or marked by hand first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a document first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder you may write to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a larger limit: redactor settings CASE --volume-mb {needed} --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a mention of the person, or the person under People, and press it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a new name: a log is never written over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a new name: an export never writes over anything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a new name: nothing is written over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a role, redact or disclose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a thing to do of which there are several, under To do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a thing to do, a mark, or words on the page, and press R again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a thing to do, or a mark on the page, and press L again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name; nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name; nothing was handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another to put it before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another, and pass it on another way than the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose mentions of that person only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one from the catalogue of reasons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one that your office can keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose questions above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody under People, or their name on the page, and press the key again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder that holds the case documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the mentions that are the other person. Ctrl or Shift chooses several.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose which of them holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose: {question}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cla&amp;ss of the words selected…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class for the chosen documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class of this place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class of “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classes of documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation>Clirio</translation>
        </message>
        <message>
            <source>Click it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation>Cau</translation>
        </message>
        <message>
            <source>Close all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close other programs on this PC and add it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the case?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour of the boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours of the s&amp;ystem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns of the documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Come back to this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Come back to this: holds up submission until it is settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>come back to this: “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment, if you return it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment: to be answered before it is submitted again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comment: “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comments and notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comments, and things to come back to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare it with the file as it came (Documents, Save a document's file as it came).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare it with the file as it came (Documents, Save a document's file as it came). If it may go as the window shows it, say so; else withhold it, or put a better copy in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete the reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confidential communications with a lawyer for legal advice, or made mainly for litigation, and what a lawyer must keep confidential for a client.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confidential reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm all as shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm all as shown ({open})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm proposed titles, dates and kinds…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirm the class of {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm the ticked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm the ticked ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm them as proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent and what was weighed…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consent was asked for and no answer is on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>content of a page stands in the structure twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>converted ({converter}); its pages do not show all of it: {notes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Converted documents to compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Converted: {converter}. The file as it came: Documents, Save a document's file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copies so far: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy it to this PC and add it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy it, with the file ending in -journal if there is one, to a folder you may write to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could also be a professional of this name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could be one of several people of this name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could be {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could be {name} too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could not be read: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crime and taxation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+E</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+H</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+I</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+O</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Shift+O</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Shift+Return</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cut it into files of some megabytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;ocuments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Damaged, and cannot be read or copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date of &amp;birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date of birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>date of birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date r&amp;eceived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day the answer is planned to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>day/month/year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>day/month/year; today if left empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>December</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide about a person once, and it holds on every page. Put somebody right who was taken for another (role, name, two who are one) and everything follows. Undo takes back the whole of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide about people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide about the new one by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide all of a kind &amp;together…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide all {number} of this kind together… (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide each again; then submit as ever. A team lead who did not decide it approves, and only the pages that changed are released, with the numbers they had.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide each: redactor conflicts CASE ID --take 1|2|now --why W --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide it again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide it: redactor challenge CASE --number N --outcome O --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decide what holds: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide which holds…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide {number} in one step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided against what follows from the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided between two copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided differently in two copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decided in this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deciding a conflict needs its reason on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deciding between two copies needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions are signed with your identity. The person who approves a case is never one who decided in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions can; submissions and releases stay on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>describe {documents} for the index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>disclose {name} everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>disclosing needs its reason on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>do again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>do again: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do it all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do it once more to do it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do something about it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents (*.pdf *.eml *.msg *.mbox *.pst *.ost *.xps *.oxps *.doc *.docx *.docm *.odt *.rtf *.xls *.xlsx *.xlsm *.ods *.ppt *.pptx *.odp *.txt *.csv *.htm *.html *.tif *.tiff *.png *.jpg *.jpeg *.webp *.gif *.bmp *.heic *.zip);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents and pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents and their classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents that are left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents they are to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does a duty of confidence outlive them, and to whom does it matter?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft made, not for release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts and others' folders are not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw &amp;boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw a part of it, or smaller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw one box a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawn box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop the documents of the case here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due since {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due to be erased on {due}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due {day} ({how})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each document has one class: health comes before education, education before social work. They are proposed from the name and the first pages; put right what is wrong, then confirm them all at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each number printed on a box keeps its meaning for good. Choose the one that is questioned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each page exactly as the export would burn it now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>education</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>education data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data from the Principal Reporter (Scotland)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data in a report or other evidence given to a court in proceedings whose rules allow it to be kept from the subject.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data processed by a court</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data whose disclosure is likely to cause serious harm to the physical or mental health of the subject or another person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Education data: serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypted copy to make (AES-256), if one goes out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>England and Wales</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase it for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase this case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>erasing a case needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>event {seq} of the journal cannot be read ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every document and page of the record, and how much is left to decide in each. Drop more papers on the window whenever they come: what you have decided stands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every page is made anew with the boxes burned in, and checked by a second program before the folder appears. Everything in the folder is fit for the requester's eyes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every point of Art 15(1) must be told: word it otherwise, do not leave it empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyday words, seldom a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything else on this page is hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything stays on this computer. A case is one encrypted file, and nothing is ever sent anywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that must be on record is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that was given is in the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything you decided is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything you decided is kept. Close Redactor, start it again and open the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything you decided is kept. Give the passphrase of the open case to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything you decided is kept. Give your own passphrase, the one you signed in with, to go on as before; or the passphrase of the open case to go on signed out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everywhere is everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everywhere: {many} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exam scripts and marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exceptions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export again, and send that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>export the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the release…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export what it holds about the person as PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exported and verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exported. What is left is the covering letter, and to put on record what was sent, when and how.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extract for a clinician</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>family word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Family words for nobody named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>February</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fee asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fee paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures only: nobody's name, no words of the record, no reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File of the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File of the lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files not taken i&amp;n…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files not taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files that were not taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fills in what was put on record for it. Read it through: it has to be true of this one too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter by name, or a name to add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter the lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find &amp;previous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find them first: redactor find CASE TEXT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find words in the whole case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder to keep the identity in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder to put the release in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For log books, registers and minutes: on these pages of {name} every line that names somebody ticked here stays. All else is hidden, also what is found there later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For the same reason as before:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For the team lead: to be answered before it is approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>forced marriage or so-called honour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forename Surname</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found because: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space and do it again; the case is as it was before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Friday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from that approval to the first release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the first decision to the first submission</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the first release to its being sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the first submission to the approval that was released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the request to the day it was sent (or, not sent yet, released)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the request to the first decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --alias, --address or --identifier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --ask WHOM and --extract FILE together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --before DOC, or --to-end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --box x0,y0,x1,y1 (as often as needed), or --by-line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --by, --given and --text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --by, --move, --confirm, or DOC with --title, --date...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --copy FILE and --copy-passphrase-file F together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F (and --page N), or --number N of the log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F --page N --text T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F --page N and --text T or --box B</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F and --class C together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F and --page N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F and --page N together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F and --page N with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --file F, and --page N for one page of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --keep-text T, --keep-box x0,y0,x1,y1 or --keep-person ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --number N or --file F</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --redact or --disclose; roles belong to people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --save T or --forget T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --take 1, 2 or now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --take 1, 2 or now (as it stands by now)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --text T or --box x0,y0,x1,y1; whole pages: redactor withhold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --text T with --everywhere alone, or leave --everywhere out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --text T, --box x0,y0,x1,y1 or --cue ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --to NAME and --how WAY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --why W</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --why W and --told T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --why W, such as the proceedings it is kept for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a .toml file like retention.toml</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a case, or a folder with cases (*.case)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a file that 'redactor new' made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a FILE, or --usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a folder that export wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a forename, a surname or both; numbers and addresses: redactor redact CASE --text T --everywhere --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a name, a number or a few words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a team lead's identity, or write a note or a flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a text file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a title, a date, a kind or a section</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a whole number from {least} to {most}, or 0 for none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give another with --out DIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give at least one fact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give at least one fact of the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give at least one letter, digit or #</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give folders that export wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give ids of redactor todo CASE, or --kind K</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it a title: redactor arrange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it the ending .pdf</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it the ending .pdf or .txt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it the ending .xlsx, .csv or .txt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it with --name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it with --office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it with --reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it with --subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give its number or file: redactor documents CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give months from 1 to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one --page with --keep-box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one person's name at a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one with --as IDENTITY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one with --as IDENTITY (redactor identity new makes one)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one, and pass it on another way than the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the copy that came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file as it was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file one of these endings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file that 'identity new' made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file that 'redactor audit-record CASE FILE' wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the folder that export wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the folder that holds the cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the id of one: {several}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the other place with --of-page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>give the passphrase of the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the password…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the path it was added from, or its SHA-256</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the person's words (--said T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the whole id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the words with --text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give them (--text T, or --text-file F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give them once, for all sealed reasons, under [sealed]</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give two or more ids of redactor people CASE --json</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give x0,y0,x1,y1 with x0 &lt; x1 and y0 &lt; y1; {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give {article} {kind} file as Redactor made it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>give {files} not taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give {wanted}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>grammar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>greeted or written to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>grey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand o&amp;ver a copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hand over a copy to {to}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handed over: {path}. Pass its passphrase on another way than the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handwriting or unclear print: {unsure} of {words} words may be misread</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hardly anybody knows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Harm or another reason… (H)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Harm passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Harm to social work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Harm: health, education or social work data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Harm… (H)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has a title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an official e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Have it approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Have it closed everywhere, then try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Have they expressly refused consent?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health &amp;data: classes and opinions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>health data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>health data ('{words}'), and no health professional has said that the serious harm test is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data goes out only with an opinion that the serious harm test is not met, and is held back for harm only with one that it is; each given at most six months before the bundle leaves. Choose what an opinion is about, then record it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data held by a council that is not itself a health professional, as long as no appropriate health professional has said that the serious harm test is not met. Not for what the subject has already seen or knows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data in a report or other evidence given to a court in proceedings whose rules allow it to be kept from the subject.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data processed by a court</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data the subject gave in the expectation that this requester would not see it, or said should not be disclosed to them. Only where the requester has parental responsibility or is court-appointed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data whose disclosure is likely to cause serious harm to the physical or mental health of the subject or another person. Upset, embarrassment or a damaged relationship is not serious harm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>health data, and no health professional has said that the serious harm test is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data: classes and opinions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data: classes and opinions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data: given in confidence from this requester</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data: no opinion yet that it can be disclosed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health data: serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health, social work and education workers in their official capacity: disclosure is taken to be reasonable. Police, housing officers, solicitors and others are not named in para 17; they go by para 16(2)(b).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held back for harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held back for harm, with its reason on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held back under another reason than harm, or as whole pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>held back, though it is on record: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here alone: what else the same decision marked stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here for work, and perhaps somebody of the subject's life</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hidden, and perhaps here for work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide all of it? With the names alone hidden the rest may still tell who is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide it in all {number} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>High &amp;contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold back this passage: harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hold back {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold back… (H)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How a case goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How do we know that the requester knows it already?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far you are, and how long you have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How is that harm likely to prejudice carrying out social work?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How likely is the harm, and what shows it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long it is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long this case is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How serious</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the passphrase goes, apart from the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the release looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the release looks: {setting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the request came (it need not be in writing)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How to look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How was it checked that the subject has not already seen this and does not already know it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How would disclosure be likely to prejudice it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How would disclosure be likely to prejudice that purpose?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How would disclosure keep that system from working?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How would disclosure prevent it from being pursued?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Human fertilisation and embryology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have an identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have looked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have looked at all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have read all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Identity file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Identity file of whoever comes on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Identity files (*.identity);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it is decided otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If one month is not enough, say so and why by {date}: that gives two months more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a CSV file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a CSV file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in a bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in a comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a form beside the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in a form field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in an attachment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in hidden text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In large print (18 point)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the field '{words}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the file's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the file's properties</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the list of documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In what capacity does the requester ask, and how was that shown?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In what capacity they ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In what form did they give it (letter, e-mail, in person, ...)?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In what form they answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In which order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {nation}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Index: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information about another identifiable individual, also as the source of information (para 16(4)(a)) and also when they can be known only together with what the requester is likely to have (para 16(4)(b)). Not for health, social-work and education workers in their official capacity (para 17), and not for the dead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information about another person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information about the provision of treatment services, gametes or embryos whose disclosure the Human Fertilisation and Embryology Act 1990 restricts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information from the Principal Reporter for a children's hearing (Scotland)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information held for a function that protects the public, or of a named regulator, to the extent that disclosure would be likely to prejudice the function.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information held to prevent or detect crime, to catch or prosecute offenders, or to assess or collect a tax, to the extent that disclosure would be likely to prejudice that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information that must be made public by law, or whose disclosure is needed for legal proceedings, legal advice or legal rights, to the extent that answering the request would prevent that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information used for management forecasting or planning, to the extent that disclosure would be likely to prejudice the conduct of the business concerned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Information whose disclosure would reveal evidence of an offence by the person who has to disclose it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install LibreOffice (free) on this PC and add the file again, or save it as PDF in its own program and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install Redactor again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install Redactor again: its finder is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is a duty of confidence still owed to them, and to whom would it matter?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is a duty of confidentiality owed to them?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is it a health, a social work or an education worker?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is it advice privilege or litigation privilege, and what shows it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is it the subject's own? Yes leaves it in everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is redacted elsewhere and {readable}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is this somebody, and may it be seen?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It asks for none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be read from disk ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be unpacked: the archive is damaged here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be written ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it could not be opened ({kind})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it could not be opened: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It counts for a bundle that leaves by {until}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it gives the view of {name}, a health professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes with the next release, on a page of its own behind the page it is about.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has 1 to {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it has no page {page}, only {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has pages 1 to {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it holds an electronic signature and nothing else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it holds macros; they were not run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It holds no notes: add what they say as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is a copy of pages that are released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is an earlier version of a document that is released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is approved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is before its day: why it goes early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is decided to hold back what is about them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is decided to leave them in, wherever they are named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is empty, or cannot be read out of the document it is attached to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is encrypted for the holder of a certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is locked with a password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not about the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not in the file, which is damaged or cut short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not on record why this is the appropriate health professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not to be shared with somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not to get out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is packed in a way that cannot be unpacked here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is printed as it stands here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is reasonable to disclose without consent, having regard to all circumstances, the five of para 16(3) among them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is reasonable to disclose, or it is not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is there as {there}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is to be kept from somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is TOML, like letter.toml</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is TOML, like reasons.toml</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it lies more than {most} files deep in others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it looks like {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it looks like {kind}, which is health data here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It looks Welsh: its scans can be read in Welsh (right click, or the Menu key)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It needs name, default, and kinds with title and months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It needs the opinion of {opinion}{lasts}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it stays in, and was arranged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays on the list (Del)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays redacted. Look whether that is still right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it unpacks to more than {most} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It vouches for who approves. Whoever runs the office's computers makes it once, with “redactor roster new”; it can be given later too, under Case, Office.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was made by an earlier version of Redactor: release the whole record again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was not asked for before that day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it would be hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its default is none of its kinds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its file and its key on this computer are destroyed. This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its folder cannot be written to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its folder does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its name says otherwise, but it holds plain text only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its passphrase goes another way than the file. Bring it back: redactor bring-back CASE FILE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its scans are read in {languages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its title, date and kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>J: named for their work. P: another person, not staff. X: not a person. Shift and an arrow choose several. Ctrl+Z undoes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>January</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Judged not reasonable without consent (para 16(2)(b))</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Judged reasonable without consent (para 16(2)(b))</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>July</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>June</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep as well what is kept on these pages already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep only the lines that na&amp;me…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep only the lines that name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the lines that name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this and hide the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this, hide the rest… (K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep what names {names} and hide the rest of {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep what was chosen and hide the rest of {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept in the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known to exist elsewhere, and not erased: {copies}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L; from the page Ctrl+Shift+L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lacking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation>Iaith</translation>
        </message>
        <message>
            <source>Language / Iaith, from the next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave all {number} in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in everywhere all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in here (L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave in… (L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it out of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leave out {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out…	Del</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leave {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leave {what} ({kinds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leave {what} as known ({kinds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leaves in {mentions}{who}, in this document alone.{doubt}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leaving out as {code} needs: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left half filled in when the window locked at {at}, by somebody who was not signed in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in ({title}), which lacks: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in as a professional, and also '{tie}' by the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in because they agreed, which is not on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left in by decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in the archive by an operating system; it holds no record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in the folder by Windows, macOS or Office; it holds no record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in wherever they are named, and they agreed, for: {scope}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in, and on what ground is not on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in, as {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left in, though it is on record: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left in?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left out: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>legal advice, or made for a dispute in court: it may be privileged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>legal advice, which may be privileged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal proceedings and disclosure required by law</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal professional privilege</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters that may be initials</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters to and from them, meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LibreOffice could not convert this file: it is damaged, or its part for this kind is not installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LibreOffice found nothing to show in this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LibreOffice needed more than {most} MB of memory for this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LibreOffice took longer than {seconds:g} seconds over this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LibreOffice took longer than {seconds} seconds over this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift that hold first, or leave it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift the hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift the hold first, with its reason (--lift W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift the hold…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lifting a hold needs its reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>like a name in the record, spelt differently</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List it again: redactor todo CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List the documents and choose one of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List them all: redactor reasons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List them with: redactor todo CASE, settle each, submit again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List them: redactor known CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List what is left: redactor todo CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>listed surname first, as in an office's own address book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Listen or look, and decide by hand: recordings are redacted elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Listen to it, and decide by hand: recordings are redacted elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists as CSV (*.csv);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock an open case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it as they will</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it in another program, and decide by hand what to do with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it, and decide by hand: recordings are redacted elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>look at number {number} of the release again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at redactor documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at that one, or choose another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the list again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the page again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the page itself: not everything on it could be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the page. If you can read it and it may go, say so; else withhold it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for this name in the whole case at once, misspellings too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look through it. What was decided before holds here too; who is new is on this list by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>look through what is new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looked at: {settled}. {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looks like a photograph: does it show a person?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looks like a signature: whose is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looks like it may harm: hold back, or say why it may go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a &amp;draft…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>make a document of {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a new file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a new one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a new roster…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make identity and sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it, or choose another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make room, or choose another folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>make the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the folder first, or choose another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>make {name} a person of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Management forecasts and planning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>March</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark {what} as harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark {what} as seen ({kinds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked on this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>may be given later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May be harm: look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May be somebody: look, and decide each one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May belong under the harm test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May belong under the harm test: {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May go… (L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May harm, and was let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May this be seen by the requester?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May this person be seen by the requester?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member of staff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mend the line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mentions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge the copy of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge: these are one person…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merging needs two different people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Monday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more comes out of this archive than can be taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more than one event has the id '{event}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more than one note has the id '{identity}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than {places} on {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more time announced on {day} does not count: the first month ended on {limit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more time needs its reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More time was announced on {date}, after the first month had ended on {end}: it does not count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More tools, for which this window is too narrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most mentions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most names are found for you; read for the rest. Decide once, and it holds on every page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mostly an everyday word or an abbreviation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down	Alt+Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move or resize a box on page {page} of {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move up	Alt+Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move {documents}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved for somebody's safety</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N takes you to the next thing to decide, the most risky first. Nothing can be submitted while something stands here: pages that could not be read, copies that do not agree, facts that a reason needs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N&amp;ote, comment, or come back to this…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name documents, or confirm all as proposed (--confirm)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name it as it is called in the case: redactor replace CASE --by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the council or office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the other person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name one of them: {firsts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name one: redactor documents CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the folder that an export wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name {name}, {places}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, address, number or term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>named as '{words}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>named as a family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Named for their &amp;work: a professional…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Named for their work: a professional…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>named in the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names only other people: hide all of it, or say why it may stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>National Insurance number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negotiations with the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neither side holds: it was decided anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New files in which what was hidden is not there any more, checked by a second program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New folder for the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation>Nesaf</translation>
        </message>
        <message>
            <source>Next &amp;mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: the reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NHS number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NHS number, telephone; separate with commas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer on record yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no case in this folder opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no conflict has the id '{identity}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No conflict is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No copy was handed over, as far as this case knows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No date of receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No day yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no document of the release starts at page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no document was chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no document was chosen to move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no document was named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No documents yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no event has the id '{event}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No letter to or from them, statement of theirs or meeting they were at was recognised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no log of this case has a number {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer alive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no mention has the id '{name}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no mention was chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no note has the id '{identity}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no number of the log was questioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no page changed since the last release, so there is nothing to send again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no page could be made of this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No page has boxes yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no passage has the id '{identity}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No passage is held back as health data, and no document is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No passage looks as if it belongs under the harm test. Only reading can tell.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no passphrase was given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no question has the number {unknown}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no question was put before that day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no reason on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No roster is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sample until it is submitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No search is saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no setting was given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no words are read under this box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No words are read under this box. Draw one box a line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no words are selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No words could be read on this page, but it is not blank: look for handwriting, faces or names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No, it is not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody answers their own comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody can open the case without it, unless there is a recovery key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody in this case has the id '{identity}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody in this case is called '{given}' or has that id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is named on these pages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is signed in. Your decisions are signed with your identity; the first time, make one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody refuses, or leaves unanswered, what they were not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None is ticked: nothing was missed in any of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the three</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none of these pages is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Northern Ireland</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a person: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not all read and searched yet: {pages} to go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not analysed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not back yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not decided yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not everything is analysed yet: copies among the rest are not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not for this requester</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not judged yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not looked at yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not read and searched yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not read, so not searched: {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not said who they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not settled by the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not the subject's personal data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>note for the team lead: “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note or comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note to the team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing changed since the last release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing else says that this is a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing in this paper says that it is health or education data, and what else social services hold is social work data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing is chosen that an opinion can be about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is counted yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is decided about them yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is kept on {pages}: hidden whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is left to confirm: the index says what it can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is left to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is left to decide: submit the case for approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is marked on this page. Select words or draw a box to redact.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is on record as sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is released from it. Restore a copy and tell your office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is released. Have the case approved again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing is submitted for approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing is submitted, so there is nothing to draw a sample from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is worked out yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing needs doing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing says they act in a professional capacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing says who {names} is. Whoever is named for their work is left in: say so first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing says who {number} of these people are: {names}. Whoever is named for their work is left in: say so first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to decide on the pages; checking what could still be read…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was decided. What you chose here is kept until the case is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was done here meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was done in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was done in this copy that is not here already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was missed in them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was released yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was released yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was released yet: the letter says that the records come with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was said about the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was said of the document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was taken in. Ask for another copy, and tell your office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing would be kept on these pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing: the case is as you last saw it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>November</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} ({label}) is questioned by {by}: {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number {number} in the release, {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} is not decided again yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} is not waiting for a decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} is on no page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number {number} is questioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} is questioned already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} is questioned and not decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} stands for pages that are left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number {number} {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number {number}, decided again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of the redaction log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers that were questioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>O&amp;ffice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>O&amp;ther names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>October</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of everybody it is said who they are. Ctrl+1 goes back to accept what is proposed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of unknown role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office &amp;roster…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office lists (*.office);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Office rosters (*.roster);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OK</source>
            <translation>Iawn</translation>
        </message>
        <message>
            <source>on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold: {hold}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold: {hold}. Nothing erases it until the hold is lifted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On record about {person}: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on the case as a whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what date did they agree?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what date did they answer?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what date did they judge it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what date was the opinion given?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what date were they asked?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On what ground this person is left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {about}. It is never released.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one decision marked this and {more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One decision marked {places}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One further down in the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One further up in the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One key each; Shift+J</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one mention can be redacted or disclosed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the two stays: put that one back first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One PDF for each document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one PDF for each document, and one with the contents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One PDF with everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one PDF with everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One undo takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a roster signed with the same office key counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only a team lead comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only about other people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only about other people, left readable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only in a comment, a form's field, a name of a file or the like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only information about other people (TP) has one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only possibly somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only {actor} takes this note back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it for writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it for writing; now {holder} has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in its own program, or unpack it, and add what is in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in its own program, print it to PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in its own program, save it as PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in LibreOffice, save it without a password, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in OneNote, print it to PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in Outlook, save it as a file, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in Outlook, save the messages as files, and add those</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it, print what is wanted to PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open that document in its own program, save the attachment from there, and add it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the case it belongs to; nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the message in Outlook on the PC of whoever received it, save it unsealed, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the res&amp;ult</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open “{note}” again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opinions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opinions on serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opinions on serious harm ({lacking} lacking)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opinions, questions and what is lacking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or a passphrase they share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or taken back by who wrote it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or until this day instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other grounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other people who are left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other people: what is on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other programs can read the clipboard. Switched off, only what you typed yourself can be copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other things</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own number or e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page withheld</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {first} of {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {gone} of {kept} is left out itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {number:,} of {pages:,}  ·  {zoom}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {number} could not be read ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page} as kept in the case is damaged ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page} is not read yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page} of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page} of {name}{withheld}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page} of {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {page} was never read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page}: {context}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PageLabels does not start with the first page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages and files that could not be read with certainty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages are not left out for {code}: what is held back is told to the requester</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages as a document of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages as released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages being read as they will be released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages cannot be a copy of themselves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages left out: {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages of this document, small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages read in Welsh and English: {numbers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages that cannot be released as they stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages that could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages that programs draw differently</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages to look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages were read since: search again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages with boxes are burned and read again, to find what could still be seen on them. You can go on reviewing; submitting waits for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages {first} to {last} of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pages {first} to {last} of {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pale grey, with dark words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Papers of nobody real</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Papers that came late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parental order records and reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of this page is damaged and may be missing: compare it with the paper or ask for the file again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partly redacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passages of another class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passages of the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passages that may harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of that copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the copy (not the case's; it goes another way than the file)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of the office, with which it signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password of the protected documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF (*.pdf);;Text (*.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDFs, scans, pictures, e-mails, office files, or a whole folder. They are read and searched for people at once; nothing leaves this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDFs, Word, e-mails and scans, whole folders at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Peop&amp;le</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People, not words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perhaps known already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perhaps staff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perhaps the subject's own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perhaps two words: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>place of work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points of Art 15(1) in the words that ship, not the council's own: {points}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>points to a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>points to {name}, by what the record says of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>police intelligence or an operation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Possibly somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Possibly somebody's: numbers and addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Possibly somebody, and left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Possibly somebody: parts of pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Possibly somebody: what reads like a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>postcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pre&amp;vious page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the button once more to do it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous mar&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>professional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Professional, left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Professional: {profession}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Professionals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of authority asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of authority given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of authority was asked for and is not on record as given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of authority was asked for on {asked} and given on {given}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity was asked for and is not on record as given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity was asked for on {asked} and given on {given}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of identity was given, but what it was is not on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed titles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed, for: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed: {proposed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed: {proposed}. {proposed_why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed: {why}. {key} changes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pupil number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a better copy in its place, or withhold the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a better copy in its place…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a hold on it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a hold on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put back {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it back first: redactor put-back CASE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it on record first, or undo what was decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it on record with the request, or say why it stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it right in the list of documents.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on record what is missing, or why it stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on record what was sent…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on the roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put somebody on it: their identity file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put that right, or work on a copy, and open it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put the documents as added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put the documents in order by {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put them back: redactor put-back CASE ...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Putting a better copy in its place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>putting on record that you have looked needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qu&amp;it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question {number} to a clinician</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questioned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questioned numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R; from the page Ctrl+Shift+R</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;covery key file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;view: the risky first, and what is new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read a samp&amp;le of what stays readable…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>read a sample of {passages}, {missed} with a miss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read above the list whom this would hide, and press the keys again if you mean it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>read as a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read in the background; the page you look at goes first. You can go on reviewing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read its scans in Welsh{looks}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read its scans the usual way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read page {page} in Welsh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read page {page} the usual way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the passage. Hold it back only if a professional finds that it would cause serious harm; else say why it may go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the sample…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>read {document} {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading a sample of a case needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading Welsh scans needs Tesseract's data, and {files} were not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reads as somebody at work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reads as somebody at work in {some} of {every} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reason {code} has no field '{name}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reason {reason} for '{text}' lacks: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reason {reason} is not lawful on {kind} data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reason {reason} is not lawful {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasonable without their agreement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons cannot be added; use one of the catalogue's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons not complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons not lawful here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received {date}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record a sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record a sending…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record a statement of {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record an opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record an opinion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record consent and what was weighed: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record it first (the first of the five factors), in general words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record it first: redactor request CASE --searches T --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record the opinion of {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record the request: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record the statement from the page itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record when it was asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record when it was put</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record when the request came: the time limit begins then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Records and reports about parental orders (surrogacy) whose disclosure an enactment restricts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery key file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact all {number:,}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact all…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact for &amp;another reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact for a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact for another reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact here (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact here too takes the reason over from the copy. Or say why it may stay open here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact the {number:,} still open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact these words everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact these words everywhere…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact these {number}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact this place…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact what was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact {name} everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redact {name} everywhere, {mentions}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redact {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redact {what} ({kinds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redact?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted as {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted earlier; the latest analysis does not see it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted elsewhere, left readable here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacted in one copy, open in another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacting covers {mentions}{where}, and those found later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacting here is as information about another person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redacting {name} covers {mentions}{where}, and those found later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redaction is proposed; you decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redaction to look at again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redactions to look at again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redactor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redactor (locked)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redactor cases (*.case);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor challenge CASE --number N --outcome O --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor challenge CASE --number N --said T --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor conflicts CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor documents CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor documents shows what is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor harm-cues CASE --json lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redactor is locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor mentions CASE --json lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor mentions CASE --json shows the names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor note CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor office show lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor opinion CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor people CASE --json lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor people CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor searches CASE lists them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor settings CASE shows them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor: stopped. What was finished is kept; add the same again to go on from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor: stopping; what was not looked at is put on record. (Ctrl-C again: at once.)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor: the audit record holds what was hidden: keep it as you keep the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redactor: this is a draft, not for release.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo</source>
            <translation>Ailwneud</translation>
        </message>
        <message>
            <source>Refere&amp;nce</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Regulatory functions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release it, or return it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release the whole record again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rename to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report over all of them…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a copy first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>return the case: {comment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return with this comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Returned by {returned_by}: “{comment}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>returning a case needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review: the risky first…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Risk classification in a crime or benefit-fraud system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>role not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role of this person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roster file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run 'redactor check'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run 'redactor check' on it and go back to the last good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run 'redactor check' on the case and go back to the last good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said between staff; never released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>said in confidence from somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>said to be called so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saturday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation>Cadw</translation>
        </message>
        <message>
            <source>Save it again as CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as 'CSV UTF-8'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as JPEG or PNG, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as PDF first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as PDF first, then add the PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as PDF from a browser, then add the PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as PDF, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it as UTF-8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it out and add it by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it smaller, and add that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>save or forget, not both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the file as it came (it is not encrypted)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the letter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as it came, not encrypted: {written}. Delete it when you have compared it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say how it goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say in general words what the information is, without names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say it shorter, or write several</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say more of the subject: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say of what: --of FILE --of-page N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say one thing to arrange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say to whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say to whom (--to NAME)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say to whom it goes, and how</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say w&amp;ho works here first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say what is to be looked at again (--comment C)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say what it is about (--say T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say what it is and why it is not about the subject: it goes on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say what to keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say what to redact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say what to settle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say what was done (--say T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say when (--asked DATE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say when they answered (--answered DATE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say where it is to lie</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say where the case file is to be kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say where the copy goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say where the passage is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say where to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say where to write it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say where to write it (--certificate FILE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say which document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say which passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say which side holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which way it goes (--passphrase-by T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which way it went (--passphrase-by)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which with --was x0,y0,x1,y1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say which wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say who gets it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say who works here first…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why (--why W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why first: it goes on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why the request is too complex for one month (--why W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why: it goes on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>say why: it goes on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say yes or no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scanned pages being read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>scans cannot be read in '{language}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scotland</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scotland: education data that came from the Principal Reporter, unless the Reporter has said that the serious harm test is not met.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scotland: information provided by the Principal Reporter for a children's hearing whose disclosure an enactment restricts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scotland: social work data that came from the Principal Reporter, unless the Reporter has said that the serious harm test is not met.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Searches kept in the case, to run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Section</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See redaction-log.pdf of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See the comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See the {number} comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See: redactor documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select some words, or draw a box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select somebody's name on the page, and press Shift+N again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the words again, or search again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the words, or draw a box, and choose this again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the words, or draw a box, and press H again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the words, or draw a box, that may be seen, and press K again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>self-harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>self-harm or thoughts of suicide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Self-incrimination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send only what changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>send only what changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>send the release to {to}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>send the whole record again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the whole record again instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the whole record instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Separate with commas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>September</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set by hand: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set for the chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set how long…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settle it by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settle it, submit and approve again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settling needs its reason on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sexual abuse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sexual abuse or exploitation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sexual abuse, in the words of older papers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shape of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift+N: everywhere in the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show me &amp;round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show recent cases on the start page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the &amp;documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the documents (F8)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show this &amp;person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show this person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show wha&amp;t is to be decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what is to be decided (F9)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign ou&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>signs an entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>signs of sexual abuse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>social work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>social work data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data from the Principal Reporter (Scotland)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data in a report or other evidence given to a court in proceedings whose rules allow it to be kept from the subject.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data processed by a court</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data the subject gave in the expectation that this requester would not see it, or said should not be disclosed to them. Only where the requester has parental responsibility or is court-appointed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data whose disclosure is likely to prejudice carrying out social work because it is likely to cause serious harm to the physical or mental health of the subject or another person. Not for health or education data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data: given in confidence from this requester</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Social work data: serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some mentions of {name} are somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some words could not be read, neither from their letters nor from how they look: read them on the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody a court appointed to manage their affairs, such as a deputy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody acting under a power of attorney</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody asked not to be named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody decided that it stays readable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody does not know where another is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody does not know, or believes otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else with their written authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody has moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody has this case open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is looking for them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is not to be named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is not to be told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is not to know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is not to know, or does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody is not to learn of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody questions it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody says they were hurt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody was not told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody whose role is not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody with parental responsibility for them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something in Redactor went wrong ({name})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something in {places} is written or drawn by hand and was not read: look at it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something in {places} looks like writing and could not be read with certainty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something is still being done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is still being done. Wait until it is finished, or stop it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something was missed in {passages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sort code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort the documents of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source and release side &amp;by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source, as released, or both side by side. What you see under As released is what leaves, box for box.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>split a box by lines on page {page} of {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split off pages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split off {mentions}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split the bo&amp;x by lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split within one document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split: some mentions are somebody else…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spreadsheet (*.xlsx);;CSV (*.csv);;Text (*.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Staff may have one of: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Staff on these lists are left in, teams are nobody, the council's own addresses and numbers are left alone, and the terms are never redacted. The file is encrypted; give a case the lists before it is analysed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Staff, own addresses and terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting on its page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements and plans for special educational needs, and records about them, whose disclosure an enactment restricts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements of special educational needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statements of the person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stays held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stays readable: in their official capacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stays readable: the record is about them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stays redacted; look whether that is still right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>still open: nothing was released, and no end is on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still readable elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped before it was finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subject's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit for approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit for approval…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit it and have a team lead approve it (redactor submit, approve), or make a draft (--draft)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit the case again and have it approved again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit the case first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>submit the case for approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted by {submitted_by}, {submitted_at}{redactions}. You are {name}, {staff}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted by {submitted_by}. A team lead, who is somebody else, now approves the case or returns it: they sign in as themselves (Case, Sign in).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted by {submitted_by}. As team lead, go through the risky decisions first; then approve the case, or return it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted by {submitted_by}: waiting for a team lead to approve or return it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted. A team lead approves or returns it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>submitting a case needs your identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>such as: Letter about the visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>suicide, or thoughts of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sunday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>supplement {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switched off, the names of recent cases are forgotten at once and none is remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;his page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;urn the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take a subject access request from loose papers to a checked release.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all of them off, and mark anew what is to stay hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all {number:,} off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take back “{note}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it back if it is settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take its place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take off what {name} was called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take off: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take some places off: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken in from {who}: {brought}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes the place of an earlier version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes the place of an earlier version…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking in the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Team lead: approves or returns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Team or service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>telephone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Term never to redact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text that is not about the subject at all and is not personal data of theirs, such as another case on the same page. Not an exemption.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is taken back: analyse it, look at what is new, submit and have it approved again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is taken back: look at what is new, submit and have it approved again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is taken back: submit and have it approved again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>that it stays held back is said by somebody who did not decide it first: sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That question answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The &amp;pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer is due on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer is due on {date}, {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer is due on {headline}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the answer is older than the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer stays due on that day; tell your data protection officer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer was due on {date}, {days} ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer, in words for the person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the approval by {actor} does not count: the key is not on the roster of {office}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the approval's signature does not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive is damaged and cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive is packed in a way that cannot be unpacked here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the beginning of a forename in the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the box is not on the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bundle and both logs say that something is left out, how many pages and why; never what it says. What is held back for another reason is withheld instead, with a sheet in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the bundle could not be verified ({kind})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the bytes of a document have been changed since they were added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case as a whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case cannot be opened with its recovery key: the first page of the file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file cannot be made ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file cannot be written to, or was not closed properly and cannot be put right where it lies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file could not be destroyed ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case file is not sound: {problems}. Restore a copy and tell your office.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file is not sound: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case file is sound: every decision and document is as it was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case file or its folder cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case has no document '{name}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case has no document '{unknown}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case has no office roster: the letter does not say which council writes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case has no office roster: the release will say 'identity not vouched for'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case has no pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case has no such page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case holds no such document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case is erased. Its certificate: {certificate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is not due to be erased ({when})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is not on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is on hold already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is on hold: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is open for reading only: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case is open for writing by {holder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case to be reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case uses this wording already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case was analysed again meanwhile, and this mention is another now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case was submitted by {name} on {date} and approved by {lead}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case was submitted by {name} on {date}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case was written by a newer Redactor (its format is {version}, this program knows {schema})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the case was written by an older Redactor and must be opened for writing once before it can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the certificate cannot be written ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the code of the reason: "TP"; reasons that would tell print their neutral words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the copy cannot be written ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy is checked first: nothing is taken in from another case, or from one that was tampered with. What both copies decided differently stands under To do, to be decided one by one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the copy is not sound: it does not begin with what was handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the copy is not sound: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the copy is not sound: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy that came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The council's own schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The council's own words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The council's wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The covering &amp;letter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The covering letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The covering letter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the data subject of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The day it ended, where nothing was released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The day the request came is not on record: the letter says nothing of the time limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the demo bundle could not be read: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the disk is full, so this step was not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the disk reports an error, or is full, so this step was not done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the document cannot be cut into parts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the document has no page {page}, only {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the document has no pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The documents are to be read and searched for people first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The drawn box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The earlier version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The export is not finished and would be stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the export was stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fee</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file cannot be read ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file cannot be written ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file exists already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is damaged and cannot be converted ({kind})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is damaged beyond repair and cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is damaged beyond repair and cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is empty: this is not a case, or making it was cut short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is not UTF-8 text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file may not be written to here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file of recovery keys is in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file of recovery keys is not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the first bundle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder for the internal log does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder that holds the cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder to export into does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder to export into went away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder's files are checked against what was released. The passphrase itself is kept nowhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the forename of the data subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The form they want the answer in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The harm form, with the reason it looks like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the home of somebody who is not named, by its number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the identity file has been changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The index now says what {documents} are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The index of the release says no more than a number of {documents}: nobody confirmed their titles, dates or kinds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the initials of somebody in the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the internal log is a .json or .xlsx file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the internal log is not for release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the kind '{kind}' has no whole number of months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the label '{label}' is too long for a box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the language model's list of hashes cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The letter as it would be written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the letter has to say what kind of information it is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the letter to {person} would name somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the letter's words cannot be read ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The line in full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the list cannot be read ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the list is not sound CSV ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the list is not text in UTF-8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the lists need the name of the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The log's numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the message has more parts than can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the message is nested too deeply to be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the metadata says more than the title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the name that was given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the name that was given, over two lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the nearest earlier person this can be in the same document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next release is a supplement: {pages} changed since the last one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next release is the whole record: {pages}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the numbers of that release are not in this case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office adds it (redactor roster add), then the case takes the new roster (redactor roster use)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's file of keys, or a new one; empty for none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's file of recovery keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's file of recovery keys, where the case has one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's list of its staff; empty for none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the office's lists are not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The office's recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the opinion is about nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the opinion is dated {date}, after the disclosure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the opinion of {by} of {date} is too old on {day}: ask again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the opinion of {date} is more than {months} old on {day}: ask again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The order of the documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other person consented to the disclosure to this requester.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the Outlook data file is damaged and cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the Outlook message is damaged and cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the page cannot be drawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the page cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the page cannot be read as it will be released: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the page is too large to draw at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The page shows the one that is selected. Nothing is decided until you press Decide; one undo takes it all back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the page tree counts wrongly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pages of the case. Everything marked on the page in view is also listed in the panel This page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The papers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The papers being taken in are made up, so do with them what you like. Finding the people in them takes about half a minute. To open this case another day, its passphrase is: {passphrase}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the parent tree does not have one line a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the parent tree is out of order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the parent tree names something that is no structure element</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the part asked for is not on the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the part of Redactor that keeps the case has stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part of Redactor that keeps the case has stopped. Everything you decided is kept: close Redactor and open the case again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part that is being told of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passage is not on this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passphrase file cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passphrase holds characters that are no text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passphrase is too short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passphrase is wrong, or the file has been changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the passphrase is wrong, or this is not a case, or the start of the file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the password file cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the password of a document does not open it any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the pattern stands for anything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the PDF is damaged or cut short, and no page could be recovered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person the record is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person's own words on the record. Each goes with the next release, behind the page it is about.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the picture is damaged, or packed in a way not known here, and cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the picture is too large to be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the plan names a document that is not in the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the plan's pages are out of order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the Principal Reporter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The re&amp;quest and its time limit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the record's subject has this surname too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the recovery key cannot be written ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference of the case, typed again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the reference that confirms it is not this case's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the release has no such page: it is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The released folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request and its time limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request and its time limit (Ctrl+T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request and its time limit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the request has no fact '{unknown}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the requester if left empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester knows already: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester knows it already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester reads the index: choose a {what} without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester reads these lines. They come from the papers' own headings, and a heading can give somebody away: untick what must not be printed. What holds something redacted is left out already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester reads this. The file's own name ({name}) is never printed. Without a title the index prints the kind and the date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of a page, hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of this page is hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the roster cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the roster has been changed after the office signed it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the roster is not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The roster says who is a caseworker and who a team lead; the office signs it. A case that has one can be approved only by a team lead who is on it. Everybody makes their own identity (Case, Sign in) and gives you its file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same as for the last passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same file is in the case already as '{name}'; it is kept once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same number for the same person: "Person 3"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same number on every box of one person lets a reader follow that person through the record, and what is told of them in different places can be pieced together to say who they are. Choose it only where that cannot happen, or does no harm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same pages were found there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same passphrase again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same person as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same words stand in {places} in all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same words stand in {places}, and one answer settles all of them: {where}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the sample has no passage {unknown}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sample has not been read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the schedule cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the schedule has no kind '{kind}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the schedule is not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The schedule that ships is an example: the law sets no number of years. A team lead erases a case that is due. It is asked before, and leaves a certificate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the sealed message is damaged and cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the search '{text}' is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the second column holds no name, address, number or term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The serious harm test is met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The serious harm test is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The standing assessment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the statement's file cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the subject's if left empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The subject, left in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the text is longer than can be set as pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the text recognition models are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the time begins then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time has not begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time is stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the trailer has keys that we do not write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the two halves of the key do not belong together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the two passphrases are not the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two passphrases are not the same. Type them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the usual way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the winmail.dat is damaged and cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the wording cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the wording does not say whose it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the wording is not UTF-8 text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the words '{text}' are not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the words '{words}' are not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the words around it are said of people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The words it disputes (for the office, not printed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the {what} '{text}' holds '{found}', which is redacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the {what} in this file cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {what} of {name} in the index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their consent: paragraph 16(2)(a)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their own nu&amp;mbers and e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their own numbers and e-mail addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their profession</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are no documents in this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are no pages {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are no words here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are no words on this web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are no words to look for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are none. Write one: redactor note CASE --say T --as ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is a file of this name already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a picture on this page: look for faces, handwriting or names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no bundle in this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no case to report on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no document in this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no ground '{code}' for leaving somebody in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no kind '{kind}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no layout '{layout}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no manifest in this folder, so it is no release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no order '{by}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no reason '{code}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no reason '{reason}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no release in this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no role '{role}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no room left to write the export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no setting '{name}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no standing assessment for '{code}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such file or folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing in it to read: look at it and leave it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is nothing to ask a clinician</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is nothing to do again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is nothing to export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to lift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is nothing to look at yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to return</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is nothing to undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>these pages are one document already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>these pages cross the end of a document at {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These pages of {name} get a number and a line of the index of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They agreed (para 16(2)(a))</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>they agreed, for: {scope}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They agreed, for: {scope} (para 16(2)(a))</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They answered on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>they are different people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are not capable of consenting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are one person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They did not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They have died: para 16 does not apply to them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They have died: para 16 does not apply; a duty of confidence is on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case goes by it now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case has no office roster: the release will say that your identity is not vouched for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this case has the roster of {office}; another is signed by a different office key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this case is not approved, or something was decided after it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this case is not sound: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case is open for reading only: {who}. You can look at everything and decide nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case uses it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case uses them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case uses them from its next analysis on: Documents, Analyse.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this conflict is decided already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this counts as taking part in the case: {name}, team lead, could then neither approve it nor read its sample. Nothing is done yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this decision cannot be amended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this document is in the case already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this document is not in the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this document is not there any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This entry names only {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this file holds no recovery key for this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this file is split into several documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this folder cannot be written to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This folder exists already. Give a new name: nothing is ever written over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this folder holds no release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this folder is no release of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is &amp;not a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is a copy of another case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is a folder, not a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is a link to another file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is already there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is an encrypted database, but not a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is an office document, and LibreOffice is not installed to convert it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is another office's key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is longer than a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is neither your passphrase nor that of the open case. Try again, or close the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no audit record ({kind})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no kind of file that can be opened here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no longer on the list. What you typed is not saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no name, address, number or term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no whole identity file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not a case but {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not a file of wording ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not a text file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not about a whole page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not an empty folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not marked any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not one document: {files} files are in it; none was taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the passphrase of the open case. Try again, or close the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not {article} {kind} file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not {id, text} in JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is one part of an archive in several files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is settled already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is settled by one of the buttons below the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is the case itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is the case's own passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the sa&amp;me person as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the same person as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is to be a table of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is {person}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is {what}, which LibreOffice cannot convert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this makes the time begin no later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This may be seen then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this needs an identity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this note is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this note is settled already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this OpenDocument file is encrypted in a way not known here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this page cannot be drawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page cannot be shown: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this page is open, and the same page is withheld in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page is withheld ({withheld})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this page was read again meanwhile, and reads differently now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this paper looks like {kind}, by its words ({words})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this paper was confirmed to be neither health, education nor social work data, and only those have a test of serious harm. Look whether another reason is meant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this paper was confirmed to be {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This paragraph names only {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this passage was confirmed to be {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this PC was too busy: LibreOffice was not done after {minutes} minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This reason is not lawful for who is asking in this case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This row names only {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This section names only {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this was decided anew since, and holds nowhere any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this was undone already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this workbook is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this workbook is too large for its columns to be made wider</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this {kind} file is of a newer version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this {what} cannot be printed in the index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>through a secure portal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thursday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick who stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time has not begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time is stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title, date, section…	F2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Titles for the index…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To be approved or returned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To be decided together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To be done in it: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To decide first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To do and people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To do half of the work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To do it again, undo the undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To do: {gap}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To hold back a part of it, show it here and then mark that part on the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To whom does it go (name and post)?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to {action} something, by the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To {to}, {way}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>too old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again, or use the last good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it on a made-up case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the passphrase again, then the last good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tuesday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two copies of the case say different things. Neither wins by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two copies say different things. Say which holds, and why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two more months announced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two more months announced on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two more months were announced on {date}{why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a part of what you want to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type it as it is: {reference}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type one; a file that gives it must not be empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type part of a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the copy's passphrase twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the name of one person of this case; the list shows who fits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the passphrase first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Under Decide, Health data: ask a clinician and record what they say.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Under Decide, Health data: put right what is wrong, then confirm them as proposed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Under the papers, Sort, Confirm proposed titles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation>Dadwneud</translation>
        </message>
        <message>
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo it and decide again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo takes them apart again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo that decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo that decision first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the decision to take the box off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlocked with the passphrase of the case: {name} is signed out. Sign in to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack all its parts together on this PC, and add the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it if need be, and give the one file that takes the place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it on this PC, and add the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it on this PC, and add the folder in parts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it, and add the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a newer Redactor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use at least {least} letters; several words are best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use at most {most} letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use at most {most} letters and blanks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use bundle or documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use in this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use it whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use letters, digits and punctuation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use met or not_met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use one of: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use one of: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the council's &amp;wording…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the council's own words…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>use the council's wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the key of {office}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the last good copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>use the lists of {office}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the newer Redactor; nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>use the office roster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the office's recovery key…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>use the usual wording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use uphold or lift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use: {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>used here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User &amp;guide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User guide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>user name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}. Takes a subject access request from loose papers to a checked release, on this computer alone.

Free software under the GNU Affero General Public License, version 3 or later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a moment and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait until it is finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait, or say why it goes early (--early W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting since {asked} to hear what exactly is asked for; {days} left once answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was consent to disclose asked for, and was it given or refused? If it was not asked for, why not?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wednesday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welsh and English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a box says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a candidate wrote in an exam; and marks before they are announced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changed since you last looked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What comes of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What could not be taken in stands under To do until somebody has looked at it. It stays on record. A file that is in the case already is kept once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What did the subject say, or what shows what they expected?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what differed between these copies has changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What does their consent cover?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What follows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What ground?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is asked for was clarified between {asked} and {answered}: {days} not counted, so it ends on {end}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is being planned, and how would disclosure be likely to prejudice it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is done so far is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is health data is so wherever it stands: it then needs an opinion of its own, or to be held back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what is in it besides its pages could not be looked into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is it, and why is it not the subject's personal data?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is it, if it is no person?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left to decide, and the day the answer is due with the reason for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is marked already is a suggestion: look it through.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is on record about {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what is questioned is not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what is redacted can still be read: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is released instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is the harm, and why is it serious?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be looked at again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is wrong with the page, and where was a better copy looked for?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is {name} called?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is, for the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What kind of case it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what knowing would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what LibreOffice made of it cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What shows that the requester may ask is not on record ({who})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What shows that they may ask for the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What shows who they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What somebody wrote, was sent or heard at a meeting they were at is theirs to see, though it names others. Nothing changes until you say so; what is found in a document later is decided like anything else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What steps were taken to seek their consent?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What stops or moves the time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the &amp;marks mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what the council's lawyer advised or was asked, which may be privileged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the covering letter and the index will lack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the index says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the index will say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the law asks for can be worded, not taken away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the marks mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the requester told the council themselves, was present for or has been given before. It makes disclosure reasonable; it is one of the relevant circumstances.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What their consent covers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they &amp;know already…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they are called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they ask, in their words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they know already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they know already…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What type of information is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was &amp;sent…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was decided for {listed} no longer holds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was decided on the earlier document is carried over to the same words of {name}, and the earlier one is left out; the index says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was done in this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was exported before stands as it was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was found is marked. Rest the pointer on a mark to hear why; click it to decide. Select words and press R to redact, L to leave in, H where reading it could do serious harm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was read is kept: analyse again to go on from there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what was searched is not on record, and the letter has to tell it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was searched is not on record: the letter must tell it, and cannot be written without</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was searched, where and by whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was the Principal Reporter asked, and what is their opinion on the serious harm test?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was the reference for, and what shows that it was given in confidence?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what would be exported is not what was approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what would be released is not what was submitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what would follow if somebody found out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what would happen if somebody knew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you choose is part of what is approved: changing it later asks for approval again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you decided is kept. Close the case and open it again; if it happens again, tell your office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed in the form for the reason is not saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed is not saved. Close it once more to throw it away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you want to say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What {name} was filling in is there again then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When did they die, as far as is known?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When did they die, if they have died?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When did they say it, or when was the information given?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When it was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When nothing is left, submit. A team lead, who is somebody else, approves or returns it. Only then can the release be made, and it is checked by a second program before you get it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when the request came is not on record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the request came is not on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When they gave it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When you have finished, close it and send this file back; there, Bring back a copy takes it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where several are decided together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where somebody is, who may be hiding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the answer goes is not on record: the letter has no address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the answer is to go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the certificate goes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where the requester is: {requester}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to keep the made-up case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether the subject is or has been, or may be at risk of, child abuse. Only where the requester has parental responsibility or is court-appointed, and disclosure is not in the subject's best interests. Not in Scotland.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which appropriate health professional gave the opinion that the test is met (name and post), and what did they say?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which appropriate health professional was asked whether the serious harm test is met, and what came back so far?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which court, and which proceedings?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which crime or tax purpose is it held for?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>which document?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which exam, and is it a script or marks not yet announced?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which holds?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which lawyer advised, or which litigation is expected?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which lawyer gave the advice or was asked for it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which negotiations, and how would disclosure be likely to prejudice them?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which offence, and by whom?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which part of the country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which proceedings, legal right or legal duty?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which regulatory function, and whose?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which risk assessment system does the classification belong to?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which rules of court allow it to be withheld?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which section or regulation restricts disclosure?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which social work professional judged that the test is met (name and post)?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>white</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>white with a thin edge, and dark words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who asks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who asks, if it is not the subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who decides here: sign in, or as somebody else (Ctrl+I)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who gave information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who gave the information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who gave the opinion (name and post)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who gets it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is asking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is likely to be harmed?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is the other person, and how are they connected to the subject?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is who: {people}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who it points to may be seen here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who somebody's parent is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who somebody's parent really is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who was asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whoever decided does not review their own work: ask another team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whose it is the text does not say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why (for a day set by hand)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why does it stay as decided all the same?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why is disclosure not in the subject's best interests?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why is it held back all the same?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why it is they who can say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why it was found: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why may this be seen?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why more time is needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why they may be seen, for the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this person may be seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this role: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why, and what is to be looked at again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why, for the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why, for the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Width of the boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Will be burned out of the release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a guide for the person, in plain English and large print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdr&amp;aw the approval…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw the approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw the approval…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>withheld</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold pa&amp;ges…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold the page, or add a repaired copy of the document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold the pages instead, or say what to keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold the page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold them, which puts a slip sheet in their place (redactor withhold), or use OOS, COPY or EARLIER</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withhold {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>withhold {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it: the five factors of paragraph 16(3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wording (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words for somebody who is named elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words never to redact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working out what is left…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>would still be readable here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write --box x0,y0,x1,y1 in points from the top left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write --field name=value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write --page 3 or --page 3-5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write 3 or 3-5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write an extract for a clinician…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write down what you want to say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it as [reasons.TP] and below it the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it as YYYY-MM-DD, such as 2009-02-20</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it outside the release folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it with letters or figures, shorter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write kind,value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write lines like {"id": "1", "text": "..."}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write name = "Question?" in small letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the answer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the letter that asks them…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the words first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>written surname first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>written to at an organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {path}. {made} pages for both sides of the paper, {made_2} of them blank.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>X</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>x0 must be left of x1 and y0 above y1, in points from the top left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes, it is reasonable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes, it is theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are signed in as {name}, team lead. To add papers, or to put a better copy in place of one, counts as taking part in this case: you could then neither approve it nor read its sample. Nothing is added yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are signed in as {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your own passphrase, or that of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{asked}: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{at} of {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{before} and {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{both}: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{by} said on {date} that the serious harm test is not met here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: a whole page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: all but what was kept, on {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: an area without words that can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: what was proposed, accepted at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: {name}, everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}: {number} whole pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{conflicts} to decide: see To do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{date}, release {manifest}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{date}, {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{date}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} is before the request came, on {received}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} is {why}; so {weekday} {date}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{decisions} to weigh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{decisions} to weigh, {new:,} new to you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{detail} ({label})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{detail} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{documents} added, {pages}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{documents} to compare: see To do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}, page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done:,} of {total:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done:,} of {total:,}, {rest} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done}; {redactions} found no place in it: see To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{empty} of {number} still to be filled in. You can save now; the case cannot be submitted until they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{entries} put on the lists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{entries} taken off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{files} in the case already, kept once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{files} not taken in: {file}: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{gone:,} hidden already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ground}, as harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{holder} has it open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{holds} holds, not: {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{how} on this page was marked by the event '{event}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kept} stay, {hidden} and all else are hidden.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key}: the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} ({months})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind}: {kind_why}; date: {date_why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind}: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left} left to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{line} (this is that copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{member} ({role}) is on the roster already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mentions} of {people} found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mentions} on {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mentions} on {pages} of {papers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{missed} ticked: something was missed there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{months} from the day it {since} ({date}), as a case of the kind {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{most} searches are saved already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} and {more:,} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} and {number} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} are {name}? Then they are one person, called {name}, with {mentions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} is {name}? Then they are one person, called {name}, with {mentions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{names} will not be redacted any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}
page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} ({label}) may be somebody: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} ({label}): {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} ({left:,})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} agreed, for: {scope}. To leave them in everywhere opens {places}, whatever that covers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} are named for their work, with the council, a school, the NHS, the police…? Then {mentions}{where} stay in, and those found later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot read the sample of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} decided this first, and so cannot say that it stays held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is named for their work, with the council, a school, the NHS, the police…? Then {mentions}{where} stay in, and those found later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no team lead; only a team lead approves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no team lead; only a team lead comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no team lead; only a team lead erases a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no team lead; only a team lead returns a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is {role}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} may be {person}: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} on {host}, since {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} on “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} took decisions in this case or added papers, and so cannot approve it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} took decisions in this case, so another team lead comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was not taken in: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was {lost}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}'s key is not on the roster of {office} as a team lead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, page {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, page {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, page {page}: a slip sheet stands in its place: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, page {page}: another program draws it differently; look at it before it is released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, the whole document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, {both}: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, {role}: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, {staff}, is on the roster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: words that point to them ({words}): {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {date}, {came}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {person}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{new} is left out itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{new} takes the place of {old}; {decisions} carried over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{notes} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{note} by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{note} on '{text}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number:,} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number:,} more: type a number above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} cases; {due} due to be erased. One that could not be opened is listed and not judged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} chosen, to be settled alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} documents are called '{name}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} notes are open: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of the cases did not open and are not in this report.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of the five factors are on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} selected</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{n} conflict</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} converted document</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} copy</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} day</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} decision</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} detail</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} document</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} entry</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} file</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} hour</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} item</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} mention</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} mention of somebody else</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} minute</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} month</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} more kind</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} more place</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new document</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new entry</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} note</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of them</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} other</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} page</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} passage</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} person</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} place</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} possible mention</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} redaction</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} rule</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} scanned page</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} second</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} step</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} thing</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} word</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{office}: {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{old} and {new} have no text in common</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{one} is {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{one} or {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{only}: '{words}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages} could not be read: see To do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages} left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages} not read yet: all that is there is hidden too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages} of {name}. A slip sheet takes the place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages} of {name}: {effect}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pages}, {redactions}. The plan is frozen as it stands and signed by you, {name}. Decisions taken without an identity are adopted by you. A team lead who decided nothing in this case then approves or returns it. Any later decision takes the submission back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{passages} of {total:,}, drawn by chance, more where more is likely missed. Which they are follows from what was submitted: nobody can choose them. Tick each passage in which something should have been held back (Space; Shift and the arrows select several).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{places} on {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{places} on {pages} found by “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{quoted} on {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{read:,} of {passages:,} passages were read; {held}. At that rate about {likely:,} of the {rest:,} nobody read hold a miss as well; nine times in ten it is between {low:,} and {high:,}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{read:,} of {passages:,} passages were read; {held}. That does not show that nothing was missed in the {rest:,} nobody read: nine times in ten there are no more than {high:,} misses among them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{readable} and looks like '{term}', which is redacted elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reason} for '{text}': {lack}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reference}, as usually cited. If this decision is questioned, read the paragraph itself first: the Act is at www.legislation.gov.uk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reference}: {subject}{reading} - Redactor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{said}: whether it is reasonable all the same is to be judged (para 16(2)(b))</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} may be the subject's own: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{span} from {start} ends on {end}{why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sure:,} + {possible:,} possible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}. Is that right?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}. One copy: {one}. The other: {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: not read yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: the request and its time limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: to be looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: withheld</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: {redacted} redacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{things} left to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{things} left to decide ({words})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}, {pages}{came}, {left} left to decide{out}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told} ({who}, {date})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told} as {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told}, with all of {person}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told}, with the whole page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{told}: {begins}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{verb} here, otherwise decided elsewhere; {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{waiting}: the time has not begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{waiting}: wait, or ask again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{way}, encrypted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}
Page {key} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} (undone since)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} in {places}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} is chosen and was out of view. Press the key again if you mean this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} may not say '{foreign}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} on page {page} of {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} was asked for on {date} and has not come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}, and {more} taken with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}, {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}: {holds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}: {pages}, {redactions}, {checks} checked by a second program. {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}: “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}; passphrase {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}; that of {by} of {date} is too old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who}, held back as {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who}, {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why} (a document of that name is in the case)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why} (but {doubt})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why}: {others} in it may be known already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{why}; it would be hidden from them in {places}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} are open here and redacted in the same text in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} is open here and redacted in the same text in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} on {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: open here, and a passage much like it is redacted in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: open here, and much the same stands in {where}, which is withheld</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{work}: {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is the same person as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{quoted}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{searched}” is on none of the pages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no date: write it as day/month/year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}”, wherever they stand in the case; also in form fields, comments and bookmarks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{title}” is not saved. What you typed is kept until the case is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is no date. Write it as day/month/year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is on the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” was on the list already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{words}” is below the legal test of serious harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{words}” is below the legal test: serious harm to somebody's physical or mental health. If there is more to it, say what; if not, this cannot be held back as harm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{words}” tells of somebody's health, which is health data in any paper</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
