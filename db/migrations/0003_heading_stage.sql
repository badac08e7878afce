-- A heading says whether its record is a draft or withdrawn, so that whoever
-- shows a neighbour can say so too.
ALTER TABLE heading ADD COLUMN stage @TEXT@ NOT NULL DEFAULT 'published';
UPDATE heading SET stage = (SELECT t.stage FROM "action" t
	WHERE t.id = heading.row_id) WHERE entity = 'action' AND row_id IN
	(SELECT id FROM "action" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "agenda_item" t
	WHERE t.id = heading.row_id) WHERE entity = 'agenda_item' AND row_id IN
	(SELECT id FROM "agenda_item" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "attendance" t
	WHERE t.id = heading.row_id) WHERE entity = 'attendance' AND row_id IN
	(SELECT id FROM "attendance" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "cycle" t
	WHERE t.id = heading.row_id) WHERE entity = 'cycle' AND row_id IN
	(SELECT id FROM "cycle" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "document" t
	WHERE t.id = heading.row_id) WHERE entity = 'document' AND row_id IN
	(SELECT id FROM "document" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "event" t
	WHERE t.id = heading.row_id) WHERE entity = 'event' AND row_id IN
	(SELECT id FROM "event" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "event_part" t
	WHERE t.id = heading.row_id) WHERE entity = 'event_part' AND row_id IN
	(SELECT id FROM "event_part" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "fact" t
	WHERE t.id = heading.row_id) WHERE entity = 'fact' AND row_id IN
	(SELECT id FROM "fact" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "framework" t
	WHERE t.id = heading.row_id) WHERE entity = 'framework' AND row_id IN
	(SELECT id FROM "framework" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "goal" t
	WHERE t.id = heading.row_id) WHERE entity = 'goal' AND row_id IN
	(SELECT id FROM "goal" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "holding" t
	WHERE t.id = heading.row_id) WHERE entity = 'holding' AND row_id IN
	(SELECT id FROM "holding" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "milestone" t
	WHERE t.id = heading.row_id) WHERE entity = 'milestone' AND row_id IN
	(SELECT id FROM "milestone" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "organisation" t
	WHERE t.id = heading.row_id) WHERE entity = 'organisation' AND row_id IN
	(SELECT id FROM "organisation" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "person" t
	WHERE t.id = heading.row_id) WHERE entity = 'person' AND row_id IN
	(SELECT id FROM "person" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "place" t
	WHERE t.id = heading.row_id) WHERE entity = 'place' AND row_id IN
	(SELECT id FROM "place" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "plan" t
	WHERE t.id = heading.row_id) WHERE entity = 'plan' AND row_id IN
	(SELECT id FROM "plan" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "pledge" t
	WHERE t.id = heading.row_id) WHERE entity = 'pledge' AND row_id IN
	(SELECT id FROM "pledge" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "provision" t
	WHERE t.id = heading.row_id) WHERE entity = 'provision' AND row_id IN
	(SELECT id FROM "provision" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "quote" t
	WHERE t.id = heading.row_id) WHERE entity = 'quote' AND row_id IN
	(SELECT id FROM "quote" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "seat" t
	WHERE t.id = heading.row_id) WHERE entity = 'seat' AND row_id IN
	(SELECT id FROM "seat" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "statement" t
	WHERE t.id = heading.row_id) WHERE entity = 'statement' AND row_id IN
	(SELECT id FROM "statement" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "term" t
	WHERE t.id = heading.row_id) WHERE entity = 'term' AND row_id IN
	(SELECT id FROM "term" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "theme" t
	WHERE t.id = heading.row_id) WHERE entity = 'theme' AND row_id IN
	(SELECT id FROM "theme" WHERE stage <> 'published');
UPDATE heading SET stage = (SELECT t.stage FROM "update" t
	WHERE t.id = heading.row_id) WHERE entity = 'update' AND row_id IN
	(SELECT id FROM "update" WHERE stage <> 'published');
