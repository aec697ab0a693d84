/** Medians of whole scores end in .0 or .5; one decimal says it all. */
export function figureText(figure: number | undefined): string {
  return figure === undefined ? '–' : figure.toFixed(1).replace('-', '−');
}
