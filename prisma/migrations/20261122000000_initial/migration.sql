-- CreateTable
CREATE TABLE "workspace" (
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL,
    "contact" TEXT,
    "target" SMALLINT NOT NULL DEFAULT 4,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "email" TEXT,
    "display_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","member_id")
);

-- CreateTable
CREATE TABLE "supervision" (
    "workspace_id" TEXT NOT NULL,
    "supervision_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("workspace_id","supervision_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" TEXT NOT NULL,
    "assignment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "standard_code" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("workspace_id","assignment_id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "workspace_id" TEXT NOT NULL,
    "check_in_weekday" SMALLINT NOT NULL,
    "check_in_time" TEXT NOT NULL,
    "items_per_check_in" SMALLINT NOT NULL,
    "late_days" SMALLINT NOT NULL,
    "digest_weekday" SMALLINT NOT NULL,
    "digest_time" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "member_schedule" (
    "workspace_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "member_schedule_pkey" PRIMARY KEY ("workspace_id","member_id","kind")
);

-- CreateTable
CREATE TABLE "check_in" (
    "workspace_id" TEXT NOT NULL,
    "check_in_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "period_ends_at" TIMESTAMPTZ(6) NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "reopened" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("workspace_id","check_in_id")
);

-- CreateTable
CREATE TABLE "check_in_item" (
    "workspace_id" TEXT NOT NULL,
    "check_in_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "standard_code" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,

    CONSTRAINT "check_in_item_pkey" PRIMARY KEY ("workspace_id","check_in_id","position")
);

-- CreateTable
CREATE TABLE "rating" (
    "workspace_id" TEXT NOT NULL,
    "rating_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "member_id" UUID NOT NULL,
    "standard_code" TEXT NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "score" SMALLINT,
    "action_ts" DECIMAL(20,6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "edited" BOOLEAN NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("workspace_id","rating_id")
);

-- CreateTable
CREATE TABLE "digest" (
    "workspace_id" TEXT NOT NULL,
    "digest_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "cutoff_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("workspace_id","digest_id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "workspace_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "available_at" TIMESTAMPTZ(6) NOT NULL,
    "claimed_at" TIMESTAMPTZ(6),
    "claimed_by" UUID,
    "channel" TEXT,
    "ts" TEXT,
    "sent_at" TIMESTAMPTZ(6),
    "reason" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("workspace_id","delivery_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_slack_user_id_key" ON "member"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE INDEX "supervision_workspace_id_member_id_idx" ON "supervision"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "supervision_workspace_id_supervisor_id_idx" ON "supervision"("workspace_id", "supervisor_id");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_member_id_idx" ON "assignment"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "member_schedule_next_at_kind_idx" ON "member_schedule"("next_at", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_workspace_id_member_id_period_key" ON "check_in"("workspace_id", "member_id", "period");

-- CreateIndex
CREATE INDEX "rating_workspace_id_member_id_answered_at_idx" ON "rating"("workspace_id", "member_id", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_workspace_id_check_in_id_position_action_ts_key" ON "rating"("workspace_id", "check_in_id", "position", "action_ts");

-- CreateIndex
CREATE UNIQUE INDEX "digest_workspace_id_supervisor_id_period_key" ON "digest"("workspace_id", "supervisor_id", "period");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_state_available_at_idx" ON "delivery"("workspace_id", "state", "available_at");

-- CreateIndex
CREATE INDEX "delivery_state_available_at_idx" ON "delivery"("state", "available_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_workspace_id_key_key" ON "delivery"("workspace_id", "key");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_workspace_id_supervisor_id_fkey" FOREIGN KEY ("workspace_id", "supervisor_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_schedule" ADD CONSTRAINT "member_schedule_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_item" ADD CONSTRAINT "check_in_item_workspace_id_check_in_id_fkey" FOREIGN KEY ("workspace_id", "check_in_id") REFERENCES "check_in"("workspace_id", "check_in_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_workspace_id_check_in_id_position_fkey" FOREIGN KEY ("workspace_id", "check_in_id", "position") REFERENCES "check_in_item"("workspace_id", "check_in_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_workspace_id_supervisor_id_fkey" FOREIGN KEY ("workspace_id", "supervisor_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no row may ever say, whoever writes it.
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_target_check" CHECK ("target" BETWEEN 1 AND 5);
ALTER TABLE "member" ADD CONSTRAINT "member_role_check" CHECK ("role" IN ('staff', 'hr', 'administrator'));
ALTER TABLE "member" ADD CONSTRAINT "member_locale_check" CHECK ("locale" IN ('zh-TW', 'en'));
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_not_oneself_check" CHECK ("member_id" <> "supervisor_id");
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_dates_check" CHECK ("until_date" >= "from_date");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_dates_check" CHECK ("until_date" >= "from_date");
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_check" CHECK (
  "check_in_weekday" BETWEEN 1 AND 7 AND "digest_weekday" BETWEEN 1 AND 7
  AND "items_per_check_in" BETWEEN 1 AND 10 AND "late_days" BETWEEN 0 AND 6
);
ALTER TABLE "member_schedule" ADD CONSTRAINT "member_schedule_kind_check" CHECK ("kind" IN ('check-in', 'digest'));
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_period_check" CHECK ("period" ~ '^[0-9]{4}-W[0-9]{2}$');
ALTER TABLE "rating" ADD CONSTRAINT "rating_kind_check" CHECK (
  CASE "kind"
    WHEN 'score' THEN "score" BETWEEN 1 AND 5
    WHEN 'no-opportunity' THEN "score" IS NULL
    WHEN 'taken-back' THEN "score" IS NULL
    ELSE false
  END
);
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_check" CHECK (
  "state" IN ('queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')
);
