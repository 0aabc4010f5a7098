package org.vigie.capture.picture;

import java.time.Duration;

/**
 * How much one picture may take.
 *
 * @param bytes most bytes of its file
 * @param pixels most points of each frame, as its header says
 * @param side most points of a row or column
 * @param frames of a moving picture so many are read
 * @param heap most mebibytes that the process which decodes may have
 * @param time after which that process is ended
 */
public record PictureLimits(int bytes, long pixels, int side, int frames, int heap, Duration time) {
  public PictureLimits {
    if (bytes < 1 || pixels < 1 || side < 1 || frames < 1 || heap < 32 || !time.isPositive()) {
      throw new IllegalArgumentException(
          "limits of pictures must be above 0 and the heap at least 32 MiB");
    }
  }

  /** Photographs of phones are within these. */
  public static PictureLimits defaults() {
    return new PictureLimits(24 << 20, 50_000_000, 30_000, 3, 512, Duration.ofSeconds(20));
  }
}
