"""A ministry founds an office as its post, and invites who is to own it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.accounts import access, queries
from chancery.accounts.access import Office
from chancery.accounts.actions import invitations, posts
from chancery.accounts.actions.invitations import Invited
from chancery.accounts.forms.posts import FirstOwnerForm, FoundPostForm
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.post_words import refusal_in_words
from chancery.accounts.roles import Right
from chancery.base.audit import Actor
from chancery.base.frame import framed


@office_page(Right.OFFICE_MANAGE)
def found(request: HttpRequest, office: Office) -> HttpResponse:
    """Found an office as a post and invite its first owner."""
    ministry = office.organiser
    form = FoundPostForm(request.POST or None, ministry=ministry, initial={"time_zone": ministry.time_zone})
    if request.method == "POST" and form.is_valid():
        try:
            post = posts.found_post(ministry, user=office.user, **form.columns())
        except posts.CannotBeAPost as refused:
            messages.error(request, refusal_in_words(refused))
            return redirect("accounts:posts", ref=ministry.ref)
        return _invite_owner(request, office, post, form.cleaned_data["email"])
    return framed(request, "accounts/post_new.html", form=form, ministry=ministry.parent)


@office_page(Right.OFFICE_MANAGE)
def first_owner(request: HttpRequest, office: Office, post: str) -> HttpResponse:
    """Invite the first owner of a new post again, at the same or at another address."""
    new = access.post_of(office, post)
    if queries.members_of(new).exists():
        raise Http404
    asked = queries.waiting_invitations(new).first()
    form = FirstOwnerForm(request.POST or None, initial={"email": asked.email if asked else ""})
    if request.method == "POST" and form.is_valid():
        return _invite_owner(request, office, new, form.cleaned_data["email"])
    return framed(request, "accounts/post_owner.html", form=form, post=new)


def _invite_owner(request: HttpRequest, office: Office, post: Organiser, email: str) -> HttpResponse:
    invited: Invited = invitations.invite_first_owner(
        post,
        email=email,
        by=Actor(post.pk, office.user),
        now=timezone.now(),
        link_of=lambda key: request.build_absolute_uri(reverse("accounts:invitation", args=[key])),
    )
    if invited.trouble:
        return framed(request, "accounts/invited.html", invited=invited)
    sentence = _("The invitation is on its way to %(email)s; its link is good once, for a week.")
    messages.success(request, sentence % {"email": email})
    return redirect("accounts:posts", ref=office.organiser.ref)
