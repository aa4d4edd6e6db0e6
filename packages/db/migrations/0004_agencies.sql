CREATE TABLE "agency_contact" (
	"agency_id" text PRIMARY KEY NOT NULL,
	"office" text,
	"address" text,
	"postcode" text,
	"phone" text,
	"fax" text,
	"email" text,
	"website" text
);
--> statement-breakpoint
CREATE TABLE "agency_succession" (
	"successor_id" text NOT NULL,
	"predecessor_id" text NOT NULL,
	"kind" text NOT NULL,
	"taken_over_on" date NOT NULL,
	CONSTRAINT "agency_succession_successor_id_predecessor_id_pk" PRIMARY KEY("successor_id","predecessor_id"),
	CONSTRAINT "agency_succession_kind" CHECK ("agency_succession"."kind" in ('merged', 'split', 'renamed')),
	CONSTRAINT "agency_succession_other" CHECK ("agency_succession"."successor_id" <> "agency_succession"."predecessor_id")
);
--> statement-breakpoint
ALTER TABLE "agency" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_period" ADD COLUMN "dissolved_on" date;--> statement-breakpoint
ALTER TABLE "agency_contact" ADD CONSTRAINT "agency_contact_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_successor_id_agency_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_predecessor_id_agency_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_succession_predecessor" ON "agency_succession" USING btree ("predecessor_id");--> statement-breakpoint
ALTER TABLE "agency_period" ADD CONSTRAINT "agency_period_dissolved" CHECK ("agency_period"."dissolved_on" is null or ("agency_period"."valid_to" is null and "agency_period"."valid_from" < "agency_period"."dissolved_on"));--> statement-breakpoint
ALTER TABLE "agency_period" ADD CONSTRAINT "agency_period_parent_other" CHECK ("agency_period"."parent_id" <> "agency_period"."agency_id");