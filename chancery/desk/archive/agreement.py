"""Whether a row agrees with itself and with the rest, and the sentence that says what does not."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.constraints import BaseConstraint

from chancery.base import places
from chancery.desk.archive.values import DoesNotFit, shown
from chancery.door.models import Scan, Slot
from chancery.events.models import Event
from chancery.occasions.models import Occasion
from chancery.precedence.models import Ordering
from chancery.precedence.queries import offered_to
from chancery.rules.anniversaries import UnreadableRule, read_rule
from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.seating.models import Plan, Room

# What a constraint of the database says, where its model has no sentence of its own.
SENTENCES = {
    "contact_of_person_or_body": "it belongs to a person or to a body, not to both",
    "one_name_a_position": "two names stand at one place",
    "name_is_written": "the name is empty; write it as printed",
    "tenure_ends_after_it_begins": "the office ends before it begins; correct one of the dates",
    "one_step_a_kind": "two steps are of one kind; leave one of them out",
    "one_relation_a_kind": "the relation stands there twice; leave one of them out",
    "relation_to_another": "a person cannot stand in a relation to oneself; name another person",
    "one_form_a_person": "two forms of address are for one language and purpose; leave one of them out",
    "one_form_a_household": "two forms of address are for one language and purpose; leave one of them out",
    "form_of_person_or_household": "it belongs to a person or to a household, not to both",
    "once_in_a_household": "somebody stands in the household twice; leave one of them out",
    "place_not_part_of_itself": "a place cannot be part of itself; name another one",
    "one_profile_a_version": "two versions of a profile have one number; give each its own",
    "one_place_a_group": "the group has two places; leave one of them out",
    "one_move_a_subject": "two moves are of one subject; leave one of them out",
    "move_has_a_reason": "a place given by hand needs a reason; write it",
    "event_ends_after_it_begins": "the event ends before it begins; correct one of the days",
    "once_an_occasion": "the occasion stands there twice; leave one of them out",
    "one_main_occasion": "two occasions are the main one; make one of them second",
    "partner_is_named": "name a body that is the partner, or write the partner as printed",
    "one_series_edition_a_ref": "two editions have one ref; give each its own",
    "one_series_edition_a_number": "two editions of the series have one number; correct one of them",
    "avoided_day_by_rule_or_date": "give either a calendar rule or the day it begins",
    "avoided_day_ends_in_order": "it ends before it begins; correct one of the days",
    "recognition_names_its_body": "name the body, or write it as printed",
    "word_has_its_language": "the word it uses needs the language of the text",
    "step_taken_back_says_why": "a step that is taken back needs a reason",
    "campaign_claim_up_to_its_upper": "the figure lies over its upper end; correct one of them",
    "campaign_claim_has_a_claimant": "name who says so",
    "campaign_claim_followed_says_why": "say who decided to follow it, and why",
    "once_a_campaign": "the campaign stands there twice; leave one of them out",
    "involvement_of_body_or_person": "name either a body or a person",
    "category_not_within_itself": "a category cannot lie within itself; name another one",
    "one_inviter_a_name": "two inviters have one name; give each its own",
    "somebody_takes_part": "name a person, a body or an office that takes part",
    "mentioned_is_not_present": "who is only mentioned did not attend; correct the capacity or “actual”",
    "companion_is_named": "name the companion, or count them in unnamed_companions",
    "question_not_after_itself": "a question cannot be asked after itself; name another one",
    "one_wave_a_number": "two waves have one number; give each its own",
    "one_note_a_number": "two notes of one year have one number; give each its own",
    "needs_only_with_consent": "needs are kept only with consent; leave them out",
    "item_not_under_its_shortest": "duration_seconds is missing or under shortest_seconds; correct one",
    "item_not_over_its_longest": "duration_seconds is missing or over longest_seconds; correct one",
    "item_ends_after_it_begins": "ended_at lies before started_at; correct one of them",
    "item_has_one_anchor": "anchor_at and anchor_offset_seconds are both given; leave one of them out",
    "item_not_part_of_itself": "an item cannot be part of itself; name another one",
    "showing_of_film_or_exhibition": "name either a film or an exhibition",
    "subtitles_once_a_language": "two sets of subtitles are in one language; leave one of them out",
    "work_has_one_lender": "a work is lent by a body or by a person, not by both",
    "once_in_an_exhibition": "a work stands in the exhibition twice; leave one of them out",
    "loan_ends_after_it_begins": "the loan ends before it begins; correct one of the days",
    "one_photo_a_file": "two photographs have one file; leave one of them out",
    "somebody_is_on_the_photo": "name who is on the photograph, or describe them in “words”",
    "once_on_a_photo": "somebody is on the photograph twice; leave one of them out",
    "reach_has_a_claimant": "“reach” needs “reach_according_to”; write who says so",
    "one_edition_a_language": "the communiqué has two editions in one language; leave one of them out",
    "one_release_a_number": "two releases of an edition have one number; give each its own",
    "withdrawn_for_a_reason": "a release that was withdrawn needs “withdrawn_because”; write it",
    "one_claim_is_followed": "the record follows two claims about one matter; follow one of them",
    "claim_up_to_its_upper": "“upper” lies below “value”; correct one of them",
    "one_wish_a_ref": "two wishes have one ref; give each its own",
    "one_plan_a_number": "two plans have one number; give each its own",
    "one_plan_a_ref": "two plans have one ref; give each its own",
    "one_chosen_plan_a_part": "two plans of one part are the chosen one; leave “is_chosen” out of one",
    "one_chosen_plan_an_event": "two plans are the chosen one; leave “is_chosen” out of one",
    "one_sitter_a_seat": "two placements are for one seat; give each its own",
    "one_seat_a_sitter": "somebody is placed twice; leave one of the placements out",
    "one_note_a_seat": "two notes are about one seat; leave one of them out",
    "one_step_a_number": "two steps of the run have one number; give each its own",
    "one_door_a_ref": "two doors have one ref; give each its own",
    "one_door_a_name": "two doors have one name; give each its own",
    "one_slot_a_ref": "two slots have one ref; give each its own",
    "one_answer_a_band": "two prepared answers are for one band of rank; leave one of them out",
    "something_is_handed_over": "name the document or the things that were handed over",
}


def disagreement(row: models.Model) -> str:
    """Say what a row that the database refused does against its constraints, without a full stop."""
    for constraint in row._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError as error:
            return SENTENCES.get(constraint.name) or _own_sentence(constraint, error)
    try:
        row.validate_unique()
    except ValidationError as error:
        return f"another row has the same “{next(iter(error.message_dict))}”; give each its own"
    return "it contradicts another row; compare the two"


def _own_sentence(constraint: BaseConstraint, error: ValidationError) -> str:
    if constraint.violation_error_message == BaseConstraint.default_violation_error_message:
        return f"it is against “{constraint.name}”; compare it with the manual"
    return error.messages[0].rstrip(".")


def check_meaning(row: models.Model) -> None:
    """Look at what a column alone cannot tell. Errors: DoesNotFit with the field and what to write."""
    if isinstance(row, Event) and not places.is_time_zone(row.time_zone):
        raise DoesNotFit(f"field “time_zone”: {shown(row.time_zone)} is no time zone; write Europe/Bucharest")
    if isinstance(row, Ordering):
        _check_profile(row)
    if isinstance(row, Slot) and row.starts_at == row.ends_at:
        raise DoesNotFit("field “ends_at”: a slot needs some time; let it end later than it begins")
    if isinstance(row, Scan):
        _check_scan(row)
    if isinstance(row, Room | Plan) and row.layout:
        _check_layout(row)
    if isinstance(row, Occasion) and row.rule:
        try:
            read_rule(row.rule)
        except UnreadableRule as error:
            raise DoesNotFit(f"field “rule”, {error.field}: {str(error).rstrip('.')}") from None


def _check_scan(scan: Scan) -> None:
    if (scan.kind == Scan.Kind.UNDO) is (scan.undoes is None):
        raise DoesNotFit("field “undoes”: an “undo” names the scan it takes back, and no other kind does")
    if not scan.people:
        raise DoesNotFit("field “people”: “0” does not fit; write how many it was, one at least")


def _check_layout(row: Room | Plan) -> None:
    try:
        read_layout(row.layout)
    except LayoutRefused as error:
        raise DoesNotFit(f"field “layout”: {str(error).rstrip('.')}") from None


def _check_profile(row: Ordering) -> None:
    if row.follows is not None:
        if row.follows.key != row.profile:
            raise DoesNotFit(f"field “follows”: it is no version of {shown(row.profile)}; name one of those")
        return
    known = [offered.profile.key for offered in offered_to(row.organiser)]
    if row.profile not in known:
        raise DoesNotFit(
            f"field “profile”: there is no profile {shown(row.profile)}; "
            "`chancery order --list-profiles` lists them"
        )
