#!/bin/sh
# SPDX-License-Identifier: MIT
# manual.sh PROGRAM: prints the manual page, made of what the program's --help says, and that of each of its commands.
set -eu
program=$1
export LC_ALL=C.UTF-8

ask() {
    "$program" "$@" --help --lang en
}

# as_manual HEADING [HEADING_OF_THE_REST]: help as the manual's text. A line of two columns is a tagged paragraph, and what is
# indented more continues it.
as_manual() {
    awk -v heading="$1" -v rest="${2:-.PP}" '
        function escaped(text) {
            gsub(/\\/, "\\e", text)
            gsub(/-/, "\\-", text)
            sub(/^[.\047]/, "\\\\\\&&", text)
            return text
        }
        function say(request, text) {
            if (gap != "") print gap
            gap = ""
            if (request != "") print request
            if (text != "") print escaped(text)
        }
        /^Usage: / { sub(/^Usage: /, ""); usage = heading }
        /^Exit codes/ { next }
        /^$/ { gap = usage == "" ? ".PP" : rest; usage = ""; next }
        usage != "" { sub(/^ +/, ""); say(usage "\n.B " escaped($0)); usage = ".br"; next }
        /^  [^ ]/ {
            sub(/^  /, "")
            typed = match($0, /  +/) ? substr($0, 1, RSTART - 1) : $0
            say(".TP\n.B " escaped(typed), substr($0, length(typed) + 1 + RLENGTH))
            next
        }
        { sub(/^ +/, ""); say("", $0) }
    '
}

main=$(ask)
commands=$(printf '%s\n' "$main" | sed -n '/^Commands/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
cat << 'END'
.\" SPDX-License-Identifier: MIT
END
printf '.TH IOMODELS 1 "" "%s" "User Commands"\n' "$("$program" --version)"
printf '.SH NAME\niomodels \\- real servers and clients, recorded call by call\n'
printf '%s\n' "$main" | as_manual '.SH SYNOPSIS' '.SH DESCRIPTION'
printf '.SH COMMANDS\n'
for command in $commands; do
    ask "$command" | as_manual ".SS $command"
done
printf '.SH EXIT STATUS\n'
printf '%s\n' "$main" | sed -n 's/^Exit codes: //p'
cat << 'END'
.SH FILES
.TP
.I FILE.iotrace
A recording.
.TP
.I FILE.lesson
A lesson, as a text.
.SH SEE ALSO
.BR select (2),
.BR poll (2),
.BR recv (2),
.BR aio (7),
.BR epoll (7),
.BR strace (1)
END
