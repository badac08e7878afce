-- The base: records, their texts and headings, links, facts, the log.
-- Columns of the entity tables follow the field tables of src/domain; a test
-- compares both. Texts in several languages are rows of `text`.

CREATE TABLE setting (
	key @TEXT@ PRIMARY KEY,
	value @TEXT@ NOT NULL
);

-- The last number given to a code of ours, by prefix.
CREATE TABLE sequence (
	prefix @TEXT@ PRIMARY KEY,
	last @INT@ NOT NULL
);

-- Where every code leads. Codes are never reused and never edited.
CREATE TABLE code (
	code @TEXT@ PRIMARY KEY,
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL
);

CREATE TABLE text (
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	field @TEXT@ NOT NULL,
	lang @TEXT@ NOT NULL,
	body @TEXT@ NOT NULL,
	state @TEXT@ NOT NULL,
	origin @TEXT@ NOT NULL,
	made_from_version @INT@ NOT NULL,
	at @INT@ NOT NULL,
	PRIMARY KEY (entity, row_id, field, lang)
);
CREATE TABLE text_was (
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	field @TEXT@ NOT NULL,
	lang @TEXT@ NOT NULL,
	body @TEXT@ NOT NULL,
	state @TEXT@ NOT NULL,
	origin @TEXT@ NOT NULL,
	made_from_version @INT@ NOT NULL,
	at @INT@ NOT NULL,
	until_at @INT@ NOT NULL
);
CREATE INDEX text_was_row ON text_was (entity, row_id);

-- What a record is called, one row per language, in the order of that
-- language. Lists, links and finding read only this. The number leads the key:
-- it tells rows apart faster than the name of an entity does.
CREATE TABLE heading (
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	lang @TEXT@ NOT NULL,
	code @TEXT@ NOT NULL,
	body @TEXT@ NOT NULL,
	shown_lang @TEXT@ NOT NULL,
	sort_key @TEXT@ NOT NULL,
	PRIMARY KEY (row_id, entity, lang)
);
CREATE INDEX heading_order ON heading (entity, lang, sort_key, row_id);

-- Folded names, aliases and codes, for finding.
CREATE TABLE name (
	folded @TEXT@ NOT NULL,
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL
);
CREATE INDEX name_folded ON name (folded, entity, row_id);
CREATE INDEX name_row ON name (entity, row_id);

-- Where the chain is broken, and how often: kept with the data.
CREATE TABLE gap (
	kind @TEXT@ NOT NULL,
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	since @TEXT@ NOT NULL,
	PRIMARY KEY (kind, row_id)
);
CREATE INDEX gap_since ON gap (kind, since, row_id);
CREATE INDEX gap_row ON gap (entity, row_id);
CREATE TABLE tally (
	name @TEXT@ NOT NULL,
	bucket @TEXT@ NOT NULL,
	n @INT@ NOT NULL,
	PRIMARY KEY (name, bucket)
);

-- An import or a bulk change: one row, undone as a whole.
CREATE TABLE batch (
	id @PK@,
	at @INT@ NOT NULL,
	actor @TEXT@ NOT NULL,
	what @TEXT@ NOT NULL,
	rows_n @INT@ NOT NULL,
	undone_by @INT@
);

CREATE TABLE log (
	seq @INT@ PRIMARY KEY,
	at @INT@ NOT NULL,
	actor @TEXT@ NOT NULL,
	seat @TEXT@ NOT NULL,
	acting_for @TEXT@ NOT NULL,
	verb @TEXT@ NOT NULL,
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	version @INT@ NOT NULL,
	batch @INT@ NOT NULL,
	content_hash @TEXT@ NOT NULL,
	prev @TEXT@ NOT NULL,
	leaf @TEXT@ NOT NULL
);
CREATE INDEX log_row ON log (entity, row_id, seq);
CREATE INDEX log_batch ON log (batch, seq);
-- Apart from the chain, so that it may be erased without breaking it.
CREATE TABLE log_content (
	seq @INT@ PRIMARY KEY,
	salt @TEXT@ NOT NULL,
	changes @TEXT@ NOT NULL
);

CREATE TABLE "place" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@
);
CREATE TABLE "place_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX place_was_row ON "place_was" (id, until_at);
CREATE INDEX place_parent ON "place" ("parent", id);
CREATE INDEX place_changed ON "place" (changed_at, id);
CREATE INDEX place_kind ON "place" ("kind", id);

CREATE TABLE "organisation" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@,
	"donor" @INT@
);
CREATE TABLE "organisation_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@,
	"donor" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX organisation_was_row ON "organisation_was" (id, until_at);
CREATE INDEX organisation_parent ON "organisation" ("parent", id);
CREATE INDEX organisation_changed ON "organisation" (changed_at, id);
CREATE INDEX organisation_kind ON "organisation" ("kind", id);

CREATE TABLE "document" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"publisher" @TEXT@,
	"symbol" @TEXT@,
	"address" @TEXT@,
	"issued_on" @TEXT@,
	"issued_on_last" @TEXT@ NOT NULL,
	"confidence" @TEXT@,
	"language" @TEXT@,
	"place" @INT@
);
CREATE TABLE "document_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"publisher" @TEXT@,
	"symbol" @TEXT@,
	"address" @TEXT@,
	"issued_on" @TEXT@,
	"issued_on_last" @TEXT@ NOT NULL,
	"confidence" @TEXT@,
	"language" @TEXT@,
	"place" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX document_was_row ON "document_was" (id, until_at);
CREATE INDEX document_place ON "document" ("place", id);
CREATE INDEX document_changed ON "document" (changed_at, id);
CREATE INDEX document_issued_on ON "document" ("issued_on_last", id);
CREATE INDEX document_kind ON "document" ("kind", id);

CREATE TABLE "person" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"gender" @TEXT@,
	"aliases" @TEXT@
);
CREATE TABLE "person_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"gender" @TEXT@,
	"aliases" @TEXT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX person_was_row ON "person_was" (id, until_at);
CREATE INDEX person_changed ON "person" (changed_at, id);

CREATE TABLE "term" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"aliases" @TEXT@,
	"document" @INT@
);
CREATE TABLE "term_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"aliases" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX term_was_row ON "term_was" (id, until_at);
CREATE INDEX term_document ON "term" ("document", id);
CREATE INDEX term_changed ON "term" (changed_at, id);

CREATE TABLE "theme" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"parent" @INT@,
	"aliases" @TEXT@
);
CREATE TABLE "theme_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"parent" @INT@,
	"aliases" @TEXT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX theme_was_row ON "theme_was" (id, until_at);
CREATE INDEX theme_parent ON "theme" ("parent", id);
CREATE INDEX theme_changed ON "theme" (changed_at, id);

CREATE TABLE "framework" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"adopted_on" @TEXT@,
	"adopted_on_last" @TEXT@ NOT NULL,
	"document" @INT@,
	"aliases" @TEXT@
);
CREATE TABLE "framework_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"adopted_on" @TEXT@,
	"adopted_on_last" @TEXT@ NOT NULL,
	"document" @INT@,
	"aliases" @TEXT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX framework_was_row ON "framework_was" (id, until_at);
CREATE INDEX framework_document ON "framework" ("document", id);
CREATE INDEX framework_changed ON "framework" (changed_at, id);

CREATE TABLE "provision" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"framework" @INT@,
	"parent" @INT@,
	"kind" @TEXT@,
	"number" @TEXT@,
	"place_no" @INT@,
	"paragraph" @TEXT@,
	"round_table" @INT@,
	"step" @INT@,
	"document" @INT@
);
CREATE TABLE "provision_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"framework" @INT@,
	"parent" @INT@,
	"kind" @TEXT@,
	"number" @TEXT@,
	"place_no" @INT@,
	"paragraph" @TEXT@,
	"round_table" @INT@,
	"step" @INT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX provision_was_row ON "provision_was" (id, until_at);
CREATE INDEX provision_framework ON "provision" ("framework", id);
CREATE INDEX provision_parent ON "provision" ("parent", id);
CREATE INDEX provision_document ON "provision" ("document", id);
CREATE INDEX provision_changed ON "provision" (changed_at, id);

CREATE TABLE "cycle" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL
);
CREATE TABLE "cycle_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	until_at @INT@ NOT NULL
);
CREATE INDEX cycle_was_row ON "cycle_was" (id, until_at);
CREATE INDEX cycle_changed ON "cycle" (changed_at, id);
CREATE INDEX cycle_from_on ON "cycle" ("from_on_last", id);

CREATE TABLE "event" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"cycle" @INT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"place" @INT@,
	"standing" @TEXT@,
	"document" @INT@
);
CREATE TABLE "event_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"cycle" @INT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"place" @INT@,
	"standing" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX event_was_row ON "event_was" (id, until_at);
CREATE INDEX event_cycle ON "event" ("cycle", id);
CREATE INDEX event_place ON "event" ("place", id);
CREATE INDEX event_document ON "event" ("document", id);
CREATE INDEX event_changed ON "event" (changed_at, id);
CREATE INDEX event_from_on ON "event" ("from_on_last", id);
CREATE INDEX event_kind ON "event" ("kind", id);

CREATE TABLE "event_part" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"list_closed" @INT@
);
CREATE TABLE "event_part_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"list_closed" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX event_part_was_row ON "event_part_was" (id, until_at);
CREATE INDEX event_part_event ON "event_part" ("event", id);
CREATE INDEX event_part_changed ON "event_part" (changed_at, id);

CREATE TABLE "seat" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"organisation" @INT@,
	"body" @INT@,
	"role" @TEXT@,
	"confirmed" @INT@
);
CREATE TABLE "seat_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"organisation" @INT@,
	"body" @INT@,
	"role" @TEXT@,
	"confirmed" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX seat_was_row ON "seat_was" (id, until_at);
CREATE INDEX seat_organisation ON "seat" ("organisation", id);
CREATE INDEX seat_body ON "seat" ("body", id);
CREATE INDEX seat_changed ON "seat" (changed_at, id);

CREATE TABLE "holding" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"seat" @INT@,
	"person" @INT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"attested_on" @TEXT@,
	"attested_on_last" @TEXT@ NOT NULL,
	"acting_for" @INT@,
	"document" @INT@
);
CREATE TABLE "holding_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"seat" @INT@,
	"person" @INT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"attested_on" @TEXT@,
	"attested_on_last" @TEXT@ NOT NULL,
	"acting_for" @INT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX holding_was_row ON "holding_was" (id, until_at);
CREATE INDEX holding_seat ON "holding" ("seat", id);
CREATE INDEX holding_person ON "holding" ("person", id);
CREATE INDEX holding_acting_for ON "holding" ("acting_for", id);
CREATE INDEX holding_document ON "holding" ("document", id);
CREATE INDEX holding_changed ON "holding" (changed_at, id);

CREATE TABLE "agenda_item" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"part" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"presenter" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"detailed" @INT@
);
CREATE TABLE "agenda_item_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"part" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"presenter" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"detailed" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX agenda_item_was_row ON "agenda_item_was" (id, until_at);
CREATE INDEX agenda_item_event ON "agenda_item" ("event", id);
CREATE INDEX agenda_item_part ON "agenda_item" ("part", id);
CREATE INDEX agenda_item_presenter ON "agenda_item" ("presenter", id);
CREATE INDEX agenda_item_person ON "agenda_item" ("person", id);
CREATE INDEX agenda_item_seat ON "agenda_item" ("seat", id);
CREATE INDEX agenda_item_changed ON "agenda_item" (changed_at, id);

CREATE TABLE "attendance" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"part" @INT@,
	"role" @TEXT@,
	"organisation" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"on_behalf_of" @INT@,
	"alongside" @INT@,
	"number" @INT@
);
CREATE TABLE "attendance_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"part" @INT@,
	"role" @TEXT@,
	"organisation" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"on_behalf_of" @INT@,
	"alongside" @INT@,
	"number" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX attendance_was_row ON "attendance_was" (id, until_at);
CREATE INDEX attendance_event ON "attendance" ("event", id);
CREATE INDEX attendance_part ON "attendance" ("part", id);
CREATE INDEX attendance_organisation ON "attendance" ("organisation", id);
CREATE INDEX attendance_person ON "attendance" ("person", id);
CREATE INDEX attendance_seat ON "attendance" ("seat", id);
CREATE INDEX attendance_on_behalf_of ON "attendance" ("on_behalf_of", id);
CREATE INDEX attendance_alongside ON "attendance" ("alongside", id);
CREATE INDEX attendance_changed ON "attendance" (changed_at, id);

CREATE TABLE "quote" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"second_seat" @INT@,
	"number" @INT@,
	"moment" @TEXT@,
	"continues" @INT@,
	"document" @INT@
);
CREATE TABLE "quote_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"event" @INT@,
	"person" @INT@,
	"seat" @INT@,
	"second_seat" @INT@,
	"number" @INT@,
	"moment" @TEXT@,
	"continues" @INT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX quote_was_row ON "quote_was" (id, until_at);
CREATE INDEX quote_event ON "quote" ("event", id);
CREATE INDEX quote_person ON "quote" ("person", id);
CREATE INDEX quote_seat ON "quote" ("seat", id);
CREATE INDEX quote_second_seat ON "quote" ("second_seat", id);
CREATE INDEX quote_continues ON "quote" ("continues", id);
CREATE INDEX quote_document ON "quote" ("document", id);
CREATE INDEX quote_changed ON "quote" (changed_at, id);

CREATE TABLE "plan" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"adopted_on" @TEXT@,
	"adopted_on_last" @TEXT@ NOT NULL,
	"structure_known" @INT@,
	"document" @INT@
);
CREATE TABLE "plan_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"parent" @INT@,
	"aliases" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"adopted_on" @TEXT@,
	"adopted_on_last" @TEXT@ NOT NULL,
	"structure_known" @INT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX plan_was_row ON "plan_was" (id, until_at);
CREATE INDEX plan_parent ON "plan" ("parent", id);
CREATE INDEX plan_document ON "plan" ("document", id);
CREATE INDEX plan_changed ON "plan" (changed_at, id);
CREATE INDEX plan_from_on ON "plan" ("from_on_last", id);
CREATE INDEX plan_kind ON "plan" ("kind", id);

CREATE TABLE "goal" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"plan" @INT@,
	"parent" @INT@,
	"number" @TEXT@
);
CREATE TABLE "goal_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"plan" @INT@,
	"parent" @INT@,
	"number" @TEXT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX goal_was_row ON "goal_was" (id, until_at);
CREATE INDEX goal_plan ON "goal" ("plan", id);
CREATE INDEX goal_parent ON "goal" ("parent", id);
CREATE INDEX goal_changed ON "goal" (changed_at, id);

CREATE TABLE "pledge" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"cycle" @INT@,
	"pledgor" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"form" @TEXT@,
	"committed_on" @TEXT@,
	"committed_on_last" @TEXT@ NOT NULL,
	"submitted_on" @TEXT@,
	"submitted_on_last" @TEXT@ NOT NULL,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"scope" @TEXT@,
	"address" @TEXT@,
	"document" @INT@
);
CREATE TABLE "pledge_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"cycle" @INT@,
	"pledgor" @INT@,
	"number" @INT@,
	"kind" @TEXT@,
	"form" @TEXT@,
	"committed_on" @TEXT@,
	"committed_on_last" @TEXT@ NOT NULL,
	"submitted_on" @TEXT@,
	"submitted_on_last" @TEXT@ NOT NULL,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"scope" @TEXT@,
	"address" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX pledge_was_row ON "pledge_was" (id, until_at);
CREATE INDEX pledge_cycle ON "pledge" ("cycle", id);
CREATE INDEX pledge_pledgor ON "pledge" ("pledgor", id);
CREATE INDEX pledge_document ON "pledge" ("document", id);
CREATE INDEX pledge_changed ON "pledge" (changed_at, id);
CREATE INDEX pledge_committed_on ON "pledge" ("committed_on_last", id);
CREATE INDEX pledge_due_on ON "pledge" ("due_on_last", id);
CREATE INDEX pledge_kind ON "pledge" ("kind", id);

CREATE TABLE "action" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"scope" @TEXT@,
	"document" @INT@
);
CREATE TABLE "action_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"scope" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX action_was_row ON "action_was" (id, until_at);
CREATE INDEX action_document ON "action" ("document", id);
CREATE INDEX action_changed ON "action" (changed_at, id);
CREATE INDEX action_from_on ON "action" ("from_on_last", id);
CREATE INDEX action_kind ON "action" ("kind", id);

CREATE TABLE "milestone" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"action" @INT@,
	"number" @INT@,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"reached_on" @TEXT@,
	"reached_on_last" @TEXT@ NOT NULL,
	"place" @INT@,
	"document" @INT@
);
CREATE TABLE "milestone_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"action" @INT@,
	"number" @INT@,
	"due_on" @TEXT@,
	"due_on_last" @TEXT@ NOT NULL,
	"reached_on" @TEXT@,
	"reached_on_last" @TEXT@ NOT NULL,
	"place" @INT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX milestone_was_row ON "milestone_was" (id, until_at);
CREATE INDEX milestone_action ON "milestone" ("action", id);
CREATE INDEX milestone_place ON "milestone" ("place", id);
CREATE INDEX milestone_document ON "milestone" ("document", id);
CREATE INDEX milestone_changed ON "milestone" (changed_at, id);
CREATE INDEX milestone_reached_on ON "milestone" ("reached_on_last", id);

CREATE TABLE "update" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"answer" @TEXT@,
	"organisation" @INT@,
	"corrects" @INT@,
	"address" @TEXT@,
	"document" @INT@
);
CREATE TABLE "update_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"answer" @TEXT@,
	"organisation" @INT@,
	"corrects" @INT@,
	"address" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX update_was_row ON "update_was" (id, until_at);
CREATE INDEX update_about ON "update" ("about_entity", "about");
CREATE INDEX update_organisation ON "update" ("organisation", id);
CREATE INDEX update_corrects ON "update" ("corrects", id);
CREATE INDEX update_document ON "update" ("document", id);
CREATE INDEX update_changed ON "update" (changed_at, id);
CREATE INDEX update_on ON "update" ("on_last", id);
CREATE INDEX update_answer ON "update" ("answer", id);

CREATE TABLE "statement" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"voice" @TEXT@,
	"organisation" @INT@,
	"step" @TEXT@,
	"scale" @TEXT@,
	"value" @TEXT@,
	"position" @TEXT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"method" @TEXT@,
	"inputs" @TEXT@,
	"document" @INT@
);
CREATE TABLE "statement_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"voice" @TEXT@,
	"organisation" @INT@,
	"step" @TEXT@,
	"scale" @TEXT@,
	"value" @TEXT@,
	"position" @TEXT@,
	"on" @TEXT@,
	"on_last" @TEXT@ NOT NULL,
	"method" @TEXT@,
	"inputs" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX statement_was_row ON "statement_was" (id, until_at);
CREATE INDEX statement_about ON "statement" ("about_entity", "about");
CREATE INDEX statement_organisation ON "statement" ("organisation", id);
CREATE INDEX statement_document ON "statement" ("document", id);
CREATE INDEX statement_changed ON "statement" (changed_at, id);
CREATE INDEX statement_on ON "statement" ("on_last", id);
CREATE INDEX statement_voice ON "statement" ("voice", id);

CREATE TABLE "link" (
	id @PK@,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"from_entity" @TEXT@,
	"from" @INT@,
	"to_entity" @TEXT@,
	"to" @INT@,
	"strength" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"provenance" @TEXT@,
	"document" @INT@
);
CREATE TABLE "link_was" (
	id @INT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"kind" @TEXT@,
	"from_entity" @TEXT@,
	"from" @INT@,
	"to_entity" @TEXT@,
	"to" @INT@,
	"strength" @TEXT@,
	"from_on" @TEXT@,
	"from_on_last" @TEXT@ NOT NULL,
	"to_on" @TEXT@,
	"to_on_last" @TEXT@ NOT NULL,
	"provenance" @TEXT@,
	"document" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX link_was_row ON "link_was" (id, until_at);
CREATE UNIQUE INDEX link_ends ON link (kind, from_entity, "from", to_entity, "to");
CREATE INDEX link_from ON "link" (from_entity, "from", kind);
CREATE INDEX link_to ON "link" (to_entity, "to", kind);

CREATE TABLE "fact" (
	id @PK@,
	code @TEXT@ NOT NULL UNIQUE,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"field" @TEXT@,
	"value" @TEXT@,
	"kind" @TEXT@,
	"document" @INT@,
	"locator" @TEXT@,
	"attested_on" @TEXT@,
	"attested_on_last" @TEXT@ NOT NULL,
	"preferred" @INT@
);
CREATE TABLE "fact_was" (
	id @INT@ NOT NULL,
	code @TEXT@ NOT NULL,
	version @INT@ NOT NULL,
	stage @TEXT@ NOT NULL,
	edition @TEXT@ NOT NULL,
	track @TEXT@ NOT NULL,
	owner @INT@,
	reason @TEXT@,
	made_at @INT@ NOT NULL,
	made_by @TEXT@ NOT NULL,
	changed_at @INT@ NOT NULL,
	changed_by @TEXT@ NOT NULL,
	"about_entity" @TEXT@,
	"about" @INT@,
	"field" @TEXT@,
	"value" @TEXT@,
	"kind" @TEXT@,
	"document" @INT@,
	"locator" @TEXT@,
	"attested_on" @TEXT@,
	"attested_on_last" @TEXT@ NOT NULL,
	"preferred" @INT@,
	until_at @INT@ NOT NULL
);
CREATE INDEX fact_was_row ON "fact_was" (id, until_at);
CREATE INDEX fact_about ON "fact" ("about_entity", "about");
CREATE INDEX fact_document ON "fact" ("document", id);
CREATE INDEX fact_changed ON "fact" (changed_at, id);
