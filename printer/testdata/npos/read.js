'use strict';
// Reads ESC/POS jobs with npos, and rebuilds what comes out of the printer.
//
// Standard input: a list of {"file", "width", "units"}: the file of a job, the width of the head in dots, the steps of
// ESC J in one dot. Beside each file a picture is written, its name with ".pbm" behind. Standard output: a list, in the
// same order, of {"error", "commands", "cuts", "text"}: why the job cannot be read, how often each command stands in
// it, the rows above which it cuts, the bytes (in hex) that the printer would set as letters.

const fs = require('fs');
const Parser = require('npos/lib/parser');
const rules = require('npos/lib/parser/rules');
const symbols = require('npos/lib/parser/symbols');
const splitters = require('npos/lib/parser/splitters');
const raster = require('npos/lib/codecs/raster');

// GS ( k pL pH cn fn …: two-dimensional codes; pL + pH × 256 bytes follow. npos has the other commands of that form.
rules[symbols.GS]['(k'] = [0, 'd16'];

const parser = new Parser(rules);

// What a command does to a picture of dots. One that is not named here may do anything: the job is refused.
const silent = new Set([
  'FS.', // leave Kanji mode
  'ESC@', // initialise
]);

// length is how long a command is. npos itself goes further: after each command it steps over NULs, so that a
// row of white dots too many, or of black ones too few, would not be seen.
function length(raw, node) {
  let at = node.offset + 1 + node.fn.length;
  for (let step of parser.rules[node.code][node.fn]) {
    if (typeof step === 'string') step = splitters[step];
    at += typeof step === 'number' ? step : step(raw, at);
  }
  return at - node.offset;
}

class Paper {
  constructor(width, units) {
    this.width = width;
    this.units = units;
    this.stride = Math.ceil(width / 8);
    this.rows = [];
    this.owed = 0; // units fed that are not yet rows
    this.cuts = [];
  }

  feed(units) { this.owed += units; }

  settle() {
    if (this.owed % this.units) throw new Error(`a feed ends inside a dot: ${this.owed} units`);
    for (let n = this.owed / this.units; n > 0; n--) this.rows.push(Buffer.alloc(this.stride));
    this.owed = 0;
  }

  // Bands are decoded one by one: npos takes several for one picture only if they are equally wide.
  band(raw, node) {
    this.settle();
    const image = raster.decode(raw, [{offset: node.offset}]);
    for (let y = 0; y < image.height; y++) {
      const row = Buffer.alloc(this.stride);
      for (let x = 0; x < image.width; x++) {
        if (image.getPixel(x, y) !== 0) continue;
        if (x >= this.width) throw new Error(`dot ${x} is beyond the head`);
        row[x >> 3] |= 0x80 >> (x & 7);
      }
      this.rows.push(row);
    }
  }

  cut() {
    this.settle();
    this.cuts.push(this.rows.length);
  }

  pbm() {
    this.settle();
    return Buffer.concat([Buffer.from(`P4\n${this.width} ${this.rows.length}\n`), ...this.rows]);
  }
}

function read(job) {
  const raw = fs.readFileSync(job.file);
  const ast = parser.analyze(raw);
  if (ast.error) throw ast.error;
  const paper = new Paper(job.width, job.units);
  const commands = {};
  const text = [];
  let end = 0;
  for (const node of ast.tree) {
    if (node.offset !== end) throw new Error(`bytes ${end} to ${node.offset} belong to no command`);
    if (node.code === symbols.STX && node.fn === '') { // letters
      text.push(raw.subarray(node.offset, node.offset + node.length).toString('hex'));
      end = node.offset + node.length;
      continue;
    }
    const name = node.ascii + (node.fn || '');
    if (node.fn === undefined) throw new Error(`${name} at byte ${node.offset}`);
    commands[name] = (commands[name] || 0) + 1;
    const n = length(raw, node);
    end = node.offset + n;
    if (end > raw.length) throw new Error(`${name} at byte ${node.offset} is cut off`);
    if (n !== node.length) throw new Error(`${node.length - n} NULs after ${name} at byte ${node.offset}`);
    if (name === 'GSv0') paper.band(raw, node);
    else if (name === 'ESCJ') paper.feed(raw[node.offset + 2]);
    else if (name === 'GSV') paper.cut();
    else if (!silent.has(name)) throw new Error(`${name} at byte ${node.offset}: what it paints is not known`);
  }
  if (end !== raw.length) throw new Error(`${raw.length - end} bytes behind the last command`);
  fs.writeFileSync(job.file + '.pbm', paper.pbm());
  return {commands, cuts: paper.cuts, text};
}

const jobs = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(jobs.map((job) => {
  try {
    return read(job);
  } catch (e) {
    return {error: e.message};
  }
})));
