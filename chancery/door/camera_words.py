"""Why a telephone shows no picture, in words: what is wrong, and what its holder does."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By the reasons of static/door/js/camera.js.
CAMERA_WORDS: dict[str, Promise] = {
    "insecure": _(
        "The camera works only at an address that begins with https; open the address of the office, "
        "or find guests by name."
    ),
    "missing": _("This device has no camera; find guests by name."),
    "refused": _(
        "The browser may not use the camera; allow it in the settings of this page, or find guests by name."
    ),
    "busy": _("Another app uses the camera; close that app and try again."),
    "lost": _("The camera was taken away, perhaps by a call; try again."),
    "failed": _("The camera cannot be read on this device; try again, or find guests by name."),
}
