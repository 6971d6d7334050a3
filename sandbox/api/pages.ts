/** The pages that Werkzeug, Flask's HTTP layer, shows for what never reaches a route or fails in it. */

const REASONS = {
  400: [
    "Bad Request",
    "The browser (or proxy) sent a request that this server could not understand.",
  ],
  404: [
    "Not Found",
    "The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.",
  ],
  405: ["Method Not Allowed", "The method is not allowed for the requested URL."],
  415: [
    "Unsupported Media Type",
    "Did not attempt to load JSON data because the request Content-Type was not &#39;application/json&#39;.",
  ],
  500: [
    "Internal Server Error",
    "The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.",
  ],
} as const;

export function errorPage(status: keyof typeof REASONS): string {
  const [name, text] = REASONS[status];
  return page(`${status} ${name}`, name, text);
}

export function tooManyCallsPage(callsPerMinute: number): string {
  return page("429 Too Many Requests", "Too Many Requests", `${callsPerMinute} per 1 minute`);
}

export function redirectPage(location: string): string {
  const link = escaped(location);
  return page(
    "Redirecting...",
    "Redirecting...",
    `You should be redirected automatically to the target URL: <a href="${link}">${link}</a>. If not, click the link.`,
    "",
  );
}

/** The frames that stand between a request and a handler make the debugger's page so large. */
const FRAMES_UNDER_A_HANDLER = 24;

/** The debugger's page of the development server: an error, its stack, and some 15 KB of HTML. */
export function debuggerPage(error: Error): string {
  const title = escaped(`${error.name}: ${error.message}`);
  const frames = Array.from({ length: FRAMES_UNDER_A_HANDLER }, (_, index) => frame(index));
  return `<!doctype html>
<html lang=en>
  <head>
    <title>${title} // Werkzeug Debugger</title>
    <link rel="stylesheet" href="?__debugger__=yes&amp;cmd=resource&amp;f=style.css">
  </head>
  <body style="background-color: #fff">
    <div class="debugger">
      <h1>${escaped(error.name)}</h1>
      <p class="errormsg">${title}</p>
      <h2 class="traceback">Traceback <em>(most recent call last)</em></h2>
      <ul>${frames.join("\n")}</ul>
      <blockquote>${title}</blockquote>
    </div>
  </body>
</html>
`;
}

function frame(index: number): string {
  const lines = Array.from(
    { length: 5 },
    (_, line) =>
      `<pre class="line ${line < 2 ? "before" : "after"}"><span class="ws">        </span>step_${index}_${line} = self.dispatch(request, environ)</pre>`,
  );
  return `<li><div class="frame" id="frame-${140_000_000_000 + index}">
  <h4>File <cite class="filename">"/app/layers/layer_${index}.py"</cite>,
      line <em class="line">${101 + index * 7}</em>, in <code class="function">call_${index}</code></h4>
  <div class="source library">${lines.join("\n")}</div>
</div></li>`;
}

function page(title: string, heading: string, text: string, closing = "</p>"): string {
  return `<!doctype html>
<html lang=en>
<title>${title}</title>
<h1>${heading}</h1>
<p>${text}${closing}
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}
