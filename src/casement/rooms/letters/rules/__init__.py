"""Pure decisions about letters: their fields, how a text is merged, how easily it reads, in which language."""
