import pg from 'pg';

/** Makes a database on the server, empty or a copy of `template`; answers its URL. */
export async function createPostgresDatabase(
  server: string,
  name: string,
  options: { template?: string; timeZone?: string; lockTimeout?: string } = {},
): Promise<string> {
  await onServer(server, async (client) => {
    const template =
      options.template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(options.template)}`;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${template}`);
    for (const [setting, value] of [
      ['timezone', options.timeZone],
      ['lock_timeout', options.lockTimeout],
    ] as const) {
      if (value === undefined) continue;
      await client.query(
        `ALTER DATABASE ${pg.escapeIdentifier(name)} SET ${setting} TO ${pg.escapeLiteral(value)}`,
      );
    }
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Closes a database to everybody, so that any number of copies can be made of it at once. */
export async function sealPostgresDatabase(server: string, name: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} WITH ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });
}

export async function dropPostgresDatabase(server: string, name: string): Promise<void> {
  await onServer(server, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
