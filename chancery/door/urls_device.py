"""Addresses of the telephones at the doors; nobody signs in to them."""

from django.urls import path

from chancery.door.views import device_calls, phone, reader, worker

app_name = "phone"
urlpatterns = [
    path("", phone.shell, name="shell"),
    path("sw.js", worker.worker, name="worker"),
    path("reader/<slug:release>/<path:name>", reader.file, name="reader"),
    path("pair/", device_calls.pair, name="pair"),
    path("snapshot/", device_calls.guests, name="snapshot"),
    path("scans/", device_calls.scans, name="scans"),
    path("clock/", device_calls.clock, name="clock"),
    path("stream/", device_calls.stream, name="stream"),
    path("guests/", device_calls.guest, name="guests"),
    path("wiped/", device_calls.wiped, name="wiped"),
]
