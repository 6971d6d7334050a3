/** GitHub's own labels on the page that makes a fine-grained token; the page is English only. */
const LABELS: Readonly<Record<string, string>> = {
  actions: "Actions",
  actions_variables: "Variables",
  administration: "Administration",
  contents: "Contents",
  environments: "Environments",
  metadata: "Metadata",
  secrets: "Secrets",
};
const LEVELS: Readonly<Record<string, string>> = { read: "read", write: "write" };

/** `Secrets: write`, from the `secrets=write` of a header. */
export function permissionLabel(accepted: string): string {
  const [name = "", level = ""] = accepted.split("=");
  return `${LABELS[name] ?? name}: ${LEVELS[level] ?? level}`;
}

/** Where GitHub says how it is. */
export const STATUS_PAGE = "https://www.githubstatus.com";
