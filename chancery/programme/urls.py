"""Addresses of the running order."""

from django.urls import path

from chancery.programme.views import items, order

app_name = "programme"
urlpatterns = [
    path("events/<slug:code>/programme/", order.programme, name="programme"),
    path("events/<slug:code>/programme/order/", order.arrange, name="arrange"),
    path("events/<slug:code>/programme/order/<int:line>/undo/", order.undo_order, name="undo-order"),
    path("events/<slug:code>/programme/line/", order.add_line, name="add-line"),
    path("events/<slug:code>/programme/take-over/", order.take_over, name="take-over"),
    path("events/<slug:code>/programme/history/", order.lines, name="history"),
    path("events/<slug:code>/programme/add/", items.add, name="add"),
    path("events/<slug:code>/programme/items/<slug:item>/", items.change, name="change"),
    path("events/<slug:code>/programme/items/<slug:item>/happened/", items.happened, name="happened"),
    path("events/<slug:code>/programme/items/<slug:item>/why/", items.why, name="why"),
    path("events/<slug:code>/programme/items/<slug:item>/delete/", items.delete, name="delete"),
]
