// SPDX-License-Identifier: MIT
#include "source_tree.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace house {
namespace {

// Which rooms a room may name. What stands here is the picture in the README.
const QMap<QString, QStringList> arrows{
    {"trace", {}},
    {"calls", {"trace"}},
    {"posix", {"trace"}},
    {"servers", {"trace", "posix"}},
    {"clients", {"trace", "posix"}},
    {"bench", {"trace", "calls", "posix", "clients"}},
    {"audience", {"posix"}},
    {"lab", {"trace", "calls", "posix", "servers", "clients", "bench"}},
    {"replay", {"trace", "calls"}},
    {"comparison", {"trace", "calls", "servers", "clients", "lab", "replay"}},
    {"archive", {"trace", "calls"}},
    {"words", {"trace", "calls", "replay"}},
    {"lessons", {"trace", "calls", "servers", "lab", "bench", "replay", "comparison", "archive", "words", "audience"}},
    {"drawing", {"archive"}},
    {"figures", {"trace", "calls", "replay", "archive", "words", "drawing"}},
    {"page", {"trace", "calls", "replay", "archive", "words", "lessons", "drawing", "figures"}},
    {"cli",
     {"trace", "calls", "posix", "servers", "clients", "lab", "bench", "replay", "comparison", "archive", "words", "lessons", "drawing", "figures", "page", "audience"}},
};

const QStringList engine{"trace", "calls", "posix", "servers", "clients", "bench", "lab", "audience", "replay", "comparison"};

QString room(const QString &path)
{
    return path.startsWith("src/") ? path.section('/', 1, 1) : QString();
}

bool is_cmake(const File &file)
{
    return file.path.endsWith("CMakeLists.txt");
}

// The first group of every match of `pattern`.
QStringList all(const QString &pattern, const QString &text)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured(1);
    return found;
}

QStringList included(const File &file)
{
    return all(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])", file.text);
}

QStringList linked(const File &file)
{
    return all(R"(\b(iomodels_\w+|Qt6::\w+)\b)", file.text);
}

} // namespace

std::vector<File> files(const QStringList &folders)
{
    const QString top = QStringLiteral(IOMODELS_SOURCE_DIR "/");
    std::vector<File> found;
    for (const QString &folder : folders) {
        QDirIterator entries(top + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            const QString path = file.fileName().mid(top.size());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray text = file.readAll();
            if (path.contains(QRegularExpression(R"(\.(cpp|h|sh)$|CMakeLists\.txt$)")) || text.startsWith("#!"))
                found.push_back({path, QString::fromUtf8(text)});
        }
    }
    std::ranges::sort(found, {}, &File::path);
    return found;
}

QStringList against_the_arrows(const File &file)
{
    const QString here = room(file.path);
    if (here.isEmpty() || file.path == "src/CMakeLists.txt")
        return {};
    if (!arrows.contains(here))
        return {file.path + ": the house has no room of this name"};
    QStringList wrong;
    const auto check = [&](const QString &there, const QString &named) {
        if (there != here && (arrows.contains(there) || there == "ui" || there == "tests")
            && !arrows[here].contains(there))
            wrong += file.path + ": names " + named;
    };
    if (is_cmake(file)) {
        for (const QString &target : linked(file))
            check(target.section('_', 1), target);
    } else {
        for (const QString &header : included(file))
            check(header.section('/', 0, 0), header);
    }
    return wrong;
}

QStringList up_to_a_wing(const File &file)
{
    static const QStringList wings{"words/explain/"}; // that the rest of their room is the ground of
    QStringList wrong;
    for (const QString &wing : wings)
        for (const QString &header : included(file))
            if (room(file.path) == wing.section('/', 0, 0) && !file.path.startsWith("src/" + wing) && header.startsWith(wing))
                wrong += file.path + ": looks up to " + header;
    return wrong;
}

QStringList qt_in_the_engine(const File &file)
{
    if (!engine.contains(room(file.path)))
        return {};
    QStringList wrong;
    for (const QString &name : is_cmake(file) ? linked(file) : included(file))
        if (name.contains(QRegularExpression("^(Q[A-Z]|Qt|q[a-z]+\\.h$)")))
            wrong += file.path + ": names " + name;
    return wrong;
}

QStringList qt_network(const File &file)
{
    static const QRegularExpression network(
        "^(Qt6::Network$|QtNetwork|Q(Abstract|Tcp|Udp|Local|Ssl|Sctp)(Socket|Server)|QNetwork|QHost|QSsl|QDnsLookup)");
    QStringList wrong;
    for (const QString &name : is_cmake(file) ? linked(file) : included(file))
        if (name.contains(network))
            wrong += file.path + ": names " + name;
    return wrong;
}

QStringList too_long(const File &file)
{
    const auto lines = file.text.count('\n');
    return lines > 500 ? QStringList(QStringLiteral("%1: %2 lines").arg(file.path).arg(lines)) : QStringList();
}

QStringList order_of_calls(const File &file)
{
    static const QRegularExpression compared(R"((?<!<)[<>]=? *(trace::)?Call::(?!count_))");
    QStringList wrong;
    if ((file.path.endsWith(".cpp") || file.path.endsWith(".h")) && file.path != "tests/house/house_test.cpp") // which tries the rule
        for (auto match = compared.globalMatch(file.text); match.hasNext();) {
            const auto found = match.next();
            wrong += QStringLiteral("%1: %2 goes by the order of the calls").arg(file.path, found.captured());
        }
    return wrong;
}

QStringList tables_of_names(const File &file)
{
    static const QRegularExpression row(R"x(\{\s*([A-Z][A-Z0-9_]{4,}),\s*"\1"\s*[,}])x"); // {EPOLLIN, "EPOLLIN"}
    if (!file.path.startsWith("src/") || file.path.startsWith("src/calls/"))
        return {};
    const auto match = row.match(file.text);
    return match.hasMatch() ? QStringList(QStringLiteral("%1: a name of its own for %2").arg(file.path, match.captured(1))) : QStringList();
}

const std::vector<Bound> &bounds()
{
    static const QStringList product{"src/", "ui/"}, readers{"src/replay/", "src/figures/", "src/words/", "src/comparison/"};
    static const QStringList writers{"src/trace/", "src/posix/", "src/calls/", "src/servers/", "src/clients/"};
    static const std::vector<Bound> all{
        {"calls are told apart by their rows", R"(case (trace::)?Call::)", product, {"src/calls/"}, 20},
        {"events are taken apart by verbs and fields", R"((\.|->)(flags|length|words)\b)", product, writers, 60},
        {"who sends is told by as_transfer()", R"(Call::(send|write)\b)", readers, {}, 0},
        {"what is in front is the scene's", R"(server_thread)", product, {}, 0},
        {"threads are of programs", R"(\bRole::[a-z])", product, {}, 0},
        {"a server's name is a title", R"(run\.server)", {"src/figures/", "src/words/", "ui/"}, {}, 1},
        {"formats of pictures stand in one table", R"x("(svg|pdf|png)"|\.(svg|pdf|png)\b)x", product, {}, 1, true},
        {"languages stand in one table", R"x("(vi|en)")x", product, {}, 1, true},
        {"shortcuts stand in one table", R"(\| *Qt::Key_|setShortcut\()", {"ui/"}, {}, 1, true},
        {"a text is translated before it is said: lupdate takes say() for a translation itself", R"(say\(\s*tr\()", {"ui/", "src/"}, {}, 0},
        {"tests write events as lines of text", R"(\.(flags|words\[[01]\]|length) = |\)\.(flags|words|length)\b)", {"tests/"}, {"tests/trace/", "tests/recording/"}, 29},
        {"a set's size is calls::descriptors_in_a_set", R"(\b1024\b)", {"src/replay/", "src/figures/", "src/words/", "src/cli/"}, {}, 1, true},
    };
    return all;
}

QStringList beyond(const Bound &bound, const std::vector<File> &files)
{
    const auto below = [](const QStringList &folders, const QString &path) {
        return std::ranges::any_of(folders, [&](const QString &folder) { return path.startsWith(folder); });
    };
    const QRegularExpression pattern{QLatin1String(bound.pattern)};
    QStringList found;
    for (const File &file : files) {
        if (!(file.path.endsWith(".cpp") || file.path.endsWith(".h")) || !below(bound.folders, file.path) || below(bound.apart, file.path))
            continue;
        int here = 0;
        for (auto match = pattern.globalMatch(file.text); match.hasNext(); match.next())
            ++here;
        for (int i = 0; i < (bound.files ? here > 0 : here); ++i)
            found += file.path;
    }
    if (found.size() <= bound.most)
        return {};
    found.removeDuplicates();
    return {QStringLiteral("%1: %2").arg(QLatin1String(bound.what), found.join(u", "))};
}

QStringList without_licence(const File &file)
{
    const QString top = file.text.section('\n', 0, 1);
    return top.contains("SPDX-License-Identifier: MIT") ? QStringList() : QStringList(file.path + ": no licence");
}

QStringList names_what_is_not_there(const File &file)
{
    static const QStringList rooms{"src", "ui", "tests"};
    static const QRegularExpression path(R"((?<![\w./-])(?:src|ui|tests|resources|translations)/[\w./-]*\w)");
    static const QRegularExpression name(R"((?<![\w./-])\w+\.(?:cpp|h)\b)");
    const QString top = QStringLiteral(IOMODELS_SOURCE_DIR "/");
    QStringList wrong;
    const auto check = [&](const QRegularExpression &pattern, auto exists) {
        for (auto match = pattern.globalMatch(file.text); match.hasNext();)
            if (const QString named = match.next().captured(); !named.contains("NAME") && !exists(named))
                wrong += file.path + ": names " + named;
    };
    check(path, [&](const QString &named) { return QFileInfo::exists(top + named); });
    const std::vector<File> all = files(rooms);
    check(name, [&](const QString &named) {
        return std::ranges::any_of(all, [&](const File &one) { return one.path.endsWith('/' + named); });
    });
    return wrong;
}

QStringList not_built(const std::vector<File> &files)
{
    QMap<QString, QStringList> words; // of each CMakeLists.txt, by its folder
    for (const File &file : files)
        if (is_cmake(file))
            words[file.path.section('/', 0, -2)] = file.text.split(QRegularExpression(R"x([\s()"]+)x"));
    QStringList wrong;
    for (const File &file : files) {
        if (!file.path.endsWith(".cpp"))
            continue;
        bool named = false;
        for (QString folder = file.path.section('/', 0, -2); !folder.isEmpty() && !named;
             folder = folder.section('/', 0, -2))
            named = words.value(folder).contains(file.path.mid(folder.size() + 1));
        if (!named)
            wrong += file.path + ": in no CMakeLists.txt";
    }
    return wrong;
}

} // namespace house
