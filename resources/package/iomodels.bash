# SPDX-License-Identifier: MIT
# Completion of iomodels for bash. What it offers is asked of the program itself.

_iomodels() {
    local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local commands help value= offered= files=
    commands=$("$program" --help --lang en 2> /dev/null | sed -nE '/^Commands/,/^$/s/^  ([a-z]+) .*/\1/p')
    [[ $COMP_CWORD -gt 1 && $'\n'$commands$'\n' == *$'\n'"$command"$'\n'* ]] || command=
    help=$("$program" $command --help --lang en 2> /dev/null)
    # What the option before takes, as help says: FILE, or vi|en; nothing when it is none, or takes none.
    [[ $before != -* ]] || value=$(sed -nE "s/^  (.*, )?$before(, --[a-z-]+)? ([^ ]+).*/\3/p" <<< "$help")

    case $before:$value in
        --script:*) offered=$("$program" list scripts) files=1 ;;
        --server:* | --models:*) offered=$("$program" list servers) ;;
        --figure:*) offered=$("$program" list figures) ;;
        *:*FILE* | *:FOLDER) files=1 ;;
        *:*[a-z]\|[a-z]*) offered=${value//|/ } ;;
        *:?*) ;; # a number, a time
        *)
            case $command:$word in
                *:-*) offered=$(grep -oE '^  (-[a-z], )?--[a-z-]+|\[--[a-z-]+' <<< "$help" | grep -o -- '--.*') ;;
                :*) offered=$commands files=1 ;;
                run:*) offered=$("$program" list servers) files=1 ;;
                export:*) offered="$("$program" list servers) $("$program" list lessons) lecture" files=1 ;;
                play:*) offered=$("$program" list lessons) files=1 ;;
                bench:*) offered=$("$program" list benches) files=1 ;;
                list:*) offered=$(sed -nE '1s/.*\[(([a-z]+\|)+[a-z]+)\].*/\1/p' <<< "$help" | tr '|' ' ') ;;
                *) files=1 ;;
            esac ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$word"; [[ -z $files ]] || compgen -f -- "$word")
    [[ -z $files ]] || compopt -o filenames 2> /dev/null
} && complete -F _iomodels iomodels
