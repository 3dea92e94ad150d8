"""The tables as they stand after the migrations that this one replaces for a new installation."""

import chancery.base.codes
import chancery.base.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('exhibition', '0001_initial'), ('exhibition', '0002_where_and_how_long'), ('exhibition', '0003_works_loans_and_subtitles'), ('exhibition', '0004_refs_of_stays_and_exhibits'), ('exhibition', '0005_check_of_films'), ('exhibition', '0006_places_and_days_of_stays'), ('exhibition', '0007_exhibits_left_out_and_days_of_stays')]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0007_mark_of_sessions'),
        ('base', '0003_stored_files'),
        ('directory', '0004_say_what_is_wrong'),
        ('events', '0001_squashed_0005_presence_proposed_from_replies'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exhibition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='titles')),
                ('about', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='about')),
                ('makers', models.CharField(blank=True, max_length=200, verbose_name='makers')),
                ('credits', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='credits')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('is_published', models.BooleanField(default=False, verbose_name='on the public page')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='exhibition_exhibition_ref')],
            },
        ),
        migrations.CreateModel(
            name='Film',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('rights', models.CharField(blank=True, choices=[('', 'not cleared'), ('own', 'own work'), ('licence', 'under a licence'), ('permission', 'with permission'), ('public-domain', 'in the public domain'), ('refused', 'refused')], max_length=13, verbose_name='rights')),
                ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                ('licence_address', models.URLField(blank=True, max_length=500, verbose_name='address of the licence')),
                ('rights_until', models.DateField(blank=True, null=True, verbose_name='may be shown until')),
                ('rights_note', models.CharField(blank=True, max_length=300, verbose_name='who gave the rights, and for what')),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='titles')),
                ('about', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='about')),
                ('makers', models.CharField(blank=True, max_length=200, verbose_name='makers')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('duration_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='duration in seconds')),
                ('poster_alt_texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what the poster shows')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='file')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
                ('poster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='poster')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FilmCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('container', models.CharField(blank=True, max_length=40)),
                ('video_codec', models.CharField(blank=True, max_length=40)),
                ('audio_codec', models.CharField(blank=True, max_length=40)),
                ('media_type', models.CharField(blank=True, max_length=120)),
                ('seconds', models.FloatField(null=True)),
                ('width', models.PositiveIntegerField(null=True)),
                ('height', models.PositiveIntegerField(null=True)),
                ('checked_at', models.DateTimeField()),
                ('browser', models.CharField(blank=True, max_length=80)),
                ('is_played', models.BooleanField(null=True)),
                ('has_sound', models.BooleanField(null=True)),
                ('browser_seconds', models.FloatField(null=True)),
                ('failure', models.CharField(blank=True, max_length=200)),
                ('played_at', models.DateTimeField(null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='base.storedfile')),
                ('film', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='file_check', to='exhibition.film')),
            ],
        ),
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('asked', 'asked for'), ('agreed', 'agreed'), ('here', 'in the house'), ('returned', 'returned'), ('refused', 'refused')], default='asked', max_length=8, verbose_name='state')),
                ('begins', models.DateField(blank=True, null=True, verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='insured value')),
                ('currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                ('insurer', models.CharField(blank=True, max_length=200, verbose_name='insurer')),
                ('policy', models.CharField(blank=True, max_length=80, verbose_name='policy')),
                ('conditions', models.TextField(blank=True, verbose_name='conditions of the lender')),
                ('exhibition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='exhibition.exhibition', verbose_name='exhibition')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='exhibition_loan_ref'), models.CheckConstraint(condition=models.Q(('ends', None), ('begins', None), ('ends__gte', models.F('begins')), _connector='OR'), name='loan_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='ConditionReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.CharField(choices=[('collection', 'on collection'), ('arrival', 'on arrival'), ('departure', 'on departure'), ('return', 'on return'), ('between', 'in between')], default='arrival', max_length=10, verbose_name='moment')),
                ('seen_on', models.DateField(verbose_name='seen on')),
                ('seen_by', models.CharField(blank=True, max_length=200, verbose_name='seen by')),
                ('text', models.TextField(verbose_name='condition')),
                ('is_damaged', models.BooleanField(default=False, verbose_name='damage found')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='picture')),
                ('loan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='condition_reports', to='exhibition.loan')),
            ],
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('about', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='introduction')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='exhibition.exhibition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('exhibition', 'ref'), name='one_room_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Stay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('opens', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='opens')),
                ('closes', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='closes')),
                ('hours', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='opening hours')),
                ('opened_by', models.CharField(blank=True, max_length=200, verbose_name='opened by')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stays', to='events.event', verbose_name='event')),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stays', to='exhibition.exhibition')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.place', verbose_name='place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('exhibition', 'ref'), name='one_stay_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Subtitles',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('text', models.TextField(verbose_name='subtitles')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('film', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subtitles', to='exhibition.film')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('film', 'language'), name='subtitles_once_a_language')],
            },
        ),
        migrations.CreateModel(
            name='Work',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('rights', models.CharField(blank=True, choices=[('', 'not cleared'), ('own', 'own work'), ('licence', 'under a licence'), ('permission', 'with permission'), ('public-domain', 'in the public domain'), ('refused', 'refused')], max_length=13, verbose_name='rights')),
                ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                ('licence_address', models.URLField(blank=True, max_length=500, verbose_name='address of the licence')),
                ('rights_until', models.DateField(blank=True, null=True, verbose_name='may be shown until')),
                ('rights_note', models.CharField(blank=True, max_length=300, verbose_name='who gave the rights, and for what')),
                ('kind', models.CharField(choices=[('photograph', 'photograph'), ('painting', 'painting'), ('drawing', 'drawing or print'), ('sculpture', 'sculpture'), ('document', 'document'), ('object', 'object'), ('map', 'map'), ('panel', 'text panel'), ('other', 'other work')], default='photograph', max_length=10, verbose_name='kind')),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='titles')),
                ('captions', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='captions')),
                ('makers', models.CharField(blank=True, max_length=200, verbose_name='maker')),
                ('made_on', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='made')),
                ('techniques', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='technique')),
                ('dimensions', models.CharField(blank=True, max_length=120, verbose_name='dimensions')),
                ('inventory_number', models.CharField(blank=True, max_length=60, verbose_name='inventory number')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                ('credit', models.CharField(blank=True, max_length=200, verbose_name='credit line')),
                ('alt_texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what the picture shows')),
                ('lender_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='lent by a body')),
                ('lender_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.person', verbose_name='lent by a person')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='picture')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='exhibition_work_ref'), models.CheckConstraint(condition=models.Q(('lender_body', None), ('lender_person', None), _connector='OR'), name='work_has_one_lender')],
            },
        ),
        migrations.AddField(
            model_name='loan',
            name='work',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='exhibition.work', verbose_name='work'),
        ),
        migrations.CreateModel(
            name='Exhibit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('number', models.CharField(blank=True, max_length=12, verbose_name='number')),
                ('is_left_out', models.BooleanField(default=False, verbose_name='left out of the public page')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exhibits', to='exhibition.exhibition')),
                ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='exhibits', to='exhibition.room', verbose_name='room')),
                ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exhibits', to='exhibition.work')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('exhibition', 'ref'), name='one_exhibit_a_ref'), models.UniqueConstraint(fields=('exhibition', 'work'), name='once_in_an_exhibition')],
            },
        ),
    ]
