"""How the classes of office are written in the languages of the profiles: what a list may call them."""

from collections.abc import Iterator
from functools import cache, lru_cache

from chancery.rules.precedence.classes import (
    CLASS_NAMES,
    CONSULS,
    HEADS_OF_MISSION,
    OfficeClass,
)
from chancery.rules.precedence.wording import stem, word_set

# One line a class; spellings parted by "|". Case, accents, plurals and hyphens make no difference.
_SPELLINGS: dict[OfficeClass, str] = {
    OfficeClass.NUNCIO: "nuncio|papal nuncio|apostolic nuncio|pro-nuncio|apostolic pro-nuncio|nonce|"
    "nonce apostolique|nuncio apostólico|nunțiu|nunțiu apostolic|nuntius|apostolischer nuntius|"
    "núncio apostólico|nunzio apostolico|apostol nunsisi|السفير البابوي|القاصد الرسولي",
    OfficeClass.DEAN: "dean|doyen|dean of the diplomatic corps|doyen of the diplomatic corps|"
    "doyen du corps diplomatique|decano del cuerpo diplomático|decanul corpului diplomatic|"
    "doyen des diplomatischen corps|decano do corpo diplomático|diplomatik korpusun duayeni|"
    "عميد السلك الدبلوماسي",
    OfficeClass.AMBASSADOR: "ambassador|ambassadress|ambassador extraordinary and plenipotentiary|"
    "ambassador extraordinary|ambassador e and p|ambassador ep|head of mission|resident ambassador|"
    "ambassadeur|ambassadrice|ambassadeur extraordinaire et plénipotentiaire|"
    "ambassadrice extraordinaire et plénipotentiaire|embajador|embajadora|embajador extranjero|"
    "embajador extraordinario y plenipotenciario|ambasador|ambasadoare|ambasadorul|ambasadoarea|"
    "ambasador extraordinar și plenipotențiar|botschafter|botschafterin|"
    "außerordentlicher und bevollmächtigter botschafter|embaixador|embaixadora|ambasciatore|ambasciatrice|"
    "səfir|fövqəladə və səlahiyyətli səfir|səfiri|посол|чрезвычайный и полномочный посол|büyükelçi|سفير|"
    "السفير|سفيرة|سفير فوق العادة ومفوض",
    OfficeClass.HIGH_COMMISSIONER: "high commissioner|haut-commissaire|alto comisionado|înalt comisar|"
    "hochkommissar|alto comissário|ali komissar|المفوض السامي",
    OfficeClass.INTERNUNCIO: "internuncio|apostolic internuncio|internonce|internunțiu",
    OfficeClass.ENVOY: "envoy|envoy extraordinary|envoy extraordinary and minister plenipotentiary|"
    "envoy extraordinary and plenipotentiary|envoyé|envoyé extraordinaire et ministre plénipotentiaire|"
    "enviado extraordinario y ministro plenipotenciario|trimis extraordinar și ministru plenipotențiar|"
    "gesandter|außerordentlicher gesandter und bevollmächtigter minister|elçi|"
    "fövqəladə və səlahiyyətli elçi|посланник|وزير مفوض ومندوب فوق العادة",
    OfficeClass.MINISTER_PLENIPOTENTIARY: "minister plenipotentiary|plenipotentiary minister|"
    "ministre plénipotentiaire|ministro plenipotenciario|ministru plenipotențiar|"
    "bevollmächtigter minister|وزير مفوض",
    OfficeClass.CHARGE: "charge|chargé d'affaires|chargée d'affaires|charge daffaires|chargé|chargée|"
    "encargado de negocios|encargada de negocios|encargado de negocios extranjero|însărcinat cu afaceri|"
    "însărcinată cu afaceri|geschäftsträger|geschäftsträgerin|encarregado de negócios|"
    "incaricato d'affari|işlər vəkili|поверенный в делах|قائم بالأعمال",
    OfficeClass.CHARGE_EN_PIED: "charge en pied|chargé d'affaires en pied|chargée d'affaires en pied|"
    "chargé d'affaires en titre|chargée d'affaires en titre|chargé d'affaires e.p.|"
    "chargé d'affaires with letters|titular chargé d'affaires|encargado de negocios con cartas de gabinete|"
    "însărcinat cu afaceri en pied|ständiger geschäftsträger|قائم بالأعمال الأصيل",
    OfficeClass.CHARGE_AI: "charge a.i.|charge ai|cda a.i.|cda|chargé d'affaires a.i.|"
    "chargée d'affaires a.i.|chargé a.i.|chargée a.i.|chargé d'affaires ad interim of an embassy|"
    "charge d'affaires ad interim|"
    "chargé d'affaires pro tempore|chargé d'affaires p.i.|chargé d'affaires par intérim|"
    "chargée d'affaires par intérim|encargado de negocios a.i.|encargada de negocios a.i.|"
    "encargado de negocios interino|însărcinat cu afaceri a.i.|însărcinată cu afaceri a.i.|"
    "însărcinat cu afaceri interimar|geschäftsträger a.i.|geschäftsträgerin a.i.|"
    "encarregado de negócios a.i.|incaricato d'affari a.i.|müvəqqəti işlər vəkili|acting high commissioner|"
    "acting ambassador|acting head of mission|временный поверенный в делах|"
    "القائم بالأعمال بالنيابة|قائم بالأعمال بالنيابة|قائم بالأعمال المؤقت",
    OfficeClass.CHARGE_AI_LEGATION: "charge a.i. legation|chargé d'affaires a.i. (legation)|"
    "chargé d'affaires a.i. of a legation|chargé d'affaires a.i. of the legation|"
    "chargé d'affaires ad interim of legation|chargé d'affaires ad interim (legations)",
    OfficeClass.SPECIAL_ENVOY: "special envoy|personal envoy|special representative|envoyé spécial|"
    "représentant spécial|enviado especial|trimis special|sondergesandter|xüsusi nümayəndə|المبعوث الخاص",
    OfficeClass.AMBASSADOR_AT_LARGE: "ambassador at large|goodwill ambassador|ambassador of goodwill|"
    "itinerant ambassador|"
    "ambassadeur itinérant|ambasador cu însărcinări speciale|xüsusi tapşırıqlar üzrə səfir",
    OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR: "permanent representative with the rank of ambassador|"
    "ambassador and permanent representative|ambassador permanent representative|"
    "ambassadeur représentant permanent|ambassadeur et représentant permanent",
    OfficeClass.PERMANENT_REPRESENTATIVE: "permanent representative|pr|représentant permanent|"
    "représentante permanente|representante permanente|reprezentant permanent|ständiger vertreter|"
    "permanent representative without the rank of ambassador|daimi nümayəndə|المندوب الدائم",
    OfficeClass.ACTING_PERMANENT_REPRESENTATIVE: "acting permanent representative|"
    "permanent representative a.i.|représentant permanent a.i.|représentant permanent par intérim",
    OfficeClass.DELEGATION_HEAD: "head of delegation|chairman of delegation|chairperson of delegation|"
    "leader of delegation|chairman of the delegation to the general assembly|"
    "head of the delegation to the general assembly|chef de délégation|şef de delegație|"
    "nümayəndə heyətinin başçısı",
    OfficeClass.DEPUTY_HEAD_OF_MISSION: "deputy head of mission|dhm|deputy chief of mission|dcm|"
    "chef de mission adjoint|adjunctul șefului misiunii|deputy high commissioner|"
    "deputy permanent representative|représentant permanent adjoint",
    OfficeClass.MINISTER_COUNSELLOR: "minister-counsellor|minister-counselor|ministre-conseiller|"
    "ministre-conseillère|ministro consejero|ministru-consilier|gesandter botschaftsrat",
    OfficeClass.COUNSELLOR: "counsellor|counselor|embassy counsellor|conseiller|conseillère|"
    "conseiller d'ambassade|consejero|consilier|botschaftsrat|conselheiro|müşavir|советник|مستشار",
    OfficeClass.MILITARY_ATTACHE: "military attaché|defence attaché|defense attaché|naval attaché|"
    "air attaché|attaché de défense|attaché militaire|atașat militar|atașatul apărării|hərbi attaşe",
    OfficeClass.FIRST_SECRETARY: "first secretary|1st secretary|premier secrétaire|première secrétaire|"
    "primer secretario|prim-secretar|secretar i|birinci katib|1 ci katib|erster sekretär|primeiro secretário",
    OfficeClass.SECOND_SECRETARY: "second secretary|2nd secretary|deuxième secrétaire|segundo secretario|"
    "secretar ii|al doilea secretar|ikinci katib|2 ci katib|zweiter sekretär",
    OfficeClass.THIRD_SECRETARY: "third secretary|3rd secretary|troisième secrétaire|tercer secretario|"
    "secretar iii|al treilea secretar|üçüncü katib|3 cü katib|dritter sekretär",
    OfficeClass.ATTACHE: "attaché|diplomatic attaché|cultural attaché|press attaché|agregado|atașat|attaşe",
    OfficeClass.CONSUL_GENERAL: "consul general|consul-general|career consul general|consul général|"
    "consule générale|cónsul general|generalkonsul|generalkonsulin|cônsul-geral|"
    "console generale|baş konsul|генеральный консул|قنصل عام|القنصل العام",
    OfficeClass.CONSUL: "consul|career consul|consule|cónsul|consulul|konsul|cônsul|console|консул|قنصل",
    OfficeClass.VICE_CONSUL: "vice-consul|career vice-consul|vicecónsul|viceconsul|vizekonsul|vice-cônsul|"
    "vitse-konsul|نائب قنصل",
    OfficeClass.CONSULAR_AGENT: "consular agent|agent consulaire|agente consular|agent consular|"
    "konsulyar agent",
    OfficeClass.HONORARY_CONSUL_GENERAL: "honorary consul general|hon consul general|"
    "consul général honoraire|cónsul general honorario|consul general onorific|honorargeneralkonsul",
    OfficeClass.HONORARY_CONSUL: "honorary consul|hon consul|consul honoraire|cónsul honorario|"
    "consul onorific|honorarkonsul|honorarkonsulin|cônsul honorário|fəxri konsul|قنصل فخري",
    OfficeClass.HONORARY_VICE_CONSUL: "honorary vice-consul|hon vice-consul|vice-consul honoraire",
    OfficeClass.CONSULAR_OFFICER: "consular officer|deputy consul general|deputy consul|consular attaché|"
    "consul general adjoint|consul adjoint|consul not head of post|consular officer not head of post|"
    "agent of the consulate|konsulluq əməkdaşı",
    OfficeClass.HEAD_OF_STATE: "head of state|president of the republic|chief of state|sovereign|"
    "chef de l'état|président de la république|jefe del estado|șef de stat|președintele republicii|"
    "staatsoberhaupt|dövlət başçısı|king or queen|monarch|رئيس الدولة|رئيس الجمهورية",
    OfficeClass.VICE_HEAD_OF_STATE: "vice-president of the republic|vice-president of the state|"
    "vice-président de la république|vicepreședintele republicii",
    OfficeClass.CONSORT: "consort|queen consort|prince consort|consort of the head of state",
    OfficeClass.HEIR: "heir|heir apparent|crown prince|crown princess",
    OfficeClass.ROYAL: "royal|member of the royal family",
    OfficeClass.HEAD_OF_GOVERNMENT: "head of government|prime minister|premier ministre|"
    "chef du gouvernement|presidente del gobierno|president of the government|jefe de gobierno|"
    "prim-ministru|primul-ministru|prim ministrul|premierminister|ministerpräsident der regierung|"
    "primeiro-ministro|federal chancellor|bundeskanzler|chancelier fédéral|cancelar federal|taoiseach|"
    "president of the council of ministers|chairman of the council of ministers|"
    "presidente del consiglio dei ministri|presidente del consejo de ministros|"
    "baş nazir|премьер-министр|رئيس الوزراء|رئيس الحكومة",
    OfficeClass.DEPUTY_HEAD_OF_GOVERNMENT: "deputy head of government|deputy prime minister|"
    "vice-prime minister|vice-premier|vice-président du gouvernement|viceprim-ministru|"
    "vice-president of the government|vicepresidente del gobierno|baş nazirin müavini",
    OfficeClass.FOREIGN_MINISTER: "foreign minister|minister of foreign affairs|minister for foreign affairs|"
    "minister of external affairs|minister of external relations|foreign secretary|"
    "ministre des affaires étrangères|ministro de asuntos exteriores|ministrul afacerilor externe|"
    "ministru de externe|außenminister|außenministerin|ministro dos negócios estrangeiros|"
    "xarici işlər naziri|министр иностранных дел|وزير الخارجية",
    OfficeClass.MINISTER: "minister|cabinet minister|government minister|minister of a government|ministre|"
    "ministro|ministra|ministru|ministrul|bundesminister|bundesministerin|nazir|naziri|министр|وزير",
    OfficeClass.DEPUTY_FOREIGN_MINISTER: "deputy foreign minister|deputy minister of foreign affairs|"
    "deputy minister for foreign affairs|vice-minister of foreign affairs|xarici işlər nazirinin müavini",
    OfficeClass.DEPUTY_MINISTER: "deputy minister|vice-minister|vice-ministre|viceministro|nazir müavini",
    OfficeClass.STATE_SECRETARY: "state secretary|secretary of state|secrétaire d'état|secretario de estado|"
    "secretaria de estado|secretar de stat|staatssekretär|staatssekretärin|secretário de estado",
    OfficeClass.SPEAKER: "speaker|speaker of parliament|president of parliament|chairman of parliament|"
    "president of the senate|president of the national assembly|president of the chamber of deputies|"
    "president of the congress of deputies|president of the assembly of the republic|"
    "président du sénat|président de l'assemblée nationale|presidente del congreso de los diputados|"
    "presidente del senado|președintele senatului|președintele camerei deputaților|"
    "president of the bundestag|präsident des deutschen bundestages|president of the bundesrat|"
    "milli məclisin sədri|speaker of the milli majlis|president of the national council|"
    "president of the council of states|speaker of the house|speaker of the house of representatives|"
    "رئيس البرلمان|رئيس مجلس النواب",
    OfficeClass.DEPUTY_SPEAKER: "deputy speaker|vice-president of parliament|vice-president of the senate|"
    "vice-président du sénat|vice-président de l'assemblée nationale|"
    "vicepreședintele senatului|vicepreședintele camerei deputaților",
    OfficeClass.OPPOSITION_LEADER: "leader of the opposition|opposition leader|jefe de la oposición|"
    "liderul opoziției",
    OfficeClass.MEMBER_OF_PARLIAMENT: "member of parliament|mp|deputy|member of the national assembly|"
    "member of the chamber of deputies|member of the bundestag|député|députée|diputado|diputada|deputat|"
    "bundestagsabgeordneter|deputado|millət vəkili|депутат|عضو البرلمان|نائب في البرلمان",
    OfficeClass.SENATOR: "senator|member of the senate|sénateur|sénatrice|senador|senadora|senatoare",
    OfficeClass.MEMBER_OF_EUROPEAN_PARLIAMENT: "member of the european parliament|mep|eurodéputé|"
    "représentant au parlement européen|député européen|eurodiputado|europarlamentar|eurodeputado",
    OfficeClass.PARLIAMENTARY_SUBSTITUTE: "parliamentary substitute|substitute of a deputy|"
    "substitute of a member of parliament|suppléant du député|suppléante du député|suppléant parlementaire|"
    "suppléant du sénateur|substitute deputy|suppléant",
    OfficeClass.CONSTITUTIONAL_COURT_PRESIDENT: "president of the constitutional court|"
    "president of the constitutional council|président du conseil constitutionnel|"
    "presidente del tribunal constitucional|președintele curții constituționale",
    OfficeClass.CHIEF_JUSTICE: "chief justice|president of the supreme court|"
    "presidente del tribunal supremo|président de la cour suprême|președintele înaltei curți",
    OfficeClass.JUDGE: "judge|justice|juge|juez|judecător|richter|juiz|hakim|قاض",
    OfficeClass.PROSECUTOR_GENERAL: "prosecutor general|attorney general|procureur général|"
    "fiscal general del estado|procuror general|procurador-geral da república",
    OfficeClass.OMBUDSMAN: "ombudsman|defensor del pueblo|défenseur des droits|defender of rights|"
    "avocatul poporului|provedor de justiça",
    OfficeClass.CHIEF_OF_PROTOCOL: "chief of protocol|chef du protocole|jefe de protocolo|șef de protocol",
    OfficeClass.CHIEF_OF_DEFENCE: "chief of defence|chief of the defence staff|chief of defence staff|"
    "chief of the general staff|jefe del estado mayor de la defensa|"
    "chef d'état-major des armées|șeful statului major al apărării",
    OfficeClass.GENERAL_OFFICER: "general|admiral|major general|brigadier general|général|almirante|amiral",
    OfficeClass.GOVERNOR: "governor|gouverneur|gobernador|guvernator|qubernator",
    OfficeClass.PREFECT: "prefect|préfet|préfète|prefecto|prefectul",
    OfficeClass.PREFECTORAL_OFFICER: "sub-prefect|sous-préfet|sous-préfète|subprefect|"
    "secretary general of the prefecture|secrétaire général de la préfecture|"
    "member of the prefectoral corps|directeur de cabinet du préfet",
    OfficeClass.REGIONAL_PRESIDENT: "regional president|president of the region|premier|chief minister|"
    "lehendakari|head of a regional government|president of the autonomous community|"
    "president of the governing council|presidente de la comunidad autónoma|"
    "presidente de la comunidad de madrid|presidente de la generalitat|presidente de la junta|"
    "president of the generalitat|president of the junta|president of the regional government|"
    "président du conseil régional|president of the regional council",
    OfficeClass.REGIONAL_MINISTER: "regional minister|consejero de gobierno|conseller|state minister",
    OfficeClass.REGIONAL_SPEAKER: "regional speaker|president of the regional legislature|"
    "presidente de la asamblea legislativa|president of the regional parliament",
    OfficeClass.DEPARTMENT_PRESIDENT: "president of the departmental council|"
    "président du conseil départemental|president of the provincial council|"
    "presidente de la diputación|președintele consiliului județean",
    OfficeClass.MAYOR: "mayor|lord mayor|maire|alcalde|alcaldesa|primar|primarul|bürgermeister|"
    "oberbürgermeister|presidente da câmara municipal|sindaco|şəhər meri|мэр|عمدة",
    OfficeClass.DEPUTY_MAYOR: "deputy mayor|adjoint au maire|adjointe au maire|maire adjoint|"
    "teniente de alcalde|viceprimar",
    OfficeClass.LOCAL_VICE_PRESIDENT: "vice-president of the regional council|"
    "vice-president of the departmental council|vice-président du conseil régional|"
    "vice-président du conseil départemental|vice-présidente du conseil régional|"
    "vice-présidente du conseil départemental",
    OfficeClass.COUNCILLOR: "councillor|municipal councillor|local councillor|conseiller municipal|concejal|"
    "consilier local",
    OfficeClass.SECRETARY_GENERAL: "secretary-general|secretary-general of the united nations|"
    "un secretary-general|secrétaire général des nations unies",
    OfficeClass.DEPUTY_SECRETARY_GENERAL: "deputy secretary-general|"
    "deputy secretary-general of the united nations",
    OfficeClass.UNDER_SECRETARY_GENERAL: "under-secretary-general|usg",
    OfficeClass.ASSISTANT_SECRETARY_GENERAL: "assistant secretary-general|asg",
    OfficeClass.CARDINAL: "cardinal|cardenal",
    OfficeClass.ARCHBISHOP: "archbishop|archevêque|arzobispo|arhiepiscop|metropolitan|mitropolit|erzbischof",
    OfficeClass.BISHOP: "bishop|évêque|obispo|episcop|bischof|bispo|yepiskop|أسقف",
    OfficeClass.CLERGY: "clergy|member of the clergy|priest|pastor|imam|rabbi|mufti|preot",
    OfficeClass.CHIEF_RABBI: "chief rabbi|grand rabbin|gran rabino|șef rabin",
    OfficeClass.RECTOR: "rector|rector of a university|recteur|rektor|reitor|rectorul",
    OfficeClass.PROFESSOR: "professor|professeur|profesor|profesora|professorin",
}
# Shorter texts are near too many others.
_SHORTEST = 5
# Titles after which anything may follow ("Ambassador of …"), and which may follow a word for the state.
LOOSE = HEADS_OF_MISSION | CONSULS | {OfficeClass.PERMANENT_REPRESENTATIVE}
# A bare "President" or "Deputy" means too many things to be read from the beginning of a longer title.
CLOSED = frozenset(
    {
        OfficeClass.HEAD_OF_STATE,
        OfficeClass.VICE_HEAD_OF_STATE,
        OfficeClass.MEMBER_OF_PARLIAMENT,
        OfficeClass.REGIONAL_PRESIDENT,
        OfficeClass.GENERAL_OFFICER,
        OfficeClass.DEAN,
        OfficeClass.ROYAL,
        OfficeClass.PROFESSOR,
    }
)
# Titles of heads of state that are complete only with the state: "King of Spain", "President of Romania".
CROWNS = frozenset(
    map(
        stem,
        word_set(
            "president king queen emperor sultan emir prince président presidente președintele rey reina roi "
            "reine prezident prezidenti präsident rege regina президент رئيس ملك"
        ),
    )
)


@cache
def classes_by_wording() -> dict[str, OfficeClass]:
    """Every known wording, in the form of `stem`, with its class; codes and names are wordings too."""
    known: dict[str, OfficeClass] = {}
    for office_class in OfficeClass:
        spellings = (office_class.value, CLASS_NAMES[office_class], *_SPELLINGS[office_class].split("|"))
        for spelling in spellings:
            known.setdefault(stem(spelling), office_class)
    return known


@lru_cache(maxsize=5_000)
def near_wording(text: str) -> str:
    """
    The wording that a text misses by one letter, a letter too many or two letters exchanged.

    Shape: the wording as it is written here; empty where none is near, for a short text and for a
    wording that is known.
    """
    words = stem(text)
    if len(words) < _SHORTEST or words in classes_by_wording():
        return ""
    near = _wordings_less_a_letter()
    candidates = (near[rest] for rest in (words, *_less_a_letter(words)) if rest in near)
    return next((spelling for spelling in candidates if _is_one_slip(words, stem(spelling))), "")


def _is_one_slip(one: str, other: str) -> bool:
    """Whether two texts differ in one letter, by one letter too many, or by two neighbours exchanged."""
    start = _begun_alike(one, other)
    one, other = one[start:], other[start:]
    end = _begun_alike(one[::-1], other[::-1])
    rest = (one[: len(one) - end], other[: len(other) - end])
    return max(map(len, rest)) <= 1 or (len(rest[0]) == 2 and rest[0] == rest[1][::-1])


def _begun_alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


@cache
def _wordings_less_a_letter() -> dict[str, str]:
    """Every known wording by each text that it becomes without one of its letters."""
    found: dict[str, str] = {}
    for office_class in OfficeClass:
        for spelling in (CLASS_NAMES[office_class], *_SPELLINGS[office_class].split("|")):
            words = stem(spelling)
            if len(words) >= _SHORTEST:
                for rest in (words, *_less_a_letter(words)):
                    found.setdefault(rest, spelling)
    return found


def _less_a_letter(words: str) -> Iterator[str]:
    return (words[:at] + words[at + 1 :] for at in range(len(words)))
