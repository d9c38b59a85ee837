// Builds everything the browser is sent: styles, scripts, fonts and the mark, into one folder that is committed.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../src/casement/foundation/design/static/casement"));
const npm = join(here, "node_modules");

rmSync(out, { recursive: true, force: true });
for (const folder of ["css", "js", "fonts"]) mkdirSync(join(out, folder), { recursive: true });

const styles = compile(join(here, "styles/casement.scss"), {
  style: "compressed",
  loadPaths: [npm],
  quietDeps: true,
});
writeFileSync(join(out, "css/casement.css"), styles.css + "\n");

await build({
  entryPoints: { frame: join(here, "frame/frame.ts"), coding: join(here, "coding/index.ts"), board: join(here, "board/index.ts"), planning: join(here, "planning/index.ts"), conversations: join(here, "conversations/index.ts"), meetings: join(here, "meetings/index.ts") },
  outdir: join(out, "js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "none",
});

cpSync(join(npm, "htmx.org/dist/htmx.min.js"), join(out, "js/htmx.min.js"));
cpSync(join(here, "mark"), out, { recursive: true });

// The packaged licence of Source Serif leaves out the notice that stands inside the font itself.
const faces = [
  ["atkinson-hyperlegible-next", "atkinson", ""],
  ["source-serif-4", "source-serif", "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.\n"],
];
for (const [family, short, notice] of faces) {
  const from = join(npm, "@fontsource-variable", family);
  writeFileSync(join(out, `fonts/${short}-licence.txt`), notice + readFileSync(join(from, "LICENSE"), "utf8"));
  for (const range of ["latin", "latin-ext"])
    for (const [style, tail] of [["normal", ""], ["italic", "-italic"]])
      cpSync(join(from, "files", `${family}-${range}-wght-${style}.woff2`), join(out, `fonts/${short}-${range}${tail}.woff2`));
}
