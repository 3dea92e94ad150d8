"""A release as it would leave now: the text of each language, frozen, and the message to each address."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from chancery.accounts.models import Organiser
from chancery.base import outbox
from chancery.base.cldr import day_in_words
from chancery.base.colour import accent_for
from chancery.base.inbox.addresses import reply_address
from chancery.base.mail_page import mail_page
from chancery.record.actions.releasing import Ready
from chancery.record.documents.communique import (
    CommuniqueText,
    as_html,
    as_text,
    text_of_edition,
    text_of_release,
)
from chancery.record.models import Release, ReleasePosting
from chancery.record.queries.media import Distribution, Recipient
from chancery.record.queries.releases import public_address
from chancery.record.readiness import Readiness


@dataclass(frozen=True, slots=True)
class Leaving:
    """One language as it would leave: its readiness, and the release it corrects, None for a first one."""

    readiness: Readiness
    corrects: Release | None
    last_number: int
    correction: str = ""


def written(
    leaving: Sequence[Leaving], distribution: Distribution, organiser: Organiser, *, now: datetime
) -> list[Ready]:
    """Write each language and the messages to those who get it; nothing is saved."""
    ready = []
    for one in leaving:
        release = _release(one, organiser, now)
        text = text_of_release(release, organiser)
        going = distribution.going.get(one.readiness.edition.language, ())
        postings = [_posting(release, text, recipient, organiser) for recipient in going]
        ready.append(Ready(release, one.readiness.edition.revision, postings))
    return ready


def _release(one: Leaving, organiser: Organiser, now: datetime) -> Release:
    edition = one.readiness.edition
    text = text_of_edition(edition, one.readiness.draft.sentences.values(), organiser)
    corrects = one.corrects if one.corrects and one.corrects.withdrawn_at is None else None
    return Release(
        edition=edition,
        number=one.last_number + 1,
        headline=text.headline,
        blocks=[{"part": block.part, "text": block.text} for block in text.blocks],
        embargo_until=edition.communique.embargo_until,
        released_at=now,
        corrects=corrects,
        correction=one.correction if corrects else "",
    )


def _posting(
    release: Release, text: CommuniqueText, recipient: Recipient, organiser: Organiser
) -> tuple[ReleasePosting, outbox.Mail]:
    mail = mail_of(release, text, recipient.email, organiser)
    return ReleasePosting(release=release, email=recipient.email, name=recipient.name), mail


def mail_of(release: Release, text: CommuniqueText, email: str, organiser: Organiser) -> outbox.Mail:
    """The message with a release to one address: text and HTML of one source."""
    words = text.words
    address = public_address(release)
    closing = [words.online.format(address=address), words.unsubscribe.format(house=text.house)]
    accent = accent_for(organiser.accent)
    html = "\n".join([as_html(text), "<hr>", *(f"<p>{escape(line)}</p>" for line in closing)])
    return outbox.Mail(
        to=email,
        subject=subject_of(text, release),
        text="\n".join([as_text(text), *closing, ""]),
        html=mail_page(
            html,
            language=text.language,
            title=text.headline,
            before=text.line,
            house=text.house,
            accent=accent.by_day,
            accent_night=accent.by_night,
        ),
        language=text.language,
        sender_name=text.house,
        reply_to=reply_address(organiser.ref),
        headers=unsubscribing(organiser),
    )


def subject_of(text: CommuniqueText, release: Release) -> str:
    """The headline; marked where the press is asked to wait, or an earlier version is corrected."""
    words = text.words
    marks = [words.embargo_mark] if release.embargo_until else []
    marks += [words.correction_mark] if release.correction else []
    return f"{' · '.join(marks)}: {text.headline}" if marks else text.headline


def unsubscribing(organiser: Organiser) -> dict[str, str]:
    """How somebody on a media list asks to be taken off: by an answer to the office."""
    return {"List-Unsubscribe": f"<mailto:{reply_address(organiser.ref)}?subject=unsubscribe>"}


def withdrawal_mails(
    release: Release, reason: str, told: Sequence[ReleasePosting], organiser: Organiser, *, now: datetime
) -> list[outbox.Mail]:
    """The messages that tell those who got a release that it is withdrawn, and why."""
    text = text_of_release(release, organiser)
    day = day_in_words(now.astimezone(organiser.zone).date(), text.language)
    said = text.words.was_withdrawn.format(day=day, why=reason)
    accent = accent_for(organiser.accent)
    html = mail_page(
        f"<h2>{escape(text.headline)}</h2>\n<p>{escape(said)}</p>",
        language=text.language,
        title=text.headline,
        before=said,
        house=text.house,
        accent=accent.by_day,
        accent_night=accent.by_night,
    )
    return [
        outbox.Mail(
            to=posting.email,
            subject=f"{text.words.withdrawn_mark}: {text.headline}",
            text=f"{text.headline}\n\n{said}\n",
            html=html,
            language=text.language,
            sender_name=text.house,
            reply_to=reply_address(organiser.ref),
            headers=unsubscribing(organiser),
        )
        for posting in told
    ]


def digest_of(ready: Sequence[Ready]) -> str:
    """One digest of what would leave and to whom: whoever presses the button has seen exactly that."""
    seen = [
        {
            "language": one.release.edition.language,
            "revision": one.revision,
            "number": one.release.number,
            "blocks": one.release.blocks,
            "embargo": str(one.release.embargo_until),
            "to": sorted(posting.email for posting, _mail in one.postings),
        }
        for one in ready
    ]
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()
