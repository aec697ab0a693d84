import { type SimulatedUser, startSimulator } from '../../../src/simulator/simulator.ts';
import { BOT, type ContractPerson, type ContractSlack, emailOf } from './contract-slack.ts';

/** Our own Slack, which the demo and most tests run on. */
export const simulatedSlack: ContractSlack = {
  name: 'our simulator',

  start: ({ people, scopes }) =>
    startSimulator({
      port: 0,
      team: { id: 'T0TEAM', name: 'Example', domain: 'example' },
      bot: { ...BOT, displayName: BOT.name, scopes },
      users: people.map(toSimulatedUser),
      now: () => new Date('2026-11-18T05:00:00Z'),
    }),

  shows: (person) => ({
    email: emailOf(person),
    displayName: person.name,
    timeZone: person.timeZone,
    slackLocale: person.locale,
    standing: person.standing ?? 'person',
  }),
};

function toSimulatedUser(person: ContractPerson): SimulatedUser {
  const { handle, name, timeZone, locale, standing } = person;
  return {
    id: `U0${handle.toUpperCase()}`,
    name: handle,
    real_name: name,
    email: emailOf(person),
    tz: timeZone,
    locale,
    ...(standing === 'guest' ? { is_restricted: true } : {}),
    ...(standing === 'deactivated' ? { deleted: true } : {}),
  };
}
