from django.apps import AppConfig


class SeatingConfig(AppConfig):
    name = "chancery.seating"
    label = "seating"
