// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/database.h"

#include <QLockFile>

#include <condition_variable>
#include <mutex>

namespace store
{

//! The open files of one store folder, shared by its two threads; each thread touches its own half.
class Folder final
{
public:
    //! A connection, or why there is none.
    struct Side
    {
        std::unique_ptr<Connection> connection;
        Error why;
    };

    Folder(QString path, Options options);
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder();

    // Writer's thread

    //! Locks the folder, checks and upgrades `palique.db`.
    [[nodiscard]] Result<Opened> openWriter();
    [[nodiscard]] Side &writer() { return m_writer; }
    //! Closes the file, notes the clean end, unlocks the folder.
    void closeWriter();

    // Reader's thread

    //! Waits until the writer is open, then opens for reading.
    void openReader();
    [[nodiscard]] Side &reader() { return m_reader; }
    //! `cache.db`, opened at the first use, made anew if it is damaged or from another version.
    [[nodiscard]] Side &cache();
    void closeReader();

    //! Any thread: nobody is to wait for the writer any more.
    void giveUp();

private:
    [[nodiscard]] Result<Opened> openChecked();
    [[nodiscard]] Result<void> prepareFolder();
    [[nodiscard]] Result<void> lock();
    [[nodiscard]] Result<void> adoptStaged(Opened &opened);
    [[nodiscard]] Result<void> upgrade(Opened &opened);
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] Error keepAside();
    [[nodiscard]] QString file(const QString &name) const;
    [[nodiscard]] bool makeMarker() const;

    const QString m_path;
    const Options m_options;
    QLockFile m_lock;
    Side m_writer, m_reader, m_cache;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Error> m_failure; //!< why the writer is not open
    bool m_settled = false;
};

} // namespace store
