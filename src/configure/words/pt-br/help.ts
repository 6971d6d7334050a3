export const help = `Uso: npm run configure -- [opções]

Dá a um repositório do GitHub o que o pipeline precisa: a variável API_URL e os segredos
API_USERNAME e API_PASSWORD. Em um terminal, pergunta o que falta. Sem terminal nada é perguntado,
e um endereço privado supõe um runner próprio (runs-on: self-hosted).

  --repo DONO/NOME     o repositório (o que o git tem como origin; nunca, sem
                       perguntar, o do próprio Orquestra)
  --environment NOME   grava neste ambiente do repositório, que é criado se não existir
  --from ARQUIVO       lê os valores de um arquivo do "airflow variables export"
  --api-url URL        o endereço da API, como https://books.example.com
  --username NOME      o usuário que faz login na API
  --username-as-variable
                       grava-o como variável, não como segredo: o GitHub esconde um segredo como ***
                       onde quer que apareça em um resumo, o que é comum em palavras como admin
  --workflow PASTA     grava .github/workflows/pipeline.yml nesta cópia de trabalho
  --allow-plain-http   aceita que a senha cruze a internet sem criptografia (http://)
  --register           cadastra o usuário se a API não o conhecer
  --no-probe           não testa a API a partir daqui
  --preflight          inicia o workflow preflight.yml quando tudo estiver gravado, para este
                       ambiente
  --dry-run            mostra o que seria gravado e não altera nada
  --check              diz o que falta ou sobra, lá e no arquivo do workflow (o da cópia de
                       trabalho, ou o de --workflow PASTA), e não altera nada
  --language IDIOMA    en ou pt-BR (conforme LANG)
  --help               este texto

Os valores também podem vir das variáveis de ambiente API_URL, API_USERNAME e API_PASSWORD, que
valem mais que o arquivo. Não há opção para a senha: outras pessoas poderiam lê-la.

O token vem de GH_TOKEN, GITHUB_TOKEN ou "gh auth token". Um token fine-grained precisa, só para
este repositório: Variables: write, Secrets: write; para um ambiente, também Environments: write
(para criá-lo, Administration: write), para --preflight, Actions: write. --check só precisa ler,
com Contents: read. O GITHUB_TOKEN de um workflow nunca pode fazer isto. GITHUB_API_URL leva a
outro GitHub.

Código de saída: 0 feito, ou não falta nada; 1 não feito, ou algo falta ou está errado; 2 uso
errado; 130 interrompido.`;
