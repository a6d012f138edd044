# Everything runs in .venv, which is made when missing and renewed when what it is made from changes.
# Written for GNU make 3.81, the one macOS has.

MEETING = or@2022-02-11
IN = .venv/bin

# The folder is part of the stamps: an environment does not survive being moved.
FOLDER := $(shell pwd | cksum | cut -d ' ' -f 1)
DOCUMENTS := .venv/.documents-$(FOLDER)
DEV := .venv/.dev-$(FOLDER)

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Compiled once, and not by every program that the tests start.
export PYTHONDONTWRITEBYTECODE =

.PHONY: agenda test quick bench clean

agenda: $(DOCUMENTS)
	@$(IN)/vr agenda build $(MEETING)

test: $(DEV)
	$(IN)/ruff check
	$(IN)/ruff format --check
	$(IN)/mypy
	$(IN)/lint-imports --no-logo
	$(IN)/vr check
	$(IN)/vr fmt --check
	@set -e; for repo in examples/*/; do \
	  if [ -d "$$repo/data" ]; then echo "$(IN)/vr check, fmt --check ($$repo)"; \
	    (cd "$$repo" && "$(CURDIR)/$(IN)/vr" check && "$(CURDIR)/$(IN)/vr" fmt --check); fi; \
	done
	$(IN)/python -m pytest -n 2 --dist worksteal --cov --cov-branch --cov-fail-under=95

quick: $(DEV)
	$(IN)/python -m pytest -n auto -q -m "not slow"

bench: $(DEV)
	$(IN)/python -m benchmarks

clean:
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# What is taken to be true of a Python: that it answers, is 3.11 or later, and can make environments.
# Shims that lead nowhere and Debian's Python without python3-venv are passed over.
SUITS = import sys; sys.exit(sys.version_info < (3, 11))
MAKES_ENVIRONMENTS = import ensurepip, venv

define make_environment
	@for stamp in .venv/.documents-*; do \
	  if [ -e "$$stamp" ] && [ "$$stamp" != '$(DOCUMENTS)' ]; then rm -rf .venv; fi; \
	done
	@if ! $(IN)/python -c '$(SUITS)' 2>/dev/null; then \
	  suits=''; chosen=''; \
	  for python in python3.13 python3.12 python3.11 python3 python; do \
	    if "$$python" -c '$(SUITS)' >/dev/null 2>&1; then \
	      suits="$${suits:-$$python}"; \
	      if "$$python" -c '$(MAKES_ENVIRONMENTS)' >/dev/null 2>&1; then chosen="$$python"; break; fi; \
	    fi; \
	  done; \
	  if [ -z "$$suits" ]; then \
	    echo 'Här finns ingen Python 3.11 eller senare. Hämta en på python.org och försök igen.' >&2; exit 1; \
	  elif [ -z "$$chosen" ]; then \
	    echo "$$suits kan inte göra egna miljöer. På Debian och Ubuntu: sudo apt install $$suits-venv" >&2; exit 1; \
	  fi; \
	  "$$chosen" -m venv --clear .venv; \
	fi
endef

define install
	@echo 'Gör i ordning .venv …'
	@$(IN)/python -m pip install --quiet --constraint constraints.txt --editable '.[$(1)]'
endef

$(DOCUMENTS): pyproject.toml constraints.txt
	$(make_environment)
	$(call install,documents)
	@touch $@

$(DEV): pyproject.toml constraints.txt
	$(make_environment)
	$(call install,dev)
	@touch $(DOCUMENTS) $@
