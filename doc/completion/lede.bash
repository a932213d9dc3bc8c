# bash completion for lede; made by lede --completion=bash
_lede()
{
    local cur prev words cword split
    _init_completion -s || return
    case $prev in
    --format) COMPREPLY=($(compgen -W 'text jsonl csv markdown' -- "$cur")); return ;;
    --query|-q) return ;;
    --speaker) return ;;
    --kind) COMPREPLY=($(compgen -W 'direct fragment pull indirect scare money percent count number ordinal fraction multiple measure duration age date' -- "$cur")); return ;;
    --unit) return ;;
    --input) COMPREPLY=($(compgen -W 'text jsonl' -- "$cur")); return ;;
    --cache) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    --jobs) return ;;
    --max-size) return ;;
    --max-files) return ;;
    --max-depth) return ;;
    --config) _filedir; return ;;
    --theme) COMPREPLY=($(compgen -W "$(lede --list-themes 2>/dev/null)" -- "$cur")); return ;;
    --completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
    esac
    $split && return
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--format= --query= --speaker= --kind= --unit= --input= --cache= --body --jobs= --max-size= --max-files= --max-depth= --config= --theme= --status --clear --check-config --list-themes --list-actions --completion= --help --version ' -- "$cur"))
        [[ ${COMPREPLY-} == *= ]] && compopt -o nospace
        return
    fi
    [[ $cword == 1 ]] && COMPREPLY=($(compgen -W 'extract quotes figures speakers search cache ' -- "$cur"))
    _filedir
} &&
complete -F _lede lede
