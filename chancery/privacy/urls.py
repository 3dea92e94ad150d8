"""Addresses of what an office says about personal data."""

from django.urls import path

from chancery.privacy import views

app_name = "privacy"
urlpatterns = [path("privacy/notice/", views.office, name="office")]
