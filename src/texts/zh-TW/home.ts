import type { Visibility } from '../../domain/check-in/visibility.ts';

interface Scored {
  readonly name: string;
  readonly median: string;
  readonly n: number;
}

const list = (scored: readonly Scored[]): string =>
  scored.map(({ name, median, n }) => `${name}（中間分數 ${median}，${n} 筆）`).join('、');

export const home = {
  title: '我的職能',
  standard: (name: string, code: string, covered: number, indicators: number, weeks: number): string =>
    `*${name}*（${code}）\n${indicators} 個行為指標中，${covered} 個在近 ${weeks} 週內有你的自評（${Math.round((covered / Math.max(indicators, 1)) * 100)}%）。`,
  dutiesTitle: (target: number): string => `*強項與差距*｜依主要職責，目標 ${target} 分`,
  dutyColumns: ['主要職責', '中間分數', '差距', '分數筆數', '已答指標'],
  dutyLine: (duty: string, median: string, gap: string, n: number, covered: number, of: number): string =>
    `${duty}：中間分數 ${median}，差距 ${gap}，${n} 筆分數，已答指標 ${covered}/${of}`,
  strengths: (scored: readonly Scored[]): string => `*已達目標*：${list(scored)}`,
  gaps: (scored: readonly Scored[]): string => `*還有成長空間*：${list(scored)}`,
  noScores: '還沒有分數，所以還看不出強項與差距。答過自評之後，這裡就會有內容。',
  dutiesReading: (target: number, weeks: number): string =>
    `每個指標只看 ${weeks} 週內最近一次的自評（1–5 分）。中間分數是分數由低到高排好，正中間的那一個；差距＝目標 ${target} − 中間分數，正數代表還有成長空間。「本期無機會」算已答，不算分數。職能級別不是分數，沒有納入計算。`,
  monthsTitle: '*歷次自評*｜每個月的作答',
  monthColumns: ['月份', '分數筆數', '中間分數', '本期無機會'],
  monthLine: (month: string, scores: number, median: string, noOpportunity: number): string =>
    `${month}：${scores} 筆分數，中間分數 ${median}，本期無機會 ${noOpportunity} 項`,
  oneMonth: '目前只有一個月的作答，還不能前後比較。',
  monthsReading: '每個月問到的指標不一樣，分數高低不等於進步或退步。',
  open: (answered: number, items: number, until: string): string =>
    `*這次的自評還沒答完*：已答 ${answered}/${items}，${until} 前都可以作答。可以到「訊息」分頁逐項點選，也可以在這裡用一張表單作答。`,
  openHere: (answered: number, items: number, until: string): string =>
    `*這次的自評還沒答完*：已答 ${answered}/${items}，${until} 前都可以作答。現在就能在這裡用一張表單作答，訊息晚點才會送到。`,
  skipped: (until: string): string => `*這次的自評你先跳過了。*\n改變主意的話，${until} 前都還可以作答。`,
  answered: (until: string): string => `✅ *這次的自評你都答完了。*\n${until} 前都可以更改。`,
  answeredOf: (week: string, until: string): string =>
    `✅ *${week}的自評你都答完了。*\n${until} 前都可以更改。`,
  openForm: '用一張表單作答',
  next: (at: string): string => `*下一次自評*：${at}`,
  nextIndicators: (items: number): string => `照目前的情形，會問這 ${items} 個行為指標：`,
  nextItem: (code: string, text: string, why: string): string => `*${code}*　${text}（${why}）`,
  noNext:
    '*目前排不出下一次自評。*\n你的休息日或請假把能作答的日子都占滿了，到下面的「設定」或「請假」調整就好。',
  because: {
    'never-asked': '還沒問過',
    focus: '你設的重點',
    'same-task': '和另一個指標同屬一個工作任務',
    'longest-ago': '輪到了',
  },
  notAskedFor: (why: string, weeks: number): string => `${why}，上次是 ${weeks} 週前`,
  askedInVain: (weeks: number): string => `${weeks} 週前問過，那次沒有作答，所以再問一次`,
  also: (why: string, more: string): string => `${why}，${more}`,
  start: '現在就答',
  startHint: (minutes: number): string => `不想等到那一天？現在就能開始，約 ${minutes} 分鐘。`,
  started: (items: number): string => `✅ 這次的自評馬上傳給你，共 ${items} 個行為指標，在「訊息」分頁。`,
  removed: '✅ 已移除。',
  notRemoved: (reference: string): string =>
    `剛才沒有移除成功，請再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
  noneThisWeek: '這一週沒有自評。',
  notStarted: '*自評還沒開始。*\n管理員啟用之後，我會私訊你第一份自評。',
  notAcknowledged: '*第一次自評之前，請先讀個人資料告知。*\n按下「我已閱讀」之後就能開始。',
  sendNotice: '傳告知給我',
  noticeSent: '✅ 告知在「訊息」分頁，看完按「我已閱讀」就能開始。',
  settingsTitle: '*設定*',
  checkInAt: (weekday: string, time: string): string => `自評：每${weekday} ${time}`,
  restDays: (days: readonly string[]): string => `休息日：${days.join('、')}`,
  worksHolidays: '國定假日照常上班',
  restsOnHolidays: '國定假日放假',
  language: (name: string): string => `語言：${name}`,
  leaves: (ranges: readonly string[]): string => `請假：${ranges.join('、')}`,
  noLeaves: '請假：沒有登記',
  focus: (codes: readonly string[]): string => `重點指標：${codes.join('、')}`,
  inFocus: (code: string, text: string): string => `${code}「${text}」`,
  noFocus: '重點指標：沒有設定',
  settings: '設定',
  leave: '請假',
  setFocus: '重點指標',
  notesTitle: (shown: number, total: number): string =>
    total > shown ? `*我的筆記*｜最新 ${shown} 則，共 ${total} 則` : `*我的筆記*｜共 ${total} 則`,
  noNotes: '*我的筆記*｜還沒有。作答時可以在題目旁的「⋯」寫一則。',
  evidenceTitle: (shown: number, total: number): string =>
    total > shown ? `*我的佐證*｜最新 ${shown} 份，共 ${total} 份` : `*我的佐證*｜共 ${total} 份`,
  noEvidence: '*我的佐證*｜還沒有。可以在題目旁的「⋯」附上連結，或把 Slack 訊息當作佐證。',
  allEntries: '看全部的筆記與佐證',
  entryHead: (code: string, day: string, sees: string): string => `*${code}*｜${day}｜${sees}`,
  sees: { supervisor: '已分享給主管', 'only-me': '只有你看得到' } satisfies Record<Visibility, string>,
  aMessage: 'Slack 訊息',
  remove: '移除',
  removeNoteConfirm: {
    title: '移除這則筆記？',
    text: '移除後就找不回來了。你的分數不會變。',
    confirm: '移除',
    deny: '留著',
  },
  removeEvidenceConfirm: {
    title: '移除這份佐證？',
    text: '只會移除這裡的連結，連到的內容不受影響。',
    confirm: '移除',
    deny: '留著',
  },
  seesTitle: '*誰看得到什麼*',
  seesAnswers: (supervisors: readonly string[]): string =>
    supervisors.length === 0
      ? '你的作答：你本人，以及人資與管理員。目前名單上沒有你的主管；有了之後，主管也看得到。'
      : `你的作答：你本人、你的主管（${supervisors.join('、')}），以及人資與管理員。`,
  seesNotes:
    '筆記與佐證：每一則由你選。「分享給我的主管」的會放進給主管的週報，人資與管理員也可以查看；「只有我自己」的，別人都看不到。',
  seesSkip: '跳過的原因：只有你看得到；主管的週報只寫有幾個人跳過。',
  seesPurpose: (contact: string | undefined): string =>
    `只用於個人發展，不作為考績或薪資的依據。${contact === undefined ? '有疑問請洽公司的管理員。' : `有疑問請洽：${contact}`}`,
  downloadTitle: '*下載我的資料*｜系統裡所有關於你的紀錄，檔案只會私訊給你。',
  downloadJson: '全部（JSON）',
  downloadCsv: '作答（CSV，可用 Excel 開）',
  team: (people: number): string => `*你的團隊*：${people} 人。`,
  nextDigest: (at: string): string => `下一份團隊週報：${at}，我會私訊你。`,
  noStandard:
    '*目前沒有指派職能基準給你*，所以不會收到自評。要查任何職能代碼，輸入 `/competency T2.2` 就可以。',
  stranger: (contact: string | undefined): string =>
    `*你還不在自評名單上*，所以這裡沒有你的資料。想加入的話，請洽${contact === undefined ? '公司的管理員。' : `：${contact}`}`,
  strangerCan: '不在名單上也能查職能：輸入 `/competency T2.2`，或直接私訊我代碼或關鍵字。',
};

export type HomeTexts = typeof home;
