# Each target does all the set-up it needs and says what it does. No Docker, no Node.
.PHONY: help demo run test check bench crowd year docs lock

help:
	@echo "make demo    show Casement with its worked example on http://127.0.0.1:8000/"
	@echo "make run     serve your own installation (first time: .venv/bin/casement init)"
	@echo "make test    every test, on SQLite and PostgreSQL, with a real browser"
	@echo "make check   format, lint, types, import contracts, migrations"
	@echo "make bench   how fast it is, as ratios to a floor measured in the same run"
	@echo "make crowd   many people at once: 10 for two minutes on SQLite, 100 on PostgreSQL"
	@echo "make year    a year in three reviews, lived through the pages, as a table"
	@echo "make docs    write docs/reference and the screenshots afresh"
	@echo "make lock    pin every dependency afresh, with hashes and without addresses"

demo:
	@sh tools/set_up.sh runtime
	@.venv/bin/casement demo

run:
	@sh tools/set_up.sh runtime
	@.venv/bin/casement serve

test:
	@sh tools/set_up.sh dev
	@sh tools/test.sh

check:
	@sh tools/set_up.sh dev
	@sh tools/check.sh

bench:
	@sh tools/set_up.sh dev
	@.venv/bin/python -m tools.bench

crowd:
	@sh tools/set_up.sh dev
	@.venv/bin/python -m tools.crowd --people 10 --seconds 120
	@.venv/bin/python -m tools.crowd --people 100 --seconds 120 --postgres

year:
	@sh tools/set_up.sh dev
	@.venv/bin/python -m tools.year

docs:
	@sh tools/set_up.sh dev
	@.venv/bin/python -m tools.docs

lock:
	@sh tools/set_up.sh dev
	@sh tools/lock.sh
