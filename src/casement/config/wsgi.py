"""What the web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
application = get_wsgi_application()
# What is loaded by now stays; looking through all of it for garbage would hold up a page now and then.
gc.collect()
gc.freeze()
