# docket: see README.md. Everything that is built goes below build/.

PREFIX ?= /usr/local
PACKAGES = yaml-0.1 libcmark sqlite3 libutf8proc
DEBIAN = pkg-config libyaml-dev libcmark-dev libsqlite3-dev libcmocka-dev libutf8proc-dev \
	libxxhash-dev
HOMEBREW = pkg-config libyaml cmark sqlite cmocka utf8proc xxhash

BUILD = build$(if $(SANITIZE),/sanitize)$(if $(COVERAGE),/coverage)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 $(if $(CI),-Werror)
HARDENING = $(if $(SANITIZE)$(COVERAGE),,-O2 -D_FORTIFY_SOURCE=2) -fstack-protector-strong -fPIC
SANITIZERS = $(if $(SANITIZE),-O1 -fsanitize=address$(,)undefined -fno-sanitize-recover=all)
, := ,
FLAGS = -std=c11 -D_GNU_SOURCE -g -MMD -MP -fvisibility=hidden $(WARNINGS) $(HARDENING) \
	$(SANITIZERS) $(if $(COVERAGE),--coverage -O0)
LINK = $(SANITIZERS) $(if $(COVERAGE),--coverage) -pthread -Wl,-z,relro,-z,now

LIBRARY_SOURCES = $(wildcard src/*.c src/import/*.c src/base/*.c src/read/*.c src/identity/*.c src/store/*.c)
CLI_SOURCES = $(wildcard src/cli/*.c)
TEST_SOURCES = $(wildcard tests/base/test_*.c tests/read/test_*.c tests/identity/test_*.c \
	tests/store/test_*.c tests/import/test_*.c tests/cli/test_*.c)
SCHEMA = $(wildcard schema/*.sql schema/*/*.sql) schema/reports/order

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
LIBRARY_OBJECTS = $(call objects,$(LIBRARY_SOURCES)) $(BUILD)/schema.o
TESTS = $(patsubst %.c,$(BUILD)/%,$(TEST_SOURCES))
package_flags = $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
package_libraries = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

all: $(BUILD)/docket $(BUILD)/libdocket.so

$(BUILD)/docket: $(call objects,$(CLI_SOURCES)) $(BUILD)/libdocket.a
	$(CC) $(LINK) -pie -o $@ $^ $(package_libraries)

$(BUILD)/libdocket.a: $(LIBRARY_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/libdocket.so: $(LIBRARY_OBJECTS)
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

$(BUILD)/schema.o: $(BUILD)/schema.c src/store/schema.h
	$(CC) $(FLAGS) -Iinclude -Isrc -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libdocket.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(LINK) -Iinclude -Isrc -Itests $(package_flags) -o $@ $< \
		$(BUILD)/libdocket.a $(package_libraries) -lcmocka

tests: $(TESTS)

clean:
	rm -rf build

-include $(wildcard $(BUILD)/*.d $(BUILD)/src/*.d $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d)

.PHONY: all tests clean
