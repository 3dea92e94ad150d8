"""Addresses of the press."""

from django.urls import path

from chancery.record.views import press

PRESS = "events/<slug:code>/record/press/"

urlpatterns = [
    path(PRESS, press.press, name="press"),
    path(f"{PRESS}add/", press.add_report, name="add-report"),
    path(f"{PRESS}paste/", press.paste, name="press-paste"),
    path(f"{PRESS}list.pdf", press.press_paper, name="press-paper"),
    path(f"{PRESS}folder/", press.pack, name="press-pack"),
    path(f"{PRESS}folder/<slug:job>/", press.press_progress, name="press-progress"),
    path(f"{PRESS}folder/<slug:job>/press.zip", press.press_folder, name="press-folder"),
    path(f"{PRESS}<slug:report>/", press.report, name="report"),
    path(f"{PRESS}<slug:report>/delete/", press.delete_report, name="delete-report"),
    path(f"{PRESS}<slug:report>/clipping/", press.clipping, name="clipping"),
]
