-- Rollups of daily_spend, so that dashboards over 13 months read thousands of rows instead of hundreds of thousands.
CREATE TABLE "month_spend" (
    "slice_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
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

    CONSTRAINT "month_spend_pkey" PRIMARY KEY ("month","group_id","slice_id")
);

CREATE TABLE "dimension_spend" (
    "dimension" TEXT NOT NULL,
    "value" TEXT,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "billed" DECIMAL,
    "effective" DECIMAL,
    "list" DECIMAL,
    "contracted" DECIMAL,
    "gpu_billed" DECIMAL,
    "gpu_effective" DECIMAL,
    "gpu_list" DECIMAL,
    "gpu_contracted" DECIMAL,
    "gpu_hours" DECIMAL,
    "charges" INTEGER NOT NULL,
    "no_billed" INTEGER NOT NULL,
    "no_effective" INTEGER NOT NULL,
    "no_list" INTEGER NOT NULL,
    "no_contracted" INTEGER NOT NULL
);

CREATE INDEX "month_spend_slice_id_idx" ON "month_spend"("slice_id");

-- Serves every read, by dimension and days.
CREATE INDEX "dimension_spend_dimension_day_idx" ON "dimension_spend"("dimension", "day");

-- What Prisma cannot say.
ALTER TABLE "month_spend" ADD CONSTRAINT "month_spend_month_first" CHECK (date_trunc('month', "month") = "month");
