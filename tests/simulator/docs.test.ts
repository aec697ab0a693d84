import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { demoRoutes } from '../../src/demo/demo-routes.ts';
import { FAULT_KINDS } from '../../src/simulator/faults/faults.ts';
import { NOTE_FIELD } from '../../src/slack/views/modals/note.ts';
import { INDICATOR_FIELD } from '../../src/slack/views/modals/use-as-evidence.ts';
import { VISIBILITY_FIELD } from '../../src/slack/views/modals/visibility-choice.ts';
import { standingClock, withSimulator } from './support/simulated-company.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/simulator.md', import.meta.url)), 'utf8');

/** `POST /_control/command` and what is said of it. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
);

test('docs/simulator.md has every route for scripts, and none that is not there', () =>
  withSimulator({ extraRoutes: demoRoutes(demoClock(), [], () => undefined) }, async ({ routes }) => {
    const forScripts = routes
      .filter(({ path }) => path.startsWith('/_control/') || path.startsWith('/_demo/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(forScripts.length).toBeGreaterThan(10);
    expect([...sections.keys()].toSorted()).toEqual(forScripts.toSorted());
  }));

test('each has one example that asks for it, and an answer', () => {
  const wrong = [...sections].filter(([route, section]) => {
    const [method = '', path = ''] = route.split(' ');
    const examples = section.match(/^curl .*$/gm) ?? [];
    const [example = ''] = examples;
    const asks = /"\$slack([^"?]*)/.exec(example)?.[1];
    const posts = /-d |-X POST/.test(example);
    return (
      examples.length !== 1 || asks !== path || posts !== (method === 'POST') || !/^`[[{]/m.test(section)
    );
  });
  expect(wrong.map(([route]) => route)).toEqual([]);
});

test('the examples of forms name the fields that the forms have', () => {
  const example = (route: string) => {
    const [, body = '{}'] = /^curl -d '(.*?)'/m.exec(sections.get(route) ?? '') ?? [];
    return z.looseObject({ values: z.looseObject({}).optional() }).parse(JSON.parse(body));
  };
  expect(example('POST /_control/options')).toMatchObject({ action_id: INDICATOR_FIELD.action });
  expect(example('POST /_control/submit').values).toMatchObject({
    [NOTE_FIELD.block]: { [NOTE_FIELD.action]: expect.any(String) },
    [VISIBILITY_FIELD.block]: { [VISIBILITY_FIELD.action]: 'only-me' },
  });
});

test('it names every kind of fault', () => {
  const section = sections.get('POST /_control/fault') ?? '';
  expect(FAULT_KINDS.filter((kind) => !section.includes(`\`${kind}\``))).toEqual([]);
});

function demoClock() {
  return { now: standingClock().now, seeded: true, moveTo: () => {}, markSeeded: () => {} };
}
