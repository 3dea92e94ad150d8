"""Addresses of the running order."""

from django.urls import path

from chancery.programme.views import cues, desk, items, order, screening, screens

app_name = "programme"
urlpatterns = [
    path("events/<slug:code>/programme/", order.programme, name="programme"),
    path("events/<slug:code>/programme/order/", order.arrange, name="arrange"),
    path("events/<slug:code>/programme/order/<int:line>/undo/", order.undo_order, name="undo-order"),
    path("events/<slug:code>/programme/line/", order.add_line, name="add-line"),
    path("events/<slug:code>/programme/take-over/", order.take_over, name="take-over"),
    path("events/<slug:code>/programme/history/", order.lines, name="history"),
    path("events/<slug:code>/call/", desk.desk, name="desk"),
    path("events/<slug:code>/call/step/", desk.step, name="step"),
    path("events/<slug:code>/call/state/", desk.run_state, name="run_state"),
    path("events/<slug:code>/call/stream/", desk.stream, name="run_stream"),
    path("events/<slug:code>/call/sheet/", desk.run_sheet, name="run_sheet"),
    path("events/<slug:code>/call/rehearsal/", desk.rehearse, name="run_rehearsal"),
    path("events/<slug:code>/programme/add/", items.add, name="add"),
    path("events/<slug:code>/programme/items/<slug:item>/", items.change, name="change"),
    path("events/<slug:code>/programme/items/<slug:item>/happened/", items.happened, name="happened"),
    path("events/<slug:code>/programme/items/<slug:item>/screening/", screening.screening, name="screening"),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/hall/",
        screening.hall_state,
        name="hall-state",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/films/<int:showing>/",
        screening.put_on,
        name="put-on",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/subtitles/",
        screening.subtitles,
        name="screening-subtitles",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/rehearsal/",
        screening.rehearsal,
        name="rehearsal",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/link/",
        screening.make_link,
        name="make-link",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/link/withdraw/",
        screening.withdraw_link,
        name="withdraw-link",
    ),
    path(
        "events/<slug:code>/programme/items/<slug:item>/screening/do/<slug:verb>/",
        screening.command,
        name="command",
    ),
    path("events/<slug:code>/programme/items/<slug:item>/why/", items.why, name="why"),
    path("events/<slug:code>/programme/items/<slug:item>/delete/", items.delete, name="delete"),
    path("events/<slug:code>/call/cues/", cues.cues, name="cues"),
    path("events/<slug:code>/call/screens/", screens.screens, name="screens"),
    path("events/<slug:code>/call/screens/<slug:screen>/", screens.screen, name="screen"),
    path("events/<slug:code>/call/screens/<slug:screen>/withdraw/", screens.withdraw, name="withdraw-screen"),
]
