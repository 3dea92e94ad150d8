from django.apps import AppConfig


class ExhibitionConfig(AppConfig):
    name = "chancery.exhibition"
    label = "exhibition"
