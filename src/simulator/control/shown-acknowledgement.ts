import type { Acknowledgement } from '../app/send-to-app.ts';

/** How the app took what it was sent, as control routes answer. */
export function shownAcknowledgement({ acknowledged_ms, status, error }: Acknowledgement): {
  acknowledged_ms: number;
  status: number;
  error?: string;
} {
  return { acknowledged_ms, status, ...(error === undefined ? {} : { error }) };
}
