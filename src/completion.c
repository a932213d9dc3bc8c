#include "completion.h"

#include <string.h>

#include "options.h"

/* The words that an option takes, parted by blanks; "" when they are free or come from elsewhere. */
static void
completion_choices(const struct option_row *row, struct text *out)
{
    out->n = 0;
    text_add(out, "", 0);
    if (!row->choices)
        return;
    if (strcmp(row->choices, "@kinds") == 0) {
        for (int i = 0; i < QUOTE_KINDS; i++)
            text_printf(out, "%s ", quote_kind_name((enum quote_kind)i));
        for (int i = 0; i < FIGURE_KINDS; i++)
            text_printf(out, "%s ", figure_kind_name((enum figure_kind)i));
        out->v[--out->n] = '\0';
    } else if (row->choices[0] != '@') {
        text_puts(out, row->choices);
    }
}

/* The names as a pattern of the shell: "--query|-q". */
static const char *
completion_names(const struct option_row *row, struct text *out)
{
    out->n = 0;
    text_printf(out, "--%s", row->name);
    if (row->code < 256)
        text_printf(out, "|-%c", row->code);
    return out->v;
}

static bool
completion_is(const struct option_row *row, const char *source)
{
    return row->choices && strcmp(row->choices, source) == 0;
}

/* ---- bash ------------------------------------------------------------------------------ */

static void
completion_bash(FILE *out)
{
    struct text choices = {0}, names = {0};

    fputs("# bash completion for lede; made by lede --completion=bash\n"
          "_lede()\n{\n"
          "    local cur prev words cword split\n"
          "    _init_completion -s || return\n"
          "    case $prev in\n", out);
    for (size_t i = 0; i < noption_rows; i++) {
        const struct option_row *row = &option_rows[i];

        completion_choices(row, &choices);
        if (choices.n)
            fprintf(out, "    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", completion_names(row, &names), choices.v);
        else if (completion_is(row, "@themes"))
            fprintf(out, "    %s) COMPREPLY=($(compgen -W \"$(lede --list-themes 2>/dev/null)\" -- \"$cur\")); return ;;\n",
                    completion_names(row, &names));
        else if (completion_is(row, "@files"))
            fprintf(out, "    %s) _filedir; return ;;\n", completion_names(row, &names));
        else if (row->argument)
            fprintf(out, "    %s) return ;;\n", completion_names(row, &names));
    }
    fputs("    esac\n"
          "    $split && return\n"
          "    if [[ $cur == -* ]]; then\n"
          "        COMPREPLY=($(compgen -W '", out);
    for (size_t i = 0; i < noption_rows; i++)
        fprintf(out, "--%s%s ", option_rows[i].name, option_rows[i].argument ? "=" : "");
    fputs("' -- \"$cur\"))\n"
          "        [[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
          "        return\n"
          "    fi\n"
          "    [[ $cword == 1 ]] && COMPREPLY=($(compgen -W '", out);
    for (size_t i = 0; i < ncommand_rows; i++)
        fprintf(out, "%s ", command_rows[i].name);
    fputs("' -- \"$cur\"))\n"
          "    _filedir\n"
          "} &&\n"
          "complete -F _lede lede\n", out);
    text_free(&choices);
    text_free(&names);
}

/* ---- zsh --------------------------------------------------------------------------------- */

/* Within '…[…]': quotes and brackets have a meaning there. */
static void
completion_zsh_text(FILE *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '[' || *s == ']' || *s == ':')
            putc('\\', out);
        if (*s == '\'')
            fputs("'\\''", out);
        else
            putc(*s, out);
    }
}

static void
completion_zsh(FILE *out)
{
    struct text choices = {0};

    fputs("#compdef lede\n# zsh completion for lede; made by lede --completion=zsh\n_arguments -s \\\n", out);
    for (size_t i = 0; i < noption_rows; i++) {
        const struct option_row *row = &option_rows[i];

        completion_choices(row, &choices);
        if (row->code < 256)
            fprintf(out, "  '(-%c --%s)'{-%c%s,--%s%s}'[", row->code, row->name, row->code, row->argument ? "+" : "", row->name,
                    row->argument ? "=" : "");
        else
            fprintf(out, "  '--%s%s[", row->name, row->argument ? "=" : "");
        completion_zsh_text(out, row->does);
        putc(']', out);
        if (row->argument)
            fprintf(out, ":%s:", row->argument);
        if (choices.n)
            fprintf(out, "(%s)", choices.v);
        else if (completion_is(row, "@themes"))
            fputs("(${(f)\"$(lede --list-themes 2>/dev/null)\"})", out);
        else if (completion_is(row, "@files"))
            fputs("_files", out);
        fputs("' \\\n", out);
    }
    fputs("  '1: :->first' '*:path:_files'\n[[ $state == first ]] && { compadd", out);
    for (size_t i = 0; i < ncommand_rows; i++)
        fprintf(out, " %s", command_rows[i].name);
    fputs("; _files }\n", out);
    text_free(&choices);
}

/* ---- fish ---------------------------------------------------------------------------------- */

static void
completion_fish_text(FILE *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'' || *s == '\\')
            putc('\\', out);
        putc(*s, out);
    }
}

static void
completion_fish(FILE *out)
{
    struct text choices = {0};

    fputs("# fish completion for lede; made by lede --completion=fish\n", out);
    for (size_t i = 0; i < ncommand_rows; i++) {
        fprintf(out, "complete -c lede -n __fish_is_first_arg -a %s -d '", command_rows[i].name);
        completion_fish_text(out, command_rows[i].does);
        fputs("'\n", out);
    }
    for (size_t i = 0; i < noption_rows; i++) {
        const struct option_row *row = &option_rows[i];

        completion_choices(row, &choices);
        fprintf(out, "complete -c lede -l %s", row->name);
        if (row->code < 256)
            fprintf(out, " -s %c", row->code);
        if (choices.n)
            fprintf(out, " -x -a '%s'", choices.v);
        else if (completion_is(row, "@themes"))
            fputs(" -x -a '(lede --list-themes 2>/dev/null)'", out);
        else if (completion_is(row, "@files"))
            fputs(" -r", out);
        else if (row->argument)
            fputs(" -x", out);
        fputs(" -d '", out);
        completion_fish_text(out, row->does);
        fputs("'\n", out);
    }
    text_free(&choices);
}

void
completion_print(FILE *out, const char *shell)
{
    if (strcmp(shell, "bash") == 0)
        completion_bash(out);
    else if (strcmp(shell, "zsh") == 0)
        completion_zsh(out);
    else
        completion_fish(out);
}
