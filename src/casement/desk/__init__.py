"""Pages made of several rooms: home, where we are, search. No tables of its own."""
