"""The server's entrance: Django's pages as WSGI inside one ASGI process."""

import gc
import os

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

pages = get_wsgi_application()
application = WSGIMiddleware(pages, workers=8)  # type: ignore[arg-type]  # Django's handler is one in fact

# What is loaded by now stays. Searched for garbage again and again, it made one list of 2,000 guests in
# twenty take twice as long as the others.
gc.collect()
gc.freeze()
