# dateline: `make` builds bin/, `make check` runs the tests, `make bench` measures speed, `make install` installs.
# A tool is one file in src/; everything in lib/ goes into one archive; tables in lib/rules and lib/names are embedded.
# `make tables` makes the learnt ones of lib/rules anew, `make models` the models of lib/models, with the programs of src/train.

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
trainers := $(patsubst src/train/%.c,%,$(wildcard src/train/*.c))
models := $(sort $(wildcard lib/models/*.model))
tables := $(sort $(wildcard lib/rules/*.tsv lib/names/*.tsv))
floors := base table text learn story exchange
lib_objects := $(patsubst lib/%.c,$(OUT)/%.o,$(wildcard $(addprefix lib/,$(addsuffix /*.c,$(floors))))) \
    $(patsubst lib/%.model,$(OUT)/%.o,$(models))

all: $(addprefix $(BIN)/,$(tools))

$(BIN)/%: $(OUT)/src/%.o $(OUT)/libdateline.a $(OUT)/libtables.a
	@mkdir -p $(@D)
	$(link) -o $@ $^ $(LIBS)

# Programs that make tables: see tables below.
$(OUT)/train/%: $(OUT)/src/train/%.o $(OUT)/libdateline.a $(OUT)/libtables.a
	@mkdir -p $(@D)
	$(link) -o $@ $^ $(LIBS)

$(OUT)/libdateline.a: $(lib_objects)
	@rm -f $@
	ar rcs $@ $^

$(OUT)/libtables.a: $(OUT)/embedded.o $(OUT)/gazetteer.o $(OUT)/lexicon.o
	@rm -f $@
	ar rcs $@ $^

# Programs that make parts of the others, of the same library.
$(OUT)/build/embed-gazetteer $(OUT)/build/embed-lexicon: $(OUT)/embedded.o
$(OUT)/build/%: $(OUT)/src/build/%.o $(OUT)/libdateline.a
	@mkdir -p $(@D)
	$(link) -o $@ $^ $(LIBS)

$(OUT)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(compile) -c -o $@ $<

$(OUT)/%.o: lib/%.c
	@mkdir -p $(@D)
	$(compile) -c -o $@ $<

# The tables, parsed, and what is made of those of names and words: used where they lie in the programs, so that nothing is read and
# nothing entered at their start.
$(OUT)/embedded.o $(OUT)/gazetteer.o $(OUT)/lexicon.o: %.o: %.c
	$(compile) -c -o $@ $<

$(OUT)/embedded.c: $(OUT)/build/embed-tables $(tables)
	$< $(tables) >$@.new && mv $@.new $@

$(OUT)/gazetteer.c $(OUT)/lexicon.c: $(OUT)/%.c: $(OUT)/build/embed-%
	$< >$@.new && mv $@.new $@

# A model as bytes between NAME_model and NAME_model_end, an object each, so that a program holds only the ones it names.
$(OUT)/models/%.o: lib/models/%.model
	@mkdir -p $(@D)
	@printf '.section .rodata\n.balign 64\n.global $*_model, $*_model_end\n$*_model: .incbin "$<"\n$*_model_end:\n.section .note.GNU-stack,"",%%progbits\n' \
	    | $(CC) -x assembler -c -o $@ -

-include $(wildcard $(OUT)/*.d $(OUT)/*/*.d $(OUT)/*/*/*.d)

# Checking. tests/cases.bats has one test for every folder of tests/cases; `make SAN=1 check` runs all over the sanitizer build.

test_programs := $(patsubst tests/%.c,$(OUT)/tests/%,$(wildcard tests/*.c tests/bench/*.c))

check: all trainers $(test_programs) tests/cases.bats
	DATELINE_BIN=$(BIN) DATELINE_TESTS=$(OUT)/tests DATELINE_TRAINERS=$(OUT)/train prove --exec bats tests/*.bats

$(OUT)/tests/%: tests/%.c $(OUT)/libdateline.a $(OUT)/libtables.a
	@mkdir -p $(@D)
	$(compile) $(LDFLAGS) -o $@ $^ $(LIBS)

tests/cases.bats: tests/list-cases $(wildcard tests/cases tests/cases/* tests/cases/*/*)
	sh tests/list-cases >$@

# Takes what the tools print now over the examples as what they should print; then look at git diff.
accept: all
	DATELINE_BIN=$(BIN) sh tests/accept
	$(MAKE) --no-print-directory README.md

lint:
	mandoc -T lint -W warning man/*.[157]
	for cc in gcc clang; do if command -v $$cc >/dev/null; then \
	    $(MAKE) --no-print-directory CC=$$cc CFLAGS='-O2 -Werror' OUT=build/lint-$$cc BIN=build/lint-$$cc/bin all trainers || exit 1; fi; done
	if command -v cppcheck >/dev/null; then cppcheck -q --std=c11 -Ilib --enable=warning,portability,performance \
	    --suppress=returnDanglingLifetime --suppress=compareBoolExpressionWithInt --error-exitcode=1 lib src; fi
	if command -v clang-tidy >/dev/null; then clang-tidy --quiet $(wildcard lib/*/*.c src/*.c src/*/*.c) -- -std=c11 \
	    -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Ilib; fi

# The tables that are learnt (lib/rules/README.md), from the treebanks in DATA. What is written by hand stands in tables of its own.

DATA = ../shared/data
treebanks = $(DATA)/treebank/ewt.train.tokens.tsv $(DATA)/treebank/gum-open.train.tokens.tsv
learnt = words endings

trainers: $(addprefix $(OUT)/train/,$(trainers))

tables: trainers
	@for file in $(treebanks); do [ -r $$file ] || { \
	    echo "make tables: $$file is not there. DATA=FOLDER says where treebank/ is; lib/rules/README.md says what it holds." >&2; exit 1; }; done
	sh src/train/make-tables $(OUT)/train $(OUT)/train/tables $(treebanks)
	for table in $(learnt); do cp $(OUT)/train/tables/$$table.tsv lib/rules/$$table.tsv || exit 1; done

# The lists of lib/names that are counted (lib/names/README.md); words.tsv has to be made first.
names-tables:
	sh src/train/make-names $(DATA) $(OUT)/train/names
	for table in given_names common_words; do cp $(OUT)/train/names/$$table.tsv lib/names/$$table.tsv || exit 1; done

# The models of lib/models, in the order in which they look at each other; their cards say what each is learnt from. Nothing is drawn by
# lot: the same data, tables and code give the same bytes.
models: all trainers
	@[ -r $(DATA)/text/wikinews.train.articles.tsv ] || { \
	    echo "make models: $(DATA)/text is not there. DATA=FOLDER says where; the cards in lib/models say what it holds." >&2; exit 1; }
	sh src/train/make-clusters $(BIN) $(OUT)/train $(DATA) lib/models/clusters.model >$(OUT)/train/clusters.tsv
	sh src/train/make-tags $(OUT)/train lib/models/clusters.model lib/models/tags.model $(treebanks)
	$(MAKE) --no-print-directory all trainers
	sh src/train/make-names-model $(BIN) $(OUT)/train $(DATA) lib/models/clusters.model $(OUT)/train/names-model
	cp $(OUT)/train/names-model/names.model lib/models/names.model
	$(MAKE) --no-print-directory all
	sh src/train/make-parses $(BIN) $(OUT)/train lib/models/clusters.model lib/models/parses.model $(OUT)/train/parses $(treebanks)
	$(MAKE) --no-print-directory all

# Speed: medians of several runs, against programs everybody knows.
bench: all $(test_programs)
	DATELINE_BIN=$(BIN) DATELINE_TESTS=$(OUT)/tests sh tests/bench/run

# The README is the tour of the manual, without the page's head and foot.
README.md: man/dateline.7
	mandoc -T markdown man/dateline.7 | sed '1,2d; $$d; s|^# NAME|# dateline|' >$@

# Installing. With PROGRAM_PREFIX=dl- the tools are dl-tokenize ..., in their manuals too.

pages = $(notdir $(wildcard man/*.[57]))
installed_bin = $(DESTDIR)$(BINDIR)
installed_data = $(DESTDIR)$(DATADIR)/dateline
prefixed = sed '$(foreach tool,$(tools),s/\<$(tool)\>/$(PROGRAM_PREFIX)&/g;)'

install: all
	mkdir -p $(installed_bin) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	for tool in $(tools); do \
	    install -m 755 $(BIN)/$$tool $(installed_bin)/$(PROGRAM_PREFIX)$$tool && \
	    $(prefixed) man/$$tool.1 >$(DESTDIR)$(MANDIR)/man1/$(PROGRAM_PREFIX)$$tool.1 || exit 1; done
	for page in $(pages); do $(prefixed) man/$$page >$(DESTDIR)$(MANDIR)/man$${page##*.}/$$page || exit 1; done
	for table in $(tables); do mkdir -p $(installed_data)/$$(basename $$(dirname $$table)) && \
	    install -m 644 $$table $(installed_data)/$${table#lib/} || exit 1; done

uninstall:
	for tool in $(tools); do \
	    rm -f $(installed_bin)/$(PROGRAM_PREFIX)$$tool $(DESTDIR)$(MANDIR)/man1/$(PROGRAM_PREFIX)$$tool.1; done
	for page in $(pages); do rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$$page; done
	for table in $(tables); do rm -f $(installed_data)/$${table#lib/}; done
	rmdir $(installed_data)/* $(installed_data) 2>/dev/null; true

clean:
	rm -rf build bin/* tests/cases.bats

.PHONY: all trainers tables names-tables models check accept lint bench install uninstall clean
.SECONDARY:
.DELETE_ON_ERROR:
