import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimulatedUser, type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { freePort } from '../support/free-port.ts';
import { STORES, type StorePlace } from '../support/stores.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SECRET = '0123456789abcdef0123456789abcdef';
const TOKEN = 'xoxb-a-real-one';

const person = (id: string, more: Partial<SimulatedUser> = {}): SimulatedUser => ({
  id,
  name: id.toLowerCase(),
  real_name: `Name of ${id}`,
  email: `${id.toLowerCase()}@shop.example`,
  tz: 'Asia/Taipei',
  locale: 'zh-TW',
  ...more,
});

/** An administrator sets the bot up in a workspace, from the first command to the last. */
describe.each(STORES)('npm run bot with $name', (store) => {
  let place: StorePlace;
  let simulator: Simulator;
  let bot: ChildProcess;
  let files: string;
  let settings: NodeJS.ProcessEnv;

  beforeAll(async () => {
    place = await store.place();
    files = await mkdtemp(join(tmpdir(), 'competency-bot-roster-'));
    simulator = await startSimulator({
      port: 0,
      team: { id: 'T0REAL', name: 'Shop', domain: 'shop' },
      bot: { token: TOKEN, userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'bot', displayName: 'Bot' },
      users: [
        person('U0BOSS'),
        person('U0STAFF'),
        person('U0GUEST', { is_restricted: true }),
        person('U0ROBOT', { is_bot: true }),
        person('U0OTHER', { is_stranger: true }),
        person('U0GONE', { deleted: true }),
        person('U0STRANGER', { locale: 'en-US' }),
      ],
      now: () => new Date(),
    });
    const port = await freePort();
    settings = {
      PORT: String(port),
      DATA_DIR: place.folder,
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: simulator.apiUrl,
      ...(place.url === undefined ? {} : { DATABASE_URL: place.url }),
    };
    bot = run(['src/main.ts', 'bot']);
    await saying(bot, 'the bot is running');
    simulator.connectApp({ url: `http://127.0.0.1:${port}/slack/events`, signingSecret: SECRET });
  });

  afterAll(async () => {
    bot.kill('SIGTERM');
    await once(bot, 'exit');
    await simulator.stop();
    await rm(files, { recursive: true, force: true });
    await place.remove();
  });

  function run(args: string[], environment: NodeJS.ProcessEnv = settings): ChildProcess {
    const { PATH, HOME } = process.env;
    return spawn(process.execPath, args, {
      cwd: ROOT,
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async function cli(...args: string[]): Promise<{ code: unknown; output: string; errors: string }> {
    const child = run(['src/cli/main.ts', ...args]);
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('no output');
    const [output, errors, [code]] = await Promise.all([text(stdout), text(stderr), once(child, 'exit')]);
    return { code, output, errors };
  }

  async function roster(name: string, ...lines: string[]): Promise<string> {
    const file = join(files, name);
    await writeFile(file, lines.join('\r\n'));
    return file;
  }

  const postsMade = async () => {
    const log = await (await fetch(`${simulator.url}/_control/log`)).text();
    return log.split('"method":"chat.postMessage"').length - 1;
  };

  test('a missing or malformed setting stops the start with one line that names it', async () => {
    const { SLACK_SIGNING_SECRET: _, ...without } = settings;
    for (const [environment, named] of [
      [without, 'SLACK_SIGNING_SECRET'],
      [{ ...settings, SLACK_BOT_TOKEN: 'oops' }, 'SLACK_BOT_TOKEN'],
      [{ ...settings, PORT: 'eighty' }, 'PORT'],
    ] as const) {
      const child = run(['src/main.ts', 'bot'], environment);
      const [errors, [code]] = await Promise.all([
        child.stderr === null ? '' : text(child.stderr),
        once(child, 'exit'),
      ]);
      expect(code).toBe(1);
      expect(errors.trim().split('\n')).toHaveLength(1);
      expect(errors).toContain(named);
    }
  });

  test('bots, guests, other organisations and people who left are refused by line, and nothing is changed', async () => {
    const file = await roster(
      'bad.csv',
      '\uFEFFslack_id,standard,supervisor,role',
      'U0STAFF,IIS3513-005v4,U0BOSS,',
      'U0GUEST,IIS3513-005v4,,',
      'U0ROBOT,IIS3513-005v4,,',
      'U0OTHER,IIS3513-005v4,,',
      'U0GONE,"KRM4224-002v2",,',
    );
    const { code, errors } = await cli('roster', 'import', file);
    expect(code).toBe(1);
    for (const line of [3, 4, 5, 6]) expect(errors).toContain(`${file}:${line}:`);
    expect(errors).not.toContain(`${file}:2:`);
    expect((await cli('schedule', 'start')).errors).toContain('Import a roster first');
  });

  test('a roster is checked, imported, and who gets what is printed before anything is sent', async () => {
    const file = await roster(
      'people.csv',
      'email,standard,supervisor,role',
      'u0boss@shop.example,,,administrator',
      'u0staff@shop.example,IIS3513-005v4;KRM4224-002v2,u0boss@shop.example,',
    );
    expect((await cli('roster', 'import', file, '--dry-run')).output).toContain('dry run');
    expect((await cli('schedule', 'start')).code).toBe(1);
    expect((await cli('roster', 'import', file)).code).toBe(0);
    const asked = await cli('schedule', 'start');
    expect(asked.output).toContain('Name of U0STAFF');
    expect(asked.output).toContain('Nothing was started');
    const started = await cli('schedule', 'start', '--yes');
    expect(started.output).toMatch(/check-in of 4 indicators .*13:00 Asia\/Taipei/);
    // A Monday off moves the first one.
    expect(started.output).toMatch(/digest about a team of 1, weekly from \w{3} .*09:00 Asia\/Taipei/);
    expect(started.output).toContain('Started.');
    expect((await cli('schedule', 'start', '--yes')).output).toContain('runs already');
    expect(await postsMade()).toBe(0);
  });

  const ask = async (user: string, question: string) => {
    const answer = await fetch(`${simulator.url}/_control/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, command: '/competency', text: question }),
    });
    return await answer.text();
  };

  test('a member is answered from their own standards first, a stranger in their own language', async () => {
    expect(await ask('U0STAFF', 'T2.2')).toContain('系統障礙回報');
    expect(await ask('U0STRANGER', 'KRM T1.1')).toContain('Capability level 2 of 6');
  });

  function saying(child: ChildProcess, words: string): Promise<void> {
    return new Promise((resolve, reject) => {
      let heard = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.includes(words)) resolve();
      });
      child.stderr?.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
      });
      child.once('exit', () => reject(new Error(`the bot ended: ${heard}`)));
    });
  }
});
