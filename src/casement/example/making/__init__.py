"""Makes the files of the worked example, as agencies would have sent them, from its readable text."""
