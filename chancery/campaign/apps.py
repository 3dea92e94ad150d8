from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "chancery.campaign"
    label = "campaign"
