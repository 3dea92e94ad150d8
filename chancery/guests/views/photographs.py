"""What a guest says about photographs apart from an answer: changed as easily as it was given (R122)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.guests import reply_words as words
from chancery.guests.actions import photo_answers
from chancery.guests.forms.photographs import PhotographsForm
from chancery.guests.views.by_link import Visit, by_link, may_say_photographs, show_notice


@by_link
def photographs(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep what the guest says about photographs, before and after the event; looking leads to the page."""
    if request.method != "POST":
        return redirect(visit.url())
    asked = visit.asked
    form = PhotographsForm(request.POST, asked=asked)
    if not may_say_photographs(visit) or not form.is_valid():
        return show_notice(visit, words.notice_for(asked, timezone.now()) or words.no_photographs())
    if not form.has_read_the_notice:
        return show_notice(visit, words.notice_changed())
    photo_answers.say(
        asked.invitation,
        form.cleaned_data["wish"],
        language=visit.language,
        by=Actor(asked.office.pk),
        now=timezone.now(),
    )
    return redirect(visit.url())
