# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up case notes for training: templates filled with made-up people and with things that only look like people."""

from __future__ import annotations

import importlib
import random
import re
from pathlib import Path

from models.recipe.encoder.names import ORDINARY_FIRST, ORDINARY_LAST, Names, Person

TEMPLATES = [Path(__file__).with_name(f"{name}.txt") for name in ("templates", "papers", "lookalikes")]
#: Labels of characters. BEGIN marks a name's first character only.
O, BEGIN, PERSON, PLACE, ORG, THING = range(6)
ACRONYMS = """MASH MARAC CAMHS LADO EHCP SENCO DSL TAF CIN CP LAC ICPC RCPC PLO IRO CPN CMHT AMHP DoLS BIA RPR IMCA CHC OT SLT FSW FGC EHA EH
YOT YJS IDVA ISVA DASH RIC VAWG CSE CCE NRM ABE MG11 PPN URN DWP UC PIP ESA HB CTR DHP NOSP ASB RSL TA PRU AP NEET EWO EP SALT HI VI ASD ADHD ODD PDA PTSD EUPD
LPA POA COP CQC ICB NHSE A&E ED EDT OOH GP HV MW SN HCA PHN SSW SGO ICO EPO S47 S20 S17 CAO CAFCASS OM PP VLO AA NFA DNA TBC TBA N/A BP HR ECG MRI CT UTI COPD
VM TC HV SV AL LTS DDN TSO ISO HR IT FOI SAR DPO RE PE PSHE KS2 GCSE SATS MIL FIL EDD LMP NAD PMH SH DH OE PC
MUA CPOMS SEMH SEND SENDIASS EBSA ELSA EYFS EAL FSM FPN LAC CLA CWD CYP YP UASC SGO RO JP NR NOK POC DST CHC ADL IADL BPSD LD SMI SPMI IPP AOT EIP CRHT HTT PICU NEWS CFS FIM RTC ANPR LAS MERLIN PTNR
SUSP VIC WIT INFT VEH BWV CAD OIC FLO DVPN DVPO NMO SHPO SARC MOSOVO IOM POM COM OMU CSRA ACCT IEP ROTL HDC PSO BSO FCA NYAS WM CM FF BA PRF EOC CCG STP PCN LFT FBC CRP ANC BMI LSCS NVD SVD SROM
VE IOL SGA NICU SCBU TTA AMU SAU HDU ITU POCT NBM PEG NG IVI SOB CXR AXR USS DEXA TURP THR TKR NOF BKA DVT PE CVA TIA MND MS CP GDD FASD ODD ARFID MIND AMP GBH ABH TWOC POCA PACE RUI LPA LPOA DNAR""".split()
#: Forms of a name that stand for a whole way of writing: kept as the template says, never changed for another form.
FIXED = {"letter", "ini", "inilow", "dbl", "spaced", "broken", "inv", "handle", "low", "lowlast", "fl", "lini", "md"}
#: Names that name no person here: of a dog, a ward, a pub; or the word that the name also is ("no hope", "Hope tbc").
NOBODY = {"first0", "last0", "same0", "Same0"}
#: Styles of exports: every row of a passage has the same columns.
ROWS = {"export", "bare", "codesheet"}
#: Styles whose people are all called by everyday words.
EVERYDAY = {"samename"}
#: Styles whose lines are bags of phrases: where nobody is named, each phrase stands by itself, among lines of all styles.
BAGS = {"sense", "codes", "tongues", "slang", "quiet"}
#: Styles written in capitals.
CAPITALS = {"caps", "control"}
SLOT = re.compile(r"\{([A-F])(?:\.(\w+))?\}|\{(\w+)\}")


class Text:
    """Characters with a label each."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.labels: list[int] = []

    def add(self, text: str, label: int = O) -> None:
        self.chars.extend(text)
        labels = [label] * len(text)
        if label == PERSON and text:
            labels[0] = BEGIN
        self.labels.extend(labels)

    def __str__(self) -> str:
        return "".join(self.chars)


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", " ").split(",") if part.strip()]


WORDS = {
    "adj": _list("tearful, quiet, settled, angry, in a mess, poorly, happy, withdrawn, under the influence, unkempt, chatty, pale, off sick, fine, hostile, low, v upset, lovely, cross, asleep, pregnant, missing, not himself"),
    "ving": _list("shouting, refusing food, drinking, self-harming, staying out late, missing school, using cannabis, bullied, sleeping rough, crying, kicking off, asking for help, struggling, wetting the bed, stealing, working nights"),
    "verb": _list("ring, chase, see, contact, email, meet, visit, write to, support, update"),
    "rel": _list("mum, dad, mother, father, brother, sister, nan, gran, grandad, aunt, uncle, cousin, stepdad, partner, ex, ex-partner, boyfriend, girlfriend, wife, husband, son, daughter, neighbour, carer, friend, half-brother, nephew, niece, maternal grandmother, MGM, PGF, step-mother, mate, fella, lad, bro, sis, landlord"),
    "role": _list("Social Worker, Health Visitor, Headteacher, Consultant Paediatrician, Housing Officer, Midwife, Team Manager, SENCO, GP, School Nurse, Support Worker, IRO, Psychologist, Youth Worker, Teacher, District Nurse, Key Worker, Advocate, Probation Officer, PC, DC, Nurse, Sister, OT, FSW, SSW, Minute taker, Guardian"),
    "thing": _list("rent arrears, a new pushchair, contact, the dog, bedtime, football, the placement, drugs, a housing transfer, sleep, school meals, domestic abuse, a parking permit, bruising, self-harm, the care plan, respite, overnight stays, the letter, criminal damage, theft, the chronology, benefits, maths, the bus pass, a wheelchair, cats"),
    "month": _list("January, February, March, April, May, June, July, August, September, October, November, December, Jan, Feb, Sept, Oct, Easter, Christmas, Ramadan, half term, spring, summer, autumn"),
    "day": _list("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, Mon, Tues, Weds, Thurs, Fri, tomorrow, today, the weekend"),
    "cond": _list("Down's syndrome, Asperger's, Tourette's, Parkinson's disease, Crohn's disease, Alzheimer's, Prader-Willi syndrome, Angelman syndrome, Huntington's, Bell's palsy, Hodgkin lymphoma, Hirschsprung's disease, Marfan syndrome, Perthes disease, Munchausen by proxy, Korsakoff's, Wilson's disease, Turner syndrome, Noonan syndrome, Kawasaki disease, Lyme disease, ADHD, asthma, eczema, epilepsy, glue ear, Osgood-Schlatter, Raynaud's, Sjogren's, Guillain-Barre, Williams syndrome, Edwards syndrome, Addison's, Graves disease, Lewy body dementia, Baker's cyst, Colles fracture"),
    "drug": _list("Calpol, Ritalin, sertraline, Ventolin, Epilim, Prozac, melatonin, Nurofen, methadone, Concerta, Diazepam, Piriton, Keppra, Movicol, Zopiclone, Citalopram, Risperidone, Depo-Provera, Madopar, Oramorph, Fluoxetine, Gaviscon, Donepezil, Memantine, Rivastigmine, Galantamine, Mirtazapine, Quetiapine, Olanzapine, Aripiprazole, Clozapine, Haloperidol, Lorazepam, Amitriptyline, Venlafaxine, Duloxetine, Propranolol, Bisoprolol, Ramipril, Lisinopril, Losartan, Candesartan, Amlodipine, Atorvastatin, Simvastatin, Furosemide, Bumetanide, Spironolactone, Apixaban, Rivaroxaban, Edoxaban, Warfarin, Clopidogrel, Aspirin, Metformin, Gliclazide, Empagliflozin, Insulin, Lantus, Novorapid, Levemir, Humalog, Levothyroxine, Prednisolone, Salbutamol, Seretide, Fostair, Symbicort, Clenil, Montelukast, Omeprazole, Lansoprazole, Laxido, Senna, Lactulose, Buscopan, Loperamide, Adcal D3, Alendronic acid, Fultium, Ferrous fumarate, Folic acid, Thiamine, Pabrinex, Acamprosate, Disulfiram, Naltrexone, Buprenorphine, Espranor, Buvidal, Subutex, Physeptone, Codeine, Co-codamol, Tramadol, Morphine, Fentanyl, Zomorph, Butec, Pregabalin, Gabapentin, Baclofen, Carbamazepine, Tegretol, Lamotrigine, Levetiracetam, Topiramate, Valproate, Clobazam, Midazolam, Buccolam, Sinemet, Ropinirole, Rasagiline, Methylphenidate, Medikinet, Equasym, Elvanse, Atomoxetine, Strattera, Guanfacine, Intuniv, Circadin, Slenyto, Amoxicillin, Flucloxacillin, Trimethoprim, Nitrofurantoin, Doxycycline, Clarithromycin, Aciclovir, Tamiflu, Fluconazole, Hydrocortisone, Betnovate, Dermol, Cetraben, Epaderm, Sudocrem, Microgynon, Cerazette, Nexplanon, Mirena, Depo, Ensure, Fortisip, Fresubin, Thick and Easy, Naloxone, Prenoxad, EpiPen, Cetirizine, Loratadine, Chlorphenamine, Nicorette, Champix, Lithium, Priadel, Depixol, Clopixol, Abilify, Seroquel, Zyprexa, Cipralex, Lustral, Seroxat, Valium, Temazepam, Nitrazepam, Promethazine, Phenergan, Hyoscine, Glycopyrronium"),
    "brand": _list("Tesco, Asda, Aldi, Boots, Argos, Greggs, Wilko, McDonald's, Primark, Sainsbury's, Marks & Spencer, John Lewis, Harvey Nichols, Burton, Next, WH Smith, JD Sports, Lloyds, Barclays, Santander, Ford Fiesta, Vauxhall Corsa, Honda Jazz, BMW, Mercedes, Hoover, Dyson, Cadbury, Heinz, Kellogg's, Snapchat, TikTok, Facebook, WhatsApp, Xbox, PlayStation, Netflix, Clarks, Morrisons, Wetherspoons, Nando's, Poundland, Dorothy Perkins, Laura Ashley, Jack Daniel's, Stella, Samuel Smith's, Johnnie Walker, Uncle Ben's, Mr Kipling, Dr Pepper, Ben & Jerry's, Silver Cross, Mr Sheen, Costa, Gregg's, Pret, Subway, Starbucks, Lidl, Iceland, Farmfoods, Heron, B&M, Home Bargains, Matalan, Peacocks, Shein, Vinted, Depop, Klarna, Revolut, Monzo, Halifax, Nationwide, Paddy Power, Ladbrokes, William Hill, Betfred, Deliveroo, Just Eat, Uber, Ring, Alexa, Echo, Henry Hoover, Henry, Hetty, Dettol, Fairy, Domestos, Febreze, Andrex, Pampers, Huggies, Aptamil, Cow & Gate, Tommee Tippee, Mamas & Papas, Graco, Joie, Bugaboo, Maxi-Cosi, Elf bar, Lost Mary, Rizla, Amber Leaf, Mayfair, Lambert and Butler, Benson and Hedges, Marlboro, Golden Virginia, Frosty Jack's, White Lightning, K Cider, Carlsberg, Special Brew, Tennent's, Foster's, Strongbow, Smirnoff, Glen's vodka, Bell's, Gordon's, Lambrini, Buckfast, Echo Falls, Haribo, Percy Pigs, Mike and Ike, Fisherman's Friend, Polo, Murray Mints, Werther's, Terry's, Thorntons, Nurofen, Rennie, Lemsip, Karrimor, Nike, Adidas, Puma, North Face, Doc Martens, Dr Martens, Kickers, Barbour, Levi's, Calvin Klein, Hugo Boss, Tommy Hilfiger, Ralph Lauren, Paul Smith, Stanley, Yale, Baxi, Vaillant, Worcester Bosch, Otis, Stannah, Parker Knoll, Lloyd Loom, Zimmer, Samsung, Nokia, Lebara, Giffgaff, Lyca, Sky, Kindle, Roku, Duolingo, Vauxhall Astra, Renault Clio, Skoda Octavia, Seat Leon, Ford Transit, Mini Cooper, Fiat Doblo, Corsa, Fiesta, Astra, Micra, Qashqai, Juke, Duster, Sandero, Mercedes Vito"),
    "game": _list("Minecraft, Fortnite, Roblox, Lego, FIFA, Call of Duty, Pokemon, Mario Kart, Uno, Jenga, snooker"),
    "tv": _list("Peppa Pig, Thomas the Tank Engine, Harry Potter, Bob the Builder, EastEnders, Coronation Street, Postman Pat, Hannah Montana, Matilda, Oliver Twist, Macbeth, Dr Who, Ben 10, Mr Bean, Fireman Sam, Paw Patrol, Horrid Henry, Tracy Beaker, The Gruffalo, Bluey, Jekyll and Hyde, Romeo and Juliet"),
    "system": _list("CPOMS, Mosaic, Liquidlogic, LiquidLogic, LCS, LAS, EHM, Capita One, Care Director, CareFirst, Carefirst, Framework-i, Frameworki, Eclipse, SystmOne, SystemOne, EMIS, Rio, RiO, Lorenzo, Cerner, Epic, Paris, PARIS, Carenotes, Adastra, Athena, Niche, NSPIS, Connect, Merlin, CRIS, Holmes, Storm, Vantage, Datix, Ulysses, Radar, Nourish, Person Centred Software, Access, Birdie, CM2000, Northgate, Orchard, Civica, Academy, Abritas, Locata, Jigsaw, Uniform, Civica Cx, Aareon, Careworks, Core+, ChildView, Careworks YJ, SIMS, Arbor, Bromcom, ScholarPack, Tapestry, EduKey, MyConcern, Safeguard, Synergy, Servelec, ONE, Caseworker, Charms, Clearcare, Teams, Zoom, Egress, Attend Anywhere, AccuRx, eRedbook, NHS Spine, Summary Care Record, ICE, PACS, BadgerNet, K2, Euroking, Oasys, NOMIS, Delius, nDelius, ViSOR, PND, PNC, ContactPoint, CareCubed, Tribal, Kirona, Agresso, Oracle, SAP, SharePoint, Trello, Power BI"),
    "tool": _list("EHCP, DASH, GCP2, Signs of Safety, Outcomes Star, Three Houses, Wishes and Feelings, Safety House, SDQ, Genogram, Ecomap, AIM, ACE-III, MoCA, MMSE, 6CIT, GPCOG, AMTS, MUST, Waterlow, CDT, SALT review, OT assessment, Care Act assessment, DST, Checklist, MCA, Best Interests, DoLS, LPS, CHC, Section 42, ABC chart, PBS plan, Body map, One page profile, IBP, PEP, PAC, CIN plan, VCM, LCM, Walking log"),
    "band": _list("Oasis, Blur, Queen, Abba, Little Mix, One Direction, Take That, Westlife, Bob Marley, Taylor Swift, Ed Sheeran, Stormzy, Dave, Drake, Elvis, Adele, Dua Lipa, Harry Styles, Billie Eilish, Olivia Rodrigo, Central Cee, Digga D, Tupac, Eminem, Beyoncé, Rihanna, Vera Lynn, Cliff Richard, Daniel O'Donnell, Johnny Cash, Dolly Parton, Max Bygraves, Ant and Dec, Bing Crosby, Frank Sinatra, Michael Jackson, Amy Winehouse, George Ezra, Sam Smith, Ronaldo, Messi, Bukayo Saka, KSI, Mr Beast, MrBeast, Joe Wicks, David Attenborough, Jeremy Kyle, Lorraine, Spiderman, Iron Man, Elsa, Anna and Elsa, Buzz Lightyear, Woody, Sonic, Mario, Pikachu, Barbie, Father Christmas, Santa, the Tooth Fairy, Mr Tickle, Mr Tumble, Miss Rabbit, Biff and Chip, Kipper, Winnie the Pooh, Eeyore, Tigger, Roald Dahl, Dr Seuss, Julia Donaldson, Jacqueline Wilson"),
    "pet": _list("Biscuit, Rex, Bella, Tyson, Buster, Max, Milo, Luna, Poppy, Alfie, Charlie, Rocky, Shadow, Duchess, Prince, Lady, Socks, Smudge, Tigger, Patch, Nibbles, Fluffy, Snowy, Ginger, Oreo, Cookie, Toffee, Bandit, Bear, Teddy, Lola, Roxy, Zeus, Thor, Diesel, Simba, Nala, Coco, Lamb Chop, Mr Whiskers, Sir Barks, Captain, Flopsy, Thumper, Bubbles, Nemo, Spike, Rolo, Monty, Archie, Ruby, Daisy, Molly, Holly, Jess, Ben, Sam, Skip, Lassie, Blackie, Tango, Storm, Blue, Ghost, Killa, Sabre, Caesar, Marley, Elsa, Pickle, Peanut, Waffle, Crumpet, Sausage, Dumpling, Big Ted, Little Ted, Pooh, Bun Bun, Blankie, Doggy, Ellie elephant, Geoffrey"),
    "club": _list("Leeds United, Aston Villa, Arsenal, Celtic, Everton, Swansea City, Preston North End, Manchester City, Rangers, Chelsea, Crystal Palace, West Ham, Derby County"),
    "scale": _list("Glasgow Coma Scale, Bristol Stool, Waterlow, Barthel, Edinburgh, Apgar, Wechsler, Conners, Strengths and Difficulties, Graded Care Profile, Boyd, Vineland, Beck, Braden, Abbey Pain, Ages and Stages, Cornell, Addenbrooke's, Rockwood, Clinical Frailty, Morse, Norton, Tinetti, Berg, Hamilton, Beck, Becks, Zarit, Lawton, Katz, Snellen, Ishihara, Bayley, Griffiths, Ruth Griffiths, Mullen, Reynell, British Picture Vocabulary, Boxall, Rosenberg, Kessler, Maudsley, Hare, Kinsey, Bishop, Schonell, Burt, Salford, Raven's, Malin, Bracken, Cattell, Denver, Goodenough, Leiter, Sheridan, Moray House"),
    "form": _list("Form C100, the DoLS form, the Graded Care Profile, Form E, Signs of Safety, the RIC, the DASH, the EHCP, CP-IS, Form F, the Chronology, Section 47 record, MG11, Appendix B, Annex A, the P45, CAF, Strategy Discussion Record"),
    "law": _list("Children Act 1989, Care Act 2014, Mental Health Act 1983, Mental Capacity Act 2005, Data Protection Act 2018, Equality Act 2010, Housing Act 1996, Human Rights Act 1998, Clare's Law, Sarah's Law, Operation Encompass, Martha's Rule, Gillick competence, the Fraser guidelines, Martyn's Law, Code of Criminal Procedure, Immigration Act 1971, Firearms Act 1968"),
    "lang": _list("Polish, Urdu, Punjabi, Somali, Bengali, Sylheti, Romanian, Arabic, Welsh, Tamil, Cantonese, Portuguese, Turkish, BSL, Tigrinya, Farsi, Pashto, Kurdish Sorani"),
    "relig": _list("Christian, Muslim, Sikh, Hindu, Jewish, Roman Catholic, Buddhist, none, Jehovah's Witness, Church of England, Pentecostal"),
    "ethn": _list("White British, Black African, Pakistani, Indian, Bangladeshi, Mixed White and Black Caribbean, Irish Traveller, Roma, Chinese, Any other White background, Black Caribbean, Asian, Gypsy"),
    "subject": _list("Maths, English, Science, PE, History, RE, French, Art, Drama, Geography, Music, Food Tech"),
    "judge": _list("HHJ, Her Honour Judge, His Honour Judge, District Judge, Mr Justice, Mrs Justice, Lord Justice, Recorder, DJ, Deputy District Judge"),
    "CL": list("ABCDEFGHJKMPRSTW"),
}
ORGS = _list("Children's Services, CAMHS, Barnardo's, Mencap, the NSPCC, Adult Social Care, the Department for Work and Pensions, HMRC, Ofsted, CQC, Housing Options, Early Help, the Youth Offending Team, Women's Aid, Sure Start, the Citizens Advice Bureau, Age UK, Shelter, the Home Office, Cafcass, the Salvation Army, Samaritans, Cruse, Relate, MIND, Turning Point, Victim Support, the Crown Prosecution Service, the Probation Service, Legal Services, Refuge, Home-Start, Kooth, the Prince's Trust, Macmillan, Marie Curie, Sue Ryder, St John Ambulance, Catch22, Serco, Capita, Leonard Cheshire, Joseph Rowntree Foundation, British Gas, Virgin Care, Thames Water, MARAC, the MASH, Action for Children, Dr Foster, Families First, Inspire, Addaction, Change Grow Live")
TOWNS = _list("Leeds, Luton, Burnley, Chester, Lincoln, Preston, Kendal, Stafford, Winchester, Bradford, Kingston, Clifton, Ashton, Milton, Stanley, Hamilton, Melton Mowbray, Market Harborough, Stockport, Bolton, Wigan, Blackburn, Grimsby, Hull, Derby, Warwick, Buxton, Barry, Swansea, Newport, Dudley, Redditch, Nelson, Washington, Chesterfield, Douglas, Whitby, Selby, Barnsley, Crewe, Kirkby, Sheffield, Kent, Devon, Norfolk, Lancaster, York, Durham, Lagos, Warsaw, Dhaka, Karachi, Mogadishu, Bucharest, Vilnius, Jamaica, Cyprus, Poland, Victoria, Sydney, Florence, Charlotte, Adelaide, Ankara, Strasbourg, Paris, Kyiv, Tirana, Georgia, Chad, Jordan, Israel, Kumasi, Accra, Tema, Ibadan, Kano, Enugu, Benin City, Abuja, Harare, Bulawayo, Nairobi, Kampala, Kigali, Freetown, Monrovia, Banjul, Dakar, Hargeisa, Kismayo, Asmara, Khartoum, Addis Ababa, Gdynia, Gdansk, Krakow, Lodz, Poznan, Lublin, Wroclaw, Kaunas, Riga, Tallinn, Cluj, Iasi, Timisoara, Sofia, Plovdiv, Varna, Kosice, Presov, Brno, Debrecen, Mirpur, Lahore, Rawalpindi, Multan, Sialkot, Peshawar, Quetta, Kabul, Kandahar, Herat, Tehran, Erbil, Sulaymaniyah, Kirkuk, Baghdad, Basra, Aleppo, Damascus, Homs, Beirut, Amman, Cairo, Sylhet, Moulvibazar, Chittagong, Jalandhar, Amritsar, Ludhiana, Delhi, Mumbai, Surat, Chennai, Jaffna, Colombo, Kathmandu, Hanoi, Haiphong, Saigon, Fuzhou, Guangzhou, Hong Kong, Manila, Cebu, Kingston, Montego Bay, Spanish Town, Port of Spain, Bridgetown, Castries, Roseau, Lisbon, Porto, Braga, Madeira, Madrid, Palermo, Naples, Athens, Dresden, Lviv, Odesa, Kharkiv, Ballymena, Derry, Newry, Cork, Limerick, Galway, Sligo, Paisley, Perth, Dundee, Stirling, Kirkcaldy, Oban, Stornoway, Bangor, Rhyl, Llanelli, Bridgend, Merthyr Tydfil, Aberdare, Corby, Kettering, Slough, Reading, Hastings, Margate, Boston, Spalding, Wisbech, Macclesfield, Whiston, Winsford, Nantwich, Malton, Morley, Shipley, Keighley, Wakefield, Brent, Harlow, Crawley, Blyth, Ashington, Hope Valley, Beverley, Ripley, Ashley, Bentley, Stanford")
WAYS = _list("Street, Road, Avenue, Close, Lane, Drive, Way, Crescent, Court, Gardens, Grove, Terrace, Place, Rise, Hill, Walk, Mews, Square, Row, Street, Road, Park, Gate, Fold, St, Rd, Ave")
SCHOOLS = _list("Primary School, Academy, High School, Infants, Junior School, School, Nursery, College, C of E Primary, RC Primary, Grammar School, Sixth Form, Secondary, Prep, Pre-School, Community School, Special School, PRU")
PLACES = _list("House, Centre, Lodge, Court, Hall, Ward, Clinic, Suite, Library, Hotel, Park, Family Centre, Children's Centre, Church, Unit, Resource Centre, Building, Community Centre, Gardens, Day Centre, Care Home, Nursing Home, Leisure Centre")
HOSPITALS = _list("Hospital, Infirmary, General Hospital, Royal Infirmary, Clinic, Ward, Medical Centre, Hospice, Unit, Birth Centre")
SAINTS = _list("St Mary's, St Mark's, St Anne's, St James, St Peter's, St Cuthbert's, All Saints, St Thomas More, St Catherine's, St John's, Our Lady of Lourdes, Sacred Heart, Holy Trinity, St Bede's, St Helen's, St Teresa's, St Luke's, Bishop Wand, Archbishop Temple, Cardinal Newman, Queen Elizabeth, King Edward, Princess Royal, Lord Nelson, Sir John Moore, Prince Charles, Lady Margaret, Florence Nightingale, Winston Churchill, Nelson Mandela, Rosa Parks, Elizabeth Fry, Emmeline Pankhurst, Mary Seacole, Alan Turing, George Stephenson, William Morris, John Radcliffe, Great Ormond Street, Alder Hey, Addenbrooke's, Pinderfields, Thomas Clarkson, Josiah Wedgwood, Alexandra, Victoria, Albert, Wellington, Clarence, Edith Cavell, Charles Dickens")
ADDRESS_TOWN = 0.6
LANGUAGES = "la fr_FR de_DE pl_PL es_ES it_IT nl_NL cs_CZ da_DK az_AZ vi_VN fil_PH".split()


def foreign_words() -> list[str]:
    """Words of other languages in Latin letters (Faker's lists, MIT)."""
    found: set[str] = set()
    for language in LANGUAGES:
        words = importlib.import_module(f"faker.providers.lorem.{language}").Provider.word_list
        found.update(str(w).strip(".,").lower() for w in words if str(w).isalpha() and len(str(w)) > 2)
    return sorted(found)


def _apart(word: str, rng: random.Random) -> str:
    """A word as a bad scan breaks it: a blank somewhere inside."""
    if len(word) < 4:
        return word
    at = rng.randint(2, len(word) - 2)
    return word[:at] + " " + word[at:]


def _way(p: Person, form: str, nick: str, rng: random.Random) -> str:
    """A name in one of the FIXED ways of writing it."""
    short = rng.choice([p.first, p.first, nick])
    full = rng.choice([p.first, p.first + " " + p.last])
    match form:
        case "letter":
            return p.first[0].upper()
        case "inilow":
            return p.initials.lower()
        case "ini":
            return p.initials if rng.random() < 0.8 else p.first[0].upper() + p.last[:2].capitalize()
        case "dbl":
            return f"{p.first} {p.last[0]}-{rng.choice('ABCDEFGHJKLMOPRSTW')}"
        case "spaced":
            return "   ".join(" ".join(rng.choice([full, full.upper()]).split(" ")[i]) for i in range(full.count(" ") + 1))
        case "broken":
            return " ".join(_apart(word, rng) for word in full.split(" "))
        case "inv":
            return " ".join(word[:1].lower() + word[1:].upper() for word in full.split(" "))
        case "handle":
            return short.lower().replace(" ", "") + rng.choice(["", "_", "x", "."]) + rng.choice([p.last.lower().replace(" ", ""), str(rng.randint(1, 99)), "xo", "babez"])
        case "low":
            return short.lower()
        case "lowlast":
            return p.last.lower()
        case "md":
            return rng.choice(["Md", "Md.", "Mohd", "Mst", "Syed", "Sk"]) + " " + p.first
        case "fl":
            return f"{short} {p.last[0]}".lower()
        case _:  # the surname and an initial
            return rng.choice([p.last, p.last.upper()]) + rng.choice([" ", ", "]) + p.first[0]


class Notes:
    """Makes passages. ``make`` gives text with a label a character."""

    def __init__(self) -> None:
        self.names = Names()
        self.foreign = foreign_words()
        self.styles: dict[str, tuple[str, list[str]]] = {}
        style = ""
        for line in "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES).split("\n"):
            if re.fullmatch(r"\[\w+\|\w\]", line):
                style, glue = line.strip("[]").split("|")
                self.styles[style] = ({"s": " ", "n": "\n", "p": "\n\n"}[glue], [])
            elif line and not line.startswith("#"):
                phrases = re.split(r"(?<=[.?]) ", line) if style in BAGS and not re.search(r"\{[A-F]\.", line) else [line]
                self.styles[style][1].extend(phrase.replace("\\n", "\n").replace("\\t", "\t") for phrase in phrases)
        self.weights = {"notes": 5, "ctx": 5, "formal": 4, "neg": 4, "caps": 1, "table": 3, "minutes": 2, "letter": 2, "email": 2,
                        "police": 2, "hospital": 2, "school": 2, "chat": 1.5, "court": 1.5, "listing": 2, "plain": 6, "owns": 4, "foreign": 2.5,
                        "log": 2.5, "letters": 3, "roster": 2.5, "texts": 2, "speech": 2, "chron": 2, "scanned": 1, "voices": 3,
                        "export": 3.5, "hastily": 4, "lookalike": 3.5, "register": 2.5,
                        "offices": 4, "speakers": 4, "across": 3, "bare": 4, "control": 2.5, "glued": 2, "samename": 4, "thread": 3, "broad": 3,
                        "sense": 5, "codes": 5, "codesheet": 1.5, "pets": 2, "buildings": 4, "tongues": 3, "slang": 2.5, "quiet": 2}

    def make(self, rng: random.Random) -> Text:
        cast = [self.names.person(rng) for _ in range(6)]
        if rng.random() < 0.5:  # a family: one surname
            for person in cast[1 : rng.randint(2, 4)]:
                person.last = cast[0].last
        style = rng.choices(list(self.weights), list(self.weights.values()))[0]
        habit = rng.choice(["first", "mixed", "mixed", "title", "nick", "full", "init", "isur"])
        if style in EVERYDAY:
            for person in cast:
                person.first, person.last = rng.choice(ORDINARY_FIRST + ORDINARY_LAST), rng.choice([person.last, rng.choice(ORDINARY_LAST)])
                person.nicks = [person.first, person.first.lower()]
        text = Text()
        columns: dict[str, str] = {}
        count = rng.choice([3, 4, 6, 8, 10, 12] if style in BAGS else [1, 2, 3, 4, 5, 6, 8, 10])
        for number in range(count):
            own = 1 if style in EVERYDAY else 0.5 if style in BAGS else 0.75
            use = style if rng.random() < own else rng.choices(list(self.weights), list(self.weights.values()))[0]
            glue, lines = self.styles[use]
            if use in ROWS and rng.random() < 0.8:
                lines = [columns.setdefault(use, rng.choice(lines))]
            if number:
                text.add(glue if rng.random() < 0.85 else rng.choice(["\n", " ", "\n\n"]))
            # Which of the cast stands in which slot changes from line to line, so that people come back.
            order = list(range(6))
            if rng.random() < 0.7:
                few = rng.randint(2, 4)
                order = rng.sample(range(few), few) + [rng.randrange(6) for _ in range(6 - few)]
            before = len(text.chars)
            self._fill(text, rng.choice(lines), cast, order, habit, rng)
            if use in CAPITALS or (use == "notes" and rng.random() < 0.55) or (use == "hospital" and rng.random() < 0.3):
                for i in range(before, len(text.chars)):
                    changed = text.chars[i].upper() if use in CAPITALS else text.chars[i].lower()
                    text.chars[i] = changed if len(changed) == 1 else text.chars[i]
            if use in {"notes", "hospital", "ctx"} and text.chars[-1] not in ".!?\n" and rng.random() < 0.7:
                text.add(rng.choice([".", ".", ",", " -", ";"]))
        return text

    def _fill(self, text: Text, line: str, cast: list[Person], order: list[int], habit: str, rng: random.Random) -> None:
        last = 0
        for match in SLOT.finditer(line):
            text.add(line[last : match.start()])
            last = match.end()
            if match[1]:
                person = cast[order["ABCDEF".index(match[1])]]
                self._person(text, person, match[2] or "", habit, rng)
            else:
                self._thing(text, match[3], rng)
        text.add(line[last:])

    def _person(self, text: Text, p: Person, form: str, habit: str, rng: random.Random) -> None:
        nick = rng.choice(p.nicks)
        if not form:
            form = habit if habit != "mixed" and rng.random() < 0.6 else rng.choice(
                ["full", "full", "first", "first", "title", "nick", "isur", "last", "init", "flast"])
        elif form not in FIXED | NOBODY and rng.random() < 0.12:
            form = rng.choice(["full", "first", "nick", "title", "isur", "init", "flast"])
        if form in FIXED:
            text.add(_way(p, form, nick, rng), PERSON)
        elif form in {"same0", "Same0"}:
            text.add(p.first.lower() if form == "same0" else p.first)
        elif form in NOBODY:
            text.add(p.first if form == "first0" else p.last, THING)
        elif form == "title":
            title = p.title if rng.random() < 0.93 else p.title.upper()
            text.add(title + " ")
            text.add(p.last if rng.random() < 0.85 else p.first + " " + p.last, PERSON)
        elif form == "full":
            first = p.first
            if p.middle and rng.random() < 0.7:
                first += " " + (p.middle if rng.random() < 0.6 else p.middle[0] + rng.choice(["", "."]))
            if rng.random() < 0.06:
                text.add(p.title + " ")
            text.add(first + " " + (p.last.upper() if rng.random() < 0.08 else p.last), PERSON)
        elif form == "first":
            text.add(p.first, PERSON)
        elif form == "last":
            text.add(p.last.upper() if rng.random() < 0.2 else p.last, PERSON)
        elif form == "nick":
            text.add(nick if rng.random() < 0.6 else nick.lower(), PERSON)
        elif form == "init":
            kind = rng.random()
            initials = p.initials
            text.add(".".join(initials) + "." if kind < 0.2 else initials[0] if kind < 0.3 else initials, PERSON)
        elif form == "rev":
            surname = p.last.upper() if rng.random() < 0.6 else p.last
            comma = rng.choice([", ", ", ", " ", ","])
            text.add(surname + comma + p.first + (" " + p.middle if p.middle and rng.random() < 0.4 else ""), PERSON)
        elif form == "isur":
            dot = rng.choice([". ", " ", "."])
            extra = (p.middle[0] + dot) if p.middle and rng.random() < 0.5 else ""
            text.add(p.first[0] + dot + extra + p.last, PERSON)
        elif form == "flast":
            text.add(p.first + " " + p.last[0] + rng.choice(["", "."]), PERSON)
        if rng.random() < 0.03 and form in {"first", "last", "full", "nick"}:
            text.add(rng.choice(["'s", "’s", "s'"]) + " " + rng.choice(["mum", "house", "phone", "report", "dad"]))

    def _eponym(self, rng: random.Random) -> str:
        kind = rng.random()
        if kind < 0.3:
            return rng.choice(SAINTS)
        if kind < 0.5:
            return rng.choice(TOWNS)
        if kind < 0.65:
            return rng.choice(rng.choice(self.names.hands)[1])
        if kind < 0.75:
            return rng.choice(self.names.surnames)
        if kind < 0.85:
            return rng.choice(ORDINARY_LAST) + rng.choice(["", "", " " + rng.choice(ORDINARY_LAST), "field", "ton"])
        if kind < 0.93:
            return rng.choice(ORDINARY_FIRST)
        return rng.choice(self.names.hands)[0][0] + " " + rng.choice(rng.choice(self.names.hands)[1])

    def _thing(self, text: Text, slot: str, rng: random.Random) -> None:
        n = rng.randint
        if slot in {"month", "day", "adj", "ving", "verb", "rel", "role", "thing", "CL", "judge", "subject", "lang", "relig", "ethn", "form"}:
            value = rng.choice(WORDS[slot])
            if slot in {"role", "rel"} and rng.random() < 0.3:
                value = value.lower() if rng.random() < 0.6 or value.isupper() else value.capitalize()
            text.add(value)
        elif slot in {"cond", "drug", "brand", "game", "tv", "scale", "law", "system", "band"}:
            text.add(rng.choice(WORDS[slot]), THING)
        elif slot == "druglow":
            text.add(rng.choice(WORDS["drug"]).lower(), THING)
        elif slot == "tool":
            text.add(rng.choice(WORDS["tool"]))
        elif slot == "pet":
            text.add(rng.choice(WORDS["pet"]) if rng.random() < 0.6 else rng.choice([rng.choice(self.names.words).capitalize(), self.names.first_like.make(rng)]), THING)
        elif slot == "club":
            text.add(rng.choice(WORDS[slot]), ORG)
        elif slot == "org":
            value = rng.choice(ORGS) if rng.random() < 0.7 else rng.choice(
                [self._eponym(rng) + " " + rng.choice(["Trust", "Council", "Foundation", "Housing Association", "Borough Council", "NHS Trust", "Project", "Care Ltd", "Charity"])])
            text.add(value, ORG)
        elif slot == "org0":
            text.add(rng.choice(self.names.surnames).lower())
        elif slot == "firm":
            a, b = rng.choice(self.names.surnames), rng.choice(rng.choice(self.names.hands)[1])
            text.add(rng.choice([f"{a} & Co", f"{a} {b} LLP", f"{a}, {b} & Partners", f"{a} and Sons", f"{a} Solicitors", f"{b} Law"]), ORG)
        elif slot == "town":
            text.add(rng.choice(TOWNS), PLACE)
        elif slot == "street":
            text.add(self._eponym(rng) + " " + rng.choice(WAYS), PLACE)
        elif slot == "addr":
            number = f"{n(1, 240)}{rng.choice(['', '', 'A', 'b'])} " if rng.random() < 0.85 else f"Flat {n(1, 60)}, {n(1, 99)} "
            text.add(number)
            text.add(self._eponym(rng) + " " + rng.choice(WAYS), PLACE)
            if rng.random() < ADDRESS_TOWN:
                text.add(rng.choice([", ", "\n", " "]))
                text.add(rng.choice(TOWNS), PLACE)
                if rng.random() < 0.6:
                    text.add(f" {rng.choice(['LS', 'M', 'B', 'SE', 'NE', 'CF'])}{n(1, 29)} {n(1, 9)}{rng.choice('ABDEFGH')}{rng.choice('ABDEFGH')}")
        elif slot == "school":
            text.add(self._eponym(rng) + " " + rng.choice(SCHOOLS), ORG)
        elif slot == "hosp":
            text.add(self._eponym(rng) + " " + rng.choice(HOSPITALS), ORG)
        elif slot == "surgery":
            text.add(self._eponym(rng) + " " + rng.choice(["Surgery", "Medical Practice", "Health Centre", "Medical Centre", "Practice"]), ORG)
        elif slot == "place":
            kind = rng.random()
            if kind < 0.25:
                text.add(rng.choice(["the park", "home", "the office", "court", "the contact centre", "school", "his flat", "the shop"]))
            else:
                text.add(self._eponym(rng) + " " + rng.choice(PLACES), PLACE)
        elif slot == "prison":
            text.add(rng.choice(["HMP ", "HMP ", "YOI "]) + rng.choice([*TOWNS, "Wandsworth", "Armley", "Styal", "Foston Hall", "Frankland", "Manchester"]), PLACE)
        elif slot == "court":
            text.add(rng.choice(TOWNS) + " " + rng.choice(["Family Court", "Magistrates' Court", "Crown Court", "County Court"]), ORG)
        elif slot == "house":
            text.add(self._eponym(rng), ORG)
        elif slot == "num":
            text.add(str(n(1, 60)))
        elif slot == "year":
            text.add(str(n(1950, 2025)))
        elif slot == "time":
            text.add(f"{n(0, 23):02d}{rng.choice([':', '.', ''])}{n(0, 59):02d}")
        elif slot == "date":
            text.add(rng.choice([f"{n(1, 28)}/{n(1, 12)}/{n(10, 25)}", f"{n(1, 28):02d}.{n(1, 12):02d}.20{n(10, 25)}", f"{n(1, 28)} {rng.choice(WORDS['month'][:12])} 20{n(10, 25)}", f"{n(1, 28)}/{n(1, 12)}"]))
        elif slot == "dob":
            text.add(f"{n(1, 28):02d}/{n(1, 12):02d}/{rng.choice([f'{n(1940, 2022)}', f'{n(0, 99):02d}'])}")
        elif slot == "phone":
            text.add(f"07700 900{n(100, 999)}" if rng.random() < 0.5 else f"01632 960{n(100, 999)}")
        elif slot == "nhs":
            text.add(f"{n(400, 799)} {n(100, 999)} {n(1000, 9999)}")
        elif slot == "ref":
            text.add(f"{rng.choice(['CF', 'WX', 'AB', 'LCS', 'PN'])}/{n(1000, 99999)}{rng.choice(['', '/jm', '/24'])}")
        elif slot == "email":
            a, b = rng.choice(self.names.forenames).lower(), rng.choice(self.names.surnames).lower()
            host = rng.choice(["council.example", "nhs.net", "gmail.com", "outlook.com", "hotmail.co.uk", "police.uk", "btinternet.com", "school.example"])
            text.add(rng.choice([f"{a}.{b}", f"{a[0]}.{b}", f"{a}_{n(50, 99)}", f"{a[0]}{b}", f"{a}{b}"]) + "@" + host)
        elif slot in {"word", "Word"}:
            value = rng.choice(self.names.words)
            text.add(value.capitalize() if slot == "Word" else value)
        elif slot in {"fw", "Fw"}:
            value = rng.choice(self.foreign)
            text.add(value.capitalize() if slot == "Fw" else value)
        elif slot == "acr":
            text.add(rng.choice(ACRONYMS) if rng.random() < 0.85 else "".join(rng.choice("ABCDEFHILMNOPRSTUVW") for _ in range(n(3, 4))))
        elif slot == "nino":
            blank = rng.choice(["", " "])
            text.add(f"{rng.choice('ABCEGHJKLMNPRSTWXYZ')}{rng.choice('ABCEGHJKLMNPRSTWXYZ')}{blank}{n(10, 99)}{blank}{n(10, 99)}{blank}{n(10, 99)}{blank}{rng.choice('ABCD')}")
        elif slot == "upn":
            text.add(f"{rng.choice('ABCDEFGHJKLMNPQRTUVWXYZ')}{n(100000000000, 999999999999)}")
        elif slot == "urn":
            text.add(f"{rng.choice(['LCS', 'HSG', 'URN', 'ASC', 'EH', 'CRN', ''])}{rng.choice(['', '-', '/', ' '])}{n(10, 99999)}{rng.choice(['', f'/{n(10, 9999)}'])}")
        elif slot == "vrm":
            text.add("".join(rng.choice("ABCDEFGHJKLMNOPRSTUVWXY") for _ in range(2)) + f"{n(2, 75):02d}" + rng.choice(["", " "]) + "".join(rng.choice("ABCDEFGHJKLMNOPRSTUVWXY") for _ in range(3)))
        elif slot == "handle":
            text.add(rng.choice(self.names.forenames).lower() + rng.choice(["_", "x", "."]) + str(n(1, 99)))
        else:
            raise ValueError(f"no such slot: {slot}")
