import type { Collected, Place, Purpose, Reader } from '../../domain/people/notice.ts';
import { besideHan } from './beside-han.ts';

const purpose: Record<Purpose, string> = {
  'own-development': '讓您看見自己的職能發展',
  'team-digest': '替您的主管整理團隊週報',
};

const collected: Record<Collected, string> = {
  profile: 'Slack 上的姓名、帳號、電子郵件、時區和語言',
  work: '您的職能基準和主管，以及您設定的時間、休息日、請假和重點指標',
  answers: '您的答案和作答時間',
  'notes-and-evidence': '您的筆記、佐證和跳過的原因',
};

const place: Record<Place, string> = {
  'own-database': '公司自己的伺服器與資料庫',
  slack: 'Slack 的訊息（可能存於境外）',
};

const reader: Record<Reader, string> = {
  member: '您本人',
  supervisor: '您在該週結束時的主管',
  'hr-and-administrators': '人資和管理員',
};

/** 個人資料告知：正式文件，用「您」。 */
export const notice = {
  purpose,
  collected,
  place,
  reader,
  notification: (organisation: string): string =>
    `開始自評之前，請您先讀${besideHan(organisation)}的個人資料告知，約一分鐘。`,
  title: '*自評之前，請先讀個人資料告知（約一分鐘）*',
  who: (organisation: string): string => `由${besideHan(organisation)}依《個人資料保護法》第 8 條告知您：`,
  why: (purposes: readonly string[]): string =>
    `*目的*：${purposes.join('、')}。只用於職能發展，不作為考績或薪資的依據。`,
  which: (data: readonly string[]): string => `*蒐集的資料*：${data.join('；')}。`,
  howLong: '*保存多久*：到公司停用機器人並刪除為止；可隨時請求刪除。',
  where: (places: readonly string[]): string => `*存放與使用的地方*：${places.join('；')}。`,
  whoSees: (readers: readonly string[]): string =>
    `*誰看得到*：${readers.join('、')}。筆記和佐證由您選擇：「分享給我的主管」的會放進給主管的週報，人資和管理員也可以查看；「只有我自己」的和跳過的原因，別人都看不到。`,
  rights: (accessDays: number, changeDays: number): string =>
    `*您的權利*：可請求查詢、閱覽、索取複本（${accessDays} 天內答覆），或補充、更正、停止使用、刪除（${changeDays} 天內答覆）。`,
  /** True before and after the button is pressed: it says that the notice was read, and no more. */
  refusing:
    '*不作答*：看不到自己的現況。讀過之前，您不會收到自評，最多再提醒兩次，主管的週報不會寫您沒作答。「我已閱讀」只表示讀過。',
  contact: (contact: string): string => `*聯絡窗口*：${contact}`,
  nobodyNamed: '公司的管理員',
  acknowledge: '我已閱讀',
  acknowledged: (when: string): string => `✅ 您在 ${when} 讀過這份告知。`,
  checkInNow: '這一期的自評現在就傳給您。',
  checkInAt: (when: string): string => `下一次自評會在 ${when} 傳給您。`,
  notYours: '這份告知是給另一位同事的，您不能代為確認。您自己的告知會由我直接私訊給您。',
  notSaved: (reference: string): string =>
    `剛才沒有存成功，請您再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
};

export type NoticeTexts = typeof notice;
