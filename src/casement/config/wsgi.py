"""What the web server runs."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
application = get_wsgi_application()
# What is loaded by now stays; looking through all of it for garbage would hold up a page now and then.
gc.collect()
gc.freeze()
# A page waits for its turn at each question it asks the database; while a long file is made beside it, five
# milliseconds each time would be most of what it takes.
sys.setswitchinterval(0.0005)
