import type { Option, StateValue, StateValues } from './state-values.ts';

/** What people have chosen and typed and not sent yet, and the options that were loaded for them. */
export interface Chosen {
  /** `surface` is the key of a view or message as one person sees it. */
  in(surface: string): StateValues;
  remember(surface: string, blockId: string, actionId: string, value: StateValue): void;
  optionsFor(surface: string, actionId: string): readonly Option[];
  rememberOptions(surface: string, actionId: string, options: readonly Option[]): void;
}

/** Of so many surfaces; those touched longest ago are forgotten first. */
const REMEMBERED = 1_000;

interface Remembered {
  readonly values: StateValues;
  readonly options: Readonly<Record<string, readonly Option[]>>;
}

const NOTHING: Remembered = { values: {}, options: {} };

export function createChosen(): Chosen {
  const surfaces = new Map<string, Remembered>();
  const at = (surface: string) => surfaces.get(surface) ?? NOTHING;
  const set = (surface: string, remembered: Remembered) => {
    surfaces.delete(surface);
    surfaces.set(surface, remembered);
    const [oldest] = surfaces.keys();
    if (surfaces.size > REMEMBERED && oldest !== undefined) surfaces.delete(oldest);
  };
  return {
    in: (surface) => at(surface).values,
    remember: (surface, blockId, actionId, value) => {
      const { values, options } = at(surface);
      set(surface, { options, values: { ...values, [blockId]: { ...values[blockId], [actionId]: value } } });
    },
    optionsFor: (surface, actionId) => at(surface).options[actionId] ?? [],
    rememberOptions: (surface, actionId, loaded) => {
      const { values, options } = at(surface);
      set(surface, {
        values,
        options: { ...options, [actionId]: [...loaded, ...(options[actionId] ?? [])] },
      });
    },
  };
}

/** A view for whoever sees it: nobody fills in the modal of another. */
export function viewSurface(user: string, viewId: string): string {
  return `${user} ${viewId}`;
}

/** The same message is a surface of its own for everybody who sees it. */
export function messageSurface(user: string, channel: string, ts: string): string {
  return `${user} ${channel} ${ts}`;
}
