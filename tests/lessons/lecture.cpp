// SPDX-License-Identifier: MIT
// Each lesson of the lecture is run for real, and followed in each language: every moment comes, every answer is the recording's and the
// one that the lecture expects of the kernel; also when clients come late.
#include "archive/iotrace.h"
#include "lab/record.h"
#include "lessons/comparison_lesson.h"
#include "lessons/problems.h"
#include "lessons/recorded_lesson.h"
#include "lessons/run.h"
#include "lessons/until.h"
#include "room.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

class LectureTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void is_complete();
    void numbers_are_grouped();
    void what_is_said_at_the_end_of_a_chapter_comes_before_the_next_question();
    void run_data();
    void run();
    void clients_may_be_late_data() { run_data(); }
    void clients_may_be_late();
    void it_stands_still_at_questions_data() { run_data(); }
    void it_stands_still_at_questions();
    void who_thinks_longer_than_the_patience_loses_nothing();
    void a_recording_has_its_lesson();
    void nothing_later_is_left_before_a_question();
    void who_leaves_at_a_question_ends_the_run();
};

namespace {

// What the lecture says the kernel will answer; the recording grades.
struct Expected {
    const char *lesson, *before, *about;
    const char *answer; // JSON
};
constexpr Expected expected[] = {
#include "expected.inc"
};

struct Played {
    std::unique_ptr<trace::Trace> trace;
    std::unique_ptr<comparison::Result> result; // of a lesson that compares
    std::shared_ptr<const lessons::LessonFile> lesson;
};

Played played(const QString &name, const std::function<void(const lab::Action &)> &before = {})
{
    const auto planned = lessons::run_of({.lesson = name});
    if (const auto *refusal = std::get_if<lessons::Refusal>(&planned)) {
        QTest::qFail(qPrintable(lessons::sentence(words::Language(), *refusal)), __FILE__, __LINE__);
        return {};
    }
    const auto &plan = std::get<lessons::PlannedRun>(planned);
    if (plan.lesson->comparison) {
        auto result = std::make_unique<comparison::Result>(comparison::Result{*plan.lesson->comparison, {}});
        comparison::compare(result->plan, [] { return false; }, [&](comparison::Run &&run, size_t) { result->add(std::move(run)); });
        return {nullptr, std::move(result), plan.lesson};
    }
    const auto wait = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return false;
    };
    lab::Recorded recorded = lessons::record(plan, std::chrono::seconds(60), {.breaks_off = wait, .before = before});
    if (recorded.script_problem)
        QTest::qFail(qPrintable(lessons::script_problem(words::Language(), *recorded.script_problem)), __FILE__, __LINE__);
    if (recorded.problem)
        QTest::qFail(qPrintable(lessons::problem(words::Language(), *recorded.problem)), __FILE__, __LINE__);
    return {std::move(recorded.trace), nullptr, plan.lesson};
}

QString told(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{"a", value}}).toJson(QJsonDocument::Compact)).sliced(5).chopped(1);
}

// What is wrong with what is said and asked beside a recording, a line each.
QStringList wrong(const QString &name, const Played &run)
{
    QStringList all;
    const trace::Trace none;
    const replay::Replay replay(run.trace ? *run.trace : none);
    for (const QString &code : words::Language::codes()) {
        const words::Language language(code);
        const lessons::Followed followed = run.result ? lessons::follow(*run.lesson, *run.result, language) : lessons::follow(*run.lesson, replay, language);
        for (const int line : followed.missing)
            all += QStringLiteral("%1.lesson, line %2: its moment did not come, or a value is not told").arg(name).arg(line);
        std::vector<bool> answered(std::size(expected));
        for (const lessons::Item &item : followed.items) {
            if (item.text.contains(QRegularExpression("\\{[a-z_]+\\}")) || item.wrong.contains(QRegularExpression("\\{[a-z_]+\\}")))
                all += QStringLiteral("%1: a value is missing: %2").arg(code, item.text);
            if (!item.answer)
                continue;
            const bool yes = QRegularExpression("^(Có|Yes)\\b").match(item.wrong).hasMatch(), no = QRegularExpression("^(Không|No)\\b").match(item.wrong).hasMatch();
            if (item.question->about == lessons::About::asleep && (item.answer->value.toBool() ? no : yes))
                all += QStringLiteral("%1: “%2”, and then “%3”").arg(code, item.answer->text, item.wrong);
            const auto asleep = [&] {
                const std::vector<replay::Thread> threads = replay.at(item.shown).threads;
                const auto sleeps = [](const replay::Thread &thread) { return thread.state == replay::State::asleep; };
                return item.step ? sleeps(threads[run.trace->events()[*item.step].thread]) : std::ranges::any_of(threads, sleeps);
            };
            if (run.trace && item.question->about == lessons::About::asleep && item.answer->value.toBool() && !asleep())
                all += QStringLiteral("%1: nobody sleeps where the answer to %2 is to be seen").arg(code, item.text);
            if (item.answer->text.isEmpty())
                all += QStringLiteral("%1: no words for the answer to %2").arg(code, item.text);
            const auto is_it = [&](const Expected &each) {
                return !answered[size_t(&each - expected)] && name == each.lesson && item.moment == each.before && lessons::name(item.question->about) == each.about;
            };
            const auto found = std::ranges::find_if(expected, is_it);
            if (found == std::end(expected))
                all += QStringLiteral("    {\"%1\", \"%2\", \"%3\", R\"(%4)\"},").arg(name, item.moment, lessons::name(item.question->about), told(item.answer->value));
            else if (answered[size_t(found - expected)] = true; told(item.answer->value) != QLatin1String(found->answer))
                all += QStringLiteral("%1, before %2, %3: %4, and %5 is expected")
                           .arg(name, item.moment, found->about, told(item.answer->value), QLatin1String(found->answer));
        }
        for (size_t i = 0; i < std::size(expected); ++i)
            if (name == expected[i].lesson && !answered[i])
                all += QStringLiteral("%1, before %2, %3 is not asked").arg(name, expected[i].before, expected[i].about);
    }
    all.removeDuplicates();
    return all;
}

} // namespace

void LectureTest::is_complete()
{
    QStringList there = QDir(":/lessons").entryList(), listed;
    for (const char *name : lessons::lecture()) {
        listed += QLatin1String(name) + ".lesson";
        const lessons::LessonFile lesson = lessons::lesson_of_lecture(QLatin1String(name));
        QVERIFY2(!lesson.row.isEmpty(), name);
        const auto differ = [&](const lessons::Text &text) {
            QStringList texts;
            for (const auto &[code, words] : text.by_language)
                texts += words;
            QVERIFY2(texts.size() == words::Language::codes().size() && texts.removeDuplicates() == 0, qPrintable(name + (": " + texts.value(0))));
        };
        differ(lesson.title);
        differ(lesson.goal);
        differ(lesson.conclusion);
        for (const lessons::LessonChapter &chapter : lesson.chapters) {
            differ(chapter.note); // the lecturer has a word and a plan for each
            QVERIFY2(chapter.minutes > 0, name);
            for (const lessons::Say &say : chapter.say)
                differ(say.text);
            for (const lessons::Ask &ask : chapter.ask) {
                differ(ask.text);
                differ(ask.wrong);
            }
        }
    }
    std::ranges::sort(there);
    std::ranges::sort(listed);
    QCOMPARE(there, listed);
}

void LectureTest::numbers_are_grouped()
{
    static const QRegularExpression plain(QStringLiteral("\\b\\d{4,} bytes?\\b"));
    for (const char *name : lessons::lecture())
        for (const lessons::LessonChapter &chapter : lessons::lesson_of_lecture(QLatin1String(name)).chapters) {
            std::vector<lessons::Text> texts{chapter.title};
            for (const lessons::Say &say : chapter.say)
                texts.push_back(say.text);
            for (const lessons::Ask &ask : chapter.ask)
                texts.insert(texts.end(), {ask.text, ask.wrong});
            for (const lessons::Text &text : texts)
                for (const auto &[code, words] : text.by_language)
                    QVERIFY2(!words.contains(plain), qPrintable(name + (": " + words)));
        }
}

void LectureTest::what_is_said_at_the_end_of_a_chapter_comes_before_the_next_question()
{
    auto planned = lessons::run_of({.lesson = QStringLiteral("mistake-handler-reads-once")});
    auto &plan = std::get<lessons::PlannedRun>(planned);
    const auto moments = lessons::stands_still_at_questions(plan);
    const words::Language language;
    size_t stood = 0;
    lab::Onlooker onlooker;
    onlooker.breaks_off = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return false;
    };
    QStringList faults;
    onlooker.asked = [&](const trace::Trace &so_far, size_t question) {
        const replay::Replay replay(so_far);
        const lessons::GoesOn goes_on{moments[question]};
        const size_t chapter = moments[question].which - 1; // the one that is over
        const auto items = lessons::follow(*plan.lesson, replay, language, &goes_on).items;
        const auto said = std::ranges::count_if(items, [&](const lessons::Item &item) {
            return item.in_chapter == chapter && (item.kind == lessons::Item::say || (item.kind == lessons::Item::ask && item.answer));
        });
        const lessons::LessonChapter &written = plan.lesson->chapters[chapter - 1];
        if (size_t(said) != written.say.size() + written.ask.size())
            faults += moments[question].name + QStringLiteral(":%1").arg(chapter);
        ++stood;
    };
    const lab::Recorded recorded = lessons::record(plan, std::chrono::seconds(60), onlooker);
    QVERIFY(!recorded.script_problem && !recorded.problem);
    QCOMPARE(stood, moments.size());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u' ')));
}

void LectureTest::run_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : lessons::lecture())
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LectureTest::run()
{
    QFETCH(QString, name);
    const Played run = played(name);
    QVERIFY(run.trace || run.result);
    if (run.trace)
        QCOMPARE(run.trace->chapters.size(), run.lesson->chapters.size());
    for (size_t i = 0; run.trace && i < run.trace->chapters.size(); ++i) {
        QCOMPARE(run.trace->chapters[i].titles.size(), size_t(words::Language::codes().size()));
        QVERIFY(run.trace->chapters[i].end >= run.trace->chapters[i].begin);
    }
    const QStringList all = wrong(name, run);
    QVERIFY2(all.isEmpty(), qPrintable("\n" + all.join('\n')));
}

void LectureTest::clients_may_be_late()
{
    QFETCH(QString, name);
    std::mt19937 random(unsigned(qHash(name, 42)));
    const Played run = played(name, [&](const lab::Action &action) {
        if (action.kind <= lab::Action::reset)
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    });
    QVERIFY(run.trace || run.result);
    const QStringList all = wrong(name, run);
    QVERIFY2(all.isEmpty(), qPrintable("\n" + all.join('\n')));
}

// What is asked has not happened; the answers are those that they are when nobody waits, however long somebody thinks.
void LectureTest::it_stands_still_at_questions()
{
    QFETCH(QString, name);
    auto planned = lessons::run_of({.lesson = name});
    auto &plan = std::get<lessons::PlannedRun>(planned);
    if (plan.lesson->comparison)
        return;
    const auto moments = lessons::stands_still_at_questions(plan);
    std::mt19937 random(unsigned(qHash(name, 7)));
    const words::Language language;
    struct Open {
        const lessons::Ask *ask;
        std::vector<lessons::Offer> offers;
        std::vector<lessons::Switches> switches;
    };
    std::vector<Open> opened;
    QStringList faults;
    size_t stood = 0;
    lab::Onlooker onlooker;
    onlooker.breaks_off = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return false;
    };
    onlooker.asked = [&](const trace::Trace &so_far, size_t question) {
        const replay::Replay replay(so_far);
        const lessons::GoesOn goes_on{moments[question]};
        size_t open = 0;
        for (const lessons::Item &item : lessons::follow(*plan.lesson, replay, language, &goes_on).items) {
            if (!item.question || item.question->before != moments[question])
                continue;
            ++open;
            opened.push_back({item.question, lessons::choices(language, replay, *item.question), lessons::switches(replay, *item.question)});
            if (item.answer || lessons::answer(language, replay, *item.question))
                faults += item.moment + ": it has happened already";
        }
        stood += open > 0;
        if (open == 0)
            faults += QStringLiteral("question %1 is open and not asked").arg(question);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
    };
    lab::Recorded recorded = lessons::record(plan, std::chrono::seconds(60), onlooker);
    QVERIFY2(!recorded.script_problem, recorded.script_problem ? qPrintable(lessons::script_problem(language, *recorded.script_problem)) : "");
    const Played run{std::move(recorded.trace), nullptr, plan.lesson};
    faults += wrong(name, run);
    const replay::Replay replay(*run.trace);
    for (const Open &open : opened) {
        const auto right = lessons::answer(language, replay, *open.ask);
        if (!right) // wrong() has told
            continue;
        const auto is_right = [&](const lessons::Offer &offer) { return lessons::is_right(*right, offer.value); };
        if (!open.offers.empty() && std::ranges::none_of(open.offers, is_right))
            faults += open.ask->moment + ": what is right could not be chosen: " + right->text;
        if (open.offers.empty() && (right->value.isArray() ? open.switches.size() != 1 : right->value.isObject() ? open.switches.size() != size_t(right->value.toObject().size()) : !open.switches.empty()))
            faults += open.ask->moment + ": what is right could not be given: " + right->text;
    }
    if (stood < moments.size())
        faults += QStringLiteral("it stood still at %1 of %2 questions").arg(stood).arg(moments.size());
    QVERIFY2(faults.isEmpty(), qPrintable("\n" + faults.join('\n')));
}

namespace {

// A server that is to be asked about its first recv(), and before that the second chapter.
lab::Settings asked_about_recv()
{
    lab::Settings settings;
    settings.server = "select";
    settings.questions = {{.program = 1, .call = trace::Call::recv, .which = 1}, {.chapter = 2}};
    return settings;
}

lab::Script two_chapters()
{
    return std::get<lab::Script>(lab::parse("chapter \"one\"\nclient 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n"
                                            "chapter \"two\"\nclient 1 send \"def\"\nwait client 1 received 6\nstop\n"));
}

size_t calls_of(const trace::Trace &trace, trace::Call call)
{
    return size_t(std::ranges::count_if(trace.events(), [&](const trace::Event &event) {
        return event.call == call && trace.threads[event.thread].name == "server";
    }));
}

} // namespace

void LectureTest::who_thinks_longer_than_the_patience_loses_nothing()
{
    constexpr auto patience = std::chrono::milliseconds(300);
    std::vector<size_t> asked;
    std::vector<size_t> reads;
    lab::Onlooker onlooker;
    onlooker.breaks_off = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return false;
    };
    onlooker.asked = [&](const trace::Trace &trace, size_t question) {
        asked.push_back(question);
        reads.push_back(calls_of(trace, trace::Call::recv));
        std::this_thread::sleep_for(patience * 3);
    };
    const lab::Script script = two_chapters();
    const lab::Recorded recorded = lab::record(asked_about_recv(), &script, patience, onlooker);
    QVERIFY(!recorded.script_problem && !recorded.problem);
    QVERIFY(asked == std::vector<size_t>({0, 1}));
    QVERIFY(reads == std::vector<size_t>({0, 1})); // not before it is answered
    QCOMPARE(calls_of(*recorded.trace, trace::Call::recv), size_t(2));
    QCOMPARE(recorded.trace->chapters.size(), size_t(2));
}

void LectureTest::a_recording_has_its_lesson()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.iotrace");
    Played played = ::played("fcntl-flags");
    QVERIFY(played.trace && archive::save(*played.trace, path));
    std::unique_ptr<trace::Trace> opened;
    QVERIFY(archive::open(path, opened));
    const auto of = [](const trace::Trace &trace) {
        const auto found = lessons::lesson_of(trace);
        return found && std::holds_alternative<lessons::LessonFile>(*found) ? std::get<lessons::LessonFile>(*found).name : QString();
    };
    QCOMPARE(of(*opened), "fcntl-flags");
    opened->run.lesson.text += "nonsense\n";
    const auto wrong = lessons::lesson_of(*opened);
    QVERIFY(wrong && std::holds_alternative<lessons::LessonMistake>(*wrong));
    opened->run.lesson = {}; // made before recordings had it
    QCOMPARE(of(*opened), "fcntl-flags");
    opened->chapters.pop_back();
    QVERIFY(!lessons::lesson_of(*opened));
}

void LectureTest::nothing_later_is_left_before_a_question()
{
    for (const char *name : {"select-server", "select-deck-case", "chat-select"}) {
        const Played played = ::played(name);
        QVERIFY(played.trace);
        const trace::Trace &whole = *played.trace;
        const replay::Replay replay(whole);
        const lessons::Followed followed = lessons::follow(*played.lesson, replay, words::Language());
        size_t asked = 0, fewer_people = 0, shorter_texts = 0;
        for (const lessons::Item &item : followed.items) {
            if (!item.question)
                continue;
            ++asked;
            const trace::Trace cut = lessons::until(whole, item.instant);
            for (const auto *events : {&cut.events(), &cut.in_flight()})
                for (const trace::Event &event : *events)
                    QVERIFY(event.begin <= item.instant.time && event.end <= item.instant.time && event.thread < cut.threads.size());
            for (const trace::Chapter &chapter : cut.chapters)
                QVERIFY(chapter.begin <= item.instant.time && chapter.end <= item.instant.time);
            for (const trace::Thread &thread : cut.threads)
                QVERIFY(thread.program < cut.programs.size());
            fewer_people += cut.programs.size() < whole.programs.size();
            for (size_t i = 0; i < cut.programs.size(); ++i) {
                QVERIFY(whole.programs[i].text.starts_with(cut.programs[i].text));
                shorter_texts += cut.programs[i].text.size() < whole.programs[i].text.size();
            }
            QVERIFY(!item.step || !lessons::place(replay::Replay(cut), item.question->before) || !lessons::place(replay::Replay(cut), item.question->before)->event);
        }
        QVERIFY(asked > 0);
        QVERIFY2(fewer_people + shorter_texts > 0, name);
    }
}

void LectureTest::who_leaves_at_a_question_ends_the_run()
{
    for (const size_t at : {0, 1}) {
        bool leaves = false;
        lab::Onlooker onlooker;
        onlooker.breaks_off = [&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            return leaves;
        };
        onlooker.asked = [&](const trace::Trace &, size_t question) { leaves = question == at; };
        onlooker.answered = [&] { return !leaves; };
        const lab::Script script = two_chapters();
        const lab::Recorded recorded = lab::record(asked_about_recv(), &script, std::chrono::seconds(30), onlooker);
        QVERIFY(recorded.interrupted && !recorded.problem);
    }
}

ROOM_TEST(LectureTest)
#include "lecture.moc"
