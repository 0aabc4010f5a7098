package org.vigie.web.pages.account;

/**
 * A QR code as one path of an SVG drawing.
 *
 * @param size width and height in modules
 * @param path a square of side 1 for each dark module
 */
public record QrCode(int size, String path) {
  static QrCode of(String text) {
    io.nayuki.qrcodegen.QrCode code =
        io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x, y));
        }
      }
    }
    return new QrCode(code.size, path.toString());
  }
}
