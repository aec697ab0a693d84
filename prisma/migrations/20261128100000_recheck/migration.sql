-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "recheck" BOOLEAN NOT NULL DEFAULT false;
