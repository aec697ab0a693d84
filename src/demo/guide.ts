/** What a visitor can try, for the hint panel of the page. */
export const GUIDE = {
  title: '三十秒試一遍',
  steps: [
    { text: '陳柏宇有一份等著作答的自評：點一個答案，再改一次', user: 'U0DEMO001' },
    { text: '查一個代碼', user: 'U0DEMO001', command: '/competency T2.2' },
    { text: '林佳蓉是主管：讀她的團隊週報', user: 'U0DEMO013' },
    { text: 'Daniel works in Los Angeles, in English', user: 'U0DEMO009' },
    { text: '把時間移到下週一，新的週報就會送到', user: 'U0DEMO013' },
  ],
};
