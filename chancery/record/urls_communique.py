"""Addresses of communiqués, their releases and the media lists of an office."""

from django.urls import path

from chancery.record.views import communique, media, releasing

TEXT = "events/<slug:code>/record/communique/"

urlpatterns = [
    path(TEXT, communique.communique, name="communique"),
    path(f"{TEXT}frame/", communique.frame, name="communique-frame"),
    path(f"{TEXT}undo/", communique.undo, name="communique-undo"),
    path(f"{TEXT}release/", releasing.release, name="release"),
    path(f"{TEXT}release/<slug:language>.png", releasing.picture, name="release-picture"),
    path(f"{TEXT}releases/", releasing.history, name="releases"),
    path(f"{TEXT}releases/<slug:release>/", releasing.one, name="release-made"),
    path(f"{TEXT}releases/<slug:release>/withdraw/", releasing.withdraw, name="release-withdraw"),
    path(f"{TEXT}sentences/<slug:sentence>/", communique.edit, name="sentence"),
    path(f"{TEXT}sentences/<slug:sentence>/<slug:deed>/", communique.act, name="sentence-act"),
    path(f"{TEXT}in/<slug:language>/draft/", communique.draft, name="communique-draft"),
    path(f"{TEXT}in/<slug:language>/review/", communique.review, name="communique-review"),
    path(f"{TEXT}in/<slug:language>/add/", communique.add, name="communique-add"),
    path(f"{TEXT}in/<slug:language>/communique.<slug:suffix>", communique.paper, name="communique-paper"),
    path("media-lists/", media.media_lists, name="media-lists"),
    path("media-lists-undo/<int:number>/", media.undo, name="media-undo"),
    path("media-lists-find/", media.find, name="media-find"),
    path("media-lists/new/", media.new, name="media-list-new"),
    path("media-lists/<slug:chosen>/", media.media_list, name="media-list"),
    path("media-lists/<slug:chosen>/change/", media.change, name="media-list-change"),
    path("media-lists/<slug:chosen>/delete/", media.delete, name="media-list-delete"),
    path("media-lists/<slug:chosen>/paste/", media.paste, name="media-list-paste"),
    path("media-lists/<slug:chosen>/add/", media.add, name="media-address-new"),
    path("media-lists/<slug:chosen>/<int:address>/", media.change_address, name="media-address"),
    path("media-lists/<slug:chosen>/<int:address>/delete/", media.drop_address, name="media-address-delete"),
]
