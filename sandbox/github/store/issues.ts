/** An issue, or a comment on one, as the REST API takes and gives it. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not_planned" | "reopened" | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly creator: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly closedAtMs: number | null;
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly createdAtMs: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** What a caller may set; what is left out stays as it is. */
export type IssueChange = Partial<
  Pick<Issue, "title" | "body" | "state" | "labels" | "assignees"> & {
    readonly stateReason: NonNullable<Issue["stateReason"]>;
  }
>;

const FIRST_ID = 3_410_227_001;
const GREY = "ededed";

/** Issues, their comments and the labels of the repository. */
export class Issues {
  readonly #issues: Issue[] = [];
  readonly #labels: Label[] = [];
  #nextId = FIRST_ID;

  list(): readonly Issue[] {
    return this.#issues;
  }

  get(number: number): Issue | undefined {
    return this.#issues[number - 1];
  }

  create(title: string, change: IssueChange, creator: string, nowMs: number): Issue {
    const issue: Issue = {
      id: this.#nextId++,
      number: this.#issues.length + 1,
      title,
      body: change.body ?? null,
      state: "open",
      stateReason: null,
      labels: change.labels ?? [],
      assignees: change.assignees ?? [],
      creator,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      closedAtMs: null,
      comments: [],
    };
    this.#issues.push(issue);
    this.#addMissing(issue.labels);
    return issue;
  }

  update(issue: Issue, change: IssueChange, nowMs: number): Issue {
    const closed = (change.state ?? issue.state) === "closed";
    const turned = change.state !== undefined && change.state !== issue.state;
    this.#addMissing(change.labels ?? []);
    return this.#replace({
      ...issue,
      ...change,
      stateReason: change.stateReason ?? (turned ? reasonFor(closed) : issue.stateReason),
      closedAtMs: closed ? (issue.closedAtMs ?? nowMs) : null,
      updatedAtMs: nowMs,
    });
  }

  comment(issue: Issue, body: string, author: string, nowMs: number): Comment {
    const comment = { id: this.#nextId++, body, author, createdAtMs: nowMs };
    this.#replace({ ...issue, comments: [...issue.comments, comment], updatedAtMs: nowMs });
    return comment;
  }

  /** Names of labels differ by more than their case. */
  label(name: string): Label | undefined {
    return this.#labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  addLabel(name: string, color = GREY, description: string | null = null): Label {
    const label = { id: this.#nextId++, name, color, description };
    this.#labels.push(label);
    return label;
  }

  /** An issue that names a label brings it along. */
  #addMissing(names: readonly string[]): void {
    for (const name of names) if (this.label(name) === undefined) this.addLabel(name);
  }

  #replace(issue: Issue): Issue {
    this.#issues[issue.number - 1] = issue;
    return issue;
  }
}

function reasonFor(closed: boolean): Issue["stateReason"] {
  return closed ? "completed" : "reopened";
}
