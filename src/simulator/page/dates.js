/** Days and times as the bot writes them too: `Thu 19 Nov 2026` or `2026/11/19（四）`, and the clock has 24 hours. */
export function dayText(instant, { locale, tz }) {
  const isChinese = locale.startsWith('zh');
  const { year, month, day, weekday } = partsOf(instant, isChinese ? 'zh-TW' : 'en-US', {
    timeZone: tz,
    year: 'numeric',
    month: isChinese ? 'numeric' : 'short',
    day: 'numeric',
    weekday: isChinese ? 'narrow' : 'short',
  });
  return isChinese
    ? `${numberIn(year)}/${numberIn(month)}/${numberIn(day)}（${weekday}）`
    : `${weekday} ${day} ${month} ${year}`;
}

/** `09:30` */
export function timeText(instant, { tz }) {
  const { hour, minute } = partsOf(instant, 'en-US', {
    timeZone: tz,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${hour}:${minute}`;
}

/** `Thu 19 Nov 2026, 09:30` or `2026/11/19（四）09:30` */
export function dayAndTimeText(instant, person) {
  const between = person.locale.startsWith('zh') ? '' : ', ';
  return `${dayText(instant, person)}${between}${timeText(instant, person)}`;
}

function partsOf(instant, locale, options) {
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(instant);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** `2026年`, as some browsers have it, is 2026. */
function numberIn(part) {
  return Number.parseInt(part, 10);
}

/** `2026-11-19T09:30`, what clocks in the zone show at the instant. */
export function localDateAndTime(instant, tz) {
  const { year, month, day } = partsOf(instant, 'en-US', {
    timeZone: tz,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return `${year.padStart(4, '0')}-${month}-${day}T${timeText(instant, { tz })}`;
}

/** The instant at which clocks in the zone show this; the earlier of two, and the next where there is none. */
export function instantAt(local, tz) {
  const asUtc = new Date(`${local}:00Z`).getTime();
  const offsetAt = (milliseconds) =>
    new Date(`${localDateAndTime(new Date(milliseconds), tz)}:00Z`).getTime() - milliseconds;
  const guesses = [-1, 1].map((sign) => asUtc - offsetAt(asUtc + sign * 86_400_000));
  const fitting = guesses.filter((guess) => localDateAndTime(new Date(guess), tz) === local);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : Math.max(...guesses));
}
