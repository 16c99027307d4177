// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace data
{

//! What a person tells of themselves; whatever they do not tell is empty. All of it is their word alone.
struct Profile
{
    QString name; //!< as on a letter
    QString nickname;
    QString organisation, title;
    QStringList emails, phones;
    QString website, birthday; //!< as they wrote them
    QString place; //!< town and country
    QString note;

    [[nodiscard]] bool isEmpty() const { return *this == Profile(); }
    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace data
