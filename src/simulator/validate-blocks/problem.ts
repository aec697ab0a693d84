import type { core } from 'zod';

/** One thing Slack would refuse: where (a JSON pointer such as `/blocks/0/text/text`) and why, in its words. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** As `response_metadata.messages` of `invalid_blocks` says it. */
export function describeProblem(problem: Problem): string {
  return `[ERROR] ${problem.message} [json-pointer:${problem.path}]`;
}

/** Says a failed schema check the way Slack words it; `at` is the pointer of what was parsed. */
export function problemOf(issue: core.$ZodIssue, at: string): Problem[] {
  const path = pointer(at, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? missing(issue, at) : { path, message: mustBe(issue.expected) }];
    case 'too_big':
      return [{ path, message: tooBig(issue.origin, Number(issue.maximum)) }];
    case 'too_small':
      return [{ path, message: tooSmall(issue.origin, Number(issue.minimum)) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, message: `invalid additional property: ${key}` }));
    case 'invalid_value':
      return [issue.input === undefined ? missing(issue, at) : { path, message: unsupported(issue) }];
    case 'invalid_union':
      return [lacksDiscriminator(issue) ? missing(issue, at) : { path, message: unsupported(issue) }];
    default:
      return [{ path, message: issue.message }];
  }
}

function pointer(at: string, path: readonly PropertyKey[]): string {
  return [at, ...path.map(String)].join('/');
}

function missing(issue: core.$ZodIssue, at: string): Problem {
  return {
    path: pointer(at, issue.path.slice(0, -1)),
    message: `missing required field: ${String(issue.path.at(-1))}`,
  };
}

function mustBe(expected: string): string {
  const article = /^[aeiou]/.test(expected) ? 'an' : 'a';
  return `must provide ${article} ${expected}`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  return `must be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  if (origin === 'array') return `no fewer than ${minimum} items allowed`;
  return `must be at least ${minimum}`;
}

/** An element whose `type` decides its schema, given without one. */
function lacksDiscriminator(issue: core.$ZodIssue): boolean {
  return discriminatorOf(issue.input) === undefined;
}

function discriminatorOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
}

function unsupported(issue: core.$ZodIssue): string {
  if (issue.path.at(-1) !== 'type') return `invalid value: ${JSON.stringify(issue.input)}`;
  return `unsupported type: ${String(discriminatorOf(issue.input) ?? issue.input)}`;
}
