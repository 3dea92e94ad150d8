"""Django's settings, made from the configuration of the installation."""

import sys
from pathlib import Path

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from chancery.base.bucket import Bucket
from chancery.base.digests import digest_of_files
from chancery.base.keys import read_or_make_key
from chancery.configuration import read_configuration

CONFIGURATION = read_configuration()
PACKAGE = Path(__file__).parent
HOME = CONFIGURATION.home
IS_TEST = "pytest" in sys.modules

SECRET_KEY = read_or_make_key(HOME / "keys" / "sessions.key")
DEBUG = CONFIGURATION.is_debug
ALLOWED_HOSTS = list(CONFIGURATION.allowed_hosts)
ROOT_URLCONF = "chancery.urls"
WSGI_APPLICATION = "chancery.asgi.pages"
BASE_URL = CONFIGURATION.base_url
METRICS = CONFIGURATION.metrics
OTEL_ENDPOINT = CONFIGURATION.otel_endpoint
CERTIFICATE = CONFIGURATION.certificate
GOOGLE_WALLET_ISSUER = CONFIGURATION.google_wallet_issuer
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "chancery.accounts",
    "chancery.base",
    "chancery.directory",
    "chancery.precedence",
    "chancery.occasions",
    "chancery.events",
    "chancery.privacy",
    "chancery.exhibition",
    "chancery.programme",
    "chancery.guests",
    "chancery.seating",
    "chancery.door",
    "chancery.record",
    "chancery.campaign",
    "chancery.custody",
    "chancery.desk",
    "chancery.api",
    "chancery.api.hooks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "django_tasks_db",
]

MIDDLEWARE = [
    "chancery.base.watching.middleware.Watched",
    "chancery.base.headers.HeadersOfEveryAnswer",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "chancery.api.middleware.Problems",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "chancery.accounts.middleware.LanguageOfTheReader",
    "chancery.accounts.middleware.SecondStepFirst",
    "chancery.base.refusals.Refusals",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "chancery.base.rendering.Templates",
        "NAME": "django",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "chancery.accounts.context.office",
                "chancery.desk.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "chancery.base.renderer.Renderer"

DATABASES = {"default": CONFIGURATION.database}
# Limits on attempts count in the cache: one process counts by itself, several count together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql" and not IS_TEST:
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "base_attempts",
    }
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MEDIA_ROOT = HOME / "media"
# Files lie in the home, or in a bucket; what is being fetched from one may be deleted at any time.
MEDIA_BUCKET = Bucket(CONFIGURATION.bucket) if CONFIGURATION.bucket else None
FETCHED_MEDIA_ROOT = HOME / "fetched"
MOST_MEDIA_BYTES = CONFIGURATION.media.most_bytes
MOST_PIXELS = CONFIGURATION.media.most_pixels
UNUSED_MEDIA_DAYS = CONFIGURATION.media.unused_days
# The digest in the address: browsers keep a file for ever, and after an upgrade none shows an old one.
STATIC_URL = "/static/" if DEBUG else f"/static/{digest_of_files(PACKAGE.glob('*/static'))}/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "chancery.base.static_files.KeptAddresses"},
}
WHITENOISE_USE_FINDERS = True
# Looked up one by one in tests too: there every client would list them all again.
WHITENOISE_AUTOREFRESH = DEBUG or IS_TEST
WHITENOISE_IMMUTABLE_FILE_TEST = "$^" if DEBUG else "."

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("fr", _("French")),
    ("ro", _("Romanian")),
    ("az", _("Azerbaijani")),
    ("ar", _("Arabic")),
]
LOCALE_PATHS = [PACKAGE / "locale"]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "chancery.accounts.passwords.NothingOfTheOffice"},
    {"NAME": "chancery.accounts.passwords.NotStolenElsewhere"},
]
# As long as a link that signs in (actions.links): officials read mail late.
PASSWORD_RESET_TIMEOUT = 12 * 3600
BREACHED_PASSWORDS = CONFIGURATION.breached_passwords
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "chancery.accounts.adapter.ByInvitationOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip,3/5m/key",
    "sign_in_link": "10/m/ip",
    "invitation": "10/m/ip",
    "change_address": "3/m/user",
    # Whole secretariats answer from one address.
    "reply": "60/m/ip,10/m/key",
    "reply_unknown": "30/m/ip",
    # A calendar asks a few times an hour, a whole secretariat from one address.
    "calendar": "60/m/ip",
    "calendar_unknown": "30/m/ip",
    "api_unknown": "30/m/ip",
    # A directory tells of hundreds of people in one round.
    "scim": "1200/m/key",
    "scim_unknown": "30/m/ip",
    "saml": "60/m/ip",
}
ACCOUNT_FORMS = {
    "login": "chancery.accounts.forms.signing.SignInForm",
    "reset_password": "chancery.accounts.forms.signing.ForgottenPasswordForm",
    "reset_password_from_key": "chancery.accounts.forms.signing.NewPasswordForm",
    "change_password": "chancery.accounts.forms.signing.ChangePasswordForm",
    "set_password": "chancery.accounts.forms.signing.SetPasswordForm",
    "reauthenticate": "chancery.accounts.forms.signing.ConfirmPasswordForm",
}
MFA_ADAPTER = "chancery.accounts.adapter.SealedSecondStep"
# Recovery codes are our own: allauth keeps the seed they are made from.
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
RECOVERY_CODE_HASHER = "scrypt"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIGURATION.is_secure
MFA_TOTP_ISSUER = "Chancery"
MFA_FORMS = {
    "authenticate": "chancery.accounts.forms.signing.SecondStepForm",
    "reauthenticate": "chancery.accounts.forms.signing.ConfirmSecondStepForm",
    "activate_totp": "chancery.accounts.forms.signing.AuthenticatorForm",
    "add_webauthn": "chancery.accounts.forms.signing.AddPasskeyForm",
    "login_webauthn": "chancery.accounts.forms.signing.PasskeyForm",
    "authenticate_webauthn": "chancery.accounts.forms.signing.SecondStepPasskeyForm",
    "reauthenticate_webauthn": "chancery.accounts.forms.signing.ConfirmPasskeyForm",
    "edit_webauthn": "chancery.accounts.forms.signing.RenamePasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "chancery.accounts.adapter.SingleSignOnOfMembers"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "chancery.accounts.sign_on.openid.CheckedServer",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": server.key,
                "name": server.name,
                "client_id": server.client_id,
                "secret": server.secret,
                "settings": {
                    "server_url": server.server,
                    "verified_email": server.trusted_for_email,
                    "second_step": server.asks_second_step,
                },
            }
            for server in CONFIGURATION.oidc
        ],
    },
    "saml": {
        "provider_class": "chancery.accounts.sign_on.saml_server.CheckedSaml",
        "APPS": [
            {
                "provider_id": server.key,
                "name": server.name,
                "client_id": server.key,
                "settings": {
                    "server": server,
                    "verified_email": server.trusted_for_email,
                    "second_step": server.asks_second_step,
                },
            }
            for server in CONFIGURATION.saml
        ],
    },
}

IS_SAML_SET_UP = bool(CONFIGURATION.saml)

DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIGURATION.mail_from
MAIL_ROUTE = CONFIGURATION.mail
NEEDS_DAYS = CONFIGURATION.needs_days
HOOK_NETWORKS, HOOK_DAYS = CONFIGURATION.webhook_networks, CONFIGURATION.webhook_days
# What Django and allauth send goes the way of all mail.
MAILERS = {"default": {"BACKEND": "chancery.base.outbox.mailer.OutboxMailer"}}

INBOX, INBOX_ADDRESS, MAIL_EVENTS = (
    CONFIGURATION.inbox,
    CONFIGURATION.inbox_address,
    CONFIGURATION.mail_events,
)

# Where readers are sent to the store itself, pages have to know it.
STORE = [MEDIA_BUCKET.origin] if MEDIA_BUCKET and MEDIA_BUCKET.place.gives_addresses else []
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", *STORE],
    "media-src": [CSP.SELF, *STORE],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    # Signing in through another server is a form that leads there.
    "form-action": [
        CSP.SELF,
        *(origin for server in CONFIGURATION.oidc for origin in server.origins),
        *(origin for server in CONFIGURATION.saml for origin in server.origins),
    ],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "chancery.accounts.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIGURATION.is_secure
# A browser takes a name with this beginning from this very host alone, and by HTTPS.
SESSION_COOKIE_NAME = "__Host-sessionid" if CONFIGURATION.is_secure else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if CONFIGURATION.is_secure else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Names below that of the office belong to it too; without them a neighbour by HTTP could set its cookies.
SECURE_HSTS_INCLUDE_SUBDOMAINS = CONFIGURATION.is_secure
SECURE_HSTS_SECONDS = 31_536_000 if CONFIGURATION.is_secure else 0
CSRF_TRUSTED_ORIGINS = [CONFIGURATION.base_url]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIGURATION.is_secure else None
# A list of 100,000 rows stays below this; anything larger is refused before it is read.
MOST_REQUEST_BYTES = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "chancery.base.logs.Plain"},
        "json": {"()": "chancery.base.logs.AsJson"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": CONFIGURATION.logs}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused page is not a fault of the server, and its address may hold a key.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.tasks": {"level": "WARNING"},
        "chancery.sign_in": {"level": "INFO"},
        # One line a request is for programs: people would look for a fault among thousands.
        "chancery.requests": {"level": "INFO" if CONFIGURATION.logs == "json" else "WARNING"},
        "chancery.jobs": {"level": "INFO" if CONFIGURATION.logs == "json" else "WARNING"},
    },
}
if IS_TEST:
    # A blank on a place card is the worst defect: an unknown variable must show in every test.
    TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "UNKNOWN VARIABLE %s"  # type: ignore[index]  # Django's own shape
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    RECOVERY_CODE_HASHER = "md5"
