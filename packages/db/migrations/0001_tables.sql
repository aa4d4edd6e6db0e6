CREATE TABLE "agency" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_period" (
	"agency_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" text,
	"division_code" text,
	"credit_code" text,
	CONSTRAINT "agency_period_agency_id_valid_from_pk" PRIMARY KEY("agency_id","valid_from"),
	CONSTRAINT "agency_period_order" CHECK ("agency_period"."valid_from" < "agency_period"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"agency_id" text NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_agency_id_sha256_pk" PRIMARY KEY("agency_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "draft_attachment" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "draft_attachment_agency_id_year_kind_sha256_pk" PRIMARY KEY("agency_id","year","kind","sha256")
);
--> statement-breakpoint
CREATE TABLE "revision_attachment" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "revision_attachment_agency_id_year_kind_revision_sha256_pk" PRIMARY KEY("agency_id","year","kind","revision","sha256")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"username" text,
	"display_username" text,
	"two_factor_enabled" boolean DEFAULT false,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"title" text NOT NULL,
	"origin" text NOT NULL,
	"body" text NOT NULL,
	"provenance" text,
	"based_on" integer,
	"lock_version" integer NOT NULL,
	"saved_by" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_agency_id_year_kind_pk" PRIMARY KEY("agency_id","year","kind"),
	CONSTRAINT "draft_origin" CHECK ("draft"."origin" in ('entered', 'archived')),
	CONSTRAINT "draft_kind" CHECK ("draft"."kind" in ('own', 'consolidated'))
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"form" text NOT NULL,
	"cells" bigint[] NOT NULL,
	CONSTRAINT "figures_agency_id_year_kind_revision_pk" PRIMARY KEY("agency_id","year","kind","revision")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"user_id" text NOT NULL,
	"agency_id" text,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_key" UNIQUE NULLS NOT DISTINCT("user_id","agency_id","role")
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"section" text NOT NULL,
	"text" text NOT NULL,
	"bigrams" text[] NOT NULL,
	CONSTRAINT "passage_agency_id_year_kind_position_pk" PRIMARY KEY("agency_id","year","kind","position")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"action" text NOT NULL,
	"revision" integer NOT NULL,
	"published_on" date NOT NULL,
	"first_source" text,
	"note" text,
	"user_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publication_agency_id_year_kind_number_pk" PRIMARY KEY("agency_id","year","kind","number"),
	CONSTRAINT "publication_action" CHECK ("publication"."action" in ('published', 'corrected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "review" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"number" integer NOT NULL,
	"action" text NOT NULL,
	"note" text,
	"user_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_agency_id_year_kind_revision_number_pk" PRIMARY KEY("agency_id","year","kind","revision","number"),
	CONSTRAINT "review_action" CHECK ("review"."action" in ('submitted', 'recalled', 'returned', 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"form" text NOT NULL,
	"title" text NOT NULL,
	"origin" text NOT NULL,
	"body" text NOT NULL,
	"digest" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_agency_id_year_kind_number_pk" PRIMARY KEY("agency_id","year","kind","number"),
	CONSTRAINT "revision_kind" CHECK ("revision"."kind" in ('own', 'consolidated')),
	CONSTRAINT "revision_origin" CHECK ("revision"."origin" in ('entered', 'archived')),
	CONSTRAINT "revision_digest_form" CHECK ("revision"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agency_period" ADD CONSTRAINT "agency_period_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_period" ADD CONSTRAINT "agency_period_parent_id_agency_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_attachment" ADD CONSTRAINT "draft_attachment_draft" FOREIGN KEY ("agency_id","year","kind") REFERENCES "public"."draft"("agency_id","year","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_attachment" ADD CONSTRAINT "draft_attachment_content" FOREIGN KEY ("agency_id","sha256") REFERENCES "public"."attachment"("agency_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_attachment" ADD CONSTRAINT "revision_attachment_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_attachment" ADD CONSTRAINT "revision_attachment_content" FOREIGN KEY ("agency_id","sha256") REFERENCES "public"."attachment"("agency_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_saved_by_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_based_on" FOREIGN KEY ("agency_id","year","kind","based_on") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_revision" FOREIGN KEY ("agency_id","year","kind","revision") REFERENCES "public"."revision"("agency_id","year","kind","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agency_period_current" ON "agency_period" USING btree ("agency_id") WHERE "agency_period"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "agency_period_parent" ON "agency_period" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "agency_period_name" ON "agency_period" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_secret" ON "two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "two_factor_user_id" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "passage_text" ON "passage" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "passage_bigrams" ON "passage" USING gin ("bigrams");--> statement-breakpoint
CREATE INDEX "publication_at" ON "publication" USING btree ("at");--> statement-breakpoint
CREATE INDEX "revision_digest" ON "revision" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "revision_title" ON "revision" USING gin ("title" gin_trgm_ops);