-- CreateTable
CREATE TABLE "recommendation_run" (
    "id" SERIAL NOT NULL,
    "as_of" DATE NOT NULL,
    "made_from" TEXT NOT NULL,
    "missing" JSONB NOT NULL DEFAULT '[]',
    "ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "lever" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "provider" TEXT,
    "region" TEXT,
    "gpu_class" TEXT,
    "currency" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "effort" TEXT NOT NULL,
    "saving_low" DECIMAL NOT NULL,
    "saving_expected" DECIMAL NOT NULL,
    "saving_high" DECIMAL NOT NULL,
    "counted_low" DECIMAL NOT NULL,
    "counted_expected" DECIMAL NOT NULL,
    "counted_high" DECIMAL NOT NULL,
    "frees" DECIMAL NOT NULL,
    "body" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "assumptions" JSONB NOT NULL DEFAULT '{}',
    "owner" TEXT,
    "due_on" DATE,
    "done_on" DATE,
    "dismissed_reason" TEXT,
    "dismissed_until" DATE,
    "closed_reason" TEXT,
    "promise" JSONB,
    "realised" JSONB,
    "first_seen" DATE NOT NULL,
    "last_seen" DATE NOT NULL,
    "run_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_event" (
    "id" SERIAL NOT NULL,
    "finding_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "finding_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_price_list" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "prices" JSONB NOT NULL,
    "priced_on" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_price_list_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "finding_key_key" ON "finding"("key");

-- CreateIndex
CREATE INDEX "finding_state_idx" ON "finding"("state");

-- CreateIndex
CREATE INDEX "finding_event_finding_id_idx" ON "finding_event"("finding_id");

-- AddForeignKey
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: the words of a state, and that a range is one.
ALTER TABLE "finding" ADD CONSTRAINT "finding_state_known" CHECK ("state" IN ('open', 'planned', 'done', 'dismissed', 'closed'));
ALTER TABLE "finding" ADD CONSTRAINT "finding_saving_range" CHECK ("saving_low" <= "saving_expected" AND "saving_expected" <= "saving_high");
ALTER TABLE "finding" ADD CONSTRAINT "finding_counted_range" CHECK ("counted_low" >= 0 AND "counted_expected" >= 0 AND "counted_high" >= 0);

-- Division takes its precision from the scales of what it divides, so that 364400 and 364400.000000000000 could give parts that differ in the last
-- digit, and the parts of an amount then miss the whole by that. Marks of one value are one mark.
CREATE OR REPLACE FUNCTION "amount_below"("amount" NUMERIC, "mark" NUMERIC, "whole" NUMERIC) RETURNS NUMERIC
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "mark" = "whole" THEN "amount" WHEN "mark" = 0 THEN "amount" * 0
      ELSE round("amount" * trim_scale("mark") / trim_scale("whole"), greatest(scale("amount"), 12)) END;
