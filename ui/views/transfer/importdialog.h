// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

class Dialogs;
class JobView;

//! The window "Import": what other programs keep here, or a file or folder of theirs, and into which account it goes.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(im::Messenger &messenger, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void build();
    [[nodiscard]] QBoxLayout *buildByHand();
    void look();
    void lookAt(const Result<QString> &path);
    void offer(const data::ForeignStore &store);
    void begin();
    void tell(const Result<data::TransferOutcome> &outcome);
    void follow();
    [[nodiscard]] const data::ForeignStore *chosen() const;

    im::Messenger &m_messenger;
    Dialogs &m_dialogs;
    QList<data::ForeignStore> m_stores;
    QBoxLayout *m_list;
    QButtonGroup *m_choices;
    QComboBox *m_account;
    QLabel *m_accountName;
    widgets::Banner *m_notice;
    JobView *m_job;
    QPushButton *m_file, *m_folder, *m_close, *m_import;
};

} // namespace views
