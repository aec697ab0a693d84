import { ActionableError } from '../errors.ts';

/** What colleagues have said in the channels before a visitor comes: something to keep as evidence. */
const SAID: readonly { readonly user: string; readonly channel: string; readonly text: string }[] = [
  {
    user: 'U0DEMO001',
    channel: 'C0DEMOSHOP',
    text: '秋冬新品的商品頁都上架了，尺寸表和情境照也換成新的，大家幫我看一下有沒有漏。',
  },
  {
    user: 'U0DEMO002',
    channel: 'C0DEMOLOVE',
    text: '今天的五星評價：「退貨流程寫得很清楚，照著做隔天就收到退款，客服也很快回覆。」',
  },
  {
    user: 'U0DEMO006',
    channel: 'C0DEMOROTA',
    text: '週六晚班我跟家豪換好了，交接表先填在櫃台，缺貨的三款也寫在上面，接班的人照著補就可以。',
  },
];

/** Says it, by the route that scripts use. */
export async function chatter(slackUrl: string): Promise<void> {
  for (const said of SAID) {
    const answer = await fetch(`${slackUrl}/_control/message`, {
      method: 'POST',
      body: JSON.stringify(said),
    });
    if (!answer.ok) {
      throw new ActionableError(`The local Slack did not take a message (${answer.status})`, 'start again');
    }
  }
}
