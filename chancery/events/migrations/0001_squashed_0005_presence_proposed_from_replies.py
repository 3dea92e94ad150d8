"""The tables as they stand after the migrations that this one replaces for a new installation."""

import chancery.base.codes
import chancery.base.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('events', '0001_initial'), ('events', '0002_arrangements_for_a_category'), ('events', '0003_standing_in_yielding_and_lists'), ('events', '0004_matters_and_claims'), ('events', '0005_presence_proposed_from_replies')]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0007_mark_of_sessions'),
        ('accounts', '__first__'),
        ('directory', '0004_say_what_is_wrong'),
        ('occasions', '0002_count_and_other_names'),
        ('precedence', '0002_acts_lists_and_group_places'),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='titles')),
                ('kind', models.CharField(choices=[('commemoration', 'commemoration'), ('reception', 'reception'), ('dinner', 'dinner'), ('ceremony', 'ceremony'), ('concert', 'concert'), ('exhibition', 'exhibition'), ('conference', 'conference'), ('march', 'march'), ('visit', 'visit'), ('other', 'other event')], default='commemoration', max_length=13, verbose_name='kind')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('planned', 'planned'), ('confirmed', 'confirmed'), ('postponed', 'postponed'), ('cancelled', 'cancelled'), ('held', 'held')], default='draft', max_length=9, verbose_name='status')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='day')),
                ('held_until_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('starts_at', models.TimeField(blank=True, null=True, verbose_name='begins')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='ends')),
                ('time_zone', models.CharField(default='UTC', max_length=60, verbose_name='time zone')),
                ('is_sample_plan', models.BooleanField(default=False, verbose_name='the plan is a sample')),
                ('happened_on', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='took place')),
                ('openness', models.CharField(blank=True, choices=[('invitation', 'by invitation'), ('registration', 'by registration'), ('public', 'open to the public'), ('closed', 'closed'), ('', 'not known')], default='invitation', max_length=12, verbose_name='openness')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('themes', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='theme')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('copied_from', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='events.event')),
                ('ordering', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='event', to='precedence.ordering')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
                ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='satellites', to='events.event', verbose_name='part of')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['organiser', 'held_on', 'id'], name='event_by_day')],
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='events_event_ref'), models.CheckConstraint(condition=models.Q(('held_until_on', None), ('held_until_on__gte', models.F('held_on')), _connector='OR'), name='event_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='EventCampaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('launched', 'launched'), ('mentioned', 'mentioned'), ('served', 'served')], max_length=9, verbose_name='relation')),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='event_links', to='occasions.campaign')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='campaign_links', to='events.event')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'campaign'), name='once_a_campaign')],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='campaigns',
            field=models.ManyToManyField(related_name='events', through='events.EventCampaign', to='occasions.campaign'),
        ),
        migrations.CreateModel(
            name='EventMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('owner', 'owner'), ('head', 'head of mission'), ('protocol', 'protocol officer'), ('assistant', 'assistant'), ('door', 'door steward'), ('caller', 'caller'), ('press', 'press officer'), ('viewer', 'viewer')], max_length=10, verbose_name='role')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='events.event')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='event_roles', to='accounts.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'membership'), name='one_role_an_event')],
            },
        ),
        migrations.CreateModel(
            name='EventOccasion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('main', 'main occasion'), ('second', 'further occasion'), ('passing', 'mentioned in passing')], default='main', max_length=7, verbose_name='role')),
                ('anniversary_on', models.DateField(blank=True, null=True, verbose_name='anniversary day')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='occasion_links', to='events.event')),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='event_links', to='occasions.occasion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'occasion'), name='once_an_occasion'), models.UniqueConstraint(condition=models.Q(('role', 'main')), fields=('event',), name='one_main_occasion')],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='occasions',
            field=models.ManyToManyField(related_name='events', through='events.EventOccasion', to='occasions.occasion'),
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('meaning', models.CharField(max_length=200, verbose_name='what it stands for')),
                ('texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='wording')),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='glossary', to='events.event')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='events_glossaryterm_ref')],
            },
        ),
        migrations.CreateModel(
            name='GuestCategory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('was_present', models.BooleanField(blank=True, null=True, verbose_name='reported as present')),
                ('states', models.JSONField(blank=True, default=list, verbose_name='states named')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='categories', to='events.event')),
                ('within', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='events.guestcategory', verbose_name='within')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_category_a_ref'), models.CheckConstraint(condition=models.Q(('within', None), models.Q(('within', models.F('id')), _negated=True), _connector='OR'), name='category_not_within_itself')],
            },
        ),
        migrations.CreateModel(
            name='Arrangement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('dress', 'dress'), ('seated-by', 'to be seated by'), ('security', 'security'), ('access', 'access'), ('transport', 'transport and parking'), ('catering', 'catering'), ('weather', 'weather plan'), ('interpreting', 'interpreting'), ('press', 'press'), ('other', 'other arrangement')], max_length=12, verbose_name='kind')),
                ('texts', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='wording')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrangements', to='events.event')),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='arrangements', to='events.guestcategory', verbose_name='only for')),
            ],
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('kind', models.CharField(choices=[('block', 'block'), ('day', 'day'), ('track', 'track'), ('online', 'online part')], default='block', max_length=6, verbose_name='kind')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='day')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='events.event')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_part_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('attendance', 'how many attended'), ('online', 'how many watched'), ('figure', 'another figure'), ('time', 'a time'), ('place', 'a place'), ('role', 'who did what'), ('name', 'a name'), ('other', 'another matter')], default='figure', max_length=10, verbose_name='kind')),
                ('scope', models.CharField(choices=[('event', 'the event'), ('part', 'a part of it'), ('series', 'several events together'), ('history', 'history')], default='event', max_length=7, verbose_name='of')),
                ('counted', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what is counted')),
                ('decision', models.CharField(blank=True, choices=[('', 'not decided'), ('follow', 'the record follows one'), ('keep-all', 'the record keeps all')], max_length=8, verbose_name='decision')),
                ('decided_by_name', models.CharField(blank=True, max_length=200, verbose_name='decided by')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('decided_because', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matters', to='events.guestcategory', verbose_name='category')),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matters', to='events.event')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matters', to='events.part', verbose_name='part')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_matter_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Involvement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('organiser', 'organiser'), ('co-organiser', 'co-organiser'), ('host', 'host'), ('patron', 'patron'), ('support', 'with the support of'), ('sponsor', 'sponsor'), ('partner', 'partner'), ('security', 'security')], max_length=12, verbose_name='role')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='involvements', to='directory.body', verbose_name='body')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='involvements', to='events.event')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='involvements', to='directory.person', verbose_name='person')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='involvements', to='events.part')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('person__isnull', False)), models.Q(('body__isnull', False), ('person', None)), _connector='OR'), name='involvement_of_body_or_person')],
            },
        ),
        migrations.CreateModel(
            name='Broadcast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('broadcast', 'broadcast'), ('stream', 'stream'), ('platform', 'video conference'), ('hashtag', 'hashtag')], default='stream', max_length=9, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='channel')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('starts_at', models.DateTimeField(blank=True, null=True, verbose_name='from')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='broadcasts', to='events.event')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='broadcasts', to='events.part', verbose_name='part')),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('address', models.TextField(blank=True, verbose_name='address')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('state', models.CharField(blank=True, max_length=2, verbose_name='state')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organiser')),
                ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='events.place', verbose_name='part of')),
                ('premises_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='on the premises of')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('organiser', 'ref'), name='events_place_ref'), models.CheckConstraint(condition=models.Q(('part_of', None), models.Q(('part_of', models.F('id')), _negated=True), _connector='OR'), name='place_not_part_of_itself')],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('outlet', models.CharField(blank=True, max_length=200, verbose_name='outlet')),
                ('author', models.CharField(blank=True, max_length=200, verbose_name='author')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('dated', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='date')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('is_announcement', models.BooleanField(default=False, verbose_name='tells what was planned')),
                ('adds', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='what only this version says')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='events.event')),
                ('version_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='versions', to='events.source', verbose_name='version of')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_source_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(allow_unicode=True, default=chancery.base.codes.new_code, max_length=120)),
                ('capacity', models.CharField(choices=[('guest', 'guest'), ('guest-of-honour', 'guest of honour'), ('host', 'host'), ('presiding', 'presiding'), ('speaker', 'speaker'), ('moderator', 'moderator'), ('interpreter', 'interpreter'), ('officiant', 'officiant'), ('performer', 'performer'), ('reader', 'reader'), ('author', 'author of a message'), ('laureate', 'laureate'), ('honoured', 'remembered'), ('represented', 'represented by another'), ('mentioned', 'mentioned only'), ('press', 'press'), ('staff', 'staff')], default='guest', max_length=15, verbose_name='capacity')),
                ('capacity_printed', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='capacity as printed')),
                ('represents_as', models.CharField(choices=[('delegate', 'delegate'), ('interim', 'holder ad interim'), ('statutory', 'substitute by statute'), ('by-law', 'representative by law'), ('parliamentary-substitute', 'parliamentary substitute')], default='delegate', max_length=24, verbose_name='represents as')),
                ('yields', models.CharField(blank=True, choices=[('freely', 'gives up the presidency freely'), ('forced', 'has to give up the presidency'), ('', 'presides, or not known')], max_length=6, verbose_name='as host')),
                ('list_name', models.CharField(blank=True, max_length=60, verbose_name='list')),
                ('planned', models.CharField(blank=True, choices=[('', 'not planned'), ('listed', 'on the list'), ('invited', 'invited'), ('accepted', 'accepted'), ('declined', 'declined'), ('represented', 'will be represented')], max_length=11, verbose_name='planned')),
                ('actual', models.CharField(blank=True, choices=[('', 'not known'), ('attended', 'attended'), ('absent', 'absent'), ('represented', 'was represented'), ('sent-message', 'sent a message'), ('watched', 'watched from afar'), ('stayed-away', 'stayed away in protest'), ('refused-entry', 'was refused entry'), ('not-present', 'mentioned, not present')], max_length=13, verbose_name='in fact')),
                ('actual_proposed', models.CharField(blank=True, choices=[('', 'not known'), ('attended', 'attended'), ('absent', 'absent'), ('represented', 'was represented'), ('sent-message', 'sent a message'), ('watched', 'watched from afar'), ('stayed-away', 'stayed away in protest'), ('refused-entry', 'was refused entry'), ('not-present', 'mentioned, not present')], max_length=13, verbose_name='proposed from the reply')),
                ('actual_reason', models.CharField(blank=True, max_length=200, verbose_name='reason of absence')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='accepted at')),
                ('is_sample', models.BooleanField(default=False, verbose_name='sample')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.body')),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='participations', to='events.guestcategory', verbose_name='category')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='events.event')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.group')),
                ('office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.office')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='participations', to='events.part')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.person')),
                ('represents', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='represented_by', to='events.participation', verbose_name='represents')),
                ('actual_source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.source', verbose_name='according to')),
            ],
            options={
                'indexes': [models.Index(fields=['event', 'capacity', 'id'], name='participation_by_capacity')],
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_participation_a_ref'), models.CheckConstraint(condition=models.Q(('person__isnull', False), ('body__isnull', False), ('office__isnull', False), _connector='OR'), name='somebody_takes_part'), models.CheckConstraint(condition=models.Q(('actual', 'attended'), ('capacity', 'mentioned'), _negated=True), name='mentioned_is_not_present')],
            },
        ),
        migrations.CreateModel(
            name='OtherEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='event')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('dated', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='date')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='what must not be mixed in')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_events', to='events.event')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='other_events', to='events.source', verbose_name='named in')),
            ],
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='figure')),
                ('upper', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='up to')),
                ('exactness', models.CharField(blank=True, choices=[('count', 'counted'), ('estimate', 'estimated'), ('at-least', 'at least'), ('at-most', 'at most'), ('more-than-before', 'more than before'), ('fewer-than-before', 'fewer than before'), ('', 'not said how')], max_length=17, verbose_name='exactness')),
                ('words', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='as printed')),
                ('claimant_name', models.CharField(blank=True, max_length=200, verbose_name='said by somebody else')),
                ('as_of', chancery.base.fields.PartialDateField(blank=True, max_length=16, null=True, verbose_name='as of')),
                ('doubt', models.CharField(blank=True, max_length=300, verbose_name='doubt')),
                ('is_followed', models.BooleanField(default=False, verbose_name='the record follows it')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('claimant_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body', verbose_name='said by a body')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='events.matter')),
                ('claimant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='events.participation', verbose_name='said by')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='events.source', verbose_name='according to')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_followed', True)), fields=('matter',), name='one_claim_is_followed'), models.CheckConstraint(condition=models.Q(('upper', None), ('upper__gte', models.F('value')), _connector='OR'), name='claim_up_to_its_upper')],
            },
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('venue', 'venue'), ('start', 'start'), ('station', 'station'), ('end', 'end'), ('parallel', 'at the same time'), ('remote', 'by video')], default='venue', max_length=8, verbose_name='role')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stations', to='events.event')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='stations', to='events.part')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations', to='events.place', verbose_name='place')),
            ],
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('title', models.CharField(max_length=200, verbose_name='task')),
                ('days_before', models.SmallIntegerField(default=7, verbose_name='days before the event')),
                ('in_working_days', models.BooleanField(default=False, verbose_name='counted in working days')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='events.event')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tasks', to='accounts.membership', verbose_name='owner')),
            ],
        ),
    ]
