"""The media lists of an office, and whom a release reaches by them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Prefetch, QuerySet

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.record.models import MediaAddress, MediaList, ReleasePosting


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a release goes to; `language` is empty where none is known."""

    email: str
    name: str
    language: str
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Distribution:
    """
    Whom a release reaches, by the language of the text each gets.

    `unreached` read a language that is not released; `doubles` counts addresses that stand on several lists
    and get one message all the same.
    """

    going: Mapping[str, Sequence[Recipient]] = field(default_factory=dict)
    unreached: Sequence[Recipient] = ()
    doubles: int = 0

    @property
    def count(self) -> int:
        return sum(len(some) for some in self.going.values())


def lists_of(organiser: Organiser) -> QuerySet[MediaList]:
    """The media lists of an office, each with the number of its addresses."""
    return (
        MediaList.objects.filter(organiser=organiser).annotate(size=Count("addresses")).order_by("ref", "pk")
    )


def with_addresses(lists: QuerySet[MediaList]) -> list[MediaList]:
    """Media lists with their addresses, named."""
    return list(lists.prefetch_related(Prefetch("addresses", queryset=_addresses())))


def addresses_of(chosen: MediaList) -> list[MediaAddress]:
    """The addresses of one list in their order."""
    return list(_addresses().filter(media_list=chosen))


def _addresses() -> QuerySet[MediaAddress]:
    found = MediaAddress.objects.select_related("person", "body").prefetch_related("person__names")
    return found.order_by("position", "pk")


def doubles_of(chosen: MediaList) -> dict[str, list[str]]:
    """The addresses of a list that stand on other lists of the office too, with the refs of those."""
    emails = chosen.addresses.values("email")
    found = MediaAddress.objects.filter(email__in=emails, media_list__organiser_id=chosen.organiser_id)
    others: dict[str, list[str]] = {}
    for address in found.exclude(media_list=chosen).select_related("media_list").order_by("media_list__ref"):
        others.setdefault(address.email, []).append(str(address.media_list))
    return others


def name_of(address: MediaAddress, language: str) -> str:
    """How an address is named: as it was written, else the person, else the outlet."""
    if address.name:
        return address.name
    if address.person is not None:
        return address.person.main_name
    return wording(address.body.names, language).text if address.body is not None else ""


def distribution_of(
    lists: Sequence[MediaList],
    languages: Sequence[str],
    *,
    instead: str = "",
    told_before: Iterable[ReleasePosting] = (),
) -> Distribution:
    """
    Share the addresses of lists out to the languages released, each address once.

    Shape: `languages` in the order of the office; an address without one gets the first. `instead` is the
    language for those who read none of them; without it they are not reached. Whoever was told before (of a
    version now corrected) gets the language they had then.
    """
    found, doubles = _once(lists)
    for posting in told_before:
        language = posting.release.edition.language
        found.setdefault(posting.email.lower(), Recipient(posting.email, posting.name, language))
    going: dict[str, list[Recipient]] = {language: [] for language in languages}
    unreached = []
    for one in found.values():
        language = _language_for(one.language, languages, instead)
        going[language].append(one) if language else unreached.append(one)
    return Distribution(going, unreached, doubles)


def _once(lists: Sequence[MediaList]) -> tuple[dict[str, Recipient], int]:
    found: dict[str, Recipient] = {}
    doubles: set[str] = set()
    for chosen in lists:
        for address in chosen.addresses.all():
            key = address.email.lower()
            if key in found:
                doubles.add(key)
            known = found.get(key)
            found[key] = Recipient(
                email=known.email if known else address.email,
                name=known.name if known and known.name else name_of(address, address.language or "en"),
                language=known.language if known and known.language else address.language,
                lists=(*(known.lists if known else ()), str(chosen)),
            )
    return found, len(doubles)


def _language_for(wanted: str, languages: Sequence[str], instead: str) -> str:
    if not wanted:
        return languages[0] if languages else ""
    for language in (wanted, wanted.split("-")[0]):
        if language in languages:
            return language
    return instead if instead in languages else ""
