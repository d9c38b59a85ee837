"""Settings. Everything an installation may choose comes from the environment; see docs/install.md."""

import os
import secrets
from pathlib import Path

import environ

env = environ.Env()


def data_home() -> Path:
    """Where this installation keeps its data: CASEMENT_HOME, else the user's data folder. The demo lies apart."""
    named = os.environ.get("CASEMENT_HOME")
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(named) if named else Path(base) / ("casement-demo" if CASEMENT_DEMO else "casement")


CASEMENT_DEMO = env.bool("CASEMENT_DEMO", False)
CASEMENT_HOME = data_home()
CASEMENT_HOME.mkdir(parents=True, exist_ok=True, mode=0o700)


def secret() -> str:
    """The signing key: from the environment, else made once and kept readable by its owner only."""
    if given := env.str("CASEMENT_SECRET_KEY", ""):
        return str(given)
    kept = CASEMENT_HOME / "secret-key"
    try:
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text().strip()
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_urlsafe(50))
    return kept.read_text().strip()


SECRET_KEY = secret()
DEBUG = False
CASEMENT_ADDRESS = env.str("CASEMENT_ADDRESS", "http://127.0.0.1:8000")
CASEMENT_JOBS = env.str("CASEMENT_JOBS", "worker")  # "by hand" runs them only when asked
CASEMENT_SECOND_STEP = env.bool("CASEMENT_SECOND_STEP", not CASEMENT_DEMO)
CASEMENT_SEATS = "casement.rooms.reviews.queries.seat_of"
CASEMENT_SEAT_AT_PLACE = "casement.rooms.reviews.queries.seat_of_place"
CASEMENT_PERSON_BY_EMAIL = "casement.rooms.people.queries.id_by_email"
CASEMENT_FRAME = "casement.config.places.frame_of"
CASEMENT_MAX_FILE = env.int("CASEMENT_MAX_FILE", 100 * 1024 * 1024)

_host = CASEMENT_ADDRESS.split("://", 1)[-1].split("/", 1)[0].rsplit(":", 1)[0]
ALLOWED_HOSTS = env.list("CASEMENT_HOSTS", default=[_host, "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [CASEMENT_ADDRESS]
_secure = CASEMENT_ADDRESS.startswith("https://")

ROOMS = [
    "people", "reviews", "proceedings", "letters", "planning", "sources", "conversations", "family", "chronology",
    "coding", "analysis", "meetings", "reports", "timekeeping", "markers", "responses",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "casement.foundation",
    "casement.foundation.design",
    *[f"casement.rooms.{room}" for room in ROOMS],
    "casement.desk",
    "casement.config",
    # After ours, so that our sign-in pages are found first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "casement.config.middleware.SecondStep",
    "casement.config.idle.IdleLock",
    "casement.config.middleware.Confidence",
]
ROOT_URLCONF = "casement.config.urls"
WSGI_APPLICATION = "casement.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
# A file of language rules in place of ours; see docs/guide/language.md.
CASEMENT_LANGUAGE_RULES = env.str("CASEMENT_LANGUAGE_RULES", "")
# The folder of a model of meanings, for passages that are alike in other words; see docs/install.md.
CASEMENT_MEANING = env.str("CASEMENT_MEANING", "")
FORM_RENDERER = "casement.foundation.design.renderer.GovukRenderer"

_default = f"sqlite:///{CASEMENT_HOME / 'casement.sqlite3'}"
# The demo never looks at another database, whatever the environment names.
DATABASES = {"default": env.db_url_config(_default) if CASEMENT_DEMO else env.db_url("CASEMENT_DATABASE", _default)}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    # Opening the file anew for each request, and closing it, would cost more than most of what is asked of it.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON;",  # what is deleted is written over
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if "sqlite" in DATABASES["default"]["ENGINE"]:
    HUEY = {
        "huey_class": "huey.SqliteHuey",
        "name": "casement",
        "filename": str(CASEMENT_HOME / "queue.sqlite3"),
        "immediate": False,
    }
else:
    HUEY = {
        "huey_class": "huey.PostgresHuey",
        "name": "casement",
        "dsn": env.str("CASEMENT_DATABASE", ""),
        "immediate": False,
    }
TASKS = {"default": {"BACKEND": "huey.contrib.djhuey.tasks_backend.HueyBackend"}}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "casement_cache"}}
SESSION_ENGINE = "casement.config.sessions"
SESSION_COOKIE_AGE = 12 * 3600
# Minutes without an act after which pages are covered; for a role, fewer: family_member=5,case_group_member=5.
CASEMENT_IDLE_MINUTES = env.int("CASEMENT_IDLE_MINUTES", 20)
CASEMENT_IDLE_SHORTER = env.dict(
    "CASEMENT_IDLE_SHORTER", default={"family_member": "10", "case_group_member": "10"}
)
# In the guide of a conversation somebody listens and touches nothing: its pages wait longer.
CASEMENT_IDLE_GUIDE_MINUTES = env.int("CASEMENT_IDLE_GUIDE_MINUTES", 90)
# Where "Leave this page" leads; ours says nothing of Casement, but its address does.
CASEMENT_LEAVE_TO = env.str("CASEMENT_LEAVE_TO", "/measures/")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31536000 if _secure else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["casement.rooms.people.web.backend.KnownPeople"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {"login": "casement.rooms.people.web.sign_in.SignIn"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "casement.rooms.people.web.adapter.InvitationOnly"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "8/5m/ip,8/5m/key", "reset_password": "5/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Casement"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _secure

EMAIL_CONFIG = env.email_url("CASEMENT_EMAIL", default="dummymail://" if CASEMENT_DEMO else "consolemail://")
EMAIL_TIMEOUT = 20  # seconds
vars().update(EMAIL_CONFIG)  # the server, its port, name and password, and how the way there is kept private
DEFAULT_FROM_EMAIL = env.str("CASEMENT_FROM", "casement@localhost")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("CASEMENT_ZONE", "Europe/London")
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = CASEMENT_HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
# Browsers ask for /favicon.ico beside pages that name no sign, such as a file.
WHITENOISE_ROOT = Path(__file__).parents[1] / "foundation" / "design" / "root"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("CASEMENT_LOG", "WARNING")},
}
