// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace widgets {

//! Chooses the part of a picture that is shown in a circle: drag or arrow keys move it, wheel, + and - change its size.
class PictureCropper final : public QWidget
{
    Q_OBJECT
public:
    explicit PictureCropper(QWidget *parent = nullptr);

    //! Begins with the largest square in the middle.
    void setImage(const QImage &image);
    [[nodiscard]] bool isEmpty() const { return m_image.isNull(); }
    //! What is within the square around the circle, `extent` pixels a side or as many as there are.
    [[nodiscard]] QImage cropped(int extent) const;
    //! 1 is the largest square, 4 a quarter of its side.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }

    [[nodiscard]] QSize sizeHint() const override { return {280, 280}; }

Q_SIGNALS:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] double side() const; //!< of the square, in the picture's pixels
    [[nodiscard]] QRectF target() const; //!< where the square is painted
    void moveBy(const QPointF &pixels);

    QImage m_image;
    QPointF m_centre; //!< of the square, in the picture's pixels
    double m_zoom = 1;
    QPointF m_grip;
};

}
