CREATE TABLE "early_submission" (
	"round_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"reason" text NOT NULL,
	"user_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "early_submission_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
ALTER TABLE "early_submission" ADD CONSTRAINT "early_submission_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_submission" ADD CONSTRAINT "early_submission_round_agency" FOREIGN KEY ("round_id","agency_id") REFERENCES "public"."round_agency"("round_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "early_submission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
