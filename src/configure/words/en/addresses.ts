import type { AddressWords } from "../words.ts";
import { YOU } from "./phrases.ts";

export const addresses: AddressWords = {
  missing: (_, { name }) => ({
    headline: "The address of the API is missing",
    what: `${name("API_URL")} is empty.`,
    who: YOU,
    steps: [`Give it: ${name("--api-url https://books.example.com")}.`],
  }),
  malformed: ({ value }, { quote, name }) => ({
    headline: "The address of the API cannot be read",
    what: `${name("API_URL")} is ${quote(value)}, but must be an address such as ${name("https://books.example.com")} or ${name("http://192.168.0.10:5000")}.`,
    who: YOU,
    steps: [`Correct it where it comes from, or give it by ${name("--api-url")}.`],
  }),
  "url-with-credentials": (_, { name }) => ({
    headline: "The address of the API holds a user name or a password",
    what: `${name("API_URL")} is a variable, which everybody with access to the repository can read.`,
    who: YOU,
    steps: [
      `Give the bare address by ${name("--api-url")}, and the rest as ${name("API_USERNAME")} and ${name("API_PASSWORD")}.`,
    ],
  }),
  "url-with-query": (_, { name }) => ({
    headline: "The address of the API is too long",
    what: `${name("API_URL")} has something behind a ${name("?")} or a ${name("#")}.`,
    who: YOU,
    steps: [`Give the address only, by ${name("--api-url")}.`],
  }),
  "plain-http-to-public-host": ({ host }, { quote, name }) => ({
    headline: "The password would cross the internet in clear",
    what: `${name("API_URL")} starts with ${name("http://")}, and ${quote(host)} is a public host: anyone on the way could read the password.`,
    who: YOU,
    steps: [
      `Better: give the API a certificate, and its address with ${name("https://")}.`,
      `To accept the risk, add ${name("--allow-plain-http")}.`,
    ],
  }),
};
