import { elementsOf } from '../elements/state.js';

const drafts = new Map();

/**
 * What somebody chose and typed in one place (a modal, a Home tab, a message) and Slack may not have yet, by block
 * and action. It outlives every redraw that keeps those names, as in Slack.
 */
export function draftsOf(place) {
  if (!drafts.has(place)) drafts.set(place, new Map());
  const kept = drafts.get(place);
  const key = (blockId, actionId) => JSON.stringify([blockId, actionId]);
  return {
    get: (blockId, actionId) => kept.get(key(blockId, actionId)),
    set: (blockId, actionId, state) => {
      kept.set(key(blockId, actionId), state);
    },
    holds: (blockId) => [...kept.keys()].some((one) => JSON.parse(one)[0] === blockId),
    /** Forgets what stood in elements that are gone. */
    keepOnly: (blocks) => {
      const here = blocks.flatMap((block) =>
        elementsOf(block).map(({ action_id, type }) => `${key(block.block_id, action_id)} ${type}`),
      );
      for (const [one, { type }] of kept) if (!here.includes(`${one} ${type}`)) kept.delete(one);
    },
    /** `{block_id: {action_id: state}}`, as a submission takes them. */
    values: () => {
      const values = {};
      for (const [one, state] of kept) {
        const [blockId, actionId] = JSON.parse(one);
        values[blockId] = { ...values[blockId], [actionId]: state };
      }
      return values;
    },
  };
}
