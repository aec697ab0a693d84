-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "changed_at" TIMESTAMPTZ(6);

-- When it was shared is not known of what is there: it counts from the day it was added.
UPDATE "evidence" SET "changed_at" = "created_at";
ALTER TABLE "evidence" ALTER COLUMN "changed_at" SET NOT NULL;
