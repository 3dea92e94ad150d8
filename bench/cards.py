"""Ten thousand personal cards with codes in four scripts: from rows to PDF, beside the bare typesetter."""

import io
import json
import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import batched
from pathlib import Path
from subprocess import run
from tempfile import mkdtemp
from time import perf_counter, process_time

import pypdf
import typst
import zxingcpp
from PIL import Image
from support.figures import Figure, machine, peak_megabytes, report
from support.installation import open_installation

DATABASE = open_installation("cards")

from django.utils import timezone
from support.large_cards import card_event, write_dispatches

from chancery.base import pdf, typefaces
from chancery.base.pdf import Imprint
from chancery.base.stock import Stock
from chancery.guests import papers
from chancery.guests.actions.links import address_of, token_of
from chancery.guests.documents import sent
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Dispatch

CARDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
READ_BACK = 500
SEED = 20261122
LIMIT_RATIO = 0.7
LIMIT_MB = 700.0
DOTS = 300


def main() -> int:
    """Print the cards from the rows and by the bare typesetter in turns, and read codes back; 1 on a miss."""
    print(f"{machine()}, {DATABASE}, {CARDS} cards, {sent.PART} a file")
    event = card_event(date(2026, 2, 26))
    write_dispatches(event, CARDS, seed=SEED, now=timezone.now())
    moment = datetime(2026, 2, 1, 9, tzinfo=UTC)
    imprint = imprint_of(event, "en", now=moment, stock=Stock(cut="card"))
    folder = Path(mkdtemp(prefix="chancery-bench-cards-"))
    _warm(imprint)
    ours = _ours(folder, imprint)
    memory = peak_megabytes()
    bare = _bare(folder, imprint)
    files = sorted(folder.glob("*.pdf"))
    pages = sum(len(pypdf.PdfReader(one).pages) for one in files)
    accessible = sum(map(_is_accessible, files))
    asked = min(READ_BACK, CARDS)
    return report(
        [
            Figure("cards from rows to files", CARDS / ours.clock, "a second"),
            Figure("the same layout by bare Typst", CARDS / bare.clock, "a second"),
            Figure("ratio to bare Typst", bare.clock / ours.clock, "", LIMIT_RATIO, is_floor=True),
            Figure("the same, time of the processor", bare.processor / ours.processor, ""),
            Figure("pages", pages, "", CARDS, is_floor=True),
            Figure("files that declare PDF/UA-1", accessible, "", len(files), is_floor=True),
            Figure(f"codes read back, seed {SEED}", _read_back(files, asked), "", asked, is_floor=True),
            Figure("memory at the highest", memory, "MB", LIMIT_MB),
        ]
    )


@dataclass(slots=True)
class Watch:
    """Seconds by the clock and of the processor, added up."""

    clock: float = 0.0
    processor: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        clock, processor = perf_counter(), process_time()
        yield
        self.clock += perf_counter() - clock
        self.processor += process_time() - processor


def _dispatches() -> Iterator[Dispatch]:
    return Dispatch.objects.order_by("id").iterator(sent.PART)


def _warm(imprint: Imprint) -> None:
    """Load the faces and compile once."""
    few = list(Dispatch.objects.order_by("-id")[:4])
    sent.invitation_cards(few, language="en", imprint=imprint)


def _ours(folder: Path, imprint: Imprint) -> Watch:
    """Print all cards as the office does: from rows to files."""
    watch = Watch()
    with watch.running():
        for number, made in enumerate(sent.card_files(_dispatches(), language="en", imprint=imprint)):
            (folder / f"cards-{number:04}.pdf").write_bytes(made)
    return watch


def _bare(folder: Path, imprint: Imprint) -> Watch:
    """
    Print the same files by the library alone, from values ready as one text; the same bytes come out.

    What was laid out is forgotten after each file, as ours does: else memory grows with the cards.
    """
    compiler, watch = _bare_compiler(), Watch()
    for number, part in enumerate(batched(_dispatches(), sent.PART)):
        ready = _ready(part, imprint)
        with watch.running():
            made = compiler.compile(
                pdf.ROOT / papers.INVITATION_CARDS.template,
                sys_inputs={"paper": ready},
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=int(imprint.made_at.timestamp()),
            )
            for _ in range(pdf.KEPT_DOCUMENTS + 1):
                compiler.compile(b"", format="pdf")
        assert made == (folder / f"cards-{number:04}.pdf").read_bytes(), "both ways print the same"
    return watch


def _ready(part: Sequence[Dispatch], imprint: Imprint) -> str:
    """The values of one file as the typesetter takes them."""
    cards = sent.card_values(part, imprint)
    handed = pdf._handed(
        cards, language="en", title="Invitation cards", imprint=imprint, words=papers.INVITATION_CARDS.words
    )
    return unicodedata.normalize("NFC", json.dumps(handed, ensure_ascii=False))


def _bare_compiler() -> typst.Compiler:
    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[typefaces.FOLDER]
    )
    return typst.Compiler(root=pdf.ROOT, font_paths=faces)


def _is_accessible(path: Path) -> bool:
    metadata = pypdf.PdfReader(path).xmp_metadata
    return metadata is not None and b"<pdfuaid:part>1</pdfuaid:part>" in metadata.stream.get_data()


def _read_back(files: Sequence[Path], number: int) -> int:
    """Read a sample of the codes from pictures of the files; how many say what they should."""
    wanted = sorted(random.Random(SEED).sample(range(CARDS), number))
    rows = Dispatch.objects.select_related("reply_link").order_by("id")
    addresses = [address_of(token_of(row.reply_link)) for row in rows.iterator(sent.PART)]
    right = 0
    for place in wanted:
        picture = _picture(files[place // sent.PART], place % sent.PART + 1)
        right += [code.text for code in zxingcpp.read_barcodes(picture)] == [addresses[place]]
    return right


def _picture(path: Path, page: int) -> Image.Image:
    """One page of a file as Poppler pictures it."""
    asked = ["pdftoppm", "-r", str(DOTS), "-f", str(page), "-l", str(page), "-gray", "-png", str(path)]
    return Image.open(io.BytesIO(run(asked, check=True, capture_output=True).stdout))


if __name__ == "__main__":
    raise SystemExit(main())
