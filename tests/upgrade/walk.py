"""
Bring the tables of a home up to date and walk its office: what an officer meets, and the folder of an event.

Run as a program in a home of its own; it writes as JSON the status of each page, and what the folder holds.
"""

import json
import os
import re
import sys
from pathlib import Path

import django

MOST_PAGES = 50
LEFT_OUT = re.compile(
    r"\.(pdf|zip|csv|xlsx|docx|ics|svg|png|webp)$|/(papers|download|print|stream)/|sign-out"
)


def main() -> None:
    """Sign the sample officer in, open the pages that lead from the home and the event, write its folder."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "chancery.settings"
    django.setup()
    # These need settings and apps.
    from django.test import Client  # noqa: PLC0415

    from chancery.accounts.models import User  # noqa: PLC0415
    from chancery.desk.archive.writing import write_event  # noqa: PLC0415
    from chancery.events.models import Event  # noqa: PLC0415
    from chancery.installation import bring_up_to_date  # noqa: PLC0415

    bring_up_to_date()
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(email="officer@example.org"))
    event = Event.objects.get(ref="bucharest-2025")
    office = f"/o/{event.organiser.ref}/"
    pages: dict[str, int] = {}
    links = [office, *(f"{office}events/{one.code}/" for one in Event.objects.order_by("ref"))]
    while links and len(pages) < MOST_PAGES:
        address = links.pop(0)
        if address in pages or LEFT_OUT.search(address):
            continue
        answer = client.get(address)
        pages[address] = answer.status_code
        if answer.status_code == 200 and not answer.streaming:
            links += re.findall(r'href="(/o/[^"#?]+)', answer.content.decode(errors="ignore"))
    written = write_event(event, Path(sys.argv[1]))
    json.dump({"pages": pages, "folder": sorted(path.name for path in written)}, sys.stdout)


if __name__ == "__main__":
    main()
