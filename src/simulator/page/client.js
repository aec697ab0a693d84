const KEPT = 'simulated-slack-client';

/**
 * The name of this page among those of one person, so that a modal is on the page that opened it. A reload is the same
 * page; a copy of it is another one.
 */
export function clientName() {
  const [navigation] = performance.getEntriesByType('navigation');
  const kept = navigation?.type === 'reload' ? sessionStorage.getItem(KEPT) : null;
  const name = kept ?? crypto.randomUUID();
  sessionStorage.setItem(KEPT, name);
  return name;
}
