"""How the names of states stand after a title, in the languages of cards (R86)."""

import pytest
from babel import Locale

from chancery.rules.languages import arabic, azerbaijani, english, french, romanian

# The members of the United Nations and the others that send or receive missions, by ISO code.
CODES = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH "
    "CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN "
    "GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC "
    "LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP "
    "NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST "
    "SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW EU"
)


def test_every_state_of_cldr_is_joined_in_french() -> None:
    """R86: no name that CLDR gives a state is left without its French article."""
    names = Locale("fr").territories
    joints = ("de ", "du ", "des ", "d’")

    assert [
        code for code in CODES.split() if not (french.de_state(names[code]) or "").startswith(joints)
    ] == []


def test_every_state_of_cldr_is_declined_in_azerbaijani() -> None:
    """R86: every name that CLDR gives a state takes a genitive by harmony."""
    names = Locale("az").territories
    suffixes = ("ın", "in", "un", "ün")

    assert [
        code for code in CODES.split() if not (azerbaijani.genitive(names[code]) or "").endswith(suffixes)
    ] == []


def test_three_states_of_four_are_declined_in_romanian() -> None:
    """R86: names that are not declined stay a minority, and their number does not grow unseen."""
    names = Locale("ro").territories
    undeclined = [code for code in CODES.split() if romanian.genitive_of_state(names[code]) is None]

    assert len(undeclined) == 50


@pytest.mark.parametrize(
    ("state", "joined"),
    [
        ("France", "France"),
        ("Netherlands", "the Netherlands"),
        ("United Kingdom", "the United Kingdom"),
        ("United Arab Emirates", "the United Arab Emirates"),
        ("Kingdom of Spain", "the Kingdom of Spain"),
        ("Republic of Azerbaijan", "the Republic of Azerbaijan"),
        ("Dominican Republic", "the Dominican Republic"),
        ("Marshall Islands", "the Marshall Islands"),
        ("Holy See", "the Holy See"),
        ("The Gambia", "the Gambia"),
        ("Republika Srpska", "Republika Srpska"),
        ("Romania", "Romania"),
    ],
)
def test_english_article_stands_before_common_nouns(state: str, joined: str) -> None:
    """R86: only names that are plural or built on a common noun take the article."""
    assert english.with_article(state) == joined


@pytest.mark.parametrize(
    ("state", "joined"),
    [
        # feminine, without article
        ("France", "de France"),
        ("Roumanie", "de Roumanie"),
        ("Chine", "de Chine"),
        ("Corée du Sud", "de Corée du Sud"),
        ("Guinée-Bissau", "de Guinée-Bissau"),
        # elision, of either gender
        ("Azerbaïdjan", "d’Azerbaïdjan"),
        ("Italie", "d’Italie"),
        ("Égypte", "d’Égypte"),
        ("Israël", "d’Israël"),
        ("Haïti", "d’Haïti"),
        # an h that is not mute, and the consonant y
        ("Hongrie", "de Hongrie"),
        ("Honduras", "du Honduras"),
        ("Yémen", "du Yémen"),
        # masculine
        ("Portugal", "du Portugal"),
        ("Mexique", "du Mexique"),
        ("Royaume-Uni", "du Royaume-Uni"),
        # plural
        ("Pays-Bas", "des Pays-Bas"),
        ("États-Unis", "des États-Unis"),
        ("Émirats arabes unis", "des Émirats arabes unis"),
        # never an article
        ("Cuba", "de Cuba"),
        ("Chypre", "de Chypre"),
        ("Oman", "d’Oman"),
        ("Monaco", "de Monaco"),
        # always one
        ("Inde", "de l’Inde"),
        ("Barbade", "de la Barbade"),
        # long names follow their first noun
        ("République d’Azerbaïdjan", "de la République d’Azerbaïdjan"),
        ("Royaume du Maroc", "du Royaume du Maroc"),
        ("État d’Israël", "de l’État d’Israël"),
        ("Saint-Siège", "du Saint-Siège"),
    ],
)
def test_french_joins_a_state_by_its_article(state: str, joined: str) -> None:
    """R86: "Ambassadeur de France", "d’Azerbaïdjan", "du Portugal", "des Pays-Bas"."""
    assert french.de_state(state) == joined


def test_french_does_not_guess_the_article_of_an_unknown_name() -> None:
    """R86: a name that is neither in CLDR nor built on a known noun has no article by rule."""
    assert french.de_state("Ruritanie") is None


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        ("le Ministère des Affaires étrangères", "au Ministère des Affaires étrangères"),
        ("Le Protocole", "au Protocole"),
        ("les Nations Unies", "aux Nations Unies"),
        ("l’Ambassade de France", "à l’Ambassade de France"),
        ("La Mission permanente", "à la Mission permanente"),
        ("Monaco", "à Monaco"),
    ],
)
def test_french_contracts_the_article_of_a_body(body: str, joined: str) -> None:
    """R85: a note is addressed "au Ministère" and "à l’Ambassade"."""
    assert french.a_body(body) == joined


@pytest.mark.parametrize(
    ("state", "genitive"),
    [
        ("Franța", "Franței"),
        ("Germania", "Germaniei"),
        ("Cuba", "Cubei"),
        ("Danemarca", "Danemarcei"),
        ("Israel", "Israelului"),
        ("Azerbaidjan", "Azerbaidjanului"),
        ("Uruguay", "Uruguayului"),
        ("Africa de Sud", "Africii de Sud"),
        ("Noua Zeelandă", "Noii Zeelande"),
        ("Țările de Jos", "Țărilor de Jos"),
        ("Statele Unite ale Americii", "Statelor Unite ale Americii"),
        ("Regatul Unit", "Regatului Unit"),
        ("Republica Moldova", "Republicii Moldova"),
        ("Republica Franceză", "Republicii Franceze"),
        ("Republica Italiană", "Republicii Italiene"),
        ("Republica Coreeană", "Republicii Coreene"),
        ("Republica Centrafricană", "Republicii Centrafricane"),
        ("Republica Islamică Iran", "Republicii Islamice Iran"),
        ("Federația Rusă", "Federației Ruse"),
        ("Sfântul Scaun", "Sfântului Scaun"),
    ],
)
def test_romanian_declines_a_state(state: str, genitive: str) -> None:
    """R86: "Ambasadorul Franței", "Ambasadorul Republicii Franceze"."""
    assert romanian.genitive_of_state(state) == genitive


@pytest.mark.parametrize(
    "state", ["Peru", "Chile", "Singapore", "Costa Rica", "Côte d’Ivoire", "Panama", "Ruritania"]
)
def test_romanian_does_not_decline_what_it_does_not_know(state: str) -> None:
    """R86: a name without a safe genitive has none by rule."""
    assert romanian.genitive_of_state(state) is None


@pytest.mark.parametrize(
    ("noun", "genitive"),
    [
        ("Fransa", "Fransanın"),
        ("Türkiyə", "Türkiyənin"),
        ("Monako", "Monakonun"),
        ("Azərbaycan", "Azərbaycanın"),
        ("Çin", "Çinin"),
        ("Belarus", "Belarusun"),
        ("Azərbaycan Respublikası", "Azərbaycan Respublikasının"),
        ("Birləşmiş Krallıq", "Birləşmiş Krallığın"),
        ("Avropa Birliyi", "Avropa Birliyinin"),
        ("İraq", "İraqın"),
        ("İran İslam Respublikası", "İran İslam Respublikasının"),
    ],
)
def test_azerbaijani_genitive_follows_the_last_vowel(noun: str, genitive: str) -> None:
    """R86: "Fransanın səfiri"; the vowel of the suffix follows the last vowel of the name."""
    assert azerbaijani.genitive(noun) == genitive


@pytest.mark.parametrize("noun", ["ABŞ", "BMT", "", "Birma (Myanma)", "Brr"])
def test_azerbaijani_declines_no_abbreviation(noun: str) -> None:
    """R86: the ending of an abbreviation is spoken and not in its letters."""
    assert azerbaijani.genitive(noun) is None


@pytest.mark.parametrize(
    ("text", "capitalised", "lowered"),
    [("işlər", "İşlər", "işlər"), ("ıldırım", "Ildırım", "ıldırım"), ("İRAN", "İRAN", "iran"), ("", "", "")],
)
def test_azerbaijani_keeps_its_two_letters_i_apart(text: str, capitalised: str, lowered: str) -> None:
    """R86: i becomes İ and ı becomes I, which no other language does."""
    assert azerbaijani.capitalised(text) == capitalised
    assert azerbaijani.lowered(text) == lowered


@pytest.mark.parametrize(
    ("noun", "belonging"),
    [
        ("فرنسا", "لفرنسا"),
        ("المغرب", "للمغرب"),
        ("لبنان", "للبنان"),
        ("الولايات المتحدة", "للولايات المتحدة"),
    ],
)
def test_arabic_writes_belonging_onto_the_noun(noun: str, belonging: str) -> None:
    """R86: the article loses its alif after "li"."""
    assert arabic.belonging_to(noun) == belonging


@pytest.mark.parametrize(
    ("body", "dative"),
    [
        ("Ministerul Afacerilor Externe", "Ministerului Afacerilor Externe"),
        ("Ambasada Republicii Azerbaidjan", "Ambasadei Republicii Azerbaidjan"),
        ("Misiunea Permanentă a României", "Misiunii Permanente a României"),
        ("Direcția Protocol", None),
    ],
)
def test_romanian_dative_of_a_body_follows_its_first_noun(body: str, dative: str | None) -> None:
    """R85: only known first nouns are declined."""
    assert romanian.dative_of_body(body) == dative


def test_azerbaijani_bodies_are_declined_only_where_possessed() -> None:
    """R85: "Nazirliyinə" and "Nazirliyini" are the verified forms; other nouns are left alone."""
    assert azerbaijani.dative_of_body("Xarici İşlər Nazirliyi") == "Xarici İşlər Nazirliyinə"
    assert azerbaijani.accusative_of_body("Xarici İşlər Nazirliyi") == "Xarici İşlər Nazirliyini"
    assert azerbaijani.dative_of_body("Səfirlik") is None
    assert azerbaijani.accusative_of_body("Səfirlik") is None
