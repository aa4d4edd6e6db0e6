CREATE TABLE "audit_checkpoint" (
	"position" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"user_id" text,
	"username" text,
	"address" text,
	"request_id" text,
	"action" text NOT NULL,
	"agency_id" text,
	"year" integer,
	"kind" text,
	"outcome" text NOT NULL,
	"before" text,
	"after" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_agency" ON "audit_entry" USING btree ("agency_id","at");--> statement-breakpoint
-- Lines may go only where a checkpoint stands after them and half a year has passed; whoever prunes says so for the transaction.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('gongkai.prune', true) = 'on' THEN
		RETURN NULL;
	END IF;
	RAISE EXCEPTION '% refused: the audit trail is never changed', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_early_prune() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.at < now() - interval '6 months' AND EXISTS (
		SELECT FROM audit_link WHERE entry_id = OLD.id AND position <= (SELECT max(position) FROM audit_checkpoint)
	) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'DELETE refused: line % of the audit trail is kept', OLD.id USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_loose_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM audit_entry WHERE id = OLD.entry_id) THEN
		RAISE EXCEPTION 'DELETE refused: link % of the audit trail holds a line', OLD.position USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN OLD;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_link" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_checkpoint" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept_long BEFORE DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_early_prune();
--> statement-breakpoint
CREATE TRIGGER no_loose_link BEFORE DELETE ON "audit_link" FOR EACH ROW EXECUTE FUNCTION refuse_loose_link();
