from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "chancery.custody"
    label = "custody"
