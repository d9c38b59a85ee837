"""Mail that leaves the installation.

`send` writes into the outbox within the transaction at hand; a job sends it, and tries again when the server is
away. A mail says only that something waits in Casement: never what, about whom, or of which review.
"""

from casement.foundation.post.outbox import fates_of, send, sent_about

__all__ = ["fates_of", "send", "sent_about"]
