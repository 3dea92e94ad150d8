"""What stands in addresses of photographs, for the table of address and role."""

from chancery.accounts.models import Organiser
from chancery.base.media import arriving
from chancery.base.models import Job
from chancery.record.models import Photo
from tests import make
from tests.record.photos import photo


def a_photo(office: Organiser) -> str:
    """The code of a public photograph of the event of an office, made on first use."""
    event = make.event_of(office)
    there = Photo.objects.filter(event=event).first()
    return (there or photo(event, is_public=True)).code


def an_event_with_a_gallery(office: Organiser) -> str:
    """The code of that event with a public photograph."""
    a_photo(office)
    return make.event_of(office).code


def a_size(_office: Organiser) -> str:
    """The name of a size in which that photograph is there."""
    return "480"


def an_upload(office: Organiser) -> str:
    """The code of a photograph that comes in parts to that event."""
    return arriving.begin(name="a.jpg", size=10, kind="picture", by=make.actor(office)).code


def a_pack(office: Organiser) -> str:
    """The code of a pack of photographs of that event."""
    arguments = {"event": make.event_of(office).pk}
    return Job.objects.create(organiser_id=office.pk, kind="record.photos.pack", arguments=arguments).code
