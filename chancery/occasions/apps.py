from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    name = "chancery.occasions"
    label = "occasions"
