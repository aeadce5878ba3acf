-- Whose money it is: rules, usage of GPUs, rate cards, owned hardware, exchange rates. Existing rollups are rebuilt at the end.
ALTER TABLE "import" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'billing';

ALTER TABLE "meter" ADD COLUMN     "host" TEXT,
ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "split_rule" TEXT;

ALTER TABLE "spend_group" ADD COLUMN     "cost_source" TEXT NOT NULL DEFAULT 'billed',
ADD COLUMN     "usage_state" TEXT NOT NULL DEFAULT 'not-measured',
ADD COLUMN     "base_id" INTEGER,
ADD COLUMN     "own" TEXT,
ADD COLUMN     "split_rule" TEXT;

ALTER TABLE "daily_spend" DROP CONSTRAINT "daily_spend_pkey",
ADD COLUMN     "idle_mode" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false,
ADD CONSTRAINT "daily_spend_pkey" PRIMARY KEY ("day", "group_id", "slice_id", "idle_mode", "is_shared");

ALTER TABLE "month_spend" DROP CONSTRAINT "month_spend_pkey",
ADD COLUMN     "idle_mode" SMALLINT NOT NULL DEFAULT 0,
ADD CONSTRAINT "month_spend_pkey" PRIMARY KEY ("month", "group_id", "slice_id", "idle_mode");

ALTER TABLE "dimension_spend" ADD COLUMN     "gpu_hours_used" DECIMAL,
ADD COLUMN     "idle_mode" SMALLINT NOT NULL DEFAULT 0;

CREATE TABLE "rule_version" (
    "id" SERIAL NOT NULL,
    "rules" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meter_term" (
    "meter_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "environment" TEXT,
    "split_rule" TEXT,
    "attributed_by" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "meter_term_pkey" PRIMARY KEY ("meter_id","from_day")
);

CREATE TABLE "split_share" (
    "rule_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "n" SMALLINT NOT NULL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "low" DECIMAL NOT NULL,
    "high" DECIMAL NOT NULL,
    "whole" DECIMAL NOT NULL,

    CONSTRAINT "split_share_pkey" PRIMARY KEY ("rule_id","month","currency","n")
);

CREATE TABLE "usage_record" (
    "import_id" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "usage_start" TIMESTAMPTZ(3) NOT NULL,
    "usage_end" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT NOT NULL,
    "resource" TEXT,
    "provider_id" TEXT,
    "gpu_device" TEXT,
    "gpu_class" TEXT,
    "gpus" DECIMAL,
    "gpu_hours" DECIMAL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "workload" TEXT,
    "workload_kind" TEXT,
    "person" TEXT,
    "utilisation" DECIMAL,
    "utilisation_metric" TEXT,
    "memory_gib" DECIMAL,
    "tokens_in" DECIMAL,
    "tokens_out" DECIMAL,
    "requests" DECIMAL,
    "state" TEXT,
    "details" JSONB,
    "file" SMALLINT NOT NULL,
    "row" INTEGER NOT NULL
);

CREATE TABLE "usage_cover" (
    "import_id" INTEGER NOT NULL,
    "resource" TEXT NOT NULL,
    "cover_start" TIMESTAMPTZ(3) NOT NULL,
    "cover_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_cover_pkey" PRIMARY KEY ("import_id","resource","cover_start")
);

CREATE TABLE "usage_host" (
    "resource" TEXT NOT NULL,
    "host" TEXT,
    "found_by" TEXT,

    CONSTRAINT "usage_host_pkey" PRIMARY KEY ("resource")
);

CREATE TABLE "host_rule" (
    "id" SERIAL NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "host_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "usage_day" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "host" TEXT,
    "resource" TEXT,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "workload" TEXT,
    "workload_kind" TEXT,
    "person" TEXT,
    "state" TEXT,
    "held" DECIMAL,
    "idle" DECIMAL,
    "measured" DECIMAL,
    "utilisation_hours" DECIMAL,
    "memory_gib_hours" DECIMAL,
    "tokens_in" DECIMAL,
    "tokens_out" DECIMAL,
    "requests" DECIMAL,
    "records" INTEGER NOT NULL,
    "first_start" TIMESTAMPTZ(3) NOT NULL,
    "last_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "host_share" (
    "host" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "idle_mode" SMALLINT NOT NULL,
    "usage_state" TEXT NOT NULL,
    "is_held" BOOLEAN NOT NULL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "workload" TEXT,
    "workload_kind" TEXT,
    "person" TEXT,
    "low" DECIMAL NOT NULL,
    "high" DECIMAL NOT NULL,
    "whole" DECIMAL NOT NULL,

    CONSTRAINT "host_share_pkey" PRIMARY KEY ("host","day","n")
);

CREATE TABLE "host_span" (
    "host" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "idle_mode" SMALLINT NOT NULL,
    "usage_state" TEXT NOT NULL,
    "is_held" BOOLEAN NOT NULL,
    "team" TEXT,
    "project" TEXT,
    "model" TEXT,
    "low" DECIMAL NOT NULL,
    "high" DECIMAL NOT NULL,
    "whole" DECIMAL NOT NULL,

    CONSTRAINT "host_span_pkey" PRIMARY KEY ("host","day","n")
);

CREATE TABLE "host_excess" (
    "host" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "held" DECIMAL NOT NULL,
    "billed" DECIMAL NOT NULL,

    CONSTRAINT "host_excess_pkey" PRIMARY KEY ("host","day")
);

CREATE TABLE "rate" (
    "id" SERIAL NOT NULL,
    "import_id" INTEGER,
    "provider" TEXT NOT NULL,
    "sku_id" TEXT,
    "gpu_class" TEXT,
    "region_id" TEXT,
    "pricing_category" TEXT,
    "unit" TEXT NOT NULL,
    "price" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "rate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meter_rate" (
    "meter_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "rate_id" INTEGER NOT NULL,
    "price" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "meter_rate_pkey" PRIMARY KEY ("meter_id","from_day")
);

CREATE TABLE "owned_cluster" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "owned_cluster_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "exchange_rate" (
    "month" DATE NOT NULL,
    "from_currency" TEXT NOT NULL,
    "to_currency" TEXT NOT NULL,
    "rate" DECIMAL NOT NULL,
    "source" TEXT NOT NULL,
    "observed_on" DATE NOT NULL,
    "import_id" INTEGER,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("month","from_currency","to_currency")
);

CREATE TABLE "closed_month" (
    "month" DATE NOT NULL,
    "closed_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "closed_month_pkey" PRIMARY KEY ("month")
);

CREATE INDEX "usage_record_import_id_idx" ON "usage_record"("import_id");

CREATE INDEX "usage_record_key_idx" ON "usage_record"("key");

CREATE INDEX "usage_record_resource_usage_start_idx" ON "usage_record"("resource", "usage_start");

CREATE INDEX "usage_host_host_idx" ON "usage_host"("host");

CREATE INDEX "usage_day_host_day_idx" ON "usage_day"("host", "day");

CREATE INDEX "usage_day_day_idx" ON "usage_day"("day");

CREATE INDEX "rate_provider_idx" ON "rate"("provider");

CREATE INDEX "meter_rate_rate_id_idx" ON "meter_rate"("rate_id");

CREATE UNIQUE INDEX "owned_cluster_name_key" ON "owned_cluster"("name");

CREATE INDEX "meter_host_idx" ON "meter"("host");

-- What Prisma cannot say.
-- The state and source of a meter's money where nothing else is known about it.
CREATE FUNCTION "meter_usage_state"("gpu_class" TEXT, "commitment_status" TEXT) RETURNS TEXT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "commitment_status" = 'Unused' THEN 'unused' WHEN "gpu_class" IS NULL THEN 'not-gpu' ELSE 'not-measured' END;
CREATE FUNCTION "meter_cost_source"("provider" TEXT, "currency" TEXT) RETURNS TEXT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "currency" = 'XXX' THEN 'no-price' WHEN "provider" = 'owned-hardware' THEN 'owned' ELSE 'billed' END;

-- GPU hours of a quantity of a meter. A fraction that does not end (seconds, sixths of a GPU) is cut at 12 decimals here and nowhere else.
CREATE FUNCTION "gpu_hours"("quantity" NUMERIC, "numerator" NUMERIC, "denominator" NUMERIC) RETURNS NUMERIC
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "denominator" = 1 THEN "quantity" * "numerator" ELSE round("quantity" * "numerator" / "denominator", 12) END;

-- The part [low, high) of an amount in `whole` equal units. Parts that tile the whole add up to the amount exactly, whatever the division rounds.
CREATE FUNCTION "amount_below"("amount" NUMERIC, "mark" NUMERIC, "whole" NUMERIC) RETURNS NUMERIC
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "mark" = "whole" THEN "amount" WHEN "mark" = 0 THEN "amount" * 0 ELSE round("amount" * "mark" / "whole", greatest(scale("amount"), 12)) END;
CREATE FUNCTION "share_of"("amount" NUMERIC, "low" NUMERIC, "high" NUMERIC, "whole" NUMERIC) RETURNS NUMERIC
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "whole" IS NULL OR ("low" = 0 AND "high" = "whole") THEN "amount"
      ELSE amount_below("amount", "high", "whole") - amount_below("amount", "low", "whole") END;

-- Two groups may have equal values: a rule that moves whole groups renames them where they are, and touches no day.
ALTER TABLE "spend_group" DROP COLUMN "key";
ALTER TABLE "spend_group" ADD COLUMN "key" TEXT NOT NULL GENERATED ALWAYS AS (
    CASE WHEN "base_id" IS NULL
      THEN spend_group_key("team", "project", "model", "environment", "gpu_class", "provider", "billing_account_id", "sub_account_id", "service", "region", "pricing_category", "charge_category", "currency", "usage_state", "cost_source")
      ELSE spend_group_key("team", "project", "model", "environment", "currency", "usage_state", "cost_source", "base_id"::TEXT, "own", "split_rule")
    END
) STORED;
CREATE INDEX "spend_group_key_idx" ON "spend_group"("key");
CREATE INDEX "spend_group_base_id_idx" ON "spend_group"("base_id");

ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_month_first" CHECK (date_trunc('month', "month") = "month");
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_positive" CHECK ("rate" > 0);
ALTER TABLE "closed_month" ADD CONSTRAINT "closed_month_first" CHECK (date_trunc('month', "month") = "month");

-- Every part of every charge of the live bills by meter and day: what its usage, its rules, its split and its rate make of it. The parts
-- of one idle mode (0 and that mode) add up to meter_day exactly. OFFSET 0 has amounts worked out once and share_of inlined, and
-- has shares looked up by machine and day: few of them are ever needed.
-- `portion` tells workloads apart; `portion_span` does not, and is what rollups are made of: a pool of machines has many workloads a day.
DO $views$
DECLARE
  body TEXT := $body$
SELECT s.id AS slice_id, d.day, d.meter_id, m.group_id, m.is_shared, coalesce(h.idle_mode, 0::smallint) AS idle_mode,
  coalesce(h.usage_state, meter_usage_state(m.gpu_class, m.commitment_status)) AS usage_state,
  CASE WHEN p.n IS NOT NULL THEN coalesce(p.team, o.team) WHEN h.is_held THEN coalesce(h.team, o.team) ELSE o.team END AS team,
  CASE WHEN p.n IS NOT NULL THEN coalesce(p.project, o.project) WHEN h.is_held THEN coalesce(h.project, o.project) ELSE o.project END AS project,
  CASE WHEN p.n IS NOT NULL THEN coalesce(p.model, o.model) WHEN h.is_held THEN coalesce(h.model, o.model) ELSE o.model END AS model,
  o.environment,
  concat_ws(',', CASE WHEN t.meter_id IS NULL AND CASE WHEN p.n IS NOT NULL THEN p.team WHEN h.is_held THEN h.team END IS NULL THEN 'team' END,
    CASE WHEN t.meter_id IS NULL AND CASE WHEN p.n IS NOT NULL THEN p.project WHEN h.is_held THEN h.project END IS NULL THEN 'project' END,
    CASE WHEN t.meter_id IS NULL AND CASE WHEN p.n IS NOT NULL THEN p.model WHEN h.is_held THEN h.model END IS NULL THEN 'model' END,
    CASE WHEN t.meter_id IS NULL THEN 'environment' END) AS own,
  CASE WHEN h.is_held THEN NULL ELSE o.split_rule END AS split_rule, %s coalesce(r.currency, m.currency) AS currency,
  CASE WHEN r.rate_id IS NOT NULL THEN 'rated' ELSE meter_cost_source(m.provider, m.currency) END AS cost_source,
  share_of(a.billed, p.low, p.high, p.whole) AS billed,
  share_of(a.effective, p.low, p.high, p.whole) AS effective,
  share_of(a.list, p.low, p.high, p.whole) AS list,
  share_of(a.contracted, p.low, p.high, p.whole) AS contracted,
  share_of(a.quantity, p.low, p.high, p.whole) AS quantity,
  share_of(a.gpu_hours, p.low, p.high, p.whole) AS gpu_hours,
  CASE WHEN f.is_first THEN d.charges ELSE 0 END AS charges,
  CASE WHEN f.is_first THEN d.no_billed ELSE 0 END AS no_billed,
  CASE WHEN f.is_first AND r.rate_id IS NULL THEN d.no_effective ELSE 0 END AS no_effective,
  CASE WHEN f.is_first THEN d.no_list ELSE 0 END AS no_list,
  CASE WHEN f.is_first AND r.rate_id IS NULL THEN d.no_contracted ELSE 0 END AS no_contracted
FROM slice s
JOIN meter_day d ON d.version_id = s.live_version_id
JOIN meter m ON m.id = d.meter_id
LEFT JOIN meter_term t ON m.is_shared AND t.meter_id = m.id AND d.day >= t.from_day AND d.day < t.to_day
LEFT JOIN meter_rate r ON m.is_shared AND r.meter_id = m.id AND d.day >= r.from_day AND d.day < r.to_day
CROSS JOIN LATERAL (SELECT
  CASE WHEN t.meter_id IS NULL THEN m.team ELSE t.team END AS team,
  CASE WHEN t.meter_id IS NULL THEN m.project ELSE t.project END AS project,
  CASE WHEN t.meter_id IS NULL THEN m.model ELSE t.model END AS model,
  CASE WHEN t.meter_id IS NULL THEN m.environment ELSE t.environment END AS environment,
  CASE WHEN t.meter_id IS NULL THEN m.split_rule ELSE t.split_rule END AS split_rule) o
CROSS JOIN LATERAL (SELECT
  CASE WHEN r.rate_id IS NULL THEN d.effective ELSE d.quantity * r.price END AS effective,
  CASE WHEN r.rate_id IS NULL THEN d.contracted ELSE d.quantity * r.price END AS contracted,
  gpu_hours(d.quantity, m.gpu_hours_numerator, m.gpu_hours_denominator) AS gpu_hours OFFSET 0) c
LEFT JOIN LATERAL (SELECT x.* FROM %I x WHERE m.is_shared AND x.host = m.host AND x.day = d.day
  AND m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused' OFFSET 0) h ON true
CROSS JOIN LATERAL (SELECT share_of(d.billed, h.low, h.high, h.whole) AS billed,
  share_of(c.effective, h.low, h.high, h.whole) AS effective,
  share_of(d.list, h.low, h.high, h.whole) AS list,
  share_of(c.contracted, h.low, h.high, h.whole) AS contracted,
  share_of(d.quantity, h.low, h.high, h.whole) AS quantity,
  share_of(c.gpu_hours, h.low, h.high, h.whole) AS gpu_hours OFFSET 0) a
LEFT JOIN split_share p ON m.is_shared AND p.rule_id = o.split_rule AND p.month = date_trunc('month', d.day::timestamp)::date
  AND p.currency = coalesce(r.currency, m.currency) AND NOT coalesce(h.is_held, false)
CROSS JOIN LATERAL (SELECT coalesce(h.low, 0) = 0 AND coalesce(p.low, 0) = 0 AS is_first) f
$body$;
BEGIN
  EXECUTE 'CREATE VIEW "portion" AS' || format(body, 'h.workload, h.workload_kind, h.person,', 'host_share');
  EXECUTE 'CREATE VIEW "portion_span" AS' || format(body, '', 'host_span');
END $views$;

-- What was there before gets its states and sources.
INSERT INTO "spend_group" (team, project, model, environment, gpu_class, provider, billing_account_id, sub_account_id, service, region, pricing_category, charge_category, currency, usage_state, cost_source)
SELECT DISTINCT m.team, m.project, m.model, m.environment, m.gpu_class, m.provider, m.billing_account_id, m.sub_account_id, m.service_name, m.region_id,
  m.pricing_category, m.charge_category, m.currency, meter_usage_state(m.gpu_class, m.commitment_status), meter_cost_source(m.provider, m.currency)
FROM "meter" m
WHERE NOT EXISTS (SELECT FROM "spend_group" g WHERE g.key = spend_group_key(m.team, m.project, m.model, m.environment, m.gpu_class, m.provider, m.billing_account_id,
  m.sub_account_id, m.service_name, m.region_id, m.pricing_category, m.charge_category, m.currency, meter_usage_state(m.gpu_class, m.commitment_status),
  meter_cost_source(m.provider, m.currency)));
UPDATE "meter" m SET "group_id" = g.id FROM "spend_group" g
WHERE g.key = spend_group_key(m.team, m.project, m.model, m.environment, m.gpu_class, m.provider, m.billing_account_id, m.sub_account_id, m.service_name,
  m.region_id, m.pricing_category, m.charge_category, m.currency, meter_usage_state(m.gpu_class, m.commitment_status), meter_cost_source(m.provider, m.currency))
  AND g.id <> m.group_id;
TRUNCATE "daily_spend", "month_spend", "dimension_spend";
INSERT INTO "daily_spend" (slice_id, day, group_id, billed, effective, list, contracted, gpu_hours, charges, no_billed, no_effective, no_list, no_contracted)
SELECT p.slice_id, p.day, p.group_id, sum(p.billed), sum(p.effective), sum(p.list), sum(p.contracted), sum(p.gpu_hours), sum(p.charges),
  sum(p.no_billed), sum(p.no_effective), sum(p.no_list), sum(p.no_contracted)
FROM "portion" p GROUP BY 1, 2, 3;
INSERT INTO "month_spend" (slice_id, month, group_id, billed, effective, list, contracted, gpu_hours, charges, no_billed, no_effective, no_list, no_contracted)
SELECT d.slice_id, date_trunc('month', d.day::timestamp)::date, d.group_id, sum(d.billed), sum(d.effective), sum(d.list), sum(d.contracted), sum(d.gpu_hours),
  sum(d.charges), sum(d.no_billed), sum(d.no_effective), sum(d.no_list), sum(d.no_contracted)
FROM "daily_spend" d GROUP BY 1, 2, 3;
INSERT INTO "dimension_spend" (dimension, value, day, currency, billed, effective, list, contracted, gpu_billed, gpu_effective, gpu_list, gpu_contracted,
  gpu_hours, charges, no_billed, no_effective, no_list, no_contracted)
SELECT v.dimension, v.value, d.day, g.currency, sum(d.billed), sum(d.effective), sum(d.list), sum(d.contracted),
  sum(d.billed) FILTER (WHERE g.gpu_class IS NOT NULL), sum(d.effective) FILTER (WHERE g.gpu_class IS NOT NULL),
  sum(d.list) FILTER (WHERE g.gpu_class IS NOT NULL), sum(d.contracted) FILTER (WHERE g.gpu_class IS NOT NULL),
  sum(d.gpu_hours), sum(d.charges), sum(d.no_billed), sum(d.no_effective), sum(d.no_list), sum(d.no_contracted)
FROM "daily_spend" d JOIN "spend_group" g ON g.id = d.group_id
CROSS JOIN LATERAL (VALUES ('team', g.team), ('project', g.project), ('model', g.model), ('gpu-class', g.gpu_class), ('environment', g.environment),
  ('usage-state', g.usage_state)) v (dimension, value)
GROUP BY 1, 2, 3, 4;
