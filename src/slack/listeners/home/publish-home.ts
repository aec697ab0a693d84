import type { HomeView, ViewsPublishArguments } from '@slack/web-api';
import type { Texts } from '../../../texts/texts.ts';
import { textsFor } from '../../../texts/texts.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { homeView } from '../../views/home/home.ts';
import type { HomeModel, HomePlace } from '../../views/home/home-model.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { refusalCode } from '../refusal-code.ts';

/** The one call of Slack's client that shows somebody their Home. */
export interface PublishingClient {
  readonly views: { publish(view: ViewsPublishArguments): Promise<unknown> };
}

export interface HomeRequest {
  readonly workspaceId: string;
  readonly slackUserId: string;
  /**
   * What Slack showed when they did something: where that has changed before this one arrives, Home is read once more.
   * A form over Home, and a tap in one, bring none.
   */
  readonly hash?: string | undefined;
  /** Slack shows none yet: there is nothing that this one could be drawn over. */
  readonly isFirst?: boolean;
  /** What the person has just done, in their language, and what follows from it with Home as it is now. */
  readonly said?: ((texts: Texts, home: HomeModel['home']) => string) | undefined;
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
 * arrives is the newest. Between processes Slack's own `hash` tells, or what is read once more after it arrived.
 */
export function homePublisher(parts: HomeParts): PublishHome {
  const lanes = new Map<string, Lane>();

  const inTurn = async (key: string, client: PublishingClient, request: HomeRequest): Promise<void> => {
    const lane: Lane = { current: Promise.resolve(), next: undefined };
    lanes.set(key, lane);
    lane.current = publish(parts, client, request, () => lane.next !== undefined);
    await lane.current;
    if (lane.next === undefined) lanes.delete(key);
  };

  return async (client, request) => {
    const key = `${request.workspaceId} ${request.slackUserId}`;
    const lane = lanes.get(key);
    if (lane === undefined) {
      await inTurn(key, client, request);
      return;
    }
    if (lane.next !== undefined) {
      const { said, saidAt } = request.said === undefined ? lane.next.request : request;
      lane.next.request = { ...lane.next.request, said, saidAt };
      await lane.next.done;
      return;
    }
    // What is published before has another hash by then.
    const waiting = { ...request, hash: undefined, isFirst: false };
    const done = lane.current.then(() => inTurn(key, client, lane.next?.request ?? waiting));
    lane.next = { request: waiting, done };
    await done;
  };
}

/** Whoever changes something meanwhile shows Home again themselves; this is for those whose picture was drawn over. */
const MOST_TIMES = 4;

async function publish(
  parts: HomeParts,
  client: PublishingClient,
  request: HomeRequest,
  isFollowed: () => boolean,
): Promise<void> {
  const { context, log } = parts;
  let { hash } = request;
  /** What Slack shows now, unless somebody has drawn over it. */
  let shown: string | undefined;
  try {
    for (let times = 0; times < MOST_TIMES; times += 1) {
      const picture = await readHome(parts, request);
      const drawn = JSON.stringify(picture.view);
      if (drawn === shown) return;
      const outcome = await show(parts, client, request, picture, hash);
      const isSure = hash !== undefined || request.isFirst === true;
      if (outcome === 'shown' && (isSure || isFollowed())) return;
      // Overtaken by somebody who may have read something newer; or, without a hash, perhaps drawn over them.
      shown = outcome === 'shown' ? drawn : undefined;
      hash = undefined;
    }
  } catch (error) {
    logWithReference(log, context.newId, error, 'publish-home');
  }
}

type Picture = ReturnType<typeof homeView>;

async function readHome(
  { context, findCaller }: HomeParts,
  { workspaceId, slackUserId, said, saidAt }: HomeRequest,
): Promise<Picture> {
  const home = await showHome(context, { workspaceId, slackUserId });
  const locale = home.kind === 'member' ? home.locale : (await findCaller(workspaceId, slackUserId)).locale;
  const texts = textsFor(locale);
  return homeView({ home, now: context.now(), said: said?.(texts, home), saidAt }, texts);
}

async function show(
  { calls }: HomeParts,
  client: PublishingClient,
  { workspaceId, slackUserId }: HomeRequest,
  { view, established }: Picture,
  hash: string | undefined,
): Promise<'shown' | 'overtaken'> {
  const call = async (shown: HomeView): Promise<'shown' | 'overtaken' | 'unfit'> => {
    try {
      await calls.publish(workspaceId, () =>
        client.views.publish({ user_id: slackUserId, view: shown, ...(hash === undefined ? {} : { hash }) }),
      );
      return 'shown';
    } catch (error) {
      const code = refusalCode(error) ?? '';
      if (code === 'hash_conflict') return 'overtaken';
      if (shown === view && UNFIT.includes(code)) return 'unfit';
      throw error;
    }
  };
  const outcome = await call(view);
  const last = outcome === 'unfit' ? await call(established) : outcome;
  return last === 'overtaken' ? 'overtaken' : 'shown';
}

/**
 * How Slack refuses a view with a block that the workspace does not have. `views.*` answer `invalid_arguments` for what
 * is wrong with a view, where `chat.*` answer `invalid_blocks`: https://docs.slack.dev/reference/methods/views.publish.
 */
const UNFIT: readonly string[] = ['invalid_arguments', 'invalid_blocks'];
