/* One wait and one paint a turn: flags, input, what was loaded, the frame, the wait. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "input.h"
#include "loop.h"
#include "paint.h"
#include "signals.h"
#include "term.h"

enum {
    FIRST_WAIT = 5,       /* ms that the first frame waits for articles: a small collection is all there */
    LOAD_SLICE = 8,       /* ms of taking articles between two looks at the keyboard */
    LOAD_REPAINT = 100,   /* ms between frames that show nothing but progress, at first */
    LOAD_SLOWEST = 500,   /* and when it takes long: a hundred bytes each, they must leave room for keys on a slow line */
    LOAD_SLOWING = 20,    /* one frame for each twentieth of the time gone by */
    LOAD_FIRST = 10,      /* the same while the list does not fill the screen yet: each frame shows more to read */
    ESCAPE_WAIT = 25,     /* ms after which an Escape is the key; a sequence comes in one piece, or nearly */
    KEY_PAUSE = 1000,     /* ms after which a key begins anew: no count, no sequence with what was typed before */
    RESIZE_QUIET = 25,    /* ms without another resize before one is drawn */
    RESIZE_LONGEST = 250, /* ms after which one is drawn all the same */
    INPUT_MOST = 1 << 16, /* bytes of input taken in a turn */
};

struct loop {
    struct loading *loading;
    struct app *app;
    struct canvas *canvas;
    const struct loop_setup *setup;
    struct paint *paint;
    struct input *input;
    bool redraw;           /* the state changed: the next frame is due at once */
    bool redraw_later;     /* only the loading went on */
    int64_t painted_at;
    int64_t started_at;
    size_t painted_articles; /* how many were loaded when it was painted */
    int64_t typed_at;      /* the last byte came */
    bool paused;           /* a while after the one before */
    bool resizing;         /* between the first of some resizes and the frame that shows the last */
    int64_t resized_first, resized_last;
    bool more_loaded;
    bool ended;
    int signal;            /* that ended it, or 0 */
    int frame_fd;          /* LEDE_FRAME_FD, or -1 */
    unsigned long frames;
    bool reported;         /* the last frame, on frame_fd */
};

/* ---- what the app says --------------------------------------------------------------------- */

static void
loop_suspend(struct loop *loop)
{
    struct signals_seen seen;

    term_pause();
    signals_stop();
    seen = signals_take();
    loop->signal = seen.end;
    loop->ended = seen.end != 0;
    term_resume();
    paint_forget(loop->paint);
    loop->resizing = loop->redraw = true;
    loop->resized_first = loop->resized_last = 0; /* the size may be another: look at once */
}

static void
loop_next_theme(struct loop *loop)
{
    const struct theme *theme = loop->setup->next_theme ? loop->setup->next_theme(loop->setup->arg) : NULL;

    if (!theme)
        return;
    paint_theme(loop->paint, theme);
    loop->redraw = true;
    (void)app_theme(loop->app, theme);
}

static void
loop_obey(struct loop *loop, unsigned flags)
{
    if (flags & APP_QUIT)
        loop->ended = true;
    if (flags & APP_REPAINT)
        paint_forget(loop->paint);
    if (flags & (APP_REDRAW | APP_REPAINT))
        loop->redraw = true;
    if (flags & APP_SUSPEND && !loop->ended)
        loop_suspend(loop);
    if (flags & APP_THEME && !loop->ended)
        loop_next_theme(loop);
    if (app_wants_stop(loop->app))
        loading_stop(loop->loading);
}

/* Before the app looks at the index again, it must know that it grew. */
static void
loop_tell(struct loop *loop)
{
    struct loading *loading = loop->loading;

    if (!loading->news)
        return;
    loading->news = false;
    if (!loading->done)
        loading->progress = import_progress(loading->import);
    if (app_grown(loop->app, loading->progress, loading->done) & APP_REDRAW) {
        loop->redraw_later = true;
        loop->redraw |= loading->done;
    }
}

/* ---- signals ------------------------------------------------------------------------------- */

static void
loop_signals(struct loop *loop)
{
    struct signals_seen seen = signals_take();

    if (seen.end) {
        loop->signal = seen.end;
        loop->ended = true;
        return;
    }
    if (seen.resized) {
        loop->resized_last = loading_clock();
        if (!loop->resizing)
            loop->resized_first = loop->resized_last;
        loop->resizing = true;
    }
    if (seen.stop) {
        loop_suspend(loop);
    } else if (seen.resumed) {
        term_resume(); /* somebody else had the terminal */
        paint_forget(loop->paint);
        loop->redraw = true;
    }
}

static int64_t
loop_resize_at(const struct loop *loop)
{
    int64_t quiet = loop->resized_last + RESIZE_QUIET, longest = loop->resized_first + RESIZE_LONGEST;

    return quiet < longest ? quiet : longest;
}

static void
loop_resize(struct loop *loop)
{
    int width, height;

    if (!loop->resizing || loading_clock() < loop_resize_at(loop))
        return;
    loop->resizing = false;
    term_size(&width, &height);
    loop->redraw = true;
    if (width == loop->canvas->width && height == loop->canvas->height) {
        paint_forget(loop->paint); /* there and back again: what was cut off meanwhile is gone */
        return;
    }
    canvas_resize(loop->canvas, width, height);
    loop_tell(loop);
    loop_obey(loop, app_resize(loop->app, width, height));
}

/* ---- keys -------------------------------------------------------------------------------------- */

static bool
loop_readable(void)
{
    struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};

    return poll(&fd, 1, 0) > 0 && fd.revents & POLLIN;
}

/* The terminal went away: nobody is there to read on. */
static void
loop_vanished(struct loop *loop)
{
    loop->ended = true;
    loop->signal = SIGHUP;
}

static void
loop_read(struct loop *loop)
{
    char bytes[4096];

    for (size_t total = 0; total < INPUT_MOST && loop_readable();) {
        ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);

        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (n <= 0) {
            loop_vanished(loop);
            return;
        }
        input_feed(loop->input, bytes, (size_t)n);
        loop->paused |= loading_clock() > loop->typed_at + KEY_PAUSE;
        loop->typed_at = loading_clock();
        total += (size_t)n;
    }
}

static void
loop_input(struct loop *loop)
{
    struct input_event event;

    loop_read(loop);
    if (app_waits(loop->app) && loading_clock() > loop->typed_at + KEY_PAUSE)
        loop_obey(loop, app_paused(loop->app));
    if (input_unfinished(loop->input) && loading_clock() >= loop->typed_at + ESCAPE_WAIT)
        input_expire(loop->input);
    while (!loop->ended && input_next(loop->input, &event)) {
        loop_tell(loop);
        if (loop->paused)
            loop_obey(loop, app_paused(loop->app));
        loop->paused = false;
        loop_obey(loop, event.key ? app_key(loop->app, event.key) : app_paste(loop->app, event.text, event.len));
    }
}

/* ---- frames -------------------------------------------------------------------------------------- */

/* When a frame is due that shows what was loaded since the last. */
static int64_t
loop_repaint_at(const struct loop *loop)
{
    int64_t after = (loop->painted_at - loop->started_at) / LOAD_SLOWING;

    if (loop->painted_articles < (size_t)loop->canvas->height)
        after = LOAD_FIRST;
    else if (after < LOAD_REPAINT)
        after = LOAD_REPAINT;
    else if (after > LOAD_SLOWEST)
        after = LOAD_SLOWEST;
    return loop->painted_at + after;
}

static bool
loop_frame_due(const struct loop *loop)
{
    if (loop->ended || loop->resizing)
        return false;
    return loop->redraw || (loop->redraw_later && loading_clock() >= loop_repaint_at(loop));
}

static void
loop_paint(struct loop *loop)
{
    loop_tell(loop);
    if (!loop_frame_due(loop))
        return;
    app_draw(loop->app, loop->canvas);
    paint_frame(loop->paint, loop->canvas);
    loop->redraw = loop->redraw_later = false;
    loop->painted_at = loading_clock();
    loop->painted_articles = index_narticles(loop->loading->index);
    loop->frames++;
    loop->reported = false;
}

/* Tells who waits for it that all input is on the screen. */
static void
loop_report(struct loop *loop)
{
    char line[40];
    int n;

    if (loop->frame_fd < 0 || loop->reported || loop->redraw || loop->resizing || input_unfinished(loop->input) ||
        loop_readable())
        return;
    n = snprintf(line, sizeof line, "frame %lu\n", loop->frames);
    if (write(loop->frame_fd, line, (size_t)n) < 0)
        loop->frame_fd = -1;
    loop->reported = true;
}

static void
loop_until(int64_t *at, int64_t time)
{
    if (*at < 0 || time < *at)
        *at = time;
}

/* Milliseconds until there is something to do even if nothing comes; -1: never. */
static int
loop_timeout(const struct loop *loop)
{
    int64_t at = -1, left;

    if (loop->more_loaded || app_has_work(loop->app))
        return 0;
    if (loop->resizing)
        loop_until(&at, loop_resize_at(loop));
    else if (loop->redraw_later)
        loop_until(&at, loop_repaint_at(loop));
    if (input_unfinished(loop->input))
        loop_until(&at, loop->typed_at + ESCAPE_WAIT);
    if (app_waits(loop->app))
        loop_until(&at, loop->typed_at + KEY_PAUSE + 1);
    if (at < 0)
        return -1;
    left = at - loading_clock();
    return left > 0 ? (int)left : 0;
}

static void
loop_wait(struct loop *loop)
{
    struct pollfd fds[] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = signals_fd(), .events = POLLIN},
        {.fd = loading_fd(loop->loading), .events = POLLIN},
    };

    if (poll(fds, sizeof fds / sizeof *fds, loop_timeout(loop)) > 0 && fds[0].revents & (POLLHUP | POLLERR | POLLNVAL))
        loop_vanished(loop);
}

/* While nobody types, the app goes on with what a key began. The first frame with all of it is due at once. */
static void
loop_work(struct loop *loop)
{
    if (!app_has_work(loop->app) || loop_readable())
        return;
    loop_tell(loop);
    loop->redraw_later |= app_work(loop->app) & APP_REDRAW;
    loop->redraw |= loop->redraw_later && !app_has_work(loop->app);
}

static void
loop_turn(struct loop *loop)
{
    loop_paint(loop);
    loop_report(loop);
    loop_wait(loop);
    if (!loop->ended)
        loop_signals(loop);
    if (!loop->ended)
        loop_resize(loop);
    if (!loop->ended)
        loop_input(loop);
    if (!loop->ended)
        loop->more_loaded = loading_take(loop->loading, LOAD_SLICE);
    if (!loop->ended)
        loop_work(loop);
}

/* ---- in and out ------------------------------------------------------------------------------------ */

static int
loop_frame_fd(void)
{
    const char *s = getenv("LEDE_FRAME_FD");
    char *end;
    long fd;

    if (!s || !*s)
        return -1;
    fd = strtol(s, &end, 10);
    return *end || fd < 0 || fd > 1 << 20 || fcntl((int)fd, F_GETFD) < 0 ? -1 : (int)fd;
}

static void
loop_open(struct loop *loop, const struct loop_setup *setup)
{
    struct app_setup app = {
        .index = setup->loading->index,
        .problems = setup->loading->problems,
        .keymap = setup->keymap,
        .theme = setup->theme,
        .opened = setup->opened,
        .words = setup->loading->setup->loader.words,
        .past = setup->past,
        .ascii = setup->ascii,
    };
    int width, height;

    *loop = (struct loop){.setup = setup, .loading = setup->loading, .redraw = true, .reported = true, .frame_fd = loop_frame_fd(),
                          .started_at = loading_clock()};
    loop->input = input_new();
    term_learn_keys(loop->input);
    loop->paint = paint_new(setup->theme, setup->ascii);
    loop->app = app_new(&app);
    term_size(&width, &height);
    loop->canvas = canvas_new(width, height);
    loop->canvas->ascii = setup->ascii;
    (void)app_resize(loop->app, width, height);
}

/* A small collection is all there in the first frame; of a large one, or what a cache has, a screenful is enough. */
static void
loop_first_wait(struct loop *loop)
{
    for (int i = 0; i < FIRST_WAIT && !loop->loading->done; i++) {
        if (index_nalive(loop->loading->index) >= (uint32_t)loop->canvas->height)
            return;
        loading_wait(loop->loading, 1);
    }
}

int
loop_run(const struct loop_setup *setup)
{
    struct loop loop;

    loop_open(&loop, setup);
    loop_first_wait(&loop);
    while (!loop.ended)
        loop_turn(&loop);
    app_free(loop.app);
    canvas_free(loop.canvas);
    paint_free(loop.paint);
    input_free(loop.input);
    return loop.signal;
}
