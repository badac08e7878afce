/*
 * cli.h - one run of the command line
 *
 * A command is a row of commands[] (commands.c): its name, its function,
 * what it may be given, what it needs. Results go to standard output,
 * everything else to standard error; progress is shown on a terminal only.
 */
#ifndef APP_CLI_H
#define APP_CLI_H

#include "access/ctx.h"

enum { CLI_ARGS_MAX = 600, CLI_OPTIONS_MAX = 40 };

/* What a command needs before it starts. */
enum cli_need {
	CLI_NOTHING,
	CLI_READ,		/* a database; one snapshot is open */
	CLI_WRITE,		/* a database that may be written */
	CLI_MAKE,		/* the same, and it may not exist yet */
	CLI_FRESH		/* the same, and its schema is left as it is */
};

struct cli {
	struct ctx ctx;
	struct arena mem;
	struct settings settings;
	struct str url;			/* of the database */
	const struct command *command;
	struct str args[CLI_ARGS_MAX];	/* words that are no options */
	size_t args_n;
	struct {
		const char *name;
		struct str value;	/* empty for a flag */
	} options[CLI_OPTIONS_MAX];
	size_t options_n;
	struct buf out;			/* goes to standard output at the end */
};

struct command {
	const char *name;		/* words: "cmd.NAME" */
	int (*run)(struct cli *);	/* gives the exit code */
	const char *usage;		/* what follows the name */
	size_t least, most;		/* how many words that are */
	const char *options;		/* accepted ones, by blanks */
	enum cli_need need;
	bool hidden;			/* for tests */
};

extern const struct command commands[];
extern const size_t commands_n;
/* The command of that name; NULL when there is none. */
const struct command *cli_command(struct str name);

struct option {
	const char *name;		/* words: "opt.NAME" */
	const char *value;		/* what is given, or NULL for a flag */
	bool always;			/* accepted by every command */
};

extern const struct option options[];
extern const size_t options_n;

/* The value of an option; empty when it was not given. */
struct str cli_option(const struct cli *c, const char *name);
bool cli_flag(const struct cli *c, const char *name);
/* The number of an option; otherwise where none, or no number, was given. */
int64_t cli_number(const struct cli *c, const char *name, int64_t otherwise);

/* Says what failed on standard error and gives the exit code. */
int cli_fail(struct cli *c, enum err e);
/* The same; when a code leads nowhere, what was typed is repeated. */
int cli_fail_at(struct cli *c, enum err e, struct str code);
/* The same, with one line of words "cli.KEY" and its hole {value}. */
int cli_wrong(struct cli *c, const char *key, struct str value);
/* The same: what is wanted after the name of the command. */
int cli_misused(struct cli *c);
/* One line of words to standard error: "cli.KEY". */
void cli_say(struct cli *c, const char *key, struct str value);
/* Prints what is in c->out and empties it: for long outputs. */
void cli_flush(struct cli *c);

enum cli_format { CLI_TABLE, CLI_CSV, CLI_JSON, CLI_TEXT, CLI_HTML };
enum cli_format cli_format(const struct cli *c);

/* A table on the terminal: columns as wide as their widest value. */
struct table;
struct table *table_new(struct arena *mem, size_t columns);
void table_cell(struct table *t, struct str s);
void table_print(const struct table *t, struct buf *out);

#endif
