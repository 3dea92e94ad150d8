"""Turn the place and the days of each exhibition into its first stay."""

from django.db import migrations


def make_stays(apps, schema_editor):
    Exhibition = apps.get_model("exhibition", "Exhibition")
    Stay = apps.get_model("exhibition", "Stay")
    placed = Exhibition.objects.filter(stays=None).exclude(place=None, opens=None, closes=None)
    for exhibition in placed.order_by("pk"):
        Stay.objects.create(
            exhibition=exhibition, place=exhibition.place, opens=exhibition.opens, closes=exhibition.closes
        )


class Migration(migrations.Migration):
    dependencies = [("exhibition", "0005_check_of_films")]

    operations = [migrations.RunPython(make_stays, migrations.RunPython.noop, elidable=True)]
