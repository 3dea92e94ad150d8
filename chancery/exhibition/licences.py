"""Well-known licences by their standard identifiers (SPDX), with the addresses that machines know."""

from collections.abc import Sequence

from chancery.exhibition.models import Rights, RightsModel

CREATIVE_COMMONS = "creativecommons.org"
RIGHTS_STATEMENTS = "rightsstatements.org"

ADDRESSES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-ND-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "CC-BY-3.0": "https://creativecommons.org/licenses/by/3.0/",
    "CC-BY-SA-3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/mark/1.0/"
IN_COPYRIGHT = "https://rightsstatements.org/vocab/InC/1.0/"


def suggestions(_language: str) -> Sequence[tuple[str, str]]:
    """The licences to choose from: what is written, and what stands beside it."""
    return list(ADDRESSES.items())


def address_of(licence: str) -> str:
    """The address of a well-known licence, whatever its capitals; empty for another one."""
    wanted = licence.strip().casefold()
    return next((address for name, address in ADDRESSES.items() if name.casefold() == wanted), "")


def statement_of(held: RightsModel) -> str:
    """
    Return the address that says to machines what may be done with a work; empty where none fits.

    Own works and those shown with permission are in copyright: who looks may look, and nothing more is said.
    """
    if held.rights == Rights.PUBLIC_DOMAIN:
        return PUBLIC_DOMAIN
    if held.rights in (Rights.OWN, Rights.PERMISSION):
        return IN_COPYRIGHT
    return held.licence_address if held.rights == Rights.LICENCE else ""
