"""Passes for wallets: signed, whole, readable at the door; and what keeps them from being made."""

import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import jwt
import pytest
from django.core.checks import CheckMessage
from PIL import Image

from chancery.base.passes import read_pass, sign_pass
from chancery.base.wallet import apple, checks, google
from chancery.base.wallet.offers import apple_offered, google_offered
from chancery.base.wallet.service_account import GoogleAccount
from chancery.base.wallet.ticket import Face, Line, Ticket
from tests import wallet_built as built

NOW = datetime.now(UTC)
CODE = "bcdfghjkmnpq"
STARTS = datetime(2027, 5, 9, 19, tzinfo=ZoneInfo("Europe/Bucharest"))


@pytest.fixture
def folder() -> Iterator[Path]:
    with built.folder() as where:
        yield where


@pytest.fixture
def account(folder: Path, settings: Any) -> GoogleAccount:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    built.lay_google(folder)
    found = google_offered()
    assert found is not None
    return found


def face(language: str = "en", **lines: str) -> Face:
    told = {"title": "National day", "guest": "Ana Sample", "when": "Sunday, 9 May 2027, 19:00"} | lines
    return Face(
        language=language,
        house=f"Embassy ({language})",
        kind=f"Entry pass ({language})",
        lines={name: Line(f"{name} ({language})", text) for name, text in told.items()},
    )


def ticket(*faces: Face, **fields: Any) -> Ticket:
    made = Ticket(
        serial=CODE,
        event="tsrqpnmkjhgf",
        code=sign_pass(code=CODE, people=2),
        typed=CODE.upper(),
        colour="#1F3A6E",
        faces=faces or [face()],
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=2),
        expires_at=STARTS + timedelta(hours=17),
    )
    return replace(made, **fields)


def packed(folder: Path, made: Ticket) -> dict[str, bytes]:
    built.lay_apple(folder)
    signer = apple_offered(NOW)
    assert signer is not None
    with ZipFile(BytesIO(apple.package(made, signer))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pass_of(folder: Path, made: Ticket) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(packed(folder, made)["pass.json"])
    return found


def test_the_package_lists_each_of_its_files_with_its_digest(folder: Path) -> None:
    files = packed(folder, ticket(face(), face("ro")))

    listed = json.loads(files["manifest.json"])

    assert set(listed) == set(files) - {"manifest.json", "signature"}
    assert {"pass.json", "icon.png", "icon@2x.png", "logo.png", "ro.lproj/pass.strings"} <= set(listed)
    for name, digest in listed.items():
        assert hashlib.sha1(files[name], usedforsecurity=False).hexdigest() == digest


def verified(files: dict[str, bytes], where: Path) -> subprocess.CompletedProcess[bytes]:
    for name in ("manifest.json", "signature"):
        (where / name).write_bytes(files[name])
    (where / "root.pem").write_bytes(built.authority().pem)
    wanted = "openssl smime -verify -binary -inform DER -in signature -content manifest.json"
    rest = "-CAfile root.pem -purpose any -out verified -signer signer.pem"
    return subprocess.run([*wanted.split(), *rest.split()], cwd=where, capture_output=True, check=False)


def test_the_signature_stands_up_to_openssl_by_the_root_alone(folder: Path, tmp_path: Path) -> None:
    files = packed(folder, ticket())

    assert verified(files, tmp_path).returncode == 0
    assert (tmp_path / "verified").read_bytes() == files["manifest.json"]
    assert (tmp_path / "signer.pem").read_bytes() == built.operator().pem


def test_a_package_that_was_changed_is_known_by_its_signature(folder: Path, tmp_path: Path) -> None:
    files = packed(folder, ticket())
    files["manifest.json"] = files["manifest.json"].replace(b'"pass.json": "', b'"pass.json": "0')

    assert verified(files, tmp_path).returncode != 0


def test_the_code_of_a_package_is_the_pass_that_the_door_reads(folder: Path) -> None:
    told = pass_of(folder, ticket())

    [code] = told["barcodes"]
    assert (code["format"], code["altText"]) == ("PKBarcodeFormatQR", CODE.upper())
    found = read_pass(code["message"])
    assert found is not None
    assert (found.code, found.people) == (CODE, 2)


def test_a_package_names_the_pass_type_and_the_team_of_its_certificate(folder: Path) -> None:
    told = pass_of(folder, ticket())

    assert (told["passTypeIdentifier"], told["teamIdentifier"]) == (built.PASS_TYPE, built.TEAM)
    assert (told["formatVersion"], told["serialNumber"]) == (1, CODE)
    assert (told["organizationName"], told["backgroundColor"]) == ("Embassy (en)", "rgb(31, 58, 110)")


def test_times_carry_the_offset_of_the_place_in_summer_and_winter(folder: Path) -> None:
    winter = STARTS.replace(month=12)

    told = pass_of(folder, ticket())
    later = pass_of(folder, ticket(starts_at=winter, ends_at=None))

    assert told["relevantDate"] == "2027-05-09T19:00:00+03:00"
    assert told["relevantDates"] == [
        {"startDate": "2027-05-09T19:00:00+03:00", "endDate": "2027-05-09T21:00:00+03:00"}
    ]
    assert told["expirationDate"] == "2027-05-10T12:00:00+03:00"
    assert later["relevantDates"] == [{"date": "2027-12-09T19:00:00+02:00"}]


def test_an_event_without_a_time_makes_no_pass_come_up_by_itself(folder: Path) -> None:
    told = pass_of(folder, ticket(starts_at=None, ends_at=None, expires_at=None))

    assert not {"relevantDate", "relevantDates", "expirationDate"} & set(told)


def test_every_line_stands_on_the_back_and_the_first_ones_in_front(folder: Path) -> None:
    told = pass_of(folder, ticket(face(seat="Table 4", dress="Dark suit")))["eventTicket"]

    assert [field["value"] for field in told["primaryFields"]] == ["National day"]
    assert [field["value"] for field in told["secondaryFields"]] == ["Ana Sample", "Table 4"]
    assert [field["value"] for field in told["auxiliaryFields"]] == ["Sunday, 9 May 2027, 19:00"]
    assert [field["value"] for field in told["backFields"]] == [
        "National day",
        "Ana Sample",
        "Sunday, 9 May 2027, 19:00",
        "Table 4",
        "Dark suit",
    ]
    keys = [field["key"] for fields in told.values() for field in fields]
    assert len(keys) == len(set(keys))


def test_other_languages_are_files_of_words_in_the_encoding_of_apple(folder: Path) -> None:
    arabic = face("ar", title="العيد الوطني", guest='أنا "سامبل"', seat="طاولة ٤")

    files = packed(folder, ticket(face(seat="Table 4"), arabic))

    words = files["ar.lproj/pass.strings"].decode("utf-16")
    assert '"National day" = "العيد الوطني";\n' in words
    assert '"Ana Sample" = "أنا \\"سامبل\\"";\n' in words
    assert '"title (en)" = "title (ar)";\n' in words
    own = files["en.lproj/pass.strings"].decode("utf-16")
    assert '"National day" = "National day";\n' in own


def test_a_pass_in_one_language_holds_no_files_of_words(folder: Path) -> None:
    assert not [name for name in packed(folder, ticket()) if name.endswith(".strings")]


@pytest.mark.parametrize(("ending", "density"), [("", 1), ("@2x", 2), ("@3x", 3)])
def test_pictures_have_the_sizes_apple_asks_for_and_show_the_mark(
    folder: Path, ending: str, density: int
) -> None:
    files = packed(folder, ticket(colour="#6B1F3A"))

    icon = Image.open(BytesIO(files[f"icon{ending}.png"]))
    logo = Image.open(BytesIO(files[f"logo{ending}.png"]))

    assert icon.size == (29 * density, 29 * density)
    assert logo.size == (50 * density, 50 * density)
    assert icon.getpixel((0, 0)) == (0x6B, 0x1F, 0x3A, 255)
    assert logo.getchannel("A").getextrema() == (0, 255)


def claims_of(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc) == ("https", "pay.google.com")
    token = parts.path.removeprefix("/gp/v/save/")
    public = built.key(3).public_key()
    found: dict[str, Any] = jwt.decode(token, public, algorithms=["RS256"], audience="google")
    return found


def test_a_link_is_signed_and_holds_event_and_ticket(account: GoogleAccount) -> None:
    place = face(place="Great Hall", seat="Table 4")
    made = ticket(replace(place, address="1 Sample Street, Bucharest"))

    claims = claims_of(google.save_link(made, account, now=NOW))

    assert (claims["iss"], claims["typ"], claims["iat"]) == (
        built.ACCOUNT,
        "savetowallet",
        int(NOW.timestamp()),
    )
    [event], [holder] = (claims["payload"][name] for name in ("eventTicketClasses", "eventTicketObjects"))
    assert holder["classId"] == event["id"]
    assert event["id"].startswith(f"{built.ISSUER}.tsrqpnmkjhgf-")
    assert event["eventName"] == {"defaultValue": {"language": "en", "value": "National day"}}
    assert event["dateTime"] == {"start": "2027-05-09T19:00:00+03:00", "end": "2027-05-09T21:00:00+03:00"}
    assert event["venue"]["address"]["defaultValue"]["value"] == "1 Sample Street, Bucharest"
    assert holder["ticketHolderName"] == "Ana Sample"
    assert holder["seatInfo"]["seat"]["defaultValue"]["value"] == "Table 4"
    assert holder["barcode"]["alternateText"] == CODE.upper()
    assert "textModulesData" not in holder
    assert read_pass(holder["barcode"]["value"]) is not None


def test_a_link_with_a_wrong_signature_is_refused(account: GoogleAccount) -> None:
    address = google.save_link(ticket(), replace(account, key=built.key(0)), now=NOW)

    with pytest.raises(jwt.InvalidSignatureError):
        claims_of(address)


def test_a_place_without_an_address_and_a_day_without_a_time_are_told_in_words(
    account: GoogleAccount,
) -> None:
    made = ticket(face(place="Great Hall"), starts_at=None, ends_at=None)

    payload = claims_of(google.save_link(made, account, now=NOW))["payload"]

    assert not {"venue", "dateTime"} & set(payload["eventTicketClasses"][0])
    told = {line["header"]: line["body"] for line in payload["eventTicketObjects"][0]["textModulesData"]}
    assert told == {"when (en)": "Sunday, 9 May 2027, 19:00", "place (en)": "Great Hall"}


def test_a_change_of_the_event_or_the_guest_gives_new_names_and_no_change_the_same(
    account: GoogleAccount,
) -> None:
    def names(made: Ticket) -> tuple[str, str]:
        payload = claims_of(google.save_link(made, account, now=NOW))["payload"]
        return payload["eventTicketClasses"][0]["id"], payload["eventTicketObjects"][0]["id"]

    event, holder = names(ticket())

    assert names(ticket()) == (event, holder)
    assert names(ticket(face(seat="Table 4"))) == (event, names(ticket(face(seat="Table 4")))[1])
    assert names(ticket(face(seat="Table 4")))[1] != holder
    assert names(ticket(starts_at=STARTS + timedelta(hours=1)))[0] != event


def test_a_long_ticket_leaves_out_what_is_dispensable_until_it_fits_an_address(
    account: GoogleAccount,
) -> None:
    title = "الذكرى الثالثة والثلاثون لاستعادة الاستقلال"
    long = {name: f"{name} " * 40 for name in ("dress", "admission", "companions", "note")}
    made = ticket(face("ar", title=title, seat="طاولة ٤، مقعد ١٢", **long))

    address = google.save_link(made, account, now=NOW)

    assert len(address.removeprefix(google.ADDRESS)) <= google.SAFE_LENGTH
    payload = claims_of(address)["payload"]
    assert payload["eventTicketClasses"][0]["eventName"]["defaultValue"]["value"] == title
    assert payload["eventTicketObjects"][0]["seatInfo"]["seat"]["defaultValue"]["value"] == "طاولة ٤، مقعد ١٢"


def test_nothing_set_up_is_offered_to_nobody_and_is_nothing_wrong(folder: Path) -> None:
    assert (apple_offered(NOW), google_offered(), checks.wallet(NOW)) == (None, None, [])
    assert checks.facts(NOW) == [("Wallets", "Apple: not set up; Google: not set up")]


def test_what_is_set_up_is_told(folder: Path, account: GoogleAccount) -> None:
    built.lay_apple(folder)

    assert checks.wallet(NOW) == []
    [(word, fact)] = checks.facts(NOW)
    day = f"{built.operator().certificate.not_valid_after_utc:%Y-%m-%d}"
    assert word == "Wallets"
    assert fact == f"Apple: {built.PASS_TYPE} until {day}; Google: issuer {built.ISSUER}, {built.ACCOUNT}"


def test_certificates_in_letters_are_taken_as_well(folder: Path) -> None:
    built.lay_apple(folder, certificate=built.operator().pem, wwdr=built.intermediate().pem)

    assert apple_offered(NOW) is not None


def sentence_of(found: list[CheckMessage], name: str) -> str:
    [message] = found
    assert message.id == f"chancery.{name}"
    assert message.msg.endswith(".")
    return message.msg


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"key": built.private_pem(built.key(4))}, "does not fit the certificate"),
        ({"key": built.private_pem(built.key(2), b"secret")}, "is locked by a password"),
        ({"key": b"no key"}, "holds no private key"),
        ({"certificate": b"no certificate"}, "apple.cer holds no certificate"),
        ({"wwdr": b"-----BEGIN CERTIFICATE-----\nnone"}, "apple-wwdr.cer holds no certificate"),
        ({"wwdr": built.authority().der}, "fetch the intermediate certificate “Sample Relations (G4)”"),
        ({"certificate": built.operator(user="example.mission").der}, "is not one for a pass type"),
        ({"certificate": built.operator(ends=NOW - timedelta(days=3)).der}, "apple.cer ended on"),
    ],
)
def test_what_is_wrong_with_the_files_for_apple_is_one_sentence(
    folder: Path, files: dict[str, bytes], words: str
) -> None:
    built.lay_apple(folder, **files)

    assert words in sentence_of(checks.wallet(NOW), "wallet-apple")
    assert apple_offered(NOW) is None
    assert checks.facts(NOW)[0][1].startswith("Apple: set up wrongly;")


@pytest.mark.parametrize("name", ["apple.cer", "apple.key", "apple-wwdr.cer"])
def test_a_file_that_is_missing_is_named(folder: Path, name: str) -> None:
    built.lay_apple(folder)
    (folder / name).unlink()

    assert sentence_of(checks.wallet(NOW), "wallet-apple").startswith(f"{folder / name} is missing;")


def test_an_intermediate_certificate_that_has_ended_is_named(folder: Path) -> None:
    ended = built.intermediate(ends=NOW - timedelta(days=3))
    built.lay_apple(folder, wwdr=ended.der)

    assert "apple-wwdr.cer ended on" in sentence_of(checks.wallet(NOW), "wallet-apple")


@pytest.mark.parametrize(("days", "is_warned"), [(29, True), (31, False)])
def test_a_certificate_is_to_be_renewed_a_month_before_its_end(
    folder: Path, days: int, is_warned: bool
) -> None:
    ends = NOW + timedelta(days=days)
    built.lay_apple(folder, certificate=built.operator(ends=ends).der)

    found = checks.wallet(NOW)

    assert apple_offered(NOW) is not None
    assert bool(found) is is_warned
    if found:
        assert f"ends on {ends:%Y-%m-%d}; renew it" in sentence_of(found, "wallet-apple-ends")


def test_a_certificate_that_was_renewed_is_taken_without_a_restart(folder: Path) -> None:
    built.lay_apple(folder, certificate=built.operator(ends=NOW - timedelta(days=3)).der)
    assert apple_offered(NOW) is None

    built.lay_apple(folder, certificate=built.operator().pem)

    assert apple_offered(NOW) is not None


def test_a_key_file_without_an_issuer_and_an_issuer_without_a_key_file_are_named(
    folder: Path, settings: Any
) -> None:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    assert "google.json is missing" in sentence_of(checks.wallet(NOW), "wallet-google")

    built.lay_google(folder)
    settings.GOOGLE_WALLET_ISSUER = ""

    assert "write it as CHANCERY_GOOGLE_WALLET_ISSUER." in sentence_of(checks.wallet(NOW), "wallet-google")
    assert google_offered() is None


@pytest.mark.parametrize("wrong", [{"private_key": "none"}, {"private_key": None}])
def test_a_key_file_that_is_none_is_named(folder: Path, settings: Any, wrong: dict[str, Any]) -> None:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    built.lay_google(folder, **wrong)

    assert "is not the key file of a service account" in sentence_of(checks.wallet(NOW), "wallet-google")
    (folder / "google.json").write_text("[]")
    assert "is not the key file of a service account" in sentence_of(checks.wallet(NOW), "wallet-google")
