-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "asked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "held_until" TIMESTAMPTZ(6);
