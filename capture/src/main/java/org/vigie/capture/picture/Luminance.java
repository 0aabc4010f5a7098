package org.vigie.capture.picture;

import java.awt.image.BufferedImage;

/**
 * How light a picture is, point by point.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values 0 (black) to 255 (white), row by row
 */
record Luminance(int rows, int columns, float[] values) {
  /** Weights of red, green and blue (ITU-R BT.601), as PDQ has them. */
  static Luminance of(BufferedImage picture) {
    int columns = picture.getWidth();
    int rows = picture.getHeight();
    float[] values = new float[rows * columns];
    int[] row = new int[columns];
    for (int y = 0; y < rows; y++) {
      picture.getRGB(0, y, columns, 1, row, 0, columns);
      for (int x = 0; x < columns; x++) {
        int rgb = row[x];
        values[y * columns + x] =
            0.299f * ((rgb >> 16) & 0xff) + 0.587f * ((rgb >> 8) & 0xff) + 0.114f * (rgb & 0xff);
      }
    }
    return new Luminance(rows, columns, values);
  }
}
