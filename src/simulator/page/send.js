import { postJson } from './api.js';

/**
 * What the person does on this page, the `client`, sent to the simulated Slack. Each answers `{trouble}`, a sentence, where the app did not
 * take it, and what else came back.
 */
export function createSender({ client, user, words }) {
  const send = (path, body) => asTrouble(words, () => postJson(path, { user: user(), ...body }));
  return {
    tap: async (tap) => (await send('/_control/action', { ...tap, client })).trouble,
    close: (clear) => send('/_control/close', { clear, client }),
    home: () => send('/_control/home', {}),
    shortcut: (given) => send('/_control/shortcut', { ...given, client }),
    message: (given) => send('/_control/message', given),
    /** What the app acknowledges a command with is shown in the conversation, whatever it is. */
    command: async (given) => {
      const { status, trouble } = await send('/_control/command', { ...given, client });
      return { trouble: status === undefined ? trouble : undefined };
    },
    submit: async (given) => {
      const { trouble, ...answer } = await send('/_control/submit', given);
      return trouble === undefined ? answer : { trouble: words().connecting(trouble) };
    },
    loadOptions: async (asked) => {
      const { trouble, ...found } = await send('/_control/options', asked);
      if (trouble !== undefined) throw new Error(trouble);
      return found;
    },
  };
}

async function asTrouble(words, send) {
  try {
    const answer = await send();
    return { ...answer, trouble: troubleIn(answer, words()) };
  } catch (error) {
    return { trouble: error.message };
  }
}

/** Without an error all is well, also where nothing was sent to an app that had not asked for it. */
function troubleIn({ status, error }, words) {
  if (error === 'operation_timeout') return words.late;
  return error === 'dispatch_failed' ? words.failed(status) : error;
}
