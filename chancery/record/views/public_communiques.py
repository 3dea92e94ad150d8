"""Communiqués for anybody: the page of a release, its files, the list of an office, its feed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from chancery.accounts.models import Organiser
from chancery.base import public
from chancery.base.cldr import day_in_words, moment_in_words
from chancery.base.colour import DEFAULT_ACCENT
from chancery.base.languages import wording
from chancery.base.pdf import PaperFailed
from chancery.base.public import Publisher, public_page, without_controls
from chancery.record.documents import outputs
from chancery.record.documents.communique import text_of_release
from chancery.record.documents.linked import linked_script
from chancery.record.models import Release
from chancery.record.queries import releases
from chancery.rules.communique import LANGUAGES
from chancery.rules.release_words import words_in

IN_THE_FEED = 50
FILES = ("pdf", "docx", "txt")


@public_page
def communique(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    """One release as it was; a newer version, a correction or a withdrawal stands above it."""
    now = timezone.now()
    release = _release(ref, code)
    siblings = releases.siblings_out(release, now=now)
    wanted = request.GET.get("lang", "")
    other = next((one for one in siblings if one.edition.language == wanted), None)
    if wanted != release.edition.language and other is not None:
        return redirect(releases.public_path(other))
    organiser = release.edition.communique.event.organiser
    text = text_of_release(release, organiser)
    versions = releases.versions_out(release.edition, now=now)
    context = {
        "release": release,
        "text": text,
        "words": text.words,
        "versions": versions,
        "history": [_version(one, release, organiser) for one in versions],
        "files": [(suffix, _paper_url(ref, code, suffix)) for suffix in FILES],
        "linked": linked_script(release, text),
        **_newer(versions, release, organiser),
        "list_url": reverse("public-record:communiques", args=[ref]),
        "tongues": _tongues(release, siblings),
    }
    response = public.show(
        request,
        "record/public_communique.html",
        publisher=_publisher(organiser),
        languages=[release.edition.language],
        context_in=lambda language: context,
        language=release.edition.language,
    )
    if release.withdrawn_at:
        response.status_code = 410
    return response


def _newer(versions: list[Release], release: Release, organiser: Organiser) -> dict[str, object]:
    """What is said of a version that was corrected, and the address of the newest one."""
    newest = versions[0]
    if newest.number <= release.number or release.withdrawn_at:
        return {"newer": None}
    words = words_in(release.edition.language)
    day = _day(newest, organiser)
    said = words.is_corrected.format(day=day, what=newest.correction) if newest.correction else ""
    return {"newer": newest, "newer_words": said, "newer_url": releases.public_path(newest)}


def _version(one: Release, shown: Release, organiser: Organiser) -> tuple[str, str]:
    """A version in a line, and its address unless it is the one that is shown."""
    words, language = words_in(one.edition.language), one.edition.language
    moment = moment_in_words(one.released_at.astimezone(organiser.zone), language)
    line = words.version.format(number=one.number, moment=moment)
    marked = f"{line} · {words.withdrawn_mark}" if one.withdrawn_at else line
    return marked, "" if one.pk == shown.pk else releases.public_path(one)


def _day(release: Release, organiser: Organiser) -> str:
    return day_in_words(release.released_at.astimezone(organiser.zone).date(), release.edition.language)


def _paper_url(ref: str, code: str, suffix: str) -> str:
    return reverse("public-record:paper", args=[ref, code, suffix])


def _tongues(release: Release, siblings: list[Release]) -> list[public.Tongue]:
    """The communiqué in the other languages in which it is out, each at its own address."""
    here = public.tongues("", [one.edition.language for one in siblings], release.edition.language)
    by_language = {one.edition.language: releases.public_path(one) for one in siblings}
    return [public.Tongue(one.code, one.name, by_language[one.code], one.is_current) for one in here]


@public_page
def paper(request: HttpRequest, ref: str, code: str, suffix: str) -> HttpResponse:
    """A release as a file. One that was withdrawn is given to nobody any more."""
    release = _release(ref, code)
    if suffix not in FILES or release.withdrawn_at:
        raise Http404
    event = release.edition.communique.event
    imprint = outputs.imprint_of(
        event, release.edition.language, now=release.released_at, version=str(release.number)
    )
    try:
        text = text_of_release(release, event.organiser)
        return outputs.response(text, suffix, imprint, name=f"{ref}-{release.code}")
    except PaperFailed as failure:
        raise Http404(str(failure)) from failure


@public_page
def communiques(request: HttpRequest, ref: str) -> HttpResponse:
    """What an office has released, the newest first, in one language."""
    organiser, now = get_object_or_404(Organiser, ref=ref), timezone.now()
    offered = [one for one in releases.languages_published(organiser, now=now) if one in LANGUAGES]
    return public.show(
        request,
        "record/public_communiques.html",
        publisher=_publisher(organiser),
        languages=offered or [_first_language(organiser)],
        context_in=lambda language: {
            "words": words_in(language),
            "releases": [
                (releases.public_path(one), _day(one, organiser), one)
                for one in releases.published(organiser, now=now, language=language)[:IN_THE_FEED]
            ],
            "feed_url": f"{reverse('public-record:feed', args=[ref])}?lang={language}",
        },
    )


@public_page
def feed(request: HttpRequest, ref: str) -> HttpResponse:
    """The news feed of an office in one language, as Atom."""
    organiser, now = get_object_or_404(Organiser, ref=ref), timezone.now()
    language = public.language_of(request, [*organiser.languages, *LANGUAGES])
    words, house = words_in(language), without_controls(wording(organiser.names, language).text)
    page = f"{settings.BASE_URL}{reverse('public-record:communiques', args=[ref])}?lang={language}"
    atom = Atom1Feed(
        title=f"{house} · {words.kind}",
        link=page,
        description="",
        language=language,
        author_name=house,
        feed_url=f"{settings.BASE_URL}{request.path}?lang={language}",
    )
    for release in releases.published(organiser, now=now, language=language)[:IN_THE_FEED]:
        text = text_of_release(release, organiser)
        atom.add_item(
            title=without_controls(release.headline),
            link=releases.public_address(release),
            description=without_controls("\n\n".join(text.paragraphs[:1])),
            pubdate=release.released_at,
            updateddate=release.released_at,
            author_name=house,
            unique_id=releases.public_address(release),
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _release(ref: str, code: str) -> Release:
    found = releases.public_release(ref, code, now=timezone.now())
    if found is None:
        raise Http404
    return found


def _first_language(organiser: Organiser) -> str:
    return next((code for code in organiser.languages if code in LANGUAGES), LANGUAGES[0])


def _publisher(organiser: Organiser) -> Publisher:
    digits = organiser.accent.lstrip("#").lower()
    is_own = organiser.accent.upper() != DEFAULT_ACCENT
    return Publisher(organiser.names, reverse("accounts:accent_of", args=[digits]) if is_own else "")
