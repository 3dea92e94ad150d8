"""What a ministry does about its posts: invite, attach, found and release them."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access, queries
from chancery.accounts.access import Office
from chancery.accounts.actions import post_invitations, posts
from chancery.accounts.forms.posts import InvitePostsForm
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.post_words import refusal_in_words, sentences_of_parting
from chancery.accounts.roles import Right
from chancery.accounts.views.parting import begun
from chancery.base.frame import framed
from chancery.base.languages import wording

A_PAGE = 50
ANSWERS_SHOWN = timedelta(days=30)


@office_page(Right.OFFICE_MANAGE)
def posts_page(request: HttpRequest, office: Office) -> HttpResponse:
    """List the posts and what was asked; invite more."""
    form = InvitePostsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _invite(request, office, form.cleaned_data["asked"])
    now = timezone.now()
    ministry = office.organiser
    context = {
        "form": form,
        "page": Paginator(queries.posts_of(ministry), A_PAGE).get_page(request.GET.get("page")),
        "invitations": queries.post_invitations_of(ministry),
        "declined": queries.declined_invitations_of(ministry, now - ANSWERS_SHOWN),
        "to_attach": access.offices_to_attach(office),
        "ministry": ministry.parent,
        "now": now,
    }
    return framed(request, "accounts/posts.html", **context)


@office_page(Right.OFFICE_MANAGE)
@require_POST
def withdraw(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Take an invitation back."""
    invitation = access.post_invitation_of(office, code)
    try:
        post_invitations.withdraw(invitation, by=office.actor, now=timezone.now())
    except post_invitations.PostInvitationNotUsable:
        messages.warning(request, _("This invitation was answered or withdrawn in the meantime."))
    else:
        messages.success(request, _("The invitation of %(asked)s is withdrawn.") % {"asked": invitation})
    return _to_posts(office)


@office_page(Right.OFFICE_MANAGE)
def attach(request: HttpRequest, office: Office, post: str) -> HttpResponse:
    """Make another office of the same owner a post, after a page that says what changes."""
    found = access.office_to_attach(office, post)
    if request.method == "POST":
        try:
            posts.attach(found, office.organiser, user=office.user)
        except posts.CannotBeAPost as refused:
            messages.error(request, refusal_in_words(refused))
        else:
            messages.success(request, _("%(post)s is a post of this office.") % {"post": _name(found)})
        return _to_posts(office)
    context = {
        "question": _("Make %(post)s a post of %(ministry)s?")
        % {"post": _name(found), "ministry": _name(office.organiser)},
        "action_word": _("Make it a post"),
        "cancel_url": _posts_url(office),
    }
    return framed(request, "accounts/post_before.html", **context)


@office_page(Right.OFFICE_MANAGE)
def release(request: HttpRequest, office: Office, post: str) -> HttpResponse:
    """Let a post go, after a page that says what becomes of what was shared."""
    found = access.post_of(office, post)
    if request.method == "POST":
        return begun(office, found, office.organiser)
    context = {
        "question": _("Release %(post)s?") % {"post": _name(found)},
        "sentences": sentences_of_parting(),
        "action_word": _("Release it"),
        "cancel_url": _posts_url(office),
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


def _invite(request: HttpRequest, office: Office, asked: list[str]) -> HttpResponse:
    def link_of(post: Organiser) -> str:
        return request.build_absolute_uri(reverse("accounts:ministry", args=[post.ref]))

    try:
        post_invitations.invite_posts(
            office.organiser, asked, by=office.actor, now=timezone.now(), link_of=link_of
        )
    except posts.CannotBeAPost as refused:
        messages.error(request, refusal_in_words(refused))
        return _to_posts(office)
    # The same words in every case: they must not tell which offices there are.
    words = ngettext(
        "The invitation stands for thirty days; if there is such an office, its owners are written to.",
        "The invitations stand for thirty days; where there is such an office, its owners are written to.",
        len(asked),
    )
    messages.success(request, words)
    return _to_posts(office)


def _name(organiser: Organiser) -> str:
    return wording(organiser.names, get_language() or "en").text


def _posts_url(office: Office) -> str:
    return reverse("accounts:posts", args=[office.organiser.ref])


def _to_posts(office: Office) -> HttpResponse:
    return redirect(_posts_url(office))
