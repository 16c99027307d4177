// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace views
{

//! Names and values in two columns; values wrap and can be selected. An empty value is left out.
class FactGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    void clear();
    void add(const QString &name, const QString &value, QLatin1StringView objectName);
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace views
