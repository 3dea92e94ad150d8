"""The general vocabulary of office classes, shared by the directory, the tables and the forms of address."""

from enum import StrEnum

from chancery.rules.reasons import gettext_noop


class OfficeClass(StrEnum):
    """
    What kind of office somebody holds, whatever its title in a state.

    Shape: the value is the code kept in rows and files; `name_of` gives the English name. A table of
    precedence may know further offices by their titles alone.
    """

    # Heads of mission (R1) and those who stand in for them (R10).
    NUNCIO = "nuncio"
    DEAN = "dean"
    AMBASSADOR = "ambassador"
    HIGH_COMMISSIONER = "high-commissioner"
    INTERNUNCIO = "internuncio"
    ENVOY = "envoy"
    MINISTER_PLENIPOTENTIARY = "minister-plenipotentiary"
    CHARGE = "charge"
    CHARGE_EN_PIED = "charge-en-pied"
    CHARGE_AI = "charge-ai"
    CHARGE_AI_LEGATION = "charge-ai-legation"
    SPECIAL_ENVOY = "special-envoy"
    AMBASSADOR_AT_LARGE = "ambassador-at-large"
    # Missions to organisations (R14, R40).
    PERMANENT_REPRESENTATIVE_AMBASSADOR = "permanent-representative-ambassador"
    PERMANENT_REPRESENTATIVE = "permanent-representative"
    ACTING_PERMANENT_REPRESENTATIVE = "acting-permanent-representative"
    DELEGATION_HEAD = "delegation-head"
    # Staff of missions (R13).
    DEPUTY_HEAD_OF_MISSION = "deputy-head-of-mission"
    MINISTER_COUNSELLOR = "minister-counsellor"
    COUNSELLOR = "counsellor"
    MILITARY_ATTACHE = "military-attache"
    FIRST_SECRETARY = "first-secretary"
    SECOND_SECRETARY = "second-secretary"
    THIRD_SECRETARY = "third-secretary"
    ATTACHE = "attache"
    # Consular posts (R15, R16).
    CONSUL_GENERAL = "consul-general"
    CONSUL = "consul"
    VICE_CONSUL = "vice-consul"
    CONSULAR_AGENT = "consular-agent"
    HONORARY_CONSUL_GENERAL = "honorary-consul-general"
    HONORARY_CONSUL = "honorary-consul"
    HONORARY_VICE_CONSUL = "honorary-vice-consul"
    CONSULAR_OFFICER = "consular-officer"
    # The state.
    HEAD_OF_STATE = "head-of-state"
    VICE_HEAD_OF_STATE = "vice-head-of-state"
    CONSORT = "consort"
    HEIR = "heir"
    ROYAL = "royal"
    HEAD_OF_GOVERNMENT = "head-of-government"
    DEPUTY_HEAD_OF_GOVERNMENT = "deputy-head-of-government"
    FOREIGN_MINISTER = "foreign-minister"
    MINISTER = "minister"
    DEPUTY_FOREIGN_MINISTER = "deputy-foreign-minister"
    DEPUTY_MINISTER = "deputy-minister"
    STATE_SECRETARY = "state-secretary"
    SPEAKER = "speaker"
    DEPUTY_SPEAKER = "deputy-speaker"
    OPPOSITION_LEADER = "opposition-leader"
    MEMBER_OF_PARLIAMENT = "member-of-parliament"
    SENATOR = "senator"
    MEMBER_OF_EUROPEAN_PARLIAMENT = "member-of-european-parliament"
    PARLIAMENTARY_SUBSTITUTE = "parliamentary-substitute"
    CONSTITUTIONAL_COURT_PRESIDENT = "constitutional-court-president"
    CHIEF_JUSTICE = "chief-justice"
    JUDGE = "judge"
    PROSECUTOR_GENERAL = "prosecutor-general"
    OMBUDSMAN = "ombudsman"
    CHIEF_OF_PROTOCOL = "chief-of-protocol"
    CHIEF_OF_DEFENCE = "chief-of-defence"
    GENERAL_OFFICER = "general-officer"
    # Territories and towns (R17, R22).
    GOVERNOR = "governor"
    PREFECT = "prefect"
    PREFECTORAL_OFFICER = "prefectoral-officer"
    REGIONAL_PRESIDENT = "regional-president"
    REGIONAL_MINISTER = "regional-minister"
    REGIONAL_SPEAKER = "regional-speaker"
    DEPARTMENT_PRESIDENT = "department-president"
    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy-mayor"
    LOCAL_VICE_PRESIDENT = "local-vice-president"
    COUNCILLOR = "councillor"
    # International organisations (R39, R40).
    SECRETARY_GENERAL = "secretary-general"
    DEPUTY_SECRETARY_GENERAL = "deputy-secretary-general"
    UNDER_SECRETARY_GENERAL = "under-secretary-general"
    ASSISTANT_SECRETARY_GENERAL = "assistant-secretary-general"
    # Churches and learning.
    CARDINAL = "cardinal"
    ARCHBISHOP = "archbishop"
    BISHOP = "bishop"
    CLERGY = "clergy"
    CHIEF_RABBI = "chief-rabbi"
    RECTOR = "rector"
    PROFESSOR = "professor"


# A class that is a special case of another: a row that takes ambassadors takes high commissioners too.
PARENTS: dict[OfficeClass, OfficeClass] = {
    OfficeClass.NUNCIO: OfficeClass.AMBASSADOR,
    OfficeClass.DEAN: OfficeClass.AMBASSADOR,
    OfficeClass.HIGH_COMMISSIONER: OfficeClass.AMBASSADOR,
    OfficeClass.INTERNUNCIO: OfficeClass.ENVOY,
    OfficeClass.MINISTER_PLENIPOTENTIARY: OfficeClass.ENVOY,
    OfficeClass.CHARGE_EN_PIED: OfficeClass.CHARGE,
    OfficeClass.CHARGE_AI: OfficeClass.CHARGE,
    OfficeClass.CHARGE_AI_LEGATION: OfficeClass.CHARGE_AI,
    OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR: OfficeClass.PERMANENT_REPRESENTATIVE,
    OfficeClass.DEPUTY_HEAD_OF_MISSION: OfficeClass.MINISTER_COUNSELLOR,
    OfficeClass.MILITARY_ATTACHE: OfficeClass.ATTACHE,
    OfficeClass.HONORARY_CONSUL_GENERAL: OfficeClass.CONSUL_GENERAL,
    OfficeClass.HONORARY_CONSUL: OfficeClass.CONSUL,
    OfficeClass.HONORARY_VICE_CONSUL: OfficeClass.VICE_CONSUL,
    OfficeClass.FOREIGN_MINISTER: OfficeClass.MINISTER,
    OfficeClass.DEPUTY_FOREIGN_MINISTER: OfficeClass.DEPUTY_MINISTER,
    OfficeClass.SENATOR: OfficeClass.MEMBER_OF_PARLIAMENT,
    OfficeClass.ARCHBISHOP: OfficeClass.BISHOP,
    OfficeClass.BISHOP: OfficeClass.CLERGY,
    OfficeClass.CARDINAL: OfficeClass.CLERGY,
    OfficeClass.CONSTITUTIONAL_COURT_PRESIDENT: OfficeClass.JUDGE,
    OfficeClass.CHIEF_JUSTICE: OfficeClass.JUDGE,
}

AMBASSADORS = frozenset(
    {OfficeClass.AMBASSADOR, OfficeClass.HIGH_COMMISSIONER, OfficeClass.NUNCIO, OfficeClass.DEAN}
)
ENVOYS = frozenset({OfficeClass.ENVOY, OfficeClass.MINISTER_PLENIPOTENTIARY, OfficeClass.INTERNUNCIO})
CHARGES = frozenset(
    {
        OfficeClass.CHARGE,
        OfficeClass.CHARGE_EN_PIED,
        OfficeClass.CHARGE_AI,
        OfficeClass.CHARGE_AI_LEGATION,
    }
)
HEADS_OF_MISSION = AMBASSADORS | ENVOYS | CHARGES
MISSION_STAFF = frozenset(
    {
        OfficeClass.DEPUTY_HEAD_OF_MISSION,
        OfficeClass.MINISTER_COUNSELLOR,
        OfficeClass.COUNSELLOR,
        OfficeClass.MILITARY_ATTACHE,
        OfficeClass.FIRST_SECRETARY,
        OfficeClass.SECOND_SECRETARY,
        OfficeClass.THIRD_SECRETARY,
        OfficeClass.ATTACHE,
    }
)
PERMANENT_REPRESENTATIVES = frozenset(
    {OfficeClass.PERMANENT_REPRESENTATIVE, OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR}
)
CONSULS = frozenset(
    {
        OfficeClass.CONSUL_GENERAL,
        OfficeClass.CONSUL,
        OfficeClass.VICE_CONSUL,
        OfficeClass.CONSULAR_AGENT,
        OfficeClass.HONORARY_CONSUL_GENERAL,
        OfficeClass.HONORARY_CONSUL,
        OfficeClass.HONORARY_VICE_CONSUL,
    }
)
HONORARY = {
    OfficeClass.CONSUL_GENERAL: OfficeClass.HONORARY_CONSUL_GENERAL,
    OfficeClass.CONSUL: OfficeClass.HONORARY_CONSUL,
    OfficeClass.VICE_CONSUL: OfficeClass.HONORARY_VICE_CONSUL,
}
# The three classes of the convention by their number; what follows are the practice classes of R10.
NUMBERED = {
    "1": OfficeClass.AMBASSADOR,
    "2": OfficeClass.ENVOY,
    "3": OfficeClass.CHARGE,
}


def lineage(office_class: OfficeClass) -> tuple[OfficeClass, ...]:
    """The class and what it is a case of, the closest first: nuncio, ambassador."""
    chain = [office_class]
    while (parent := PARENTS.get(chain[-1])) is not None:
        chain.append(parent)
    return tuple(chain)


def is_kind_of(office_class: OfficeClass, other: OfficeClass) -> bool:
    """Whether the class is the other one or a case of it."""
    return other in lineage(office_class)


CLASS_NAMES: dict[OfficeClass, str] = {
    OfficeClass.NUNCIO: gettext_noop("Apostolic nuncio"),
    OfficeClass.DEAN: gettext_noop("Dean of the diplomatic corps"),
    OfficeClass.AMBASSADOR: gettext_noop("Ambassador"),
    OfficeClass.HIGH_COMMISSIONER: gettext_noop("High commissioner"),
    OfficeClass.INTERNUNCIO: gettext_noop("Internuncio"),
    OfficeClass.ENVOY: gettext_noop("Envoy"),
    OfficeClass.MINISTER_PLENIPOTENTIARY: gettext_noop("Minister plenipotentiary"),
    OfficeClass.CHARGE: gettext_noop("Chargé d’affaires"),
    OfficeClass.CHARGE_EN_PIED: gettext_noop("Chargé d’affaires en pied"),
    OfficeClass.CHARGE_AI: gettext_noop("Chargé d’affaires ad interim"),
    OfficeClass.CHARGE_AI_LEGATION: gettext_noop("Chargé d’affaires ad interim of a legation"),
    OfficeClass.SPECIAL_ENVOY: gettext_noop("Special envoy"),
    OfficeClass.AMBASSADOR_AT_LARGE: gettext_noop("Ambassador at large"),
    OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR: gettext_noop(
        "Permanent representative with the rank of ambassador"
    ),
    OfficeClass.PERMANENT_REPRESENTATIVE: gettext_noop("Permanent representative"),
    OfficeClass.ACTING_PERMANENT_REPRESENTATIVE: gettext_noop("Acting permanent representative"),
    OfficeClass.DELEGATION_HEAD: gettext_noop("Head of delegation"),
    OfficeClass.DEPUTY_HEAD_OF_MISSION: gettext_noop("Deputy head of mission"),
    OfficeClass.MINISTER_COUNSELLOR: gettext_noop("Minister-counsellor"),
    OfficeClass.COUNSELLOR: gettext_noop("Counsellor"),
    OfficeClass.MILITARY_ATTACHE: gettext_noop("Military attaché"),
    OfficeClass.FIRST_SECRETARY: gettext_noop("First secretary"),
    OfficeClass.SECOND_SECRETARY: gettext_noop("Second secretary"),
    OfficeClass.THIRD_SECRETARY: gettext_noop("Third secretary"),
    OfficeClass.ATTACHE: gettext_noop("Attaché"),
    OfficeClass.CONSUL_GENERAL: gettext_noop("Consul general"),
    OfficeClass.CONSUL: gettext_noop("Consul"),
    OfficeClass.VICE_CONSUL: gettext_noop("Vice-consul"),
    OfficeClass.CONSULAR_AGENT: gettext_noop("Consular agent"),
    OfficeClass.HONORARY_CONSUL_GENERAL: gettext_noop("Honorary consul general"),
    OfficeClass.HONORARY_CONSUL: gettext_noop("Honorary consul"),
    OfficeClass.HONORARY_VICE_CONSUL: gettext_noop("Honorary vice-consul"),
    OfficeClass.CONSULAR_OFFICER: gettext_noop("Consular officer"),
    OfficeClass.HEAD_OF_STATE: gettext_noop("Head of state"),
    OfficeClass.VICE_HEAD_OF_STATE: gettext_noop("Vice-president of the state"),
    OfficeClass.CONSORT: gettext_noop("Consort of the head of state"),
    OfficeClass.HEIR: gettext_noop("Heir to the throne"),
    OfficeClass.ROYAL: gettext_noop("Member of the royal family"),
    OfficeClass.HEAD_OF_GOVERNMENT: gettext_noop("Head of government"),
    OfficeClass.DEPUTY_HEAD_OF_GOVERNMENT: gettext_noop("Deputy head of government"),
    OfficeClass.FOREIGN_MINISTER: gettext_noop("Minister of foreign affairs"),
    OfficeClass.MINISTER: gettext_noop("Minister of a government"),
    OfficeClass.DEPUTY_FOREIGN_MINISTER: gettext_noop("Deputy minister of foreign affairs"),
    OfficeClass.DEPUTY_MINISTER: gettext_noop("Deputy minister"),
    OfficeClass.STATE_SECRETARY: gettext_noop("State secretary"),
    OfficeClass.SPEAKER: gettext_noop("Speaker of a chamber of parliament"),
    OfficeClass.DEPUTY_SPEAKER: gettext_noop("Deputy speaker of a chamber of parliament"),
    OfficeClass.OPPOSITION_LEADER: gettext_noop("Leader of the opposition"),
    OfficeClass.MEMBER_OF_PARLIAMENT: gettext_noop("Member of parliament"),
    OfficeClass.SENATOR: gettext_noop("Senator"),
    OfficeClass.MEMBER_OF_EUROPEAN_PARLIAMENT: gettext_noop("Member of the European Parliament"),
    OfficeClass.PARLIAMENTARY_SUBSTITUTE: gettext_noop("Substitute of a member of parliament"),
    OfficeClass.CONSTITUTIONAL_COURT_PRESIDENT: gettext_noop("President of the constitutional court"),
    OfficeClass.CHIEF_JUSTICE: gettext_noop("Chief justice"),
    OfficeClass.JUDGE: gettext_noop("Judge"),
    OfficeClass.PROSECUTOR_GENERAL: gettext_noop("Prosecutor general"),
    OfficeClass.OMBUDSMAN: gettext_noop("Ombudsman"),
    OfficeClass.CHIEF_OF_PROTOCOL: gettext_noop("Chief of protocol"),
    OfficeClass.CHIEF_OF_DEFENCE: gettext_noop("Chief of defence"),
    OfficeClass.GENERAL_OFFICER: gettext_noop("General or admiral"),
    OfficeClass.GOVERNOR: gettext_noop("Governor"),
    OfficeClass.PREFECT: gettext_noop("Prefect"),
    OfficeClass.PREFECTORAL_OFFICER: gettext_noop("Officer of a prefecture"),
    OfficeClass.REGIONAL_PRESIDENT: gettext_noop("Head of a regional government"),
    OfficeClass.REGIONAL_MINISTER: gettext_noop("Regional minister"),
    OfficeClass.REGIONAL_SPEAKER: gettext_noop("Speaker of a regional parliament"),
    OfficeClass.DEPARTMENT_PRESIDENT: gettext_noop("President of a provincial or departmental council"),
    OfficeClass.MAYOR: gettext_noop("Mayor"),
    OfficeClass.DEPUTY_MAYOR: gettext_noop("Deputy mayor"),
    OfficeClass.LOCAL_VICE_PRESIDENT: gettext_noop("Vice-president of a regional or departmental council"),
    OfficeClass.COUNCILLOR: gettext_noop("Local councillor"),
    OfficeClass.SECRETARY_GENERAL: gettext_noop("Secretary-General of the United Nations"),
    OfficeClass.DEPUTY_SECRETARY_GENERAL: gettext_noop("Deputy Secretary-General of the United Nations"),
    OfficeClass.UNDER_SECRETARY_GENERAL: gettext_noop("Under-Secretary-General"),
    OfficeClass.ASSISTANT_SECRETARY_GENERAL: gettext_noop("Assistant Secretary-General"),
    OfficeClass.CARDINAL: gettext_noop("Cardinal"),
    OfficeClass.ARCHBISHOP: gettext_noop("Archbishop"),
    OfficeClass.BISHOP: gettext_noop("Bishop"),
    OfficeClass.CLERGY: gettext_noop("Member of the clergy"),
    OfficeClass.CHIEF_RABBI: gettext_noop("Chief rabbi"),
    OfficeClass.RECTOR: gettext_noop("Rector of a university"),
    OfficeClass.PROFESSOR: gettext_noop("Professor"),
}


def name_of(office_class: OfficeClass) -> str:
    """The English name of a class, which is also the key of its translation."""
    return CLASS_NAMES[office_class]
