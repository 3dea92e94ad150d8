from django.db import migrations, models

import chancery.base.codes
import chancery.base.fields


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="code",
            field=models.CharField(
                default=chancery.base.codes.new_code, editable=False, max_length=12, null=True
            ),
        ),
        migrations.AlterField(
            model_name="organiser",
            name="names",
            field=chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name="names"),
        ),
        migrations.AlterField(
            model_name="user",
            name="density",
            field=models.CharField(
                choices=[("comfortable", "comfortable"), ("close", "close")],
                default="comfortable",
                max_length=11,
                verbose_name="rows of lists",
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="is_active",
            field=models.BooleanField(default=True, verbose_name="open"),
        ),
        migrations.AlterField(
            model_name="user",
            name="theme",
            field=models.CharField(
                choices=[("system", "as the device"), ("light", "light"), ("dark", "dark")],
                default="system",
                max_length=6,
                verbose_name="light or dark",
            ),
        ),
    ]
