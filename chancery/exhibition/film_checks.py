"""What is known of a film before it is shown, as a list of marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed
from chancery.exhibition.film_files import FilmFile, Playing, playing
from chancery.exhibition.models import CLEARED, Film, FilmCheck, Rights
from chancery.rules.subtitles import SECOND, clock_words

NEARLY_SECONDS = 3
"""So much a length may differ from what is written before it is said."""


@dataclass(frozen=True, slots=True)
class Check:
    """One mark with its sentence."""

    words: str
    tone: Tone = Tone.GOOD

    @property
    def shape(self) -> Shape:
        """The shape that says the same as the colour."""
        shapes = {Tone.GOOD: Shape.YES, Tone.CAREFUL: Shape.CAREFUL, Tone.WRONG: Shape.NO}
        return shapes.get(self.tone, Shape.OPEN)


def check_of(film: Film) -> FilmCheck | None:
    """What was found of the file that the film has now."""
    found: FilmCheck | None = getattr(film, "file_check", None)
    return found if found is not None and found.file_id == film.file_id else None


def checks_of(film: Film) -> list[Check]:
    """The marks of a film in the order in which they matter; its file, check and subtitles are loaded."""
    return [*_of_file(film), *_of_subtitles(film), _of_rights(film)]


def _of_file(film: Film) -> Iterator[Check]:
    check = check_of(film)
    if film.file is None:
        yield Check(_("There is no file of this film yet."), Tone.WRONG)
    elif check is None:
        yield Check(_("The file is there, but nobody has looked into it."), Tone.CAREFUL)
    elif not check.video_codec and not check.audio_codec:
        yield Check(_("The file is damaged or not whole; bring it again."), Tone.WRONG)
    else:
        yield _length(film, check)
        yield _codecs(check)
        yield _sound(check)
        yield _browser(check)


def _length(film: Film, check: FilmCheck) -> Check:
    if check.seconds is None:
        return Check(_("The file does not tell how long it is."), Tone.CAREFUL)
    lasts = {"length": _clock(check.seconds)}
    if film.duration_seconds is None:
        return Check(
            _("The file lasts %(length)s; the length of the film is not written down.") % lasts, Tone.CAREFUL
        )
    if abs(check.seconds - film.duration_seconds) > NEARLY_SECONDS:
        lasts["written"] = _clock(film.duration_seconds)
        return Check(_("The file lasts %(length)s, written down is %(written)s.") % lasts, Tone.CAREFUL)
    return Check(_("The file is there and lasts %(length)s, as it is written down.") % lasts)


def _codecs(check: FilmCheck) -> Check:
    codecs = listed(word for word in (check.container, check.video_codec, check.audio_codec) if word)
    found = FilmFile(check.container, check.video_codec, check.audio_codec)
    match playing(found):
        case Playing.EVERYWHERE:
            return Check(_("Every browser plays it (%(codecs)s).") % {"codecs": codecs})
        case Playing.SOMEWHERE:
            words = _("Only some browsers play it (%(codecs)s); try it on the machine of the hall.")
            return Check(words % {"codecs": codecs}, Tone.CAREFUL)
        case _other if found.is_sound:
            words = _("Browsers do not play it (%(codecs)s); save it as MP3.")
            return Check(words % {"codecs": codecs}, Tone.WRONG)
        case _other:
            words = _("Browsers do not play it (%(codecs)s); save it as MP4 with H.264 and AAC.")
            return Check(words % {"codecs": codecs}, Tone.WRONG)


def is_sound(film: Film) -> bool:
    """Whether the file of a film is known to be sound alone: an anthem, music."""
    check = check_of(film)
    return check is not None and bool(check.audio_codec) and not check.video_codec


def _sound(check: FilmCheck) -> Check:
    if check.audio_codec and not check.video_codec:
        return Check(_("It is sound alone; the screen shows its title meanwhile."))
    if check.audio_codec:
        return Check(_("It has sound."))
    return Check(_("It has no sound."), Tone.CAREFUL)


def _browser(check: FilmCheck) -> Check:
    if check.is_played is None:
        return Check(_("No browser has tried it yet."), Tone.PLAIN)
    if not check.is_played:
        words = _("%(browser)s could not play it: %(failure)s.")
        return Check(words % {"browser": check.browser, "failure": check.failure}, Tone.WRONG)
    if check.has_sound is False and check.audio_codec:
        return Check(
            _("%(browser)s played it, but without its sound.") % {"browser": check.browser}, Tone.CAREFUL
        )
    return Check(_("%(browser)s played its beginning.") % {"browser": check.browser})


def _of_subtitles(film: Film) -> Iterator[Check]:
    reader = get_language() or "en"
    names = [language_in_words(each.language, reader) for each in film.subtitles.all()]
    if names:
        yield Check(_("Subtitles: %(languages)s.") % {"languages": listed(names)})
    elif not is_sound(film):
        yield Check(_("There are no subtitles."), Tone.PLAIN)


def _of_rights(film: Film) -> Check:
    if film.rights in CLEARED:
        return Check(_("The rights to show it are cleared."))
    if film.rights == Rights.REFUSED:
        return Check(_("The rights to show it were refused."), Tone.WRONG)
    return Check(_("The rights to show it are not cleared."), Tone.CAREFUL)


def worst(checks: Sequence[Check]) -> Tone:
    """The gravest tone of a list of marks."""
    tones = {check.tone for check in checks}
    return next((tone for tone in (Tone.WRONG, Tone.CAREFUL, Tone.PLAIN) if tone in tones), Tone.GOOD)


def _clock(seconds: float) -> str:
    return clock_words(round(seconds * SECOND))
