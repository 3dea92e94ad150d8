from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "chancery.record"
    label = "record"
