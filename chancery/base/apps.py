from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "chancery.base"
    label = "base"
