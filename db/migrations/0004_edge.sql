-- The steps of the chain: what serves, belongs to or tells of what. Made from
-- links and from four fields, and kept with them, so that a walk up or down
-- the chain reads one table. `link` is 0 where a field joins the two.
CREATE TABLE edge (
	entity @TEXT@ NOT NULL,
	row_id @INT@ NOT NULL,
	to_entity @TEXT@ NOT NULL,
	to_id @INT@ NOT NULL,
	link @INT@ NOT NULL,
	provenance @TEXT@
);
CREATE INDEX edge_to ON edge (to_entity, to_id, entity, row_id, link, provenance);
CREATE INDEX edge_of ON edge (entity, row_id, to_entity, to_id, link, provenance);
INSERT INTO edge SELECT from_entity, "from", to_entity, "to", id, provenance
	FROM link WHERE kind = 'serves' AND stage <> 'withdrawn';
INSERT INTO edge SELECT 'goal', id, 'plan', "plan", 0, NULL FROM goal
	WHERE "plan" IS NOT NULL;
INSERT INTO edge SELECT 'goal', id, 'goal', parent, 0, NULL FROM goal
	WHERE parent IS NOT NULL;
INSERT INTO edge SELECT 'milestone', id, 'action', "action", 0, NULL
	FROM milestone WHERE "action" IS NOT NULL;
INSERT INTO edge SELECT 'update', id, about_entity, about, 0, NULL
	FROM "update" WHERE about IS NOT NULL;
