"""What anybody may see of exhibitions."""

from django.shortcuts import get_object_or_404

from chancery.exhibition.models import Exhibition


def published(ref: str, code: str) -> Exhibition:
    """The published exhibition of an office by its code. Errors: Http404 where none is published."""
    chosen = Exhibition.objects.select_related("organiser").filter(organiser__ref=ref, is_published=True)
    return get_object_or_404(chosen, code=code)
