import type { DeliveryTroubleTexts } from '../zh-TW/delivery-trouble.ts';

export const deliveryTrouble: DeliveryTroubleTexts = {
  failed: (count) =>
    count === 1
      ? 'One message could not be delivered this week, and I will not send it again.'
      : `${count} messages could not be delivered this week, and I will not send them again.`,
  unreachable: (names) => `They did not reach ${names.join(', ')}.`,
  unreachableAndMore: (names, more) => `They did not reach ${names.join(', ')} and ${more} more.`,
  adviceAboutPeople: (reason) =>
    `Slack says “${reason}”. If these people have left, update the roster; if not, ask them to open their chat with me in Slack.`,
  advice: (reason) =>
    `Slack says “${reason}”. Give this code to whoever runs this bot: the operations guide says what to do.`,
};
