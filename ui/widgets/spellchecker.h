// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/speller.h"
#include "widgets/spellwords.h"

#include <QBasicTimer>
#include <QTextCursor>
#include <QTextEdit>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace widgets {

//! Underlines the words of a field that its speller does not know, and offers others in the field's menu. The text itself stays
//! as it is: nothing counts as typing. A long text is gone through in slices; the word being typed is left alone.
class SpellChecker final : public QObject
{
    Q_OBJECT
public:
    SpellChecker(QTextEdit *edit, Speller &speller);

    //! The underlined words, for tests.
    [[nodiscard]] QStringList marked() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void typed(int position, int removed, int added);
    void schedule();
    void begin();
    void slice();
    void checkBlock(const QTextBlock &block);
    void finish();
    [[nodiscard]] QTextCursor wrongWordAt(int position) const;
    [[nodiscard]] bool offer(const QTextCursor &word, const QPoint &at);
    void fillMenu(QMenu *menu, const QTextCursor &word, QAction *before);

    QTextEdit *m_edit;
    Speller &m_speller;
    QBasicTimer m_soon, m_now;
    QList<QTextEdit::ExtraSelection> m_found;
    CodeBlock m_code = CodeBlock::Outside;
    int m_next = 0;   //!< the block to go on with
    int m_caret = -1; //!< where the last typing ended
};

}
