"""
Files that somebody gives: pictures, films, recordings, documents (docs/admin/media.md).

    file = media.receive(form.cleaned_data["picture"], kind=StoredFile.Kind.PICTURE, by=office.actor)
    return media.file_response(request, file, rendition="960")

What a file is, its content tells. A picture is served only once its smaller sizes are made and what it
tells of its place is taken out.
"""

from chancery.base.media.handing_over import hand_over
from chancery.base.media.places import path_of
from chancery.base.media.preparing import prepare
from chancery.base.media.receiving import receive
from chancery.base.media.refusing import MediaRefused
from chancery.base.media.serving import file_response, srcset_of
from chancery.base.media.sweeping import sweep

__all__ = [
    "MediaRefused",
    "file_response",
    "hand_over",
    "path_of",
    "prepare",
    "receive",
    "srcset_of",
    "sweep",
]
