// SPDX-License-Identifier: MIT
// WebP, by libwebpmux, without loss: its encoder finds what of a frame differs from the one before, and what is said smallest.
#include "drawing/animation.h"

#include "archive/format.h"

#include <QIODevice>

#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>

namespace drawing {
namespace {

struct Encoder {
    void operator()(WebPAnimEncoder *encoder) const { WebPAnimEncoderDelete(encoder); }
};

// A frame in the library's own memory.
class WebPFrame {
public:
    explicit WebPFrame(const QImage &image) : m_given(!image.isNull() && WebPPictureInit(&m_picture))
    {
        m_picture.use_argb = true;
        m_picture.width = image.width();
        m_picture.height = image.height();
        // QRgb is what libwebp calls BGRA, on machines whose first byte is the lowest; its fourth byte is 0xff in RGB32.
        if (!m_given || !WebPPictureImportBGRA(&m_picture, image.constBits(), int(image.bytesPerLine())))
            throw archive::Broken{archive::Fault::no_memory, {}};
    }
    ~WebPFrame() { WebPPictureFree(&m_picture); }
    WebPFrame(const WebPFrame &) = delete;
    WebPFrame &operator=(const WebPFrame &) = delete;
    WebPPicture *operator&() { return &m_picture; }

private:
    WebPPicture m_picture{};
    bool m_given;
};

void check(bool good)
{
    if (!good)
        throw archive::Broken{archive::Fault::no_memory, {}};
}

} // namespace

void write_webp(const Animation &animation, QIODevice &file, const GoOn &go_on)
{
    const auto image = [&](size_t frame) { return animation.image(frame).convertToFormat(QImage::Format_RGB32); };
    const QSize size = image(0).size();
    check(!size.isEmpty());
    WebPAnimEncoderOptions options;
    WebPConfig config;
    check(WebPAnimEncoderOptionsInit(&options) && WebPConfigInit(&config) && WebPConfigLosslessPreset(&config, 2)); // figures are flat: more effort gains little
    const std::unique_ptr<WebPAnimEncoder, Encoder> encoder(WebPAnimEncoderNew(size.width(), size.height(), &options));
    check(bool(encoder));
    int at = 0; // ms
    for (size_t i = 0; i < animation.stands.size(); ++i) {
        WebPFrame frame(image(i));
        check(WebPAnimEncoderAdd(encoder.get(), &frame, at, &config));
        at += animation.stands[i];
        go_on(i + 1);
    }
    WebPData data;
    WebPDataInit(&data);
    const bool whole = WebPAnimEncoderAdd(encoder.get(), nullptr, at, nullptr) && WebPAnimEncoderAssemble(encoder.get(), &data);
    if (whole)
        file.write(reinterpret_cast<const char *>(data.bytes), qint64(data.size));
    WebPDataClear(&data);
    check(whole);
}

} // namespace drawing
