"""The tables as they stand after the migrations that this one replaces for a new installation."""

import chancery.base.codes
import chancery.base.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('programme', '0001_initial'), ('programme', '0002_anchors_tracks_and_transitions'), ('programme', '0003_planned_and_actual'), ('programme', '0004_screen_of_the_hall'), ('programme', '0005_rehearsal_of_a_screening')]

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('events', '0001_squashed_0005_presence_proposed_from_replies'),
        ('exhibition', '0001_squashed_0007_exhibits_left_out_and_days_of_stays'),
    ]

    operations = [
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('ref', models.SlugField(default=chancery.base.codes.new_code, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('parallel', models.CharField(blank=True, max_length=40, verbose_name='side by side in')),
                ('track', models.CharField(blank=True, max_length=40, verbose_name='track')),
                ('kind', models.CharField(choices=[('arrival', 'arrival of guests'), ('anthem', 'anthem'), ('silence', 'silence'), ('speech', 'speech'), ('message', 'message read or shown'), ('wreath', 'laying of wreaths or flowers'), ('candle', 'lighting of candles or a flame'), ('flag', 'flag ceremony'), ('procession', 'procession or march'), ('performance', 'performance'), ('reading', 'reading'), ('film', 'film or video'), ('exhibition', 'viewing of the exhibition'), ('award', 'award'), ('prayer', 'prayer or liturgy'), ('panel', 'panel'), ('unveiling', 'unveiling or opening'), ('handover', 'handover'), ('reception', 'reception'), ('meal', 'meal'), ('transition', 'transition'), ('other', 'other item')], max_length=11, verbose_name='kind')),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='title')),
                ('details', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='details')),
                ('printed_time', models.CharField(blank=True, max_length=40, verbose_name='time as printed')),
                ('anchor_at', models.TimeField(blank=True, null=True, verbose_name='fixed to the clock at')),
                ('anchor_day', models.SmallIntegerField(blank=True, null=True, verbose_name='days after the first day')),
                ('anchor_offset_seconds', models.IntegerField(blank=True, null=True, verbose_name='seconds from the start')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='over at')),
                ('latest_arrival', models.TimeField(blank=True, null=True, verbose_name='guests may come in until')),
                ('transition_seconds', models.PositiveIntegerField(default=0, verbose_name='needed before it')),
                ('duration_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='duration')),
                ('shortest_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='shortest')),
                ('longest_seconds', models.PositiveIntegerField(blank=True, null=True, verbose_name='longest')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('responsible', models.CharField(blank=True, max_length=120, verbose_name='responsible')),
                ('is_public', models.BooleanField(default=True, verbose_name='in the printed programme')),
                ('cut_order', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='place in the order of cuts')),
                ('status', models.CharField(choices=[('fixed', 'fixed'), ('tbc', 'to be confirmed'), ('moved', 'moved'), ('dropped', 'dropped')], default='fixed', max_length=7, verbose_name='status')),
                ('status_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('honours', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='in memory of')),
                ('actual_position', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='place in fact')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='in fact begun')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='in fact ended')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='events.event')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='programme.item', verbose_name='part of')),
                ('part', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='events.part')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.place', verbose_name='place')),
            ],
            options={
                'indexes': [models.Index(fields=['event', 'position', 'id'], name='item_by_position')],
                'constraints': [models.UniqueConstraint(fields=('event', 'ref'), name='one_item_a_ref'), models.CheckConstraint(condition=models.Q(('shortest_seconds', None), ('duration_seconds__gte', models.F('shortest_seconds')), _connector='OR'), name='item_not_under_its_shortest'), models.CheckConstraint(condition=models.Q(('longest_seconds', None), ('duration_seconds__lte', models.F('longest_seconds')), _connector='OR'), name='item_not_over_its_longest'), models.CheckConstraint(condition=models.Q(('ended_at', None), ('started_at', None), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='item_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('anchor_at', None), ('anchor_offset_seconds', None), _connector='OR'), name='item_has_one_anchor'), models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='item_not_part_of_itself')],
            },
        ),
        migrations.CreateModel(
            name='Cue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department', models.CharField(max_length=60, verbose_name='department')),
                ('kind', models.CharField(choices=[('stand-by', 'stand by'), ('go', 'go'), ('hold', 'hold')], default='go', max_length=8, verbose_name='cue')),
                ('text', models.CharField(max_length=300, verbose_name='what to do')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cues', to='programme.item')),
            ],
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('form', models.CharField(choices=[('opening', 'opening speech'), ('speech', 'speech'), ('remarks', 'remarks'), ('keynote', 'keynote'), ('introduction', 'introduction of another'), ('testimony', 'testimony'), ('reading', 'reading'), ('prayer', 'prayer'), ('toast', 'toast'), ('closing', 'closing words'), ('moderation', 'moderation'), ('panel', 'on the panel'), ('music', 'performance'), ('interpreting', 'interpreting')], default='speech', max_length=12, verbose_name='form')),
                ('mode', models.CharField(choices=[('live', 'in person'), ('remote', 'by video link'), ('recorded', 'recorded'), ('written', 'in writing')], default='live', max_length=8, verbose_name='given')),
                ('titles', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='title')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('is_confirmed', models.BooleanField(blank=True, null=True, verbose_name='has said yes')),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='events.participation')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='programme.item')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='award')),
                ('grade', models.CharField(blank=True, max_length=120, verbose_name='grade')),
                ('edition', models.CharField(blank=True, max_length=60, verbose_name='edition')),
                ('prize', models.CharField(blank=True, max_length=120, verbose_name='prize')),
                ('reasons', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='reason')),
                ('is_posthumous', models.BooleanField(default=False, verbose_name='posthumous')),
                ('laureate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='events.participation')),
                ('laureate_with', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards_shared', to='events.participation')),
                ('presenter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards_presented', to='events.participation')),
                ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards_received', to='events.participation')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='awards', to='programme.item')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('kind', models.CharField(blank=True, choices=[('wreath', 'wreath'), ('flowers', 'flowers'), ('candle', 'candle'), ('flame', 'flame'), ('flag', 'flag'), ('bow', 'bow'), ('tree', 'tree'), ('plaque', 'plaque'), ('release', 'release of doves or balloons'), ('other', 'other act')], max_length=8, verbose_name='act')),
                ('honours', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='in memory of')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('actual_position', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='place in fact')),
                ('details', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='details')),
                ('on_behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='acts_on_behalf', to='events.participation')),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='events.participation')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to='programme.item')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('form', models.CharField(choices=[('letter', 'letter'), ('video', 'video'), ('audio', 'audio'), ('statement', 'statement'), ('post', 'post'), ('blessing', 'blessing')], default='letter', max_length=9, verbose_name='form')),
                ('delivery', models.CharField(choices=[('read', 'read out'), ('shown', 'shown'), ('played', 'played'), ('distributed', 'distributed')], default='read', max_length=11, verbose_name='delivery')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('author_was_present', models.BooleanField(blank=True, null=True, verbose_name='the author was there')),
                ('made_elsewhere', models.CharField(blank=True, max_length=200, verbose_name='first given elsewhere')),
                ('details', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='details')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages_sent', to='events.participation')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='programme.item')),
                ('reader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages_read', to='events.participation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Performance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('purpose', models.CharField(blank=True, choices=[('opening', 'opening'), ('interlude', 'interlude'), ('tribute', 'tribute'), ('closing', 'close')], max_length=9, verbose_name='as')),
                ('work', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='work')),
                ('authors', models.CharField(blank=True, max_length=200, verbose_name='composer or author')),
                ('performers', models.CharField(blank=True, max_length=300, verbose_name='performers')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='performances', to='programme.item')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=1)),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='programme', to='events.event')),
            ],
        ),
        migrations.CreateModel(
            name='Showing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rights', models.CharField(blank=True, choices=[('', 'not cleared'), ('own', 'own work'), ('licence', 'under a licence'), ('permission', 'with permission'), ('public-domain', 'in the public domain'), ('refused', 'refused')], max_length=13, verbose_name='rights')),
                ('licence', models.CharField(blank=True, max_length=120, verbose_name='licence')),
                ('licence_address', models.URLField(blank=True, max_length=500, verbose_name='address of the licence')),
                ('rights_until', models.DateField(blank=True, null=True, verbose_name='may be shown until')),
                ('rights_note', models.CharField(blank=True, max_length=300, verbose_name='who gave the rights, and for what')),
                ('is_planned', models.BooleanField(default=True, verbose_name='planned')),
                ('happened', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'took place'), ('changed', 'took place otherwise'), ('no', 'did not take place')], max_length=7, verbose_name='in fact')),
                ('outcome', models.CharField(blank=True, max_length=300, verbose_name='what was different')),
                ('exhibition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='showings', to='exhibition.exhibition')),
                ('film', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='showings', to='exhibition.film')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='showings', to='programme.item')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('exhibition__isnull', False), ('film', None)), models.Q(('exhibition', None), ('film__isnull', False)), _connector='OR'), name='showing_of_film_or_exhibition')],
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, max_length=12, unique=True)),
                ('is_open', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('playing', 'playing'), ('paused', 'paused'), ('ended', 'ended')], default='waiting', max_length=7)),
                ('position_seconds', models.FloatField(default=0)),
                ('at', models.DateTimeField(null=True)),
                ('languages', models.JSONField(blank=True, default=list)),
                ('is_rehearsal', models.BooleanField(default=False, verbose_name='rehearsal')),
                ('turn', models.PositiveIntegerField(default=0)),
                ('hall_seen_at', models.DateTimeField(null=True)),
                ('hall_turn', models.PositiveIntegerField(default=0)),
                ('hall_is_ready', models.BooleanField(default=False)),
                ('hall_state', models.CharField(blank=True, choices=[('waiting', 'waiting'), ('playing', 'playing'), ('paused', 'paused'), ('ended', 'ended')], max_length=7)),
                ('hall_position_seconds', models.FloatField(null=True)),
                ('hall_loaded', models.PositiveSmallIntegerField(default=0)),
                ('hall_problem', models.CharField(blank=True, max_length=200)),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='screening', to='events.event')),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('showing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='programme.showing')),
            ],
        ),
    ]
