import { z } from 'zod';
import { localTime } from '../../../domain/check-in/local-time.ts';
import { type Notice, noticeOf } from '../../../domain/people/notice.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, button, context, type Message, section } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { truncate } from '../../blocks/truncate.ts';

export const NOTICE_ACTION = 'notice-acknowledge';

const acknowledgement = z.object({ member: z.uuid(), version: z.int().positive() });

/** Which notice a tap is about, or undefined for anything that its button cannot carry. It proves nothing. */
export function readAcknowledgement(value: string | undefined): z.infer<typeof acknowledgement> | undefined {
  try {
    return acknowledgement.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}

export interface NoticeModel {
  readonly memberId: string;
  readonly organisation: string;
  readonly contact: string | undefined;
  readonly recipient: { readonly timeZone: string };
  readonly acknowledgedAt: Date | undefined;
}

/** A name or a contact has a line, not a page. */
const LONGEST_NAME = 200;

/**
 * What a member reads before anything is collected about them: with the button that says so, or when they did and when
 * the next check-in `comes`.
 */
export function noticeMessage(model: NoticeModel, texts: Texts, comes?: 'now' | Date): Message {
  const { memberId, acknowledgedAt, recipient } = model;
  const { notice: words, dates } = texts;
  const notice = noticeOf(model.organisation, model.contact);
  const organisation = escapeMrkdwn(literally(short(notice.organisation)));
  const blocks = [
    section(words.title),
    section(words.who(organisation)),
    section(statements(notice, texts).join('\n')),
  ];
  if (acknowledgedAt !== undefined) {
    const when = (instant: Date) => dates.dayAndTime(localTime(instant, recipient.timeZone));
    const next = comes instanceof Date ? words.checkInAt(when(comes)) : words.checkInNow;
    const said = [words.acknowledged(when(acknowledgedAt)), ...(comes === undefined ? [] : [next])];
    return { text: said.join(' '), blocks: [...blocks, context(said.join('\n'))] };
  }
  const value = JSON.stringify({ member: memberId, version: notice.version });
  return {
    text: words.notification(organisation),
    blocks: [
      ...blocks,
      actions('notice', [
        button({ actionId: NOTICE_ACTION, text: words.acknowledge, value, style: 'primary' }),
      ]),
    ],
  };
}

function statements(notice: Notice, { notice: words }: Texts): string[] {
  const { purposes, collected, places, readers, answeredWithin, contact } = notice;
  return [
    words.why(purposes.map((each) => words.purpose[each])),
    words.which(collected.map((each) => words.collected[each])),
    words.howLong,
    words.where(places.map((each) => words.place[each])),
    words.whoSees(readers.map((each) => words.reader[each])),
    words.rights(answeredWithin.access, answeredWithin.change),
    words.refusing,
    words.contact(contact === undefined ? words.nobodyNamed : escapeMrkdwn(short(contact))),
  ];
}

function short(name: string): string {
  return truncate(name, LONGEST_NAME);
}
