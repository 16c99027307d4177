// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace shell
{

//! Three panes side by side; in less than 720 px one at a time.
class Panes final : public QWidget
{
    Q_OBJECT

public:
    enum class Front { List, Conversation, Details };
    enum class Fold { Folded, Unfolded };
    static constexpr int NarrowBelow = 720;

    Panes(QWidget *list, QWidget *conversation, QWidget *details, QWidget *parent = nullptr);

    //! Which one is shown when there is place for one only.
    void setFront(Front front);
    [[nodiscard]] Front front() const { return m_front; }
    void setDetails(Fold fold);
    [[nodiscard]] Fold details() const { return m_details; }
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void narrowChanged(bool narrow);
    void detailsChanged(shell::Panes::Fold fold);
    void moved(); //!< a person moved a border

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void apply();

    QSplitter *m_splitter;
    QWidget *m_panes[3];
    Front m_front = Front::List;
    Fold m_details = Fold::Folded;
    bool m_narrow = false;
};

} // namespace shell
