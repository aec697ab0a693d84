-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "doubtful_until" TIMESTAMPTZ(6),
ADD COLUMN     "drawing_until" TIMESTAMPTZ(6),
ADD COLUMN     "drawn_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "claim_number" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "unreachable_reason" TEXT,
ADD COLUMN     "unreachable_since" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "schedule" ADD COLUMN     "zone_rules" TEXT;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "suspended_at" TIMESTAMPTZ(6),
ADD COLUMN     "suspended_reason" TEXT;

-- CreateTable
CREATE TABLE "not_held" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "not_held_pkey" PRIMARY KEY ("workspace_id","member_id","period")
);

-- CreateTable
CREATE TABLE "pace" (
    "workspace_id" TEXT NOT NULL,
    "budget" TEXT NOT NULL,
    "whole_at" TIMESTAMPTZ(6) NOT NULL,
    "slow_until" TIMESTAMPTZ(6),

    CONSTRAINT "pace_pkey" PRIMARY KEY ("workspace_id","budget")
);

-- CreateTable
CREATE TABLE "trouble" (
    "workspace_id" TEXT NOT NULL,
    "trouble_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(6) NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "trouble_pkey" PRIMARY KEY ("workspace_id","trouble_id")
);

-- CreateTable
CREATE TABLE "seen_event" (
    "workspace_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "seen_event_pkey" PRIMARY KEY ("workspace_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "trouble_workspace_id_reason_week_key" ON "trouble"("workspace_id", "reason", "week");

-- CreateIndex
CREATE INDEX "seen_event_seen_at_idx" ON "seen_event"("seen_at");

-- AddForeignKey
ALTER TABLE "not_held" ADD CONSTRAINT "not_held_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was answered before is drawn: nothing is redrawn because of the upgrade.
UPDATE "check_in" SET "drawn_version" = "version";

-- Few check-ins wait for a redraw at any time, and only they are looked for.
CREATE INDEX "check_in_undrawn_idx" ON "check_in"("workspace_id", "check_in_id") WHERE "drawn_version" < "version";
CREATE INDEX "check_in_doubtful_idx" ON "check_in"("workspace_id", "doubtful_until") WHERE "doubtful_until" IS NOT NULL;

-- What no row may ever say, whoever writes it.
ALTER TABLE "not_held" ADD CONSTRAINT "not_held_reason_check" CHECK ("reason" IN ('no-working-day', 'missed'));
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_drawn_check" CHECK ("drawn_version" <= "version");
