"""What has to be done for an event, and until when."""

from typing import Annotated

from django.utils import timezone
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.records import EventRecord
from chancery.api.resource import changes, creates, deletes, put, resolved, verb
from chancery.api.shapes import Written
from chancery.events import actions, section_actions
from chancery.events.access import EventOffice
from chancery.events.models import Task

CODE = "events.task"
# So many days lie before or after an event that anybody plans.
MOST_DAYS = 3660


class TaskIn(Written):
    title: Annotated[str, Field(min_length=1, max_length=200)]
    days_before: Annotated[int, Field(ge=-MOST_DAYS, le=MOST_DAYS)] = Field(
        7, description="Counted back from the day of the event; below 0 after it."
    )
    in_working_days: bool = Field(False, description="Counted in working days of the host state.")


class Tasks(EventRecord[Task]):
    """What has to be done, and until when."""

    name, one, model, right = "tasks", "task", Task, Right.EVENTS_VIEW
    columns = ("code", "title", "days_before", "in_working_days", "done_at")

    @creates(Right.EVENTS_EDIT, TaskIn)
    def add(self, office: EventOffice, written: TaskIn) -> Task:
        """Add a task; who does it is said on the page."""
        return _saved(office, put(Task(event=office.event), resolved(written, office), unchecked=["done_by"]))

    @changes(Right.EVENTS_EDIT, TaskIn)
    def change(self, office: EventOffice, row: Task, written: TaskIn) -> None:
        """Change what a task is and until when it is to be done."""
        _saved(office, put(row, resolved(written, office), unchecked=["done_by"]))

    @verb("finish", Right.EVENTS_EDIT)
    def finish(self, office: EventOffice, row: Task) -> None:
        """Mark a task as done."""
        actions.finish_task(row, now=timezone.now(), by=office.actor)

    @verb("reopen", Right.EVENTS_EDIT)
    def reopen(self, office: EventOffice, row: Task) -> None:
        """Mark a task as not done after all."""
        actions.reopen_task(row, by=office.actor)

    @deletes(Right.EVENTS_EDIT, refuses=[section_actions.SectionRefused])
    def delete(self, office: EventOffice, row: Task) -> None:
        """Take a task away."""
        section_actions.save_section(office.event, [], [row], code=CODE, by=office.actor)


def _saved(office: EventOffice, row: Task) -> Task:
    section_actions.save_section(office.event, [row], [], code=CODE, by=office.actor)
    return row
