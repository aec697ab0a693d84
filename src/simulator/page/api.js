/** Parsed JSON; throws with the sentence the server gave when it refuses. */
export async function getJson(path) {
  return answerOf(await fetch(path, { headers: { accept: 'application/json' } }));
}

export async function postJson(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf(response);
}

async function answerOf(response) {
  const text = await response.text();
  const answer = text === '' ? {} : parsed(text);
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
