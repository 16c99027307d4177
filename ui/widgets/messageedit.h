// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QTextEdit>

namespace widgets {

//! What Enter does in the composer; the other one takes Shift (or Ctrl).
enum class EnterKey { Sends, Breaks };

//! The composer's text field: grows to 8 lines, takes and gives plain text only. Accessible name "Message".
class MessageEdit final : public QTextEdit
{
    Q_OBJECT
public:
    explicit MessageEdit(QWidget *parent = nullptr);

    void setEnterKey(EnterKey key) { m_enter = key; }
    [[nodiscard]] EnterKey enterKey() const { return m_enter; }
    [[nodiscard]] QString text() const; //!< plain, '\n' breaks, nothing trimmed
    void setText(const QString &text); //!< undoable history starts anew, cursor at the end
    [[nodiscard]] bool isBlank() const; //!< nothing but white space

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendRequested(); //!< Enter with something to send; the text stays until the owner clears it
    void typingChanged(bool typing); //!< true at the first character after blank, false when blank again
    void editLastRequested(); //!< Up in an empty field
    void escapePressed();
    void pasteRefused(qsizetype length, qsizetype most); //!< nothing was inserted: so many characters would only freeze the field
    void mimePasted(const QMimeData *data); //!< images or files were pasted or dropped: not inserted, for the owner to show

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void fit();
    void followText();
    void wakeCaret();

    EnterKey m_enter = EnterKey::Sends;
    bool m_typing = false;
    QBasicTimer m_caretRest;
};

}
