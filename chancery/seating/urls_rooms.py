"""Addresses of the rooms of an office."""

from django.urls import path

from chancery.seating.views import furniture, given_rooms, room_files, rooms

urlpatterns = [
    path("rooms/", rooms.rooms, name="rooms"),
    path("rooms/new/", rooms.new, name="new-room"),
    path("rooms/import/", room_files.import_plan, name="import-room"),
    path("rooms/<slug:room>/", rooms.room, name="room"),
    path("rooms/<slug:room>/names/", rooms.name, name="name-room"),
    path("rooms/<slug:room>/copy/", rooms.copy, name="copy-room"),
    path("rooms/<slug:room>/show/", given_rooms.pages.show, name="show-room"),
    path("rooms/<slug:room>/take/", given_rooms.pages.take, name="take-given-room"),
    path("rooms/<slug:room>/taken/", given_rooms.pages.taken, name="taken-room"),
    path("rooms/<slug:room>/newer/", given_rooms.pages.take_newer, name="take-newer-room"),
    path("rooms/<slug:room>/keep/", given_rooms.pages.keep, name="keep-room"),
    path("rooms/<slug:room>/delete/", rooms.delete, name="delete-room"),
    path("rooms/<slug:room>/undo/<int:line>/", rooms.undo_line, name="undo-room"),
    path("rooms/<slug:room>/size/", furniture.size, name="size-room"),
    path("rooms/<slug:room>/seats/", furniture.notes, name="note-seats"),
    path("rooms/<slug:room>/furniture/add/", furniture.add, name="add-furniture"),
    path("rooms/<slug:room>/furniture/<slug:piece>/", furniture.change, name="change-furniture"),
    path("rooms/<slug:room>/furniture/<slug:piece>/delete/", furniture.delete, name="delete-furniture"),
    path("rooms/<slug:room>/drawing.svg", room_files.svg, name="room-svg"),
    path("rooms/<slug:room>/drawing.pdf", room_files.pdf, name="room-pdf"),
    path("rooms/<slug:room>/pretix.json", room_files.export_plan, name="export-room"),
]
