# docket: see README.md. Everything that is built goes below build/.

PREFIX ?= /usr/local
PACKAGES = yaml-0.1 libcmark sqlite3 libutf8proc libpcre2-8
DEBIAN = pkg-config libyaml-dev libcmark-dev libsqlite3-dev libutf8proc-dev libxxhash-dev \
	libpcre2-dev libcmocka-dev sqlite3
DEBIAN_DEV = clang clang-format clang-tidy cppcheck valgrind shellcheck mandoc git locales cmark \
	libclang-rt-14-dev python3 strace gcovr chromium $(if $(shell command -v npm),,nodejs npm)
HOMEBREW = pkg-config libyaml cmark sqlite utf8proc xxhash pcre2 cmocka

# make VARIANT=clang CC=clang, make SANITIZE=1: each builds in a folder of its own.
VARIANT ?= $(if $(SANITIZE),sanitize)$(if $(COVERAGE),coverage)
BUILD = build$(addprefix /,$(VARIANT))
, := ,
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 $(if $(CI),-Werror)
OPTIMISE = $(if $(SANITIZE),-O1 -fno-omit-frame-pointer,$(if $(COVERAGE),-O0 --coverage \
	-fprofile-update=atomic,-O2 -D_FORTIFY_SOURCE=2))
SANITIZERS = $(if $(SANITIZE),-fsanitize=address$(,)undefined -fno-sanitize-recover=all)
FLAGS = -std=c11 -D_GNU_SOURCE -g -MMD -MP -fPIC -fvisibility=hidden -fstack-protector-strong \
	$(WARNINGS) $(OPTIMISE) $(SANITIZERS) $(CFLAGS)
LINK = $(SANITIZERS) $(if $(COVERAGE),--coverage) -pthread -Wl,-z,relro,-z,now $(LDFLAGS)
package_flags = $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
package_libraries = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

objects = $(patsubst %.c,$(BUILD)/%.o,$(wildcard $(1)))
LIBRARY = $(call objects,src/*.c src/base/*.c src/read/*.c src/identity/*.c src/query/*.c \
	src/store/*.c src/import/*.c) $(BUILD)/schema.o
CLI = $(call objects,src/cli/*.c) $(BUILD)/style.o
TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/test_*.c))
SCHEMA = $(wildcard schema/*.sql schema/*/*.sql) schema/reports/order

.PHONY: all tests demo check memcheck races lint ical output browser coverage mutate fuzz torture bench instructions deps deps-dev ready install uninstall clean

all: $(BUILD)/docket $(BUILD)/libdocket.so

$(BUILD)/docket: $(CLI) $(BUILD)/libdocket.a
	$(CC) $(LINK) -pie -o $@ $^ $(package_libraries)

$(BUILD)/libdocket.a: $(LIBRARY)
$(BUILD)/cli.a: $(filter-out %/main.o,$(CLI))
%.a:
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/libdocket.so: $(LIBRARY)
	$(CC) $(LINK) -shared -Wl,-soname,libdocket.so.0 -o $@ $^ $(package_libraries)

# The command line sees the public headers only: a wrong include does not build.
$(BUILD)/src/cli/%.o: src/cli/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -Iinclude -c -o $@ $<

$(BUILD)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -Iinclude -Isrc $(package_flags) -c -o $@ $<

$(BUILD)/schema.c: schema/embed.sh $(SCHEMA)
	@mkdir -p $(@D)
	sh schema/embed.sh >$@.new && mv $@.new $@

$(BUILD)/style.c: src/cli/style.css
	@mkdir -p $(@D)
	{ echo '#include "style.h"'; echo 'const char style_css[] = {'; \
		od -An -v -tu1 $< | sed -e 's/ *\([0-9][0-9]*\)/\1,/g'; echo '0 };'; } >$@.new && mv $@.new $@

$(BUILD)/schema.o $(BUILD)/style.o: %.o: %.c src/store/schema.h src/cli/style.h
	$(CC) $(FLAGS) -Iinclude -Isrc -Isrc/cli -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/cli.a $(BUILD)/libdocket.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(LINK) -Iinclude -Isrc -Itests $(package_flags) -o $@ $< $(BUILD)/cli.a \
		$(BUILD)/libdocket.a $(package_libraries) -lcmocka

tests: $(TESTS)

# Installs what is missing, then goes on: for people who have only gcc and make.
ready:
	@pkg-config --exists $(PACKAGES) cmocka libxxhash 2>/dev/null && \
		command -v sqlite3 >/dev/null || $(MAKE) deps

demo: ready
	@$(MAKE) --no-print-directory all
	@sh tests/demo.sh $(BUILD)

check: ready
	@$(MAKE) --no-print-directory all tests
	@sh tests/check.sh $(BUILD)

memcheck: tests
	@QUICK=1 WRAP="valgrind -q --error-exitcode=9 --leak-check=full" sh tests/check.sh $(BUILD) unit

# Reading and asking side by side, under ThreadSanitizer.
races:
	@$(MAKE) VARIANT=thread SANITIZERS=-fsanitize=thread \
		$(addprefix build/thread/tests/,import/test_import store/test_boxes)
	QUICK=1 build/thread/tests/import/test_import
	build/thread/tests/store/test_boxes

lint: all
	@sh tests/layers.sh && sh tests/symbols.sh && sh tests/hardened.sh && \
		sh tests/manual.sh && sh tests/lint.sh

ical: all
	@sh tests/ical/run.sh $(BUILD)

# CASES texts in every format, read back by other programs.
output: all
	@BUILD=$(BUILD) sh tests/output/run.sh $(or $(CASES),50000)

# SHOTS=FOLDER keeps pictures of the pages.
browser: all
	@sh tests/browser/run.sh $(BUILD)

coverage:
	@sh tests/coverage.sh

# Changes the source in MUTANTS places, one at a time: does a test find out? FILES="read/mend" picks.
mutate: all $(BUILD)/cli.a
	@python3 tests/mutate.py $(BUILD) $(or $(MUTANTS),200) $(FILES)

fuzz:
	@sh tests/fuzz/run.sh $(or $(SECONDS),60)

# Kills, broken disks, damaged stores, hostile notes: minutes, or an hour with TORTURE=long.
torture: all
	@sh tests/torture/run.sh $(BUILD) $(or $(TORTURE),short)

bench instructions: all $(BUILD)/tests/import/test_labels
	@sh tests/bench/$@.sh $(BUILD)

deps deps-dev:
	@if command -v apt-get >/dev/null; then \
		sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install \
			-y -qq $(DEBIAN) $(if $(filter deps-dev,$@),$(DEBIAN_DEV)) >/dev/null; \
	else echo "Install these and try again, with Homebrew: brew install $(HOMEBREW)"; exit 1; fi

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib \
		$(DESTDIR)$(PREFIX)/include/docket \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(addprefix $(DESTDIR)$(PREFIX)/share/man/man,1 3 5 7)
	install $(BUILD)/docket $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(BUILD)/libdocket.a $(DESTDIR)$(PREFIX)/lib
	install $(BUILD)/libdocket.so $(DESTDIR)$(PREFIX)/lib/libdocket.so.0
	ln -sf libdocket.so.0 $(DESTDIR)$(PREFIX)/lib/libdocket.so
	install -m 644 include/docket.h $(DESTDIR)$(PREFIX)/include
	install -m 644 include/docket/*.h $(DESTDIR)$(PREFIX)/include/docket
	for page in man/*.[1-9]; do install -m 644 $$page \
		$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}; done
	$(BUILD)/docket completion bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/docket

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/include/docket
	rm -f $(DESTDIR)$(PREFIX)/bin/docket $(DESTDIR)$(PREFIX)/lib/libdocket.* \
		$(DESTDIR)$(PREFIX)/include/docket.h \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/docket
	for page in $(notdir $(wildcard man/*)); do \
		rm -f $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page; done

clean:
	rm -rf build

-include $(wildcard $(BUILD)/*.d $(BUILD)/src/*.d $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d)
