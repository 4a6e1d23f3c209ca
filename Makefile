# dateline: `make` builds bin/, `make check` runs the tests, `make bench` measures speed, `make install` installs.
# A tool is one file in src/; everything in lib/ goes into one archive; tables in lib/rules and lib/names are embedded.

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share
DESTDIR =
PROGRAM_PREFIX =

CC = cc
CFLAGS = -O2 -g
CPPFLAGS =
LDFLAGS =
WARNINGS = -Wall -Wextra -Wpedantic
LIBS = -lutf8proc

# SAN=1: the same tools with AddressSanitizer and UndefinedBehaviorSanitizer, in a folder of their own.
SAN =
ifeq ($(SAN),1)
  OUT = build/san
  BIN = build/san/bin
  SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else
  OUT = build
  BIN = bin
endif

compile = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Ilib $(CPPFLAGS) $(WARNINGS) $(CFLAGS) $(SANITIZE) -MMD -MP
link = $(CC) $(CFLAGS) $(SANITIZE) $(LDFLAGS)

tools := $(patsubst src/%.c,%,$(wildcard src/*.c))
tables := $(sort $(wildcard lib/rules/*.tsv lib/names/*.tsv))
floors := base table text story exchange
lib_objects := $(patsubst lib/%.c,$(OUT)/%.o,$(wildcard $(addprefix lib/,$(addsuffix /*.c,$(floors))))) $(OUT)/embedded.o

all: $(addprefix $(BIN)/,$(tools))

$(BIN)/%: $(OUT)/src/%.o $(OUT)/libdateline.a
	@mkdir -p $(@D)
	$(link) -o $@ $^ $(LIBS)

$(OUT)/libdateline.a: $(lib_objects)
	@rm -f $@
	ar rcs $@ $^

$(OUT)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(compile) -c -o $@ $<

$(OUT)/%.o: lib/%.c
	@mkdir -p $(@D)
	$(compile) -c -o $@ $<

# The tables as bytes: NAME.tsv becomes the array embedded_tables' row NAME. Data lines only, so that od's output is plain C.
$(OUT)/embedded.o: $(OUT)/embedded.c
	$(compile) -c -o $@ $<

$(OUT)/embedded.c: $(tables) Makefile
	@mkdir -p $(@D)
	@{ printf '#include "exchange/tables.h"\n'; \
	   for t in $(tables); do n=$$(basename $$t .tsv); \
	     printf 'static const unsigned char %s_bytes[] = {\n' $$(echo $$n | tr - _); \
	     od -An -v -tu1 $$t | sed 's/  */,/g; s/^,//; s/$$/,/'; printf '};\n'; done; \
	   printf 'const struct embedded_table embedded_tables[] = {\n'; \
	   for t in $(tables); do n=$$(basename $$t .tsv); u=$$(echo $$n | tr - _); \
	     printf '    {"%s", %s_bytes, sizeof %s_bytes},\n' $$n $$u $$u; done; \
	   printf '    {0, 0, 0},\n};\n'; } > $@.new && mv $@.new $@

-include $(wildcard $(OUT)/*.d $(OUT)/*/*.d)

clean:
	rm -rf build bin/*

.PHONY: all clean
.SECONDARY:
.DELETE_ON_ERROR:
