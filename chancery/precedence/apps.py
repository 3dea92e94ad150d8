from django.apps import AppConfig


class PrecedenceConfig(AppConfig):
    name = "chancery.precedence"
    label = "precedence"
