"""Addresses of the directory."""

from django.urls import path

from chancery.directory.views import addressing, bodies, circles, deleting, people, searching

app_name = "directory"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/new/", people.new, name="person_new"),
    path("people/<slug:person>/", people.person, name="person"),
    path("people/<slug:person>/change/", people.change, name="person_change"),
    path("people/<slug:person>/delete/", people.delete, name="person_delete"),
    path(
        "people/<slug:person>/address/<slug:language>/<slug:purpose>/",
        addressing.address_why,
        name="address_why",
    ),
    path("bodies/", bodies.bodies, name="bodies"),
    path("bodies/new/", bodies.new_body, name="body_new"),
    path("bodies/<slug:body>/", bodies.body, name="body"),
    path("bodies/<slug:body>/change/", bodies.change_body, name="body_change"),
    path("bodies/<slug:body>/delete/", bodies.delete_body, name="body_delete"),
    path("bodies/<slug:body>/offices/new/", bodies.new_post, name="office_new"),
    path("offices/<slug:office_code>/", bodies.post, name="office"),
    path("offices/<slug:office_code>/change/", bodies.change_post, name="office_change"),
    path("offices/<slug:office_code>/delete/", bodies.delete_post, name="office_delete"),
    path("offices/<slug:office_code>/hand-over/", bodies.hand_over, name="hand_over"),
    path("groups/", circles.groups, name="groups"),
    path("groups/new/", circles.new_group, name="group_new"),
    path("groups/<slug:group>/", circles.group, name="group"),
    path("groups/<slug:group>/change/", circles.change_group, name="group_change"),
    path("groups/<slug:group>/delete/", circles.delete_group, name="group_delete"),
    path("households/", circles.households, name="households"),
    path("households/new/", circles.new_household, name="household_new"),
    path("households/<slug:household>/", circles.household, name="household"),
    path("households/<slug:household>/change/", circles.change_household, name="household_change"),
    path("households/<slug:household>/delete/", circles.delete_household, name="household_delete"),
    path("find-in-directory/", searching.search, name="search"),
    path("history/<int:line>/take-back/", deleting.take_back, name="undo"),
]
