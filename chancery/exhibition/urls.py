"""Addresses of films and exhibitions."""

from django.urls import include, path

from chancery.exhibition.views import film_uploads, films, listing, offered, subtitles

app_name = "exhibition"
urlpatterns = [
    path("works/", listing.works, name="works"),
    path("works/films/new/", films.add_film, name="add-film"),
    path("works/films/<slug:film>/", films.change_film, name="change-film"),
    path("works/films/<slug:film>/delete/", films.delete_film, name="delete-film"),
    path("works/films/<slug:film>/file/", films.film_file, name="film-file"),
    path("works/films/<slug:film>/poster/", films.film_poster, name="film-poster"),
    path("works/films/<slug:film>/tried/", films.film_tried, name="film-tried"),
    path("works/films/<slug:film>/uploads/", film_uploads.uploads, name="film-uploads"),
    path("works/films/<slug:film>/uploads/<slug:upload>/", film_uploads.upload, name="film-upload"),
    path("works/films/<slug:film>/subtitles/add/", subtitles.add_subtitles, name="add-subtitles"),
    path(
        "works/films/<slug:film>/subtitles/<slug:subtitles>/",
        subtitles.change_subtitles,
        name="change-subtitles",
    ),
    path(
        "works/films/<slug:film>/subtitles/<slug:subtitles>/delete/",
        subtitles.delete_subtitles,
        name="delete-subtitles",
    ),
    path(
        "works/films/<slug:film>/subtitles/<slug:subtitles>.vtt",
        subtitles.subtitles_file,
        name="subtitles-file",
    ),
    path("works/taken/<slug:kind>/<slug:code>/", offered.taken, name="taken"),
    path("works/taken/<slug:kind>/<slug:code>/newer/", offered.take_newer, name="take-newer"),
    path("works/taken/<slug:kind>/<slug:code>/keep/", offered.keep, name="keep-own"),
    path("campaigns/<slug:campaign>/films/", offered.offered, name="offered"),
    path("campaigns/<slug:campaign>/films/offer/", offered.offer, name="offer"),
    path("campaigns/<slug:campaign>/films/take/<slug:kind>/<slug:code>/", offered.take, name="take"),
    path("works/", include("chancery.exhibition.urls_collection")),
]
