from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "chancery.campaign"
    label = "campaign"

    def ready(self) -> None:
        from chancery.campaign import jobs, page_words  # noqa: F401, PLC0415  # register once models are loaded
