# Kabar Lutra. `make` alone prints what there is. Every target brings its own environment.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
VENV ?= .venv
CONTENT ?= content
OUTPUT ?= output
SETTINGS ?= pelicanconf.py
CACHE ?= .cache
HUB ?= .hub
PORT ?= 8080
COMMIT ?=
NOW ?=
REPORT ?=
LALU ?=

# A stamp is named by what it installed, so a changed pin installs again and a copied file does not.
CHECKSUM = $(shell cksum < $(1) | cut -d' ' -f1)
READY := $(VENV)/.siap-$(call CHECKSUM,requirements.txt)
READY_DEV := $(VENV)/.siap-dev-$(call CHECKSUM,requirements-dev.txt)
RUN := $(VENV)/bin/python

PELICAN = $(RUN) -m pelican $(CONTENT) -s $(SETTINGS) -o $(OUTPUT) --fatal errors \
	-e CACHE_PATH='"$(CACHE)"' $(if $(COMMIT),COMMIT='"$(COMMIT)"') \
	$(if $(LALU),EARLIER='"$(LALU)"') $(if $(NOW),NOW='"$(NOW)"') $(if $(REPORT),BUILD_REPORT='"$(REPORT)"')

.PHONY: help
help: ## this list
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sort | \
		awk 'BEGIN {FS = ":.*## "} {printf "  %-16s %s\n", $$1, $$2}'

# ---------------------------------------------------------------- the newsroom

.PHONY: hub
hub: $(READY) ## run everything here: git server, gate, deploys and the site (PORT=8080)
	@$(RUN) -m plugins.publishing hub --folder $(HUB) --port $(PORT)

# What was typed reaches the program as it was typed: a title may hold anything, and make
# would expand $(…) in it, the shell `…`. Not exported, for that would expand it too.
unexport BERKAS FOTO JUDUL PENULIS TANGGAL PD KEGIATAN AMBIL ACARA SAMPAI MULAI SELESAI TEMPAT \
	KECAMATAN BERSAMA USUL TOLAK ALASAN
TYPED = '$(subst ','\'',$(value $(1)))'

.PHONY: berita
berita: $(READY) ## make a post (PD=dinkes JUDUL="…", or KEGIATAN=dinkes/2026/11/24-…)
	@$(RUN) -m plugins.intake berita --agency=$(call TYPED,PD) --title=$(call TYPED,JUDUL) \
		--event=$(call TYPED,KEGIATAN)

.PHONY: agenda
agenda: $(READY) ## make an activity (PD=dinkes ACARA="…" TANGGAL=2026-12-01 MULAI=09:00 TEMPAT="…")
	@$(RUN) -m plugins.intake agenda --agency=$(call TYPED,PD) --acara=$(call TYPED,ACARA) \
		--tanggal=$(call TYPED,TANGGAL) --sampai=$(call TYPED,SAMPAI) --mulai=$(call TYPED,MULAI) \
		--selesai=$(call TYPED,SELESAI) --tempat=$(call TYPED,TEMPAT) \
		--kecamatan=$(call TYPED,KECAMATAN) --bersama=$(call TYPED,BERSAMA)

.PHONY: agenda-impor
agenda-impor: $(READY) ## make activities of a table or calendar (BERKAS=agenda.csv PD=dinkes TULIS=0)
	@$(RUN) -m plugins.intake agenda-impor --agency "$(PD)" $(if $(filter 0,$(TULIS)),--check) \
		"$(BERKAS)"

.PHONY: rapikan
rapikan: $(READY) ## write your files in the normal form (CEK=1 only shows; BERKAS=…; SEMUA=1)
	@$(RUN) -m plugins.intake rapikan $(if $(filter-out 0,$(CEK)),--check) \
		$(if $(filter-out 0,$(SEMUA)),--all) $(BERKAS)

.PHONY: usul
usul: $(READY) ## check your changes and propose them to Humas
	@$(RUN) -m plugins.intake usul

.PHONY: setuju
setuju: $(READY) ## list proposals; approve one (USUL=…) or return it (TOLAK=… ALASAN="…")
	@$(RUN) -m plugins.intake setuju --approve=$(call TYPED,USUL) --return=$(call TYPED,TOLAK) \
		--reason=$(call TYPED,ALASAN)

.PHONY: terima
terima: $(READY) ## make a proposal of what was handed over (BERKAS=kiriman.zip PD=… FOTO="a.jpg b.jpg")
	@$(RUN) -m plugins.intake terima $(call TYPED,BERKAS) --agency=$(call TYPED,PD) \
		--title=$(call TYPED,JUDUL) --day=$(call TYPED,TANGGAL) --writer=$(call TYPED,PENULIS) \
		--event=$(call TYPED,KEGIATAN) --choice=$(call TYPED,AMBIL) --photos=$(call TYPED,FOTO)

.PHONY: kartu
kartu: $(READY) ## cards for officers with a QR code to /tulis/, and their roster (SITEURL=https://… PD=…)
	@$(RUN) -m plugins.intake kartu --url "$(SITEURL)" --agency "$(PD)" --to "$(or $(KE),kartu)"

.PHONY: pratinjau
pratinjau: $(READY) ## what changed, as pages that need nothing else (BASE=… HEAD=… KE=.pratinjau)
	@$(RUN) -m plugins.builds --repository $(or $(REPOSITORY),.) \
		--base "$(or $(BASE),origin/main)" --head "$(or $(HEAD),HEAD)" \
		--to "$(or $(KE),.pratinjau)" --label "$(JUDUL)"

.PHONY: kiriman
kiriman: $(READY) ## an issue of a form into a proposal, on GitHub (LANGKAH=susun, kirim or tutup)
	@$(RUN) -m plugins.intake kiriman "$(LANGKAH)" --folder "$(or $(KE),kiriman)"

.PHONY: redaksi
redaksi: ## bring the editor of /redaksi/ from npm (KE=deploy/redaksi); npm checks its sha512
	@command -v npm > /dev/null || { \
		echo "Perlu npm; pada Debian: apt install npm"; exit 1; }
	@npm ci --prefix "$(or $(KE),deploy/redaksi)" --ignore-scripts --no-audit --no-fund --loglevel=error

.PHONY: periksa
periksa: $(READY) ## ask the gate about content/ (BASE=REV: only what changed since)
	@$(RUN) -m plugins.checks --repository $(or $(REPOSITORY),.) $(if $(BASE),--base $(BASE)) \
		$(if $(HEAD),--head $(HEAD)) $(if $(AKUN),--as $(AKUN)) $(if $(FORMAT),--format $(FORMAT))

.PHONY: foto-kecilkan
foto-kecilkan: $(READY) ## shrink original photos, without their place (BERKAS=…; PD=dinkes)
	@$(RUN) -m plugins.photos kecilkan --agency "$(PD)" $(BERKAS)

.PHONY: agenda-ekspor
agenda-ekspor: $(READY) ## all public activities as CSV, JSON and iCalendar (KE=ekspor)
	@$(call BUILT,$(SETTINGS))
	@$(RUN) -m plugins.agenda ekspor --site $(OUTPUT) --to "$(or $(KE),ekspor)"

.PHONY: mulai
mulai: $(READY) ## empty the samples, to begin with real content
	@$(RUN) -m plugins.intake mulai

.PHONY: laporan
laporan: $(READY) ## the report of a month, to print and to send (BULAN=2026-11 KE=laporan)
	@$(RUN) -m plugins.agenda bulan "$(BULAN)"
	@$(call BUILT,$(SETTINGS))
	@$(RUN) -m plugins.agenda laporan "$(BULAN)" --site $(OUTPUT) --to "$(or $(KE),laporan)" \
		--commit "$(COMMIT)"

.PHONY: pengingat
pengingat: $(READY) ## reminders ready to paste, for each agency and for Humas (KE=.pengingat)
	@$(call BUILT,$(SETTINGS))
	@$(RUN) -m plugins.agenda pengingat --site $(OUTPUT) --to "$(or $(KE),.pengingat)"

.PHONY: isu
isu: $(READY) ## keep one issue on GitHub for each agency that owes news (DARI=.pengingat)
	@$(RUN) -m plugins.agenda isu --source "$(or $(DARI),.pengingat)"

# ---------------------------------------------------------------- the site

.PHONY: html
html: $(READY) ## build the site into OUTPUT=output
	@$(PELICAN)

.PHONY: serve
serve: $(READY) ## build, serve on PORT=8080, and build again when a file changes
	@$(RUN) -m plugins.publishing serve --port $(PORT) --output $(OUTPUT) -- $(PELICAN)

.PHONY: publish
publish: $(READY) ## build the last commit with publishconf.py; refuses the samples
	@$(RUN) -m plugins.publishing ready
	@mkdir -p $(CACHE) && rm -f $(CACHE)/laporan.json
	@$(MAKE) --no-print-directory html SETTINGS=publishconf.py COMMIT=$$(git rev-parse HEAD) \
		LALU="$(or $(LALU),$(or $(REMOTE),origin)/gh-pages)" REPORT=$(CACHE)/laporan.json || [ -f $(CACHE)/laporan.json ]
	@$(RUN) -m plugins.publishing seal --output $(OUTPUT) --report $(CACHE)/laporan.json

.PHONY: pages
pages: $(READY) ## put OUTPUT on the gh-pages branch of REMOTE=origin
	@$(RUN) -m plugins.publishing pages --output $(OUTPUT) --remote $(or $(REMOTE),origin)

.PHONY: github
github: export PRESS_DAYS = 0
github: publish pages ## publish on GitHub Pages; ends with an error when a post was left out
	@$(MAKE) --no-print-directory tell

.PHONY: tell
tell: $(READY) ## say which posts the last publish left out
	@$(RUN) -m plugins.publishing tell --report $(CACHE)/laporan.json

.PHONY: media
media: $(READY) ## copy the photos of OUTPUT to where MEDIA_URL serves them (KE=…)
	@$(RUN) -m plugins.photos media --site $(OUTPUT) --to "$(KE)"

.PHONY: clean
clean: ## remove the output and the caches
	rm -rf $(OUTPUT) $(CACHE)

# ---------------------------------------------------------------- the workshop

# Four at a time, also on two processors: many tests wait for a server, a browser or the clock.
.PHONY: test
test: $(READY_DEV) ## run the tests
	@sh tests/tools.sh chromium nginx
	@$(RUN) -m pytest -q -m "not audit" -n 4 --dist loadgroup $(ARGS)

.PHONY: lint
lint: $(READY_DEV) ## ruff, types, theme, generated pages
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m plugins.builds.theme_lint theme
	$(RUN) -m plugins.checks.docs --check
	$(RUN) -m plugins.checks.codeowners --check
	$(RUN) -m plugins.intake.issueforms --check

.PHONY: audit
audit: $(READY_DEV) ## the slow tests, and what needs Node or Java
	@sh tests/tools.sh chromium nginx
	@$(call INSTALL,tests/audit/requirements.txt)
	@$(MAKE) --no-print-directory redaksi
	@$(RUN) -m pytest -q -m audit -n 2 --dist loadgroup $(ARGS)

.PHONY: bench
bench: $(READY_DEV) ## measure against Hugo and plain Pelican (N="1000 10000"; ONLY=gate, agenda, photos)
	@$(call INSTALL,tests/bench/requirements.txt)
	@$(RUN) -m tests.bench $(or $(N),1000 10000) $(if $(ONLY),--only $(ONLY))

.PHONY: rules
rules: $(READY) ## write docs/panduan/aturan, .github/CODEOWNERS and the forms for issues
	@$(RUN) -m plugins.checks.docs
	@$(RUN) -m plugins.checks.codeowners
	@$(RUN) -m plugins.intake.issueforms

.PHONY: precision
precision: $(READY_DEV) ## write docs/dev/precision.md from the labelled texts
	@$(RUN) -m tests.checks.corpus

.PHONY: gambar
gambar: $(READY_DEV) ## walk the doors: pictures for docs/gambar, taps for docs/panduan/pintu.md
	@sh tests/tools.sh chromium
	@$(MAKE) --no-print-directory redaksi
	@$(RUN) -m tests.pictures

.PHONY: pins
pins: ## resolve pyproject.toml into hashed requirements (needs uv)
	uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --upgrade -o requirements.txt
	uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --extra dev -c requirements.txt -o requirements-dev.txt

$(READY):
	@$(call INSTALL,requirements.txt)
	@touch $@

# The second file holds all of the first, so it makes both ready.
$(READY_DEV):
	@$(call INSTALL,requirements-dev.txt)
	@touch $@ $(READY)

# A site without what is in quarantine is whole enough to be counted.
define BUILT
	mkdir -p $(CACHE) && rm -f $(CACHE)/dibangun.json; \
	$(MAKE) --no-print-directory html SETTINGS=$(1) REPORT=$(CACHE)/dibangun.json || \
		[ -f $(CACHE)/dibangun.json ]
endef

# uv where there is one, else venv and pip; both check every hash.
define INSTALL
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Perlu Python 3.11 atau lebih baru; tunjuk dengan make PYTHON=…"; exit 1; }; \
	echo "Menyiapkan $(VENV) dari $(1) …"; \
	if command -v uv > /dev/null; then \
		{ [ -x $(RUN) ] || uv venv -q --python $(PYTHON) $(VENV); } && \
		uv pip install -q --python $(RUN) --require-hashes --compile-bytecode -r $(1); \
	else \
		{ [ -x $(RUN) ] || $(PYTHON) -m venv $(VENV) || { \
			echo "Modul venv tidak ada; pada Debian: apt install python3-venv"; exit 1; }; } && \
		$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r $(1); \
	fi
endef
