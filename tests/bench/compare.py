#!/usr/bin/env python3
"""compare.py - one table of how lede and others do, from 1,000 articles to 100,000.

Called by tests/bench/run.sh, which makes the collections and says where all things are:

    compare.py --lede PROGRAM --tools FOLDER --collections FOLDER SIZE...

A collection of SIZE articles is SIZE/ (one file an article) and SIZE.xml (the same as RSS). Prints Markdown on standard
output and what it is doing on standard error. A program that is missing is named and left out; what fails is a dash.
"""
import argparse
import collections
import fcntl
import glob
import json
import os
import platform
import pty
import re
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time

COLUMNS, ROWS = 120, 40
MARKERS = ('quillmark', 'zephyrine', 'omphaline')   # of gen_corpus: in a tenth, a thousandth, a hundred-thousandth


def say(text):
    print(text, file=sys.stderr, flush=True)


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


class Table:
    """Rows in the order of their first figure: (what, unit, program), and a figure for each size."""

    def __init__(self, sizes):
        self.sizes = sizes
        self.rows = {}

    def add(self, what, unit, program, size, value):
        if value is not None:
            self.rows.setdefault((what, unit), {}).setdefault(program, {})[size] = value

    @staticmethod
    def figure(value):
        if value is None:
            return '–'
        if value >= 1000:
            return f'{value:,.0f}'
        if value >= 100 or value == int(value):
            return f'{value:.0f}'
        return f'{value:.1f}' if value >= 1 else f'{value:.2f}'

    def growth(self, figures):
        there = [size for size in self.sizes if figures.get(size)]
        if len(there) < 2:
            return ''
        return f'×{figures[there[-1]] / figures[there[0]]:.1f}'

    def ratio(self, what, program):
        """The figure of a program by ours, at the greatest size that both have."""
        ours, theirs = self.rows[what].get('lede', {}), self.rows[what][program]
        for size in reversed(self.sizes):
            if program != 'lede' and ours.get(size) and theirs.get(size) is not None:
                return self.figure(float(f'{theirs[size] / ours[size]:.2g}'))
        return ''

    def show(self):
        print('| what | program | ' + ' | '.join(f'{size:,}' for size in self.sizes) + ' | growth | by lede\'s |')
        print('|---|---|' + '--:|' * (len(self.sizes) + 2))
        for (what, unit), programs in self.rows.items():
            for i, (program, figures) in enumerate(programs.items()):
                cells = [self.figure(figures.get(size)) for size in self.sizes]
                name = f'{what}, {unit}' if i == 0 else ''
                print(f'| {name} | {program} | ' + ' | '.join(cells) +
                      f' | {self.growth(figures)} | {self.ratio((what, unit), program)} |')


class Bench:
    def __init__(self, options):
        self.options = options
        self.lede = os.path.abspath(options.lede)
        self.table = Table(options.sizes)
        self.private = os.path.join(options.collections, f'private-{os.getpid()}')
        self.cache = os.path.join(self.private, 'cache')
        os.makedirs(self.cache)
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(('LEDE_', 'XDG_', 'LESS'))}
        for name in ('LINES', 'COLUMNS', 'NO_COLOR'):
            self.env.pop(name, None)
        self.env.update(HOME=self.private, XDG_CACHE_HOME=self.cache, TERM='xterm-256color', LC_ALL='C.UTF-8')
        self.speaker = spoken_most(options.truth)
        self.programs = {}
        for program in ('newsboat', 'sfeed', 'sfeed_curses', 'less', 'rg'):
            self.programs[program] = shutil.which(program)
            if not self.programs[program]:
                say(f'skip - {program}: not installed')
        usage = self.output([self.lede, '--help'])
        self.searches = re.search(r'\blede search\b|^\s*search\b', usage, re.M) is not None
        if not self.searches:
            say('skip - lede search: this lede has none')

    # ---- running -------------------------------------------------------------------------------

    def output(self, argv):
        done = subprocess.run(argv, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return done.stdout.decode('utf-8', 'replace')

    def seconds(self, argv, source=None, target=os.devnull):
        """Of one run; None when it fails or takes too long."""
        start = time.monotonic()
        try:
            with open(source or os.devnull, 'rb') as stdin, open(target, 'wb') as stdout:
                done = subprocess.run(argv, env=self.env, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL,
                                      timeout=self.options.patience, check=False)
        except (subprocess.TimeoutExpired, OSError) as error:
            say(f'  {argv[0]}: {error}')
            return None
        return time.monotonic() - start if done.returncode in (0, 1) else None

    def session(self, argv, keys, until=None, at_once=False):
        """One run under ttybench: its record, or None. at_once: the first screen with the text, though work goes on behind it."""
        report = os.path.join(self.private, 'ttybench.json')
        command = [sys.executable, os.path.join(self.options.tools, 'ttybench.py'), '--size', f'{COLUMNS}x{ROWS}', '--keys', keys,
                   '--key-quiet-ms', '25', '--patience-ms', '100', '--step-timeout', str(self.options.patience), '--timeout',
                   str(4 * self.options.patience), '--exit-ms', '20000', '--cwd', self.private, '--json', report]
        if until:
            command += ['--until', until]
        if at_once:
            command += ['--no-idle-check', '--quiet-ms', '4']
        done = subprocess.run(command + ['--'] + argv, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0 or not os.path.exists(report):
            say(f'  {argv[0]}: ttybench gave up: {done.stderr.decode("utf-8", "replace").strip()[-200:]}')
            return None
        with open(report, encoding='utf-8') as file:
            run = json.load(file)['targets'][0]['runs'][0]
        os.remove(report)
        if run['problem'] or run['start_slow']:
            say(f'  {argv[0]}: {run["problem"] or "not on the screen: " + str(until)}')
        return run

    # ---- memory ----------------------------------------------------------------------------------

    @staticmethod
    def pss(pid):
        """Its share of all pages, in MiB."""
        with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as file:
            return int(re.search(r'^Pss:\s+(\d+)', file.read(), re.M).group(1)) / 1024

    @staticmethod
    def busy(pid):
        """Its CPU time in ticks."""
        with open(f'/proc/{pid}/stat', encoding='utf-8', errors='replace') as file:
            fields = file.read().rpartition(')')[2].split()
        return int(fields[11]) + int(fields[12])

    @staticmethod
    def drain(fd):
        try:
            while os.read(fd, 1 << 16):
                pass
        except OSError:
            pass

    def memory(self, argv, keys=b''):
        """(peak of PSS, VmHWM, PSS at rest), MiB: until it has used no CPU for a second."""
        pid, fd = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLUMNS, 0, 0))
            os.chdir(self.private)
            os.execvpe(argv[0], argv, self.env)
        os.set_blocking(fd, False)
        peak = high = rest = None
        start = quiet = time.monotonic()
        ticks = -1
        try:
            while time.monotonic() < quiet + 1 and time.monotonic() < start + self.options.patience:
                self.drain(fd)
                rest = self.pss(pid)
                peak = max(peak or 0, rest)
                if self.busy(pid) != ticks:
                    ticks, quiet = self.busy(pid), time.monotonic()
                if keys and time.monotonic() > start + 0.3:
                    os.write(fd, keys)
                    keys = b''
                time.sleep(0.01)
            with open(f'/proc/{pid}/status', encoding='utf-8') as file:
                high = int(re.search(r'^VmHWM:\s+(\d+)', file.read(), re.M).group(1)) / 1024
        except (OSError, AttributeError) as error:
            say(f'  {argv[0]}: {error}')
        os.kill(pid, signal.SIGTERM)
        for _ in range(500): # it may want to keep something before it goes
            self.drain(fd)
            if os.waitpid(pid, os.WNOHANG)[0]:
                break
            time.sleep(0.01)
        else:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        os.close(fd)
        return peak, high, rest

    def add_memory(self, label, program, size, argv, keys=b''):
        peak, high, rest = self.memory(argv, keys)
        self.table.add(f'{label}: peak of PSS', 'MiB', program, size, peak)
        self.table.add(f'{label}: VmHWM', 'MiB', program, size, high)
        self.table.add(f'{label}: PSS at rest', 'MiB', program, size, rest)

    # ---- what is measured ------------------------------------------------------------------------

    def folder(self, size):
        return os.path.join(self.options.collections, str(size))

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)
        os.makedirs(self.cache)

    def kept(self, size):
        """Waits for the cache, which a process of its own writes, and goes on with when the reader has ended."""
        ours = (self.lede.encode() + b'\0', self.folder(size).encode() + b'\0')
        until = time.monotonic() + self.options.patience
        while time.monotonic() < until:
            for path in glob.glob('/proc/[0-9]*/cmdline'):
                try:
                    with open(path, 'rb') as file:
                        command = file.read()
                except OSError:
                    continue
                if all(word in command for word in ours):
                    break
            else:
                return
            time.sleep(0.02)

    def newsboat(self, size):
        names = {name: os.path.join(self.private, f'newsboat-{size}.{name}') for name in ('urls', 'db', 'conf')}
        with open(names['urls'], 'w', encoding='utf-8') as file:
            file.write(f'file://{self.folder(size)}.xml lede\n')
        with open(names['conf'], 'w', encoding='utf-8') as file:
            file.write('auto-reload no\nconfirm-exit no\n')
        return [self.programs['newsboat'], '-u', names['urls'], '-c', names['db'], '-C', names['conf']]

    def imports(self, size, rounds):
        """Everything read, from nothing. The last round leaves the caches for what comes."""
        table, figures = self.table, {}
        for _ in range(rounds):
            self.forget()
            run = self.session([self.lede, self.folder(size)], 'Q', until='¶', at_once=True)
            if run:
                figures.setdefault('first', []).append(run['first_screen_ms'])
            self.kept(size)
            self.forget()
            run = self.session([self.lede, self.folder(size)], 'Q', until=f'Articles  {size:,}', at_once=True)
            if run:
                figures.setdefault('all', []).append(run['first_screen_ms'])
            self.kept(size)
            if self.programs['newsboat']:
                for old in glob.glob(os.path.join(self.private, f'newsboat-{size}.db*')):
                    os.remove(old)
                took = self.seconds(self.newsboat(size) + ['-x', 'reload'])
                figures.setdefault('newsboat', []).append(took and took * 1000)
            if self.programs['sfeed']:
                took = self.seconds([self.programs['sfeed']], self.folder(size) + '.xml', os.path.join(self.private, f'sfeed-{size}'))
                figures.setdefault('sfeed', []).append(took and took * 1000)
        table.add('first screen, first start', 'ms', 'lede', size, median(figures.get('first', [])))
        table.add('all articles read, first start', 'ms', 'lede', size, median(figures.get('all', [])))
        table.add('all articles read, first start', 'ms', 'newsboat -x reload', size, median(figures.get('newsboat', [])))
        table.add('all articles read, first start', 'ms', 'sfeed', size, median(figures.get('sfeed', [])))

    def starts(self, size, rounds):
        """The second start, when everybody has what is kept; programs in turn."""
        article = sorted(glob.glob(os.path.join(self.folder(size), '*.txt')))[0]
        figures, whole = {}, []

        def note(program, value):
            figures.setdefault(program, []).append(value)

        for _ in range(rounds):
            run = self.session([self.lede, self.folder(size)], 'Q', until='¶', at_once=True)
            note('lede', run and run['first_screen_ms'])
            run = self.session([self.lede, self.folder(size)], 'Q', until=f'Articles  {size:,}', at_once=True)
            whole.append(run and run['first_screen_ms'])
            if self.programs['newsboat']:
                run = self.session(self.newsboat(size), '<Enter> Q')
                note('newsboat, its list', run and sum_of(run, [0], run['first_screen_ms']))
            if self.programs['sfeed_curses']:
                run = self.session([self.programs['sfeed_curses'], f'sfeed-{size}'], 'q')
                note('sfeed_curses', run and run['first_screen_ms'])
            if self.programs['less']:
                run = self.session([self.programs['less'], article], 'q')
                note('less, one article', run and run['first_screen_ms'])
        for program, values in figures.items():
            self.table.add('first screen, second start', 'ms', program, size, median(values))
        self.table.add('all articles there, second start', 'ms', 'lede', size, median(whole))

    def steps(self, size):
        """A line, a page, a held key, in lists and in articles."""
        article = sorted(glob.glob(os.path.join(self.folder(size), '*.txt')))[0]
        whole = f'<Until:Articles  {size:,}>'
        sessions = [
            ('lede', [self.lede, self.folder(size)], whole + ' 1 j*16 gg j^200 2z j*24 j^6 j*10 gg <PageDown> gg j^200 Q',
             {'list': 2, 'burst': 4, 'text': 6, 'scroll': 8, 'page': 10, 'text burst': 12}),
            ('newsboat', self.programs['newsboat'] and self.newsboat(size),
             '<Enter> <Down>*16 <Down>^200 <Home> <Enter> <Down>*24 <Home> <PageDown> Q',
             {'list': 1, 'burst': 2, 'scroll': 5, 'page': 7}),
            ('sfeed_curses', self.programs['sfeed_curses'] and [self.programs['sfeed_curses'], f'sfeed-{size}'],
             '<Tab> j*16 gg j^200 q', {'list': 1, 'burst': 3}),
            ('less, one article', self.programs['less'] and [self.programs['less'], article], 'j*24 g <PageDown> g j^200 q',
             {'scroll': 0, 'page': 2, 'text burst': 4}),
        ]
        labels = {'list': 'a line down in the list', 'burst': '200 keys at once in the list',
                  'text': 'a line down in the article alone, the page stands', 'scroll': 'a line down, the page scrolls',
                  'page': 'a page of the article alone', 'text burst': '200 keys at once in the article'}
        for program, argv, keys, where in sessions:
            run = argv and self.session(argv, keys, until='¶' if program == 'lede' else None)
            for what, step in where.items():
                if not run:
                    continue
                samples = [sample for sample in run['samples'] if sample['step'] == step and sample['bytes']]
                self.table.add(labels[what], 'ms', program, size, median([sample['last_ms'] for sample in samples]))
                self.table.add(labels[what], 'bytes', program, size, median([sample['bytes'] for sample in samples]))

    def finds(self, size, rounds):
        """A word in all articles: what was waited for while it was typed and sent off, and for scripts."""
        for word in MARKERS:
            first = f'find “{word}”: a key, to the screen of hits'
            typed, scripts = f'find “{word}”, typed, all quotes and figures looked through', f'find “{word}”, for scripts'
            figures = {}
            for _ in range(rounds):
                run = self.session([self.lede, self.folder(size)], f'<Until:Articles  {size:,}> 1 F{word} <Enter> Q', until='¶')
                figures.setdefault((first, 'lede'), []).append(run and max(sample['first_ms'] or 0 for sample in run['samples'] if sample['step'] == 2))
                figures.setdefault((typed, 'lede'), []).append(run and sum_of(run, [2, 3]))
                if self.programs['newsboat']:
                    run = self.session(self.newsboat(size), f'<Enter> /{word} <Enter> Q')
                    figures.setdefault((typed, 'newsboat'), []).append(run and sum_of(run, [1, 2]))
                if self.searches:
                    took = self.seconds([self.lede, 'search', '-q', word, self.folder(size)])
                    figures.setdefault((scripts, 'lede'), []).append(took and took * 1000)
                if self.programs['rg']:
                    took = self.seconds([self.programs['rg'], '-lwi', word, self.folder(size)])
                    figures.setdefault((scripts, 'rg -lwi'), []).append(took and took * 1000)
            for (what, program), values in figures.items():
                self.table.add(what, 'ms', program, size, median(values))

    def speaks(self, size, rounds):
        values = []
        for _ in range(rounds):
            keys = f'<Until:Articles  {size:,}> S {self.speaker.replace(" ", "<Space>")} <Enter> <Until: sources> Q'
            run = self.session([self.lede, self.folder(size)], keys, until='¶')
            values.append(run and sum_of(run, [1, 2, 3, 4]))
        self.table.add(f'a speaker chosen ({self.speaker}), all quotes there', 'ms', 'lede', size, median(values))

    def memories(self, size):
        self.forget()
        self.add_memory('memory, first start', 'lede', size, [self.lede, self.folder(size)])
        self.kept(size)
        self.add_memory('memory, second start', 'lede', size, [self.lede, self.folder(size)])
        if self.programs['newsboat']:
            self.add_memory('memory, second start', 'newsboat', size, self.newsboat(size), b'\r')
        if self.programs['sfeed_curses']:
            self.add_memory('memory, second start', 'sfeed_curses', size, [self.programs['sfeed_curses'], f'sfeed-{size}'])

    def extracts(self, size, rounds):
        megabytes = sum(os.path.getsize(path) for path in glob.glob(os.path.join(self.folder(size), '*.txt'))) / 1e6
        for label, jobs in (('one job', ['--jobs=1']), (f'all jobs ({os.cpu_count()} CPUs)', [])):
            best = median([self.seconds([self.lede, 'extract', *jobs, self.folder(size)]) for _ in range(rounds)])
            self.table.add(f'extraction, {label}', 'MB/s', 'lede', size, best and megabytes / best)

    def run(self):
        for size in self.options.sizes:
            rounds = 5 if size <= 2000 else 3 if size <= 20000 else 1
            for what, measure in (('import', lambda: self.imports(size, rounds)), ('start', lambda: self.starts(size, rounds)),
                                  ('steps', lambda: self.steps(size)), ('find', lambda: self.finds(size, min(rounds, 3))),
                                  ('speaker', lambda: self.speaks(size, rounds)), ('memory', lambda: self.memories(size)),
                                  ('extraction', lambda: self.extracts(size, min(rounds, 3)))):
                start = time.monotonic()
                measure()
                say(f'  {size:,}: {what}, {time.monotonic() - start:.0f} s')


def spoken_most(truth):
    with open(truth, encoding='utf-8') as file:
        names = collections.Counter(quote['speaker'] for line in file for quote in json.loads(line)['quotes'])
    return names.most_common(1)[0][0]


def sum_of(run, steps, more=0):
    """What was waited for over all keys of some steps, ms."""
    return more + sum(sample['last_ms'] or 0 for sample in run['samples'] if sample['step'] in steps)


def machine(lede):
    def grab(path, pattern):
        try:
            with open(path, encoding='utf-8') as file:
                return re.search(pattern, file.read(), re.M).group(1)
        except (OSError, AttributeError):
            return '?'

    version = subprocess.run([lede, '--version'], stdout=subprocess.PIPE, check=False).stdout.decode().split('\n', 1)[0]
    processor, memory = grab('/proc/cpuinfo', r'^model name\s*: (.*)'), grab('/proc/meminfo', r'^MemTotal:\s+(\d+)')
    memory = f'{int(memory) / 2 ** 20:.0f} GiB' if memory.isdigit() else '?'
    return (f'{processor}, {os.cpu_count()} CPUs, {memory}, {platform.system()} {platform.release()}; {version}; '
            f'{COLUMNS} × {ROWS}, xterm-256color; {time.strftime("%Y-%m-%d")}, load {os.getloadavg()[0]:.1f} at the start')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--lede', required=True)
    parser.add_argument('--tools', required=True)
    parser.add_argument('--collections', required=True)
    parser.add_argument('--truth', required=True, help='JSON lines of gen_corpus: who speaks most often is chosen')
    parser.add_argument('--patience', type=int, default=300, help='seconds that anything may take')
    parser.add_argument('sizes', type=int, nargs='+', metavar='SIZE')
    bench = Bench(parser.parse_args())
    about = machine(bench.lede)
    try:
        bench.run()
    finally:
        shutil.rmtree(bench.private, ignore_errors=True)
    print(about + '.\n')
    bench.table.show()


if __name__ == '__main__':
    main()
