"""The endpoints and deliveries that a member may open."""

from django.shortcuts import get_object_or_404

from chancery.accounts.access import Office
from chancery.api.hooks.models import Delivery, Endpoint


def endpoint_of(office: Office, code: str) -> Endpoint:
    """Return an endpoint of the office. Errors: Http404, also for one that was removed."""
    endpoints = Endpoint.objects.select_related("organiser", "made_by")
    return get_object_or_404(endpoints, organiser=office.organiser, code=code, removed_at=None)


def delivery_of(office: Office, endpoint: str, code: str) -> Delivery:
    """Return what an endpoint of the office was told. Errors: Http404."""
    deliveries = Delivery.objects.select_related("endpoint")
    return get_object_or_404(deliveries, endpoint=endpoint_of(office, endpoint), code=code)
