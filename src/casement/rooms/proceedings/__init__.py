"""What bears on a review from outside: proceedings, who may be a witness, holds, what was disclosed, how long to keep.

It never judges whether somebody is a witness or a hold is right: people decide, a second person lifts.
"""
