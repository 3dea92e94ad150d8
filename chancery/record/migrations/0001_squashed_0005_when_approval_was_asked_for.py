"""The tables as they stand after the migrations that this one replaces for a new installation."""

import chancery.base.codes
import chancery.base.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('record', '0001_initial'), ('record', '0002_proceedings_photos_and_releases'), ('record', '0003_refs_of_editions_and_releases'), ('record', '0004_sentence_keeps_its_place'), ('record', '0005_when_approval_was_asked_for')]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0007_mark_of_sessions'),
        ('accounts', '__first__'),
        ('base', '0003_stored_files'),
        ('directory', '0004_say_what_is_wrong'),
        ('events', '0001_squashed_0005_presence_proposed_from_replies'),
        ('occasions', '0002_count_and_other_names'),
        ('programme', '0001_squashed_0005_rehearsal_of_a_screening'),
    ]

    operations = [
        migrations.CreateModel(
            name='Communique',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('contact', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='contact for the press')),
                ('boilerplate', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='about the organiser')),
                ('embargo_until', models.DateTimeField(blank=True, null=True, verbose_name='not to be published before')),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='communique', to='events.event')),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('book', 'book'), ('communique', 'communiqué'), ('declaration', 'declaration'), ('letter', 'letter'), ('open-letter', 'open letter'), ('call', 'call'), ('petition', 'petition'), ('law', 'law'), ('resolution', 'resolution'), ('motion', 'motion'), ('statement', 'statement of a body'), ('proclamation', 'proclamation'), ('other', 'other document')], default='other', max_length=12, verbose_name='kind')),
                ('relation', models.CharField(choices=[('launched', 'launched at it'), ('adopted', 'adopted at it'), ('signed', 'signed at it'), ('handed-over', 'handed over at it'), ('distributed', 'distributed at it'), ('cited', 'cited at it'), ('sent-to', 'sent to it'), ('against', 'directed against it')], max_length=11, verbose_name='what it has to do with the event')),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='title')),
                ('authors', models.CharField(blank=True, max_length=300, verbose_name='authors')),
                ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                ('edition', models.CharField(blank=True, max_length=60, verbose_name='edition')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('dated', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='date')),
                ('status', models.CharField(blank=True, choices=[('', 'not known'), ('proposed', 'proposed'), ('submitted', 'submitted'), ('adopted', 'adopted'), ('rejected', 'rejected'), ('repealed', 'repealed')], max_length=9, verbose_name='status')),
                ('votes', models.CharField(blank=True, max_length=120, verbose_name='votes')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='events.event')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='file')),
                ('issuer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='issued by')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='programme.item', verbose_name='in')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='events.source', verbose_name='according to')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_document_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('composed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reviewed_revision', models.PositiveIntegerField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('communique', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='record.communique')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('communique', 'ref'), name='one_edition_a_ref'), models.UniqueConstraint(fields=('communique', 'language'), name='one_edition_a_language')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('things', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what was handed over')),
                ('acceptance', models.CharField(blank=True, choices=[('', 'not known'), ('accepted', 'accepted'), ('refused', 'refused'), ('symbolic', 'symbolic')], max_length=8, verbose_name='accepted')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='record.document', verbose_name='document')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='events.event')),
                ('giver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers_given', to='events.participation', verbose_name='by')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='handovers', to='programme.item', verbose_name='in')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.place', verbose_name='place')),
                ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers_received', to='events.participation', verbose_name='to')),
                ('receiver_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='to a body')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='events.source', verbose_name='according to')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_handover_a_ref'), models.CheckConstraint(condition=models.Q(('document__isnull', False), models.Q(('things', {}), _negated=True), _connector='OR'), name='something_is_handed_over')],
            },
        ),
        migrations.CreateModel(
            name='MediaList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='record_medialist_ref')],
            },
        ),
        migrations.CreateModel(
            name='MediaAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='outlet or body')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.person', verbose_name='person')),
                ('media_list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='record.medialist')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('media_list', 'email'), name='once_on_a_media_list')],
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveIntegerField(default=0)),
                ('deeds', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='who does what')),
                ('captions', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='caption written by hand')),
                ('alt_texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what the picture shows')),
                ('credit', models.CharField(blank=True, max_length=200, verbose_name='credit')),
                ('is_for_press', models.BooleanField(default=False, verbose_name='for the press')),
                ('is_public', models.BooleanField(default=False, verbose_name='in the public gallery')),
                ('is_set_aside', models.BooleanField(default=False, verbose_name='set aside')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='events.event')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='base.storedfile')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='photos', to='programme.item', verbose_name='taken in')),
            ],
            options={
                'indexes': [models.Index(fields=['event', 'position', 'id'], name='photo_by_position')],
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_photo_a_ref'), models.UniqueConstraint(fields=('event', 'file'), name='one_photo_a_file')],
            },
        ),
        migrations.CreateModel(
            name='PhotoPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=120, verbose_name='in words')),
                ('row', models.PositiveSmallIntegerField(default=0, verbose_name='row')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('participation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='events.participation', verbose_name='who')),
                ('photo', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='record.photo')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('participation__isnull', False), models.Q(('words', ''), _negated=True), _connector='OR'), name='somebody_is_on_the_photo'), models.UniqueConstraint(fields=('photo', 'participation'), name='once_on_a_photo')],
            },
        ),
        migrations.CreateModel(
            name='PhotoWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wish', models.CharField(choices=[('agreed', 'agreed'), ('refused', 'does not want to be shown')], max_length=7, verbose_name='pictures')),
                ('said_on', models.DateField(blank=True, null=True, verbose_name='said on')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='how it was said')),
                ('participation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='photo_wish', to='events.participation')),
            ],
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('headline', models.TextField()),
                ('blocks', models.JSONField(default=list)),
                ('embargo_until', models.DateTimeField(blank=True, null=True)),
                ('released_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('correction', models.CharField(blank=True, max_length=300, verbose_name='what was corrected')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_because', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='record.release')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='record.edition')),
                ('released_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'ref'), name='one_release_a_ref'), models.UniqueConstraint(fields=('edition', 'number'), name='one_release_a_number'), models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('withdrawn_because', ''), _negated=True), _connector='OR'), name='withdrawn_for_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Coverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('article', 'article'), ('agency', 'report of an agency'), ('television', 'television'), ('radio', 'radio'), ('post', 'post'), ('interview', 'interview')], default='article', max_length=10, verbose_name='kind')),
                ('reach', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='reach')),
                ('reach_according_to', models.CharField(blank=True, max_length=200, verbose_name='reach according to')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('clipping', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='clipping')),
                ('source', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='coverage', to='events.source')),
                ('after_release', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='coverage', to='record.release', verbose_name='written from our release')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reach', None), models.Q(('reach_according_to', ''), _negated=True), _connector='OR'), name='reach_has_a_claimant')],
            },
        ),
        migrations.CreateModel(
            name='ReleasePosting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('posted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('message', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.outboxmessage')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='record.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'email'), name='once_a_release')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aims', models.TextField(blank=True, verbose_name='what was aimed at')),
                ('causes', models.TextField(blank=True, verbose_name='why it went otherwise')),
                ('to_keep', models.TextField(blank=True, verbose_name='what to keep')),
                ('to_change', models.TextField(blank=True, verbose_name='what to change')),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='review', to='events.event')),
            ],
        ),
        migrations.CreateModel(
            name='Sentence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('part', models.CharField(max_length=12)),
                ('opens_paragraph', models.BooleanField(default=False)),
                ('composed', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('facts', models.JSONField(blank=True, default=list)),
                ('is_moved', models.BooleanField(default=False)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sentences', to='record.edition')),
            ],
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity_printed', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='capacity as printed')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('mode', models.CharField(choices=[('verbatim', 'word for word'), ('reported', 'reported speech'), ('summary', 'summary')], default='reported', max_length=8, verbose_name='kind of wording')),
                ('topics', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='topic')),
                ('texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='wording')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='recorded in')),
                ('translated_by', models.CharField(blank=True, max_length=200, verbose_name='translated by')),
                ('said_elsewhere', models.CharField(blank=True, max_length=200, verbose_name='said elsewhere, in')),
                ('said_at', models.DateTimeField(blank=True, null=True, verbose_name='said at')),
                ('recording_second', models.PositiveIntegerField(blank=True, null=True, verbose_name='at second')),
                ('doubt', models.CharField(blank=True, max_length=300, verbose_name='doubt')),
                ('is_draft', models.BooleanField(default=False, verbose_name='to be read over')),
                ('approval', models.CharField(blank=True, choices=[('', 'not asked for'), ('asked', 'asked for'), ('given', 'approved'), ('refused', 'refused')], max_length=7, verbose_name='approval of the wording')),
                ('approval_asked_at', models.DateTimeField(blank=True, null=True, verbose_name='asked for')),
                ('approved_by_name', models.CharField(blank=True, max_length=200, verbose_name='answered by')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('note_key', models.UUIDField(editable=False, null=True, unique=True)),
                ('about', models.ManyToManyField(blank=True, related_name='statements_about', to='events.participation')),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answered_by', to='record.statement', verbose_name='about another statement')),
                ('campaign', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='occasions.campaign')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='events.event')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statements', to='programme.item')),
                ('joint_speakers', models.ManyToManyField(blank=True, related_name='joint_statements', to='events.participation')),
                ('noted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='base.storedfile', verbose_name='recording or text')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='events.source')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='events.participation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_statement_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cited_name', models.CharField(blank=True, max_length=200, verbose_name='who or what is cited')),
                ('texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='the words cited')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('cited', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='events.participation', verbose_name='who is cited')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='record.statement')),
            ],
        ),
        migrations.CreateModel(
            name='Cost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('venue', 'venue'), ('catering', 'catering'), ('printing', 'printing'), ('technique', 'sound, light and video'), ('interpreting', 'interpreting'), ('travel', 'travel and lodging'), ('transport', 'transport and insurance'), ('flowers', 'flowers and wreaths'), ('fees', 'fees'), ('gifts', 'gifts'), ('security', 'security'), ('other', 'other')], default='other', max_length=12, verbose_name='kind')),
                ('words', models.CharField(max_length=200, verbose_name='for what')),
                ('planned', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='planned')),
                ('paid', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='paid')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('paid_by', models.CharField(blank=True, max_length=120, verbose_name='paid by')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='events.event')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_cost_a_ref')],
            },
        ),
    ]
