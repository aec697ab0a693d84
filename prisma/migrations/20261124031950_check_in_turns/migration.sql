-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "turns_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "retired_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "check_in_turns_at_idx" ON "check_in"("turns_at");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_kind_state_retired_at_idx" ON "delivery"("workspace_id", "kind", "state", "retired_at");

-- What is open at the upgrade closes in sight as well.
UPDATE "check_in" SET "turns_at" = "closes_at" WHERE "closes_at" > now();
