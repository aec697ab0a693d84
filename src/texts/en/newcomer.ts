import type { NewcomerTexts } from '../zh-TW/newcomer.ts';

export const newcomer: NewcomerTexts = {
  joined: (mention) => `${mention} has just joined this Slack workspace and is not in the roster yet.`,
  howToAdd: (slackId) =>
    `To give them check-ins, add a line to the roster file (their slack_id is \`${slackId}\`) and import it again: \`npm run cli -- roster import people.csv\`. Otherwise there is nothing to do.`,
};
