import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';

export type DrawCheckIn = (state: CheckInForMember) => Promise<void>;

/** How many check-ins are remembered with the version last drawn; the one remembered longest is forgotten. */
const REMEMBERED = 10_000;

/**
 * One redraw of a check-in in flight at a time: `response_url` gives no ordering between two posts. While one is
 * on its way, newer states wait, the newest of them is drawn next, and older ones never are. A state that is
 * older than one drawn already is not drawn either, however late its handler comes.
 */
export function createRedraws(): (state: CheckInForMember, draw: DrawCheckIn) => Promise<void> {
  interface Flight {
    newest: CheckInForMember;
    draw: DrawCheckIn;
    done: Promise<void>;
  }
  const flights = new Map<string, Flight>();
  const drawnVersions = new Map<string, number>();

  async function fly(flight: Flight, checkInId: string): Promise<void> {
    try {
      let drawn: number;
      do {
        drawn = flight.newest.checkIn.version;
        await flight.draw(flight.newest);
        remember(checkInId, drawn);
      } while (flight.newest.checkIn.version > drawn);
    } finally {
      flights.delete(checkInId);
    }
  }

  function remember(checkInId: string, version: number): void {
    drawnVersions.delete(checkInId);
    drawnVersions.set(checkInId, version);
    const [oldest] = drawnVersions.keys();
    if (drawnVersions.size > REMEMBERED && oldest !== undefined) drawnVersions.delete(oldest);
  }

  return async (state, draw) => {
    const { checkInId, version } = state.checkIn;
    const flight = flights.get(checkInId);
    if (flight !== undefined) {
      if (version > flight.newest.checkIn.version) Object.assign(flight, { newest: state, draw });
      await flight.done;
      return;
    }
    if (version < (drawnVersions.get(checkInId) ?? 0)) return;
    const started: Flight = { newest: state, draw, done: Promise.resolve() };
    flights.set(checkInId, started);
    started.done = fly(started, checkInId);
    await started.done;
  };
}
