"""The server's entrance: Django's pages as WSGI inside one ASGI process."""

import os

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from chancery.base.garbage import collect_seldom
from chancery.base.turns import take_short_turns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

pages = get_wsgi_application()
application = WSGIMiddleware(pages, workers=8)  # type: ignore[arg-type]  # Django's handler is one in fact
collect_seldom()
take_short_turns()
