package org.vigie.capture.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture as points.
 *
 * @param width of the first frame, as its header says
 * @param height the same
 * @param frames the first frames, as they lie in the file
 */
record DecodedPicture(int width, int height, List<BufferedImage> frames) {
  DecodedPicture {
    frames = List.copyOf(frames);
  }
}
