'use strict';
// Reads ESC/POS jobs with npos, and rebuilds what comes out of the printer.
//
// Standard input: a list of {"file", "width", "units", "cell"}: the file of a job, the width of the head in dots, the
// steps of ESC J in one dot, the width of the printer's own letters in dots. Beside each file a picture is written, its
// name with ".pbm" behind; it holds the dots alone, and is white where letters or codes of the printer's own would stand.
// Standard output: a list, in the same order, of
//
//	error     why the job cannot be read
//	commands  how often each command stands in it
//	cuts      the rows above which it cuts
//	letters   what is set in the printer's own letters: {"row", "x", "page", "bold", "large", "bytes"} (bytes in hex)
//	codes     the barcodes that the printer is asked for: {"row", "align", "data"} (data in hex)

const fs = require('fs');
const Parser = require('npos/lib/parser');
const rules = require('npos/lib/parser/rules');
const symbols = require('npos/lib/parser/symbols');
const splitters = require('npos/lib/parser/splitters');
const raster = require('npos/lib/codecs/raster');
const bitmap = require('npos/lib/codecs/bitmap');
const lwim = require('lwim');

// GS ( k pL pH cn fn …: two-dimensional codes; pL + pH × 256 bytes follow. npos has the other commands of that form.
rules[symbols.GS]['(k'] = [0, 'd16'];

const parser = new Parser(rules);

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
  constructor(width, units, cell) {
    this.width = width;
    this.units = units;
    this.cell = cell;
    this.stride = Math.ceil(width / 8);
    this.rows = [];
    this.owed = 0; // units fed that are not yet rows
    this.cuts = [];
    this.letters = [];
    this.codes = [];
    this.columns = null; // rows of ESC * that wait for a feed
    this.stored = null; // a picture that waits for being printed
    this.written = false; // letters stand in the line
    this.x = 0;
    this.space = 0;
    this.page = 0;
    this.align = 0;
    this.bold = false;
    this.large = false;
    this.pitch = 0; // unknown
    this.module = 0;
    this.height = 0;
  }

  feed(units) {
    if (this.written) throw new Error('a feed within a line of letters');
    if (this.columns) {
      const printed = this.columns;
      this.columns = null;
      if (units % this.units) throw new Error('columns are printed with a feed inside a dot');
      const n = units / this.units;
      if (printed.slice(n).some((row) => row.some((b) => b))) throw new Error('the feed is less than the columns are high');
      for (const row of printed.slice(0, n)) this.rows.push(row);
      units -= Math.min(n, printed.length) * this.units;
    }
    this.owed += units;
  }

  settle() {
    if (this.owed % this.units) throw new Error(`a feed ends inside a dot: ${this.owed} units`);
    for (let n = this.owed / this.units; n > 0; n--) this.rows.push(Buffer.alloc(this.stride));
    this.owed = 0;
  }

  // start is where a line begins: nothing waits in the one before.
  start() {
    if (this.written || this.columns || this.stored || this.x) throw new Error('within a line');
    this.settle();
  }

  dots(image, width, rows) {
    for (let y = 0; y < image.height; y++) {
      const row = Buffer.alloc(this.stride);
      for (let x = 0; x < width; x++) {
        if (image.getPixel(x, y) !== 0) continue;
        if (x >= this.width) throw new Error(`dot ${x} is beyond the head`);
        row[x >> 3] |= 0x80 >> (x & 7);
      }
      rows.push(row);
    }
    return rows;
  }

  // Bands are decoded one by one: npos takes several for one picture only if they are equally wide.
  band(raw, node) {
    this.start();
    const image = raster.decode(raw, [{offset: node.offset}]);
    this.dots(image, image.width, this.rows);
  }

  // GS ( L and GS 8 L, of which npos knows the length alone: the dots are those of a band, behind another head.
  graphics(raw, at, end) {
    const size = end - at;
    if (size === 2 && raw[at] === 48 && raw[at + 1] === 50) {
      if (!this.stored) throw new Error('a picture is printed that is not there');
      this.rows.push(...this.stored);
      this.stored = null;
      return;
    }
    const head = [48, 112, 48, 1, 1, 49]; // store, one colour, as large as it is
    if (head.some((b, i) => raw[at + i] !== b)) throw new Error(`a picture begins ${raw.toString('hex', at, at + 6)}`);
    this.start();
    const width = raw.readUInt16LE(at + 6);
    const height = raw.readUInt16LE(at + 8);
    const stride = Math.ceil(width / 8);
    if (size !== 10 + stride * height) throw new Error(`${size} bytes for ${width} × ${height} dots`);
    const image = raster.decode(raw, [{offset: at + 10, width: stride * 8, height: height}]);
    this.stored = this.dots(image, stride * 8, []);
  }

  // ESC *, which npos only writes: what it would write of the dots must be what was read.
  bits(raw, at, end) {
    this.start();
    const width = raw.readUInt16LE(at + 1);
    if (raw[at] !== 33 || end - at - 3 !== 3 * width) throw new Error('no columns of 24 dots');
    const image = new lwim.Bitmap(width, 24);
    for (let x = 0; x < width; x++) {
      for (let y = 0; y < 24; y++) {
        image.setPixel(x, y, raw[at + 3 + 3 * x + (y >> 3)] & (0x80 >> (y & 7)) ? 0 : 0xFF);
      }
    }
    if (!Buffer.from(bitmap.encode(image, 24).data[0]).equals(raw.subarray(at + 3, end))) {
      throw new Error('npos writes other columns');
    }
    this.columns = this.dots(image, width, []);
  }

  // write sets letters; a line feed in them ends the line.
  write(bytes) {
    if (this.columns || this.stored) throw new Error('letters within a picture');
    this.settle();
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] === 10) {
        if (!this.pitch) throw new Error('a line feed before its height is set');
        this.written = false;
        this.x = 0;
        this.owed += this.pitch;
        this.settle();
        at++;
        continue;
      }
      let end = at;
      while (end < bytes.length && bytes[end] !== 10) {
        if (bytes[end] < 32 || bytes[end] === 127) throw new Error(`control character ${bytes[end]} among letters`);
        end++;
      }
      const run = bytes.subarray(at, end);
      this.letters.push({
        row: this.rows.length, x: this.x, page: this.page, bold: this.bold, large: this.large, bytes: run.toString('hex'),
      });
      this.x += run.length * (this.cell + this.space) * (this.large ? 2 : 1);
      if (this.x - this.space > this.width) throw new Error(`letters reach to dot ${this.x}, beyond the head`);
      this.written = true;
      at = end;
    }
  }

  barcode(raw, at, end) {
    this.start();
    if (raw[at] !== 73 || !this.height || !this.module) throw new Error(`barcode ${raw[at]}, or without height and width`);
    this.codes.push({row: this.rows.length, align: this.align, data: raw.toString('hex', at + 2, end)});
    this.owed += this.height * this.units;
    this.settle();
  }

  cut() {
    this.start();
    this.cuts.push(this.rows.length);
  }

  pbm() {
    this.start();
    return Buffer.concat([Buffer.from(`P4\n${this.width} ${this.rows.length}\n`), ...this.rows]);
  }
}

function among(value, ...allowed) {
  if (!allowed.includes(value)) throw new Error(`${value} is not one of ${allowed}`);
  return value;
}

// What a command does to the paper: raw[at] is its first byte behind its name, raw[end] the one behind it. One that is
// not named here may do anything: the job is refused.
const effects = {
  'FS.': () => {}, // leave Kanji mode
  'ESC@': () => {}, // initialise
  'ESCJ': (p, raw, at) => p.feed(raw[at]),
  'ESC3': (p, raw, at) => { p.pitch = raw[at]; },
  'ESC ': (p, raw, at) => { p.space = raw[at]; },
  'ESC$': (p, raw, at) => { p.x = raw.readUInt16LE(at); },
  'ESCE': (p, raw, at) => { p.bold = among(raw[at], 0, 1) === 1; },
  'ESCt': (p, raw, at) => { p.page = raw[at]; },
  'ESCa': (p, raw, at) => { p.start(); p.align = among(raw[at], 0, 1, 2); },
  'GS!': (p, raw, at) => { p.large = among(raw[at], 0, 0x11) !== 0; },
  'GSh': (p, raw, at) => { p.height = raw[at]; },
  'GSw': (p, raw, at) => { p.module = among(raw[at], 2, 3, 4, 5, 6); },
  'GSH': (p, raw, at) => among(raw[at], 0), // no text at barcodes
  'GSk': (p, raw, at, end) => p.barcode(raw, at, end),
  'GSv0': (p, raw, at, end, node) => p.band(raw, node),
  'GS(L': (p, raw, at, end) => p.graphics(raw, at + 2, end),
  'GS8L': (p, raw, at, end) => p.graphics(raw, at + 4, end),
  'ESC*': (p, raw, at, end) => p.bits(raw, at, end),
  'GSV': (p, raw, at) => { among(raw[at], 65, 66); p.cut(); },
};

function read(job) {
  const raw = fs.readFileSync(job.file);
  const ast = parser.analyze(raw);
  if (ast.error) throw ast.error;
  const paper = new Paper(job.width, job.units, job.cell);
  const commands = {};
  let end = 0;
  for (const node of ast.tree) {
    if (node.offset !== end) throw new Error(`bytes ${end} to ${node.offset} belong to no command`);
    if (node.code === symbols.STX && node.fn === '') { // letters
      end = node.offset + node.length;
      paper.write(raw.subarray(node.offset, end));
      continue;
    }
    const name = node.ascii + (node.fn || '');
    if (node.fn === undefined) throw new Error(`${name} at byte ${node.offset}`);
    commands[name] = (commands[name] || 0) + 1;
    const n = length(raw, node);
    end = node.offset + n;
    if (end > raw.length) throw new Error(`${name} at byte ${node.offset} is cut off`);
    if (n !== node.length) throw new Error(`${node.length - n} NULs after ${name} at byte ${node.offset}`);
    const effect = effects[name];
    if (!effect) throw new Error(`${name} at byte ${node.offset}: what it paints is not known`);
    try {
      effect(paper, raw, node.offset + 1 + node.fn.length, end, node);
    } catch (e) {
      throw new Error(`${name} at byte ${node.offset}: ${e.message}`);
    }
  }
  if (end !== raw.length) throw new Error(`${raw.length - end} bytes behind the last command`);
  fs.writeFileSync(job.file + '.pbm', paper.pbm());
  return {commands, cuts: paper.cuts, letters: paper.letters, codes: paper.codes};
}

const jobs = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(jobs.map((job) => {
  try {
    return read(job);
  } catch (e) {
    return {error: e.message};
  }
})));
