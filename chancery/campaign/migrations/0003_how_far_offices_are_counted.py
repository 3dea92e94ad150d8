"""Counts are kept beside the rows they count: what was counted before is thrown away and counted again."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0008_grant_for_seating'),
        ('campaign', '0002_pages_and_reports_say_more'),
        ('events', '0006_campaigns_over_posts'),
    ]

    operations = [
        migrations.DeleteModel(name='EventCounting'),
        migrations.CreateModel(
            name='EventCounting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('audit_line', models.BigIntegerField(default=0)),
                ('counted_at', models.DateTimeField()),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='counting', to='events.event')),
                ('organiser', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.organiser')),
            ],
            options={
                'indexes': [models.Index(fields=['organiser', 'year', 'event'], name='counted_in_a_year')],
            },
        ),
        migrations.CreateModel(
            name='OfficeCounting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audit_line', models.BigIntegerField(default=0)),
                ('settled_line', models.BigIntegerField(default=0)),
                ('counted_at', models.DateTimeField()),
                ('organiser', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='counting', to='accounts.organiser')),
            ],
        ),
    ]
