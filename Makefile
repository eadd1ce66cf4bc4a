# Everything starts here: each target makes ready what it needs, on a machine with only python3, git and make.
#
#   make run                 open the reader on the built-in bundle
#   make run PDF=file.pdf    open a PDF
#   make test                run all tests, without a screen
#   make help                the other targets

PYTHON ?= python3
IN_VENV := .venv/bin/python
TESTS ?=
WISHES ?=
LOOKS ?=
ACTS ?=
PDFS ?=
BENCH ?=
QUICK ?=
SNAPSHOT := zzpreader-snapshot.png

.DEFAULT_GOAL := help
.PHONY: help run test check bench anchoring first-page scrolling size tour pictures torture walls same-output hostile soak guide translations wheel bundle deb try-deb try-source lock clean ready-run ready-dev

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: ready-run ## open the reader on the built-in bundle, or on PDF=file.pdf; without a screen: make its picture
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(IN_VENV) -m zzpreader $(if $(PDF),"$(PDF)"); \
	else \
		$(IN_VENV) -m zzpreader --snapshot $(SNAPSHOT) $(if $(PDF),"$(PDF)") \
		&& echo "There is no screen here, so this is a picture of the window: $(SNAPSHOT)"; \
	fi

test: ready-dev ## run all tests without a screen, or TESTS="tests/model -k label"
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m pytest $(TESTS)

check: ready-dev ## style, types, imports, dead code, translations
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m ruff format --check .
	@$(IN_VENV) -m basedpyright
	@.venv/bin/lint-imports
	@$(IN_VENV) -m vulture
	@$(IN_VENV) packaging/translations.py check

bench: ready-dev ## time the program's parts, all or BENCH="store search"; of PDFS=, or just once: QUICK=1
	@PYTHONPATH=tests $(IN_VENV) -m bench $(if $(BENCH),--only $(BENCH)) $(if $(PDFS),--pdfs $(PDFS)) $(if $(QUICK),--once)

anchoring: ready-dev ## how well marks are found again in a new edition, or of PDFS="one.pdf other.pdf"
	@PYTHONPATH=tests $(IN_VENV) tests/bench/anchoring.py $(PDFS)

first-page: ready-dev ## what a start needs until the page is there, of PDF=file.pdf
	@$(IN_VENV) tests/bench/glance.py $(or $(PDF),resources/bundles/zzp-en-de-stad/leeswijzer.pdf)

scrolling: ready-dev ## how smoothly PDFS="one.pdf other.pdf" scroll in the real window, reading and flinging
	@$(IN_VENV) tests/bench/scrolling.py $(or $(PDFS),resources/bundles/zzp-en-de-stad/leeswijzer.pdf)

size: ready-dev ## what reading costs in 100 pages, in 10,000, and with 10,000 highlights
	@$(IN_VENV) tests/bench/size.py

walls: ready-dev ## try every known way out of a locked worker, and what the lock costs
	@$(IN_VENV) tests/security/escapes.py
	@$(IN_VENV) tests/bench/walls.py $(or $(PDF),resources/bundles/zzp-en-de-stad/leeswijzer.pdf)

same-output: ready-dev ## does a locked worker say the same as one without walls? over PDFS=/folder
	@$(IN_VENV) tests/torture/same_output.py $(PDFS)

hostile: ready-dev ## open PDFS=/folder, and MUTATIONS=10000 of them, in the real window
	@$(IN_VENV) tests/torture/hostile.py $(PDFS) --mutations $(or $(MUTATIONS),0) --first $(or $(FIRST),0)

soak: ready-dev ## read for MINUTES=120 in the real window, killing a worker every 20 s; PDF=, TURNS=, EDITS=
	@$(IN_VENV) tests/torture/soak.py $(PDF) --minutes $(or $(MINUTES),120) $(if $(TURNS),--turns $(TURNS)) $(if $(EDITS),--edits $(EDITS))

tour: ready-dev ## a picture of every state of the window, into build/tour: LOOKS="nl-light", ACTS="reading"
	@PYTHONPATH=tests $(IN_VENV) -m tour --looks "$(LOOKS)" --acts "$(ACTS)"

torture: ready-dev ## kills, power cuts, faults and damage: WISHES="kills=500 states=50000"; the whole takes an hour
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) tests/torture/whole.py $(WISHES)

pictures: ready-dev ## make the pictures of the user guide anew
	@for language in nl en; do PYTHONPATH=tests $(IN_VENV) -m tour --guide $$language; done

guide: ready-dev ## set the built-in reading guide anew from its source
	@$(IN_VENV) packaging/make_guide.py

translations: ready-dev ## collect the texts of the interface, and compile the catalogues
	@$(IN_VENV) packaging/translations.py update

wheel: ready-dev ## build dist/*.whl and dist/*.tar.gz
	@$(IN_VENV) -m hatchling build -d dist

bundle: ready-dev ## build the program with a Python of its own, build/bundle/zzpreader, and start it once
	@$(IN_VENV) packaging/make_bundle.py
	@$(IN_VENV) packaging/try_bundle.py

deb: ready-dev ## build dist/*.deb from that
	@$(IN_VENV) packaging/make_deb.py

try-deb: ## as root: install, start and remove dist/*.deb in bare Debian systems; RELEASES="bookworm trixie"
	@$(PYTHON) packaging/try_debian.py deb $(RELEASES)

try-source: ## as root: make run, make test and the wheel in bare Debian systems; RELEASES, TESTS
	@TESTS="$(TESTS)" $(PYTHON) packaging/try_debian.py source $(RELEASES)

lock: ready-dev ## choose the newest versions that pyproject.toml allows
	@$(IN_VENV) -m pip install --quiet uv
	@$(IN_VENV) packaging/lock.py

clean: ## remove what was made here; notes are elsewhere and stay
	@rm -rf .venv build dist $(SNAPSHOT) .hypothesis .import_linter_cache .pytest_cache .ruff_cache
	@find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

ready-run ready-dev: ready-%:
	@$(PYTHON) packaging/setup_machine.py $*
