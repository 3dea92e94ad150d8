"""Five events of other kinds than the reference: what their communiqués say, and that nothing is lost."""

from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event, Participation
from chancery.record.queries.facts import facts_of, stated_facts
from chancery.rules.communique import LANGUAGES, EventFacts, compose
from tests import make
from tests.record import sample_events

# What has to be said in words: the event, then English, French, Romanian and Azerbaijani.
SAID = [
    (
        "march-at-the-harbour",
        "from the Old Lighthouse by way of Fishermen’s Quay and the Customs Bridge to the Memorial Garden",
        "Vieux Phare – Quai des Pêcheurs – Pont de la Douane – Jardin du Souvenir",
        "de la Farul Vechi, a trecut pe la Cheiul Pescarilor și Podul Vămii și s-a încheiat la",
        "Köhnə Mayak – Balıqçılar Sahili – Gömrük Körpüsü – Xatirə Bağı",
    ),
    (
        "march-at-the-harbour",
        "about 1,200 by the Harbour Memorial Foundation, and as between 800 and 900",
        "d’environ 1\u202f200 selon la Fondation Mémoire du port et d’entre 800 et 900 selon la",
        "circa 1.200 (după Fundația Memoria Portului), respectiv de între 800 și 900 (după Poliția Locală",
        "Liman Xatirəsi Fondu tərəfindən təxminən 1.200 nəfər, Marenta Şəhər Polisi tərəfindən 800–900 nəfər",
    ),
    (
        "march-at-the-harbour",
        "a silence of 90 seconds was kept in memory of the forty-one victims",
        "un silence de 90 secondes a été observé à la mémoire des quarante et une victimes",
        "un moment de reculegere de 90 de secunde pentru cele patruzeci și una de victime",
        "daşqının qırx bir qurbanının xatirəsi 90 saniyəlik sükutla yad edilib",
    ),
    (
        "hybrid-round-table",
        "a letter from the Minister of Waters was read out in the absence of its author by Rui",
        "une lettre adressée par le Ministre des Eaux a été lue, en l’absence de son auteur, par Rui",
        "o scrisoare transmisă de Ministrul Apelor a fost citită de Rui Exemplo, ambasadorul",
        "Su naziri tərəfindən göndərilmiş məktub müəllif iştirak etmədən Portuqaliyanın səfiri Rui",
    ),
    (
        "hybrid-round-table",
        "Apeere said (in German): “Der Fluss kennt uns alle beim Namen.”",
        "Déclaration d’Apeere (en allemand)\u00a0: «\u202fDer Fluss kennt uns alle beim Namen.\u202f»",
        "Apeere a declarat (în germană): „Der Fluss kennt uns alle beim Namen.”",
        "Apeere bildirib (alman dilində): «Der Fluss kennt uns alle beim Namen.»",
    ),
    (
        "award-to-a-couple",
        "was awarded to Mara Model, translator, and Ilie Model, translator, for their joint translation",
        "a été décernée à Mara Model, traductrice, et à Ilie Model, traducteur, pour leur traduction commune",
        "a fost acordată doamnei Mara Model, traducătoare, și domnului Ilie Model, traducător,",
        "tərcüməçi Mara Model və tərcüməçi Ilie Model «Fənər Mükafatı» mükafatına (2025) layiq görülüblər",
    ),
    (
        "award-to-a-couple",
        "awarded posthumously to Auguste Specimen, lexicographer",
        "décernée à titre posthume à Auguste Specimen, lexicographe",
        "acordată post-mortem domnului Auguste Specimen, lexicograf",
        "Leksikoqraf Auguste Specimen ölümündən sonra «Fəxri Fənər» mükafatına",
    ),
    (
        "award-to-a-couple",
        "presented by Vzor and received by Claire Specimen, his daughter",
        "remise par Vzor et reçue par Claire Specimen, sa fille",
        "înmânată de Vzor și primită de Claire Specimen, fiica sa",
        "Vzor tərəfindən təqdim edilib, onun qızı Claire Specimen tərəfindən qəbul edilib",
    ),
    (
        "concert-for-the-library",
        "“Elegy for Absent Readers” by A. Sample was performed by the Sample Quartet as a tribute",
        "l’œuvre «\u202fÉlégie pour des lecteurs absents\u202f» (A. Sample) a été interprétée par",
        "lucrarea „Elegie pentru cititorii absenți” (A. Sample) a fost interpretată de Sample",
        "«Olmayan oxucular üçün elegiya» (A. Sample) əsəri ehtiram əlaməti olaraq Sample Quartet",
    ),
    (
        "wreaths-in-rank-order",
        "Yuko Rei, Counsellor at the Embassy of Japan, on behalf of Kenji Mihon, Ambassador of",
        "Yuko Rei, conseillère à l’Ambassade du Japon, au nom de Kenji Mihon, ambassadeur du",
        "Yuko Rei, consilieră la Ambasada Japoniei, în numele domnului Kenji Mihon, ambasadorul",
        "Yaponiya Səfirliyinin müşaviri Yuko Rei (Yaponiyanın səfiri Kenji Mihon adından); Norveçin",
    ),
]
# What took place and is no news, and documents that are only cited.
UNTOLD = {"item:gathering", "document:resolution-on-rivers"}
UNWRITTEN = {
    "hybrid-round-table": {"statement:apeere-pilots"},
    "award-to-a-couple": {"statement:couple-thanks"},
}


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("sample-office")


@pytest.mark.parametrize(("name", *LANGUAGES), SAID)
def test_the_communique_says_it_in_every_language(
    office: Organiser, name: str, en: str, fr: str, ro: str, az: str
) -> None:
    facts = facts_of(sample_events.load(name, office))

    for language, words in zip(LANGUAGES, (en, fr, ro, az), strict=True):
        assert words.lower() in text(facts, language).lower()


@pytest.mark.parametrize("name", sample_events.NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_that_is_to_be_told_is_told(office: Organiser, name: str, language: str) -> None:
    facts = facts_of(sample_events.load(name, office))

    composed = compose(facts, language)

    stated = {key for sentence in composed.sentences for key in sentence.rests_on}
    assert to_be_told(facts) - UNTOLD <= stated
    assert stated <= stated_facts(facts).keys()
    missing = {":".join(each.key.split(":")[:2]) for each in composed.missing}
    assert missing <= UNWRITTEN.get(name, set())


def test_what_did_not_take_place_or_was_not_read_over_is_not_said(office: Organiser) -> None:
    march = facts_of(sample_events.load("march-at-the-harbour", office))
    wreaths = facts_of(sample_events.load("wreaths-in-rank-order", office))

    assert "harbour band" not in text(march, "en")
    assert "named a sum" not in text(march, "en")
    assert "Veterans of the harbour brigade" not in text(march, "en")
    assert "Fly-past" not in text(wreaths, "en")
    assert "Breakfast" not in text(wreaths, "en")


@pytest.mark.parametrize("name", sample_events.NAMES)
def test_export_and_load_give_the_same_bytes_and_the_same_communique(
    office: Organiser, tmp_path: Path, name: str
) -> None:
    first = sample_events.load(name, office)
    written = {language: text(facts_of(first), language) for language in LANGUAGES}
    write_event(first, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(second, tmp_path / "two")

    assert files(tmp_path / "two") == files(tmp_path / "one")
    assert {language: text(facts_of(second), language) for language in LANGUAGES} == written


@pytest.mark.parametrize("name", sample_events.NAMES)
def test_everybody_in_a_sample_is_marked_as_one(office: Organiser, name: str) -> None:
    event: Event = sample_events.load(name, office)

    assert not Participation.objects.filter(event=event, is_sample=False).exists()
    assert all(
        who.person is None or who.person.is_sample for who in Participation.objects.filter(event=event)
    )


def to_be_told(facts: EventFacts) -> set[str]:
    """The facts of the rows of which a communiqué has to speak."""
    rows = [*facts.items, *facts.statements, *facts.figures, *facts.documents, *facts.handovers]
    keys = {row.key for row in rows} | {category.key for category in facts.categories}
    return keys | {campaign.key() for campaign in facts.campaigns}


def text(facts: EventFacts, language: str) -> str:
    return "\n".join(sentence.text for sentence in compose(facts, language).sentences)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
