"""
Pictures as bytes: everything but the picture, its colours and the moment it was taken is left out.

Cameras and telephones write where a picture was taken, with what, and by whom, in several places of the file.
What is packed is copied as it is, so that nothing of the picture is lost. No Django in here, see `pixels`.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from zlib import crc32

from PIL import Image

_KEPT_TAGS = (0x0112,)
_KEPT_OF_EXIF = (0x9003, 0x9011)
_EXIF_PART = 0x8769
_AFTER_A_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PNG_KEPT = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"iCCP",
        b"sRGB",
        b"gAMA",
        b"cHRM",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    }
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_LONGEST_PACKET = 65_000
_EXIF_FLAG, _XMP_FLAG, _ANIMATION_FLAG = 0x08, 0x04, 0x02


class UnreadableBytes(ValueError):
    """The parts of the file do not fit together."""


def without_place(content: bytes) -> bytes:
    """
    Return a picture in JPEG, PNG or WebP without what it tells of place, camera and owner.

    Kept are the packed pixels, the colour profile, which side is up, and when it was taken, with its offset.
    Errors: UnreadableBytes.
    """
    try:
        if content.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(content, _moment_alone(content)))
        if content.startswith(b"\x89PNG"):
            return b"".join(_png(content, _moment_alone(content)))
        return _webp(content, _moment_alone(content))
    except (
        struct.error,
        IndexError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        # The library says in several ways that a picture is none.
        raise UnreadableBytes from error


def with_words(content: bytes, packet: bytes) -> bytes:
    """Return a JPEG with a packet of words (`base.xmp`) behind its first parts; another file as it is."""
    if not content.startswith(b"\xff\xd8") or len(packet) > _LONGEST_PACKET:
        return content
    place = 2
    while content[place : place + 2] in {b"\xff\xe0", b"\xff\xe1"}:
        place += 2 + struct.unpack_from(">H", content, place + 2)[0]
    body = _XMP + packet
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return content[:place] + segment + content[place:]


def _moment_alone(content: bytes) -> bytes:
    """The EXIF block of a picture with which side is up and when it was taken, and nothing else."""
    with Image.open(BytesIO(content)) as image:
        found = image.getexif()
    kept = Image.Exif()
    for tag in _KEPT_TAGS:
        if isinstance(found.get(tag), int):
            kept[tag] = found[tag]
    part = found.get_ifd(_EXIF_PART)
    moment = {tag: part[tag] for tag in _KEPT_OF_EXIF if isinstance(part.get(tag), str)}
    if moment:
        kept[_EXIF_PART] = moment
    return kept.tobytes() if kept else b""


def _jpeg(content: bytes, exif: bytes) -> Iterator[bytes]:
    """The segments of a JPEG without those of applications, its own colour profile excepted, to its end."""
    yield b"\xff\xd8"
    if exif:
        yield b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    place = 2
    while content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xD9:
            break
        if marker == 0xFF:
            place += 1
            continue
        end = place + 2 + struct.unpack_from(">H", content, place + 2)[0]
        if marker == 0xDA:
            found = _AFTER_A_SCAN.search(content, end)
            end = found.start() if found else len(content)
        if _is_kept(marker, content[place + 4 : place + 18]):
            yield content[place:end]
        place = end
        if place >= len(content):
            break
    # What stands after the end (previews, films, further pictures) is left out.
    yield b"\xff\xd9"


def _is_kept(marker: int, head: bytes) -> bool:
    if marker == 0xE2:
        return head.startswith(b"ICC_PROFILE\0")
    # The segments of JFIF and Adobe say how colours are packed.
    if marker == 0xE0:
        return head.startswith(b"JFIF\0")
    if marker == 0xEE:
        return head.startswith(b"Adobe")
    return not 0xE0 <= marker <= 0xEF and marker != 0xFE


def _png(content: bytes, exif: bytes) -> Iterator[bytes]:
    yield content[:8]
    place = 8
    while place < len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        if kind in _PNG_KEPT:
            yield content[place : place + 12 + length]
        if kind == b"IHDR" and exif:
            yield _png_chunk(b"eXIf", exif.removeprefix(b"Exif\0\0"))
        place += 12 + length


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body))


def _webp(content: bytes, exif: bytes) -> bytes:
    parts = list(_webp_parts(content))
    block = exif.removeprefix(b"Exif\0\0")
    kept = []
    for kind, body in parts:
        if kind == b"VP8X":
            flags = body[0] & ~(_EXIF_FLAG | _XMP_FLAG | _ANIMATION_FLAG) | (_EXIF_FLAG if block else 0)
            body = bytes([flags]) + body[1:]
        if kind in _WEBP_KEPT:
            kept.append(_webp_part(kind, body))
    is_extended = bool(parts) and parts[0][0] == b"VP8X"
    if block and is_extended:
        kept.append(_webp_part(b"EXIF", block))
    joined = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(joined) + 4) + b"WEBP" + joined


def _webp_parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(content):
        kind, length = struct.unpack_from("<4sI", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _webp_part(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
