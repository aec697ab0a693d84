-- AlterTable
ALTER TABLE "member" ADD COLUMN     "profile_at" TIMESTAMPTZ(6);
