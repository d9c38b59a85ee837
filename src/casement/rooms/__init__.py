"""The domain. From top to bottom: reports, analysis, coding and chronology, sources, reviews, people."""
