/** What is said in more than one place. */

export const YOU = "You.";
export const TOKEN_OWNER = "The owner of the token.";
export const REPOSITORY_ADMIN = "Anyone who can change the repository's settings.";
export const GITHUB = "GitHub.";
export const AGAIN = "Run the command again: it is safe to run twice.";
