from django.apps import AppConfig


class GuestsConfig(AppConfig):
    name = "chancery.guests"
    label = "guests"
