// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/emojitable.h"

#include <QAbstractListModel>
#include <QListView>

namespace widgets {

//! Emoji as rows, each with its name as the accessible text.
class EmojiModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEmoji(const QList<const Emoji *> &emoji);
    void setTone(SkinTone tone);
    [[nodiscard]] SkinTone tone() const { return m_tone; }
    [[nodiscard]] const Emoji *at(int row) const { return m_emoji.value(row); }
    [[nodiscard]] QString textAt(int row) const; //!< as it is inserted
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<const Emoji *> m_emoji;
    SkinTone m_tone = SkinTone::None;
};

//! A grid of emoji to pick from: by a click, or by arrows and Enter. It says when one walks or types out of it.
class EmojiGrid final : public QListView
{
    Q_OBJECT
public:
    enum class After { Close, Stay }; //!< Shift picks several

    explicit EmojiGrid(QWidget *parent = nullptr);
    [[nodiscard]] EmojiModel *emoji() const { return m_model; }
    void setEmoji(const QList<const Emoji *> &emoji); //!< from its top, the first one current
    [[nodiscard]] int cell() const; //!< side of a square, in pixels
    void pick(int row, After after);

Q_SIGNALS:
    void picked(const QString &emoji, widgets::EmojiGrid::After after);
    void pointed(int row); //!< the one under the pointer or, without one there, the current one
    void leftAtTop();
    void typed(QKeyEvent *event); //!< characters, which belong to the search field

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void resizeCells();

    EmojiModel *m_model;
    After m_after = After::Close;
};

}
