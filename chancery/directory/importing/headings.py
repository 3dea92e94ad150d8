"""How the columns of a list are headed in English, French, Romanian, Azerbaijani and Russian."""

# One field a block: its key, then the headings, parted by bars.
HEADINGS: dict[str, str] = {
    "name": (
        "name|full name|guest|person|nom complet|nom et prénom|nume complet|nume și prenume|numele|"
        "ad soyad|tam adı|adı soyadı|фио|полное имя|имя и фамилия"
    ),
    "given": "first name|given name|forename|prénom|prenume|ad|adı|имя",
    "family": (
        "last name|family name|surname|nom|nom de famille|nume|nume de familie|soyad|soyadı|familiya|фамилия"
    ),
    "other_name": (
        "name in another script|native name|name in cyrillic|name in arabic|original name|local name|"
        "nom en autre écriture|nom original|nume în altă grafie|nume original|başqa əlifba ilə ad|"
        "имя латиницей|имя на другом языке|name (ru)|name (az)|name (ar)|имя по-русски"
    ),
    "honorific": (
        "honorific|title of courtesy|salutation|prefix|mr/ms|civilité|titre de civilité|apelativ|"
        "titulatură|müraciət|обращение|титул"
    ),
    "gender": "gender|sex|genre|sexe|gen|cins|cinsi|пол",
    "office": (
        "office|title|position|function|job title|post|fonction|titre|poste|qualité|funcție|funcția|"
        "titlu|vəzifə|vəzifəsi|должность"
    ),
    "office_class": "class|office class|rank|class of office|category|classe|rang|clasă|dərəcə|класс|ранг",
    "body": (
        "body|organisation|organization|institution|company|mission|embassy|employer|affiliation|"
        "organisme|organisation|société|ambassade|instituție|instituția|organizație|ambasadă|"
        "təşkilat|qurum|səfirlik|организация|учреждение|посольство"
    ),
    "state": "state|country|nation|état|pays|stat|țară|țara|dövlət|ölkə|государство|страна",
    "from": (
        "from|since|in office since|start|appointed|date of appointment|depuis|nommé le|"
        "en poste depuis|din|de la|în funcție din|numit la|tarixdən|başlanğıc|təyin olunub|с|"
        "назначен|дата назначения"
    ),
    "credentials": (
        "credentials|presentation of credentials|credentials date|credentials presented|"
        "lettres de créance|remise des lettres de créance|scrisori de acreditare|"
        "data prezentării scrisorilor de acreditare|etimadnamə|etimadnamənin təqdimi|"
        "верительные грамоты|дата вручения верительных грамот"
    ),
    "email": (
        "e-mail|email|mail|e-mail address|adresse électronique|courriel|adresă de e-mail|"
        "elektron poçt|e-poçt|электронная почта|эл. почта"
    ),
    "phone": "phone|telephone|tel|phone number|téléphone|telefon|telefon nömrəsi|телефон",
    "mobile": (
        "mobile|cell|mobile phone|portable|mobil|telefon mobil|mobil telefon|мобильный|мобильный телефон"
    ),
    "address": "address|postal address|street|adresse|adresse postale|adresă|adresa|ünvan|адрес",
    "language": "language|languages|langue|langues|limbă|limba|dil|dili|язык",
    "note": (
        "note|notes|remark|remarks|comment|comments|remarque|observations|observații|mențiuni|qeyd|"
        "qeydlər|примечание|комментарий"
    ),
    "group": "group|groups|list|groupe|grup|grupă|qrup|группа",
    "assistant": (
        "assistant|secretary|assistant name|contact person|assistante|secrétaire|asistent|secretară|"
        "persoană de contact|köməkçi|katib|помощник|секретарь|ассистент"
    ),
    "assistant_phone": (
        "assistant phone|assistant telephone|secretary phone|téléphone de l'assistant|"
        "téléphone du secrétariat|telefon asistent|telefon secretariat|köməkçinin telefonu|"
        "телефон помощника"
    ),
    "spouse": (
        "spouse|wife|husband|partner|conjoint|épouse|époux|soț|soție|soț/soție|həyat yoldaşı|супруг|"
        "супруга|супруг(а)"
    ),
}
