CREATE TABLE "comment" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"number" integer NOT NULL,
	"target" text NOT NULL,
	"place" text,
	"text" text NOT NULL,
	"user_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_agency_id_year_kind_revision_number_pk" PRIMARY KEY("agency_id","year","kind","revision","number"),
	CONSTRAINT "comment_target" CHECK ("comment"."target" in ('report', 'section', 'cell', 'rule'))
);
--> statement-breakpoint
CREATE TABLE "comment_reply" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"comment" integer NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"user_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_reply_agency_id_year_kind_revision_comment_number_pk" PRIMARY KEY("agency_id","year","kind","revision","comment","number")
);
--> statement-breakpoint
CREATE TABLE "schedule" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"user_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_agency_id_year_kind_pk" PRIMARY KEY("agency_id","year","kind")
);
--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "authors" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "reasons" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "provenance" text;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "based_on" integer;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "authors" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reply" ADD CONSTRAINT "comment_reply_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reply" ADD CONSTRAINT "comment_reply_comment" FOREIGN KEY ("agency_id","year","kind","revision","comment") REFERENCES "public"."comment"("agency_id","year","kind","revision","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schedule_due" ON "schedule" USING btree ("due");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "comment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "comment_reply" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
