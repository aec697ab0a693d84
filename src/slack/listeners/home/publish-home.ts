import type { HomeView, ViewsPublishArguments } from '@slack/web-api';
import { z } from 'zod';
import type { Texts } from '../../../texts/texts.ts';
import { textsFor } from '../../../texts/texts.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { homeView } from '../../views/home/home.ts';
import type { HomePlace } from '../../views/home/home-model.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/** The one call of Slack's client that shows somebody their Home. */
export interface PublishingClient {
  readonly views: { publish(view: ViewsPublishArguments): Promise<unknown> };
}

export interface HomeRequest {
  readonly workspaceId: string;
  readonly slackUserId: string;
  /** What Slack shows at the moment: where that has changed before this one arrives, Home is read once more. */
  readonly hash?: string | undefined;
  /** What the person has just done, in their language. */
  readonly said?: ((texts: Texts) => string) | undefined;
  /** Where they did it; at the top of Home unless told. */
  readonly saidAt?: HomePlace | undefined;
}

/** Shows somebody their Home as it is now. A failure is logged: Home stays as it was. */
export type PublishHome = (client: PublishingClient, request: HomeRequest) => Promise<void>;

type HomeParts = Pick<ListenerParts, 'context' | 'findCaller' | 'calls' | 'log'>;

interface Lane {
  current: Promise<unknown>;
  /** The one that comes after: whatever is asked for until it begins is in it. */
  next: { request: HomeRequest; readonly done: Promise<void> } | undefined;
}

/**
 * One publishing of a person's Home at a time, each from what the database says when it begins: the last one that
 * arrives is the newest. Between processes Slack's own `hash` tells.
 */
export function homePublisher(parts: HomeParts): PublishHome {
  const lanes = new Map<string, Lane>();

  const inTurn = async (key: string, run: () => Promise<void>): Promise<void> => {
    const lane: Lane = { current: run(), next: undefined };
    lanes.set(key, lane);
    await lane.current;
    if (lane.next === undefined) lanes.delete(key);
  };

  return async (client, request) => {
    const key = `${request.workspaceId} ${request.slackUserId}`;
    const lane = lanes.get(key);
    if (lane === undefined) {
      await inTurn(key, () => publish(parts, client, request));
      return;
    }
    if (lane.next !== undefined) {
      const { said, saidAt } = request.said === undefined ? lane.next.request : request;
      lane.next.request = { ...lane.next.request, said, saidAt };
      await lane.next.done;
      return;
    }
    // What is published before has another hash by then.
    const waiting = { ...request, hash: undefined };
    const done = lane.current.then(() =>
      inTurn(key, () => publish(parts, client, lane.next?.request ?? waiting)),
    );
    lane.next = { request: waiting, done };
    await done;
  };
}

async function publish(parts: HomeParts, client: PublishingClient, request: HomeRequest): Promise<void> {
  const { context, log } = parts;
  try {
    const shown = await publishOnce(parts, client, request);
    // Somebody else published meanwhile: what was read before that may be older than what they read.
    if (shown === 'overtaken') await publishOnce(parts, client, { ...request, hash: undefined });
  } catch (error) {
    logWithReference(log, context.newId, error, 'publish-home');
  }
}

async function publishOnce(
  { context, findCaller, calls }: HomeParts,
  client: PublishingClient,
  { workspaceId, slackUserId, hash, said, saidAt }: HomeRequest,
): Promise<'shown' | 'overtaken'> {
  const home = await showHome(context, { workspaceId, slackUserId });
  const locale = home.kind === 'member' ? home.locale : (await findCaller(workspaceId, slackUserId)).locale;
  const texts = textsFor(locale);
  const { view, established } = homeView({ home, now: context.now(), said: said?.(texts), saidAt }, texts);
  const show = async (shown: HomeView): Promise<'overtaken' | 'unfit' | undefined> => {
    try {
      await calls.publish(workspaceId, () =>
        client.views.publish({ user_id: slackUserId, view: shown, ...(hash === undefined ? {} : { hash }) }),
      );
      return undefined;
    } catch (error) {
      const code = refusal.safeParse(error).data?.data.error;
      if (code === 'hash_conflict') return 'overtaken';
      if (shown === view && UNFIT.includes(code ?? '')) return 'unfit';
      throw error;
    }
  };
  const refused = await show(view);
  const last = refused === 'unfit' ? await show(established) : refused;
  return last === undefined ? 'shown' : 'overtaken';
}

/**
 * How Slack refuses a view with a block that the workspace does not have. `views.*` answer `invalid_arguments` for what
 * is wrong with a view, where `chat.*` answer `invalid_blocks`: https://docs.slack.dev/reference/methods/views.publish.
 */
const UNFIT: readonly string[] = ['invalid_arguments', 'invalid_blocks'];

const refusal = z.object({ data: z.object({ error: z.string() }) });
