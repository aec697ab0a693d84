-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "turns_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "check_in_turns_at_idx" ON "check_in"("turns_at");

-- What is open at the upgrade closes in sight as well.
UPDATE "check_in" SET "turns_at" = "closes_at" WHERE "closes_at" > now();
