"""
The fixed words around a communiqué, in the languages it is written in.

What stands in the text itself comes from the record; here is only what a sheet of the press says of itself
(R100, R101). An embargo is put as a request.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Words and sentences in one language; `{named}` places are filled by `str.format`."""

    kind: str
    draft: str
    immediate: str
    embargo: str
    embargo_mark: str
    correction_mark: str
    about: str
    contact: str
    corrected: str
    is_corrected: str
    newer: str
    was_withdrawn: str
    withdrawn_mark: str
    version: str
    download: str
    versions: str
    all_of_them: str
    none_yet: str
    feed: str
    online: str
    unsubscribe: str


ENGLISH = ReleaseWords(
    kind="Press release",
    draft="Draft – not released",
    immediate="For immediate release",
    embargo="Embargo: please do not publish before {moment}",
    embargo_mark="Embargo",
    correction_mark="Correction",
    about="About the organiser",
    contact="Contact for the press",
    corrected="Corrected on {day}: {what}",
    is_corrected="This version was corrected on {day}: {what}",
    newer="Read the corrected version",
    was_withdrawn="This communiqué was withdrawn on {day}. Reason given: {why}",
    withdrawn_mark="Withdrawn",
    version="Version {number}, {moment}",
    download="To download",
    versions="Versions",
    all_of_them="All communiqués",
    none_yet="No communiqué has been released in this language.",
    feed="News feed",
    online="On the web: {address}",
    unsubscribe="You receive this message because your address is on a media list of {house}. "
    "To receive no more of them, answer with the word “unsubscribe”.",
)
FRENCH = ReleaseWords(
    kind="Communiqué de presse",
    draft="Projet – non diffusé",
    immediate="Pour diffusion immédiate",
    embargo="Embargo : merci de ne rien publier avant cette date, {moment}",
    embargo_mark="Embargo",
    correction_mark="Rectificatif",
    about="À propos de l’organisateur",
    contact="Contact presse",
    corrected="Rectifié le {day} : {what}",
    is_corrected="Cette version a été rectifiée le {day} : {what}",
    newer="Lire la version rectifiée",
    was_withdrawn="Ce communiqué a été retiré le {day}. Motif indiqué : {why}",
    withdrawn_mark="Retiré",
    version="Version {number}, {moment}",
    download="À télécharger",
    versions="Versions",
    all_of_them="Tous les communiqués",
    none_yet="Aucun communiqué n’a été diffusé dans cette langue.",
    feed="Fil d’actualité",
    online="En ligne : {address}",
    unsubscribe="Vous recevez ce message parce que votre adresse figure sur une liste de presse de "
    "l’organisateur suivant : {house}. Pour ne plus en recevoir, répondez avec le mot « unsubscribe ».",
)
ROMANIAN = ReleaseWords(
    kind="Comunicat de presă",
    draft="Proiect – nepublicat",
    immediate="Pentru publicare imediată",
    embargo="Embargo: vă rugăm să nu publicați înainte de {moment}",
    embargo_mark="Embargo",
    correction_mark="Rectificare",
    about="Despre organizator",
    contact="Contact pentru presă",
    corrected="Rectificat la {day}: {what}",
    is_corrected="Această versiune a fost rectificată la {day}: {what}",
    newer="Citiți versiunea rectificată",
    was_withdrawn="Acest comunicat a fost retras la {day}. Motivul indicat: {why}",
    withdrawn_mark="Retras",
    version="Versiunea {number}, {moment}",
    download="De descărcat",
    versions="Versiuni",
    all_of_them="Toate comunicatele",
    none_yet="Niciun comunicat nu a fost publicat în această limbă.",
    feed="Flux de știri",
    online="Pe internet: {address}",
    unsubscribe="Primiți acest mesaj deoarece adresa dumneavoastră se află pe o listă de presă a "
    "organizatorului: {house}. Pentru a nu mai primi astfel de mesaje, răspundeți cu cuvântul „unsubscribe”.",
)
AZERBAIJANI = ReleaseWords(
    kind="Mətbuat üçün məlumat",
    draft="Layihə – dərc edilməyib",
    immediate="Dərhal dərc oluna bilər",
    embargo="Embarqo: xahiş edirik, bu vaxtdan əvvəl dərc etməyin – {moment}",
    embargo_mark="Embarqo",
    correction_mark="Düzəliş",
    about="Təşkilatçı haqqında",
    contact="Mətbuat üçün əlaqə",
    corrected="Düzəliş tarixi {day}: {what}",
    is_corrected="Bu mətnə düzəliş edilib, tarix {day}: {what}",
    newer="Düzəliş edilmiş mətni oxuyun",
    was_withdrawn="Bu məlumat geri götürülüb, tarix {day}. Göstərilən səbəb: {why}",
    withdrawn_mark="Geri götürülüb",
    version="{number} nömrəli nəşr, {moment}",
    download="Yükləmək üçün",
    versions="Nəşrlər",
    all_of_them="Bütün məlumatlar",
    none_yet="Bu dildə məlumat dərc edilməyib.",
    feed="Xəbər lenti",
    online="İnternetdə: {address}",
    unsubscribe="Bu məktubu ona görə alırsınız ki, ünvanınız təşkilatçının ({house}) mətbuat siyahısındadır. "
    "Daha almaq istəmirsinizsə, “unsubscribe” sözü ilə cavab yazın.",
)
WORDS = {"en": ENGLISH, "fr": FRENCH, "ro": ROMANIAN, "az": AZERBAIJANI}


def words_in(language: str) -> ReleaseWords:
    """Return the words of a language, by its base where it has a region; English where there are none."""
    return WORDS.get(language.split("-")[0], ENGLISH)
