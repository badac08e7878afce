/* server_settings.c - what a server is like unless it is told otherwise */

#include "http/server.h"

void server_settings_default(struct server_settings *s)
{
	*s = (struct server_settings){
		.address = "127.0.0.1",
		.read_threads = 4,
		.heavy_threads = 2,
		.connections_max = 1000,
		.queue_max = 256,
		.batch_max = 64,
		.head_seconds = 10,
		.body_seconds = 10,
		.reply_seconds = 20,
		.idle_seconds = 30,
		.spool = "/tmp",
	};
}
