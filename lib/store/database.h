// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "store/errors.h"
#include "store/migrations.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <span>
#include <unordered_map>

namespace store
{

class Connection;
class Folder;
class Mailbox;
class Worker;

//! Which waiting job runs next; first come, first served within one level.
//!
//! Everything that carries stream counters goes as Outbox, so that two counters never overtake each other.
enum class Priority { Outbox, Normal, Background };

//! What opening found.
struct Opened
{
    bool endedCleanly = true; //!< false: the last run was killed, and the file was checked
    int fromVersion = 0; //!< schema found; 0: a new file
    int version = 0; //!< schema now
    QString backup; //!< path of the copy made before an upgrade, or empty
    QString setAside; //!< path of what a restored backup took the place of, or empty
};

//! How a Database opens and closes; the defaults are the program's, tests change them.
struct Options
{
    std::span<const Migration> migrations = mainMigrations();
    std::chrono::milliseconds closeWithin = std::chrono::seconds(5); //!< waiting writes are finished for so long
    std::chrono::milliseconds busyTimeout = std::chrono::seconds(3); //!< how long a lock by a foreign tool is waited for
};

//! A folder with what Palique knows: `palique.db` (what people were told; synchronous=FULL) and `cache.db` (what can be asked again).
//!
//! One connection writes and one only reads, each on a thread of its own; jobs go there and answers come back as values,
//! on the thread this object lives in. Errors are ErrorKind::Storage with words and one of store::condition.
//! The folder belongs to one Database at a time, in all processes.
class Database final : public QObject
{
    Q_OBJECT

public:
    explicit Database(QString folder, Options options = {}, QObject *parent = nullptr);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() override; //!< closes; who still waits is answered Cancelled

    //! Makes the folder if need be, locks it, upgrades the schema. Jobs may be posted at once: they wait, or fail as opening failed.
    [[nodiscard]] Task<Result<Opened>> open();
    //! Finishes waiting writes (at most Options::closeWithin), drops waiting reads, joins the threads. Who waits is answered
    //! Cancelled, which says nothing about whether the write was made. May open again.
    void close();
    [[nodiscard]] bool isOpen() const { return m_writer != nullptr; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    //! Runs `f(Connection &) -> Result<T>` on the writer in one transaction: a value commits, an error rolls back.
    template <typename F>
    [[nodiscard]] auto run(F f, Priority priority = Priority::Normal)
    {
        return post(Place::Writer, std::move(f), priority);
    }

    //! Runs `f(Connection &) -> Result<T>` on the reader, on one snapshot; sees every run() that has answered.
    template <typename F>
    [[nodiscard]] auto read(F f, Priority priority = Priority::Normal)
    {
        return post(Place::Reader, std::move(f), priority);
    }

    //! Runs `f(Connection &) -> Result<T>` on `cache.db` in one transaction; its one connection lives on the reader's thread,
    //! so that no cache ever holds up a message.
    template <typename F>
    [[nodiscard]] auto runCache(F f)
    {
        return post(Place::Cache, std::move(f), Priority::Normal);
    }

    //! Answers when everything posted to the writer before is committed.
    [[nodiscard]] Task<Result<void>> flush();

protected:
    bool event(QEvent *event) override;

private:
    enum class Place { Writer, Reader, Cache };
    //! Runs on a worker: with the connection, or with why there is none. Returns the answer, a `R` behind a void pointer.
    using Job = std::move_only_function<std::shared_ptr<void>(Connection *, const Error &)>;
    //! Runs here: takes the answer to whoever waits. Destroyed instead, it tells them Cancelled.
    using Delivery = std::move_only_function<void(void *)>;

    template <typename F>
    [[nodiscard]] auto post(Place place, F f, Priority priority)
    {
        using R = std::invoke_result_t<F &, Connection &>;
        Promise<R> promise;
        Task<R> task = promise.task();
        enqueue(
            place,
            [f = std::move(f)](Connection *connection, const Error &why) mutable -> std::shared_ptr<void> {
                if (!connection)
                    return std::make_shared<R>(std::unexpected(why));
                auto answer = std::make_shared<R>(f(*connection));
                // The transaction's end may still turn success into failure.
                if (const Result<void> ended = endTransaction(*connection, answer->has_value()); !ended && answer->has_value())
                    *answer = std::unexpected(ended.error());
                return answer;
            },
            [promise = std::move(promise)](void *answer) {
                promise.finish(std::move(*static_cast<R *>(answer)));
            },
            priority);
        return task;
    }

    void enqueue(Place place, Job job, Delivery delivery, Priority priority);
    [[nodiscard]] static Result<void> endTransaction(Connection &connection, bool commit);
    void deliverAll();
    enum class Waiting { Finish, Drop };
    void stopWorkers(Waiting reads);

    const QString m_folder;
    const Options m_options;
    quint64 m_nextTicket = 1;
    std::unordered_map<quint64, Delivery> m_waiting;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Folder> m_open;
    std::unique_ptr<Worker> m_writer;
    std::unique_ptr<Worker> m_reader;
};

} // namespace store
