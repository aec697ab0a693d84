import { type Topic, TYPED_FOR } from './topics.ts';

/** What somebody wants who writes to the bot in words. */
export type Request =
  | {
      readonly kind:
        | 'check-in'
        | 'me'
        | 'help'
        | 'how-to-look-up'
        | 'greeting'
        | 'thanks'
        | 'all-right'
        /** Emoji, punctuation, a file: nothing that can be read. */
        | 'no-words';
    }
  | {
      /** Something that is done elsewhere. */
      readonly kind: 'where-is';
      readonly topic: Topic;
      /** As it was typed, without emoji. */
      readonly asked: string;
    }
  | {
      readonly kind: 'look-up';
      /** As it was typed, without emoji. */
      readonly asked: string;
    };

type Wish = Exclude<Request['kind'], 'look-up' | 'where-is' | 'no-words'>;

/**
 * What people type for each wish, folded as `key` folds it. Whole messages only, and nothing that somebody may look
 * for in a standard: 現況 and 開始 are words of its tasks.
 */
const TYPED: Readonly<Record<Wish, readonly string[]>> = {
  'check-in': [
    'checkin',
    'startcheckin',
    'startacheckin',
    'startmycheckin',
    '自評',
    '開始自評',
    '我要自評',
    '做自評',
    '本週自評',
    '這週自評',
  ],
  me: [
    'me',
    'my',
    'mystanding',
    'myprogress',
    'nextcheckin',
    'mynextcheckin',
    'whenismynextcheckin',
    'whenisthenextcheckin',
    '我',
    '我的',
    '我的現況',
    '我的進度',
    '我的狀況',
    '下次什麼時候',
    '下一次什麼時候',
    '下次自評',
    '下一次自評',
    '下次自評什麼時候',
    '下次自評是什麼時候',
  ],
  help: ['help', 'helpme', '說明', '使用說明', '幫助', '求助', '怎麼用', '功能'],
  'how-to-look-up': ['lookup', 'search', '查', '查詢', '查職能', '查職能基準', '怎麼查'],
  greeting: [
    'hi',
    'hello',
    'hey',
    'hithere',
    'goodmorning',
    'goodafternoon',
    'goodevening',
    '你好',
    '妳好',
    '您好',
    '哈囉',
    '嗨',
    '早',
    '早安',
    '午安',
    '晚安',
  ],
  thanks: [
    'thanks',
    'thankyou',
    'thankyousomuch',
    'thankyouverymuch',
    'manythanks',
    'thx',
    'ty',
    '謝謝',
    '謝謝你',
    '謝謝您',
    '謝啦',
    '謝了',
    '多謝',
    '感謝',
    '感恩',
  ],
  'all-right': ['ok', 'okay', 'gotit', '好', '好的', '好喔', '收到', '了解', '知道了'],
};

const WISHES: ReadonlyMap<string, Wish> = new Map(
  Object.entries(TYPED).flatMap(([wish, typed]) => typed.map((each) => [each, wish as Wish] as const)),
);

const TOPIC_OF: ReadonlyMap<string, Topic> = new Map(
  Object.entries(TYPED_FOR).flatMap(([topic, typed]) => typed.map((each) => [each, topic as Topic] as const)),
);

/** Far longer than anything in `TYPED` with all the punctuation around it; longer texts are looked up, or refused. */
const LONGEST = 200;

/** Emoji themselves, and as Slack writes them: `:+1::skin-tone-2:`. */
const EMOJI = /\p{RGI_Emoji}|:[a-z\d_+'\-]+:/gv;

/**
 * Reads what a person typed to the bot, in either language and however it is written: case, width, punctuation, spaces,
 * emoji and invisible characters make no difference. What is no wish of its own is looked up.
 */
export function readRequest(text: string): Request {
  const typed = text.trim();
  if (typed.length > LONGEST) return { kind: 'look-up', asked: typed };
  const asked = typed.replace(EMOJI, ' ').trim();
  const folded = key(asked);
  if (folded === '') return { kind: /^[?？\s]+$/u.test(asked) ? 'help' : 'no-words' };
  const wish = WISHES.get(folded);
  if (wish !== undefined) return { kind: wish };
  const topic = TOPIC_OF.get(folded);
  return topic === undefined ? { kind: 'look-up', asked } : { kind: 'where-is', topic, asked };
}

/** Letters and digits alone, half-width and small. */
function key(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
