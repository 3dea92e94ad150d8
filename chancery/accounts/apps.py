from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "chancery.accounts"
    label = "accounts"

    def ready(self) -> None:
        from chancery.accounts import leaving, seals  # noqa: F401, PLC0415  # register work once models are loaded
