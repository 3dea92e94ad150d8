"""The tables as they stand after the migrations that this one replaces for a new installation."""

import chancery.base.codes
import chancery.base.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('accounts', '0001_initial'), ('accounts', '0002_words_and_codes'), ('accounts', '0003_give_members_codes'), ('accounts', '0004_codes_are_unique'), ('accounts', '0005_remember_columns'), ('accounts', '0006_words_of_the_history'), ('accounts', '0007_mark_of_sessions')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('ro', 'Romanian'), ('az', 'Azerbaijani'), ('ar', 'Arabic')], default='en', max_length=8, verbose_name='language')),
                ('density', models.CharField(choices=[('comfortable', 'comfortable'), ('close', 'close')], default='comfortable', max_length=11, verbose_name='rows of lists')),
                ('columns', models.JSONField(default=dict, editable=False, verbose_name='columns of lists')),
                ('theme', models.CharField(choices=[('system', 'as the device'), ('light', 'light'), ('dark', 'dark')], default='system', max_length=6, verbose_name='light or dark')),
                ('is_active', models.BooleanField(default=True, verbose_name='open')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='joined')),
                ('session_mark', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('role', models.CharField(choices=[('owner', 'owner'), ('head', 'head of mission'), ('protocol', 'protocol officer'), ('assistant', 'assistant'), ('door', 'door steward'), ('caller', 'caller'), ('press', 'press officer'), ('viewer', 'viewer')], max_length=10, verbose_name='role')),
                ('since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='colleague')),
            ],
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret', models.CharField(choices=[('diet', 'diets'), ('access', 'access needs'), ('security', 'security identity')], max_length=10, verbose_name='may read')),
                ('granted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='granted')),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='granted by')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to='accounts.membership', verbose_name='member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('membership', 'secret'), name='one_grant_a_secret')],
            },
        ),
        migrations.CreateModel(
            name='Organiser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.SlugField(max_length=60, unique=True, verbose_name='short name')),
                ('names', chancery.base.fields.LanguagesField(blank=True, default=dict, verbose_name='names')),
                ('state', models.CharField(blank=True, max_length=2, verbose_name='state it represents')),
                ('host_state', models.CharField(blank=True, max_length=2, verbose_name='host state')),
                ('city', models.CharField(max_length=120, verbose_name='city')),
                ('time_zone', models.CharField(default='UTC', max_length=60, verbose_name='time zone')),
                ('languages', models.JSONField(default=list, verbose_name='languages')),
                ('profile', models.CharField(default='diplomatic-corps', max_length=80, verbose_name='protocol profile')),
                ('accent', models.CharField(default='#1F3A6E', max_length=7, verbose_name='accent colour')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='accounts.organiser', verbose_name='ministry')),
            ],
        ),
        migrations.AddField(
            model_name='membership',
            name='organiser',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='accounts.organiser'),
        ),
        migrations.CreateModel(
            name='ColleagueInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('role', models.CharField(choices=[('owner', 'owner'), ('head', 'head of mission'), ('protocol', 'protocol officer'), ('assistant', 'assistant'), ('door', 'door steward'), ('caller', 'caller'), ('press', 'press officer'), ('viewer', 'viewer')], max_length=10, verbose_name='role')),
                ('key_digest', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                ('expires_at', models.DateTimeField(verbose_name='good until')),
                ('accepted_at', models.DateTimeField(null=True, verbose_name='accepted')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn')),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='colleague_invitations', to='accounts.organiser')),
            ],
        ),
        migrations.CreateModel(
            name='SignInLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_digest', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=chancery.base.codes.new_code, editable=False, max_length=12, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('members', models.ManyToManyField(blank=True, related_name='teams', to='accounts.membership')),
                ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='teams', to='accounts.organiser')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organiser', 'name'), name='one_team_a_name')],
            },
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='one_user_an_address'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('organiser', 'user'), name='one_membership_a_user'),
        ),
    ]
