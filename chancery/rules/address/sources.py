"""Where the wordings of forms of address were read, and how far each source carries."""

from collections.abc import Mapping
from dataclasses import dataclass

from chancery.rules.address import sentences
from chancery.rules.address.values import Purpose, Status
from chancery.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Source:
    """An address and what was found there; no address means general knowledge."""

    status: Status
    address: str = ""


# The wording for some classes of office; purposes left out are general knowledge.
Provenance = Mapping[Purpose, Mapping[str, Source]]


def _read(address: str) -> Source:
    return Source(Status.VERIFIED, address)


def _second_hand(address: str) -> Source:
    return Source(Status.PARTLY, address)


GENERAL_KNOWLEDGE = Source(Status.UNVERIFIED)

DEBRETT_FOREIGN = _read(
    "http://www.debretts.com/forms-address/professions/diplomatic-service/foreign-ambassador-accredited-united-kingdom"
)
DEBRETT_HIGH_COMMISSIONER = _read(
    "https://web.archive.org/web/20140607035352/http://www.debretts.com/forms-address/professions/"
    "diplomatic-service/commonwealth-high-commissioner-0"
)
DEBRETT_BRITISH = _read(
    "https://web.archive.org/web/20150316010710/http://www.debretts.com/forms-address/professions/"
    "diplomatic-service/british-ambassador-accredited-foreign-country"
)
EHOW_BRITISH = _read("https://www.ehow.co.uk/how_12011698_address-british-ambassador.html")
LEGALCLARITY_AMBASSADOR = _read("https://legalclarity.org/how-to-properly-address-an-ambassador")
LEGALCLARITY_CONSUL = _read("https://legalclarity.org/how-to-correctly-address-a-consul-general")
HICKEY_CHARGE = _read("https://formsofaddress.info/charge_daffaires")
HICKEY_FORMER = _read("https://www.formsofaddress.info/ambassador_retired_former/")
HICKEY_COUPLES = _read("https://roberthickey.wordpress.com/2009/05/15/")
DIPLOMAT_NOTES = _second_hand("http://diplomat.50webs.org/3PreparationExternal.html")
EASYDIPLOMACY = _read(
    "https://easydiplomacy.com/en/info-directory/ceremonial-in-italy/for-the-office/invitations/"
)
UCLA = _second_hand("https://www.lavise.fr/fiches/29557.html")
COMMISSION_PROTOCOL = _second_hand("https://www.telework.ro/ro/formule-de-adresare-in-limba-engleza/")
CANADIAN_HERITAGE = _read(
    "http://www.canada.ca/en/canadian-heritage/services/protocol-guidelines-special-event/styles-address.html"
)
CANADIAN_ENCYCLOPEDIA = _read(
    "https://development.thecanadianencyclopedia.ca/en/article/diplomatic-and-consular-representations"
)
STATE_DEPARTMENT = _read("https://www.state.gov/protocol-reference/")
TWO_STRENGTHS = _read("https://generaliconventioncenter.it/?p=6246")
FAM_CARDS = _read("https://fam.state.gov/fam/05fah01/05fah010820.html")
BALTIMORE = _read("https://www.archbalt.org/about-us/proper-forms-of-address/")
CATHOLIC_FORMS = _read("https://catholictradition.org/Saints/forms-address.htm")
LEON_COUNTY = _second_hand("https://www.leoncountyfl.gov/libraryapps/stumpers/view.asp?trivianumber=441")
CREDENTIALS_FIRST = _second_hand(
    "https://voltamusicawards.com/nb/hvordan-henvende-seg-til-en-romersk-katolsk-biskop"
)

ARCHIMAIL = _read("http://www.archimail.com/usage/fr1.htm")
DICO_LETTRES = _read(
    "https://www.dico-lettres.com/formule-de-politesse-pour-un-ambassadeur-ecrite-par-un-homme"
)
MODELE_LETTRE = _read("https://www.modele-lettre.com/formules-politesse-77p.html")
CLEFS_DU_FRANCAIS = _read(
    "https://tplus-pp.btb.gc.ca/tpv2guides/guides/clefsfp/index-eng.html?lang=eng&lettr=indx_catlog_r&page="
    "93qoS4UKOcVU.html"
)
SWISS_NOTES = _read("https://doczz.fr/doc/3972783/correspondance-diplomatique")

ROMANIAN_COURSE = _read("https://ro.scribd.com/presentation/559887870/Protocol-si-eticheta-Curs-2-1")
# The page breaks off in the middle of the word Excelență.
ROMANIAN_COURSE_CUT = _second_hand(ROMANIAN_COURSE.address)
ROMANIAN_CLOSING = _read(
    "https://presedinte.md/rom/discursuri/mesaj-de-felicitare-adresat-presedintelui-frantei-emmanuel-macron-cu-"
    "ocazia-zilei-sale-de-nastere?print=1"
)
ROYAL_HOUSE = _second_hand("https://casamajestatiisale.ro/noua-ambasadoare-a-frantei-la-palatulelisabeta")
ROMANIAN_NOTES = _second_hand("https://ca.tutkrabov.net/articles/nota-verbala.html")

KAYZEN_LETTERS = _read("https://kayzen.az/blog/diplomatiya/5909/yaz%C4%B1l%C4%B1-korrespondensiya.html")
KAYZEN_NOTES = _read("https://kayzen.az/blog/diplomat/discussed/page2/?period=all")
AZ_WIKIPEDIA = _read("https://az.wikipedia.org/wiki/Diplomatik_yaz%C4%B1%C5%9Fmalar")

ARABIC_STYLES = _second_hand("https://isselmou-sidahmed.blogspot.com/2020/06/blog-post_21.html")

NOTE_MODEL = _read("https://ru.scribd.com/document/406597994/New-Microsoft-Word-Document")
NOTE_OF_TRAGEDY = _second_hand("https://ca.tutkrabov.net/articles/nota-verbala.html")
NOTE_TO_CHARGE = _second_hand("https://prezi.com/kdsx4b5cdgfk/note-verbale")
INVITATION_TIMES = _second_hand(
    "http://blog.invitationbox.com/2012/07/13/date-time-etiquette-writing-your-invitations/"
)


_OF_STATUS = {
    Status.VERIFIED: sentences.VERIFIED,
    Status.PARTLY: sentences.PARTLY,
    Status.UNVERIFIED: sentences.UNVERIFIED,
}


def founded(source: Source, rule: str) -> Reason:
    """Say how well a wording is founded, and where it was read."""
    return Reason(_OF_STATUS[source.status], rule=rule, source=source.address)


def same_source(source: Source, *classes: str) -> dict[str, Source]:
    """Give several classes of office one source."""
    return dict.fromkeys(classes, source)
