from django.db import migrations

from chancery.base.codes import new_code


def give_codes(apps, schema_editor):
    """Give each member a code of their own; the column was added with one value for all."""
    Membership = apps.get_model("accounts", "Membership")
    for member in Membership.objects.order_by("pk").iterator():
        member.code = new_code()
        member.save(update_fields=["code"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_words_and_codes")]

    operations = [migrations.RunPython(give_codes, migrations.RunPython.noop)]
