-- AlterTable
ALTER TABLE "member" ADD COLUMN     "left_at" TIMESTAMPTZ(6),
ADD COLUMN     "returned_at" TIMESTAMPTZ(6);
