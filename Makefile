# Mithaq is one program; this is all there is to building it.
#
#   make                            build/mithaq
#   make unit                       every tests/unit/test_*.c
#   make test_str                   one of them
#   make fuzz                       every tests/fuzz/fuzz_*.c with a driver
#                                   that replays its corpus
#   make fuzz CC=clang SAN=1 FUZZ=1 BUILD=build-fuzz   the same, with libFuzzer
#   make BUILD=build-san SAN=1      with address and undefined sanitizers
#   make CC=clang BUILD=build-clang
#   make pseudo                     the program with longer, marked words
#   make V=1                        shows whole commands
#
# A floor is a folder of src/ and becomes one archive. A unit test links the
# floors that its first lines name ("// floors: base lang"), or all.

BUILD ?= build
SAN ?=
FUZZ ?=
V ?=
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1) $@')

FLOORS := app ui api service access store format report domain model lang \
	http base
LIBS := libmicrohttpd sqlite3 libpq icu-i18n icu-uc libcrypto libcmark \
	libzip jansson

# ---- flags

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wformat=2 -Wvla -Werror
ifeq ($(SAN),)
HARDEN := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection
LINK_HARDEN := -Wl,-z,relro,-z,now
else
HARDEN := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all
LINK_HARDEN := -fsanitize=address,undefined
endif
ifneq ($(FUZZ),)
HARDEN += -fsanitize=fuzzer-no-link
FUZZ_MAIN :=
FUZZ_LINK := -fsanitize=fuzzer
else
FUZZ_MAIN := $(BUILD)/tests/fuzz/replay.o
FUZZ_LINK :=
endif
ifneq ($(shell uname -m),x86_64)
HARDEN := $(filter-out -fcf-protection,$(HARDEN))
endif

CPPFLAGS_ALL := -Isrc -D_GNU_SOURCE $(shell pkg-config --cflags $(LIBS))
# Hidden: a library that calls a function of its own never gets ours.
CFLAGS_ALL := -std=c17 -g -fPIE -fvisibility=hidden -pthread $(WARN) $(HARDEN) $(CFLAGS)
LDFLAGS_ALL := -pie -pthread -Wl,--as-needed $(LINK_HARDEN) $(LDFLAGS)
# libstemmer has no file for pkg-config.
LDLIBS_ALL := $(shell pkg-config --libs $(LIBS)) -lstemmer -lm

# ---- what there is

floor_src = $(shell find src/$(1) -name '*.c' ! -path src/app/main.c | \
	LC_ALL=C sort)
floor_lib = $(BUILD)/lib$(1).a
in_build = $(patsubst %.c,$(BUILD)/%.o,$(1))

THERE := $(foreach f,$(FLOORS),$(if $(wildcard src/$(f)),$(f)))
TESTS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/test_*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

.PHONY: all pseudo lib unit fuzz clean $(TESTS) $(FUZZERS)
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/mithaq
pseudo: $(BUILD)/mithaq-pseudo
lib: $(foreach f,$(THERE),$(call floor_lib,$(f)))
unit: $(TESTS:%=$(BUILD)/tests/unit/%)
fuzz: $(FUZZERS:%=$(BUILD)/tests/fuzz/%)
clean:
	rm -rf $(BUILD)

# ---- objects and archives

# Written anew only when the text is another: what depends on it is then made
# again, and "make -q" tells the truth.
keep = $(shell mkdir -p $(dir $(1)); echo '$(2)' | cmp -s - $(1) || \
	echo '$(2)' > $(1))
ifneq ($(MAKECMDGOALS),clean)
$(call keep,$(BUILD)/flags,$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDFLAGS_ALL))
endif

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	$(call say,cc)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/gen/%.o: $(BUILD)/gen/%.S
	$(call say,as)
	$(Q)$(CC) -c -o $@ $<

define floor_rule
$(call floor_lib,$(1)): $(call in_build,$(call floor_src,$(1)))
endef
$(foreach f,$(THERE),$(eval $(call floor_rule,$(f))))
$(BUILD)/libbase.a: $(BUILD)/gen/assets.o
$(BUILD)/liblang.a: $(BUILD)/gen/words_table.o $(BUILD)/gen/forms_table.o

$(BUILD)/lib%.a:
	@rm -f $@
	$(call say,ar)
	$(Q)ar rcs $@ $^

link = $(Q)$(CC) $(LDFLAGS_ALL) -o $@ $(filter %.o,$^) \
	-Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LDLIBS_ALL)

$(BUILD)/mithaq: $(BUILD)/src/app/main.o \
		$(foreach f,$(THERE),$(call floor_lib,$(f)))
	$(call say,link)
	$(link)

# ---- words and files inside the program

WORDS := $(wildcard words/*.po)
ICONS := $(shell find assets -type f ! -name '.*' 2>/dev/null | LC_ALL=C sort)
FONTS := $(foreach f,Regular Bold,$(BUILD)/fonts/NotoSans-$(f).woff2)
PARTS := $(ICONS) $(FONTS) $(wildcard db/migrations/*.sql) \
	$(shell find packs -type f ! -name '.*' 2>/dev/null | LC_ALL=C sort) \
	$(wildcard docs/manual/*/*.md)

$(BUILD)/tools/po2c: $(BUILD)/tools/po2c.o $(BUILD)/src/lang/lang.o \
		$(BUILD)/libbase.a
	$(call say,link)
	$(link)
$(BUILD)/gen/words_table.c: $(BUILD)/tools/po2c $(WORDS)
	@mkdir -p $(@D)
	$(call say,words)
	$(Q)$(BUILD)/tools/po2c $(WORDS) > $@

# The same program with longer, marked words, for the tests of pages.
$(BUILD)/pseudo/%.po: words/%.po tools/pseudo
	@mkdir -p $(@D)
	$(Q)perl tools/pseudo $< > $@
$(BUILD)/gen/pseudo_table.c: $(BUILD)/tools/po2c \
		$(WORDS:words/%=$(BUILD)/pseudo/%)
	$(call say,words)
	$(Q)$(BUILD)/tools/po2c $(filter %.po,$^) > $@
$(BUILD)/mithaq-pseudo: $(BUILD)/src/app/main.o $(BUILD)/gen/pseudo_table.o \
		$(foreach f,$(THERE),$(call floor_lib,$(f)))
	$(call say,link)
	$(link)

$(BUILD)/tools/forms2c: $(BUILD)/tools/forms2c.o \
		$(BUILD)/src/lang/fold.o $(BUILD)/src/lang/letters.o \
		$(BUILD)/libbase.a
	$(call say,link)
	$(link)
$(BUILD)/gen/forms_table.c: $(BUILD)/tools/forms2c words/forms.txt
	@mkdir -p $(@D)
	$(call say,words)
	$(Q)$(BUILD)/tools/forms2c words/forms.txt > $@

# A file that comes or goes changes the list, and with it the program.
ifneq ($(MAKECMDGOALS),clean)
$(call keep,$(BUILD)/gen/assets.list,$(PARTS))
endif
$(BUILD)/gen/assets.S: tools/embed $(BUILD)/gen/assets.list $(PARTS)
	$(call say,embed)
	$(Q)sha256sum $(PARTS) | sh tools/embed '$(BUILD)' > $@
$(BUILD)/gen/assets.o: $(PARTS)

# Latin-1, Latin Extended-A, punctuation and signs; Arabic with the letters
# of Sorani; the joiners and the marks of direction; three sets of digits
# are in these. Both scripts are one file for each weight, because every page
# has both and each file is a request of a first visit.
LATIN := U+0020-007E,U+00A0-017F,U+0218-021B,U+02BB-02BC,U+02C6,U+02DC,\
U+2010-2027,U+202F-203A,U+2044,U+2066-2069,U+20AC,U+2116,U+2122,\
U+2190-2193,U+2212,U+2260,U+2264-2265,U+25CC
ARABIC := U+0600-0604,U+0606-061C,U+061E-06FF,U+200C-200F,U+FD3E-FD3F,U+FDFC
NOTO := /usr/share/fonts/truetype/noto
$(BUILD)/fonts/NotoSans-%.woff2: $(NOTO)/NotoSans-%.ttf \
		$(NOTO)/NotoSansArabic-%.ttf Makefile
	@mkdir -p $(@D)
	$(call say,font)
	$(Q)pyftsubset $(word 2,$^) --unicodes='$(ARABIC)' --no-hinting \
		--layout-features='*' --output-file=$(@D)/arabic-$*.ttf
	$(Q)pyftsubset $< --unicodes='$(LATIN)' --no-hinting \
		--layout-features=ccmp,kern,liga,locl,mark,mkmk,lnum,tnum \
		--output-file=$(@D)/latin-$*.ttf
	$(Q)pyftmerge --output-file=$(@D)/both-$*.ttf $(@D)/arabic-$*.ttf \
		$(@D)/latin-$*.ttf
	$(Q)pyftsubset $(@D)/both-$*.ttf --unicodes='*' --layout-features='*' \
		--flavor=woff2 --output-file=$@
	$(Q)rm -f $(@D)/arabic-$*.ttf $(@D)/latin-$*.ttf $(@D)/both-$*.ttf

# ---- tests

# The floors a test names in its first lines, as archives.
floors_of = $(or $(shell sed -n '1,5s|^/[/*] *floors: *\([a-z ]*\).*|\1|p' \
	$(1)),$(THERE))
define test_rule
$(BUILD)/tests/$(1)/$(2): $(BUILD)/tests/$(1)/$(2).o \
	$(foreach f,$(call floors_of,tests/$(1)/$(2).c),$(call floor_lib,$(f)))
$(2): $(BUILD)/tests/$(1)/$(2)
endef
$(foreach t,$(TESTS),$(eval $(call test_rule,unit,$(t))))
$(foreach t,$(FUZZERS),$(eval $(call test_rule,fuzz,$(t))))

$(TESTS:%=$(BUILD)/tests/unit/%): LDLIBS_ALL += -lcmocka
$(TESTS:%=$(BUILD)/tests/unit/%):
	$(call say,link)
	$(link)
$(FUZZERS:%=$(BUILD)/tests/fuzz/%): private LDFLAGS_ALL += $(FUZZ_LINK)
$(FUZZERS:%=$(BUILD)/tests/fuzz/%): $(FUZZ_MAIN)
	$(call say,link)
	$(link)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
