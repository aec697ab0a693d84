/** Days on which a member is away. */
export const leave = {
  title: '請假',
  add: '新增',
  /** By what the member gets. */
  opening: {
    checkIns: '請假期間不會收到自評；因為請假沒收到的自評，不會算成沒作答。',
    checkInsAndDigests: '請假期間不會收到自評和團隊週報；因為請假沒收到的自評，不會算成沒作答。',
    digests: '請假期間不會收到團隊週報。',
  },
  list: '*已登記的請假*',
  none: '目前沒有登記請假。',
  remove: '移除',
  from: '第一天',
  lastDay: '最後一天',
  lastDayHint: '只請一天的話，兩格選同一天。',
  problems: {
    'not-a-day': '請選一個日期。',
    'until-before-from': '最後一天不能早於第一天。',
    'in-the-past': '這段日子已經過去了，請選今天或之後的日期。',
    'begun-long-ago': '第一天最早可以選 31 天前。更早就開始的請假，第一天選今天就可以。',
    overlaps: '和你已經登記的請假重疊了，請換日期，或先移除那一段。',
    'too-far': '最多可以登記兩年內的日期，請檢查年份。',
  },
  saved: (range: string): string => `✅ 請假登記好了：${range}`,
  /** `skip` is the button of that check-in. */
  stillOpen: (week: string, until: string, skip: string): string =>
    `${week}的自評已經在你的訊息裡，${until} 前都可以作答；這次不答的話，在那則訊息按「${skip}」。`,
  removed: '✅ 請假已移除。',
};

export type LeaveTexts = typeof leave;
