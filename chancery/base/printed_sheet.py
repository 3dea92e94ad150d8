"""A table that an office edits and prints: with the version and the time of a paper at its foot."""

from chancery.base.pdf import Imprint, foot_lines
from chancery.base.sheets import Sheet, write_xlsx


def printed_sheet(sheet: Sheet, *, language: str, imprint: Imprint) -> bytes:
    """Write a workbook of one sheet, named as the sheet is. Errors: SheetRefused, see `write_xlsx`."""
    return write_xlsx(
        [sheet],
        language=language,
        title=sheet.name,
        author=imprint.house,
        made_at=imprint.made_at,
        paper=imprint.stock.sheet,
        foot=" · ".join(foot_lines(imprint, language)),
    )
