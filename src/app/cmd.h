/* cmd.h - the functions behind the commands; each gives the exit code */
#ifndef APP_CMD_H
#define APP_CMD_H

#include "app/cli.h"

/* help.c */
int cmd_help(struct cli *c);

/* cmd_read.c */
int cmd_list(struct cli *c);
int cmd_show(struct cli *c);
int cmd_find(struct cli *c);
int cmd_history(struct cli *c);

/* cmd_search.c */
int cmd_search(struct cli *c);
int cmd_reindex(struct cli *c);

/* cmd_report.c */
int cmd_chain(struct cli *c);
int cmd_gaps(struct cli *c);
int cmd_report(struct cli *c);

/* cmd_write.c */
int cmd_add(struct cli *c);
int cmd_set(struct cli *c);
int cmd_link(struct cli *c);
int cmd_unlink(struct cli *c);
int cmd_withdraw(struct cli *c);
int cmd_undo(struct cli *c);

/* cmd_exchange.c */
int cmd_init(struct cli *c);
int cmd_import(struct cli *c);
int cmd_export(struct cli *c);
int cmd_backup(struct cli *c);
int cmd_restore(struct cli *c);

/* cmd_serve.c */
int cmd_serve(struct cli *c);
int cmd_request(struct cli *c);

/* cmd_admin.c */
int cmd_verify(struct cli *c);
int cmd_check(struct cli *c);
int cmd_describe(struct cli *c);
int cmd_version(struct cli *c);
int cmd_test_prepare(struct cli *c);
int cmd_test_columns(struct cli *c);

/* cmd_intl.c */
int cmd_test_intl(struct cli *c);

/* cmd_words.c */
int cmd_test_analyse(struct cli *c);

#endif
