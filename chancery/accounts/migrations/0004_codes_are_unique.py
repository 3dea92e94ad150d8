from django.db import migrations, models

import chancery.base.codes


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_give_members_codes")]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="code",
            field=models.CharField(
                default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True
            ),
        ),
    ]
