/** What an administrator is told when somebody joins the workspace. */
export const newcomer = {
  joined: (mention: string): string => `${mention} 剛加入這個 Slack 工作區，還沒有在自評名單裡。`,
  howToAdd: (row: string): string =>
    `要讓他們收到自評，請在名單檔加上一行（例如 \`${row}\`），再執行 \`npm run cli -- roster import 名單.csv\`。不需要的話，不必做任何事。`,
};

export type NewcomerTexts = typeof newcomer;
