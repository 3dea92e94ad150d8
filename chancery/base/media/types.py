"""What a file is, told from its first bytes and never from its name."""

from typing import IO
from zipfile import BadZipFile, ZipFile

from chancery.base.models import StoredFile

Kind = StoredFile.Kind
HEAD_BYTES = 4096

PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
FILMS = {"video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm"}
SOUNDS = {
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/webm": "weba",
}
DOCUMENTS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/rtf": "rtf",
    "image/svg+xml": "svg",
    "text/plain": "txt",
    **PICTURES,
}
TAKEN: dict[str, dict[str, str]] = {
    Kind.PICTURE: PICTURES,
    # A recording that the hall hears comes like a film, and may be sound alone.
    Kind.FILM: FILMS | SOUNDS,
    Kind.SOUND: SOUNDS,
    Kind.DOCUMENT: DOCUMENTS,
}
ENDINGS = {**FILMS, **SOUNDS, **DOCUMENTS}

# Box brands of the ISO base media format, by what they hold.
_BRANDS = {
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
}
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
)
_OFFICE_PARTS = {
    "word/document.xml": "wordprocessingml.document",
    "xl/workbook.xml": "spreadsheetml.sheet",
    "ppt/presentation.xml": "presentationml.presentation",
}


def type_of(head: bytes, *, kind: str) -> str:
    """
    Return the media type that the first `HEAD_BYTES` of a file tell; empty where they tell none.

    Containers that hold film or sound count as what is asked for. For a ZIP see `packed_type_of`.
    """
    if head[4:8] == b"ftyp":
        found = _BRANDS.get(head[8:12], "video/mp4")
        return "audio/mp4" if found == "video/mp4" and kind == Kind.SOUND else found
    if head[:4] == b"\x1aE\xdf\xa3":
        found = "webm" if b"webm" in head[:64] else "x-matroska"
        return f"audio/{found}" if kind == Kind.SOUND else f"video/{found}"
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")
    return next((found for start, found in _STARTS if head.startswith(start)), "") or _type_of_text(head)


def _type_of_text(head: bytes) -> str:
    text = head.decode("utf-8", errors="ignore").lstrip("\ufeff \r\n\t")
    if b"\0" in head or len(text.encode()) < len(head) - 8:
        return ""
    if text.startswith(("<svg", "<?xml")) and "<svg" in text:
        return "image/svg+xml"
    return "" if text[:15].lower().startswith(("<!doctype html", "<html")) else "text/plain"


def packed_type_of(file: IO[bytes]) -> str:
    """Return the media type of an office document, which is a ZIP with a list of contents; else empty."""
    try:
        with ZipFile(file) as packed:
            names = set(packed.namelist())
            if "mimetype" in names:
                return packed.read("mimetype")[:100].decode("ascii", errors="ignore").strip()
    except (BadZipFile, OSError, RuntimeError, NotImplementedError):
        return ""
    ending = next((ending for part, ending in _OFFICE_PARTS.items() if part in names), "")
    return f"application/vnd.openxmlformats-officedocument.{ending}" if ending else ""
