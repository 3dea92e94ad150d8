"""Who may open the pages of the programme, its screens and halls."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.programme import following, screens
from chancery.programme.models import Screen
from tests import films, make
from tests.access import Audience, Row, needs
from tests.addresses.shared import an_event, an_item, its_subtitles, the_film


def a_hall(office: Organiser) -> str:
    """The token of the link of the hall where a film is shown."""
    return screens.token_of(films.screened(make.event_of(office)))


def a_screen(office: Organiser) -> str:
    """The code of a screen of that event."""
    return Screen.objects.create(event=make.event_of(office), kind="stage").code


def a_screen_link(office: Organiser) -> str:
    """The token of the link of a screen."""
    return following.token_of(Screen.objects.create(event=make.event_of(office), kind="stage"))


def a_second_screen(office: Organiser) -> str:
    """The token of the link of a screen that shows the subtitles of that film."""
    event = films.screened(make.event_of(office)).event
    return following.token_of(Screen.objects.create(event=event, kind="subtitles", languages=["en"]))


def a_screened_item(office: Organiser) -> str:
    """The code of the item that shows it."""
    films.screened(make.event_of(office))
    return make.event_of(office).items.get(ref="screened").code


def a_showing(office: Organiser) -> int:
    """The key of its showing."""
    return make.event_of(office).items.get(ref="screened").showings.get().pk


def an_order(office: Organiser) -> int:
    """The key of a line about the order of the programme of that event."""
    return make.order_line(make.event_of(office)).pk


ROWS: dict[str, Right | Audience | Row] = {
    "programme:programme": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:arrange": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:undo-order": needs(Right.PROGRAMME_EDIT, code=an_event, line=an_order),
    "programme:add-line": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:take-over": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:history": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:why": needs(Right.PROGRAMME_VIEW, code=an_event, item=an_item),
    "programme:add": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:change": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
    "programme:happened": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
    "programme:screening": needs(Right.PROGRAMME_VIEW, code=an_event, item=a_screened_item),
    "programme:hall-state": needs(Right.PROGRAMME_VIEW, code=an_event, item=a_screened_item),
    "programme:put-on": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item, showing=a_showing),
    "programme:command": needs(
        Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item, verb=lambda office: "pause"
    ),
    "programme:screening-subtitles": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:rehearsal": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:cues": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:screens": needs(Right.RUN_CALL, code=an_event),
    "programme:screen": needs(Right.RUN_CALL, code=an_event, screen=a_screen),
    "programme:withdraw-screen": needs(Right.RUN_CALL, code=an_event, screen=a_screen),
    "screen:screen": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:state": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:stream": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:subtitles": needs(
        Audience.EVERYBODY, token=a_second_screen, film=the_film, subtitles=its_subtitles
    ),
    "programme:make-link": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:withdraw-link": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:desk": needs(Right.RUN_CALL, code=an_event),
    "programme:step": needs(Right.RUN_CALL, code=an_event),
    "programme:run_state": needs(Right.RUN_CALL, code=an_event),
    "programme:run_sheet": needs(Right.RUN_CALL, code=an_event),
    "programme:run_stream": needs(Right.RUN_CALL, code=an_event),
    "programme:run_rehearsal": needs(Right.RUN_CALL, code=an_event),
    "hall:hall": needs(Audience.EVERYBODY, token=a_hall),
    "hall:state": needs(Audience.EVERYBODY, token=a_hall),
    "hall:film": needs(Audience.EVERYBODY, token=a_hall, film=the_film),
    "hall:poster": needs(Audience.EVERYBODY, token=a_hall, film=the_film),
    "hall:subtitles": needs(Audience.EVERYBODY, token=a_hall, film=the_film, subtitles=its_subtitles),
    "programme:delete": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
}
