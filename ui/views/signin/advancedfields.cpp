// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/advancedfields.h"

#include "views/dialogs.h"
#include "views/parts.h"
#include "widgets/fields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

AdvancedFields::AdvancedFields(Dialogs &dialogs, Passphrase passphrase, QWidget *parent)
    : QWidget(parent), m_dialogs(dialogs), m_host(new QLineEdit(this)), m_port(new QLineEdit(this)), m_certificate(new QLineEdit(this)),
      m_connection(new QComboBox(this)), m_digest(new QCheckBox(tr("Allow an old, weaker sign-in"), this))
{
    setObjectName("advancedFields"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 12);
    buildHost(column);

    m_connection->setObjectName("connection"_L1);
    m_connection->addItem(tr("Automatic"), int(data::ConnectionKind::Automatic));
    m_connection->addItem(tr("Secure from the start (direct TLS)"), int(data::ConnectionKind::DirectTls));
    m_connection->addItem(tr("Secured once connected (STARTTLS)"), int(data::ConnectionKind::StartTls));
    auto *connection = new QVBoxLayout;
    connection->setSpacing(4);
    connection->addWidget(makeFieldName(tr("Connection"), m_connection, this));
    connection->addWidget(m_connection);
    column->addLayout(connection);

    buildCertificate(column, passphrase);

    m_digest->setObjectName("allowDigest"_L1);
    m_digest->setAccessibleName(m_digest->text());
    auto *digest = new QVBoxLayout;
    digest->setSpacing(0);
    digest->addWidget(m_digest);
    digest->addWidget(makeCheckNote(tr("Only for servers that know nothing newer (DIGEST-MD5)."), this));
    column->addLayout(digest);
    QList<QWidget *> order{m_host, m_port, m_connection, m_certificate, findChild<QPushButton *>("chooseCertificate"_L1)};
    if (m_passphrase)
        order << m_passphrase;
    order << m_digest;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i)); // the keys go the way the eyes do
}

void AdvancedFields::buildHost(QBoxLayout *column)
{
    m_host->setObjectName("host"_L1);
    m_host->setPlaceholderText(tr("found by itself", "placeholder of the field Host"));
    m_port->setObjectName("port"_L1);
    m_port->setPlaceholderText(tr("usual one", "placeholder of the field Port"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setInputMethodHints(Qt::ImhDigitsOnly);
    auto *host = new QVBoxLayout, *port = new QVBoxLayout;
    host->setSpacing(4);
    host->addWidget(makeFieldName(tr("Host"), m_host, this));
    host->addWidget(m_host);
    port->setSpacing(4);
    port->addWidget(makeFieldName(tr("Port"), m_port, this));
    port->addWidget(m_port);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(host, 3);
    row->addLayout(port, 1);
    column->addLayout(row);
}

void AdvancedFields::buildCertificate(QBoxLayout *column, Passphrase passphrase)
{
    m_certificate->setObjectName("clientCertificate"_L1);
    m_certificate->setPlaceholderText(tr("none", "placeholder of the field Your certificate"));
    QPushButton *choose = makeButton(tr("Choose…"), style::ButtonRole::Secondary, "chooseCertificate"_L1, this);
    choose->setAccessibleDescription(tr("Choose a file with your certificate and its key"));
    connect(choose, &QPushButton::clicked, this, &AdvancedFields::chooseCertificate);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_certificate, 1);
    row->addWidget(choose);
    auto *box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(makeFieldName(tr("Your certificate, if your server wants one"), m_certificate, this));
    box->addLayout(row);
    column->addLayout(box);
    if (passphrase == Passphrase::NotAsked)
        return;
    auto *secret = new QWidget(this);
    m_passphrase = new widgets::PasswordField(secret);
    m_passphrase->setObjectName("passphrase"_L1);
    auto *inside = new QVBoxLayout(secret);
    setSpacing(inside, 0, 4);
    inside->addWidget(makeFieldName(tr("Passphrase of the certificate"), m_passphrase, secret));
    inside->addWidget(m_passphrase);
    secret->hide();
    column->addWidget(secret);
    connect(m_certificate, &QLineEdit::textChanged, secret, [secret](const QString &text) { secret->setVisible(!text.isEmpty()); });
}

void AdvancedFields::chooseCertificate()
{
    const QString filter = tr("Certificates (*.p12 *.pfx *.pem *.crt)") + u";;"_s + tr("All files (*)");
    m_dialogs.chooseFile(this, tr("Your certificate"), filter).then(this, [this](Result<QString> path) {
        if (path)
            m_certificate->setText(*path);
    });
}

void AdvancedFields::setAccount(const data::Account &account)
{
    m_host->setText(account.host);
    m_port->setText(account.port ? QString::number(account.port) : QString());
    m_connection->setCurrentIndex(m_connection->findData(int(account.connection)));
    m_digest->setChecked(account.allowDigestMd5);
    m_certificate->setText(account.clientCertificate);
}

void AdvancedFields::apply(im::SignInForm &form) const
{
    form.host = m_host->text().trimmed();
    form.port = m_port->text().toUShort();
    form.connection = data::ConnectionKind(m_connection->currentData().toInt());
    form.allowDigestMd5 = m_digest->isChecked();
    form.clientCertificate = m_certificate->text().trimmed();
    if (m_passphrase && !form.clientCertificate.isEmpty())
        form.certificatePassphrase = Secret(m_passphrase->text());
}

void AdvancedFields::apply(data::Account &account) const
{
    account.host = m_host->text().trimmed();
    account.port = m_port->text().toUShort();
    account.connection = data::ConnectionKind(m_connection->currentData().toInt());
    account.allowDigestMd5 = m_digest->isChecked();
    account.clientCertificate = m_certificate->text().trimmed();
}

} // namespace views
