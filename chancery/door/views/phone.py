"""The page of the telephone at the door: the same for everybody, and without a name in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from chancery.base.camera import with_camera
from chancery.door.phone_words import catalogues
from chancery.door.views import reader


@with_camera
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """Show the app; who it is for it learns from the device, and its language too."""
    with override("en"):
        return render(request, "door/phone.html", {"catalogues": catalogues(), "reader": reader.address_of()})
