import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';

export type DrawCheckIn = (state: CheckInForMember) => Promise<void>;

/**
 * One redraw of a check-in in flight at a time: `response_url` gives no ordering between two posts. While one is
 * on its way, newer states wait, the newest of them is drawn next, and older ones never are.
 */
export function createRedraws(): (state: CheckInForMember, draw: DrawCheckIn) => Promise<void> {
  interface Flight {
    newest: CheckInForMember;
    draw: DrawCheckIn;
    done: Promise<void>;
  }
  const flights = new Map<string, Flight>();

  async function fly(flight: Flight, checkInId: string): Promise<void> {
    try {
      let drawn: number;
      do {
        drawn = flight.newest.checkIn.version;
        await flight.draw(flight.newest);
      } while (flight.newest.checkIn.version > drawn);
    } finally {
      flights.delete(checkInId);
    }
  }

  return (state, draw) => {
    const { checkInId, version } = state.checkIn;
    const flight = flights.get(checkInId);
    if (flight !== undefined) {
      if (version > flight.newest.checkIn.version) Object.assign(flight, { newest: state, draw });
      return flight.done;
    }
    const started: Flight = { newest: state, draw, done: Promise.resolve() };
    flights.set(checkInId, started);
    started.done = fly(started, checkInId);
    return started.done;
  };
}
