"""Addresses of recognitions."""

from django.urls import path

from chancery.occasions.views import recognition_files, recognitions

LIST = "campaigns/<slug:campaign>/recognitions/"
ONE = f"{LIST}<slug:recognition>/"

urlpatterns = [
    path(LIST, recognitions.recognitions, name="recognitions"),
    path(f"{LIST}add/", recognitions.add, name="add-recognition"),
    path(f"{LIST}undo/", recognitions.undo, name="undo-recognitions"),
    path(f"{LIST}import/", recognition_files.bring, name="import-recognitions"),
    path(f"{LIST}import/sample.xlsx", recognition_files.sample, name="recognitions-sample"),
    path(f"{LIST}list.csv", recognition_files.as_csv, name="recognitions-csv"),
    path(f"{LIST}list.xlsx", recognition_files.as_xlsx, name="recognitions-xlsx"),
    path(f"{LIST}list.pdf", recognition_files.as_pdf, name="recognitions-pdf"),
    path(ONE, recognitions.recognition, name="recognition"),
    path(f"{ONE}edit/", recognitions.change, name="change-recognition"),
    path(f"{ONE}delete/", recognitions.delete, name="delete-recognition"),
    path(f"{ONE}document/", recognitions.document, name="recognition-document"),
    path(f"{ONE}steps/", recognitions.add_step, name="add-recognition-step"),
    path(f"{ONE}steps/<slug:step>/", recognitions.take_back, name="take-back-step"),
]
