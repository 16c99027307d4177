// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/emojigrid.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace widgets {

class ElidedLabel;

//! The popup to pick emoji from: a search, a page for what was used lately and one a category, and a choice of skin tone.
//! Its owner keeps what was used and the tone, from one time to the next.
class EmojiPicker final : public QFrame
{
    Q_OBJECT
public:
    static constexpr int MostRecent = 36;

    explicit EmojiPicker(const EmojiTable &table, QWidget *parent = nullptr);

    void setRecent(const QStringList &emoji); //!< the latest first
    void setTone(SkinTone tone);
    [[nodiscard]] SkinTone tone() const { return m_grid->emoji()->tone(); }
    //! Opens above `anchor`, ending where it ends, at the recent ones or else the first category.
    void openAbove(const QWidget *anchor);

Q_SIGNALS:
    void picked(const QString &emoji);
    void toneChosen(widgets::SkinTone tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int Recent = -1; //!< the page before the categories

    void build();
    [[nodiscard]] QWidget *buildTabs();
    [[nodiscard]] QToolButton *addTab(int page, const QString &name, const QIcon &icon);
    void resizeParts();
    void showPage(int page);
    void search();
    void follow(int row);
    void offerTones();
    bool searchKey(QKeyEvent *event);

    const EmojiTable &m_table;
    QStringList m_recent;
    QLineEdit *m_search;
    QButtonGroup *m_tabs;
    QLabel *m_title;
    EmojiGrid *m_grid;
    QLabel *m_large;
    ElidedLabel *m_name;
    ElidedLabel *m_shortName;
    QToolButton *m_tone;
    int m_page = Recent;
};

}
