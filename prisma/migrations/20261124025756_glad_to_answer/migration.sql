-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "remind_asked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "remind_at" TIMESTAMPTZ(6),
ADD COLUMN     "reminders_sent" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "skip_reason" TEXT,
ADD COLUMN     "skipped_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "check_in_item" ADD COLUMN     "chosen_because" TEXT NOT NULL DEFAULT 'longest-ago',
ADD COLUMN     "closed_at" TIMESTAMPTZ(6),
ADD COLUMN     "last_asked_at" TIMESTAMPTZ(6),
ADD COLUMN     "previous_at" TIMESTAMPTZ(6),
ADD COLUMN     "previous_score" SMALLINT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "locale_chosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "schedule" ADD COLUMN     "reminders" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "rest_days" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
ADD COLUMN     "works_holidays" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "member_preference" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "check_in_weekday" SMALLINT,
    "check_in_time" TEXT,
    "rest_days" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "works_holidays" BOOLEAN,

    CONSTRAINT "member_preference_pkey" PRIMARY KEY ("workspace_id","member_id")
);

-- CreateTable
CREATE TABLE "leave" (
    "workspace_id" TEXT NOT NULL,
    "leave_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE NOT NULL,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("workspace_id","leave_id")
);

-- CreateTable
CREATE TABLE "blackout" (
    "workspace_id" TEXT NOT NULL,
    "blackout_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE NOT NULL,

    CONSTRAINT "blackout_pkey" PRIMARY KEY ("workspace_id","blackout_id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "workspace_id" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("workspace_id","calendar","day")
);

-- CreateTable
CREATE TABLE "focus" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "standard_code" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "focus_pkey" PRIMARY KEY ("workspace_id","member_id","standard_code","indicator_code")
);

-- CreateTable
CREATE TABLE "notice_acknowledgement" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "notice_acknowledgement_pkey" PRIMARY KEY ("workspace_id","member_id","version")
);

-- CreateTable
CREATE TABLE "note" (
    "workspace_id" TEXT NOT NULL,
    "note_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "standard_code" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("workspace_id","note_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "workspace_id" TEXT NOT NULL,
    "evidence_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "standard_code" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "visibility" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("workspace_id","evidence_id")
);

-- CreateIndex
CREATE INDEX "leave_workspace_id_member_id_idx" ON "leave"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "note_workspace_id_member_id_changed_at_idx" ON "note"("workspace_id", "member_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "note_workspace_id_check_in_id_position_key" ON "note"("workspace_id", "check_in_id", "position");

-- CreateIndex
CREATE INDEX "evidence_workspace_id_member_id_created_at_idx" ON "evidence"("workspace_id", "member_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_workspace_id_member_id_standard_code_indicator_cod_key" ON "evidence"("workspace_id", "member_id", "standard_code", "indicator_code", "url");

-- CreateIndex
CREATE INDEX "check_in_remind_at_idx" ON "check_in"("remind_at");

-- AddForeignKey
ALTER TABLE "member_preference" ADD CONSTRAINT "member_preference_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "focus" ADD CONSTRAINT "focus_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_acknowledgement" ADD CONSTRAINT "notice_acknowledgement_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_check_in_id_position_fkey" FOREIGN KEY ("workspace_id", "check_in_id", "position") REFERENCES "check_in_item"("workspace_id", "check_in_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no row may ever say, whoever writes it.
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_rest_days_check" CHECK (
  "rest_days" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND "reminders" BETWEEN 0 AND 2
);
ALTER TABLE "member_preference" ADD CONSTRAINT "member_preference_check" CHECK (
  "check_in_weekday" BETWEEN 1 AND 7 AND "rest_days" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]
);
ALTER TABLE "leave" ADD CONSTRAINT "leave_dates_check" CHECK ("until_date" > "from_date");
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_dates_check" CHECK ("until_date" > "from_date");
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_kind_check" CHECK ("kind" IN ('off', 'workday'));
ALTER TABLE "note" ADD CONSTRAINT "note_visibility_check" CHECK ("visibility" IN ('supervisor', 'only-me'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_check" CHECK (
  "kind" IN ('link', 'message') AND "visibility" IN ('supervisor', 'only-me') AND "url" ~ '^https?://'
);
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_reminders_check" CHECK ("reminders_sent" BETWEEN 0 AND 2);
ALTER TABLE "check_in_item" ADD CONSTRAINT "check_in_item_reason_check" CHECK (
  "chosen_because" IN ('never-asked', 'longest-ago', 'focus', 'same-task') AND "previous_score" BETWEEN 1 AND 5
);
ALTER TABLE "not_held" DROP CONSTRAINT "not_held_reason_check";
ALTER TABLE "not_held" ADD CONSTRAINT "not_held_reason_check" CHECK (
  "reason" IN ('no-working-day', 'on-leave', 'blackout', 'missed', 'not-acknowledged')
);
