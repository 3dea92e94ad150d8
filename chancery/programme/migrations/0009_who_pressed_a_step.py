import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def name_who_pressed(apps, schema_editor):
    """Give steps that are there the name of the account behind them."""
    steps = apps.get_model("programme", "Step").objects
    for user in apps.get_model(settings.AUTH_USER_MODEL).objects.filter(pk__in=steps.values("by")):
        steps.filter(by=user).update(by_name=user.name or user.email)


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0008_words_and_arrow_of_a_sign'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='step',
            name='by_name',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name='step',
            name='ref',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=80),
        ),
        migrations.AlterField(
            model_name='step',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(name_who_pressed, migrations.RunPython.noop),
    ]
