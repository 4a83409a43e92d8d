# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around names: titles, roles, relations, and what is never a person.

Written down from general knowledge of UK council records; all lower case. A role phrase maps to the kind of
professional; foster carers, landlords and neighbours are people in the subject's life, not professionals.
"""

from __future__ import annotations

import re

from redactor.domain.mentions import Profession

TITLES = {
    "mr": "m", "mister": "m", "master": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f",
    "dame": "f", "madam": "f", "mx": "b", "dr": "b", "doctor": "b", "prof": "b", "professor": "b", "rev": "b",
    "reverend": "b", "fr": "m", "imam": "m", "rabbi": "b", "judge": "b", "justice": "b", "cllr": "b", "councillor": "b",
    "mesdames": "f", "messrs": "m",
}  # fmt: skip

_H, _S, _E, _P, _O = (
    Profession.HEALTH,
    Profession.SOCIAL_WORK,
    Profession.EDUCATION,
    Profession.POLICE,
    Profession.OTHER,
)

#: Short forms that stand before a name; matched as written or in capitals ("SW Patel", "sw patel").
ROLE_SHORT: dict[str, Profession] = {
    "sw": _S, "ssw": _S, "fsw": _S, "asw": _S, "amhp": _S, "iro": _S, "tm": _S, "pa": _S, "swa": _S, "asye": _S, "lado": _S,
    "cp chair": _S, "edt": _S, "fgc": _S, "hv": _H, "gp": _H, "cpn": _H, "ot": _H, "salt": _H, "rmn": _H, "dr": _H,
    "hca": _H, "anp": _H, "pc": _P, "dc": _P, "ds": _P, "di": _P, "dci": _P, "pcso": _P, "sgt": _P, "wpc": _P, "insp": _P,
    "sco": _P, "ht": _E, "dht": _E, "dsl": _E, "senco": _E, "ta": _E, "lsa": _E, "ewo": _E, "eps": _E, "hoy": _E, "lac": _S,
    "ysw": _S, "yot": _O, "idva": _O, "isva": _O, "ho": _O,
}  # fmt: skip

_ROLE_PHRASES: dict[Profession, str] = {
    _S: """social worker|senior social worker|advanced practitioner|team manager|assistant team manager|practice manager
        |deputy team manager|service manager|head of service|independent reviewing officer|reviewing officer|family support worker
        |family worker|support worker|key worker|keyworker|care manager|care coordinator|care co-ordinator|personal adviser
        |personal advisor|contact supervisor|contact worker|contact centre worker|duty worker|duty officer|edt worker
        |residential worker|children's home manager|registered manager|adoption worker|supervising social worker
        |fostering social worker|assessing social worker|student social worker|early help worker|early help practitioner
        |family practitioner|outreach worker|reablement officer|approved mental health professional
        |best interests assessor|safeguarding lead|safeguarding officer|safeguarding adviser|conference chair
        |independent chair|principal social worker|social work assistant|case worker|caseworker|carer's assessor
        |domestic abuse worker|substance misuse worker|drugs worker|advocate|independent advocate|children's guardian
        |cafcass officer|cafcass guardian|youth worker|family group conference coordinator|care home manager|home manager
        |support co-ordinator|support coordinator|assessment officer|social care assessor|community support worker""",
    _H: """health visitor|general practitioner|gp|midwife|community midwife|nurse|staff nurse|ward sister|charge nurse|school nurse
        |district nurse|community nurse|community psychiatric nurse|practice nurse|specialist nurse|named nurse
        |nurse practitioner|matron|ward manager|consultant|consultant paediatrician|consultant psychiatrist
        |paediatrician|psychiatrist|psychologist|clinical psychologist|educational psychologist|physician|surgeon
        |registrar|specialist registrar|senior house officer|house officer|doctor|locum|therapist
        |occupational therapist|physiotherapist|speech and language therapist|speech therapist|play therapist
        |counsellor|psychotherapist|dietitian|dietician|dentist|optician|pharmacist|paramedic|radiographer|geriatrician
        |neurologist|oncologist|cardiologist|care worker|healthcare assistant|health care assistant|cpn|hospital doctor
        |mental health nurse|camhs worker|camhs practitioner|camhs clinician|camhs nurse|mental health practitioner|medical secretary
        |discharge coordinator|discharge co-ordinator""",
    _E: """head teacher|headteacher|deputy headteacher|deputy head teacher|assistant headteacher|assistant head|headmaster
        |headmistress|deputy head|principal|vice principal|teacher|class teacher|form tutor|tutor|head of year|head of house|pastoral lead|pastoral manager
        |teaching assistant|learning support assistant|learning mentor|senco|senko|special educational needs coordinator
        |designated safeguarding lead|dsl|education welfare officer|attendance officer|school secretary|nursery manager
        |nursery nurse|nursery worker|nursery teacher|family liaison officer|lecturer|college tutor|virtual school head|invigilator
        |pastoral support|pastoral support officer|school business manager|childminder""",
    _P: """police constable|police officer|constable|sergeant|police sergeant|detective|detective constable
        |detective sergeant|detective inspector|inspector|chief inspector|superintendent|officer in the case|attending officer
        |officer in charge|community support officer|probation officer|offender manager|youth offending officer
        |neighbourhood officer|prison officer|custody officer|custody sergeant|collar number|response officer""",
    _O: """solicitor|barrister|legal adviser|legal advisor|lawyer|counsel|housing officer|tenancy officer
        |housing manager|homelessness officer|housing adviser|housing options officer|benefits officer|welfare rights officer
        |business support officer|business support|minute taker|minutes taker|note taker|administrator|admin officer
        |clerk|court clerk|legal executive|magistrate|district judge|judge|interpreter|translator|environmental health officer
        |anti-social behaviour officer|asb officer|enforcement officer|customer services adviser|call handler
        |data protection officer|information officer|information governance officer|complaints officer|complaints manager
        |councillor|finance officer|commissioning officer|registrar of births|coroner|fire officer|employment adviser
        |work coach|job coach|assessor|director|director of children's services|assistant director|chief executive
        |victim support worker|refuge worker|link worker|project worker|volunteer coordinator|warden|scheme manager
        |money adviser|debt adviser|expert witness|agent of the government|registrar of the court""",
}

#: Role phrase -> kind. The longest phrase wins where two match.
ROLES: dict[str, Profession] = {
    phrase.strip(): kind for kind, phrases in _ROLE_PHRASES.items() for phrase in phrases.split("|") if phrase.strip()
}
QUALIFIERS = (
    r"(?:(?:previous|former|current|new|allocated|assigned|named|duty|locum|lead|senior|deputy|assistant|acting|agency|newly qualified|"
    r"trainee|student|interim|principal|specialist|community|hospital|area|chief|clinical|her|his|their|my|our|your|the) )*"
)

_ROLE_ALTERNATIVES = "|".join(sorted((re.escape(p).replace(r"\ ", r"[ \t]+") for p in ROLES), key=len, reverse=True))
#: A role phrase anywhere, whole words, any case.
ROLE = re.compile(rf"(?<![\w-])(?:{_ROLE_ALTERNATIVES})(?![\w-])", re.I)
ROLE_SHORT_RE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(ROLE_SHORT, key=len, reverse=True))})(?![\w-])", re.I)

#: Kin and other people in somebody's life. Those in KIN_SAID stand for a name ("Mum said").
RELATIONS = """mother father mum dad mummy daddy mam mom mama papa parent stepmother stepfather stepmum stepdad step-mother
    step-father step-mum step-dad stepparent step-parent grandmother grandfather grandma grandad granddad gran granny nan
    nana nanna nanny grandparent nain taid mamgu tadcu great-grandmother great-grandfather great-gran brother sister
    half-brother half-sister stepbrother stepsister step-brother step-sister sibling twin son daughter stepson
    stepdaughter step-son step-daughter grandson granddaughter grandchild child baby infant uncle aunt auntie aunty
    cousin nephew niece great-aunt great-uncle husband wife spouse partner ex-partner ex-husband ex-wife boyfriend girlfriend ex-boyfriend
    ex-girlfriend fiance fiancee fiancé fiancée ex lover lodger flatmate housemate roommate friend best-friend schoolfriend
    classmate peer neighbour neighbor landlord landlady guardian godmother godfather carer foster-carer stepchild in-law
    mother-in-law father-in-law sister-in-law brother-in-law son-in-law daughter-in-law tenant babysitter nana-ji nani dadi
    relative kinsman associate perpetrator complainant alleged-perpetrator informant referrer caller witness suspect
    victim acquaintance visitor employer colleague co-tenant pal mate attorney deputy executor""".split()
_REL_PHRASES = [
    "foster carer", "foster mother", "foster father", "foster mum", "foster dad", "kinship carer", "special guardian",
    "next of kin", "next-door neighbour", "next door neighbour", "school friend", "best friend", "family friend",
    "half brother", "half sister", "step mother", "step father", "step mum", "step dad", "step brother", "step sister",
    "step son", "step daughter", "ex partner", "ex husband", "ex wife", "ex boyfriend", "ex girlfriend", "great aunt",
    "great uncle", "great grandmother", "great grandfather", "mother in law", "father in law", "sister in law",
    "brother in law", "son in law", "daughter in law", "alleged perpetrator", "private landlord", "nearest relative",
    "emergency contact", "main carer", "unpaid carer", "respite carer", "other child", "adoptive mother",
    "adoptive father", "adoptive parent", "birth mother", "birth father", "birth parent", "birth mum", "birth dad",
    "civil partner", "new partner", "older brother", "younger brother", "older sister", "younger sister",
    "elder brother", "elder sister", "little brother", "little sister", "big brother", "big sister", "twin brother",
    "twin sister", "eldest son", "eldest daughter", "youngest son", "youngest daughter",
]  # fmt: skip
#: Relation words that are as often used of anybody ("the child", "a friend"): weak on their own.
LOOSE = frozenset(
    """child baby infant parent carer friend peer partner twin visitor caller witness suspect victim colleague employer ex
    mate pal associate relative sibling attorney deputy executor tenant informant referrer complainant guardian lodger
    perpetrator acquaintance""".split()
)
RELATION_WORDS = frozenset(RELATIONS) | {p for p in _REL_PHRASES}
_REL_ALT = "|".join(sorted((re.escape(p).replace(r"\ ", r"[ \t]+") for p in RELATION_WORDS), key=len, reverse=True))
_REL_QUALIFIER = r"(?:(?:maternal|paternal|biological|birth|adoptive|foster|former|new|late|older|younger|elder|eldest|youngest|twin|step|half|alleged|private)[ \t]+)*"
#: A relation with its qualifiers: "maternal grandmother", "next-door neighbour".
RELATION = re.compile(rf"(?<![\w'-])(?P<rel>{_REL_QUALIFIER}(?:{_REL_ALT}))(?P<plural>s|ren)?(?![\w-])", re.I)

MONTHS = frozenset("january february march april may june july august september october november december".split())
MONTHS_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)

#: Never part of a name, whatever the capital: function words and the furniture of records.
STOP = frozenset(
    """a an the and or but if then so as at by for from in into of off on onto out over to up with without within about
    after before again against all also am any are aren't be because been being below between both can can't cannot could
    couldn't did didn't do does doesn't doing don't down during each few further had hadn't has hasn't have haven't having
    he he'd he'll he's her here here's hers herself him himself his how i i'd i'll i'm i've is isn't it it's its itself
    let's me more most my myself no nor not now once only other our ours ourselves own same she she'd she'll she's should
    shouldn't some such than that that's their theirs them themselves there there's these they they'd they'll they're
    they've this those through too under until upon us very was wasn't we we'd we'll we're we've were weren't what when
    where which while who whom whose why will would wouldn't yes yet you you'd you'll you're your yours yourself per via
    re ref tel mob fax email e-mail mobile phone telephone date time name names address dob born age aged sex gender nhs no
    nino ni upn urn id case file page section part form note notes record report letter dear hi hello regards sincerely
    faithfully yours thanks thank please kind best warm subject sent cc bcc fw fwd attn attendees present apologies chair
    minutes action actions decision decisions outcome plan review visit home call caller telephone contact meeting assessment referral
    summary background history risk concern concerns discussion event events agency source role relationship status
    signed signature printed position job title department team service services council borough county city district
    social care worker workers officer school education health police housing adult adults children childrens children's
    family families support duty office manager hospital ward surgery clinic court family's hm uk england wales scotland ireland
    northern british english welsh scottish irish gmt bst am pm n/a na tbc tba none unknown nil ok male female
    mr mrs ms miss mx dr prof sir rev cllr ltd llp plc cic mr. mrs. pdf docx doc xlsx
    next previous current new old first second third last one two three four five six seven eight nine ten
    today yesterday tomorrow morning afternoon evening night week month year weeks months years day days
    allocated author completed author's attended discussed agreed advised confirmed informed said stated reported told
    copy copies seen spoke telephoned texted emailed messaged visited collateral records client service user patient
    pupil student tutor group seat applicant appellant respondent claimant defendant however although since therefore
    private confidential restricted official sensitive draft final version english mathematics maths science art music geography
    french german spanish religious physical drama computing technology""".split()
) | MONTHS_SHORT | DAYS  # fmt: skip

#: A capitalised run that ends in one of these is a place, an organisation or a thing.
THING_AFTER = frozenset(
    """road street lane avenue close crescent drive way rise gardens garden grove place square terrace mews walk court house lodge hill
    gate green park row parade view fields field meadow meadows croft dene drove wharf quay yard bridge square heights mount
    school primary infants infant juniors junior academy college university nursery grammar high secondary sixth
    hospital infirmary surgery clinic centre center ward unit hospice pharmacy practice medical health
    council borough county district city town village parish constabulary police court tribunal
    ltd limited plc llp cic inc group trust foundation association society charity church cathedral mosque temple chapel club
    syndrome disease disorder palsy dystrophy scale score index test questionnaire assessment inventory act bill report
    review inquiry enquiry judgment order convention protocol law principle method programme program project scheme service services team
    hotel inn arms pub bar cafe restaurant supermarket stores shop station line airport railway bank building society
    corporation company solicitors chambers associates partners
    river valley forest wood woods bay island beach lake mountain league cup united rovers wanderers athletic fc afc
    day week month year funding allowance grant benefit credit badge pension fund
    gazette times mail post express chronicle herald news television radio""".split()
)
#: Words before a capitalised run that make it a place or a thing.
THING_BEFORE = frozenset("st saint st. mount lake river port fort".split())

#: Things named after people, or like people, that are neither.
NOT_PEOPLE = re.compile(
    r"(?<!\w)(?:age uk|marie curie|grant funding|blue badge|meals on wheels|gillick|fraser guideline\w*|care act|mosaic|liquidlogic|"
    r"carefirst|frameworki|eclipse|rio|systmone|emis|down'?s syndrome|asperger\w*|alzheimer\w*|parkinson\w*|crohn\w*|tourette\w*|"
    r"barnardo'?s|nspcc|cafcass|camhs|childline|samaritans|mencap|st john ambulance|macmillan|mind|scope|sure start|signs of safety|"
    r"claire'?s law|clare'?s law|sarah'?s law|martha'?s rule|victoria climbi[eé] inquiry|working together|"
    r"universal credit|attendance allowance|facebook|whatsapp|snapchat|instagram|tiktok|teams|zoom|skype|outlook|word|excel|"
    r"vauxhall|ford|toyota|nissan|renault|peugeot|volkswagen|honda|mercedes|audi|skoda|corsa|astra|golf|fiesta|focus|"
    r"tesco|asda|sainsbury'?s|morrisons|aldi|lidl|boots|argos|greggs|mcdonald'?s|wilko|primark|iceland|"
    r"mini mental|moca|barthel|waterlow|bristol stool|glasgow coma|edinburgh postnatal|abbey pain|clinical frailty|"
    r"merry christmas|happy new year|good friday|bank holiday|boxing day|christmas|easter|eid|ramadan|diwali)(?!\w)",
    re.I,
)

#: Verbs that only people do: a capitalised unknown word before one of these is a name.
HUMAN_VERBS = frozenset(
    """said says told tells asked asks stated states reported reports explained explains felt feels thinks thought wants wanted
    messaged texted phoned rang called emailed replied responded answered agreed disagreed denied denies admitted admits
    claims claimed alleged alleges disclosed discloses described describes shared confirmed advised informed
    cried cries laughed smiled shouted screamed swore hugged kissed hit slapped punched kicked pushed grabbed threw
    attended arrived left visited stayed lives lived moved refused declined accepted engaged presented appeared seemed looked
    was is has had does did went goes came comes likes loves hates enjoys enjoyed needs needed struggles struggled
    drinks drank smokes smoked eats ate slept sleeps woke plays played walked ran drove drives works worked cares cared
    supports supported supervised collected dropped took takes brought gave gives received knows knew met saw sees seen
    believes believed worried worries hopes hoped plans planned requested contacted spoke speaks talked talks mentioned
    became becomes began started stopped continues continued returned turned sat stood lay uses used spends spent
    completed signed wrote writes chaired opened weighed completed noted recorded observed assessed reviewed""".split()
)

#: Words that bring a person as their object: "spoke to X", "worried about X", "visited X".
BEFORE_PERSON = re.compile(
    r"(?:spoke (?:to|with)|speak (?:to|with)|t/c (?:to|from|with)|tc (?:to|from|with)|call (?:from|to|with)|text from|email from|e-mail from|letter from|message (?:from|for)|"
    r"message left for|visit to|visited|met with|met|saw|seen with|worried about|concerned about|concerns (?:for|about)|told|asked|informed|"
    r"contacted|rang|phoned|texted|emailed|messaged|accompanied by|supervised by|supported by|cared for by|assessed by|"
    r"seen by|signed by|completed by|written by|prepared by|chaired by|attended by|printed by|reviewed by|copied to|copies to|"
    r"represented by|known as|goes by|called|named|friends? with|lives with|living with|stays with|staying with|contact with|"
    r"relationship with|married to|divorced from|separated from|joint visit with|meeting with|discussed with|discussion with|"
    r"on behalf of|together with|care of|custody of|birth of|death of|allegations? (?:by|against|from)|assaulted by|hit by|"
    r"disclosed (?:by|to)|reported by|alleged (?:by|that)|according to)[ \t]+$",
    re.I,
)
