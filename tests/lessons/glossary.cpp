// SPDX-License-Identifier: MIT
// The glossary: every word has its sentence in every language and its lesson, and is found however it is typed.
#include "lessons/glossary.h"
#include "room.h"

#include <algorithm>

class GlossaryTest : public QObject {
    Q_OBJECT
private slots:
    void every_word_has_its_sentence_and_lesson();
    void a_word_is_found_without_accents();
    void words_stand_in_sentences();
};

void GlossaryTest::every_word_has_its_sentence_and_lesson()
{
    QVERIFY(lessons::glossary().size() > 30);
    QStringList words;
    for (const lessons::Term &term : lessons::glossary()) {
        QStringList means;
        for (const QString &code : words::Language::codes()) {
            const words::Language language(code);
            QVERIFY(!term.word.in(language).isEmpty() && (term.means.in(language).endsWith(u'.') || term.means.in(language).endsWith(u'?')));
            means += term.means.in(language);
        }
        QCOMPARE(means.removeDuplicates(), 0);
        words += term.word.in(words::Language("vi"));
        QVERIFY2(lessons::is_of_lecture(term.lesson), qPrintable(term.lesson));
    }
    QCOMPARE(words.removeDuplicates(), 0);
}

void GlossaryTest::a_word_is_found_without_accents()
{
    const words::Language vi("vi");
    const auto found = [&](const QString &query) {
        QStringList all;
        for (const lessons::Term &term : lessons::glossary())
            if (lessons::matches(term, vi, query))
                all += term.word.in(vi);
        return all;
    };
    QVERIFY(found("vung dem nhan").contains("vùng đệm nhận"));
    QVERIFY(found("VÙNG ĐỆM NHẬN").contains("vùng đệm nhận"));
    QVERIFY(found("receive buffer").contains("vùng đệm nhận")); // in the other language, too
    QVERIFY(found("eagain").contains("EWOULDBLOCK"));
    QVERIFY(found("no such word").isEmpty());
    QCOMPARE(size_t(found({}).size()), lessons::glossary().size());
}

void GlossaryTest::words_stand_in_sentences()
{
    const auto in = [](const QString &text, const char *language, size_t most = 9) {
        QStringList all;
        for (const lessons::Term *term : lessons::terms_in(text, words::Language(language), most))
            all += term->word.in(words::Language(language));
        return all;
    };
    QCOMPARE(in("The kernel keeps it in the receive buffer: EWOULDBLOCK.", "en"), (QStringList{"kernel", "receive buffer", "EWOULDBLOCK"}));
    QCOMPARE(in("The kernel keeps it in the receive buffer: EWOULDBLOCK.", "en", 1), QStringList{"kernel"});
    QCOMPARE(in("Dữ liệu nằm trong vùng đệm nhận.", "vi"), QStringList{"vùng đệm nhận"});
    QVERIFY(in("kernels allmaxfd maxfds", "en").isEmpty()); // no words of their own
}

ROOM_TEST(GlossaryTest)
#include "glossary.moc"
