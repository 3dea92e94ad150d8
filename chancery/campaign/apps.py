from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "chancery.campaign"
    label = "campaign"

    def ready(self) -> None:
        from chancery.campaign import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded
