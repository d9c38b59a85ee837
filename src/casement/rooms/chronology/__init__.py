"""chronology."""
