/** Of a warning that somebody was not told. Its text begins with the input that names them. */
export const ALERT_TITLE = "Orquestra: alert-not-sent";

/** Whether a run says by this warning that its news did not arrive, so that the next one tells them. */
export function isUnheardNews(title: string | null, text: string): boolean {
  return title === ALERT_TITLE && text.startsWith("notify-url ");
}
