"""Addresses of the photographs of an event, below those of the record."""

from django.urls import path

from chancery.record.views import photo, photo_packs, photo_uploads, photo_wishes, photos

AT = "events/<slug:code>/record/photos/"
urlpatterns = [
    path(AT, photos.photos, name="photos"),
    path(f"{AT}add/", photos.add, name="photos-add"),
    path(f"{AT}act/", photos.act, name="photos-act"),
    path(f"{AT}undo/", photos.undo, name="photos-undo"),
    path(f"{AT}preparation/", photos.preparation, name="photos-preparation"),
    path(f"{AT}uploads/", photo_uploads.uploads, name="photos-uploads"),
    path(f"{AT}uploads/<slug:upload>/", photo_uploads.upload, name="photos-upload"),
    path(f"{AT}find/", photo.find, name="photos-find"),
    path(f"{AT}wishes/", photo_wishes.wishes, name="photo-wishes"),
    path(f"{AT}pack/", photo_packs.start, name="photos-pack"),
    path(f"{AT}pack/<slug:job>/", photo_packs.progress, name="photo-pack"),
    path(f"{AT}pack/<slug:job>/file/", photo_packs.download, name="photo-pack-file"),
    path(f"{AT}<slug:photo>/", photo.photo, name="photo"),
    path(f"{AT}<slug:photo>/people/", photo.add_person, name="photo-people"),
    path(f"{AT}<slug:photo>/people/seated/", photo.add_seated, name="photo-seated"),
    path(f"{AT}<slug:photo>/people/places/", photo.place_people, name="photo-places"),
    path(f"{AT}<slug:photo>/<slug:size>/", photo.picture, name="photo-picture"),
]
