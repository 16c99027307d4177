// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QBasicTimer>
#include <QWidget>

namespace widgets {

class Spinner;
enum class StepState { Idle, Active, Done, Failed };

//! A line of steps that light up one after another: circles joined by a line, the names below. Each step's state is also
//! in its accessible text. The spinner turns only while shown and motion is allowed.
class StepLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StepLine(QWidget *parent = nullptr);

    void setSteps(const QStringList &names); //!< all idle
    [[nodiscard]] int count() const { return int(m_steps.size()); }
    void setState(int step, StepState state);
    [[nodiscard]] StepState state(int step) const;
    void activate(int step); //!< the ones before are done, this is active, the rest idle
    void fail(int step);     //!< the ones before are done, this stays lit in red
    void finish();           //!< all done
    void reset();            //!< all idle

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Step
    {
        QString name;
        StepState state = StepState::Idle;
    };
    [[nodiscard]] QRectF circle(int step) const;
    void paintStep(QPainter *painter, int step) const;
    void update();

    QList<Step> m_steps;
    Spinner *m_spinner;
    QBasicTimer m_lasts;
    int m_active = -1;
};

}
