"""What bears on a review from outside: proceedings, witnesses, holds, disclosures, how long material is kept.

It never judges whether somebody is a witness or a hold is right: people decide, a second person lifts.
"""
