import type { Locale } from '../domain/people/locale.ts';

interface Guide {
  readonly title: string;
  /** A step with a person or a command does it at a click. */
  readonly steps: readonly { readonly text: string; readonly user?: string; readonly command?: string }[];
}

/** Hired days before a visitor comes, and has not read the notice yet. */
const NEWCOMER = 'U0DEMO017';

/** What a visitor can try in a minute, for the hint panel of the page. */
export const GUIDE: Record<Locale, Guide> = {
  'zh-TW': {
    title: '一分鐘導覽',
    steps: [
      { text: '陳柏宇有一份等著作答的自評：點幾個答案，再更改或收回一個。', user: 'U0DEMO001' },
      {
        text: '郭于萱剛到職，還沒讀過個人資料告知：讀完按一下，第一次自評就會傳給她。',
        user: NEWCOMER,
      },
      { text: '任何代碼一查就有，只有自己看得到。', user: 'U0DEMO001', command: '/competency T2.2' },
      { text: '打開上方的「首頁」分頁：自己的現況、下一次問什麼、設定、筆記，都在那裡。', user: 'U0DEMO001' },
      { text: '林佳蓉是主管，星期一早上收到這份團隊週報。', user: 'U0DEMO013' },
      { text: 'Daniel 在洛杉磯，用英文，也用當地的時間。', user: 'U0DEMO009' },
      {
        text: '按「下週一」：時間走到你正在看的人當地的星期一 10:00，途中該送的都會送到，同事也會作答。回來看林佳蓉的新週報。',
        user: 'U0DEMO013',
      },
    ],
  },
  en: {
    title: 'One-minute tour',
    steps: [
      {
        text: 'Daniel has a check-in waiting: pick a few answers, change one, take one back.',
        user: 'U0DEMO009',
      },
      {
        text: '郭于萱 has just been hired. Before her first check-in she reads what becomes of her data: press the button and it arrives.',
        user: NEWCOMER,
      },
      { text: 'Look up any code. Only you see the answer.', user: 'U0DEMO009', command: '/competency T2.2' },
      {
        text: 'Open the Home tab above: where you stand, what comes next and why, settings, your notes.',
        user: 'U0DEMO009',
      },
      { text: 'Emily supervises the team. This is her digest from Monday morning.', user: 'U0DEMO015' },
      { text: '陳柏宇 works in Taipei, in Chinese, on Taipei time.', user: 'U0DEMO001' },
      {
        text: 'Press “Next Monday” while you look at Emily: it becomes Monday 10:00 in Los Angeles, everything due on the way is sent, colleagues answer, and she has a new digest.',
        user: 'U0DEMO015',
      },
    ],
  },
};

/** Whose check-in a visitor is asked to answer first, and the newcomer: nobody else answers for them. */
export const PLAYED_BY_VISITORS: ReadonlySet<string> = new Set([
  ...Object.values(GUIDE).flatMap(({ steps }) => steps[0]?.user ?? []),
  NEWCOMER,
]);
