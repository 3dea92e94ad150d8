"""Addresses of wishes, of who is kept apart, and of the reasons of seats."""

from django.urls import path

from chancery.seating.views import apart, why, wishes

EVENT = "events/<slug:code>/seating/"

urlpatterns = [
    path(f"{EVENT}wishes/", wishes.wishes, name="wishes"),
    path(f"{EVENT}wishes/add/", wishes.add_wish, name="add-wish"),
    path(f"{EVENT}wishes/undo/", wishes.undo_wish, name="undo-wish"),
    path(f"{EVENT}wishes/<slug:wish>/", wishes.change_wish, name="change-wish"),
    path(f"{EVENT}wishes/<slug:wish>/delete/", wishes.delete_wish, name="delete-wish"),
    path(f"{EVENT}plan/<slug:plan>/importance/", wishes.importance, name="importance"),
    path(f"{EVENT}plan/<slug:plan>/why/<slug:who>/<int:member>/", why.seat, name="why"),
    path(f"{EVENT}plan/<slug:plan>/reasons.pdf", why.printed, name="reasons"),
    path(f"{EVENT}plan/<slug:plan>/compare/", why.compare, name="compare"),
    path("seating/apart/", apart.pairs, name="apart"),
    path("seating/apart/add/", apart.add_pair, name="add-apart"),
    path("seating/apart/<slug:pair>/", apart.change_pair, name="change-apart"),
    path("seating/apart/<slug:pair>/delete/", apart.delete_pair, name="delete-apart"),
]
