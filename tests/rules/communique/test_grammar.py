"""Grammar of the communiqué, table by table: what each language does to names, dates and numbers."""

import pytest

from chancery.rules.communique.azerbaijani import Azerbaijani
from chancery.rules.communique.english import English
from chancery.rules.communique.facts import Nature
from chancery.rules.communique.french import French
from chancery.rules.communique.proper import begins_with_a_name
from chancery.rules.communique.romanian import Romanian
from chancery.rules.communique.tongue import Claimed, Named, Quantity, Shown, Tongue, Where, Why
from chancery.rules.dates import PartialDate
from chancery.rules.languages.azerbaijani_cases import copula, in_place, of_several
from chancery.rules.languages.french_nouns import at, of, with_article
from chancery.rules.languages.romanian import genitive_of_office

EN, FR, RO, AZ = English(), French(), Romanian(), Azerbaijani()
DAY, MONTH, YEAR = map(PartialDate.parse, ("1992-02-26", "1992-02", "1992"))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Embassy of Azerbaijan", "the Embassy of Azerbaijan"),
        ("Heydar Aliyev Foundation", "the Heydar Aliyev Foundation"),
        ("Geopolitika", "Geopolitika"),
        ("The Marenta Times", "the Marenta Times"),
        ("City of Marenta", "the City of Marenta"),
        ("Radio Marenta", "Radio Marenta"),
    ],
)
def test_english_bodies_take_the_article_where_it_is_certain(name: str, written: str) -> None:
    """A name built on a common noun takes "the", a bare name does not."""
    assert EN.body(name) == written


@pytest.mark.parametrize(
    ("phrase", "article", "joined", "placed"),
    [
        (
            "Ambassade d’Azerbaïdjan",
            "l’Ambassade d’Azerbaïdjan",
            "de l’Ambassade d’Azerbaïdjan",
            "à l’Ambassade",
        ),
        ("Ministère des Eaux", "le Ministère des Eaux", "du Ministère des Eaux", "au Ministère"),
        ("Fondation Sample", "la Fondation Sample", "de la Fondation Sample", "à la Fondation"),
        ("Archives nationales", "les Archives nationales", "des Archives nationales", "aux Archives"),
        ("Hymne national", "l’Hymne national", "de l’Hymne national", "à l’Hymne"),
        ("inondation du port", "l’inondation du port", "de l’inondation du port", "à l’inondation"),
    ],
)
def test_french_elides_and_contracts(phrase: str, article: str, joined: str, placed: str) -> None:
    """The article, then `de` and `à` with it: de + le = du, à + les = aux."""
    assert with_article(phrase) == article
    assert of(article) == joined
    assert at(article).startswith(placed)


@pytest.mark.parametrize("phrase", ["Geopolitika", "Sample Quartet", "Silence", "Xocalı"])
def test_french_guesses_no_gender(phrase: str) -> None:
    """A noun whose gender is not certain gets no article, so that nobody guesses."""
    assert with_article(phrase) == ""


@pytest.mark.parametrize(
    ("name", "joined"),
    [("Ana Sample", "d’Ana Sample"), ("Élodie", "d’Élodie"), ("Hugo", "de Hugo"), ("Leyla", "de Leyla")],
)
def test_french_elides_before_names(name: str, joined: str) -> None:
    """`de` loses its vowel before one, not before an h that may be aspirated."""
    assert of(name) == joined


@pytest.mark.parametrize(
    ("tongue", "day", "month", "year"),
    [
        (EN, "on 26 February 1992", "in February 1992", "in 1992"),
        (FR, "le 26 février 1992", "en février 1992", "en 1992"),
        (RO, "pe 26 februarie 1992", "în februarie 1992", "în 1992"),
        (AZ, "26 fevral 1992-ci il tarixində", "1992-ci ilin fevralında", "1992-ci ildə"),
    ],
)
def test_dates_are_told_as_far_as_they_are_known(tongue: Tongue, day: str, month: str, year: str) -> None:
    """A day, a month or a year, each with its own preposition or case."""
    assert isinstance(tongue, English | French | Romanian | Azerbaijani)
    assert [tongue.on_day(known) for known in (DAY, MONTH, YEAR)] == [day, month, year]


def test_french_writes_the_first_of_a_month_as_an_ordinal() -> None:
    """1er mars, 2 mars."""
    assert FR.day(PartialDate.parse("2027-03-01")) == "1er mars 2027"
    assert FR.day(PartialDate.parse("2027-03-02")) == "2 mars 2027"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("tongue", "name", "number", "words"),
    [
        (EN, "Khojaly tragedy", 33, "33rd anniversary of the Khojaly tragedy"),
        (EN, "Victory Day", 50, "50th anniversary of Victory Day"),
        (FR, "Tragédie de Khodjaly", 33, "33e anniversaire de la tragédie de Khodjaly"),
        (FR, "Inondation du port de Marenta", 50, "50e anniversaire de l’inondation du port de Marenta"),
        (FR, "Fête nationale", 1, "1er anniversaire de la Fête nationale"),
        (FR, "Xyz", 2, "2e anniversaire consacré à «\u202fXyz\u202f»"),
        (RO, "Tragedia de la Khojaly", 33, "împlinirea a 33 de ani de la tragedia de la Khojaly"),
        (RO, "Ziua Victoriei", 19, "împlinirea a 19 ani de la Ziua Victoriei"),
        (RO, "Ziua Victoriei", 101, "împlinirea a 101 ani de la Ziua Victoriei"),
        (RO, "Ziua Victoriei", 120, "împlinirea a 120 de ani de la Ziua Victoriei"),
        (RO, "Ziua Victoriei", 1, "trecerea unui an de la Ziua Victoriei"),
        (AZ, "Xocalı faciəsi", 33, "Xocalı faciəsinin 33-cü ildönümü"),
        (AZ, "Göllər barışığı", 120, "Göllər barışığının 120-ci ildönümü"),
        (AZ, "BMT", 80, "«BMT» hadisəsinin 80-ci ildönümü"),
    ],
)
def test_r111_anniversaries_carry_their_ordinal(tongue: Tongue, name: str, number: int, words: str) -> None:
    """R111: the number of the anniversary with the name of the occasion in its case."""
    assert isinstance(tongue, English | French | Romanian | Azerbaijani)
    assert words in tongue.reason(Why(name, number))


@pytest.mark.parametrize(
    ("name", "placed"),
    [
        ("Buxarest", "Buxarestdə"),
        ("Bakı", "Bakıda"),
        ("Lissabon", "Lissabonda"),
        ("Böyük Konsert Zalı", "Böyük Konsert Zalında"),
        ("Şəhər Kitabxanası", "Şəhər Kitabxanasında"),
        ("Köhnə Mayak", "Köhnə Mayakda"),
        ("Köhnə Bakı", "«Köhnə Bakı» adlı məkanda"),
    ],
)
def test_azerbaijani_places_follow_the_harmony_of_vowels(name: str, placed: str) -> None:
    """-da or -də; a possessed noun takes -n- between; where that is not certain, another construction."""
    assert in_place(name) == placed


def test_azerbaijani_predicates_follow_their_last_vowel() -> None:
    """The plural and the copula take the vowels of the word."""
    assert [of_several(word) for word in ("edib", "oxuyub", "görülüb")] == [
        "ediblər",
        "oxuyublar",
        "görülüblər",
    ]
    assert [copula(word) for word in ("sülh", "dostluq", "barış", "3")] == [
        "sülhdür",
        "dostluqdur",
        "barışdır",
        "",
    ]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (Named("Ana Sample", gender="f"), "în numele doamnei Ana Sample"),
        (Named("Ion Model", "istoric", "m"), "în numele domnului Ion Model, istoric"),
        (Named("Kim Muster"), "în numele persoanei reprezentate, Kim Muster"),
        (Named("Ambasada Franței", nature=Nature.BODY), "în numele Ambasadei Franței"),
        (Named("Radio Sample", nature=Nature.BODY), "în numele instituției „Radio Sample”"),
        (Named("Președintele Republicii", nature=Nature.OFFICE), "în numele Președintelui Republicii"),
    ],
)
def test_romanian_puts_the_genitive_where_it_is_certain(who: Named, words: str) -> None:
    """Names stay as recorded: the genitive stands on a word of courtesy, a known noun, or a noun of ours."""
    assert RO.in_the_name_of(who) == words


def test_romanian_declines_only_offices_with_their_article() -> None:
    """An office without its article is not declined."""
    assert genitive_of_office("Ministrul Apelor") == "Ministrului Apelor"
    assert genitive_of_office("Ambasador al Franței") is None


@pytest.mark.parametrize(
    ("tongue", "gender", "titled", "alone"),
    [
        (EN, "", "Ambassador Sample", "the Ambassador"),
        (FR, "f", "l’ambassadrice Sample", "l’ambassadrice"),
        (FR, "m", "l’ambassadeur Sample", "l’ambassadeur"),
        (FR, "", "", ""),
        (RO, "m", "ambasadorul Sample", "ambasadorul"),
        (RO, "f", "doamna ambasador Sample", "doamna ambasador"),
        (RO, "", "", ""),
        (AZ, "", "səfir Sample", "səfir"),
    ],
)
def test_later_mentions_never_guess_a_gender(tongue: Tongue, gender: str, titled: str, alone: str) -> None:
    """R102: where a title needs a gender that is not known, the family name alone is used."""
    assert tongue.short_title("ambassador", "Sample", gender) == titled
    assert tongue.short_title("ambassador", "", gender) == alone


@pytest.mark.parametrize(
    ("tongue", "parts", "words"),
    [
        (EN, ["a", "b", "c"], "a, b and c"),
        (EN, ["Ana, historian", "Ion"], "Ana, historian, and Ion"),
        (EN, ["Ana, historian", "Ion", "Kim"], "Ana, historian; Ion; and Kim"),
        (EN, ["x", "y and z"], "x, and y and z"),
        (FR, ["a", "b et c"], "a, ainsi que b et c"),
        (FR, ["Ana, juge", "Ion", "Kim"], "Ana, juge\u202f; Ion\u202f; et Kim"),
        (RO, ["a", "b și c"], "a, precum și b și c"),
        (AZ, ["a", "b və c"], "a, eləcə də b və c"),
    ],
)
def test_series_stay_readable(tongue: Tongue, parts: list[str], words: str) -> None:
    """Members with a comma are parted by semicolons, members with "and" by another word."""
    assert tongue.series(parts) == words


@pytest.mark.parametrize(
    ("tongue", "quoted", "ended"),
    [
        (EN, "“Peace!”", "X said: “Peace.”"),
        (FR, "«\u202fPeace!\u202f»", "X said: «\u202fPeace.\u202f»"),
        (RO, "„Peace!”", "X said: „Peace.”"),
        (AZ, "«Peace!»", "X said: «Peace.»"),
    ],
)
def test_quotation_marks_are_those_of_the_language(tongue: Tongue, quoted: str, ended: str) -> None:
    """Marks that a text brings with it are replaced; a quoted sentence keeps its stop inside."""
    assert tongue.quoted("“Peace!”") == quoted
    assert tongue.finished(f"X said: {tongue.quotation('„Peace”')}") == ended
    assert tongue.finished(f"the campaign {quoted}").endswith(f"{quoted}.")


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        (EN, "given as about 1,200 by X, and as between 800 and 900 by Y"),
        (FR, "était d’environ 1\u202f200 selon X et d’entre 800 et 900 selon Y"),
        (RO, "a fost de circa 1.200 (după X), respectiv de între 800 și 900 (după Y)"),
        (AZ, "X tərəfindən təxminən 1.200 nəfər, Y tərəfindən 800–900 nəfər olaraq göstərilib"),
    ],
)
def test_figures_always_name_their_claimant(tongue: Tongue, words: str) -> None:
    """Two counts stand side by side, each with whoever gives it; none is averaged."""
    claims = [Claimed(Quantity(1200, None, "estimate"), "X"), Claimed(Quantity(800, 900), "Y")]

    assert words in tongue.figure("attendance", "", claims)


@pytest.mark.parametrize(
    ("tongue", "film", "exhibition"),
    [
        (EN, "a video about the sea was shown", "an exhibition: sea of stones"),
        (FR, "un film a été projeté\u00a0: video about the sea", "une exposition\u00a0: sea of stones"),
        (RO, "a fost proiectat un film: video about the sea", "o expoziție: sea of stones"),
        (AZ, "video about the sea nümayiş etdirilib", "«sea of stones» mövzulu sərgi ilə"),
    ],
)
def test_descriptions_take_an_article_only_where_it_is_certain(
    tongue: Tongue, film: str, exhibition: str
) -> None:
    """An unknown noun stands after a colon, so that no gender is guessed."""
    assert tongue.film(Shown(about="video about the sea")) == film
    assert exhibition in tongue.exhibition(Shown(about="sea of stones"))


def test_places_are_joined_to_their_town() -> None:
    """The house and the town, in the construction of each language."""
    where = Where("Grande Salle", "Marenta")

    assert EN.at(Where("Great Hall", "Marenta")) == "at the Great Hall in Marenta"
    assert FR.at(where) == "à la Grande Salle, à Marenta"
    assert FR.at(Where("Ateneul", "Le Caire")) == "au Caire (Ateneul)"
    assert RO.at(Where("Sala Mare", "Marenta")) == "la Sala Mare din Marenta"
    assert AZ.at(Where("Böyük Zal", "Marenta")) == "Marentada, Böyük Zalda"


@pytest.mark.parametrize(
    ("text", "language", "is_name"),
    [
        ("Romanian diplomats", "en", True),
        ("Members of the community", "en", False),
        ("EU officials", "en", True),
        ("Historiens", "fr", False),
        ("Rumıniyada akkreditə olunmuş", "az", True),
        ("Tarixçilər", "az", False),
        ("Istorici", "ro", False),
        ("19 pupils", "en", True),
    ],
)
def test_labels_keep_the_capital_of_a_name(text: str, language: str, is_name: bool) -> None:
    """Names of states and languages and abbreviations stay large inside a sentence."""
    assert begins_with_a_name(text, language) is is_name
