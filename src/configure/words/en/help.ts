export const help = `Usage: npm run configure -- [options]

Gives a repository on GitHub what the pipeline needs: the variable API_URL and the secrets
API_USERNAME and API_PASSWORD. Asks for what is missing when it runs in a terminal. Without one
nothing is asked, and a private address is taken for a runner of your own (runs-on: self-hosted).

  --repo OWNER/NAME    the repository (the one that git has as origin; never
                       unasked that of Orquestra itself)
  --environment NAME   set them in this environment of the repository, made if it is not there
  --from FILE          take them from a file of "airflow variables export"
  --api-url URL        the address of the API, such as https://books.example.com
  --username NAME      the user that logs in to the API
  --username-as-variable
                       set it as a variable, not as a secret: GitHub hides a secret as *** wherever
                       it stands in a summary, which a common word such as admin often does
  --workflow DIR       write .github/workflows/pipeline.yml into this working copy
  --allow-plain-http   accept that the password crosses the internet in clear (http://)
  --register           register the user if the API does not know it
  --no-probe           do not try the API from here
  --preflight          start the workflow preflight.yml when all is set, for this environment
  --dry-run            show what would be set, and change nothing
  --check              tell what is missing or left over, there and in the workflow file (the one
                       of the working copy, or of --workflow DIR), and change nothing
  --language LANG      en or pt-BR (by LANG)
  --help               this text

The values may also come from the environment variables API_URL, API_USERNAME and API_PASSWORD,
which go before the file. There is no option for the password: others could read it.

The token comes from GH_TOKEN, GITHUB_TOKEN or "gh auth token". A fine-grained token needs, for
this repository only: Variables: write, Secrets: write; for an environment also Environments: write
(to make it, Administration: write), for --preflight Actions: write. --check needs to read only,
with Contents: read. The GITHUB_TOKEN of a workflow can never do this. GITHUB_API_URL leads to
another GitHub.

Exit code: 0 done, or nothing missing; 1 not done, or something missing or wrong; 2 wrong use;
130 stopped.`;
