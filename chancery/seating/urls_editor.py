"""Addresses of the drawing of a room as it is changed on the screen."""

from django.urls import path

from chancery.seating.views import editor

urlpatterns = [
    path("rooms/<slug:room>/draw/", editor.edit_room, name="edit-room"),
    path("rooms/<slug:room>/draw/pieces/", editor.draw_pieces, name="draw-pieces"),
]
