// SPDX-License-Identifier: MIT
// The statements as a program in C: with declarations, casts and includes, without anything of the bench's own.
#include "bench/machine.h"

#include <algorithm>
#include <set>

namespace bench {
namespace {

template <typename... Part>
std::string together(const Part &...parts)
{
    std::string all;
    (all.append(std::string_view(parts)), ...);
    return all;
}

std::string quoted(std::string_view bytes)
{
    std::string text = "\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            text += "\\n";
        } else if (c == '"' || c == '\\') {
            text += std::string("\\") + c;
        } else if (byte >= 0x20 && byte < 0x7f && c != '?') {
            text += c;
        } else { // three octal digits: what follows cannot be taken for one more
            text += '\\';
            for (const int shift : {6, 3, 0})
                text += char('0' + (byte >> shift & 7));
        }
    }
    return text + "\"";
}

class Writer {
public:
    explicit Writer(const Variables &variables)
    {
        for (const auto &variable : variables.all())
            m_variables.push_back(variable.get());
    }

    std::string statement(const Statement &of) const
    {
        std::string text;
        for (const Statement::Part &part : of.parts)
            if (part.value)
                text += together("    ", part.target ? assignment(of, *part.target, *part.value) : alone(*part.value), "\n");
        return text;
    }

    // A call whose result a compiler wants looked at.
    static bool heeded(const Term &value)
    {
        return value.kind == Term::call && (value.word == "pipe" || value.word == "read" || value.word == "write");
    }

private:
    const Variable *find(std::string_view name) const
    {
        const auto found = std::ranges::find(m_variables, name, &Variable::name);
        return found == m_variables.end() ? nullptr : *found;
    }
    bool is(const Term &term, Variable::Kind kind) const
    {
        const Variable *variable = term.kind == Term::name ? find(term.word) : nullptr;
        return variable && variable->kind == kind;
    }

    std::string alone(const Term &value) const
    {
        if (value.kind == Term::call && value.word == "fgets")
            return together("if (!", expression(value), ")\n        clearerr(stdin);");
        if (heeded(value))
            return together("ignored = (int)", expression(value), ";");
        return value.kind == Term::call && !computes(value.word) ? expression(value) + ";" : together("(void)(", expression(value), ");");
    }

    std::string assignment(const Statement &of, Term target, const Term &value) const
    {
        if (!of.type.empty() && target.kind == Term::index) {
            Term name = target.parts[0];
            target = std::move(name);
        }
        if (value.kind == Term::braces)
            return braces(target, value);
        if (value.kind == Term::text)
            return together("memcpy(", target.word, ", ", quoted(value.word), ", ", std::to_string(value.word.size() + 1), ");");
        return expression(target) + " = " + expression(value) + ";";
    }

    std::string braces(const Term &target, const Term &value) const
    {
        const Term &base = target.kind == Term::name ? target : target.parts[0];
        const Variable *variable = base.kind == Term::name ? find(base.word) : nullptr;
        if (!variable)
            return {};
        std::vector<std::vector<std::string>> groups;
        const bool nested = std::ranges::any_of(value.parts, [](const Term &part) { return part.kind == Term::braces; });
        if (!nested)
            groups.emplace_back();
        for (const Term &part : value.parts) {
            if (nested)
                groups.emplace_back();
            if (part.kind != Term::braces)
                groups.back().push_back(expression(part));
            else
                for (const Term &inner : part.parts)
                    groups.back().push_back(expression(inner));
        }
        if (target.kind == Term::name)
            return whole(*variable, groups);
        return together(expression(target), " = ", one(*variable, groups.empty() ? std::vector<std::string>() : groups[0]), ";");
    }

    // One place of it.
    static std::string one(const Variable &variable, const std::vector<std::string> &group)
    {
        const auto at = [&](size_t i) { return i < group.size() ? group[i] : std::string("0"); };
        switch (variable.kind) {
        case Variable::timeval: return together("(struct timeval){.tv_sec = ", at(0), ", .tv_usec = ", at(1), "}");
        case Variable::timespec: return together("(struct timespec){.tv_sec = ", at(0), ", .tv_nsec = ", at(1), "}");
        case Variable::linger: return together("(struct linger){.l_onoff = ", at(0), ", .l_linger = ", at(1), "}");
        case Variable::pollfds: return together("(struct pollfd){.fd = ", at(0), ", .events = ", at(1), ", .revents = ", at(2), "}");
        case Variable::events: return together("(struct epoll_event){.events = ", at(0), ", .data.fd = ", at(1), "}");
        case Variable::address:
            return together("(struct sockaddr_in){.sin_family = ", at(0), ", .sin_port = ", at(1), ", .sin_addr.s_addr = ", at(2), "}");
        default: return at(0);
        }
    }

    static std::string whole(const Variable &variable, const std::vector<std::vector<std::string>> &groups)
    {
        std::vector<std::string> all;
        for (const auto &group : groups)
            all.insert(all.end(), group.begin(), group.end());
        const auto place = [&](size_t i) { return variable.name + "[" + std::to_string(i) + "] = "; };
        std::string text;
        switch (variable.kind) {
        case Variable::pollfds:
        case Variable::events:
            for (size_t i = 0; i < variable.places(); ++i)
                text += together(text.empty() ? "" : " ", place(i), one(variable, i < groups.size() ? groups[i] : std::vector<std::string>()), ";");
            return text;
        case Variable::numbers:
        case Variable::braces:
            for (size_t i = 0; i < std::max(all.size(), variable.kind == Variable::numbers ? variable.places() : 0); ++i)
                text += together(text.empty() ? "" : " ", place(i), i < all.size() ? all[i] : "0", ";");
            return text.empty() ? ";" : text;
        case Variable::requests:
            for (size_t i = 0; i < all.size(); ++i)
                text += together(text.empty() ? "" : " ", place(i), all[i], ";");
            return text;
        case Variable::mask:
            text = together("sigemptyset(&", variable.name, ");");
            for (const std::string &signal : all)
                text += together(" sigaddset(&", variable.name, ", ", signal, ");");
            return text;
        case Variable::action: {
            const bool counts = !all.empty() && all[0] == "count";
            const std::string given = all.size() > 1 ? together("(", all[1], ") | ") : std::string();
            const std::string handler = counts ? std::string("count") : all.empty() ? std::string("SIG_DFL") : all[0];
            text = together(variable.name, " = (struct sigaction){.sa_flags = ", given, counts ? "SA_SIGINFO" : "0", "};");
            return together(text, " ", variable.name, counts ? ".sa_sigaction = " : ".sa_handler = ", handler, ";");
        }
        default: return variable.name + " = " + one(variable, all) + ";";
        }
    }

    std::string expression(const Term &term) const
    {
        switch (term.kind) {
        case Term::number: return term.value > INT32_MAX ? std::to_string(term.value) + "u" : std::to_string(term.value);
        case Term::text: return quoted(term.word);
        case Term::name: return term.word;
        case Term::call: return call(term);
        case Term::unary: return together(term.word, "(", expression(term.parts[0]), ")");
        case Term::binary: return together("(", expression(term.parts[0]), " ", term.word, " ", expression(term.parts[1]), ")");
        case Term::address: return together("&", expression(term.parts[0]));
        case Term::size_of: return together("sizeof(", expression(term.parts[0]), ")");
        case Term::index: return expression(term.parts[0]) + "[" + expression(term.parts[1]) + "]";
        case Term::member: {
            const bool array = is(term.parts[0], Variable::pollfds) || is(term.parts[0], Variable::events);
            return expression(term.parts[0]) + (array ? "[0]." : ".") + term.word;
        }
        case Term::braces: break;
        }
        return "0";
    }

    std::string call(const Term &term) const
    {
        const KnownCall *known = known_call(term.word);
        std::string text = term.word + "(";
        for (size_t i = 0; i < term.parts.size(); ++i) {
            const Term &part = term.parts[i];
            const Param is_a = known && i < known->arity() ? known->parameters[i].is : Param::number;
            text += i ? ", " : "";
            const bool address = (is_a == Param::address || is_a == Param::peer) && part.kind == Term::address;
            const bool array = part.kind == Term::address && (is(part.parts[0], Variable::events) || is(part.parts[0], Variable::pollfds));
            text += address ? together("(struct sockaddr *)", expression(part)) : array ? expression(part.parts[0]) : expression(part);
        }
        return text + ")";
    }

    std::vector<const Variable *> m_variables;
};

} // namespace

std::string as_c(const std::vector<Statement> &statements, const Variables &variables)
{
    std::string text = "// The statements of a bench of I/O Models, as a program.\n"
                       "// cc -Wall -Wextra -Werror FILE.c; descriptors 0, 1 and 2 are the terminal it is started at.\n"
                       "#define _GNU_SOURCE\n";
    for (const char *header : {"aio.h", "arpa/inet.h", "fcntl.h", "netinet/in.h", "netinet/tcp.h", "poll.h", "signal.h", "stdio.h", "string.h", "sys/epoll.h",
                               "sys/ioctl.h", "sys/select.h", "sys/socket.h", "sys/time.h", "termios.h", "time.h", "unistd.h"})
        text += std::string("#include <") + header + ">\n";
    const bool counts = std::ranges::any_of(variables.all(), [](const auto &variable) { return variable->kind == Variable::action; });
    if (counts)
        text += "\nstatic volatile sig_atomic_t signals;\n\nstatic void count(int signal, siginfo_t *info, void *context)\n{\n"
                "    (void)signal, (void)info, (void)context;\n    ++signals;\n}\n";
    const Writer writer(variables);
    std::string body;
    for (const Statement &statement : statements)
        body += writer.statement(statement);
    const bool by_thread = body.find("SIGEV_THREAD") != std::string::npos;
    if (by_thread)
        text += "\nstatic void told(union sigval value)\n{\n    (void)value;\n}\n";
    text += "\nint main(void)\n{\n    signal(SIGPIPE, SIG_IGN); // it is an error of write(2) then\n";
    for (const auto &variable : variables.all()) {
        std::string begins; // as what, where that is not 0; of a request that says nothing SIGEV_SIGNAL would be
        if (variable->kind == Variable::request)
            begins = together(" = {.aio_sigevent.sigev_notify = SIGEV_NONE", by_thread ? ", .aio_sigevent.sigev_notify_function = told" : "", "}");
        else if (variable->initial)
            begins = together(" = ", std::to_string(variable->initial));
        text += together("    static ", variable->type(), " ", variable->name, variable->extent(), begins, ";\n");
    }
    const bool ignores = std::ranges::any_of(statements, [](const Statement &statement) {
        return std::ranges::any_of(statement.parts, [](const Statement::Part &part) { return !part.target && part.value && Writer::heeded(*part.value); });
    });
    text += ignores ? "    static int ignored;\n\n" : "\n";
    text += body + "\n";
    for (const auto &variable : variables.all()) // what nobody looks at is no mistake here
        text += together("    (void)", variable->name, ";\n");
    if (ignores)
        text += "    (void)ignored;\n";
    if (counts)
        text += "    (void)count;\n";
    return text + "    return 0;\n}\n";
}

} // namespace bench
