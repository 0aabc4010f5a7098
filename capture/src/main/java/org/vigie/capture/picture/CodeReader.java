package org.vigie.capture.picture;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads QR, Aztec, Data Matrix, PDF417 and bar codes. */
final class CodeReader {
  /** Squares that are finer than this picture shows can't be told anyway. */
  private static final int MAX_SIDE = 1_600;

  /** A picture of which less is there is enlarged: finders need some points a square. */
  private static final int MIN_SIDE = 400;

  private static final Map<DecodeHintType, Object> HINTS = hints();

  private static Map<DecodeHintType, Object> hints() {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.TRY_HARDER, true);
    hints.put(DecodeHintType.ALSO_INVERTED, true);
    return hints;
  }

  /** Returns the codes of a picture, each once. */
  List<PictureCode> read(BufferedImage picture) {
    Map<String, PictureCode> found = new LinkedHashMap<>();
    for (double scale : scales(picture)) {
      LuminanceSource source = source(Scaled.by(picture, scale));
      for (Binarizer binarizer :
          List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
        read(binarizer).forEach(code -> found.putIfAbsent(code.text(), code));
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Double> scales(BufferedImage picture) {
    int side = Math.max(picture.getWidth(), picture.getHeight());
    double first = side > MAX_SIDE ? (double) MAX_SIDE / side : 1;
    return side < MIN_SIDE ? List.of(first, 2.0, 3.0) : List.of(first, first / 2);
  }

  private static LuminanceSource source(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return new RGBLuminanceSource(
        width, height, picture.getRGB(0, 0, width, height, null, 0, width));
  }

  private static List<PictureCode> read(Binarizer binarizer) {
    List<PictureCode> codes = new ArrayList<>();
    try {
      for (Result result :
          new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer), HINTS)) {
        codes.add(code(result));
      }
    } catch (NotFoundException | RuntimeException e) { // damaged codes make it stumble
      // One of another kind, or one that is hard to see, may be there.
    }
    if (codes.isEmpty()) {
      try {
        codes.add(code(new MultiFormatReader().decode(new BinaryBitmap(binarizer), HINTS)));
      } catch (ReaderException | RuntimeException e) {
        // There is none.
      }
    }
    return codes;
  }

  private static PictureCode code(Result result) {
    return new PictureCode(result.getBarcodeFormat().name(), result.getText());
  }
}
