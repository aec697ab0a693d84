/** What an administrator is told when somebody joins the workspace. */
export const newcomer = {
  joined: (mention: string): string => `${mention} 剛加入這個 Slack 工作區，還沒有在自評名單裡。`,
  howToAdd: (slackId: string): string =>
    `要讓這位同事收到自評，請在名單檔加上一行（slack_id 是 \`${slackId}\`），再匯入一次：\`npm run cli -- roster import people.csv\`。不需要的話，什麼都不必做。`,
};

export type NewcomerTexts = typeof newcomer;
