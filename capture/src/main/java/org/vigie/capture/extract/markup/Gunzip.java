package org.vigie.capture.extract.markup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Undoes the compression of files that are gzip themselves, such as {@code sitemap.xml.gz}. */
public final class Gunzip {
  /** The size that the sitemap protocol allows a file, uncompressed: 50 MiB. */
  private static final int MAX_BYTES = 52_428_800;

  private Gunzip() {}

  public static boolean is(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /** Returns what was compressed, as far as it is whole and within bounds. */
  public static byte[] of(byte[] bytes) {
    byte[] out = new byte[Math.min(MAX_BYTES, 8 * bytes.length + 1_024)];
    int length = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      while (length < MAX_BYTES) {
        int read = in.read(out, length, out.length - length);
        if (read < 0) {
          break;
        }
        length += read;
        if (length == out.length && length < MAX_BYTES) {
          out = java.util.Arrays.copyOf(out, (int) Math.min(MAX_BYTES, 2L * length));
        }
      }
    } catch (IOException e) {
      // What came before the damage is as good as it is in a page that was cut.
      return java.util.Arrays.copyOf(out, length);
    }
    return java.util.Arrays.copyOf(out, length);
  }
}
