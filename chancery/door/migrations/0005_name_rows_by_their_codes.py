from django.db import migrations
from django.db.models import F

NAMED = ("device", "doornote", "preparedanswer")


def name_rows(apps, schema_editor):
    """Rows made before had one ref among them all; their codes are as good and differ."""
    for model in NAMED:
        apps.get_model("door", model).objects.update(ref=F("code"))


class Migration(migrations.Migration):
    dependencies = [("door", "0004_refs_for_event_folders")]

    operations = [migrations.RunPython(name_rows, migrations.RunPython.noop)]
