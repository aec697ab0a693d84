import type { NewcomerTexts } from '../zh-TW/newcomer.ts';

export const newcomer: NewcomerTexts = {
  joined: (mention) => `${mention} has just joined this Slack workspace and is not in the roster yet.`,
  howToAdd: (row) =>
    `To give them check-ins, add a line to the roster file (such as \`${row}\`) and run \`npm run cli -- roster import roster.csv\`. Otherwise there is nothing to do.`,
};
