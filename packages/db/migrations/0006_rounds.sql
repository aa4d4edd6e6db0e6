CREATE TABLE "roll_up" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"user_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "roll_up_agency_id_year_number_pk" PRIMARY KEY("agency_id","year","number")
);
--> statement-breakpoint
CREATE TABLE "roll_up_absence" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"roll_up" integer NOT NULL,
	"body_id" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	CONSTRAINT "roll_up_absence_agency_id_year_roll_up_body_id_pk" PRIMARY KEY("agency_id","year","roll_up","body_id"),
	CONSTRAINT "roll_up_absence_cause" CHECK ("roll_up_absence"."cause" in ('missing', 'excluded', 'verticallyLed'))
);
--> statement-breakpoint
CREATE TABLE "roll_up_part" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"roll_up" integer NOT NULL,
	"part_id" text NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"digest" text NOT NULL,
	"due_on" date NOT NULL,
	"handed_in_on" date NOT NULL,
	CONSTRAINT "roll_up_part_agency_id_year_roll_up_part_id_pk" PRIMARY KEY("agency_id","year","roll_up","part_id")
);
--> statement-breakpoint
CREATE TABLE "extension" (
	"round_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"number" integer NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"user_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "extension_round_id_agency_id_number_pk" PRIMARY KEY("round_id","agency_id","number")
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"day" date NOT NULL,
	"address" text NOT NULL,
	"round_id" text NOT NULL,
	"agency_ids" text[] NOT NULL,
	"sent" boolean NOT NULL,
	"user_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_day_address_pk" PRIMARY KEY("day","address")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" text PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"due_own" date NOT NULL,
	"due_consolidated" date NOT NULL,
	"lock" text NOT NULL,
	"note" text,
	"announced_by" text,
	"announced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_key" UNIQUE("agency_id","year"),
	CONSTRAINT "round_lock" CHECK ("round"."lock" in ('afterDue', 'locked', 'open'))
);
--> statement-breakpoint
CREATE TABLE "round_agency" (
	"round_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"excluded_for" text,
	CONSTRAINT "round_agency_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "roll_up" integer;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "roll_up" integer;--> statement-breakpoint
ALTER TABLE "roll_up" ADD CONSTRAINT "roll_up_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up" ADD CONSTRAINT "roll_up_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_absence" ADD CONSTRAINT "roll_up_absence_body_id_agency_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_absence" ADD CONSTRAINT "roll_up_absence_roll_up" FOREIGN KEY ("agency_id","year","roll_up") REFERENCES "public"."roll_up"("agency_id","year","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_part" ADD CONSTRAINT "roll_up_part_part_id_agency_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_part" ADD CONSTRAINT "roll_up_part_roll_up" FOREIGN KEY ("agency_id","year","roll_up") REFERENCES "public"."roll_up"("agency_id","year","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_part" ADD CONSTRAINT "roll_up_part_revision" FOREIGN KEY ("part_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_round_agency" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."round_agency"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_announced_by_user_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_agency" ADD CONSTRAINT "round_agency_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_agency" ADD CONSTRAINT "round_agency_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_round" ON "reminder" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_year" ON "round" USING btree ("year");--> statement-breakpoint
CREATE INDEX "round_agency_agency" ON "round_agency" USING btree ("agency_id");--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "extension" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "roll_up" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "roll_up_part" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "roll_up_absence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
