"""Addresses of works, loans and exhibitions, below those of what an office shows."""

from django.urls import path

from chancery.exhibition.views import exhibitions, hanging, loans, printing, publication, works

urlpatterns = [
    path("collection/", works.collection, name="collection"),
    path("collection/new/", works.add_work, name="add-work"),
    path("collection/pictures/", works.add_by_pictures, name="add-by-pictures"),
    path("collection/<slug:work>/", works.work, name="work"),
    path("collection/<slug:work>/change/", works.change_work, name="change-work"),
    path("collection/<slug:work>/delete/", works.delete_work, name="delete-work"),
    path("collection/<slug:work>/picture/<slug:size>/", works.picture, name="work-picture"),
    path("collection/<slug:work>/no-picture/", works.take_picture_away, name="take-picture-away"),
    path("loans/", loans.loans, name="loans"),
    path("loans/new/", loans.add_loan, name="add-loan"),
    path("loans/list.pdf", printing.loan_list, name="loan-list"),
    path("loans/<slug:loan>/", loans.loan, name="loan"),
    path("loans/<slug:loan>/change/", loans.change_loan, name="change-loan"),
    path("loans/<slug:loan>/delete/", loans.delete_loan, name="delete-loan"),
    path("loans/<slug:loan>/condition/new/", loans.add_report, name="add-report"),
    path("loans/<slug:loan>/condition/<int:report>/", loans.change_report, name="change-report"),
    path("loans/<slug:loan>/condition/<int:report>/delete/", loans.delete_report, name="delete-report"),
    path(
        "loans/<slug:loan>/condition/<int:report>/picture/<slug:size>/",
        loans.report_picture,
        name="report-picture",
    ),
    path("loans/<slug:loan>/condition/<int:report>/paper.pdf", printing.condition, name="condition-paper"),
    path("exhibitions/new/", exhibitions.add_exhibition, name="add-exhibition"),
    path("exhibitions/<slug:exhibition>/", hanging.exhibition, name="exhibition"),
    path("exhibitions/<slug:exhibition>/order/", hanging.arrange, name="arrange-works"),
    path("exhibitions/<slug:exhibition>/add/", hanging.add_works, name="add-works"),
    path("exhibitions/<slug:exhibition>/public/", publication.publication, name="publication"),
    path("exhibitions/<slug:exhibition>/public/left-out/", publication.leave_out, name="leave-out"),
    path("exhibitions/<slug:exhibition>/public/publish/", publication.publish, name="publish"),
    path("exhibitions/<slug:exhibition>/public/take-back/", publication.take_back, name="take-back"),
    path("exhibitions/<slug:exhibition>/labels/", printing.labels, name="labels"),
    path("exhibitions/<slug:exhibition>/out/<slug:exhibit>/", hanging.take_out, name="take-out"),
    path("exhibitions/<slug:exhibition>/change/", exhibitions.change_exhibition, name="change-exhibition"),
    path("exhibitions/<slug:exhibition>/delete/", exhibitions.delete_exhibition, name="delete-exhibition"),
]
