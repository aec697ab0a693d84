import { describe, expect, test } from '@jest/globals';
import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { LIMITS } from '../../src/slack/blocks/limits.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { lastPayload, logOf, post, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, BEN, BOT, clientOf, withSimulator } from './support/simulated-company.ts';
import { callbackIds, input, modal, option, submit, useShortcut, viewsOf } from './support/views.ts';

/** An app that opens `view` by a shortcut, and answers a submission as `answers` say for its `callback_id`. */
function withModalApp(
  {
    view = modal('first'),
    answers = {},
  }: { view?: ReturnType<typeof modal>; answers?: Record<string, unknown> },
  story: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  return withSimulator({}, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.shortcut('open', async ({ ack, client, shortcut }) => {
          await client.views.open({ trigger_id: shortcut.trigger_id, view });
          await ack();
        });
        app.view<ViewSubmitAction>(/.*/, ({ ack, view: { callback_id } }) =>
          ack(answers[callback_id] as ViewResponseAction),
        );
        app.view({ callback_id: /.*/, type: 'view_closed' }, ({ ack }) => ack());
        app.action(/.*/, ({ ack }) => ack());
      },
      async () => {
        expect((await useShortcut(simulator, { user: AMY.id, callback_id: 'open' })).body.status).toBe(200);
        await story(simulator);
      },
    ),
  );
}

const note = (value: string) => ({ user: AMY.id, values: { note: { note: value } } });
const filledIn = note('It went well');
const push = { response_action: 'push', view: modal('pushed') };
/** The app pushes one view after the other. */
const pushing = { first: push, pushed: push };

const close = (simulator: Simulator, given: Record<string, unknown>) =>
  post(`${simulator.url}/_control/close`, given);

async function topOf(simulator: Simulator) {
  const [view, ...others] = (await viewsOf(simulator, AMY.id)).modals.toReversed();
  if (view === undefined) throw new Error('No modal is open');
  return { ...view, below: others.length };
}

// https://docs.slack.dev/surfaces/modals
describe('a modal of a real Bolt app', () => {
  test('is opened by a shortcut, filled in and submitted', () =>
    withModalApp({}, async (simulator) => {
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first']);
      expect((await submit(simulator, filledIn)).body).toEqual({
        acknowledged_ms: expect.any(Number),
        status: 200,
      });
      expect(await lastPayload(simulator)).toEqual({
        type: 'view_submission',
        user: { id: AMY.id, username: AMY.name, name: AMY.name, team_id: 'T0TEAM' },
        team: { id: 'T0TEAM', domain: 'example' },
        api_app_id: BOT.appId,
        token: expect.any(String),
        trigger_id: expect.any(String),
        enterprise: null,
        is_enterprise_install: false,
        response_urls: [],
        view: {
          ...modal('first'),
          id: expect.stringMatching(/^V/),
          team_id: 'T0TEAM',
          private_metadata: '',
          external_id: '',
          close: null,
          clear_on_close: false,
          notify_on_close: false,
          hash: expect.stringMatching(/^\d+\.[\da-f]{8}$/),
          root_view_id: expect.stringMatching(/^V/),
          previous_view_id: null,
          app_id: BOT.appId,
          app_installed_team_id: 'T0TEAM',
          bot_id: BOT.botId,
          state: { values: { note: { note: { type: 'plain_text_input', value: 'It went well' } } } },
        },
      });
      expect(await callbackIds(simulator, AMY.id)).toEqual([]);
    }));

  test('is answered with errors: it stays open with them, and with what was typed, until the next answer', () =>
    withModalApp(
      { answers: { first: { response_action: 'errors', errors: { note: 'Say more' } } } },
      async (simulator) => {
        expect((await submit(simulator, filledIn)).body).toMatchObject({
          response_action: 'errors',
          errors: { note: 'Say more' },
        });
        const state = { values: { note: { note: { value: 'It went well' } } } };
        expect(await topOf(simulator)).toMatchObject({ errors: { note: 'Say more' }, state });
        const { id } = await topOf(simulator);
        await clientOf(simulator).views.update({ view_id: id, view: modal('again') });
        expect((await topOf(simulator)).errors).toBeUndefined();
      },
    ));

  test('is answered with an update: another picture in the same place', () =>
    withModalApp(
      { answers: { first: { response_action: 'update', view: modal('second') } } },
      async (simulator) => {
        const before = await topOf(simulator);
        expect((await submit(simulator, filledIn)).body).toMatchObject({ response_action: 'update' });
        const after = await topOf(simulator);
        expect(after).toMatchObject({ id: before.id, callback_id: 'second', below: 0 });
        expect(after.hash).not.toBe(before.hash);
      },
    ));

  test('is answered with a push: it lies below, and a fourth view is not taken', () =>
    withModalApp({ answers: pushing }, async (simulator) => {
      await submit(simulator, filledIn);
      await submit(simulator, filledIn);
      const [first, second, third] = (await viewsOf(simulator, AMY.id)).modals;
      expect(third).toMatchObject({ root_view_id: first?.id, previous_view_id: second?.id });
      expect((await submit(simulator, filledIn)).body.error).toBe('push_limit_reached');
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first', 'pushed', 'pushed']);
    }));

  test('is answered with clear: everything closes', () =>
    withModalApp({ answers: { first: push, pushed: { response_action: 'clear' } } }, async (simulator) => {
      await submit(simulator, filledIn);
      expect((await submit(simulator, filledIn)).body).toMatchObject({ response_action: 'clear' });
      expect(await callbackIds(simulator, AMY.id)).toEqual([]);
    }));

  test('is answered with nothing: the one below is seen again, as it was left', () =>
    withModalApp({ answers: { first: push } }, async (simulator) => {
      await submit(simulator, filledIn);
      await submit(simulator, note('Another'));
      expect(await topOf(simulator)).toMatchObject({
        callback_id: 'first',
        state: { values: { note: { note: { value: 'It went well' } } } },
      });
    }));

  test.each<[string, unknown, RegExp]>([
    [
      'errors for a block it does not have',
      { response_action: 'errors', errors: { nothing: 'x' } },
      /nothing/,
    ],
    ['errors without one', { response_action: 'errors', errors: {} }, /No errors/],
    ['errors that are no texts', { response_action: 'errors', errors: { note: 7 } }, /must provide a string/],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }, /missing required/],
    ['an update without a view', { response_action: 'update' }, /missing required field: view/],
    ['an action that there is not', { response_action: 'explode' }, /invalid_response_action/],
    ['a Home tab', { response_action: 'push', view: { type: 'home', blocks: [] } }, /valid view type/],
  ])('is answered with %s: it stays as it was', (_what, answer, said) =>
    withModalApp({ answers: { first: answer } }, async (simulator) => {
      expect((await submit(simulator, filledIn)).body.error).toMatch(said);
      expect(await topOf(simulator)).toMatchObject({ callback_id: 'first', below: 0 });
    }),
  );

  test('errors need an input block: a section has nowhere to show one', () => {
    const section = { type: 'section', block_id: 'said', text: { type: 'mrkdwn', text: 'x' } };
    const answer = { response_action: 'errors', errors: { said: 'x' } };
    return withModalApp(
      { view: modal('first', { blocks: [section] }), answers: { first: answer } },
      async (simulator) => {
        expect((await submit(simulator, { user: AMY.id })).body.error).toMatch(
          /No input block is called said/,
        );
      },
    );
  });

  test('stays open when the app fails, and the person is told', () =>
    withModalApp({}, (simulator) =>
      withPlainApp(simulator, { status: 500 }, async () => {
        expect((await submit(simulator, filledIn)).body).toMatchObject({ error: 'dispatch_failed' });
        expect(await callbackIds(simulator, AMY.id)).toEqual(['first']);
      }),
    ));

  test('submitted twice by two devices: the app hears both, and the second changes nothing', () =>
    withModalApp({ answers: pushing }, async (simulator) => {
      const { id } = await topOf(simulator);
      await submit(simulator, filledIn);
      await close(simulator, { user: AMY.id, clear: true });
      expect((await submit(simulator, { user: AMY.id, view_id: id })).body).toMatchObject({
        status: 200,
        response_action: 'push',
      });
      expect(await lastPayload(simulator)).toMatchObject({
        view: { id, state: { values: { note: { note: { value: 'It went well' } } } } },
      });
      expect(await callbackIds(simulator, AMY.id)).toEqual([]);
    }));

  test('a new root replaces what was open', () =>
    withModalApp({ answers: pushing }, async (simulator) => {
      await submit(simulator, filledIn);
      await useShortcut(simulator, { user: AMY.id, callback_id: 'open' });
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first']);
      const kinds = (await recordOf(simulator)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'view-closed')).toHaveLength(2);
    }));

  // As people find out: https://github.com/slack-go/slack/issues/683
  test.each(['push', 'open'] as const)(
    'what the app shows by views.%s before it acknowledges with nothing closes at once',
    (method) =>
      withSimulator({}, (simulator) =>
        withBoltApp(
          simulator,
          (app) => {
            app.shortcut('any', ({ ack }) => ack());
            app.view<ViewSubmitAction>('first', async ({ ack, body, client }) => {
              await client.views[method]({ trigger_id: body.trigger_id, view: modal('thanks') });
              await ack();
            });
          },
          async () => {
            const trigger_id = await triggerOf(simulator);
            await clientOf(simulator).views.open({ trigger_id, view: modal('first') });
            expect((await submit(simulator, filledIn)).body.status).toBe(200);
            expect(await callbackIds(simulator, AMY.id)).toEqual(method === 'push' ? ['first'] : []);
          },
        ),
      ),
  );
});

describe('what Slack’s client does not submit', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['an empty required input', {}, ''],
    ['a text that is too long', { max_length: 3 }, 'four'],
    ['a text that is too short', { min_length: 5 }, 'four'],
    ['words for a number', { type: 'number_input', is_decimal_allowed: false }, 'four'],
    ['a part of a number', { type: 'number_input', is_decimal_allowed: false }, '4.5'],
    ['a number that is too great', { type: 'number_input', is_decimal_allowed: true, max_value: '4' }, '4.5'],
    ['words for a link', { type: 'url_text_input' }, 'four'],
    ['words for an address', { type: 'email_text_input' }, 'four'],
    ['no date', { type: 'datepicker' }, '2026-02-30'],
    ['no time', { type: 'timepicker' }, '24:00'],
    ['no choice', { type: 'radio_buttons', options: [option('a')] }, null],
    ['none of several', { type: 'checkboxes', options: [option('a')] }, []],
    [
      'too many',
      { type: 'multi_static_select', options: [option('a'), option('b')], max_selected_items: 1 },
      ['a', 'b'],
    ],
  ])('%s', (_what, element, value) =>
    withModalApp({ view: modal('first', { blocks: [input('note', element)] }) }, async (simulator) => {
      const asked = { user: AMY.id, values: { note: { note: value } } };
      const { status, body } = await submit(simulator, asked);
      expect({ status, error: body.error }).toEqual({
        status: 400,
        error: expect.stringContaining('"note"'),
      });
      expect((await logOf(simulator)).filter(({ kind }) => kind === 'submission')).toEqual([]);
      expect((await submit(simulator, { ...asked, unchecked: true })).body.status).toBe(200);
    }),
  );

  test('what is optional may stay empty', () =>
    withModalApp(
      { view: modal('first', { blocks: [input('note', {}, { optional: true })] }) },
      async (simulator) => {
        expect((await submit(simulator, { user: AMY.id })).body).toMatchObject({ status: 200 });
      },
    ));

  test('an input that is not there, or of another type', () =>
    withModalApp({}, async (simulator) => {
      const other = { user: AMY.id, values: { admin: { level: '9' } } };
      const datepicker = { type: 'datepicker', selected_date: '2026-11-18' };
      expect((await submit(simulator, other)).status).toBe(400);
      expect((await submit(simulator, { user: AMY.id, values: { note: { note: datepicker } } })).status).toBe(
        400,
      );
    }));

  test('is sent by a hostile client all the same, whatever it says', () =>
    withModalApp({}, async (simulator) => {
      const values = {
        note: { note: 'x'.repeat(LIMITS.input.textLength + 1) },
        admin: { level: { type: 'number_input', value: '9' }, name: 'root' },
      };
      await submit(simulator, { user: AMY.id, values, unchecked: true });
      expect(await lastPayload(simulator)).toMatchObject({
        view: {
          state: {
            values: {
              note: { note: { value: values.note.note } },
              admin: {
                level: { type: 'number_input', value: '9' },
                name: { type: 'plain_text_input', value: 'root' },
              },
            },
          },
        },
      });
    }));

  test('somebody else’s modal is submitted in the hostile client’s own name', () =>
    withModalApp({}, async (simulator) => {
      const { id } = await topOf(simulator);
      await submit(simulator, { ...note('Of Ben'), user: BEN.id, view_id: id, unchecked: true });
      expect(await lastPayload(simulator)).toMatchObject({ user: { id: BEN.id }, view: { id } });
      expect(await topOf(simulator)).toMatchObject({
        state: { values: { note: { note: { value: null } } } },
      });
    }));

  test('nothing is open: 404', () =>
    withSimulator({}, async (simulator) => {
      expect((await submit(simulator, { user: AMY.id })).status).toBe(404);
      expect((await submit(simulator, { user: AMY.id, view_id: 'V0' })).status).toBe(404);
      expect((await close(simulator, { user: AMY.id })).status).toBe(404);
    }));
});

// https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
describe('closing', () => {
  const notified = { notify_on_close: true };

  test('the app hears of it where it asked to', () =>
    withModalApp({ view: modal('first', notified) }, async (simulator) => {
      expect((await close(simulator, { user: AMY.id })).body).toMatchObject({ status: 200 });
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'view_closed',
        user: { id: AMY.id },
        view: { callback_id: 'first' },
        is_cleared: false,
      });
      expect(await callbackIds(simulator, AMY.id)).toEqual([]);
    }));

  test('the app hears nothing where it did not', () =>
    withModalApp({ answers: pushing }, async (simulator) => {
      await submit(simulator, filledIn);
      const before = await logOf(simulator);
      expect((await close(simulator, { user: AMY.id })).body).toEqual({ acknowledged_ms: 0, status: 0 });
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first']);
      expect(await logOf(simulator)).toEqual(before);
    }));

  test.each([
    ['the person closes all', {}, { clear: true }],
    ['the modal has clear_on_close', { clear_on_close: true }, {}],
  ])('all at once where %s', (_who, more, asked) =>
    withModalApp(
      {
        view: modal('first', notified),
        answers: { first: { response_action: 'push', view: modal('pushed', { ...notified, ...more }) } },
      },
      async (simulator) => {
        await submit(simulator, filledIn);
        await close(simulator, { user: AMY.id, ...asked });
        expect(await callbackIds(simulator, AMY.id)).toEqual([]);
        const closings = (await logOf(simulator)).filter(({ kind }) => kind === 'closing');
        expect(closings.map(({ payload }) => payload)).toMatchObject([
          { view: { callback_id: 'pushed' }, is_cleared: true },
          { view: { callback_id: 'first' }, is_cleared: true },
        ]);
      },
    ),
  );
});

/** A trigger of Amy's, as an app gets one with each interaction. */
async function triggerOf(simulator: Simulator): Promise<string> {
  await useShortcut(simulator, { user: AMY.id, callback_id: 'any' });
  return String((await lastPayload(simulator)).trigger_id);
}

const refused = (error: string) => ({ data: { error } });

describe('views.push and views.update', () => {
  test('push onto what is open, three views at most, a trigger each', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { views } = clientOf(simulator);
        const push = async (id: string) =>
          views.push({ trigger_id: await triggerOf(simulator), view: modal(id) });
        await expect(push('nowhere')).rejects.toMatchObject(refused('not_found'));
        const trigger_id = await triggerOf(simulator);
        const root = await views.open({ trigger_id, view: modal('root') });
        await expect(views.push({ trigger_id, view: modal('x') })).rejects.toMatchObject(
          refused('exchanged_trigger_id'),
        );
        expect((await push('second')).view).toMatchObject({
          root_view_id: root.view?.id,
          previous_view_id: root.view?.id,
          state: { values: {} },
        });
        await push('third');
        await expect(push('fourth')).rejects.toMatchObject(refused('push_limit_reached'));
        expect(await callbackIds(simulator, AMY.id)).toEqual(['root', 'second', 'third']);
      }),
    ));

  test('update by id or external id, and only over the version that was seen', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { views } = clientOf(simulator);
        const view = modal('first', { external_id: 'mine' });
        const opened = await views.open({ trigger_id: await triggerOf(simulator), view });
        const [view_id, hash] = [String(opened.view?.id), String(opened.view?.hash)];
        const updated = await views.update({ view_id, hash, view: modal('second', { external_id: 'mine' }) });
        expect(updated.view).toMatchObject({ id: view_id, callback_id: 'second' });
        await expect(views.update({ view_id, hash, view })).rejects.toMatchObject(refused('hash_conflict'));
        await expect(views.update({ external_id: 'mine', view })).resolves.toMatchObject({ ok: true });
        await expect(views.update({ view_id: 'V0', view })).rejects.toMatchObject(refused('not_found'));
        await expect(views.update({ external_id: 'other', view })).rejects.toMatchObject(
          refused('not_found'),
        );
        await close(simulator, { user: AMY.id });
        await expect(views.update({ view_id, view })).rejects.toMatchObject(refused('not_found'));
      }),
    ));

  test('an external id is one view’s', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { views } = clientOf(simulator);
        const view = modal('first', { external_id: 'mine' });
        await views.open({ trigger_id: await triggerOf(simulator), view });
        await expect(views.push({ trigger_id: await triggerOf(simulator), view })).rejects.toMatchObject(
          refused('duplicate_external_id'),
        );
      }),
    ));

  test('an update keeps what was typed in the inputs that stay, and forgets the others', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { status: 500 }, async () => {
        const { views } = clientOf(simulator);
        const blocks = [input('stays'), input('turns'), input('goes')];
        const opened = await views.open({
          trigger_id: await triggerOf(simulator),
          view: modal('first', { blocks }),
        });
        const typed = Object.fromEntries(['stays', 'turns', 'goes'].map((id) => [id, { [id]: 'typed' }]));
        await submit(simulator, { user: AMY.id, values: typed });
        await views.update({
          view_id: String(opened.view?.id),
          view: modal('second', {
            blocks: [
              input('stays', { initial_value: 'other' }),
              input('turns', { type: 'datepicker', initial_date: '2026-11-18' }),
              input('new', { initial_value: 'first' }),
            ],
          }),
        });
        expect((await topOf(simulator)).state.values).toEqual({
          stays: { stays: { type: 'plain_text_input', value: 'typed' } },
          turns: { turns: { type: 'datepicker', selected_date: '2026-11-18' } },
          new: { new: { type: 'plain_text_input', value: 'first' } },
        });
      }),
    ));
});

test('the record tells what became of a modal', () =>
  withModalApp({ answers: pushing }, async (simulator) => {
    const { id } = await topOf(simulator);
    await submit(simulator, filledIn);
    await tap(simulator, { user: AMY.id, view: id, action_id: 'note', value: 'More' });
    await clientOf(simulator).views.update({ view_id: id, view: modal('again') });
    await close(simulator, { user: AMY.id, clear: true });
    const record = await recordOf(simulator);
    expect(record.map(({ kind }) => kind)).toEqual([
      'view-opened',
      'shortcut',
      'view-pushed',
      'submitted',
      'tapped',
      'view-updated',
      'view-closed',
      'view-closed',
    ]);
    expect(record[3]).toMatchObject({
      user: AMY.id,
      status: 200,
      details: { view_id: id, response_action: 'push' },
    });
  }));
