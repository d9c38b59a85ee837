"""What the review costs in hours: entries, totals, rates where a site wants them, estimates.

Time says how the work was shared among stages, agencies and kinds of work. It never says anything about a person:
nothing here adds up, sorts or compares by person.
"""
