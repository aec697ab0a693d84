import type { Renderer } from '../delivery/sender-parts.ts';
import { stageOf, stageOfAnswers } from '../domain/check-in/check-in.ts';
import { type Coverage, STANDING_VALID_WEEKS } from '../domain/check-in/standing.ts';
import type { DeliveryKind, NothingToSay } from '../domain/delivery/delivery.ts';
import { isStale } from '../domain/digest/digest-times.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findCheckIns } from '../storage/check-ins/find-check-ins.ts';
import { findTroubles } from '../storage/deliveries/find-troubles.ts';
import { findNotices } from '../storage/notices/find-notices.ts';
import { findNewcomers } from '../storage/people/newcomers.ts';
import { textsFor } from '../texts/texts.ts';
import type { Context } from '../usecases/context.ts';
import { summariseDigest } from '../usecases/summarise-week.ts';
import type { Message } from './blocks/build.ts';
import { checkInMessage } from './views/messages/check-in.ts';
import { checkInReminderMessage, endedReminderMessage } from './views/messages/check-in-reminder.ts';
import { deliveryTroubleMessage } from './views/messages/delivery-trouble.ts';
import { newcomerMessage } from './views/messages/newcomer.ts';
import { noticeMessage } from './views/messages/notice.ts';
import { weeklyDigestMessage } from './views/messages/weekly-digest.ts';

/** State → message, for the sender's table of kinds and for redraws. */
export interface Renderers {
  readonly deliveries: Record<DeliveryKind, Renderer>;
  readonly checkIn: (state: CheckInForMember) => Message;
  /** What a reminder ends as, when its check-in asks no more. */
  readonly endedReminder: (state: CheckInForMember) => Message;
}

export function createRenderers(context: Context): Renderers {
  const checkIn = ({ checkIn: state, recipient, audience, covered }: CheckInForMember): Message =>
    checkInMessage(
      {
        checkIn: state,
        timeZone: recipient.timeZone,
        supervisors: audience.supervisors,
        contact: audience.contact,
        coverage: coverageOf(context, covered),
        indicators: state.items.map(({ standardCode, indicatorCode }) =>
          context.library.findIndicator(standardCode, indicatorCode),
        ),
        now: context.now(),
      },
      textsFor(recipient.locale),
    );

  /** A check-in that was answered or closed meanwhile, or whose member left, is not sent any more. */
  const checkIns: Renderer = async (workspaceId, checkInIds) => {
    const now = context.now();
    const found = await findCheckIns(context.database.prisma, workspaceId, checkInIds);
    const rendered = new Map<string, Message | NothingToSay>(checkInIds.map((id) => [id, 'recipient-left']));
    for (const state of found) {
      const stage = stageOf(state.checkIn, now);
      rendered.set(state.checkIn.checkInId, stage === 'open' ? checkIn(state) : stage);
    }
    return rendered;
  };

  /** A reminder is not sent any more either, nor one of a check-in whose own message has not been sent. */
  const checkInReminders: Renderer = async (workspaceId, checkInIds) => {
    const now = context.now();
    const rendered = new Map<string, Message | NothingToSay>(checkInIds.map((id) => [id, 'recipient-left']));
    for (const state of await findCheckIns(context.database.prisma, workspaceId, checkInIds)) {
      const { checkIn: reminded, recipient, message } = state;
      const stage = stageOfAnswers(reminded, now);
      if (stage !== 'open') rendered.set(reminded.checkInId, stage);
      else if (message === undefined) rendered.set(reminded.checkInId, 'gone');
      else {
        const model = { checkIn: reminded, timeZone: recipient.timeZone, now };
        rendered.set(reminded.checkInId, checkInReminderMessage(model, textsFor(recipient.locale)));
      }
    }
    return rendered;
  };

  const weeklyDigests: Renderer = async (workspaceId, digestIds) => {
    const messages = new Map<string, Message | NothingToSay>();
    for (const digestId of digestIds) {
      const summary = await summariseDigest(context, workspaceId, digestId);
      if (summary === undefined) {
        messages.set(digestId, 'recipient-left');
        continue;
      }
      const { digest, header } = summary;
      if (isStale(digest.period, header.recipient.timeZone, context.now())) {
        messages.set(digestId, 'stale');
        continue;
      }
      // Everybody who had been asked has skipped since.
      if (digest.participation.membersAsked === 0) {
        messages.set(digestId, 'gone');
        continue;
      }
      const { library } = context;
      const model = {
        digest,
        cutoffAt: header.cutoffAt,
        timeZone: header.recipient.timeZone,
        validWeeks: STANDING_VALID_WEEKS,
        taskName: (standardCode: string, taskCode: string) =>
          library.indicatorsOf(standardCode).find((indicator) => indicator.taskCode === taskCode)?.taskName ??
          '',
        indicatorText: (standardCode: string, indicatorCode: string) =>
          library.findIndicator(standardCode, indicatorCode)?.text ?? '',
        standardName: (standardCode: string) => library.standard(standardCode)?.name ?? standardCode,
      };
      messages.set(digestId, weeklyDigestMessage(model, textsFor(header.recipient.locale)));
    }
    return messages;
  };

  const deliveryTroubles: Renderer = async (workspaceId, troubleIds, locale) => {
    const troubles = await findTroubles(context.database.prisma, workspaceId, troubleIds);
    return new Map(
      troubles.map((trouble) => [trouble.troubleId, deliveryTroubleMessage(trouble, textsFor(locale))]),
    );
  };

  const notices: Renderer = async (workspaceId, memberIds, locale) => {
    const found = await findNotices(context.database.prisma, workspaceId, memberIds, NOTICE_VERSION);
    const rendered = new Map<string, Message | NothingToSay>(memberIds.map((id) => [id, 'recipient-left']));
    for (const notice of found) {
      const isRead = notice.acknowledgedAt !== undefined;
      rendered.set(notice.memberId, isRead ? 'acknowledged' : noticeMessage(notice, textsFor(locale)));
    }
    return rendered;
  };

  const newcomers: Renderer = async (workspaceId, deliveryIds, locale) => {
    const found = await findNewcomers(context.database.prisma, workspaceId, deliveryIds);
    return new Map(
      found.map(({ deliveryId, slackUserId, isMember }) => [
        deliveryId,
        isMember ? 'known-by-now' : newcomerMessage(slackUserId, textsFor(locale)),
      ]),
    );
  };

  return {
    deliveries: {
      'check-in': checkIns,
      'check-in-reminder': checkInReminders,
      'weekly-digest': weeklyDigests,
      'delivery-trouble': deliveryTroubles,
      notice: notices,
      newcomer: newcomers,
    },
    checkIn,
    endedReminder: ({ checkIn: ended, recipient }) =>
      endedReminderMessage({ checkIn: ended, now: context.now() }, textsFor(recipient.locale)),
  };
}

/** Out of the standards that are installed. */
function coverageOf({ library }: Context, covered: CheckInForMember['covered']): Coverage | undefined {
  if (covered === undefined) return undefined;
  const installed = covered.filter(({ standardCode }) => library.standard(standardCode) !== undefined);
  return {
    covered: installed.reduce((sum, { indicators }) => sum + indicators, 0),
    indicators: installed.reduce(
      (sum, { standardCode }) => sum + library.indicatorsOf(standardCode).length,
      0,
    ),
  };
}
