// Writes NAME.br and NAME.gz beside each file of the folder given as argument.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const alreadyCompressed = new Set([".avif", ".jpeg", ".jpg", ".png", ".webp", ".woff", ".woff2"]);
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function compress(path) {
  const content = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    brotli(content, { params }).then((result) => writeFile(`${path}.br`, result)),
    deflate(content, { level: 9 }).then((result) => writeFile(`${path}.gz`, result)),
  ]);
}

const folder = process.argv[2];
const names = await readdir(folder);
await Promise.all(
  names.filter((name) => !alreadyCompressed.has(extname(name))).map((name) => compress(join(folder, name))),
);
