// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace session
{
struct TraceEntry;
}

namespace xml
{
class Element;
}

namespace im
{

class PhaseTracker;
enum class StreamPiece;

//! One step of an attempt to connect, as it is told to people.
struct InspectedPhase
{
    enum class Kind { Find, Connect, Stream, StreamAgain, StartTls, Tls, SignIn, Bind, Management, Ready };
    enum class State { Active, Done, Failed };

    Kind kind = Kind::Find;
    State state = State::Active;
    QDateTime begun;
    std::optional<std::chrono::milliseconds> took; //!< when it is over; for Ready that of the whole attempt
    int roundTrips = 0; //!< questions to the server that were waited for
    QStringList details; //!< sentences
    qint64 element = -1; //!< the first element of it, or none

    friend bool operator==(const InspectedPhase &, const InspectedPhase &) = default;
};

//! One attempt to connect, and what became of it.
struct InspectedAttempt
{
    enum class State { Active, Online, Failed, Ended };

    QDateTime begun;
    State state = State::Active;
    QString outcome; //!< in a sentence, when it failed or ended
    QList<InspectedPhase> phases;

    friend bool operator==(const InspectedAttempt &, const InspectedAttempt &) = default;
};

//! One element as it went over the stream.
struct InspectedElement
{
    enum class Direction { Sent, Received };

    qint64 number = 0; //!< counts up over all attempts
    Direction direction = Direction::Sent;
    QDateTime when;
    QString name; //!< "iq get", "auth"
    QString sentence, reference; //!< what it is, and where that is written down
    QString peer; //!< the other side's address; empty: the server itself
    QStringList references; //!< the documents of everything inside: "RFC 6120", "XEP-0198"
    bool secret = false; //!< something in it is masked
    bool whole = false; //!< and could be shown
    std::optional<qint64> question, answer; //!< the element it answers, and the one that answers it
    std::optional<std::chrono::milliseconds> waited; //!< with `question`: how long that took
};

//! A piece of XML as it is painted.
struct XmlToken
{
    enum class Kind { Mark, Name, Attribute, Value, Text, Masked };

    Kind kind = Kind::Mark;
    QString text;

    friend bool operator==(const XmlToken &, const XmlToken &) = default;
};

//! An element of the XML with what is in it, or something decoded out of it.
struct InspectedNode
{
    enum class Kind { Xml, Decoded };

    Kind kind = Kind::Xml;
    QList<XmlToken> tokens; //!< the start tag; the whole element if nothing but words are in it
    QString end; //!< the end tag, if there are children
    QString note, reference; //!< what it is, if that is known
    QList<InspectedNode> children;
};

//! Everything one account says to its server and hears from it, explained, while this object lives; and its last two attempts to
//! connect from before, without their secrets.
//!
//! Holds at most MaxElements and MaxBytes; the oldest go first.
class Inspection : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxElements = 20'000, MaxBytes = 16 * 1024 * 1024;
    static constexpr qsizetype MaxAttempts = 50;
    //! Whether passwords, tokens and sign-in payloads are to be seen.
    enum class Secrets { Masked, Shown };
    //! Whether what is recorded has its secrets in it, or lost them before.
    enum class Origin { Whole, Masked };

    explicit Inspection(QString account, QObject *parent = nullptr);
    ~Inspection() override;

    //! The address of the account.
    [[nodiscard]] const QString &account() const { return m_account; }
    //! Oldest first; never more than MaxAttempts.
    [[nodiscard]] const QList<InspectedAttempt> &attempts() const { return m_attempts; }
    //! Elements are numbered from begin() to end() - 1.
    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] qint64 end() const { return m_begin + qint64(m_records.size()); }
    [[nodiscard]] const InspectedElement &element(qint64 number) const { return m_records.at(size_t(number - m_begin)).element; }
    [[nodiscard]] QString xml(qint64 number, Secrets secrets) const;
    //! The same as a tree, with a sentence for each element that is known, and sign-in payloads decoded if secrets are shown.
    [[nodiscard]] InspectedNode tree(qint64 number, Secrets secrets) const;
    //! For a file: time, direction, sentence and XML of these elements.
    [[nodiscard]] QByteArray exported(const QList<qint64> &numbers, Secrets secrets) const;

    //! Whether something may be sent by hand at this moment.
    [[nodiscard]] virtual bool canSend() const { return false; }
    //! Sends one stanza as a person wrote it. ErrorKind::Invalid says what is wrong with it.
    [[nodiscard]] Result<void> send(const QString &xml);

    // For who feeds it.

    void beginAttempt(const QDateTime &when);
    void record(const session::TraceEntry &entry, Origin origin);

Q_SIGNALS:
    void added(qint64 number);
    //! Its answer came.
    void changed(qint64 number);
    //! Everything before this number is about to go.
    void dropping(qint64 before);
    void attemptsChanged();
    void canSendChanged();

protected:
    //! Puts a stanza, checked and well-formed, on the stream.
    virtual Result<void> write(const QByteArray &stanza);

private:
    struct Record
    {
        InspectedElement element;
        QByteArray xml, masked; //!< share their bytes where nothing is masked
        QString mechanism; //!< of the sign-in it belongs to
    };
    void describe(InspectedElement &shown, StreamPiece piece, const xml::Element &element);
    void answer(InspectedElement &shown, const QString &file);
    void drop();

    QString m_account;
    std::deque<Record> m_records;
    qint64 m_begin = 0;
    qsizetype m_bytes = 0;
    QList<InspectedAttempt> m_attempts;
    std::unique_ptr<PhaseTracker> m_phases;
    QHash<QString, qint64> m_open; //!< questions that wait for their answers
    QString m_mechanism;
};

} // namespace im
