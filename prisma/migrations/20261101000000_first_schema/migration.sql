-- The first schema: people, imports, meters, charges and the rollup. Runs once, on an empty database.

CREATE TYPE "role" AS ENUM ('admin', 'finance', 'engineer');

CREATE TYPE "import_state" AS ENUM ('received', 'running', 'needs_answer', 'awaiting', 'published', 'unchanged', 'refused', 'failed', 'cancelled', 'reverted');

CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "teams" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "password_hash" TEXT,
    "oidc_issuer" TEXT,
    "oidc_subject" TEXT,
    "token_version" INTEGER NOT NULL DEFAULT 0,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "state" "import_state" NOT NULL,
    "format" TEXT,
    "label" TEXT NOT NULL,
    "sha256" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "answers" JSONB NOT NULL DEFAULT '{}',
    "question" JSONB,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "rows_read" BIGINT NOT NULL DEFAULT 0,
    "rows_stored" BIGINT NOT NULL DEFAULT 0,
    "issue_count" INTEGER NOT NULL DEFAULT 0,
    "totals" JSONB NOT NULL DEFAULT '{}',
    "receipt" JSONB,
    "error" JSONB,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_file" (
    "id" SERIAL NOT NULL,
    "import_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_issue" (
    "id" BIGSERIAL NOT NULL,
    "import_id" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "row" BIGINT NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT,
    "amounts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "slice" (
    "id" SERIAL NOT NULL,
    "provider" TEXT NOT NULL,
    "billing_account_id" TEXT NOT NULL,
    "billing_period" DATE NOT NULL,
    "live_version_id" INTEGER,

    CONSTRAINT "slice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "slice_version" (
    "id" SERIAL NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "rows" BIGINT NOT NULL,
    "totals" JSONB NOT NULL,
    "replaced_version_id" INTEGER,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "slice_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meter" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "billing_account_id" TEXT NOT NULL,
    "sub_account_id" TEXT,
    "service_name" TEXT,
    "service_category" TEXT,
    "region_id" TEXT,
    "resource_id" TEXT,
    "resource_name" TEXT,
    "resource_type" TEXT,
    "sku_id" TEXT,
    "sku_meter" TEXT,
    "sku_detail" TEXT,
    "operation" TEXT,
    "instance_type" TEXT,
    "gpu_count_label" TEXT,
    "charge_category" TEXT NOT NULL,
    "charge_class" TEXT,
    "provider_charge_type" TEXT,
    "pricing_category" TEXT,
    "commitment_id" TEXT,
    "commitment_status" TEXT,
    "consumed_unit" TEXT,
    "currency" TEXT NOT NULL,
    "tags" JSONB NOT NULL DEFAULT '{}',
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "environment" TEXT,
    "attributed_by" JSONB NOT NULL DEFAULT '{}',
    "gpu_class" TEXT,
    "gpu_count" DECIMAL,
    "gpu_hours_numerator" DECIMAL,
    "gpu_hours_denominator" DECIMAL,
    "gpu_rule" TEXT,
    "gpu_evidence" TEXT,
    "group_id" INTEGER NOT NULL,

    CONSTRAINT "meter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "charge" (
    "version_id" INTEGER NOT NULL,
    "meter_id" UUID NOT NULL,
    "charge_start" TIMESTAMPTZ(3) NOT NULL,
    "charge_end" TIMESTAMPTZ(3) NOT NULL,
    "billed" DECIMAL,
    "effective" DECIMAL,
    "list" DECIMAL,
    "contracted" DECIMAL,
    "quantity" DECIMAL,
    "file" SMALLINT NOT NULL,
    "row" INTEGER NOT NULL
);

CREATE TABLE "meter_day" (
    "version_id" INTEGER NOT NULL,
    "meter_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "billed" DECIMAL,
    "effective" DECIMAL,
    "list" DECIMAL,
    "contracted" DECIMAL,
    "quantity" DECIMAL,
    "charges" INTEGER NOT NULL,
    "no_billed" INTEGER NOT NULL,
    "no_effective" INTEGER NOT NULL,
    "no_list" INTEGER NOT NULL,
    "no_contracted" INTEGER NOT NULL,

    CONSTRAINT "meter_day_pkey" PRIMARY KEY ("version_id","meter_id","day")
);

CREATE TABLE "spend_group" (
    "id" SERIAL NOT NULL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "environment" TEXT,
    "gpu_class" TEXT,
    "provider" TEXT NOT NULL,
    "billing_account_id" TEXT NOT NULL,
    "sub_account_id" TEXT,
    "service" TEXT,
    "region" TEXT,
    "pricing_category" TEXT,
    "charge_category" TEXT NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "spend_group_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "daily_spend" (
    "slice_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "group_id" INTEGER NOT NULL,
    "billed" DECIMAL,
    "effective" DECIMAL,
    "list" DECIMAL,
    "contracted" DECIMAL,
    "gpu_hours" DECIMAL,
    "charges" INTEGER NOT NULL,
    "no_billed" INTEGER NOT NULL,
    "no_effective" INTEGER NOT NULL,
    "no_list" INTEGER NOT NULL,
    "no_contracted" INTEGER NOT NULL,

    CONSTRAINT "daily_spend_pkey" PRIMARY KEY ("day","group_id","slice_id")
);

CREATE TABLE "account_name" (
    "provider" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "account_name_pkey" PRIMARY KEY ("provider","account_id")
);

CREATE TABLE "gpu_classification" (
    "provider" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "gpu_class" TEXT NOT NULL,
    "gpu_count" DECIMAL NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gpu_classification_pkey" PRIMARY KEY ("provider","evidence")
);

CREATE TABLE "column_mapping" (
    "header_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("header_hash")
);

CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");
CREATE UNIQUE INDEX "app_user_oidc_issuer_oidc_subject_key" ON "app_user"("oidc_issuer", "oidc_subject");
CREATE INDEX "sign_in_failure_key_at_idx" ON "sign_in_failure"("key", "at");
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");
CREATE INDEX "import_created_at_idx" ON "import"("created_at");
CREATE INDEX "import_sha256_idx" ON "import"("sha256");
CREATE UNIQUE INDEX "import_file_import_id_ordinal_key" ON "import_file"("import_id", "ordinal");
CREATE INDEX "import_issue_import_id_id_idx" ON "import_issue"("import_id", "id");
CREATE UNIQUE INDEX "slice_provider_billing_account_id_billing_period_key" ON "slice"("provider", "billing_account_id", "billing_period");
CREATE INDEX "slice_live_version_id_idx" ON "slice"("live_version_id");
CREATE UNIQUE INDEX "slice_version_slice_id_version_key" ON "slice_version"("slice_id", "version");
CREATE INDEX "slice_version_import_id_idx" ON "slice_version"("import_id");
CREATE INDEX "meter_group_id_idx" ON "meter"("group_id");
CREATE INDEX "meter_gpu_class_idx" ON "meter"("gpu_class");
CREATE INDEX "meter_day_meter_id_idx" ON "meter_day"("meter_id");
CREATE INDEX "daily_spend_slice_id_idx" ON "daily_spend"("slice_id");
CREATE INDEX "daily_spend_group_id_idx" ON "daily_spend"("group_id");
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "slice_version" ADD CONSTRAINT "slice_version_slice_id_fkey" FOREIGN KEY ("slice_id") REFERENCES "slice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "slice_version" ADD CONSTRAINT "slice_version_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
-- Charges are written sorted by meter within a version, so block ranges find a meter without a per-row index.
CREATE INDEX "charge_version_meter_brin" ON "charge" USING brin ("version_id", "meter_id") WITH (pages_per_range = 16);
-- The identity of a combination of dimensions, absent values included: what a meter finds its group by.
CREATE FUNCTION "spend_group_key"(VARIADIC "parts" TEXT[]) RETURNS TEXT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN md5("parts"::TEXT);
ALTER TABLE "spend_group" ADD COLUMN "key" TEXT NOT NULL GENERATED ALWAYS AS (
    spend_group_key("team", "project", "model", "environment", "gpu_class", "provider", "billing_account_id", "sub_account_id", "service", "region", "pricing_category", "charge_category", "currency")
) STORED;
CREATE UNIQUE INDEX "spend_group_key_key" ON "spend_group"("key");
-- NaN and Infinity cannot get in: the importer takes decimals only, and sums that are not numbers fail the receipt. A CHECK for each
-- amount would cost a seventh of the time of COPY.
-- A slice has one live version at most, and months begin on the first.
ALTER TABLE "slice" ADD CONSTRAINT "slice_billing_period_first" CHECK (date_trunc('month', "billing_period") = "billing_period");
