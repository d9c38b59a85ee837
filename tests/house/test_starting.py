"""What is not brought into memory before somebody needs it: see decision 23."""

import subprocess
import sys

RARELY = {"holidays", "icalendar", "snowballstemmer", "numpy", "openpyxl", "xmlschema", "vobject", "aiosmtpd"}


def test_libraries_that_are_rarely_needed_wait_until_they_are():
    told = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'casement.config.settings'; "
        "import django; django.setup(); import casement.config.urls, casement.config.wsgi; print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert RARELY & set(ran.stdout.split()) == set()
