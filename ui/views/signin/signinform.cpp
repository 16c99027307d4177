// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/signinform.h"

#include "views/parts.h"
#include "views/signin/addresscheck.h"
#include "views/signin/advancedfields.h"
#include "widgets/collapsible.h"
#include "widgets/fields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

SignInForm::SignInForm(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_address(new QLineEdit(this)), m_addressNote(makeLabel({}, style::TextRole::Small, this)),
      m_suggestion(makeButton({}, style::ButtonRole::Link, "useSuggestion"_L1, this)), m_password(new widgets::PasswordField(this)),
      m_keep(new QCheckBox(tr("Keep me signed in"), this)), m_fold(new widgets::Collapsible(tr("Advanced"), this)),
      m_advanced(new AdvancedFields(dialogs, AdvancedFields::Passphrase::Asked))
{
    setObjectName("signInForm"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 4);
    buildAddress();
    column->addWidget(makeFieldName(tr("Address"), m_address, this));
    column->addWidget(m_address);
    column->addWidget(m_addressNote);
    column->addWidget(m_suggestion, 0, Qt::AlignLeading);
    column->addSpacing(8);
    m_password->setObjectName("password"_L1);
    column->addWidget(makeFieldName(tr("Password"), m_password, this));
    column->addWidget(m_password);
    column->addSpacing(8);
    buildKeep(accounts);
    m_fold->setObjectName("advanced"_L1);
    m_fold->setContent(m_advanced);
    column->addWidget(m_fold);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::submitted);
}

void SignInForm::buildAddress()
{
    m_address->setObjectName("address"_L1);
    m_address->setPlaceholderText(u"name@example.org"_s);
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_addressNote->setObjectName("addressNote"_L1);
    m_addressNote->hide();
    m_suggestion->hide();
    connect(m_address, &QLineEdit::textEdited, this, [this] { say({}, {}); });
    connect(m_address, &QLineEdit::editingFinished, this, &SignInForm::checkAddressField);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT submitted();
    });
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        m_address->setText(m_suggestion->property("address").toString());
        say({}, {});
        m_password->setFocus(Qt::TabFocusReason);
    });
}

void SignInForm::buildKeep(const im::Accounts &accounts)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_keep->setObjectName("keepSignedIn"_L1);
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(accounts.hasKeyring());
    m_keep->setEnabled(accounts.hasKeyring());
    column->addWidget(m_keep);
    if (!accounts.hasKeyring()) {
        QLabel *why = makeCheckNote(tr("This system has no place to keep passwords safely, so you will be asked at each start."), this);
        why->setObjectName("noKeyring"_L1);
        m_keep->setAccessibleDescription(why->text());
        column->addWidget(why);
    }
    column->addSpacing(4);
}

//! Says something once the field is left; an empty one is no mistake yet.
void SignInForm::checkAddressField()
{
    if (m_address->text().trimmed().isEmpty())
        return;
    const AddressCheck check = checkAddress(m_address->text(), m_password->text().isEmpty() ? Guests::Allowed : Guests::Refused);
    if (check.address && m_address->text() != check.address->toString())
        m_address->setText(check.address->toString());
    if (check.address)
        say(check.hint, check.suggestion);
}

void SignInForm::say(const QString &text, const QString &suggestion)
{
    m_addressNote->setText(text);
    m_addressNote->setVisible(!text.isEmpty());
    m_address->setAccessibleDescription(text);
    m_suggestion->setVisible(!suggestion.isEmpty());
    m_suggestion->setText(tr("Use %1").arg(suggestion));
    m_suggestion->setAccessibleName(m_suggestion->text());
    m_suggestion->setProperty("address", suggestion);
}

void SignInForm::setAddress(const QString &address)
{
    m_address->setText(address);
}

std::optional<im::SignInForm> SignInForm::read()
{
    // A server alone signs in a guest, who has no password.
    const bool guest = m_password->text().isEmpty() && m_address->text().contains(u'.');
    const AddressCheck check = checkAddress(m_address->text(), guest ? Guests::Allowed : Guests::Refused);
    if (!check.address) {
        style::setTextRole(m_addressNote, style::TextRole::Danger);
        say(check.problem, check.suggestion);
        m_address->setFocus(Qt::OtherFocusReason);
        m_address->selectAll();
        return {};
    }
    style::setTextRole(m_addressNote, style::TextRole::Small);
    say(check.hint, check.suggestion);
    m_address->setText(check.address->toString());
    im::SignInForm form;
    form.address = *check.address;
    form.password = Secret(m_password->text());
    form.keepSignedIn = m_keep->isChecked();
    m_advanced->apply(form);
    return form;
}

void SignInForm::focusFirst()
{
    if (m_address->text().isEmpty())
        m_address->setFocus(Qt::OtherFocusReason);
    else
        focusPassword();
}

void SignInForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

} // namespace views
