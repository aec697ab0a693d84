-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "reached_at" TIMESTAMPTZ(6);
