"""QR codes as drawings, for paper and screen."""

import re

import zxingcpp
from django.utils.safestring import SafeString, mark_safe

LEVEL = "M"
"""A code that still reads with a seventh of it soiled."""


class CodeTooLong(ValueError):
    """The text does not fit into one QR code."""


def qr_svg(text: str) -> SafeString:
    """
    Draw a text as a QR code.

    Shape: an SVG of one black path on nothing, four modules of quiet zone on each side; it has no size of its
    own and fills the place it is given.
    Units: one module of the code is one unit of the drawing.
    Errors: CodeTooLong for a text beyond the capacity of a code at level M (2,331 bytes).
    """
    try:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    except ValueError as fault:
        raise CodeTooLong(str(fault)) from fault
    drawing = code.to_svg(scale=1, add_quiet_zones=True)
    parts = re.search(r'<svg width="(?P<side>\d+)".*<path d="(?P<path>[^"]+)"', drawing, re.DOTALL)
    assert parts is not None, "zxing-cpp draws a code as one path in a square"
    side = parts["side"]
    return mark_safe(  # drawn by ourselves: the text stands in it as the shape of a path only  # noqa: S308  # what stands in it was escaped on the way
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path d="{parts["path"]}"/></svg>'
    )
