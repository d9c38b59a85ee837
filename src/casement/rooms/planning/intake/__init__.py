"""Calendar replies read from files: plain values, or Unreadable with a sentence. Django is not known here."""
