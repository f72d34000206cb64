// SPDX-License-Identifier: MIT
#include "bench/scanner.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace bench {
namespace {

constexpr size_t longest = 4'000; // characters of a statement
constexpr int deepest = 40;       // parts within parts

// Words of C that are no variables, and what <…> headers or the exported program make of a name.
constexpr std::string_view reserved_words[] = {
    "auto", "char", "const", "double", "enum", "extern", "float", "inline", "int", "long", "register", "restrict", "short", "signed", "sizeof",
    "static", "struct", "typedef", "union", "unsigned", "void", "volatile", "asm", "typeof", "linux", "unix", "stdin", "stdout", "stderr",
    "environ", "ignored", "count", "signals", "signal", "memcpy", "sigemptyset", "sigaddset", "bool", "true", "false", "nullptr",
    "fd_set", "socklen_t", "ssize_t", "size_t", "sigset_t",
};

// Of loops, conditions and functions: a statement of the bench is none.
constexpr std::string_view program_words[] = {
    "break", "case", "continue", "default", "do", "else", "for", "goto", "if", "main", "return", "switch", "while",
};

// Of C, and not of the bench; the longer ones first.
constexpr std::string_view unknown_operators[] = {
    "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    "*", "/", "%", "^", "<", ">", "!", "?",
};

struct TypeWords {
    std::string_view first, second; // "struct", "timeval"
};
constexpr TypeWords types[] = {
    {"int", ""}, {"char", ""}, {"fd_set", ""}, {"socklen_t", ""}, {"ssize_t", ""}, {"sigset_t", ""},
    {"struct", "timeval"}, {"struct", "timespec"}, {"struct", "linger"}, {"struct", "pollfd"}, {"struct", "sockaddr_in"},
    {"struct", "epoll_event"}, {"struct", "sigaction"}, {"struct", "aiocb"},
};

class Parser : Scanner {
public:
    explicit Parser(std::string_view line) : Scanner(line) {}
    std::variant<Statement, Wrong> statement()
    {
        if (m_line.size() > longest)
            return Wrong{.what = Wrong::too_long, .column = int(longest) + 1};
        Statement statement;
        if (read(statement))
            return statement;
        return m_wrong;
    }

private:
    bool read(Statement &statement)
    {
        skip();
        const size_t begin = m_at;
        if (!at_end() && peek() != ';') {
            const bool declares = type(statement.type);
            if (m_failed)
                return false;
            do {
                if (!part(statement, declares))
                    return false;
            } while (declares && take(','));
        }
        size_t end = m_at;
        const bool ended = take(';');
        skip();
        while (end > begin && is_space(m_line[end - 1]))
            --end;
        statement.text = std::string(m_line.substr(begin, end - begin));
        return at_end() || (ended ? fail(Wrong::two_statements) : fail(Wrong::expected, ";"));
    }

    // "int", "struct timeval", when the statement begins so.
    bool type(std::string &into)
    {
        const size_t before = m_at;
        const std::string first = word();
        skip();
        const size_t middle = m_at;
        const std::string second = word();
        for (const TypeWords &type : types)
            if (first == type.first && (type.second.empty() || second == type.second)) {
                m_at = type.second.empty() ? middle : m_at;
                into = type.second.empty() ? first : first + " " + second;
                skip();
                return true;
            }
        if (first == "struct") {
            m_at = middle;
            fail(Wrong::type_expected);
        } else {
            m_at = before;
        }
        return false;
    }

    bool part(Statement &statement, bool declares)
    {
        Statement::Part part;
        Term first;
        if (!(declares ? target(first) : expression(first)))
            return false;
        skip();
        if (!declares && peek() != '=') {
            part.value = std::move(first);
        } else {
            const bool assignable = first.kind == Term::name || first.kind == Term::index || first.kind == Term::member;
            if (!assignable)
                return fail(Wrong::not_assignable, {}, first.column);
            part.target = std::move(first);
            if (take('=')) {
                skip();
                Term value;
                if (!(peek() == '{' ? braces(value) : expression(value)))
                    return false;
                part.value = std::move(value);
            }
        }
        statement.parts.push_back(std::move(part));
        skip();
        return true;
    }

    // NAME, NAME[SIZE]
    bool target(Term &term)
    {
        if (!name(term))
            return false;
        while (peek() == '[')
            if (!after(term))
                return false;
        return true;
    }

    bool expression(Term &term) { return binary(term, 0); }

    // By how tight they bind: | & + and -
    bool binary(Term &term, int level)
    {
        const Deeper deeper(*this);
        if (m_failed)
            return false;
        if (level == 3)
            return unary(term);
        if (!binary(term, level + 1))
            return false;
        for (int chained = 0;; ++chained) {
            skip();
            if (const std::string_view unknown = unknown_operator(); !unknown.empty())
                return fail(Wrong::unknown_operator, std::string(unknown));
            const char c = peek();
            const bool here = (level == 0 && c == '|') || (level == 1 && c == '&') || (level == 2 && (c == '+' || c == '-'));
            if (!here)
                return true;
            if (chained == deepest)
                return fail(Wrong::too_deep);
            Term both{.kind = Term::binary, .column = column(), .word = std::string(1, c)};
            ++m_at;
            skip();
            Term right;
            if (!binary(right, level + 1))
                return false;
            both.parts.push_back(std::move(term));
            both.parts.push_back(std::move(right));
            term = std::move(both);
        }
    }

    // That stands here; empty: none.
    std::string_view unknown_operator() const
    {
        const auto here = [this](std::string_view one) { return m_line.substr(m_at).starts_with(one); };
        const auto found = std::ranges::find_if(unknown_operators, here);
        return found == std::end(unknown_operators) ? std::string_view() : *found;
    }

    bool unary(Term &term)
    {
        const Deeper deeper(*this);
        if (m_failed)
            return false;
        skip();
        if (const std::string_view unknown = unknown_operator(); !unknown.empty())
            return fail(Wrong::unknown_operator, std::string(unknown));
        const char c = peek();
        if (c == '-' || c == '~' || c == '&') {
            term = Term{.kind = c == '&' ? Term::address : Term::unary, .column = column(), .word = std::string(1, c)};
            ++m_at;
            Term of;
            if (!unary(of))
                return false;
            if (c == '&' && of.kind != Term::name && of.kind != Term::index && of.kind != Term::member)
                return fail(Wrong::name_expected, {}, of.column);
            term.parts.push_back(std::move(of));
            return true;
        }
        if (c == '(' && cast())
            return m_failed ? false : unary(term);
        if (begins_name(c) && peek_word() == "sizeof")
            return size_of(term);
        return primary(term) && postfix(term);
    }

    // "(struct sockaddr *)" and its like: what it makes of a pointer the bench knows anyway.
    bool cast()
    {
        const size_t before = m_at;
        ++m_at;
        skip();
        std::string first = word();
        skip();
        if (first == "const") {
            first = word();
            skip();
        }
        if (first == "struct") {
            word();
            skip();
        }
        const bool pointer = (first == "struct" || first == "void" || first == "char") && take('*');
        skip();
        if (pointer && take(')'))
            return true;
        m_at = before;
        return false;
    }

    bool size_of(Term &term)
    {
        term = Term{.kind = Term::size_of, .column = column(), .word = "sizeof"};
        word();
        skip();
        const bool bracketed = take('(');
        skip();
        Term of;
        std::string named;
        const size_t before = m_at;
        const int at = column();
        if (bracketed && type(named)) {
            of = Term{.kind = Term::name, .column = at, .word = named};
        } else {
            if (m_failed)
                return false;
            m_at = before;
            if (!unary(of))
                return false;
        }
        skip();
        if (bracketed && !take(')'))
            return fail(Wrong::expected, ")");
        term.parts.push_back(std::move(of));
        return true;
    }

    bool primary(Term &term)
    {
        const char c = peek();
        if (is_digit(c))
            return number(term);
        if (c == '\'')
            return character(term);
        if (c == '"')
            return text(term);
        if (begins_name(c))
            return name(term);
        if (c == '(') {
            ++m_at;
            skip();
            if (!expression(term))
                return false;
            skip();
            return take(')') || fail(Wrong::expected, ")");
        }
        if (c == '{')
            return fail(Wrong::value_expected);
        if (c != 0 && static_cast<unsigned char>(c) < 0x80 && std::string_view(")];,}=.").find(c) == std::string_view::npos)
            return fail(Wrong::unknown_operator, std::string(1, c));
        return fail(Wrong::value_expected);
    }

    bool postfix(Term &term)
    {
        for (int times = 0;; ++times) {
            skip();
            const char c = peek();
            if (times == deepest)
                return fail(Wrong::too_deep);
            if (c == '(' && term.kind == Term::name) {
                if (!arguments(term))
                    return false;
            } else if (c == '[' || c == '.') {
                if (!after(term))
                    return false;
            } else {
                return true;
            }
        }
    }

    bool arguments(Term &term)
    {
        term.kind = Term::call;
        ++m_at;
        skip();
        if (take(')'))
            return true;
        do {
            skip();
            Term argument;
            if (!expression(argument))
                return false;
            term.parts.push_back(std::move(argument));
            skip();
        } while (take(','));
        return take(')') || fail(Wrong::expected, ")");
    }

    // [INDEX] or .MEMBER behind a term
    bool after(Term &term)
    {
        const bool indexed = peek() == '[';
        Term longer{.kind = indexed ? Term::index : Term::member, .column = term.column};
        ++m_at;
        skip();
        longer.parts.push_back(std::move(term));
        if (indexed) {
            Term inside;
            if (!expression(inside))
                return false;
            longer.parts.push_back(std::move(inside));
            skip();
            if (!take(']'))
                return fail(Wrong::expected, "]");
        } else {
            if (!begins_name(peek()))
                return fail(Wrong::name_expected);
            longer.word = word();
        }
        skip();
        term = std::move(longer);
        return true;
    }

    bool braces(Term &term)
    {
        const Deeper deeper(*this);
        if (m_failed)
            return false;
        term = Term{.kind = Term::braces, .column = column()};
        ++m_at;
        skip();
        if (take('}'))
            return true;
        do {
            skip();
            Term part;
            if (!(peek() == '{' ? braces(part) : expression(part)))
                return false;
            term.parts.push_back(std::move(part));
            skip();
        } while (take(','));
        return take('}') || fail(Wrong::expected, "}");
    }

    bool name(Term &term)
    {
        skip();
        if (!begins_name(peek()))
            return fail(Wrong::name_expected);
        term = Term{.kind = Term::name, .column = column()};
        term.word = word();
        if (std::ranges::find(program_words, term.word) != std::end(program_words))
            return fail(Wrong::no_program, term.word, term.column);
        if (term.word == "errno")
            return fail(Wrong::reads_errno, {}, term.column);
        if (std::ranges::find(reserved_words, term.word) != std::end(reserved_words) && term.word != "count" && term.word != "stdin")
            return fail(Wrong::reserved, term.word, term.column);
        return true;
    }

    bool number(Term &term)
    {
        term = Term{.kind = Term::number, .column = column()};
        size_t end = m_at;
        while (end < m_line.size() && in_name(m_line[end]))
            ++end;
        const std::string_view digits = m_line.substr(m_at, end - m_at);
        const bool hexadecimal = digits.starts_with("0x") || digits.starts_with("0X"), octal = !hexadecimal && digits.size() > 1 && digits[0] == '0';
        std::string_view body = digits.substr(hexadecimal ? 2 : octal ? 1 : 0);
        while (!body.empty() && std::string_view("uUlL").find(body.back()) != std::string_view::npos) // 5u, 5L: the same number
            body.remove_suffix(1);
        const auto [stop, error] = std::from_chars(body.begin(), body.end(), term.value, hexadecimal ? 16 : octal ? 8 : 10);
        if (stop != body.end() || error == std::errc::invalid_argument)
            return fail(Wrong::bad_number, std::string(digits));
        if (error != std::errc() || term.value > INT32_MAX * int64_t(2) + 1)
            return fail(Wrong::large_number, std::string(digits));
        m_at = end;
        return true;
    }

    bool character(Term &term)
    {
        term = Term{.kind = Term::number, .column = column()};
        std::string one;
        const size_t begin = m_at;
        if (!quoted('\'', one))
            return false;
        if (one.size() != 1)
            return fail(Wrong::no_character, std::string(m_line.substr(begin, m_at - begin)), term.column);
        term.value = one[0];
        return true;
    }

    bool text(Term &term)
    {
        term = Term{.kind = Term::text, .column = column()};
        do { // "a" "b" is "ab"
            if (!quoted('"', term.word))
                return false;
            skip();
        } while (peek() == '"');
        return true;
    }

    struct Deeper {
        explicit Deeper(Parser &of) : parser(of)
        {
            if (++parser.m_depth > 4 * deepest)
                parser.fail(Wrong::too_deep);
        }
        ~Deeper() { --parser.m_depth; }
        Parser &parser;
    };


    int m_depth = 0;
};

} // namespace

std::variant<Statement, Wrong> parse(std::string_view line)
{
    return Parser(line).statement();
}

} // namespace bench
