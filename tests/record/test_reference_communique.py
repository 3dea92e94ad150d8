"""The communiqué of the reference event states every fact of its report in four languages, nothing else."""

import re
from dataclasses import dataclass
from typing import Any

import pytest

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.record.queries.facts import facts_of, stated_facts
from chancery.rules.communique import LANGUAGES, Composition, EventFacts, compose
from tests import make


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the report: its kind, the key it stands under, and words that say it in four languages."""

    kind: str
    key: str
    words: tuple[str, str, str, str]


FACTS = (
    Fact(
        "who",
        "involvement:organiser:embassy-of-azerbaijan-bucharest",
        (
            "Embassy of Azerbaijan",
            "Ambassade d’Azerbaïdjan",
            "Ambasada Azerbaidjanului",
            "Azərbaycan Səfirliyi",
        ),
    ),
    Fact(
        "what",
        "event:bucharest-2025:kind",
        ("commemorative event", "événement commémoratif", "eveniment comemorativ", "anım tədbiri"),
    ),
    Fact("where", "place:bucharest", ("in Bucharest", "à Bucarest", "la București", "Buxarestdə")),
    Fact(
        "why",
        "occasion:khojaly-1992",
        ("the Khojaly tragedy", "la tragédie de Khodjaly", "tragedia de la Khojaly", "Xocalı faciəsinin"),
    ),
    Fact(
        "ordinal (R111)",
        "occasion:khojaly-1992:number",
        ("33rd anniversary", "33e anniversaire", "33 de ani", "33-cü ildönümü"),
    ),
    Fact(
        "date of history",
        "occasion:khojaly-1992:date",
        ("26 February 1992", "26 février 1992", "26 februarie 1992", "26 fevral 1992-ci il"),
    ),
    Fact(
        "present",
        "category:ambassadors",
        (
            "ambassadors of foreign countries",
            "ambassadeurs de pays étrangers",
            "ambasadori ai statelor străine",
            "xarici ölkələrin səfirləri",
        ),
    ),
    Fact(
        "present",
        "category:mission-staff",
        (
            "staff of diplomatic missions accredited in Romania",
            "personnel des missions diplomatiques accréditées en Roumanie",
            "personal al misiunilor diplomatice acreditate în România",
            "Rumıniyada akkreditə olunmuş diplomatik nümayəndəliklərin əməkdaşları",
        ),
    ),
    Fact("present", "category:historians", ("historians", "historiens", "istorici", "tarixçilər")),
    Fact(
        "present",
        "category:public-figures",
        (
            "political and public figures",
            "personnalités politiques et publiques",
            "personalități politice și publice",
            "siyasi və ictimai xadimlər",
        ),
    ),
    Fact(
        "present",
        "category:community",
        (
            "members of the Azerbaijani community in Romania",
            "membres de la communauté azerbaïdjanaise de Roumanie",
            "membri ai comunității azere din România",
            "Rumıniyadakı Azərbaycan icmasının üzvləri",
        ),
    ),
    Fact(
        "first",
        "item:anthem",
        (
            "First, the State Anthem of the Republic of Azerbaijan was played",
            "Tout d’abord, l’Hymne national de la République d’Azerbaïdjan a été joué",
            "La început, a fost intonat Imnul de Stat al Republicii Azerbaidjan",
            "Əvvəlcə Azərbaycan Respublikasının Dövlət Himni səsləndirilib",
        ),
    ),
    Fact(
        "speaker",
        "item:opening-speech",
        ("opening speech", "discours d’ouverture", "cuvântul de deschidere", "açılış nitqi"),
    ),
    Fact("speaker", "participation:osmanov-speaker", ("Qudsi Osmanov",) * 4),
    Fact(
        "capacity",
        "participation:osmanov-speaker:capacity",
        ("Ambassador of Azerbaijan", "Ambassadeur d’Azerbaïdjan", "Ambasador al Azerbaidjanului", "səfiri"),
    ),
    Fact("said", "statement:osmanov-events", ("causes", "causes", "cauzele", "səbəbləri")),
    Fact(
        "said",
        "statement:osmanov-crime",
        (
            "a crime against all of humanity",
            "crime contre l’humanité",
            "o crimă împotriva întregii umanități",
            "bütün bəşəriyyətə qarşı cinayət",
        ),
    ),
    Fact("said", "statement:osmanov-campaign", ("highlighted", "mis en lumière", "evidențiat", "qeyd edib")),
    Fact(
        "said",
        "statement:osmanov-reconstruction",
        ("Karabakh region", "région du Karabakh", "regiunea Karabah", "Qarabağ bölgəsində"),
    ),
    Fact("said", "statement:osmanov-residents", ("in peace", "en paix", "în pace", "sülh içində")),
    Fact(
        "said",
        "statement:osmanov-stability",
        ("South Caucasus", "Caucase du Sud", "Caucazul de Sud", "Cənubi Qafqazda"),
    ),
    Fact(
        "speaker",
        "participation:simileanu-speaker",
        ("Vasili Simileanu", "Vasili Simileanu", "Vasile Simileanu", "Vasili Simileanu"),
    ),
    Fact(
        "capacity",
        "participation:simileanu-speaker:capacity",
        ("founder, director", "fondateur, directeur", "fondator, director", "təsisçisi, direktoru"),
    ),
    Fact("said", "statement:simileanu-condemnation", ("condemned", "condamnée", "condamnată", "pislənməli")),
    Fact("said", "statement:simileanu-shame", ("shame", "honte", "rușine", "utanc")),
    Fact(
        "said",
        "statement:simileanu-responsibility",
        ("held accountable", "rendre des comptes", "trași la răspundere", "məsuliyyətə cəlb"),
    ),
    Fact("film", "item:video", ("a video", "une vidéo", "un film", "videoçarx")),
    Fact("exhibition", "item:exhibition", ("an exhibition", "une exposition", "o expoziție", "sərgi")),
    Fact(
        "campaign",
        "campaign:justice-for-khojaly",
        (
            "“Justice for Khojaly!”",
            "«\u202fJustice for Khojaly!\u202f»",
            "„Justice for Khojaly!”",
            "«Xocalıya ədalət!»",
        ),
    ),
    Fact(
        "campaign",
        "campaign:justice-for-khojaly:beginning",
        ("in 2008", "en 2008", "în 2008", "2008-ci ildə"),
    ),
    Fact(
        "campaign",
        "campaign:justice-for-khojaly:initiator",
        ("Leyla Aliyeva", "Leyla Aliyeva", "Leyla Aliyeva", "Leyla Əliyeva"),
    ),
    Fact(
        "campaign",
        "campaign:justice-for-khojaly:capacity",
        (
            "Vice President of the Heydar Aliyev Foundation",
            "vice-présidente de la Fondation Heydar Aliyev",
            "vicepreședinta Fundației Heydar Aliyev",
            "Heydər Əliyev Fondunun vitse-prezidenti",
        ),
    ),
    Fact(
        "campaign",
        "campaign:justice-for-khojaly:aims",
        (
            "international recognition and global awareness",
            "reconnaissance internationale et la sensibilisation mondiale",
            "recunoașterea internațională și conștientizarea",
            "beynəlxalq tanınma və qlobal məlumatlılıq",
        ),
    ),
)
# Facts in which the others are wrapped: how an item is called, what hangs on it, and where it stands.
WRAPPING = re.compile(
    r"item:(anthem|opening-speech|remarks|video|exhibition)(:(order|title|contribution:.*|performance:.*))?"
    r"|(film|exhibition):.*"
)
NUMBERS = {"33", "26", "1992", "2008"}


@pytest.fixture
def facts(db: Any) -> EventFacts:
    office = make.organiser("azerbaijan-bucharest", state="AZ", host_state="RO")
    return facts_of(load_event(REFERENCE / "bucharest-2025", organiser=office, by=Actor(office.pk)).event)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_of_the_report_is_stated(
    facts: EventFacts, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    composed = compose(facts, language)

    missing = [fact for fact in FACTS if not is_stated(fact, composed, language)]

    print(table(composed, language))  # noqa: T201  # the comparison, fact by fact, is what this test is read for
    assert missing == []
    assert composed.missing == ()
    assert capsys.readouterr().out.count("stated") == len(FACTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_stated(facts: EventFacts, language: str) -> None:
    listed = {fact.key for fact in FACTS}

    for sentence in compose(facts, language).sentences:
        others = {key for key in sentence.rests_on if not WRAPPING.fullmatch(key)} - listed
        assert others == set(), sentence.text
        assert set(re.findall(r"\d+", re.sub(r"33e\b", "33", sentence.text))) <= NUMBERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_capacity_is_one_of_the_record(facts: EventFacts, language: str) -> None:
    """Words with a capital inside a sentence stand in the record itself."""
    held = " ".join(fact.words for fact in stated_facts(facts).values())
    held += " ".join(str(fact.value) for fact in stated_facts(facts).values())

    for sentence in compose(facts, language).sentences:
        inside = re.findall(r"(?<=[a-zəıöüçşğăâîșțéè,»”] )[A-ZƏİÖÜÇŞĞȘȚÎÉ][\w-]+", sentence.text)
        unknown = {word for word in inside if word not in held and word not in {"Ambassador"}}
        assert {word for word in unknown if not stem_in(word, held)} == set(), sentence.text


def test_who_was_only_mentioned_is_not_among_those_present(facts: EventFacts) -> None:
    for language in LANGUAGES:
        present = [each for each in compose(facts, language).sentences if each.part == "attendance"]
        assert present
        assert not any("Ali" in each.text or "Əli" in each.text for each in present)


def test_the_day_of_the_sample_plan_is_not_stated(facts: EventFacts) -> None:
    for language in LANGUAGES:
        assert not any("2025" in each.text for each in compose(facts, language).sentences)


def is_stated(fact: Fact, composed: Composition, language: str) -> bool:
    """Whether a sentence that rests on the fact says its words."""
    words = fact.words[LANGUAGES.index(language)].lower()
    return any(fact.key in each.rests_on and words in each.text.lower() for each in composed.sentences)


def table(composed: Composition, language: str) -> str:
    """The facts with whether each is stated, one a line."""
    lines = []
    for fact in FACTS:
        verdict = "stated" if is_stated(fact, composed, language) else "MISSING"
        lines.append(f"{language} {verdict:8} {fact.kind:16} {fact.key}")
    return "\n".join(lines)


def stem_in(word: str, held: str) -> bool:
    """Whether a word stands in the record in another case."""
    return word[: max(4, len(word) - 5)] in held
