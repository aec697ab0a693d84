import { z } from 'zod';
import { findUser } from '../users.ts';
import { makeView, renewView } from '../views/make-view.ts';
import { newlyShownView } from '../views/shown-view.ts';
import { parseView } from '../views/view-definition.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ user_id: z.string(), hash: z.string().optional(), view: z.unknown() });

/**
 * https://docs.slack.dev/reference/methods/views.publish: the Home tab of one person. Slack does not say what it
 * answers for somebody who is not there; here it is `invalid_arguments`.
 */
export const viewsPublish: MethodHandler = (given, slack) => {
  const { user_id: user, hash, view } = parseArguments(Arguments, given);
  const definition = parseView(slack, view, 'home');
  if (findUser(slack, user) === undefined) {
    throw new SlackApiError('invalid_arguments', ['[ERROR] invalid user id [json-pointer:/user_id]']);
  }
  const published = slack.store.home(user);
  if (hash && hash !== published?.hash) throw new SlackApiError('hash_conflict');
  const home =
    published === undefined ? makeView(slack, definition) : renewView(slack, published, definition);
  slack.store.record({ kind: 'home-published', user, view: home });
  return { view: newlyShownView(home) };
};
