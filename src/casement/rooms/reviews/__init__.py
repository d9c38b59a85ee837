"""The review itself: its wall, its questions, agencies, participations and frameworks."""
