from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "chancery.privacy"
    label = "privacy"
