// SPDX-License-Identifier: MIT
// The translations are complete: nothing unfinished, missing or left over, and every placeholder is kept.
#include "room.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString state;      // "unfinished", "vanished", "obsolete" or empty
    QStringList texts;  // one, or one a plural form
    bool plural = false;
};

// By context, source text and comment.
using Messages = QMap<QStringList, Message>;

Message read_message(QXmlStreamReader &xml, QStringList &key)
{
    Message message;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    QString source, comment;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.state = xml.attributes().value(QLatin1String("type")).toString();
            if (!message.plural) {
                message.texts = {xml.readElementText()};
            } else {
                while (xml.readNextStartElement())
                    message.texts += xml.readElementText();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    key << source << comment;
    return message;
}

Messages read(const QString &path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) { // context
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                QStringList key{context};
                const Message message = read_message(xml, key);
                messages.insert(key, message);
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return messages;
}

QString of_repository(const char *path)
{
    return QStringLiteral(SOURCE_ROOT "/") + QLatin1String(path);
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?(?:[0-9]+|n)"));
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

int mnemonics(QString text)
{
    return int(text.remove(QLatin1String("&&")).count(QLatin1Char('&')));
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void complete_data();
    void complete();
    void cover_the_program_data();
    void cover_the_program();
    void one_term_one_translation();
    void no_second_word_for_it_data();
    void no_second_word_for_it();
};

void TranslationsTest::complete_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("forms");
    QTest::newRow("Vietnamese") << of_repository("translations/iomodels_vi.ts") << 1;
    QTest::newRow("English plurals") << of_repository("translations/iomodels_en.ts") << 2;
    QTest::newRow("Qt's own texts") << of_repository("translations/qtbase_vi.ts") << 1;
    QTest::newRow("comments of the listings") << of_repository("translations/listings_vi.ts") << 1;
}

void TranslationsTest::complete()
{
    QFETCH(QString, path);
    QFETCH(int, forms);
    const Messages messages = read(path);
    QVERIFY(messages.size() > 10);
    for (auto message = messages.begin(); message != messages.end(); ++message) {
        const QString source = message.key()[1], where = message.key().join(QLatin1String(" | "));
        QVERIFY2(message->state.isEmpty(), qPrintable(message->state + ": " + where));
        QVERIFY2(message->texts.size() == (message->plural ? forms : 1), qPrintable("forms: " + where));
        for (const QString &text : message->texts) {
            QVERIFY2(!text.trimmed().isEmpty(), qPrintable("empty: " + where));
            QVERIFY2(placeholders(text) == placeholders(source), qPrintable("placeholders: " + where + " -> " + text));
            QVERIFY2(mnemonics(text) == mnemonics(source), qPrintable("mnemonic: " + where + " -> " + text));
            if (source.size() > 4) // not an abbreviation
                QVERIFY2(text.endsWith('.') == source.endsWith('.'), qPrintable("full stop: " + where + " -> " + text));
            QVERIFY2(text.startsWith(' ') == source.startsWith(' '), qPrintable("space: " + where));
        }
    }
}

void TranslationsTest::cover_the_program_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Vietnamese") << "iomodels_vi.ts" << QStringList();
    QTest::newRow("English plurals") << "iomodels_en.ts" << QStringList{"-pluralonly"};
}

// lupdate finds no text in the sources that the .ts file has not, and none that is gone.
void TranslationsTest::cover_the_program()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(file);
    QProcess lupdate;
    options += {"-silent", "-I", of_repository("src"), "-I", of_repository(""), "-locations", "none",
                "-tr-function-alias", "translate+=say", of_repository("src"), of_repository("ui"), "-ts", fresh};
    lupdate.start(QStringLiteral(LUPDATE), options);
    // Given a comma or a bracket within say()'s fourth argument, lupdate 6.4 never ends.
    QVERIFY2(lupdate.waitForFinished(60'000), "lupdate does not end: is the n of some say() more than a name?");
    QCOMPARE(lupdate.exitCode(), 0);
    const Messages in_sources = read(fresh), translated = read(of_repository("translations/") + file);
    for (const QStringList &key : in_sources.keys())
        QVERIFY2(translated.contains(key), qPrintable("not translated: " + key.join(QLatin1String(" | "))));
    for (const QStringList &key : translated.keys())
        QVERIFY2(in_sources.contains(key), qPrintable("no longer in the program: " + key.join(QLatin1String(" | "))));
    for (const QStringList &key : in_sources.keys())
        QVERIFY2(!key[0].contains(QLatin1Char(' ')), qPrintable("a context that is none: " + key[0]));
}

// The glossary: one term, one translation, in every text.
void TranslationsTest::one_term_one_translation()
{
    const std::pair<const char *, const char *> terms[] = {
        {"kernel", "hạt nhân"}, {"listening socket", "socket nghe"}, {"receive buffer", "vùng đệm nhận"},
        {"recording", "bản ghi"}, {"timeout", "thời gian chờ"}, {"timeline", "dòng thời gian"},
        {"gate", "chốt"}, {"script", "kịch bản"}, {"phase 1", "giai đoạn 1"}, {"phase 2", "giai đoạn 2"},
        {"system call", "lời gọi hệ thống"}, {"representative", "tiêu biểu"},
        {"main flow", "chương trình chính"}, {"seen from outside", "quan sát từ bên ngoài"}, {"other end", "đầu bên kia"},
        {"option", "tuỳ chọn"}, {"urgent", "khẩn"}, {"rounds of polling", "vòng polling"}, {"submission ring", "vòng submission"},
        {"completion ring", "vòng completion"}, {"otherwise", "mặc định"}, {"time is up", "hết thời gian chờ"},
        {"end of file", "hết dữ liệu"}, {"send buffer", "vùng đệm gửi"}, {"interest list", "danh sách theo dõi"},
        {"ready list", "danh sách sẵn sàng"}, {"half-close", "đóng chiều gửi"}, {"sending direction", "chiều gửi"}, {"sender", "bên gửi"},
        {"signal handler", "hàm xử lý"}, {"handler", "hàm xử lý"}, {"next run", "lần chạy sau"}, {"inferred", "suy ra"}, {"slot", "ô"},
        {"clipboard", "bảng nháp"}, {"being stopped", "đang kết thúc"}, {"for ever", "mãi mãi"}, {"forever", "mãi mãi"},
        {"median", "trung vị"}, {"real-time signal", "tín hiệu thời gian thực"}, {"layout", "bố cục"}, {"edge-triggered", "theo sườn"},
        {"level-triggered", "theo mức"}, {"zombie", "tiến trình zombie"}, {"backlog", "backlog"}, {"accept queue", "hàng đợi accept"},
        {"context switch", "chuyển ngữ cảnh"}, {"prediction", "dự đoán"}, {"slide", "trang chiếu"},
    };
    const Messages messages = read(of_repository("translations/iomodels_vi.ts"));
    for (auto message = messages.begin(); message != messages.end(); ++message)
        for (const auto &[english, vietnamese] : terms) {
            const QRegularExpression term(QStringLiteral("\\b%1s?\\b(?!\\))").arg(QLatin1String(english)));
            static const QRegularExpression command(QStringLiteral("\"[^\"]*\"|--[a-z]+"));
            const QString source = QString(message.key()[1]).remove(command).remove('&');
            const QString text = QString(message->texts.value(0)).remove('&');
            if (term.match(source.toLower()).hasMatch())
                QVERIFY2(text.toLower().contains(QString::fromUtf8(vietnamese))
                             || term.match(text.toLower()).hasMatch(), // a word to type
                         qPrintable(source + " -> " + text + ": " + QString::fromUtf8(vietnamese)));
        }
}

// What one of two renderings, or of two spellings, is no more.
void TranslationsTest::no_second_word_for_it_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("instead");
    QTest::newRow("tone marks") << QString::fromUtf8("hủy|tùy|xóa|khóa|hòa") << QString::fromUtf8("huỷ, tuỳ, xoá, khoá, hoà");
    QTest::newRow("run") << QString::fromUtf8("lượt chạy|lần chạy tới") << QString::fromUtf8("lần chạy, lần chạy sau");
    QTest::newRow("to wait") << QString::fromUtf8("(?<!hàng )(?<!chờ )\\bđợi\\b") << QString::fromUtf8("chờ");
    QTest::newRow("complete") << QString::fromUtf8("hoàn thành") << QString::fromUtf8("hoàn tất");
    QTest::newRow("to return") << QString::fromUtf8("trở về") << QString::fromUtf8("trả về");
    QTest::newRow("failed") << QString::fromUtf8("bị lỗi") << QString::fromUtf8("thất bại");
    QTest::newRow("main flow") << QString::fromUtf8("dòng chính") << QString::fromUtf8("chương trình chính");
    QTest::newRow("ring, round") << QString::fromUtf8("vòng gửi|vòng hoàn|vòng hỏi") << QString::fromUtf8("vòng submission, vòng completion, vòng polling");
    QTest::newRow("sender, answer") << QString::fromUtf8("người gửi|phía gửi|lời đáp|câu trả lời") << QString::fromUtf8("bên gửi, trả lời");
    QTest::newRow("time is up") << QString::fromUtf8("hết giờ") << QString::fromUtf8("hết thời gian chờ");
    QTest::newRow("seen from outside") << QString::fromUtf8("nhìn từ ngoài") << QString::fromUtf8("quan sát từ bên ngoài");
    QTest::newRow("thread of the library") << QString::fromUtf8("luồng thư viện|luồng phụ") << QString::fromUtf8("luồng của thư viện");
    QTest::newRow("over UDP") << QString::fromUtf8("(server|model) với udp") << QString::fromUtf8("qua UDP");
    QTest::newRow("CPU") << QString::fromUtf8("bộ xử lý") << QString::fromUtf8("CPU");
    QTest::newRow("pixel, clipboard") << QString::fromUtf8("điểm ảnh|bảng nhớ") << QString::fromUtf8("pixel, bảng nháp");
    QTest::newRow("by signals") << QString::fromUtf8("chạy theo tín hiệu") << QString::fromUtf8("hoạt động theo tín hiệu");
    QTest::newRow("byte has no plural") << QString::fromUtf8("\\bbytes\\b") << QString::fromUtf8("byte");
}

void TranslationsTest::no_second_word_for_it()
{
    QFETCH(QString, word);
    QFETCH(QString, instead);
    const QRegularExpression wrong(word, QRegularExpression::UseUnicodePropertiesOption);
    const Messages messages = read(of_repository("translations/iomodels_vi.ts"));
    for (auto message = messages.begin(); message != messages.end(); ++message)
        for (const QString &text : message->texts)
            QVERIFY2(!wrong.match(QString(text).remove('&').toLower()).hasMatch(), qPrintable(message.key()[1] + " -> " + text + ": " + instead));
}

ROOM_TEST(TranslationsTest)
#include "translations.moc"
