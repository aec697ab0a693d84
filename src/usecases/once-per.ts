/**
 * The same answer for all of whom the same decides, worked out once: reading the clocks of other zones is slow, and most
 * people of a workspace share theirs. `whatDecides` answers plain data, as JSON has it.
 */
export function oncePer<Question, Answer>(
  whatDecides: (question: Question) => unknown,
  workOut: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (question) => {
    const key = JSON.stringify(whatDecides(question));
    const found = known.get(key) ?? { answer: workOut(question) };
    known.set(key, found);
    return found.answer;
  };
}
