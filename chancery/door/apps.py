from django.apps import AppConfig


class DoorConfig(AppConfig):
    name = "chancery.door"
    label = "door"
