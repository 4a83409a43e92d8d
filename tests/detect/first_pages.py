# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501 (one page a line)
"""First pages as they come out of thirty years of offices, made up, with what a clerk would write on the file cover.

Each: the file's name, the first page's text, the document's own date (ISO, "" where a clerk would write none), its
kind, and words its title must have ("" where nothing on it is a title).
"""

from __future__ import annotations

from typing import NamedTuple


class FirstPage(NamedTuple):
    name: str
    text: str
    date: str
    kind: str
    title: str = ""


PAGES = [
    # -- letters
    FirstPage(
        "letter to mother.pdf",
        "Wexbourne Council\nChildren's Services\nCivic Centre\nWexbourne WX1 2AB\n\nOur ref: CS/20119\nYour ref:\n"
        "14th March 2019\n\nDear Mrs Dunmore,\n\nRe: Kyle Dunmore, DOB 06/05/2011\n\nFurther to our meeting on 2 March "
        "2019 I am writing to confirm the next review on 4 June 2019.\n\nYours sincerely",
        "2019-03-14", "letter",
    ),
    FirstPage(
        "0007.pdf",
        "NHS\nWexbourne Royal Infirmary\nDepartment of Paediatrics\nDate dictated: 03/09/2020\nDate typed: 07/09/2020\n"
        "NHS No: 943 476 5919   Hosp No: W12345\nDate of birth: 11/02/2008\n\nDear Dr Whitcombe\n\nDiagnoses: asthma\n\n"
        "Clinic date: 01/09/2020\n\nIt was a pleasure to see this young man.",
        "2020-09-03", "letter",
    ),
    FirstPage(
        "scan0031.pdf",
        "Mr G Pole\n12 Mill Lane\nWexbourne\n\n5.11.98\n\nDear Sir\n\nI write about the noise which has gone on since "
        "1 January 1997. My son was born on 3.4.85 and cannot sleep.\n\nYours faithfully",
        "1998-11-05", "letter",
    ),
    FirstPage(
        "Decision ltr.docx",
        "Wexbourne District Council\nHousing Options Team\n\nDate 2 Feb 2021\nRef HO/2021/0044\n\nDear Mr Pole\n\n"
        "Housing Act 1996, Part 7: decision on your homelessness application\n\nYou applied on 18 December 2020. You have "
        "the right to a review within 21 days, by 23 February 2021.",
        "2021-02-02", "letter",
    ),
    FirstPage(
        "ltr fr school.pdf",
        "St Brannock's C of E Primary School\nHeadteacher: Mrs L Okafor\n\nMonday 9 October 2017\n\nDear Parent or Carer\n\n"
        "Year 4 residential visit, 14 to 16 May 2018\n\nPlease return the form by Friday 20 October 2017.\n\nKind regards",
        "2017-10-09", "letter",
    ),
    FirstPage(
        "solicitors.pdf",
        "HARGREAVE & LOWE LLP\nSolicitors\n\nOur Ref: LH/DUN/0021-3\nYour Ref: CS.14.03.2019\nDate: 22 March 2019\n\n"
        "BY EMAIL ONLY\n\nDear Sirs\n\nOur client: Ms M Dunmore\n\nWe refer to your letter dated 14 March 2019.",
        "2019-03-22", "letter",
    ),
    FirstPage(
        "untitled (3).pdf",
        "Dear Meena,\n\nThank you for coming in on Tuesday. As we said, the court hearing is on 30 June 2022 and I shall "
        "ring you before that.\n\nBest wishes\nFiona\n\n17/06/22",
        "2022-06-17", "letter",
    ),
    FirstPage(
        "council tax.pdf",
        "Wexbourne Council\nRevenues and Benefits\n\nMs P Shah\n4 Orchard Row\n\nAccount number 70114823\nDate of issue "
        "11 March 2023\n\nCOUNCIL TAX BILL 2023/24\n\nFor the period 01/04/2023 to 31/03/2024",
        "2023-03-11", "document", "Council tax bill",
    ),
    # -- e-mails
    FirstPage(
        "RE Contact.eml",
        "E-mail message\n\nFrom: Fiona Marsh <fiona.marsh@wexbourne.example>\nTo: Alan Whitcombe\n"
        "Date: Thu, 14 Mar 2019 10:00:00 +0000\nSubject: RE: Contact on Saturday\n\nDear Alan,\n\nAs discussed on 12 March "
        "2019.\n\n-----Original Message-----\nFrom: Alan Whitcombe\nSent: 11 March 2019 09:12",
        "2019-03-14", "e-mail", "Contact on Saturday",
    ),
    FirstPage(
        "printed mail.pdf",
        "From:\nMarsh, Fiona\nSent:\n03 December 2018 16:44\nTo:\nOkafor, Lynne\nCc:\nDuty Team\nSubject:\nFW: Strategy "
        "discussion\n\nLynne, please see below. Review due 10 December 2018.",
        "2018-12-03", "e-mail", "Strategy discussion",
    ),
    FirstPage(
        "outlook print.pdf",
        "Fiona Marsh\n\nFrom: Fiona Marsh\nSent: Monday, July 8, 2019 9:05 AM\nTo: Lynne Okafor\nSubject: School place\n\n"
        "Hi Lynne",
        "2019-07-08", "e-mail", "School place",
    ),
    FirstPage(
        "chain 2020-05-05.pdf",
        "From: Duty Team\nTo: Alan Whitcombe\nSubject: Referral received\nSent: 5/5/2020 17:20\n\nOn 4 May 2020 at 11:02, "
        "Alan Whitcombe wrote:\n> He was born on 1 May 1999.",
        "2020-05-05", "e-mail", "Referral received",
    ),
    # -- minutes, notes
    FirstPage(
        "ICPC mins.pdf",
        "CONFIDENTIAL\nWexbourne Safeguarding Children Partnership\nMinutes of the Initial Child Protection Conference\n"
        "held on Wednesday 6 February 2019 at 10.00am\n\nName: Kyle Dunmore\nDate of birth: 6 May 2011\n\nPresent: F Marsh",
        "2019-02-06", "minutes", "Child Protection Conference",
    ),
    FirstPage(
        "LAC review.docx",
        "LOOKED AFTER CHILD REVIEW\nRecord of meeting\n\nName of child\nDOB\nKyle Dunmore\n06/05/2011\nDate of review\n"
        "19/08/2020\nDate of last review\n20/02/2020\nDate of next review\n17/02/2021",
        "2020-08-19", "minutes", "Looked after child review",
    ),
    FirstPage(
        "team meeting 12.1.16.doc",
        "Adult Social Care, East locality\nTeam meeting notes\n\nApologies: S Ito\n1. Minutes of the last meeting "
        "(8 December 2015) were agreed.\n2. Next meeting: 9 February 2016",
        "2016-01-12", "minutes", "Team meeting notes",
    ),
    FirstPage(
        "Strategy.pdf",
        "Strategy discussion\n\nDate and time of meeting:\n11 June 2021, 14:00\n\nAttendees: F Marsh (chair), DC Amis\n\n"
        "Subject child: Kyle Dunmore (born 06.05.2011)",
        "2021-06-11", "minutes", "Strategy discussion",
    ),
    FirstPage(
        "case notes 2018.pdf",
        "CASE NOTES\nName: Priya Shah   DOB: 03/04/2003   ID: 220118\n\n04/01/2018  Telephone call from mother.\n\n"
        "11/01/2018  Visit to school. Spoke to Mrs Okafor.\n\n19/01/2018  Supervision.",
        "2018-01-04", "case notes", "Case notes",
    ),
    FirstPage(
        "LCS export.pdf",
        "Wexbourne LCS  Case recording print\nPrinted on 02/02/2024 by F Marsh\n\nEvent date: 14/07/2022\nType: Home visit\n"
        "Visited Priya at her placement.\n\nEvent date: 28/07/2022\nType: Telephone call",
        "2022-07-14", "case notes", "Case recording",
    ),
    FirstPage(
        "tel note.pdf",
        "TELEPHONE MESSAGE\n\nFor: Fiona   From: Gareth Pole   Time: 3.15pm   Date: 8/9/14\n\nWill ring back tomorrow.",
        "2014-09-08", "note", "Telephone message",
    ),
    FirstPage(
        "IMG_2291.pdf",
        "l4/O3/l9 T/C from Mum. Not home.\nl5/O3/l9 T/C to school\n22/O3/l9 Visit, no reply",
        "2019-03-14", "case notes",
    ),
    # -- assessments, plans
    FirstPage(
        "CA assess.pdf",
        "Care Act Assessment\n\nPart 1: about you\n\nFull name: Priya Shah\nDate of Birth: 3 April 2003\nDate assessment "
        "started: 02/11/2022\nDate assessment completed: 16/11/2022\nAssessor: H Rowe",
        "2022-11-16", "assessment", "Care Act Assessment",
    ),
    FirstPage(
        "SingleAssessment_20200311.pdf",
        "Child and Family Assessment\n\nChild: Kyle Dunmore\nD.O.B.\n06/05/2011\n\nReason for assessment: referral from "
        "school on 21 January 2020",
        "2020-03-11", "assessment", "Child and Family Assessment",
    ),
    FirstPage(
        "OT.pdf",
        "Occupational Therapy Assessment Report\n\nClient: Mr G Pole  d.o.b. 11.12.1949\nDate of visit: 25.04.2013\nDate of "
        "report: 02.05.2013\n\nReason for referral",
        "2013-05-02", "assessment", "Occupational Therapy Assessment",
    ),
    FirstPage(
        "MCA form.pdf",
        "Mental Capacity Assessment\n\nName of person assessed: Mr Gareth Pole\nDate of birth 11/12/1949\nDecision to be "
        "made: where to live\nDate of assessment 30/01/2018",
        "2018-01-30", "assessment", "Mental Capacity Assessment",
    ),
    FirstPage(
        "PEP Autumn.pdf",
        "Personal Education Plan\nAutumn term 2020\nName: Kyle   Year: 4   UPN: A123456789012\nDate of PEP meeting: 13th "
        "October 2020\nDate of next PEP: 2 February 2021",
        "2020-10-13", "plan", "Personal Education Plan",
    ),
    FirstPage(
        "EHCP final.pdf",
        "Education, Health and Care Plan\nWexbourne Council\n\nName: Kyle Dunmore\nDate of birth: 6.5.2011\nDate of final "
        "plan: 08 July 2019\nDate plan to be reviewed by: 07 July 2020",
        "2019-07-08", "plan", "Education, Health and Care Plan",
    ),
    FirstPage(
        "care plan v2.docx",
        "MY CARE AND SUPPORT PLAN\n\nAbout me: Priya\nThis plan starts on 1 April 2023\nPlan agreed 20 March 2023\nReview "
        "due 1 April 2024",
        "2023-03-20", "plan", "Care and support plan",
    ),
    # -- reports, forms
    FirstPage(
        "police.pdf",
        "WEXSHIRE POLICE\nRESTRICTED\nVulnerable Child Notification (PPN/1)\n\nURN: 2019/0044821\nDate/time of incident: "
        "09/02/2019 23:10\nDate submitted: 10/02/2019\nSubject born: 06/05/2011",
        "2019-02-10", "report", "Notification",
    ),
    FirstPage(
        "discharge.pdf",
        "Wexbourne Royal Infirmary\nDISCHARGE SUMMARY\n\nPatient: SHAH, Priya\nDOB: 03-Apr-2003\nAdmitted: 11-Feb-2021\n"
        "Discharged: 14-Feb-2021\nConsultant: Dr B Osei",
        "2021-02-14", "report", "Discharge summary",
    ),
    FirstPage(
        "core asst report.pdf",
        "REPORT FOR THE REVIEW CHILD PROTECTION CONFERENCE\n\nDate of conference: 3 May 2019\nReport completed by: Fiona "
        "Marsh\nDate report completed: 29 April 2019\n\nChild's name Kyle Dunmore   dob 6.5.11",
        "2019-04-29", "report", "Review Child Protection Conference",
    ),
    FirstPage(
        "s7.pdf",
        "IN THE FAMILY COURT AT WEXBOURNE\nCase No: WX19C00217\nSection 7 Report\n\nDated 12 December 2019\n\nChildren: Kyle "
        "Dunmore (born 6 May 2011)\nHearing: 9 January 2020",
        "2019-12-12", "report", "Section 7 Report",
    ),
    FirstPage(
        "school rpt.pdf",
        "St Brannock's C of E Primary School\nAnnual Report to Parents\nSummer Term 2018\n\nPupil: Kyle Dunmore  Class: 3L\n"
        "Attendance 01/09/2017 to 29/06/2018: 91%",
        "2018-06-29", "report", "Annual Report",
    ),
    FirstPage(
        "MARF.pdf",
        "Multi-Agency Referral Form\n\nDate of referral: 21/1/20\nReferrer: L Okafor\nChild's name: Kyle Dunmore  DoB: "
        "6/5/11\nExpected date of delivery:",
        "2020-01-21", "form", "Multi-Agency Referral Form",
    ),
    FirstPage(
        "BB app.pdf",
        "Blue Badge application form\n\nYour date of birth: 11 12 1949\nNational Insurance number: QQ 12 34 56 C\nSignature\n"
        "Date 19/10/2021",
        "2021-10-19", "form", "Blue Badge application form",
    ),
    FirstPage(
        "consent.pdf",
        "Consent to share information\n\nI, Meena Dunmore (date of birth 4 September 1984), agree that Wexbourne Council "
        "may share information.\n\nSigned: M Dunmore\nDate: 7th June 2016",
        "2016-06-07", "form", "Consent to share information",
    ),
    FirstPage(
        "chrono.xlsx",
        "Chronology of significant events\nKyle Dunmore, born 06.05.2011\n\nDate\nEvent\n06.05.2011\nBorn at Wexbourne\n"
        "17.09.2013\nReferral by health visitor\n02.11.2018\nPolice attended",
        "2018-11-02", "chronology", "Chronology of significant events",
    ),
    FirstPage(
        "IMG_20190314_101112.jpg",
        "",
        "2019-03-14", "scan",
    ),
    FirstPage("2017-11-30 photo of bedroom.jpg", "", "2017-11-30", "photograph"),
    FirstPage("Scan_0001.pdf", "PRIVATE AND CONFIDENTIAL\n\nSHAH\nVolume 2", "", "document"),
    FirstPage(
        "complaint.pdf",
        "Stage 1 complaint response\n\n28 August 2018\n\nDear Ms Shah\n\nYou complained on 1 August 2018 about events of "
        "2016.\n\nYours sincerely",
        "2018-08-28", "letter", "Stage 1 complaint response",
    ),
    FirstPage(
        "DS1500.pdf",
        "File note\n\nRe: G Pole\nDate: 31/04/2012\n\nSpoke to GP on 30/04/2012.",
        "2012-04-30", "note", "File note",
    ),
    FirstPage(
        "statement.pdf",
        "WITNESS STATEMENT\n(CJ Act 1967, s.9; MC Act 1980, ss.5A(3)(a) and 5B)\n\nStatement of: Lynne Okafor\nAge if under "
        "18: Over 18   Occupation: Teacher\nDated the 11th day of March 2019\n\nOn 9 February 2019 at 11pm",
        "2019-03-11", "report", "Witness statement",
    ),
    FirstPage(
        "inv.pdf",
        "INVOICE\nSunnyside Care Ltd\nInvoice no. 10-11-2020-7\nInvoice date: 12 November 2020\nPayment due: 12 December "
        "2020\nCare of Mr G Pole, w/e 8 November 2020",
        "2020-11-12", "document", "Invoice",
    ),
]  # fmt: skip

#: Written after the rules were. Before any of them was changed by it: dates 15 of 16, kinds 11, titles 15.
HELD_BACK = [
    FirstPage("doc1.pdf", "Sunnyside Nursery\n\n3rd Feb 2015\n\nTo whom it may concern\n\nKyle (dob 6.5.11) has attended since 8 September 2014.\n\nYours faithfully", "2015-02-03", "letter"),
    FirstPage("minutes.pdf", "Wexbourne Council\nChild in Need Meeting\n\nDate: 17 May 2021   Time: 2pm   Venue: Teams\nPresent: F Marsh (SW), L Okafor\nApologies: Dr Whitcombe\n\nDate of next meeting: 28 June 2021", "2021-05-17", "minutes", "Child in Need Meeting"),
    FirstPage("risk.docx", "RISK ASSESSMENT\n\nCompleted by: S Ito\nDate completed: 09/08/2016\nReview date: 09/02/2017\nService user: Gareth Pole 11/12/1949", "2016-08-09", "assessment", "Risk assessment"),
    FirstPage("e.pdf", "From: Ito, Sam\nSent: 21 August 2019 08:01\nTo: Housing Options\nSubject: RE: RE: Keys\n\nThanks. I collected them on 20/08/2019.", "2019-08-21", "e-mail", "Keys"),
    FirstPage("GP records.pdf", "Orchard Surgery\nPatient summary\nMiss Priya Shah  Born 03-Apr-2003  NHS No. 943 476 5919\nPrinted 12-Jan-2024\n\nConsultations\n14-Dec-2023 Surgery. Dr B Osei\nTired.", "2023-12-14", "report", "Patient summary"),
    FirstPage("Pathway Plan KD 05.06.2027.docx", "Pathway Plan\n\nYoung person: Kyle Dunmore\nDate plan completed: 21 January 2026", "2026-01-21", "plan", "Pathway Plan"),
    FirstPage("20160304-visit.pdf", "Home visit record\n\nSeen: Meena, Kyle\nMeena said she had moved in on 1 February 2016.", "2016-03-04", "note", "Home visit record"),
    FirstPage("s47.pdf", "Section 47 Enquiry\nOutcome of enquiry\n\nDate of strategy discussion: 11/06/2021\nDate enquiry completed: 24/06/2021\nChild: Kyle Dunmore 06/05/2011", "2021-06-24", "assessment", ""),
    FirstPage("police 2.pdf", "Wexshire Police\nCrime report\n\nCrime ref 44/821/19\nReported: 10 Feb 2019 00:20\nCommitted between 9 Feb 2019 22:00 and 9 Feb 2019 23:30", "2019-02-10", "report", "Crime report"),
    FirstPage("Scan 14.3.pdf", "Mrs A Adeyemi\n9 Mill Lane\n\n14 March 2019\n\nDear Miss Marsh\n\nI must complain again about the shouting of 12 March.\n\nYours sincerely", "2019-03-14", "letter"),
    FirstPage("supervision.doc", "Supervision record\n\nSocial worker: F Marsh\nManager: R Bligh\nDate of supervision: 6/7/18\n\nAgreed: close by 31/07/2018", "2018-07-06", "note", "Supervision record"),
    FirstPage("AF.pdf", "Free School Meals Application\n\nParent's date of birth: 04/09/1984\nChild's date of birth: 06/05/2011\n\nI declare that this is true.\nDate: 3/9/2015", "2015-09-03", "form", "Free School Meals Application"),
    FirstPage("log.pdf", "Daily log\n\n01.02.2020 AM Kyle had breakfast and went to school.\n01.02.2020 PM Homework done.\n02.02.2020 AM Football with Dad.", "2020-02-01", "case notes", "Daily log"),
    FirstPage("order.pdf", "IN THE FAMILY COURT SITTING AT WEXBOURNE\nNo. WX19C00217\n\nChild Arrangements Order\n\nMade on 9 January 2020 before District Judge Hale\n\nThe child: Kyle Dunmore, a boy born on 6 May 2011", "2020-01-09", "document", "Child Arrangements Order"),
    FirstPage("CAMHS.pdf", "Wexbourne CAMHS\nInitial Assessment Summary\n\nSeen on: 04/10/2019\nReport date: 11/10/2019\nDOB: 06/05/2011\nNext appointment: 25/10/2019", "2019-10-11", "assessment", "Initial Assessment Summary"),
    FirstPage("x.pdf", "Kyle's timeline\n\n2011 born\n2013 moved to Wexbourne\n3 Oct 2018 started Year 3", "2018-10-03", "chronology", "timeline"),
]  # fmt: skip
