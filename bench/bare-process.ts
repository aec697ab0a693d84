import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { measure } from './measure.ts';
import { BOT } from './workload.ts';

/**
 * A bare loop around `WebClient`, which knows nothing and promises nothing: the same messages to the same people,
 * as many at a time as the app sends. `node bare-process.ts <slack url>`, then `{messages}`.
 */
const [slackUrl = ''] = process.argv.slice(2);
const question = z.object({
  atOnce: z.int(),
  messages: z.array(
    z.object({ channel: z.string(), text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }),
  ),
});

const client = new WebClient(BOT.token, { slackApiUrl: `${slackUrl}/api/`, retryConfig: { retries: 0 } });

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  const { atOnce, messages } = question.parse(message);
  void measure(async () => {
    for (let index = 0; index < messages.length; index += atOnce) {
      await Promise.all(messages.slice(index, index + atOnce).map((one) => client.chat.postMessage(one)));
    }
  }).then((measured) => process.send?.(measured));
});
process.send?.({ url: slackUrl });
