from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "chancery.programme"
    label = "programme"
