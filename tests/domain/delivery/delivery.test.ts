import { describe, expect, test } from '@jest/globals';
import {
  DELIVERY_STATES,
  type DeliveryState,
  MOVES,
  REVIVED_FROM,
} from '../../../src/domain/delivery/delivery.ts';

const FINAL: DeliveryState[] = ['sent', 'failed', 'cancelled'];

const movesFrom = (from: DeliveryState) => DELIVERY_STATES.filter((to) => MOVES[to].includes(from));

/** Every state that can be come to from here. */
function reachableFrom(start: DeliveryState): Set<DeliveryState> {
  const reached = new Set([start]);
  for (const state of reached) for (const next of movesFrom(state)) reached.add(next);
  return reached;
}

describe('promise 2: nothing doubled: a delivery that is over stays over', () => {
  test.each(FINAL)('%s is left by nobody who sends, settles or taps it', (state) => {
    expect(movesFrom(state)).toEqual([]);
  });

  test('a message is only ever sent, or given up, by who holds it or settles it', () => {
    // A tap finds a message even where the database still thinks that it is queued.
    expect(MOVES.sent).toEqual(['queued', 'sending', 'uncertain']);
    expect(MOVES.failed).toEqual(['sending', 'uncertain']);
  });

  test('only what is queued is claimed, so an uncertain one is never posted before it is settled', () => {
    expect(MOVES.sending).toEqual(['queued']);
    expect(MOVES.uncertain).toEqual(['sending']);
  });

  test.each(Object.entries(REVIVED_FROM))(
    'on %s only what cannot have left is queued again',
    (_on, states) => {
      expect(states.filter((state) => ['sending', 'uncertain', 'sent'].includes(state))).toEqual([]);
    },
  );

  test('nothing is withdrawn once a request may have left', () => {
    expect(MOVES.cancelled).not.toContain('uncertain');
  });
});

describe('promise 1: nothing lost', () => {
  test('every state can be come to from queued', () => {
    expect([...reachableFrom('queued')].sort()).toEqual([...DELIVERY_STATES].sort());
  });

  test.each(DELIVERY_STATES.filter((state) => !FINAL.includes(state)))('%s can still be sent', (state) => {
    expect(reachableFrom(state)).toContain('sent');
  });

  test('no state moves to itself', () => {
    expect(DELIVERY_STATES.filter((state) => MOVES[state].includes(state))).toEqual([]);
  });
});
